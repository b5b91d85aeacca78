"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import unquote

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.model.casebook import id_or_place
from claimtrack.privacy.name_parts import ROLES, name_parts
from claimtrack.privacy.secrets import protected_strings, shared_strings
from claimtrack.text.names import letters_of, mentioning, replacing

_ROLE = re.compile(rf"\b(?:{'|'.join(sorted(ROLES))})s?\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|last (?:week|month|year))\b"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|of)\s+(?:the\s+)?[A-Z]\w+|\b[A-Z]\w+(?:'s|s')\s")


@declare(
    "CT701",
    "look-alike-sources",
    "warning",
    standards=("icd206", "berkeley"),
    says="Two sources have one name or alias in common.",
    why="If they are one, they count as two origins and are not.",
    fix="Make them one source, or give each the name by which they can be told apart.",
)
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


@declare(
    "CT702",
    "terms-not-agreed",
    "warning",
    standards=("ap", "bbc", "reuters"),
    says="A person is quoted or relied on, and no terms of attribution are noted.",
    why="On the record, background and off the record mean different things to different people.",
    fix="Agree on the terms, and write down what was agreed in `terms`.",
)
def _not_agreed(case: CaseUnderCheck) -> Iterator[Hit]:
    sources = case.network.sources
    for statement in case.book.statements:
        met = sources[statement.via[-1] if statement.via else statement.origin]
        if statement.terms == "not agreed" and met.kind == "person" and statement.stands:
            yield Hit("statements", statement.id or "", f"no terms of attribution are noted with {met.id}", "terms")


@declare(
    "CT703",
    "telling-descriptor",
    "error",
    standards=("ap", "berkeley", "ifcn"),
    says="The descriptor of a protected source tells role, place and date at once.",
    why="Each alone is vague; together they can fit one person.",
    fix="Leave one of them out, or make it wider: a region for a town, a year for a day.",
)
def _narrow(case: CaseUnderCheck) -> Iterator[Hit]:
    for source in case.book.sources:
        text = source.descriptor or ""
        if source.protected and _ROLE.search(text) and _DATE.search(text) and _PLACE.search(text):
            yield Hit(
                "sources", source.id, f"the descriptor of {source.id} tells role, place and date at once", "descriptor"
            )


@declare(
    "CT704",
    "part-of-a-protected-name",
    "error",
    standards=("ap", "berkeley"),
    says="Free text that is published has a single name, such as the surname, of a source that is not named there.",
    why="The public report replaces whole names and aliases; a surname alone would be printed.",
    fix="Take it out, or add it to the source's `aliases`.",
)
def _named(case: CaseUnderCheck) -> Iterator[Hit]:
    """Parts of the names of hidden sources that are left where whole names are replaced."""
    seen = case.redaction
    if case.book.audience == "public" or not (seen.hidden or any(source.confidential for source in case.book.sources)):
        return
    parts = name_parts(seen)
    if not (parts.names or parts.words):
        return
    in_prose, in_address = mentioning(parts.names, parts.words, parts.apart), mentioning(parts.in_addresses)
    without_whole, without_others = replacing(parts.whole, parts.ids), replacing(parts.others)
    for text in seen.texts:
        mentioned = _in_address(in_address) if text.is_address else in_prose
        if not mentioned(text.text):
            continue
        is_of_source = text.collection == "sources"
        left = without_whole(text.text)
        # The full name of a named source is no leak of a hidden one that shares a part of it.
        found = mentioned(left if text.is_address or is_of_source else without_others(left))
        for source in sorted(found - {text.id} if is_of_source else found):
            where = f"{text.collection} {text.id}".strip()
            said = f"a part of the name of {source}, which is hidden in public, stands in the {text.field} of {where}"
            yield Hit(text.collection, text.id, said, text.field)


def _in_address(mentioned: Callable[[str], set[str]]) -> Callable[[str], set[str]]:
    """The same for an address, each word of which is read with a capital, as names have one."""

    def found(address: str) -> set[str]:
        return mentioned(re.sub(r"[^\W_]+", lambda word: word[0].capitalize(), unquote(address)))

    return found


@declare(
    "CT705",
    "protected-and-published",
    "warning",
    standards=("ap", "berkeley"),
    says="What is protected in one field stands in another that is published.",
    why="Words said off the record, a note for the desk or a place from the private file can tell who a source is.",
    fix="Say it in other words, or waive it where readers may know.",
)
def _published(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.audience == "public":
        return
    for shared in shared_strings(case.redaction, protected_strings(case.redaction)):
        one = shared.protected
        if not shared.is_harmless:
            record = case.book.collection(one.collection)[one.at]
            said = f"what stands in {one.place} is protected, and stands in {shared.place} too, which is published"
            yield Hit(one.collection, id_or_place(record, one.at), said, one.field)
