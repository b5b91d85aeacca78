"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from claimtrack.checks.rule import Desk, Found, Rule
from claimtrack.checks.rules.examples import BASE
from claimtrack.privacy.name_parts import ROLES, parts_of_names
from claimtrack.privacy.published import keeps_names_back, published
from claimtrack.privacy.redact import for_audience
from claimtrack.privacy.secrets import protected_strings, shared_strings
from claimtrack.text.names import letters_of, mentioning, replacing

_ROLE = re.compile(rf"\b(?:{'|'.join(sorted(ROLES))})s?\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|last (?:week|month|year))\b"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|of)\s+(?:the\s+)?[A-Z]\w+|\b[A-Z]\w+(?:'s|s')\s")


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


def _named(desk: Desk) -> Iterator[Found]:
    """Single names of hidden sources that are left where whole names are replaced."""
    if desk.book.audience == "public" or not keeps_names_back(desk.book):
        return
    public = published(desk.book)
    parts = parts_of_names(desk.book, public)
    if not (parts.names or parts.words):
        return
    told_by, told_in_address = mentioning(parts.names, parts.words, parts.apart), mentioning(parts.in_addresses)
    whole = replacing(parts.whole, parts.ids)
    without_others = replacing(parts.others)
    for text in public.texts:
        if not (told_in_address(_capitalised(text.text)) if text.is_address else told_by(text.text)):
            continue
        left = whole(text.text)
        if text.is_address:
            told = told_in_address(_capitalised(left))
        else:
            told = told_by(left if text.collection == "sources" else without_others(left))
        for source in sorted(told - {text.id} if text.collection == "sources" else told):
            where = f"{text.collection} {text.id}".strip()
            said = f"a part of the name of {source}, which is hidden in public, stands in the {text.field} of {where}"
            yield Found(text.collection, text.id, said, text.field)


def _published(desk: Desk) -> Iterator[Found]:
    if desk.book.audience == "public" or not protected_strings(desk.book):
        return
    for shared in shared_strings(desk.book, for_audience(desk.book, "public")):
        one = shared.protected
        if not shared.is_harmless:
            record = getattr(desk.book, one.collection)[one.at]
            said = f"what stands in {one.place} is protected, and stands in {shared.place} too, which is published"
            yield Found(one.collection, getattr(record, "id", None) or str(one.at), said, one.field)


def _capitalised(address: str) -> str:
    """An address with a capital at the start of each word, as names have."""
    return re.sub(r"[^\W_]+", lambda word: word[0].capitalize(), unquote(address))


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


_DESK = (
    _whisper() + '\n[[notes]]\nkind = "deception check"\nabout = "s-whisper"\ntext = "She wants the owner to pay."\n'
)


def _asked(text: str) -> str:
    return f'\n[[notes]]\nkind = "gap"\nabout = "sank"\ntext = "{text}"\n'


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
        says="Free text that is published has a single name, such as the surname, of a source that is not named there.",
        why="The public report replaces whole names and aliases; a surname alone would be printed.",
        mend="Take it out, or add it to the source's `aliases`.",
        find=_named,
        bad=BASE + _whisper() + '\n[[notes]]\nkind = "gap"\nabout = "sank"\ntext = "Could Quill see the bow?"\n',
        clean=BASE + _whisper() + '\n[[notes]]\nkind = "gap"\nabout = "sank"\ntext = "Could she see the bow?"\n',
    ),
    Rule(
        code="CT705",
        name="protected-and-published",
        severity="warning",
        standards=("ap", "berkeley"),
        says="What is protected in one field stands in another that is published.",
        why="Words said off the record, a note for the desk or a place from the private file can tell who a source is.",
        mend="Say it in other words, or waive it where readers may know.",
        find=_published,
        bad=BASE + _DESK + _asked("Is it said because she wants the owner to pay?"),
        clean=BASE + _DESK + _asked("Who else was on board?"),
    ),
)
"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""
