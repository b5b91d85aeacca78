"""The texts of documents, from the files that casebooks name: text, Markdown, HTML and PDF."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from html import unescape
from io import BytesIO
from logging import CRITICAL, getLogger
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple
from unicodedata import category

from claimtrack.errors.base import shown
from claimtrack.errors.failures import InvalidCasebook, MissingExtra, UnknownName, UnreadableFile
from claimtrack.errors.problems import Problem, UnreadableDocument
from claimtrack.io.atomic import path_exists, read_bytes
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import TextFile


def read_texts(casebook: Casebook, folder: str | Path) -> dict[str, str]:
    """The texts of the documents that a casebook keeps in files, by document id.

    Args:
        casebook: the casebook.
        folder: the casebook's folder, from which the paths lead.

    Raises:
        InvalidCasebook: files are not there, are no text, or are of another kind than .txt, .md, .html or .pdf; all
            of them are listed, each with its place.
        MissingExtra: a PDF is named and `claimtrack[pdf]` is not installed.

    Cost: linear in the files, whatever is in them; but for PDF.
    """
    texts: dict[str, str] = {}
    problems: list[Problem] = []
    for position, document in enumerate(casebook.documents):
        if not isinstance(document.text, TextFile):
            continue
        path = document.text.path
        try:
            texts[document.id] = text_of(Path(folder) / path)
        except (UnreadableFile, UnknownName) as error:
            reason = error.reason if isinstance(error, UnreadableFile) else f"its name ends in none of {_ENDINGS}"
            problems.append(UnreadableDocument(place=f"documents[{position}].text", seen=path, reason=reason))
    if problems:
        raise InvalidCasebook(problems=tuple(problems))
    return texts


def text_of(path: Path) -> str:
    """The text of a file, by its ending.

    Raises:
        UnreadableFile: it is not there, or is no text.
        UnknownName: it is of another kind than .txt, .md, .html or .pdf.
        MissingExtra: it is a PDF and `claimtrack[pdf]` is not installed.
    """
    kind = path.suffix.casefold()
    if kind not in _KINDS:
        raise UnknownName(kind="kind of document", seen=path.name, known=tuple(_KINDS), near=None)
    try:
        return _KINDS[kind](path)
    except UnicodeDecodeError:
        raise UnreadableFile(path=str(path), reason="not UTF-8 text") from None


def _content(path: Path) -> bytes:
    """The bytes of a regular file; a pipe or a device is never opened."""
    if path_exists(path) and path.exists() and not path.is_file():
        raise UnreadableFile(path=str(path), reason="not a regular file")
    return read_bytes(path)


def _plain(path: Path) -> str:
    return _content(path).decode("utf-8-sig")


def _html(path: Path) -> str:
    return _seen(_plain(path))


def _markdown(path: Path) -> str:
    return _seen(_unmarked(_plain(path)))


# --- HTML: what a reader of a page sees ----------------------------------------------------------------------------

_COMMENT = r"<!--(?:-?>|.*?(?:--!?>|\Z))"
_NAME = r"(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)"
_COMMENTED = re.compile(_COMMENT, re.DOTALL)
_OPENS = re.compile(r"<[a-zA-Z/!?]")
_TAG = re.compile(rf"""<(?:{_NAME}(?:[^>=]++|=\s*+(?:"[^"]*+"|'[^']*+'|(?!["'])))*+|(?:[!?]|/(?![a-zA-Z]))[^>]*+)>""")
_LOOSE_TAG = re.compile(rf"<(?:{_NAME})?+[^>]*+>")
"""A tag that ends at the first `>`: for pages with a quotation mark that is never closed."""
_HUGE_NUMBER = re.compile(r"&#[0-9]{8,};?", re.ASCII)
_NOTE_MARK = re.compile(r"(?:[\s\d,;*†‡§¶‖#()]|\[[^\[\]]{0,30}\])*+")
_LAST_WORD = re.compile(r"[^\W_]+\Z")
_UNIT = 2
_UNSEEN = frozenset({"script", "style", "title", "noscript", "noframes", "noembed", "iframe"})
"""Elements that hold nothing but text, and none that is shown."""
_FOREIGN = frozenset({"svg", "math"})
_ENDS = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _UNSEEN}
_FOREIGN_ENDS = {name: re.compile(rf"</(?:{name}|svg|math)(?=[\s/>])", re.IGNORECASE) for name in _UNSEEN}
_WITHIN_LINES = """
    a abbr acronym b bdi bdo big cite code data del dfn em font i img ins kbd label link mark meta nobr picture q rp rt
    ruby s samp small source span strike strong sub sup template time tt u var wbr
"""
_INLINE = _UNSEEN | frozenset(_WITHIN_LINES.split())
"""Elements that stand within a line; every other one begins a line of its own."""


class _Piece(NamedTuple):
    """A piece of a page: text, or the name of a tag."""

    text: str = ""
    name: str = ""
    ends: bool = False


def _seen(page: str) -> str:
    """What a reader of a page sees, without the marks of footnotes."""
    pieces: list[str] = []
    templates, note = 0, -1
    for text, name, ends in _pieces(page):
        if name == "template":
            templates = max(0, templates - 1 if ends else templates + 1)
        elif templates:
            continue
        elif name == "sup":
            raised = "".join(pieces[note:]) if ends and note >= 0 else ""
            if raised and _NOTE_MARK.fullmatch(raised):
                pieces[note:] = [f"^{raised.strip()}"] if _is_power(pieces[:note], raised) else []
            note = -1 if ends else len(pieces)
        elif name and name not in _INLINE:
            pieces.append("\n")
        else:
            pieces.append(unescape(_HUGE_NUMBER.sub("\ufffd", text)))
    return "".join(pieces)


def _is_power(pieces: Sequence[str], raised: str) -> bool:
    """Whether raised digits belong to a number or a short unit, as in 10⁶ and km²; after a word they mark a note."""
    if not raised.strip().isdigit():
        return False
    before = _LAST_WORD.search("".join(pieces[-3:]))
    return before is not None and (before[0][-1].isdigit() or len(before[0]) <= _UNIT)


def _pieces(page: str) -> Iterator[_Piece]:
    """The texts and tags of a page in order, without comments and without elements that nobody sees."""
    place, foreign, pattern = 0, 0, _TAG
    while (start := page.find("<", place)) >= 0:
        yield _Piece(text=page[place:start])
        place = start
        if comment := _COMMENTED.match(page, start):
            place = comment.end()
            continue
        if not _OPENS.match(page, start):
            yield _Piece(text="<")
            place += 1
            continue
        tag = pattern.match(page, start)
        if tag is None:
            pattern = _LOOSE_TAG
            tag = pattern.match(page, start)
        if tag is None:
            break
        place = tag.end()
        name, ends = (tag["name"] or "").lower(), bool(tag["close"])
        yield _Piece(name=name, ends=ends)
        opens = not ends and not tag[0].endswith("/>")
        if name in _FOREIGN:
            foreign = max(0, foreign + opens - ends)
        elif opens and name in _UNSEEN:
            end = (_FOREIGN_ENDS if foreign else _ENDS)[name].search(page, place)
            place = end.start() if end else len(page)
    yield _Piece(text=page[place:])


# --- Markdown: to HTML, in so far as a reader sees a difference ----------------------------------------------------

_QUOTED = re.compile(r"(?:[ \t]*+>)*+")
_BREAK = re.compile(r"[ \t]*+([-*_])(?:[ \t]*+\1){2,}+[ \t]*+$")
_MARK = re.compile(r"[ \t]*+(?:>|[-*+][ \t]++|(?P<number>\d{1,2})[.)][ \t]++)", re.ASCII)
_FENCE = re.compile(r"[ \t]*+(`{3,}+(?=[^`]*+$)|~{3,}+)")
_HEADING = re.compile(r" {0,3}#{1,6}(?:[ \t]++|$)")
_TITLE = r"""(?:"(?:\\.|[^"\\])*+"|'(?:\\.|[^'\\])*+'|\((?:\\.|[^()\\])*+\))"""
_DEFINITION = re.compile(rf" {{0,3}}\[(?!\^)(?P<label>[^\[\]]{{1,999}}+)\]:[ \t]*+\S++[ \t]*+{_TITLE}?+[ \t]*+$")
_NOTE = re.compile(r" {0,3}\[\^[^\s\[\]]{1,40}\]:[ \t]*+")
_AIM = r"(?:<[^<>\n]*+>|(?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\])*+\))*+)"
_TAIL = re.compile(rf"\(\s*+{_AIM}(?:\s++{_TITLE})?+\s*+\)|\[(?!\^)[^\[\]]*+\]", re.DOTALL)
"""What follows the text of a link: where it leads, or the label of where."""
_LONGEST_LABEL = 999
_TICKS = re.compile(r"`+")
_SIGN = re.compile(
    rf"""
    \\(?P<escaped>[\n!-/:-@\[-`{{-~])
    | (?P<ticks>`++)
    | <(?P<address>[a-zA-Z][a-zA-Z0-9+.-]{{1,31}}:[^\s<>]*+|[^\s<>@]++@[^\s<>]++)>
    | (?P<markup>
        {_COMMENT}
        | </?[a-zA-Z][a-zA-Z0-9-]*+
          (?:\s++[a-zA-Z_:][\w.:-]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'=<>`]++))?+)*+\s*+/?>
        | <[!?][^<>]*+>
      )
    | (?P<less><)
    | (?P<note>\[\^[^\s\[\]]{{1,40}}\])
    | (?P<open>!?\[)
    | (?P<shut>\])
    | (?P<run>\*++|_++)
    """,
    re.DOTALL | re.VERBOSE,
)


def _unmarked(text: str) -> str:
    """A Markdown text without its marks; the HTML in it stays."""
    blocks = _Blocks()
    for line in text.replace("\r\n", "\n").split("\n"):
        blocks.add(line)
    return "\n".join(
        _escaped("\n".join(lines)) if is_code else _Inline("\n".join(lines), blocks.labels).text()
        for is_code, lines in blocks.found
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


class _Blocks:
    """Takes the lines of a Markdown text, and keeps its paragraphs and its code without the marks of lines."""

    def __init__(self) -> None:
        self.found: list[tuple[bool, list[str]]] = [(False, [])]
        self.labels: set[str] = set()
        self._fence = ""
        self._in_list = False

    def add(self, line: str) -> None:
        """Take a line."""
        if self._fence:
            self._add_code(line)
            return
        is_open = bool(self.found[-1][1])
        rest, is_item = _without_marks(line, in_prose=is_open and not self._in_list)
        if is_item:
            self._in_list = True
        elif not is_open and rest[:1].strip():
            self._in_list = False
        if is_item or not rest.strip():
            self._begin()
        if rest.strip():
            self._add_rest(rest)

    def _add_code(self, line: str) -> None:
        bare = line.lstrip(" \t>")
        if bare.startswith(self._fence) and not bare.strip(self._fence[0] + " \t"):
            self._fence = ""
            self._begin()
        else:
            self.found[-1][1].append(line)

    def _add_rest(self, rest: str) -> None:
        """Take what is left of a line without the marks of lists and quotes."""
        lines = self.found[-1][1]
        if fence := _FENCE.match(rest):
            self._fence = fence[1]
            self._begin(is_code=True)
        elif heading := _HEADING.match(rest):
            self._begin()
            self.found[-1][1].append(_without_closing_marks(rest[heading.end() :]))
            self._begin()
        elif lines and set(rest.strip()) in ({"="}, {"-"}):
            self._begin()
        elif not lines and (definition := _DEFINITION.match(rest)):
            self.labels.add(_label(definition["label"]))
        else:
            lines.append(_NOTE.sub("", rest))

    def _begin(self, *, is_code: bool = False) -> None:
        if is_code or any(self.found[-1]):
            self.found.append((is_code, []))


def _without_marks(line: str, *, in_prose: bool) -> tuple[str, bool]:
    """A line without the marks of quotes and lists, and whether it begins an item of a list.

    A number of three or more digits is no mark, and none but 1 is in the midst of a paragraph.
    """
    quoted = _QUOTED.match(line)
    start = place = quoted.end() if quoted else 0
    if _BREAK.match(line, place):
        return "", True
    while (mark := _MARK.match(line, place)) and (not in_prose or mark["number"] in (None, "1")):
        place, in_prose = mark.end(), False
    return line[place:], place > start


def _without_closing_marks(heading: str) -> str:
    bare = heading.rstrip()
    kept = bare.rstrip("#")
    return kept if not kept or kept[-1] in " \t" else bare


def _label(text: str) -> str:
    return " ".join(text.casefold().split())


class _Run:
    """A run of `*` or `_`: how many of them are left, and what it can begin and end."""

    def __init__(self, text: str, place: int, before: str, after: str) -> None:
        self.sign, self.size, self.left, self.place = text[0], len(text), len(text), place
        opens = _leans(after, before)
        closes = _leans(before, after)
        if self.sign == "_":
            opens, closes = (
                opens and (not closes or _is_sign(before)),
                closes and (not opens or _is_sign(after)),
            )
        is_sum = before.isdigit() and after.isdigit()
        self.opens, self.closes = opens and not is_sum, closes and not is_sum

    @property
    def kind(self) -> tuple[str, bool, int]:
        """What decides which runs it can be paired with."""
        return self.sign, self.opens and self.closes, self.size % 3

    def pairs_with(self, kind: tuple[str, bool, int]) -> bool:
        """Whether it ends what a run of that kind begins, by CommonMark's rule of three."""
        sign, is_both, size = kind
        is_odd = (is_both or self.opens) and (size + self.size) % 3 == 0 and size != 0
        return sign == self.sign and not is_odd


def _leans(inner: str, outer: str) -> bool:
    """Whether a run between two characters belongs to the inner one."""
    return not inner.isspace() and (not _is_sign(inner) or outer.isspace() or _is_sign(outer))


def _is_sign(character: str) -> bool:
    return category(character)[0] in "PS"


class _Inline:
    """Reads a paragraph of Markdown from left to right, once, and keeps the pieces that a reader sees."""

    def __init__(self, source: str, labels: set[str]) -> None:
        self._source, self._labels = source, labels
        self._pieces: list[str] = []
        self._brackets: list[tuple[int, int]] = []
        self._openers: dict[tuple[str, bool, int], list[_Run]] = {}
        self._ticks: dict[int, list[int]] = {}
        for ticks in reversed(list(_TICKS.finditer(source))):
            self._ticks.setdefault(len(ticks[0]), []).append(ticks.start())

    def text(self) -> str:
        """The paragraph without its marks."""
        place = 0
        while sign := _SIGN.search(self._source, place):
            self._pieces.append(self._source[place : sign.start()])
            place = self._take(sign)
        return "".join([*self._pieces, self._source[place:]])

    def _take(self, sign: re.Match[str]) -> int:
        """Keep what a sign stands for, and tell where to read on."""
        kind = sign.lastgroup or ""
        if kind == "ticks":
            return self._code(sign)
        if kind == "shut":
            return self._shut(sign)
        if kind == "run":
            self._run(sign)
        elif kind == "open":
            self._brackets.append((len(self._pieces), sign.end()))
            self._pieces.append(sign[0])
        elif kind == "markup":
            self._pieces.append(sign[0])
        elif kind != "note":
            self._pieces.append(_escaped("<" if kind == "less" else sign[kind]))
        return sign.end()

    def _code(self, sign: re.Match[str]) -> int:
        """Code as it stands, up to the next run of as many ticks; a run without one is text."""
        places = self._ticks.get(len(sign[0]), [])
        while places and places[-1] < sign.end():
            places.pop()
        if not places:
            self._pieces.append(sign[0])
            return sign.end()
        code = self._source[sign.end() : places[-1]]
        is_padded = code[:1] == code[-1:] == " " and code.strip()
        self._pieces.append(_escaped(code[1:-1] if is_padded else code))
        return places.pop() + len(sign[0])

    def _shut(self, sign: re.Match[str]) -> int:
        """The end of a link's text, or a bracket."""
        piece, start = self._brackets.pop() if self._brackets else (-1, 0)
        tail = _TAIL.match(self._source, sign.end()) if piece >= 0 else None
        is_short = piece >= 0 and sign.start() - start <= _LONGEST_LABEL
        if tail or (is_short and _label(self._source[start : sign.start()]) in self._labels):
            self._pieces[piece] = ""
            return tail.end() if tail else sign.end()
        self._pieces.append("]")
        return sign.end()

    def _run(self, sign: re.Match[str]) -> None:
        """A run of `*` or `_`: what it pairs with goes, what is left is text."""
        before = self._source[max(0, sign.start() - 1) : sign.start()]
        after = self._source[sign.end() : sign.end() + 1]
        run = _Run(sign[0], len(self._pieces), before or " ", after or " ")
        while run.closes and run.left and (opener := self._opener_of(run)):
            used = min(run.left, opener.left)
            run.left -= used
            opener.left -= used
            self._pieces[opener.place] = opener.sign * opener.left
            self._forget_after(opener)
        self._pieces.append(run.sign * run.left)
        if run.opens and run.left:
            self._openers.setdefault(run.kind, []).append(run)

    def _opener_of(self, run: _Run) -> _Run | None:
        """The nearest run before that a run can end."""
        found = [runs[-1] for kind, runs in self._openers.items() if runs and run.pairs_with(kind)]
        return max(found, key=lambda opener: opener.place, default=None)

    def _forget_after(self, opener: _Run) -> None:
        """Forget the runs within a pair, and the pair's opener once nothing of it is left."""
        for runs in self._openers.values():
            while runs and runs[-1].place >= opener.place + (opener.left > 0):
                runs.pop()


# --- PDF, and the kinds of file ------------------------------------------------------------------------------------


def _pdf(path: Path) -> str:
    try:
        from pypdf import PdfReader  # noqa: PLC0415
    except ImportError:
        raise MissingExtra(extra="pdf", what="reading PDF documents") from None
    content, log = _content(path), getLogger("pypdf")
    loudness = log.level
    log.setLevel(CRITICAL + 1)
    try:
        return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)
    except Exception as error:  # noqa: BLE001 - whatever a page that is broken, or locked, makes of it
        reason = f"not a PDF that can be read ({shown(str(error).lower())})"
        raise UnreadableFile(path=str(path), reason=reason) from None
    finally:
        log.setLevel(loudness)


_KINDS: Mapping[str, Callable[[Path], str]] = MappingProxyType(
    {".txt": _plain, ".md": _markdown, ".html": _html, ".htm": _html, ".pdf": _pdf}
)
_ENDINGS = ", ".join(_KINDS)
