"""A page with its tags only: no attributes, comments or scripts, and nothing deeper than a limit.

The parser of pages takes quadratic time and memory for what no reader sees: formatting elements that differ in their
attributes and are never closed, tags of many attributes, deep nesting, long menus. None of that gets to it. Each tag is
written anew, so that the parser sees none that was not counted here.
"""

import re
from collections import defaultdict

from claimtrack.errors.failures import UnreadableFile
from claimtrack.io.limits import limits, over

_S = r"\t\n\f\r "
_ATTRIBUTES = (
    rf"(?:[{_S}/]*+[^{_S}/>][^{_S}/>=]*+(?:[{_S}]*+=[{_S}]*+(?:\"[^\"]*+(?:\"|\Z)|'[^']*+(?:'|\Z)|[^{_S}>]*+))?+)*+"
    rf"[{_S}]*+(?P<slash>/?)[{_S}/]*+"
)
_TAGS = (
    r"(?P<type><!doctype[^>]*+>)|<!--(?:-?>|.*?(?:--!?>|\Z))|<[!?][^>]*+>?|</(?![A-Za-z]|\Z)[^>]*+>?"
    rf"|<(?P<end>/?)(?P<name>[A-Za-z][^{_S}/>]*+){_ATTRIBUTES}(?P<closed>>?)"
)
_RAW = (
    rf"<(?P<raw>script|style|textarea|title|xmp|plaintext|iframe|noembed|noframes)(?=[{_S}/>])"
    rf"{_ATTRIBUTES.replace('slash', 'raw_slash')}>(?P<content>.*?)(?=</(?P=raw)[{_S}/>]|\Z)"
)
_FLAGS = re.DOTALL | re.IGNORECASE | re.ASCII
_WITHIN, _TOKEN = re.compile(_TAGS, _FLAGS), re.compile(f"{_RAW}|{_TAGS}", _FLAGS)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_SHOWN = _words("textarea xmp plaintext")
_RENAMED = {"select": "datalist", "xmp": "pre", "plaintext": "pre", "listing": "pre"}
"""What is read as something simpler with the same text: the parser goes through a whole menu for each choice in it."""
_VOID = _words(
    "area base basefont bgsound br col embed frame hr image img input keygen link meta param source track wbr"
)
_UNCOUNTED = _words("html head body")
"""Of these no more than one is open."""
_FORMATTING = _words("a b big code em font i nobr s small strike strong tt u")
_TABLE_PARTS = _words("caption colgroup tbody td tfoot th thead tr")
_CELLS = _words("td th")
_HEADINGS = _words("h1 h2 h3 h4 h5 h6")
_RUBY = _words("rb rp rt rtc")
_IMPLIED = _RUBY | _words("dd dt li optgroup option p")
_ENDS_P = _HEADINGS | _words(
    """
    address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure footer header
    hgroup hr li listing main menu nav ol p pre search section summary ul
    """
)
_BARRIERS = _words("applet caption marquee object table td template th")
"""What keeps the end tags within it from ending anything outside."""
_SPECIAL = (
    _ENDS_P | _TABLE_PARTS | _BARRIERS | _words("button form frameset iframe noembed noframes noscript")
) - _words("dialog search")
_WALLS = _SPECIAL - _words("address div p")
"""What keeps an item of a list within it from ending one outside."""
_ITEMS = {"li": _words("li"), "dd": _words("dd dt"), "dt": _words("dd dt")}
_FOREIGN = _words("math svg")
_HTML_IN = {"svg": _words("desc foreignobject"), "math": _words("mi mn mo ms mtext")}
"""Where HTML stands within drawings and formulas."""
_ENDS_FOREIGN = _HEADINGS | _words(
    """
    b big blockquote body br center code dd div dl dt em embed head hr i img li listing menu meta nobr ol p pre ruby s
    small span strong strike sub sup table tt u ul var
    """
)

_CHOICES = _words("option")
_MARKERS = _words("applet caption marquee object td template th")
_BLOCKS = (_SPECIAL | _RUBY) - _words("applet button marquee object")
"""What begins before formatting goes on, not behind."""
_ALIKE = 3
"""So many formatting elements of a name go on: without attributes they are all alike."""
_KINDS = {
    "#special": _SPECIAL,
    "#wall": _WALLS,
    "#barrier": _BARRIERS,
    "#button": _BARRIERS | _words("button"),
    "#foreign": _FOREIGN,
    "#table": _words("table template"),
    "#rows": _words("tbody tfoot thead"),
}


def tags_only(page: str, path: str) -> str:
    """A page as the parser can take it, with the same text in the same elements; the path is for messages.

    Raises:
        UnreadableFile: its elements nest deeper than the limit `depth`.

    Cost: linear in the page.
    """
    nesting = _Nesting(path)

    def write(found: re.Match[str]) -> str:
        kinds = found.groupdict()
        if raw := kinds.get("raw"):
            return write_raw(raw.lower(), found["content"])
        if name := kinds["name"]:
            return nesting.write(name, is_end=bool(kinds["end"]), empty=bool(kinds["slash"])) if kinds["closed"] else ""
        return kinds["type"] or "<!---->"

    def write_raw(name: str, content: str) -> str:
        if nesting.foreign:
            return nesting.write(name) + _WITHIN.sub(write, content)
        if name not in _SHOWN:
            return f"<{name}></{name}>"
        if name != "textarea":
            content = content.replace("&", "&amp;")
        return nesting.write(name) + content.replace("<", "&lt;")

    return _TOKEN.sub(write, page)


class _Nesting:
    """The elements that are open, as the rules of HTML have it, in doubt rather too many than too few.

    Each step looks at the last element of a kind, so that it takes the same time however many are open.
    """

    def __init__(self, path: str) -> None:
        self._path, self._most = path, limits().depth
        self._open: list[tuple[str, ...]] = []  # the kinds of each, its name first; () has ended before those within it
        self._at: defaultdict[str, list[int]] = defaultdict(list)  # where in `_open` those of each kind are, in order
        self._reopened: list[str] = []
        self._form = False

    @property
    def foreign(self) -> bool:
        """Whether a drawing or formula is open, and no HTML within it."""
        return self._last("#foreign") > self._last("#html")

    def write(self, name: str, *, is_end: bool = False, empty: bool = False) -> str:
        """A tag as the parser gets it, once it is counted."""
        lower = name.lower() if name.isascii() else name
        name, lower = _RENAMED.get(lower, name), _RENAMED.get(lower, lower)
        if is_end:
            self._end(lower)
        elif empty and (self.foreign or lower in _FOREIGN) and lower not in _ENDS_FOREIGN:
            name = f"{name}></{name}"
        elif self._make_room(lower):
            if lower not in _BLOCKS:
                self._reopen()
            self._start(lower)
        self._reopen()
        return f"</{name}>" if is_end else f"<{name}>"

    def _last(self, kind: str) -> int:
        places = self._at.get(kind)
        return places[-1] if places else -1

    def _start(self, name: str) -> None:
        kinds = [name]
        if not self.foreign:
            kinds += [kind for kind, names in _KINDS.items() if name in names]
        elif name in _FOREIGN:
            kinds.append("#foreign")
        if (around := self._last("#foreign")) >= 0 and name in _HTML_IN[self._open[around][0]]:
            kinds += ["#html", "#special", "#wall", "#barrier", "#button"]
        for kind in kinds:
            self._at[kind].append(len(self._open))
        self._open.append(tuple(kinds))
        if len(self._open) > self._most:
            raise UnreadableFile(path=self._path, reason=over("depth", "elements open within each other"))

    def _cut(self, place: int) -> None:
        """End the element at a place, and all within it; what formats goes on behind it, but not behind a cell."""
        while len(self._open) > place or (self._open and not self._open[-1]):
            kinds = self._open.pop()
            for kind in kinds:
                self._at[kind].pop()
            name = kinds[0] if kinds else ""
            if name in _MARKERS:
                self._reopened.clear()
            elif name in _FORMATTING and len(self._open) > place and self._reopened.count(name) < _ALIKE:
                self._reopened.append(name)

    def _reopen(self) -> None:
        while self._reopened:
            self._start(self._reopened.pop())

    def _end(self, name: str) -> None:
        """What an end tag does: it ends the last element of its name, unless that is out of its reach."""
        if name == "p":
            self._end_foreign()
        if name == "form":
            self._form = False
        place = self._last(name)
        if name in _TABLE_PARTS or name == "table":
            within = "#table"
        elif name == "p":
            within = "#button"
        elif name in _SPECIAL or name in _FORMATTING:
            within = "#barrier"
        else:
            within = "#special"
        if place < 0 or place < self._last(within):
            return
        stays = len(self._open) - 1 if name == "form" else self._last("#special") if name in _FORMATTING else -1
        if stays > place:  # what is within it stays open
            for kind in self._open[place]:
                self._at[kind].remove(place)
            self._open[place] = ()
        else:
            self._cut(place)

    def _make_room(self, name: str) -> bool:
        """End what a start tag ends; whether the element may stand there at all."""
        if name in _ENDS_FOREIGN:
            self._end_foreign()
        if self.foreign or name in _FOREIGN:
            return True
        if name in _TABLE_PARTS:
            return self._make_room_in_table(name)
        if name == "form":
            was_open, self._form = self._form, True
            return not was_open
        self._end_neighbours(name)
        return name not in _VOID and name not in _UNCOUNTED

    def _end_foreign(self) -> None:
        while self.foreign:
            self._cut(self._last("#foreign"))

    def _end_neighbours(self, name: str) -> None:
        if name in _ITEMS and (wall := self._last("#wall")) >= 0 and self._open[wall][0] in _ITEMS[name]:
            self._cut(wall)
        if name in _ENDS_P:
            self._end("p")
        if name in ("a", "nobr", "button"):
            self._end(name)
        in_ruby = self._last("ruby") > self._last("#barrier")
        for names, ended in ((_HEADINGS, _HEADINGS), (_RUBY if in_ruby else (), _IMPLIED), (_CHOICES, _CHOICES)):
            while name in names and self._open and self._open[-1] and self._open[-1][0] in ended:
                self._cut(len(self._open) - 1)

    def _make_room_in_table(self, name: str) -> bool:
        table = self._last("#table")
        if table < 0:
            return False
        if self._open[table][0] == "table":
            around = self._last("tr") if name in _CELLS else self._last("#rows") if name == "tr" else table
            self._cut(max(around, table) + 1)
        return True
