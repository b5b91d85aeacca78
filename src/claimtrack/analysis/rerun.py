"""Trying: a claim scored again and again, with small changes to what bears on it."""

from collections.abc import Callable, Iterable, Mapping
from functools import cached_property
from typing import Any

import attrs

from claimtrack._records import evolve
from claimtrack.analysis.suppositions import Supposition, supposed
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import Network, build
from claimtrack.network.rivals import Family
from claimtrack.network.subgraph import restrict
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import probabilities

_SAME = 1e-12
_HASTE = 6


@attrs.define(slots=False)
class Trial:
    """A claim with what bears on it. Every number here is a run of the method, and runs that were made are kept."""

    claim: str
    """Id of the claim."""
    family: Family
    """The claim and its rivals, with their priors."""
    casebook: Casebook
    """What bears on them."""
    method: Callable[[Network], Mapping[str, Any]]
    """How they are scored."""
    _runs: dict[Any, Mapping[str, float]] = attrs.field(factory=dict, repr=False)

    @property
    def before(self) -> float:
        """The probability before any evidence."""
        return self.family.priors[self.claim]

    @cached_property
    def haste(self) -> int:
        """By how much to run less often: 1, or more where claims feed each other, so that every run takes longer."""
        return _HASTE if any(component.is_ring for component in build(self.casebook).components) else 1

    def beside(self, claim: str) -> "Trial":
        """The trial of a rival, which shares the runs of this one."""
        return attrs.evolve(self, claim=claim, runs=self._runs)

    def run(
        self, casebook: Casebook, method: Callable[[Network], Mapping[str, Any]] | None = None
    ) -> Mapping[str, float]:
        """P of the claims of a changed casebook, by this method or a changed one."""
        return probabilities(method or self.method, build(casebook))

    def supposing(self, *suppositions: Supposition) -> Mapping[str, float]:
        """P of the claims under some suppositions.

        Raises:
            WrongUse: a prior leaves its rivals no room.
        """
        if suppositions not in self._runs:
            self._runs[suppositions] = self.run(supposed(self.casebook, suppositions))
        return self._runs[suppositions]

    def without(self, statements: Iterable[str] = (), links: Iterable[str] = ()) -> Mapping[str, float]:
        """P of the claims without some statements and links, by their ids."""
        key = (frozenset(statements), frozenset(links))
        if key not in self._runs:
            self._runs[key] = self.run(self.less(*key))
        return self._runs[key]

    def less(self, statements: frozenset[str], links: frozenset[str] = frozenset()) -> Casebook:
        """The casebook without some statements and links."""
        book = self.casebook
        if statements:
            book = evolve(book, statements=tuple(one for one in book.statements if one.id not in statements))
        if links:
            book = evolve(book, links=tuple(one for one in book.links if one.id not in links))
        return book

    def holds(self, sources: Iterable[str]) -> bool:
        """Whether some sources all bear on the claim."""
        return {source.id for source in self.casebook.sources}.issuperset(sources)

    def of(self, source: str) -> frozenset[str]:
        """The ids of the statements that come from a source or through it."""
        return frozenset(one.id or "" for one in self.casebook.statements if source == one.origin or source in one.via)


def trial_of(assessment: Assessment, claim: str) -> Trial:
    """Make ready to score a claim again and again.

    Only what bears on the claim is kept. Where a method gives it another score then, the whole casebook is.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    network = assessment.network
    known = assessment[claim].probability
    family = network.families[claim]
    trial = Trial(claim=claim, family=family, casebook=restrict(network, claim), method=assessment.method)
    if abs(trial.without()[claim] - known) <= _SAME:
        return trial
    return Trial(claim=claim, family=family, casebook=network.casebook, method=assessment.method)
