"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from claimtrack.checks.rule import CaseUnderCheck, Hit, Rule
from claimtrack.model.casebook import id_or_place
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


def _alike(case: CaseUnderCheck) -> Iterator[Hit]:
    first: dict[str, str] = {}
    for source in case.book.sources:
        names = {letters_of(name) for name in (source.name, *source.aliases)}
        for name in sorted(filter(None, names)):
            if first.setdefault(name, source.id) != source.id:
                yield Hit(
                    "sources", source.id, f"{source.id} and {first[name]} have one name or alias in common", "name"
                )
                break


def _not_agreed(case: CaseUnderCheck) -> Iterator[Hit]:
    sources = case.network.sources
    for statement in case.book.statements:
        met = sources[statement.via[-1] if statement.via else statement.origin]
        if statement.terms == "not agreed" and met.kind == "person" and statement.stands:
            yield Hit("statements", statement.id or "", f"no terms of attribution are noted with {met.id}", "terms")


def _narrow(case: CaseUnderCheck) -> Iterator[Hit]:
    for source in case.book.sources:
        text = source.descriptor or ""
        if source.protected and _ROLE.search(text) and _DATE.search(text) and _PLACE.search(text):
            yield Hit(
                "sources", source.id, f"the descriptor of {source.id} tells role, place and date at once", "descriptor"
            )


def _named(case: CaseUnderCheck) -> Iterator[Hit]:
    """Single names of hidden sources that are left where whole names are replaced."""
    if case.book.audience == "public" or not keeps_names_back(case.book):
        return
    public = published(case.book)
    parts = parts_of_names(case.book, public)
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
            yield Hit(text.collection, text.id, said, text.field)


def _published(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.audience == "public" or not protected_strings(case.book):
        return
    for shared in shared_strings(case.book, for_audience(case.book, "public")):
        one = shared.protected
        if not shared.is_harmless:
            record = case.book.collection(one.collection)[one.at]
            said = f"what stands in {one.place} is protected, and stands in {shared.place} too, which is published"
            yield Hit(one.collection, id_or_place(record, one.at), said, one.field)


def _capitalised(address: str) -> str:
    """An address with a capital at the start of each word, as names have."""
    return re.sub(r"[^\W_]+", lambda word: word[0].capitalize(), unquote(address))


RULES = (
    Rule(
        code="CT701",
        name="look-alike-sources",
        severity="warning",
        standards=("icd206", "berkeley"),
        says="Two sources have one name or alias in common.",
        why="If they are one, they count as two origins and are not.",
        fix="Make them one source, or give each the name by which they can be told apart.",
        find=_alike,
    ),
    Rule(
        code="CT702",
        name="terms-not-agreed",
        severity="warning",
        standards=("ap", "bbc", "reuters"),
        says="A person is quoted or relied on, and no terms of attribution are noted.",
        why="On the record, background and off the record mean different things to different people.",
        fix="Agree on the terms, and write down what was agreed in `terms`.",
        find=_not_agreed,
    ),
    Rule(
        code="CT703",
        name="telling-descriptor",
        severity="error",
        standards=("ap", "berkeley", "ifcn"),
        says="The descriptor of a protected source tells role, place and date at once.",
        why="Each alone is vague; together they can fit one person.",
        fix="Leave one of them out, or make it wider: a region for a town, a year for a day.",
        find=_narrow,
    ),
    Rule(
        code="CT704",
        name="part-of-a-protected-name",
        severity="error",
        standards=("ap", "berkeley"),
        says="Free text that is published has a single name, such as the surname, of a source that is not named there.",
        why="The public report replaces whole names and aliases; a surname alone would be printed.",
        fix="Take it out, or add it to the source's `aliases`.",
        find=_named,
    ),
    Rule(
        code="CT705",
        name="protected-and-published",
        severity="warning",
        standards=("ap", "berkeley"),
        says="What is protected in one field stands in another that is published.",
        why="Words said off the record, a note for the desk or a place from the private file can tell who a source is.",
        fix="Say it in other words, or waive it where readers may know.",
        find=_published,
    ),
)
