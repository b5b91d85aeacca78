"""What no public output may hold: each protected string, with the field that it stands in.

Some strings are protected in one field and stand in another that is published, such as a village where a source lives
and of which a claim tells. They are shared: the desk is warned, and may say by a waiver that it is meant so.
"""

import unicodedata
from collections.abc import Collection, Iterable, Iterator
from typing import Literal

import attrs

from claimtrack._records import fields_of, is_record, small_record
from claimtrack.dates import PartialDate
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import FOR_THE_DESK, Source
from claimtrack.privacy.labels import Appearances, appearances_of
from claimtrack.text.names import letters_of, mentioning

SHORTEST = 4
"""Strings of fewer letters stand in any prose, and are not looked for; a wide East Asian one counts as two."""
_WIDE = frozenset("WF")
_LONG = 12
"""A free text is looked for only where it is no common phrase."""
_STRUCTURED = frozenset({"name", "aliases", "descriptor", "place", "topic", "topics", "publisher", "kind", "id"})
"""Fields in which a name is a name: whoever stands there is published on purpose."""


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
    kind: Literal["name", "word", "text"]
    """A name or contact; an id or a place, which may be a word of the prose as well; or a free text."""

    @property
    def is_plain(self) -> bool:
        """Whether it is a word in small letters, which in prose says nothing of the source that has it for an id."""
        return self.kind == "word" and self.text.isalpha() and self.text.islower()

    @property
    def place(self) -> str:
        """The field with its record, such as `sources[3].name`."""
        return f"{self.collection}[{self.at}].{self.field}"


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


def protected_strings(book: Casebook) -> tuple[Protected, ...]:
    """What no public output of a whole casebook may hold: four characters or more, each string once.

    These are the ids, names and aliases of hidden sources, all that the private file holds, remarks on sources, notes
    for the desk alone, and the words of whatever was said off the record or on deep background.

    Cost: linear in the casebook.
    """
    seen = appearances_of(book, None)
    found: dict[str, Protected] = {}
    for one in (*_of_sources(book, seen), *_of_statements(book), *_of_notes(book)):
        if _size(letters_of(one.text)) >= (_LONG if one.kind == "text" else SHORTEST):
            found.setdefault(one.text, one)
    return tuple(found.values())


def _size(letters: str) -> int:
    """How long a string is; a wide East Asian character is a word, and counts as two."""
    return sum(2 if unicodedata.east_asian_width(letter) in _WIDE else 1 for letter in letters)


def _of_sources(book: Casebook, seen: Appearances) -> Iterator[Protected]:
    for at, source in enumerate(book.sources):
        if source.protected or seen.main.get(source.id, "named") != "named":
            published = letters_of(source.descriptor or "")
            for field, name in (("name", source.name), *(("aliases", alias) for alias in source.aliases)):
                if letters_of(name) != published:
                    yield Protected(name.strip(), "sources", at, field, "name")
            yield Protected(source.id, "sources", at, "id", "word")
            yield Protected((source.note or "").strip(), "sources", at, "note", "text")
        yield from _of_private(source, at)


def _of_private(source: Source, at: int) -> Iterator[Protected]:
    """What the private file holds; what a source that is named in public is called there is no secret."""
    private = source.confidential
    if private is None:
        return
    known = set() if source.protected else {letters_of(name) for name in (source.name, *source.aliases)}
    held = [("name", private.name or ""), *(("contact", contact) for contact in private.contacts)]
    for field, part in held:
        if letters_of(part) not in known:
            yield Protected(part.strip(), "sources", at, f"{field} in the private file", "name")
    yield Protected((private.place or "").strip(), "sources", at, "place in the private file", "word")
    for line in (private.note or "").splitlines():
        yield Protected(line.strip(), "sources", at, "note in the private file", "text")


def _of_statements(book: Casebook) -> Iterator[Protected]:
    for at, statement in enumerate(book.statements):
        if statement.terms in ("off the record", "deep background"):
            for field, text in (("quote", statement.quote), ("hedge", statement.hedge)):
                yield Protected((text or "").strip(), "statements", at, field, "text")


def _of_notes(book: Casebook) -> Iterator[Protected]:
    for at, note in enumerate(book.notes):
        if note.kind in FOR_THE_DESK:
            yield Protected(note.text.strip(), "notes", at, "text", "text")


def shared_strings(book: Casebook, public: Casebook) -> tuple[Shared, ...]:
    """The protected strings of a whole casebook that its public one publishes in a field of its own.

    A name or contact is published on purpose in a field of names, places or topics alone; in free text the projection
    replaces it, and what it leaves there is no name but a word written small.

    Cost: linear in both casebooks.
    """
    strings = protected_strings(book)
    if not strings:
        return ()
    tell = mentioning({one.text.casefold(): one.text for one in strings})
    known = {one.text: one for one in strings}
    found: dict[str, Shared] = {}
    for place, field, text, is_label in _texts_of(public):
        for told in tell(text):
            one, before = known[told], found.get(told)
            if (before is None or before.is_label) and _is_meant(one, field, text):
                found[told] = Shared(one, place, is_label)
    return tuple(shared for text in known if (shared := found.get(text)) is not None)


def _is_meant(one: Protected, field: str, text: str) -> bool:
    """Whether a protected string that stands in a published field may well be meant to."""
    if one.kind != "name" or field in _STRUCTURED:
        return True
    return one.text.isalpha() and not mentioning({one.text.capitalize(): ""})(text)


def _texts_of(book: Casebook) -> Iterator[tuple[str, str, str, bool]]:
    """Each text of a public casebook: where it stands, its field, the text, and whether it is a label made for it."""
    labels = {source.id for source in book.sources if source.protected}
    yield "title", "title", book.title, False
    for collection in fields_of(Casebook):
        rows = getattr(book, collection.name)
        for place, row in enumerate(rows if isinstance(rows, tuple) else ()):
            name = getattr(row, "id", None) or str(place)
            for field, text in _strings(row):
                is_label = text in labels or (name in labels and field == "name")
                yield f"{collection.name} {name}, {field}", field, text, is_label


def _strings(value: object) -> Iterator[tuple[str, str]]:
    for field in fields_of(type(value)):
        held = getattr(value, field.name)
        for text in _plain(held):
            yield field.name, text


def _plain(held: object) -> Iterable[str]:
    if isinstance(held, str):
        return (held,)
    if isinstance(held, PartialDate):
        return (str(held),)
    if isinstance(held, Collection):
        return tuple(str(one) for one in held)
    if is_record(held):
        return tuple(text for _, text in _strings(held))
    return ()
