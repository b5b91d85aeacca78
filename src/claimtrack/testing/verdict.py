"""Verdicts: whether a law is kept on cases made up from seeds.

This needs no Hypothesis, and the same number of examples gives the same verdicts everywhere.
"""

from collections.abc import Iterator, Sequence
from typing import Any, Literal

from claimtrack._records import error, record
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import UnknownName
from claimtrack.scoring.protocol import Method, broken_laws
from claimtrack.testing.generate.source import RandomChooser
from claimtrack.testing.law import Law, LawBroken, NotApplicable, NotTold, scorer_of, try_law
from claimtrack.testing.laws import METHOD_LAWS
from claimtrack.testing.shrinking import shrink

_FOR_EXCUSES = 10_000
"""How many cases an excuse is tried on before it is called stale: a rare break is a break."""


VerdictWord = Literal["kept", "broken", "not applicable"]
"""What became of a law."""


@record
class Verdict:
    """Whether one subject keeps a law."""

    law: Law
    """The law."""
    word: VerdictWord
    """Not applicable where no case met the premise of the law, or the method does not tell what the law needs."""
    examples: int
    """How many cases were made up."""
    met: int
    """How many of them met the premise of the law, up to the first that broke it."""
    broken: LawBroken | None = None
    """The first case that broke the law."""
    reason: str | None = None
    """Why the method says that it breaks the law; None where it does not say so."""
    because: str | None = None
    """Why the law is not applicable; None where it is."""

    @property
    def fails(self) -> bool:
        """Whether the law is broken without an excuse, or excused and not broken."""
        return (self.word == "broken") != (self.reason is not None)


@error
class StaleExcuse(ClaimtrackError, AssertionError):
    """A law is excused, and no case broke it."""

    law: Law
    """The law."""
    reason: str
    """The excuse."""
    examples: int
    """How many cases were made up."""

    def says(self) -> str:
        """The law, its excuse, and how often it was tried."""
        return (
            f"the law “{self.law.name}” is excused ({self.reason}), and none of {self.examples:,} cases broke it: "
            "take the excuse away"
        )


def law_of(name: str, laws: Sequence[Law] = METHOD_LAWS) -> Law:
    """The law of that name.

    Raises:
        UnknownName: there is none; the message names the nearest.

    Example:
        >>> law_of("circles").origin
        'circular reporting'
    """
    known = {law.name: law for law in laws}
    if name not in known:
        raise UnknownName(
            kind="law", seen=name, known=tuple(known), listing="docs/laws.md and `claimtrack laws` list them all"
        )
    return known[name]


def verdict_of(law: Law, subject: Any, *, examples: int = 200, reason: str | None = None) -> Verdict:  # noqa: ANN401
    """Whether a law is kept in cases made up from the seeds 0 to `examples` - 1.

    A law that is excused is tried on 10,000 cases at least, up to the first that breaks it.

    Cost: that of trying the law once a seed; it stops at the first case that breaks it.
    """
    met, broken, because = 0, None, None
    examples = examples if reason is None else max(examples, _FOR_EXCUSES)
    for seed in range(examples):
        try:
            met += try_law(law, subject, law.make(RandomChooser(seed)))
        except NotTold as untold:
            because = str(untold)
        except NotApplicable:
            continue
        except LawBroken as found:
            met, broken = met + 1, found
            break
    if broken is not None:
        return Verdict(law=law, word="broken", examples=examples, met=met, broken=broken, reason=reason)
    if met and because is None:
        return Verdict(law=law, word="kept", examples=examples, met=met, reason=reason)
    because = because or f"none of {examples:,} cases met its premise"
    return Verdict(law=law, word="not applicable", examples=examples, met=met, reason=reason, because=because)


def verdicts(method: Method, *, laws: Sequence[Law] = METHOD_LAWS, examples: int = 200) -> Iterator[Verdict]:
    """The verdict on each law of scoring methods, with the excuses of the method's `breaks`.

    Raises:
        UnknownName: the method excuses a law that does not exist.

    Example:
        >>> from claimtrack.scoring import OriginEvidence
        >>> {verdict.word for verdict in verdicts(OriginEvidence(), examples=3)} <= {"kept", "not applicable"}
        True
    """
    excuses = broken_laws(method)
    for name in excuses:
        law_of(name)
    score = scorer_of(method)
    return (verdict_of(law, score, examples=examples, reason=excuses.get(law.name)) for law in laws)


def find_smallest(law: Law, subject: Any, *, examples: int = 200) -> LawBroken | None:  # noqa: ANN401
    """The smallest case found that breaks a law; None where none of the examples does.

    Cost: that of the verdict, and up to 1,000 trials more.
    """
    for seed in range(examples):
        try:
            try_law(law, subject, law.make(RandomChooser(seed)))
        except NotApplicable:
            continue
        except LawBroken:
            return shrink(law, subject, RandomChooser(seed))
    return None
