"""Failures of whole calls, and the warnings."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack._records import error
from claimtrack.errors.base import ClaimtrackError, all_of, any_of, hint, nearest, shown
from claimtrack.errors.problems import Problem

_FEW = 30
_IF_KNOWN = (
    'If readers may know the source, write terms = "on the record" into its statements, or "published" where its words '
    "are published already."
)


@error
class InvalidCasebook(ClaimtrackError, ValueError):
    """A casebook with problems: all of them, in the order of the file."""

    problems: Sequence[Problem]
    path: str | None = None

    def says(self) -> str:
        """The number of problems, then one problem per line."""
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
class NoLedger(UnreadableFile):
    """A file that is no ledger, or that is not there."""


@error
class LedgerBusy(UnreadableFile):
    """A ledger that other processes used for too long; nothing was read or written."""

    reason: str = "another process is using this ledger"
    seconds: int
    """How long this one waited."""

    def says(self) -> str:
        """The path, and how long this process waited."""
        waited = f"gave up after {self.seconds} second{'' if self.seconds == 1 else 's'}"
        return f"{self.path}: {self.reason}; {waited}; to wait longer, set CLAIMTRACK_LIMITS=wait=N"


@error
class FileInTheWay(ClaimtrackError, FileExistsError):
    """A file that would be overwritten."""

    path: str
    needed: bool = False
    """Whether it is read at the same time, or belongs to the casebook, so that nothing may replace it."""

    def says(self) -> str:
        """The path, and what to do."""
        if self.needed:
            return f"{self.path}: no output replaces a ledger, a seal or what the casebook needs. Choose another name"
        return f"{self.path}: this file exists already and was not changed; choose another name"


@error
class DamagedLedger(ClaimtrackError, OSError):
    """A ledger that is no longer as it was written."""

    path: str
    damages: tuple[str, ...]
    """What is damaged, and where."""

    def says(self) -> str:
        """The path, and the first damages."""
        told = "".join(f"\n  {damage}" for damage in self.damages[:_FEW])
        more = f"\n  and {len(self.damages) - _FEW} more" if len(self.damages) > _FEW else ""
        return f"{self.path}: this ledger is damaged{told}{more}"


@error
class Overtaken(ClaimtrackError):
    """A ledger to which another process has appended since it was read."""

    path: str

    def says(self) -> str:
        """The path, and what to do."""
        return f"{self.path}: other events were added since it was read; nothing was written. Read it again and retry"


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
    """What lists all names, such as `docs/checks.md lists them all`, for kinds with too many to be named here."""

    def says(self) -> str:
        """The name seen, the nearest, and those known or where they are listed."""
        seen = f"unknown {self.kind} {shown(self.seen)}"
        if self.listing:
            return f"{seen}{hint(self.near)}" if self.near is not None else f"{seen}; {self.listing}"
        return f"{seen}; expected {any_of(self.known)}{hint(self.near)}"


@error
class UnknownClaim(ClaimtrackError, KeyError):
    """A claim that the casebook does not hold."""

    seen: str
    near: str | None = None
    known: tuple[str, ...] = ()
    audience: str = "internal"

    def says(self) -> str:
        """The id seen, and the nearest or, where they are few, all."""
        few = f"; the claims are {all_of(self.known)}" if self.near is None and 0 < len(self.known) <= _FEW else ""
        where = " among those that the public may see" if self.audience == "public" else ""
        return f"unknown claim {shown(self.seen)}{where}{hint(self.near)}{few}"


@error
class NotScored(ClaimtrackError, KeyError):
    """A claim without a score: an opinion is neither true nor false."""

    claim: str
    left_out: bool = False
    """Whether other claims were asked for."""

    def says(self) -> str:
        """The claim, and why it has no score."""
        if self.left_out:
            return f"claim {shown(self.claim)} was left out: only other claims were scored"
        return f"claim {shown(self.claim)} is an opinion; opinions are shown and not scored"


@error
class InvalidEstimate(ClaimtrackError, ValueError):
    """A scoring method that gave no estimate of a claim, or one that cannot be."""

    claim: str
    """Id of the claim."""
    wrong: str
    """What is wrong with it."""

    def says(self) -> str:
        """The claim, and what is wrong."""
        return f"the method's estimate of claim {shown(self.claim)}: {self.wrong}"


@error
class NotConverged(ClaimtrackError, ArithmeticError):
    """A calculation that did not converge; it carries the last iterate."""

    what: str
    """What was calculated."""
    rounds: int
    """The number of rounds after which it was stopped."""
    moving: float
    """The largest change in the last round."""
    last: Mapping[str, float]
    """The last iterate, by name; it is not a result."""

    def says(self) -> str:
        """What did not converge, after how many rounds, and how far it still moves."""
        seen = f"{len(self.last)} numbers still move by up to {self.moving:.3g}"
        return f"{self.what} did not converge within {self.rounds} rounds; {seen}"


@error
class MissingExtra(ClaimtrackError, ImportError):
    """An optional package that is needed and not installed."""

    extra: str
    what: str

    def says(self) -> str:
        """What needs it, and the command that installs it."""
        return f"{self.what} needs more than is installed; run: pip install 'claimtrack[{self.extra}]'"


@error
class SizesDiffer(ClaimtrackError, ValueError):
    """Things that must be equally many, and are not."""

    what: str
    """What is counted, such as `values of the opinions`."""
    sizes: tuple[int, ...]
    """How many there are of each."""

    def says(self) -> str:
        """What differs in number, and the numbers."""
        return f"the {self.what} differ in number: {', '.join(map(str, self.sizes))}"


@error
class DogmaticOpinion(ClaimtrackError, ValueError):
    """An opinion without uncertainty where evidence is asked for: no finite amount of it leaves u = 0."""

    def says(self) -> str:
        """Why it has no evidence."""
        return "a dogmatic opinion (u = 0) stands for no finite amount of evidence"


@error
class OtherLedger(ClaimtrackError, ValueError):
    """Events, or a head, of another ledger than the one at hand."""

    path: str
    """The file with the head, or the ledger."""
    count: int
    """The number of events after which the two ledgers differ."""

    def says(self) -> str:
        """The path, and where the two differ."""
        return f"{self.path}: this belongs to another ledger: its head after {self.count} events is not the same"


@error
class WrongUse(ClaimtrackError, ValueError):
    """A call whose arguments do not go together, or that makes no sense for this casebook."""

    reason: str

    def says(self) -> str:
        """The reason."""
        return self.reason


@error
class ProtectedStringFound(ClaimtrackError):
    """An output for the public that would hold protected text; the error names the fields, never the text."""

    places: tuple[tuple[str, str], ...]
    """The protected fields, such as `sources[3].name`, each with the form in which it was found."""

    def says(self) -> str:
        """The fields, and what to do: what is usually right comes first."""
        return (
            f"nothing was written: the output would hold what is protected: {self.found()}.\n"
            f"  {_IF_KNOWN} If not: take it out of the text, or give the source another id, name or "
            "alias if it is a common word"
        )

    def found(self) -> str:
        """The fields, in a few words."""
        told = "; ".join(f"{place} ({how})" for place, how in self.places[:_FEW])
        return f"{told} and {len(self.places) - _FEW} more" if len(self.places) > _FEW else told


class Refusal(NamedTuple):
    """A rule of the checks for which publishing is refused."""

    code: str
    """Its code."""
    says: str
    """What it finds."""
    fix: str
    """What it advises."""


@error
class NotPublishable(ClaimtrackError):
    """A casebook of which the checks say that publishing it would mislead or give a source away; it repeats no text."""

    findings: tuple[tuple[str, str], ...]
    """The code of each rule that is broken, and the place, such as `claims[3].text`."""
    rules: tuple[Refusal, ...] = ()
    """These rules."""
    path: str = ""
    """The file that the places are in, where it is known."""
    lines: Mapping[str, int] = attrs.field(factory=dict, hash=False)
    """The line of each place in it, where that is known."""

    def says(self) -> str:
        """The findings, each with what its rule finds, and what to do: what is usually right comes first."""
        told = "".join(f"\n  {self._says_of(code, place)}" for code, place in self.findings[:_FEW])
        more = f"\n  and {len(self.findings) - _FEW} more" if len(self.findings) > _FEW else ""
        named = any(rule.code.startswith("CT7") for rule in self.rules)
        advice = [*([_IF_KNOWN] if named else []), *(f"{rule.code}: {rule.fix}" for rule in self.rules)]
        fixes = "".join(f"\n  {one}" for one in advice)
        return f"nothing was written: the checks find what must not be published:{told}{more}\nWhat to do:{fixes}"

    def _says_of(self, code: str, place: str) -> str:
        line = self.lines.get(place) or self.lines.get(place.rpartition(".")[0])
        where = "" if not self.path else f"{self.path}:{line}: " if line else f"{self.path}: "
        says = next((f": {rule.says}" for rule in self.rules if rule.code == code), "")
        return f"{where}{code} at {place or 'the casebook'}{says}"

    def found(self) -> str:
        """The findings, in a few words."""
        told = "; ".join(f"{code} at {place or 'the casebook'}" for code, place in self.findings[:_FEW])
        return f"{told} and {len(self.findings) - _FEW} more" if len(self.findings) > _FEW else told


class ProtectedStringPublished(UserWarning):
    """Protected text of one field that also stands in a field that is published."""


class PrivateFileExposed(UserWarning):
    """A private file that other users of the machine can open."""
