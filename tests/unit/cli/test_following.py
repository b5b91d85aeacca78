"""What follows a casebook: `report --watch` writes a file again, and `serve` shows a page that refreshes itself."""

import http.client
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from unit.cli.conftest import Run

pytestmark = pytest.mark.slow
_PATIENCE = 120.0
_SAID = Path("said.txt")
"""What a command says on stderr; each test has a folder of its own."""


def wait_for(path: Path, text: str) -> None:
    """Wait until a file holds a text."""
    end = time.monotonic() + _PATIENCE
    while not (path.exists() and text in path.read_text(encoding="utf-8")):
        assert time.monotonic() < end, f"no {text!r} in {path.name}"
        time.sleep(0.05)


@contextmanager
def running(*words: str) -> Iterator[subprocess.Popen[str]]:
    """Run a command beside the test; it is killed if the test does not end it."""
    command = [sys.executable, "-m", "claimtrack", *words]
    with _SAID.open("w", encoding="utf-8") as said:
        # A shell that runs the tests in the background ignores Ctrl-C, and so would what they start.
        listen = partial(signal.signal, signal.SIGINT, signal.SIG_DFL)
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=said, text=True, preexec_fn=listen)  # noqa: PLW1509
        try:
            yield process
        finally:
            process.kill()
            process.communicate()


def stop(process: subprocess.Popen[str]) -> str:
    """Press Ctrl-C, hold the exit status against the expected one, and return what was said."""
    process.send_signal(signal.SIGINT)
    status = process.wait(timeout=_PATIENCE)
    said = _SAID.read_text(encoding="utf-8")
    assert (status, said.splitlines()[-1]) == (130, "claimtrack: stopped")
    assert "Traceback" not in said
    return said


def change(path: Path, before: str, after: str) -> None:
    """Change a text in a file."""
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def test_a_watched_report_is_written_again_whenever_something_changes(bridge: Path) -> None:
    """The casebook, its private file and the desk's profile are watched; a mistake is told, and ends nothing."""
    (bridge / "desk.toml").write_text('name = "Night desk"\n', encoding="utf-8")
    page, case = bridge / "page.html", bridge / "case.toml"
    with running("report", "case.toml", "--profile", "desk.toml", "-o", "page.html", "--watch") as process:
        wait_for(page, "A bridge")
        change(case, "A bridge", "A broken bridge")
        wait_for(page, "A broken bridge")
        change(bridge / "desk.toml", "Night desk", "Day desk")
        wait_for(page, "Day desk")
        change(case, 'stance = "asserts"', 'stance = "shouts"')
        wait_for(_SAID, "problems")
        change(case, 'stance = "shouts"', 'stance = "asserts"')
        change(case, "A broken bridge", "A mended bridge")
        wait_for(page, "A mended bridge")
        said = stop(process)
    assert "watching" in said
    assert "Kim Realname" not in page.read_text(encoding="utf-8")


def test_only_a_file_can_be_written_again(bridge: Path, run: Run) -> None:
    """The terminal, a folder and standard input are refused."""
    for words in ("report case.toml --watch", "report case.toml -o out/ --watch", "report - -o page.html --watch"):
        assert "--watch needs a casebook in a file" in run(*words.split(), status=2)
    assert "a Word file is nothing for the terminal" in run("report", "case.toml", "--format", "docx", status=2)
    assert not (bridge / "out").exists()


def ask(address: str, *, host: str | None = None, path: str | None = None) -> http.client.HTTPResponse:
    """Ask a server, by its own name or another."""
    parts = urlsplit(address)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=_PATIENCE)
    connection.request("GET", parts.path if path is None else path, headers={"Host": host or parts.netloc})
    return connection.getresponse()


def test_a_served_page_follows_the_casebook(bridge: Path) -> None:
    """It says that it is internal and served here only, names who is hidden, and has a newer version after a change."""
    with running("serve", "case.toml") as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{20,}/", address)
        page = ask(address).read().decode()
        assert "Internal: not for publication." in page
        assert "Served on this computer only." in page
        assert "Kim" in page
        version = ask(f"{address}version").read().decode()
        assert f'data-version="{version}"' in page
        change(bridge / "case.toml", "A bridge", "A broken bridge")
        assert version != ask(f"{address}version").read().decode()
        assert "A broken bridge" in ask(address).read().decode()
        change(bridge / "case.toml", 'stance = "asserts"', 'stance = "shouts"')
        assert "unknown word" in ask(address).read().decode()
        stop(process)


def test_a_served_page_is_for_this_computer_and_nobody_else(bridge: Path, subtests: pytest.Subtests) -> None:
    """Another name for this computer, and an address without its secret, get nothing; nothing is kept or framed."""
    del bridge
    with running("serve", "case.toml") as process:
        assert process.stdout is not None
        address = process.stdout.readline().strip()
        port = urlsplit(address).port
        for host, path, status in (
            (f"127.0.0.1:{port}", None, 200),
            (f"localhost:{port}", None, 200),
            ("evil.example", None, 404),
            (f"evil.example:{port}", None, 404),
            ("127.0.0.1", None, 404),
            (None, "/", 404),
            (None, "/version", 404),
            (None, f"/{'x' * 22}/", 404),
            (None, f"{urlsplit(address).path}case.toml", 404),
            (None, f"{urlsplit(address).path}../case.toml", 404),
        ):
            with subtests.test(host=host, path=path):
                assert status == ask(address, host=host, path=path).status
        headers = ask(address).headers
        assert (headers["Cache-Control"], headers["X-Frame-Options"]) == ("no-store", "DENY")
        stop(process)


def test_what_cannot_be_served_is_said(bridge: Path, run: Run) -> None:
    """Standard input cannot be followed, and a port must exist."""
    assert "needs one in a file" in run("serve", "-", status=2)
    assert "cannot listen on port 99999" in run("serve", "case.toml", "--port", "99999", status=2)
    assert (bridge / "case.toml").exists()
