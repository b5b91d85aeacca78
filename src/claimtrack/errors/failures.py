"""Failures: why a call could not do what was asked; and the warnings."""

from collections.abc import Mapping, Sequence

import attrs

from claimtrack._records import error
from claimtrack.errors.base import ClaimtrackError, hint, listed, nearest, quoted, shown
from claimtrack.errors.problems import Problem

_FEW = 30


@error
class InvalidCasebook(ClaimtrackError, ValueError):
    """A casebook with problems: all of them together, in the order of the file."""

    problems: Sequence[Problem]
    path: str | None = None

    def says(self) -> str:
        """How many problems, then each on a line of its own."""
        count = len(self.problems)
        head = f"{self.path or 'the casebook'}: {count} problem{'' if count == 1 else 's'}"
        return "\n".join([head, *(f"  {problem}" for problem in self.problems)])


@error
class UnreadableFile(ClaimtrackError, OSError):
    """A file that cannot be opened, read or written."""

    path: str
    reason: str

    def says(self) -> str:
        """The path and the reason."""
        return f"{self.path}: {self.reason}"


@error
class FileInTheWay(ClaimtrackError, FileExistsError):
    """A file that would have been overwritten."""

    path: str

    def says(self) -> str:
        """The path."""
        return f"{self.path}: there is a file already; it was left as it is. Choose another name"


@error
class DamagedLedger(ClaimtrackError, OSError):
    """A ledger in which not all is as it was written."""

    path: str
    damages: tuple[str, ...]
    """What is damaged, and where."""

    def says(self) -> str:
        """The path, and what was found."""
        told = "".join(f"\n  {damage}" for damage in self.damages[:_FEW])
        more = f"\n  and {len(self.damages) - _FEW} more" if len(self.damages) > _FEW else ""
        return f"{self.path}: this ledger is damaged; what is intact can still be exported with --intact{told}{more}"


@error
class Overtaken(ClaimtrackError):
    """Somebody else has appended to a ledger since it was read."""

    path: str

    def says(self) -> str:
        """The path, and what to do."""
        return f"{self.path}: other events were added meanwhile; nothing was added. Look again, and try again"


@error
class UnknownName(ClaimtrackError, LookupError, ValueError):
    """A name of a format, scale, level, profile, method, law or the like that the library does not know."""

    kind: str
    """What it should be the name of, such as `profile`."""
    seen: str
    """The name that was given."""
    known: tuple[str, ...]
    """The names that there are."""
    near: str | None = attrs.field(default=attrs.Factory(lambda self: nearest(self.seen, self.known), takes_self=True))
    """The known name most like it; None where none is like it."""
    listing: str = ""
    """Where all names are listed, for kinds that have too many to be named here."""

    def says(self) -> str:
        """The name seen, the nearest, and those known or where they are listed."""
        seen = f"unknown {self.kind} {shown(self.seen)}"
        if self.listing:
            return f"{seen}{hint(self.near)}" if self.near is not None else f"{seen}; {self.listing} list them all"
        return f"{seen}; expected {listed(self.known)}{hint(self.near)}"


@error
class UnknownClaim(ClaimtrackError, KeyError):
    """A claim that the casebook does not hold."""

    seen: str
    near: str | None = None
    known: tuple[str, ...] = ()
    audience: str = "internal"

    def says(self) -> str:
        """The id seen, and the nearest or, where they are few, all."""
        few = f"; the claims are {listed(self.known)}" if self.near is None and 0 < len(self.known) <= _FEW else ""
        where = " among those that the public may see" if self.audience == "public" else ""
        return f"unknown claim {quoted(self.seen)}{where}{hint(self.near)}{few}"


@error
class NotScored(ClaimtrackError, KeyError):
    """A claim without a score: an opinion is neither true nor false."""

    claim: str
    left_out: bool = False
    """Whether other claims were asked for."""

    def says(self) -> str:
        """The claim, and why it has no score."""
        if self.left_out:
            return f"claim {quoted(self.claim)} was left out: only other claims were scored"
        return f"claim {quoted(self.claim)} is an opinion; opinions are shown and not scored"


@error
class NotConverged(ClaimtrackError, ArithmeticError):
    """A calculation that did not come to rest; it carries the last iterate."""

    what: str
    """What was calculated."""
    rounds: int
    """After how many rounds it was given up."""
    moving: float
    """By how much its numbers still moved."""
    last: Mapping[str, float]
    """The last iterate, by name; it is no result."""

    def says(self) -> str:
        """What did not come to rest, after how long, and by how much it still moves."""
        seen = f"{len(self.last)} numbers still move by up to {self.moving:.3g}"
        return f"{self.what} did not come to rest in {self.rounds} rounds; {seen}"


@error
class MissingExtra(ClaimtrackError, ImportError):
    """Something that an optional part of the installation is needed for."""

    extra: str
    what: str

    def says(self) -> str:
        """What is missing, and what installs it."""
        return f"{self.what} needs more than is installed; run: pip install 'claimtrack[{self.extra}]'"


@error
class WrongUse(ClaimtrackError, ValueError):
    """A call whose arguments do not go together."""

    reason: str

    def says(self) -> str:
        """The reason."""
        return self.reason


@error
class ProtectedStringFound(ClaimtrackError):
    """What was about to be published holds something protected; the error says where that stands, not what it is."""

    places: tuple[tuple[str, str], ...]
    """The fields, such as `sources[3].name`, each with the form in which it was found."""

    def says(self) -> str:
        """The fields, and what to do."""
        told = "; ".join(f"{place} ({how})" for place, how in self.places[:_FEW])
        more = f" and {len(self.places) - _FEW} more" if len(self.places) > _FEW else ""
        return (
            f"nothing was written: the output would hold what is protected: {told}{more}; take it out of the text, or "
            "give the source another id, name or alias if it is a common word"
        )


class ProtectedStringPublished(UserWarning):
    """Something that is protected in one field stands in another that is published."""


class PrivateFileExposed(UserWarning):
    """A private file that other users of the machine can read."""
