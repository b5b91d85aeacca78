"""The page in a real browser: it fits narrow and wide windows, says nothing on the console, and prints whole."""

import re
import shutil
import subprocess
from html import escape
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

import claimtrack as ct
from claimtrack.testing.changes import witness

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no chromium on this machine")
_MEASURE = """
<script>
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument.scrollingElement;
    return page.scrollWidth + "/" + page.clientWidth;
  });
  document.title = found.join(" ");
});
</script>
"""


def crowd() -> ct.Casebook:
    """A casebook of two hundred sources, some with long names, on two rivals."""
    records: list[object] = [
        ct.Claim(id=name, text=f"It {name} on the morning of the third of May.") for name in ("fell", "sank")
    ]
    records.append(ct.Question(id="why", text="What happened?", claims=("fell", "sank")))
    for place in range(200):
        claim = ("fell", "sank")[place % 2]
        source, said = witness(f"source-{place}", claim, grade="ABCDE"[place % 5])
        records += [source, said]
    records.append(ct.Document(id="d", title="W" * 120, url=f"https://news.example/{'a' * 200}"))
    return ct.Casebook(title="Two hundred sources").with_records(*records)  # type: ignore[arg-type]


def page(name: str) -> str:
    """The page of a case."""
    book = ct.read(EXAMPLE) if name == "border" else crowd()
    return ct.render(ct.compose(ct.explain(ct.score(book), closely=["covid"] if name == "border" else [])), "html")


def browse(*words: str) -> subprocess.CompletedProcess[bytes]:
    """Run the browser without a window."""
    assert BROWSER is not None
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", *words]
    return subprocess.run(command, capture_output=True, check=False, timeout=120)


@pytest.mark.parametrize("name", ["border", "crowd"])
def test_no_window_has_to_scroll_sideways(name: str, tmp_path: Path) -> None:
    """At 360, 768 and 1280 pixels the page is as wide as the window; wide tables scroll in themselves."""
    frames = "".join(
        f'<iframe width="{width}" height="800" srcdoc="{escape(page(name), quote=True)}"></iframe>'
        for width in (360, 768, 1280)
    )
    harness = tmp_path / "harness.html"
    harness.write_text(f"<!DOCTYPE html><title>-</title>{_MEASURE}{frames}", encoding="utf-8")
    done = browse("--virtual-time-budget=5000", "--dump-dom", harness.as_uri())
    title = re.search(rb"<title>([^<]*)</title>", done.stdout)
    assert title is not None
    widths = [tuple(map(int, pair.split("/"))) for pair in title[1].decode().split()]
    assert len(widths) == 3
    assert all(scrolled <= shown for scrolled, shown in widths), widths


@pytest.mark.parametrize("name", ["border", "crowd"])
def test_it_prints_whole_and_in_silence(name: str, tmp_path: Path) -> None:
    """Printed on paper no cell is cut off, and the browser has nothing to say on its console."""
    file, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    file.write_text(page(name), encoding="utf-8")
    done = browse(f"--print-to-pdf={printed}", "--no-pdf-header-footer", file.as_uri())
    assert b"CONSOLE" not in done.stderr
    text = re.sub(r"\s+", "", "".join(sheet.extract_text() for sheet in PdfReader(BytesIO(printed.read_bytes())).pages))
    if name == "border":
        assert "Whywerebordertowns" in text
        assert "wouldstandin" in text
    else:
        assert all(f"Source-{place}" in text for place in range(200))
