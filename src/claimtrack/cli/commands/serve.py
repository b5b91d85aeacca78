"""Show the report in a browser on this computer."""

import argparse
import secrets
from hmac import compare_digest
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock

from claimtrack.analysis.rerun import BUDGET
from claimtrack.cli._casebook import tell_internal_only
from claimtrack.cli._composing import compose_report
from claimtrack.cli._files import is_standard_input
from claimtrack.cli._options import (
    Run,
    add_budget,
    add_casebook,
    add_documents,
    add_lengths,
    add_profile,
    add_words,
    parse_count,
)
from claimtrack.cli._terminal import print_note, print_text
from claimtrack.cli._watch import MAY_PASS, Watched
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import InvalidCasebook, WrongUse
from claimtrack.report.blocks import Bullets, Report, Section
from claimtrack.report.render.html import render_served
from claimtrack.text.words import counted

_HERE = "127.0.0.1"
_HEADERS = {
    "Cache-Control": "no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
_MOST_SHOWN = 50


def prepare_serve(parser: argparse.ArgumentParser) -> Run:
    """Show the report in a browser on this computer, and follow the casebook.

    It prints an address that only programs on this computer can reach, and that
    nobody can guess. The report there is the internal one; the page refreshes
    itself whenever a file that it was made from changes. Ctrl-C stops.
    """
    add_casebook(parser)
    parser.add_argument(
        "--port", type=parse_count, default=0, metavar="N", help="the port to listen on (default: one that is free)"
    )
    add_lengths(parser)
    add_documents(parser)
    add_profile(parser)
    add_budget(parser, BUDGET)
    add_words(parser)
    parser.set_defaults(audience="internal", usually="internal", key=None, anyway=None, checks=True)
    return _run


def _run(options: argparse.Namespace) -> int:
    if is_standard_input(options.file):
        raise WrongUse(reason="serve follows a casebook, so it needs one in a file")
    tell_internal_only()
    newest = _Newest(options)
    newest.page()  # what is wrong with the command line is said before anything is served
    with _open(options.port, newest) as server:
        print_text(f"{server.address}\n")
        print_note(f"claimtrack: serving the internal report of {options.file} on this computer; Ctrl-C stops")
        server.serve_forever()
    raise AssertionError("a server ends by an interrupt only")


class _Newest:
    """The newest page of a casebook, made when it is asked for and something has changed."""

    def __init__(self, options: argparse.Namespace) -> None:
        self.options, self.lock = options, Lock()
        self.watched, self.made = Watched(options.file), ""
        self.count = 0

    def version(self) -> str:
        """A word for the newest page, which is another for each."""
        with self.lock:
            return self._version()

    def page(self) -> str:
        """The newest page."""
        with self.lock:
            version = self._version()
            if not self.made:
                with self.watched.reading():
                    try:
                        report = compose_report(self.options, self.options.length or "brief").report
                    except MAY_PASS as error:
                        report = _report_on(error)
                self.made = render_served(report, version)
            return self.made

    def _version(self) -> str:
        if self.watched.has_changed():
            self.count, self.made = self.count + 1, ""
            self.watched.stamps = {}
        return str(self.count)


def _report_on(error: ClaimtrackError) -> Report:
    """A page that says what is wrong with the casebook."""
    problems = error.problems if isinstance(error, InvalidCasebook) else (error,)
    items = tuple(map(str, problems[:_MOST_SHOWN]))
    title = f"{counted(len(problems), 'problem')} to put right first"
    return Report(
        title="The report cannot be made",
        audience="internal",
        digest="none",
        sections=(Section(title=title, blocks=(Bullets(items=items),)),),
    )


class _Server(ThreadingHTTPServer):
    """A server for this computer alone, under an address that nobody can guess."""

    daemon_threads = True

    def __init__(self, port: int, newest: _Newest) -> None:
        super().__init__((_HERE, port), _Handler)
        self.newest, self.secret = newest, secrets.token_urlsafe(16)

    @property
    def address(self) -> str:
        """The address of the page."""
        return f"http://{_HERE}:{self.server_port}/{self.secret}/"


def _open(port: int, newest: _Newest) -> _Server:
    try:
        return _Server(port, newest)
    except (OSError, OverflowError) as error:
        reason = getattr(error, "strerror", None) or "there is no such port"
        raise WrongUse(reason=f"cannot listen on port {port}: {reason.lower()}") from None


class _Handler(BaseHTTPRequestHandler):
    """Answers those who have the address, and come by it."""

    server: _Server
    server_version, sys_version = "claimtrack", ""

    def do_GET(self) -> None:
        """Answer with the page, or with its version."""
        answer = self._answer()
        status = HTTPStatus.NOT_FOUND if answer is None else HTTPStatus.OK
        kind, text = answer or ("text/plain", "Not found.\n")
        self.send_response(status)
        data = text.encode()
        for name, value in {
            **_HEADERS,
            "Content-Type": f"{kind}; charset=utf-8",
            "Content-Length": str(len(data)),
        }.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(data)

    def _answer(self) -> tuple[str, str] | None:
        """The type and text of what was asked for; None for whoever came by another name, or does not have the address.

        A page of another site can make a browser ask here under that site's name, which the browser then sends along.
        """
        hosts = (f"{_HERE}:{self.server.server_port}", f"localhost:{self.server.server_port}")
        if self.headers.get("Host") not in hosts:
            return None
        secret, _, name = self.path.removeprefix("/").partition("/")
        if not compare_digest(secret.encode(), self.server.secret.encode()):
            return None
        if name == "":
            return "text/html", self.server.newest.page()
        return ("text/plain", self.server.newest.version()) if name == "version" else None

    def log_message(self, *_: object) -> None:
        """Say nothing: an address is a secret, and asking each second is no news."""
