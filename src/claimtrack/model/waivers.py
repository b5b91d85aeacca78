"""Waivers: which rules of the checks a note of kind `waiver` names."""

import re
from collections.abc import Mapping
from typing import NamedTuple

from claimtrack._records import without_texts
from claimtrack.model.casebook import Casebook

_CODES = re.compile(r"\W*((?:CT\d+\b(?:[\s,;&/+]|\band\b|\w[\w-]*-[\w-]*)*)+)", re.IGNORECASE)
"""The codes with which a note begins, with the names of their rules."""
_IN_BRACKETS = re.compile(r"[(\[](CT\d+)[)\]]", re.IGNORECASE)
_CODE = re.compile(r"\bCT\d+\b", re.IGNORECASE)
PUBLISHED = "CT705"
"""The rule by which the checks find protected text that is published too; its waivers count for the guard as well."""
TOUCHED = "CT704"
"""The rule by which the checks find what may be another's name; its waivers may say that it is."""
_ANOTHER = re.compile(r"\banother\b", re.IGNORECASE)
_HEAD_ENDS = re.compile(r"[:.–—]|\s-\s")
_BETWEEN = re.compile(r"[,;&]|\band\b", re.IGNORECASE)


class Waiver(NamedTuple):
    """A rule that a note waives, or that it means to waive."""

    note: str
    """The number of the note."""
    written: str
    """The rule as the note has it; empty where it names none."""
    code: str | None
    """The code of the rule; None where there is no such rule."""
    about: str | None
    """The id of the record whose findings it lets stand; None for all."""
    reason: str
    """The text of the note."""

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def is_of_another(self) -> bool:
        """Whether it says that what looks like a hidden name in its record is another's, and so stays as it is."""
        return self.code == TOUCHED and self.about is not None and _ANOTHER.search(self.reason) is not None


def waivers_of(book: Casebook, codes: Mapping[str, str]) -> tuple[Waiver, ...]:
    """What the notes of a casebook waive.

    A rule counts where the note begins with its code, in capitals or not, or with its name: `CT101: …`,
    `single-origin: …`; or where its code stands in brackets. Any other code is a word of the reason.

    Args:
        book: the casebook.
        codes: the code of each rule, by its code and by its name.
    """
    return tuple(
        Waiver(str(place), written, code, note.about, note.text)
        for place, note in enumerate(book.notes)
        if note.kind == "waiver"
        for written, code in (_named(note.text, codes) or {"": None}).items()
    )


def _named(text: str, codes: Mapping[str, str]) -> dict[str, str | None]:
    """The rules that a text names, as it writes them, each with its code."""
    begins = _CODES.match(text)
    told = " ".join((begins[1] if begins else "", *_IN_BRACKETS.findall(text)))
    found = {word.upper(): codes.get(word.upper()) for word in _CODE.findall(told)}
    head = _HEAD_ENDS.split(text, maxsplit=1)[0]
    names = {"-".join(word.casefold().split()) for word in _BETWEEN.split(head)}
    return found | {name: codes[name] for name in sorted(names) if name in codes}
