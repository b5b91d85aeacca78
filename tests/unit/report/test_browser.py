"""The page in a real browser: it fits any window, says nothing on the console, prints whole, and bars nobody."""

import re
import shutil
import subprocess
import threading
from functools import cache, partial
from html import escape, unescape
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import ClassVar

import pytest
from pypdf import PdfReader

import claimtrack as ct
from claimtrack.report import Masthead, logo_of, put_masthead
from claimtrack.report.render.html import render_served
from claimtrack.testing.generate.changes import witness

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
DESK = Masthead(
    desk="Night desk",
    byline="Ada Quill and Bo Stark",
    marking="Embargoed until 6 June",
    color="#7a1f1f",
    logo=logo_of(b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><path d="M0 0h40v20z"/></svg>'),
)
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = pytest.mark.skipif(BROWSER is None, reason="there is no chromium on this machine")
_MEASURE = """
<script>
addEventListener("load", () => {
  const found = [...document.querySelectorAll("iframe")].map(frame => {
    const page = frame.contentDocument.scrollingElement;
    const inside = [...frame.contentDocument.querySelectorAll(".scroll")].filter(e => e.scrollWidth > e.clientWidth);
    return page.scrollWidth + "/" + page.clientWidth + "/" + inside.length;
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


def course() -> list[ct.events.Event]:
    """The history of a bridge, with forty changes, of which some resolve."""
    events: list[ct.events.Event] = []
    for place in range(40):
        source, said = witness(
            f"source-{place}", "fell", grade="ABCDE"[place % 5], stance=("asserts", "denies")[place % 3 == 1]
        )
        claim = ct.Claim(id=f"c{place}", text="It fell." * (place % 3 + 1))
        more = ct.Statement(id=f"m{place}", origin=source.id, claim=claim.id, stance="asserts", lineage="witnessed")
        records = (
            [source, said, claim, more] if events else [ct.Claim(id="fell", text="The bridge fell."), source, said]
        )
        day = ct.dates.moment_of(f"2021-{place // 28 + 1:02}-{place % 28 + 1:02}")
        events += [ct.events.event(one, learned=day) for one in records]
    late = ct.dates.moment_of("2021-12-01")
    how = ("true", "false")
    return events + [
        ct.events.event(ct.events.Resolved(id=f"c{place}", outcome=how[place % 2]), learned=late, because="seen")  # type: ignore[arg-type]
        for place in range(1, 40)
    ]


@cache
def report(name: str) -> ct.report.Report:
    """The report on a case, as its desk has it."""
    if name == "history":
        return ct.report.compose_history(ct.tracking.track_score(course(), "fell"))
    if name == "calibration":
        found = ct.tracking.measure_calibration(ct.tracking.collect_forecasts(course()))
        return ct.report.compose_calibration(ct.build(ct.replay(course())), found)
    book = ct.read(EXAMPLE) if name == "border" else crowd()
    made = ct.compose(ct.explain(ct.score(book), closely=["covid"] if name == "border" else []))
    return put_masthead(made, DESK) if name == "crowd" else made


def page(name: str) -> str:
    """The page of a case."""
    return ct.render(report(name), "html")


def _body(sheet: str) -> list[str]:
    """The lines of a printed sheet, without those at its edges."""
    edges = re.compile(r"For (?:internal|public) readers\.|\d+ of \d+$|Internal: not|Embargoed")
    return [line.strip() for line in sheet.splitlines() if line.strip() and not edges.match(line.strip())] or [""]


def browse(*words: str) -> subprocess.CompletedProcess[bytes]:
    """Run the browser without a window."""
    assert BROWSER is not None
    command = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--enable-logging=stderr", *words]
    return subprocess.run(command, capture_output=True, check=False)


@pytest.mark.parametrize("name", ["border", "crowd", "history", "calibration"])
def test_no_window_has_to_scroll_sideways(name: str, tmp_path: Path) -> None:
    """At 360, 390, 768 and 1280 pixels the page is as wide as the window; on a telephone no table in it is wider."""
    frames = "".join(
        f'<iframe width="{width}" height="800" srcdoc="{escape(page(name), quote=True)}"></iframe>'
        for width in (360, 390, 768, 1280)
    )
    harness = tmp_path / "harness.html"
    harness.write_text(f"<!DOCTYPE html><title>-</title>{_MEASURE}{frames}", encoding="utf-8")
    done = browse("--virtual-time-budget=5000", "--dump-dom", harness.as_uri())
    title = re.search(rb"<title>([^<]*)</title>", done.stdout)
    assert title is not None
    widths = [tuple(map(int, found.split("/"))) for found in title[1].decode().split()]
    assert len(widths) == 4
    assert all(scrolled <= shown for scrolled, shown, _ in widths), widths
    assert not any(inside for _, _, inside in widths[:2])


@pytest.mark.parametrize(
    ("name", "paper"),
    [("border", "A4"), ("crowd", "A4"), ("crowd", "letter"), ("history", "A4"), ("calibration", "A4")],
)
def test_it_prints_whole_and_in_silence(name: str, paper: str, tmp_path: Path) -> None:
    """Printed on either paper no cell is cut off, each sheet has its number, no heading stands alone at its foot.

    The browser has nothing to say on its console.
    """
    file, printed = tmp_path / "report.html", tmp_path / "report.pdf"
    text = page(name).replace("@page { margin", f"@page {{ size: {paper}; margin")
    assert paper in text
    file.write_text(text, encoding="utf-8")
    done = browse(f"--print-to-pdf={printed}", "--no-pdf-header-footer", file.as_uri())
    assert b"CONSOLE" not in done.stderr
    sheets = [sheet.extract_text() for sheet in PdfReader(BytesIO(printed.read_bytes())).pages]
    text = re.sub(r"\s+", "", "".join(sheets))
    count = len(sheets)
    assert all(f"{number}of{count}" in re.sub(r"\s+", "", sheet) for number, sheet in enumerate(sheets, start=1))
    titles = [section.title for section in report(name).sections]
    assert not [lines[-1] for lines in map(_body, sheets) if lines[-1] in titles]
    if name == "border":
        assert "Whywerebordertowns" in text
        assert "Aboutthisreport" in text
    elif name == "history":
        assert "Ithaschanged" in text
    elif name == "calibration":
        assert "Brierscore" in text
    else:
        assert all(f"Source-{place}" in text for place in range(200))


EXAMPLES = sorted(path.parent.name for path in EXAMPLE.parents[1].glob("*/casebook.toml"))
MOST_SHEETS = {"border_lockdowns": 7, "dam_release": 8}


@pytest.mark.parametrize("name", EXAMPLES)
def test_the_brief_is_one_sheet_and_the_full_report_few(name: str, tmp_path: Path) -> None:
    """The brief of every example, with a desk's masthead on it, is one sheet of A4; a full report is a handful."""
    explanation = ct.explain(ct.score(ct.read(EXAMPLE.parents[1] / name / "casebook.toml")))
    brief = put_masthead(ct.compose(explanation, length="brief"), DESK)
    assert len(print_sheets(brief, tmp_path)) == 1
    assert len(print_sheets(ct.compose(explanation, length="full"), tmp_path)) <= MOST_SHEETS.get(name, 6)


def print_sheets(report: ct.report.Report, folder: Path) -> list[str]:
    """The text of each sheet of A4 that a report prints on."""
    file, printed = folder / "report.html", folder / "report.pdf"
    file.write_text(
        str(ct.render(report, "html")).replace("@page { margin", "@page { size: A4; margin"), encoding="utf-8"
    )
    browse(f"--print-to-pdf={printed}", "--no-pdf-header-footer", file.as_uri())
    return [sheet.extract_text() for sheet in PdfReader(BytesIO(printed.read_bytes())).pages]


_AXE = """
<script>%s</script>
<script>
addEventListener("load", async () => {
  const found = await axe.run(document, { resultTypes: ["violations"] });
  document.title = JSON.stringify(found.violations.map(v => [v.id, v.nodes.slice(0, 3).map(n => n.html)]));
});
</script>
"""
_POLICY = re.compile(r"<meta http-equiv=\"Content-Security-Policy\"[^>]*>")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("name", ["border", "crowd", "history", "calibration"])
def test_the_accessibility_checker_finds_nothing(name: str, scheme: str, tmp_path: Path) -> None:
    """In light and dark colours, with all that opens opened, axe finds no violation of any of its rules."""
    text = page(name).replace("<details>", "<details open>")
    if scheme == "dark":
        assert "(prefers-color-scheme: dark)" in text
        text = text.replace("(prefers-color-scheme: dark)", "all")
    assert violations(text, tmp_path) == "[]"


def test_the_accessibility_checker_can_find_something(tmp_path: Path) -> None:
    """A picture without words is found, so that silence means something."""
    assert "image-alt" in violations(page("border").replace("<main>", '<main><img src="data:,">'), tmp_path)


def violations(text: str, tmp_path: Path) -> str:
    """What axe finds on a page, as JSON."""
    axe = files("axe_core_python").joinpath("axe.min.js").read_text(encoding="utf-8")
    file = tmp_path / "report.html"
    file.write_text(_POLICY.sub("", text).replace("</body>", _AXE % axe + "</body>"), encoding="utf-8")
    done = browse("--virtual-time-budget=60000", "--dump-dom", file.as_uri())
    title = re.search(rb"<title>([^<]*)</title>", done.stdout)
    assert title is not None
    return unescape(title[1].decode())


class _Counting(SimpleHTTPRequestHandler):
    """A server that writes down what it is asked for."""

    asked: ClassVar[list[str]] = []

    def log_request(self, *_: object) -> None:
        """Write a request down."""
        self.asked.append(self.path)


def test_the_page_asks_for_nothing(tmp_path: Path) -> None:
    """Served by a server that counts, the page is asked for once, and nothing else is."""
    (tmp_path / "report.html").write_text(page("border"), encoding="utf-8")
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Counting, directory=str(tmp_path))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        browse("--virtual-time-budget=3000", "--dump-dom", f"http://127.0.0.1:{server.server_port}/report.html")
        server.shutdown()
    assert _Counting.asked == ["/report.html"]


def test_a_served_page_shows_itself_anew() -> None:
    """Its policy lets its own script run, and nothing else: as soon as there is a newer version, the page reloads."""
    first, second = (str(render_served(entitled(title), version)) for title, version in (("Old", "1"), ("New", "2")))
    asked: list[str] = []

    class Serving(SimpleHTTPRequestHandler):
        """A server whose page is a newer one after it was seen once."""

        def do_GET(self) -> None:
            """Answer."""
            asked.append(self.path)
            text = "2" if self.path == "/version" else second if asked.count("/") > 1 else first
            kind = "text/plain" if self.path == "/version" else "text/html; charset=utf-8"
            self.send_response(200)
            self.send_header("Content-Type", kind)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Serving) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        done = browse("--virtual-time-budget=6000", "--dump-dom", f"http://127.0.0.1:{server.server_port}/")
        server.shutdown()
    assert b"CONSOLE" not in done.stderr
    assert b'<h1 dir="auto">New</h1>' in done.stdout
    assert {"/", "/version"} >= set(asked) - {"/favicon.ico"}


def entitled(title: str) -> ct.report.Report:
    """A short report of that title."""
    return ct.report.Report(title=title, audience="internal", digest="", sections=())
