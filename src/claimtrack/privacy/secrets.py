"""Secrets: the strings that no public output may hold, each with the field that it stands in.

A string may be protected in one field and published in another, such as a village where a source lives and that a claim
names. It is shared then: the user is warned, and a waiver says that it is meant so.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from typing import NamedTuple, get_args

import attrs

from claimtrack._public_fields import Guarded
from claimtrack._records import fields_of, is_record, small_record
from claimtrack.dates import PartialDate
from claimtrack.model.casebook import COLLECTIONS, Casebook, id_or_place
from claimtrack.model.notes import INTERNAL_NOTES, Note
from claimtrack.model.sources import Confidential, Source
from claimtrack.model.statements import Statement
from claimtrack.privacy.attribution import Appearances
from claimtrack.privacy.output_words import output_words, prose_words
from claimtrack.privacy.redact import Redaction
from claimtrack.text.folding import letters_of
from claimtrack.text.name_context import is_common_word
from claimtrack.text.name_words import ROLES
from claimtrack.text.names import mentioning

SHORTEST = 4
"""Strings of fewer letters stand in any prose, and are not looked for; a wide East Asian one counts as two."""
_HOUSE = re.compile(r"\d+\w? [^\W\d_][^,]{3,}(?=,)")
"""A house in a place: "4 Mill Lane" in "4 Mill Lane, Anse"."""
_WIDE = frozenset("WF")
_ADDRESS = re.compile(r"[@_]|\w[:/]\S|[^\W\d_]\d|\d[^\W\d_]")
"""What makes a string an address, an account or the like, and no word of any prose."""
_LONG = 12
"""A free text is looked for only where it is no common phrase."""
_KINDS: tuple[Guarded, ...] = get_args(Guarded)
_STRUCTURED = frozenset({"name", "aliases", "descriptor", "place", "topic", "topics", "publisher", "kind", "id"})
"""Fields that hold names and no prose, so that a name in them is published on purpose."""


@small_record
class Protected:
    """A string that no public output may hold; it shows its field and not itself."""

    text: str = attrs.field(repr=False)
    """The string."""
    collection: str
    """The collection of the record that it is of, such as `sources`."""
    at: int
    """The place of the record in it, from 0."""
    field: str
    """The field, and whether it stands in the private file."""
    kind: Guarded
    """A name or contact; an id or a place, which may be a word of the prose as well; or a free text."""

    @property
    def is_plain(self) -> bool:
        """Whether it is a word in small letters, which in prose says nothing of the source that has it for an id."""
        return self.kind == "word" and self.text.isalpha() and self.text.islower() and _is_of_prose(self.text)

    @property
    def is_address(self) -> bool:
        """Whether it is an address or an account, which is looked for as it is and nowhere a word of the prose."""
        return self.kind == "name" and _ADDRESS.search(self.text) is not None

    @property
    def place(self) -> str:
        """The field with its record, such as `sources[3].name`."""
        return f"{self.collection}[{self.at}].{self.field}"


def _is_of_prose(word: str) -> bool:
    """Whether a word in small letters is one that a desk may well call a source by: a role, or a common word."""
    return word in ROLES or word in prose_words() or word in output_words() or is_common_word(word)


@small_record
class Shared:
    """A string that is protected in one field and published in another."""

    protected: Protected
    """What is protected."""
    place: str
    """Where it is published, such as `claims fell, text`."""
    is_label: bool
    """Whether it is published as the label of a hidden source, which only looks like it."""

    @property
    def is_harmless(self) -> bool:
        """Whether nobody needs to be warned: a label that looks like an id, or a plain word that is one."""
        return self.is_label or self.protected.is_plain


def protected_strings(redaction: Redaction) -> tuple[Protected, ...]:
    """What no public output of a casebook may hold: four characters or more, each string once.

    These are the fields that are declared with `guarded=` (in `model`) of hidden sources, of the private
    file, of notes that are internal, and of what was said off the record or on deep background.

    Cost: linear in the casebook.
    """
    found: dict[str, Protected] = {}
    named = {source for one in redaction.names_left for source in one.sources}
    for one in _guarded_strings(redaction.whole, redaction.appearances):
        if one.field in ("name", "aliases") and redaction.whole.sources[one.at].id in named:
            continue  # claims say something of somebody whom nobody met in confidence
        if _size(letters_of(one.text)) >= (_LONG if one.kind == "text" else SHORTEST):
            found.setdefault(one.text, one)
    return tuple(found.values())


def _size(letters: str) -> int:
    """How long a string is; a wide East Asian character is a word, and counts as two."""
    if letters.isascii():
        return len(letters)
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in letters)


def _guarded_strings(book: Casebook, seen: Appearances) -> Iterator[Protected]:
    for at, source in enumerate(book.sources):
        if seen.is_hidden(source):
            yield from _strings_in(source, "sources", at, published={letters_of(source.descriptor or "")})
        if source.confidential is not None:
            # The private file of a source that is named may repeat its names, which are no secret then.
            names = set() if source.protected else {letters_of(name) for name in (source.name, *source.aliases)}
            yield from _strings_in(source.confidential, "sources", at, published=names)
    for at, statement in enumerate(book.statements):
        if statement.terms in ("off the record", "deep background"):
            yield from _strings_in(statement, "statements", at)
    for at, note in enumerate(book.notes):
        if note.kind in INTERNAL_NOTES:
            yield from _strings_in(note, "notes", at)


def _strings_in(
    row: Source | Confidential | Statement | Note, collection: str, at: int, *, published: Collection[str] = ()
) -> Iterator[Protected]:
    """What the guard looks for of a record: its guarded fields, names first, without names that are published."""
    where = " in the private file" if isinstance(row, Confidential) else ""
    of_row: type = type(row)
    for name, kind in _guarded_fields(of_row):
        for text in _parts(row, name):
            if kind != "name" or letters_of(text) not in published:
                yield Protected(text.strip(), collection, at, f"{name}{where}", kind)


@cache
def _guarded_fields(kind: type) -> tuple[tuple[str, Guarded], ...]:
    """The guarded fields of a class of records, names first."""
    fields = [(field.name, field.metadata["guarded"]) for field in fields_of(kind) if field.metadata["guarded"]]
    return tuple(sorted(fields, key=lambda field: _KINDS.index(field[1])))


def _parts(row: object, name: str) -> Iterable[str]:
    """The strings that stand in a field: contacts one by one, private notes by lines, and a house without its town."""
    if isinstance(row, Confidential) and name in ("contact", "note"):
        return row.contacts if name == "contact" else (row.note or "").splitlines()
    value = getattr(row, name)
    if isinstance(row, Confidential) and name == "place" and (house := _HOUSE.match(value or "")):
        return (value, house[0])
    return value if isinstance(value, tuple) else (value or "",)


def shared_strings(redaction: Redaction, strings: Iterable[Protected]) -> tuple[Shared, ...]:
    """The protected strings of a whole casebook that its public one publishes in a field of its own.

    A name or contact is published on purpose in a field of names, places or topics alone; in free text the projection
    replaces it, and what it leaves there is no name but a word written small.

    Cost: linear in both casebooks.
    """
    known = {one.text: one for one in strings}
    if not known:
        return ()
    mentioned = mentioning({text.casefold(): text for text in known})
    found: dict[str, Shared] = {}
    for published in published_texts(redaction.casebook):
        for text in mentioned(published.text):
            one, before = known[text], found.get(text)
            if (before is None or before.is_label) and _is_meant(one, published):
                found[text] = Shared(one, published.place, published.is_label)
    return tuple(shared for text in known if (shared := found.get(text)) is not None)


class PublishedText(NamedTuple):
    """A text of a public casebook."""

    place: str
    field: str
    text: str
    is_label: bool
    """Whether it is a label that was made for a hidden source."""


def _is_meant(one: Protected, published: PublishedText) -> bool:
    """Whether a protected string that stands in a published field may well be meant to."""
    if one.kind != "name" or published.field in _STRUCTURED:
        return True
    return one.text.isalpha() and not mentioning({one.text.capitalize(): ""})(published.text)


def published_texts(book: Casebook) -> Iterator[PublishedText]:
    """Each text of a public casebook."""
    labels = {source.id for source in book.sources if source.protected}
    yield PublishedText("title", "title", book.title, is_label=False)
    for collection in COLLECTIONS:
        for place, row in enumerate(book.collection(collection)):
            name = id_or_place(row, place)
            for field, text in _texts_of(row):
                is_label = text in labels or (name in labels and field == "name")
                yield PublishedText(f"{collection} {name}, {field}", field, text, is_label)


def _texts_of(row: object) -> Iterator[tuple[str, str]]:
    """The texts in a record, each with the field that holds it."""
    for field in fields_of(type(row)):
        for text in _plain(getattr(row, field.name)):
            yield field.name, text


def _plain(held: object) -> Iterable[str]:
    if isinstance(held, str):
        return (held,)
    if isinstance(held, PartialDate):
        return (str(held),)
    if isinstance(held, Collection):
        return map(str, held)
    return (text for _, text in _texts_of(held)) if is_record(held) else ()
