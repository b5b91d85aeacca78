"""Problems with one place of a casebook, each a record of the facts."""

import re
from typing import ClassVar

from claimtrack._records import error
from claimtrack.errors.base import ClaimtrackError, any_of, hint, shown

_OWN_WORDS = re.compile(r"(?:line \d+|\w+\[\d+\])")
"""The part of a place that cannot hold a key which somebody made up."""


@error
class Problem(ClaimtrackError, ValueError):
    """One thing wrong with one place of a casebook; problems are collected and reported together."""

    code: ClassVar[str] = "problem"
    place: str
    """Where: a path such as `statements[3].claim`, counted from 0."""
    line: int | None = None
    """The line of the file, counted from 1; None where it is not known."""

    def __str__(self) -> str:
        """The place, the line where it is known, and what is wrong."""
        return f"{self._where(self.place)}: {self.says()}"

    def without_values(self) -> str:
        """The same without any word of the file: the place in it, the line, and the kind of problem."""
        place = _OWN_WORDS.match(self.place)
        return f"{self._where(place[0] if place else '')}: {self.code}"

    def _where(self, place: str) -> str:
        where = place or "the file"
        return f"{where} (line {self.line})" if self.line and not where.startswith("line ") else where


@error
class MissingField(Problem):
    """A required field that is missing."""

    code: ClassVar[str] = "missing-field"
    expected: str

    def says(self) -> str:
        """What is missing."""
        return f"missing; needed: {self.expected}"


@error
class UnknownKey(Problem):
    """A key that this kind of record does not have."""

    code: ClassVar[str] = "unknown-key"
    near: str | None = None
    at_the_top: bool = False

    def says(self) -> str:
        """The nearest known key, or that the key stands too far down in the file."""
        if self.at_the_top:
            return "unknown key here; it belongs at the top of the file, above the first [[table]]"
        return f"unknown key{hint(self.near)}"


@error
class WrongType(Problem):
    """A value of the wrong type; the value itself is not shown."""

    code: ClassVar[str] = "wrong-type"
    seen: str
    expected: str

    def says(self) -> str:
        """The expected and the actual type."""
        return f"expected {self.expected}, got {self.seen}"


@error
class NotOneOf(Problem):
    """A word outside the list that the field takes."""

    code: ClassVar[str] = "not-one-of"
    seen: str
    allowed: tuple[str, ...]
    near: str | None = None

    def says(self) -> str:
        """The word, those allowed, and the nearest of them."""
        return f"unknown word {shown(self.seen)}; expected {any_of(self.allowed)}{hint(self.near)}"


@error
class OutOfRange(Problem):
    """A number outside the range that the field takes."""

    code: ClassVar[str] = "out-of-range"
    seen: str
    expected: str

    def says(self) -> str:
        """The number seen and the range expected."""
        return f"{self.seen} is out of range; expected {self.expected}"


@error
class NotFinite(Problem):
    """NaN or infinity where a number is needed."""

    code: ClassVar[str] = "not-finite"
    seen: str
    expected: str

    def says(self) -> str:
        """What was seen and what was expected."""
        return f"{self.seen} is not a finite number; expected {self.expected}"


@error
class EmptyText(Problem):
    """A required text that is empty."""

    code: ClassVar[str] = "empty-text"

    def says(self) -> str:
        """What is empty."""
        return "is empty; expected some text"


@error
class BadDate(Problem):
    """A text that is not a date, or a date that does not exist."""

    code: ClassVar[str] = "bad-date"
    seen: str

    def says(self) -> str:
        """The text seen and the forms expected."""
        return (
            f"{shown(self.seen)} is not a date; expected a form such as "
            "2021, 2021-03, 2021-03-30, 2021-03~ or 2021-01/2021-03"
        )


@error
class BadMoment(Problem):
    """A text that is not a moment of time, or a moment that does not exist."""

    code: ClassVar[str] = "bad-moment"
    seen: str

    def says(self) -> str:
        """The text seen and the forms expected."""
        return f"{shown(self.seen)} is not a day or time; expected a form such as 2021-03-30 or 2021-03-30T09:15Z"


@error
class BadColor(Problem):
    """A text that is no colour, or a colour in which nothing can be read."""

    code: ClassVar[str] = "bad-color"
    seen: str
    expected: str

    def says(self) -> str:
        """The text seen and what was expected."""
        return f"{shown(self.seen)} cannot be used; expected {self.expected}"


@error
class BadLogo(Problem):
    """A file that cannot stand in a page as a logo."""

    code: ClassVar[str] = "bad-logo"
    reason: str

    def says(self) -> str:
        """Why not, and what was expected."""
        return f"the logo cannot be used: {self.reason}"


@error
class BadId(Problem):
    """An id that is not a short word."""

    code: ClassVar[str] = "bad-id"
    seen: str

    def says(self) -> str:
        """The id seen and the form expected."""
        return (
            f"{shown(self.seen)} is not an id; expected a short word of letters, digits and - _ . : "
            "that begins with a letter or digit, at most 100 characters"
        )


@error
class UnknownId(Problem):
    """A reference to something that the casebook does not hold."""

    code: ClassVar[str] = "unknown-id"
    kind: str
    seen: str
    near: str | None = None

    def says(self) -> str:
        """The id seen, what it should be the id of, and the nearest."""
        return f"unknown {self.kind} {shown(self.seen)}{hint(self.near)}"


@error
class DuplicateId(Problem):
    """An id that an earlier record of the same kind has."""

    code: ClassVar[str] = "duplicate-id"
    seen: str
    first: str

    def says(self) -> str:
        """The id and the place that had it first."""
        return f"duplicate id {shown(self.seen)}: {self.first} has it already"


@error
class DatesOutOfOrder(Problem):
    """Two dates of one record of which the later certainly comes before the earlier."""

    code: ClassVar[str] = "dates-out-of-order"
    seen: str
    before: str
    earlier: str

    def says(self) -> str:
        """Both dates."""
        return f"{self.seen} comes before {self.earlier} ({self.before}); expected that date or a later one"


@error
class AfterCutoff(Problem):
    """A statement dated after the casebook's cutoff."""

    code: ClassVar[str] = "after-cutoff"
    seen: str
    cutoff: str

    def says(self) -> str:
        """Both dates."""
        return f"{self.seen} is after the casebook's cutoff {self.cutoff}; expected the cutoff or earlier"


@error
class SourceTwiceInChain(Problem):
    """A source that stands twice in one chain, or the origin in its own `via`."""

    code: ClassVar[str] = "source-twice-in-chain"
    seen: str
    is_origin: bool = False

    def says(self) -> str:
        """The source."""
        what = "is the origin of this statement" if self.is_origin else "is in this chain already"
        return f"source {shown(self.seen)} {what}; expected each source once in a chain"


@error
class NotAnExhibit(Problem):
    """An exhibit that is a source which speaks for itself: a person, a body, a newspaper."""

    code: ClassVar[str] = "not-an-exhibit"
    seen: str
    kind: str

    def says(self) -> str:
        """What the source is, and what to write."""
        return (
            f"source {shown(self.seen)} is of kind {self.kind}; expected a document, or a source of kind record or "
            "sensor; write what it gave to be examined as a document, or name it in via if it passed the statement on"
        )


@error
class RivalsOverOne(Problem):
    """Rival claims whose priors leave less than nothing."""

    code: ClassVar[str] = "rivals-over-one"
    total: float

    def says(self) -> str:
        """The sum."""
        return f"the priors of its claims add up to {self.total:.6g}; expected 1 at most"


@error
class RivalsNotOne(Problem):
    """An exhaustive question whose rivals' priors do not fill it."""

    code: ClassVar[str] = "rivals-not-one"
    total: float

    def says(self) -> str:
        """The sum."""
        return f"exhaustive, but the priors of its claims add up to {self.total:.6g}; expected 1"


@error
class NoRoomForRivals(Problem):
    """Rivals without a prior where the stated priors leave nothing to share."""

    code: ClassVar[str] = "no-room-for-rivals"
    total: float

    def says(self) -> str:
        """The sum."""
        return (
            f"the stated priors add up to {self.total:.6g} and leave nothing to the claims without one; "
            "expected less than 1"
        )


@error
class ClaimInTwoQuestions(Problem):
    """A claim that two questions, or one question twice, list among their rivals."""

    code: ClassVar[str] = "claim-in-two-questions"
    seen: str
    first: str

    def says(self) -> str:
        """The claim and the question that had it first."""
        return f"claim {shown(self.seen)} is in {self.first} already; expected one question at most"


@error
class OpinionAsRival(Problem):
    """An opinion among rival claims: it is neither true nor false."""

    code: ClassVar[str] = "opinion-as-rival"
    seen: str

    def says(self) -> str:
        """The claim."""
        return f"claim {shown(self.seen)} is an opinion; expected a fact or a prediction"


@error
class TooFew(Problem):
    """A list shorter than it must be."""

    code: ClassVar[str] = "too-few"
    seen: int
    expected: str

    def says(self) -> str:
        """The length seen and expected."""
        return f"holds {self.seen}; expected {self.expected}"


@error
class DuplicateKey(Problem):
    """The same key twice in one object."""

    code: ClassVar[str] = "duplicate-key"

    def says(self) -> str:
        """That the key stands twice."""
        return "this key appears twice in one object; keep one"


@error
class TooDeep(Problem):
    """Values nested far deeper than any casebook."""

    code: ClassVar[str] = "too-deep"

    def says(self) -> str:
        """That the nesting is too deep."""
        return "values are nested too deeply; expected at most four levels"


@error
class MoreProblems(Problem):
    """The place at which the search for problems ended, because there are so many."""

    code: ClassVar[str] = "more-problems"

    def says(self) -> str:
        """That there may be more."""
        return "there may be more problems: the search ended here; fix those that were found first"


@error
class InvalidUtf8(Problem):
    """Bytes that are not UTF-8 text."""

    code: ClassVar[str] = "invalid-utf8"
    byte: int

    def says(self) -> str:
        """Where the first wrong byte stands."""
        return f"byte {self.byte} is not valid UTF-8; save the file with the encoding UTF-8"


@error
class BadSyntax(Problem):
    """Text that is not TOML or not JSON."""

    code: ClassVar[str] = "bad-syntax"
    language: str
    reason: str

    def says(self) -> str:
        """What the parser said."""
        return f"this is not {self.language}: {self.reason}"


@error
class UnreadableDocument(Problem):
    """A file with the text of a document that is not there, or whose text cannot be read."""

    code: ClassVar[str] = "unreadable-document"
    seen: str
    reason: str

    def says(self) -> str:
        """The path and the reason."""
        return f"{shown(self.seen)} cannot be read: {self.reason}"
