"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""

import re
from collections.abc import Iterator

from claimtrack.checks.rule import Desk, Found, Rule
from claimtrack.checks.rules.examples import BASE
from claimtrack.model.audience import for_audience
from claimtrack.model.casebook import Casebook
from claimtrack.model.naming import letters_of, replacing
from claimtrack.model.records import Source

__all__ = ["RULES"]

_ROLES = (
    "agent|assistant|attorney|chief|clerk|commander|cook|deputy|director|doctor|driver|editor|employee|engineer|guard|"
    "inspector|judge|lawyer|manager|mechanic|minister|nurse|officer|official|operator|pilot|policeman|policewoman|"
    "priest|prosecutor|researcher|resident|sailor|secretary|soldier|student|surgeon|teacher|technician|trader|worker"
)
_ROLE = re.compile(rf"\b(?:{_ROLES})s?\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|last (?:week|month|year))\b"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|of)\s+(?:the\s+)?[A-Z]\w+|\b[A-Z]\w+(?:'s|s')\s")
_SHORTEST = 3
_OTHERWISE = "somebody"


def _alike(desk: Desk) -> Iterator[Found]:
    first: dict[str, str] = {}
    for source in desk.book.sources:
        names = {letters_of(name) for name in (source.name, *source.aliases)}
        for name in sorted(filter(None, names)):
            if first.setdefault(name, source.id) != source.id:
                yield Found(
                    "sources", source.id, f"{source.id} and {first[name]} have one name or alias in common", "name"
                )
                break


def _not_agreed(desk: Desk) -> Iterator[Found]:
    sources = desk.network.sources
    for statement in desk.book.statements:
        met = sources[statement.via[-1] if statement.via else statement.origin]
        if statement.terms == "not agreed" and met.kind == "person" and statement.stands:
            yield Found("statements", statement.id or "", f"no terms of attribution are noted with {met.id}", "terms")


def _narrow(desk: Desk) -> Iterator[Found]:
    for source in desk.book.sources:
        text = source.descriptor or ""
        if source.protected and _ROLE.search(text) and _DATE.search(text) and _PLACE.search(text):
            yield Found(
                "sources", source.id, f"the descriptor of {source.id} tells role, place and date at once", "descriptor"
            )


def _published_texts(book: Casebook) -> Iterator[tuple[str, str, str, str]]:
    """Free text that goes into the public casebook: collection, id, field and text."""
    yield "casebook", "", "title", book.title
    for claim in book.claims:
        yield "claims", claim.id, "text", claim.text
    for question in book.questions:
        yield "questions", question.id, "text", question.text
    for statement in book.statements:
        for field in ("quote", "hedge"):
            yield "statements", statement.id or "", field, getattr(statement, field) or ""
    for link in book.links:
        yield "links", link.id or "", "because", link.because or ""
    for document in book.documents:
        yield "documents", document.id, "title", document.title
    for place, note in enumerate(book.notes):
        yield "notes", str(place), "text", note.text


def _named(desk: Desk) -> Iterator[Found]:
    hidden = [source for source in desk.book.sources if source.protected]
    if not hidden:
        return
    parts = {part: _OTHERWISE for source in hidden for part in _parts(source)}
    clean, whole = replacing(parts), replacing({name: _OTHERWISE for source in hidden for name in _names(source)})
    told = {shelf for shelf, *_ in _published_texts(for_audience(desk.book, "public"))}
    for shelf, record, field, text in _published_texts(desk.book):
        left = whole(text)
        if shelf in told and clean(left) != left:
            where = f"{shelf} {record}".strip()
            yield Found(shelf, record, f"a part of a protected source's name stands in the {field} of {where}", field)


def _names(source: Source) -> list[str]:
    private = source.confidential
    return [name for name in (source.name, *source.aliases, private.name if private else None) if name]


def _parts(source: Source) -> list[str]:
    """The single names of a protected source that its descriptor does not tell anyway."""
    public = {letters_of(word) for word in (source.descriptor or "").split()}
    words = [word for name in _names(source) for word in re.split(r"[\s,.]+", name) if len(name.split()) > 1]
    return [w for w in words if len(w) >= _SHORTEST and w[:1].isupper() and letters_of(w) not in public and w != "The"]


_WHISPER = """
[[sources]]
id = "whisper"
name = "Ada Quill"
protected = true
descriptor = "{descriptor}"
reliability = "C"

[[statements]]
id = "s-whisper"
origin = "whisper"
claim = "sank"
stance = "asserts"
lineage = "witnessed"
terms = "{terms}"
"""


def _whisper(descriptor: str = "a member of the crew", terms: str = "background") -> str:
    return _WHISPER.format(descriptor=descriptor, terms=terms)


RULES = (
    Rule(
        code="CT701",
        name="look-alike-sources",
        severity="warning",
        standards=("icd206", "berkeley"),
        says="Two sources have one name or alias in common.",
        why="If they are one, they count as two origins and are not.",
        mend="Make them one source, or give each the name by which they can be told apart.",
        find=_alike,
        bad=BASE.replace('name = "Ines Roth, pilot"', 'name = "The Harbour-Log"'),
        clean=BASE,
    ),
    Rule(
        code="CT702",
        name="terms-not-agreed",
        severity="warning",
        standards=("ap", "bbc", "reuters"),
        says="A person is quoted or relied on, and no terms of attribution are noted.",
        why="On the record, background and off the record mean different things to different people.",
        mend="Agree on the terms, and write down what was agreed in `terms`.",
        find=_not_agreed,
        bad=BASE + _whisper(terms="not agreed"),
        clean=BASE + _whisper(),
    ),
    Rule(
        code="CT703",
        name="telling-descriptor",
        severity="error",
        standards=("ap", "berkeley", "ifcn"),
        says="The descriptor of a protected source tells role, place and date at once.",
        why="Each alone is vague; together they can fit one person.",
        mend="Leave one of them out, or make it wider: a region for a town, a year for a day.",
        find=_narrow,
        bad=BASE + _whisper("a nurse at Anse who was on board on Friday"),
        clean=BASE + _whisper("a nurse who was on board"),
    ),
    Rule(
        code="CT704",
        name="part-of-a-protected-name",
        severity="error",
        standards=("ap", "berkeley"),
        says="Free text has a single name, such as the surname, of a protected source.",
        why="The public report replaces whole names and aliases; a surname alone would be printed.",
        mend="Take it out, or add it to the source's `aliases`.",
        find=_named,
        bad=BASE + _whisper() + '\n[[notes]]\nkind = "gap"\nabout = "sank"\ntext = "Could Quill see the bow?"\n',
        clean=BASE + _whisper() + '\n[[notes]]\nkind = "gap"\nabout = "sank"\ntext = "Could she see the bow?"\n',
    ),
)
"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""
