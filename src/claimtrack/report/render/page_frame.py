"""What stands around a report on its page: policy, styles, masthead, and the running head of each printed sheet."""

from base64 import b64encode
from collections.abc import Iterable
from hashlib import sha256

from claimtrack._packaged import read_packaged
from claimtrack.report.blocks import Report
from claimtrack.report.markup import Markup, element, join
from claimtrack.report.masthead import Masthead
from claimtrack.text.escape import one_line

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
_LOGO_POLICY = "; img-src data:"
_LONGEST_HEAD = 90
_SERVED = "Served on this computer only. It follows the casebook by itself."
_STOPPED = "The server has stopped: this page no longer follows the casebook."
_REFRESH = Markup(
    f"""const seen = document.documentElement.dataset.version;
setInterval(async () => {{
  try {{
    const answer = await fetch("version", {{cache: "no-store"}});
    if (answer.ok && await answer.text() !== seen) location.reload();
  }} catch {{
    document.getElementById("served").textContent = {_STOPPED!r};
  }}
}}, 1000);
"""
)
"""What a served page runs: it asks each second whether there is a newer one."""


class Page(Markup):
    """A page as text, which a notebook shows."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return frame_page(self)


def frame_page(page: Markup) -> Markup:
    """Put a page in a frame that runs nothing, and in which its styles touch nothing else."""
    style = "width:100%;height:40rem;border:1px solid #999"
    return element("iframe", srcdoc=page, sandbox=True, title="Report", style=style)


def lay_out_page(report: Report, main: Iterable[str], *, version: str = "") -> Page:
    """Put the chapters of a report in their page.

    Args:
        report: the report.
        main: its contents and chapters.
        version: of a page that is served, and asks whether there is a newer one; empty for all others.
    """
    masthead = report.masthead or Masthead()
    policy = _POLICY + (_LOGO_POLICY if masthead.logo else "")
    if version:
        policy += f"; connect-src 'self'; script-src 'sha256-{_digest(_REFRESH)}'"
    head = element(
        "head",
        lines_of(
            "",
            element("meta", charset="utf-8"),
            element("meta", name="viewport", content="width=device-width, initial-scale=1"),
            element("meta", http_equiv="Content-Security-Policy", content=policy),
            element("meta", name="referrer", content="no-referrer"),
            element("meta", name="generator", content="claimtrack"),
            element("title", report.title),
            element("style", Markup("\n"), Markup(_style(report, masthead))),
            *([element("script", _REFRESH)] if version else []),
            "",
        ),
    )
    warning = [report.warning] if report.warning else []
    marking = element("p", " ".join((*warning, masthead.marking)), class_="marking", role="note")
    served = element("p", _SERVED, class_="marking served", id="served", role="status")
    body = element(
        "body",
        lines_of(
            "",
            element("a", "To the bottom line", class_="skip", href="#part-0"),
            element(
                "header",
                *([marking] if warning or masthead.marking else []),
                *([served] if version else []),
                element(
                    "div",
                    *_desk(masthead),
                    element("h1", report.title, dir="auto"),
                    element("p", *_readers_and_day(report), class_="meta"),
                    class_="head",
                ),
            ),
            *main,
            element(
                "footer",
                element("p", f"Digest of the casebook: {report.digest}"),
                *(element("p", text) for text in warning),
            ),
            "",
        ),
    )
    page = element("html", lines_of("", head, body, ""), lang="en", data_version=version or None)
    return Page(lines_of(Markup("<!DOCTYPE html>"), page, ""))


def lines_of(*pieces: str) -> Markup:
    """Put pieces one under the other."""
    return join(pieces, by="\n")


def _digest(script: str) -> str:
    return b64encode(sha256(script.encode()).digest()).decode()


def _desk(masthead: Masthead) -> list[Markup]:
    """The line with the desk's logo and name, and the byline."""
    pieces = [element("b", masthead.desk)] if masthead.desk else []
    if masthead.logo:
        address = f"data:{masthead.logo.media_type};base64,{b64encode(masthead.logo.content).decode()}"
        pieces = [element("img", alt=masthead.desk, src=address)]
    if masthead.byline:
        pieces.append(element("span", masthead.byline))
    return [element("p", pieces, class_="desk", dir="auto")] if pieces else []


def _readers(report: Report) -> str:
    """Who it is for, and up to which day that could be known; the digest stands at the foot."""
    until = f" Judged by what could be known on {report.cutoff}." if report.cutoff else ""
    return f"For {report.audience} readers.{until}"


def _readers_and_day(report: Report) -> list[str]:
    """The same as elements: a narrow window breaks no date."""
    before, day, after = _readers(report).partition(report.cutoff or "\n")
    return [before.rstrip(), *([Markup(" "), element("time", day + after)] if day else [])]


def _style(report: Report, masthead: Masthead) -> str:
    pictures, page = read_packaged("claimtrack.report.charts", "pictures.css"), read_packaged(__package__, "style.css")
    return pictures + page + _brand(masthead) + _running_head(report, masthead)


def _brand(masthead: Masthead) -> str:
    """The desk's own colour, in light and in the dark."""
    if not masthead.color:
        return ""
    usual, dark = (f":root {{ --brand: {color}; }}" for color in (masthead.color, masthead.color_in_the_dark))
    return f"{usual}\n@media (prefers-color-scheme: dark) {{ {dark} }}\n@media print {{ {usual} }}\n"


def _running_head(report: Report, masthead: Masthead) -> str:
    """What stands at the edges of each printed sheet: title, marking, readers and day, and the number of the sheet."""
    marking = " ".join(text for text in (report.warning, masthead.marking) if text)
    edges = {
        "@top-left": _quoted(_cut(report.title)),
        "@top-right": _quoted(_cut(marking)),
        "@bottom-left": _quoted(_readers(report)),
        "@bottom-right": f"counter(page) {_quoted(' of ')} counter(pages)",
    }
    boxes = " ".join(
        f"{edge} {{ content: {content}; font: 6.5pt Arial, sans-serif; color: #444; }}"
        for edge, content in edges.items()
    )
    return f"@page {{ {boxes} }}\n@page :first {{ @top-left {{ content: none; }} }}\n"


def _cut(text: str) -> str:
    text = one_line(text)
    return text if len(text) <= _LONGEST_HEAD else f"{text[: _LONGEST_HEAD - 1].rstrip()}…"


def _quoted(text: str) -> str:
    r"""A text as a string of a style sheet: each character as its number, so that none of them acts.

    Example:
        >>> _quoted("</")
        '"\\3c \\2f "'
    """
    return '"' + "".join(f"\\{ord(character):x} " for character in text) + '"'
