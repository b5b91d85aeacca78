"""Reruns: a claim scored again and again, each time after a small change to what bears on it."""

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from claimtrack._records import without_texts
from claimtrack.analysis.what_if import Supposition, casebook_after
from claimtrack.history.events import Retracted
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import Network, build, leave_out
from claimtrack.network.rivals import Family
from claimtrack.network.subgraph import restrict
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import Method, probabilities

_SAME = 1e-12
_SLOWER = 6


@attrs.frozen(kw_only=True)
class Reruns:
    """Runs of a method on what bears on one claim. Each is made once and kept."""

    claim: str
    """Id of the claim."""
    network: Network
    """What bears on the claim and its rivals."""
    method: Method
    """How they are scored."""
    _kept: dict[Any, Mapping[str, float]] = attrs.field(factory=dict, repr=False)

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def casebook(self) -> Casebook:
        """What bears on the claim and its rivals, as records."""
        return self.network.casebook

    @property
    def family(self) -> Family:
        """The claim and its rivals, with their priors."""
        return self.network.families[self.claim]

    @property
    def prior(self) -> float:
        """The probability before any evidence."""
        return self.family.priors[self.claim]

    @property
    def slowness(self) -> int:
        """How much longer a run takes than usual: 1, or 6 where claims feed each other. Searches are cut by it."""
        return _SLOWER if any(component.is_ring for component in self.network.components) else 1

    def beside(self, claim: str) -> "Reruns":
        """The reruns of a rival, which share the runs of these."""
        return attrs.evolve(self, claim=claim)

    def after(self, *happened: Supposition) -> Mapping[str, float]:
        """P of the claims after something that nobody recorded, as `casebook_after` takes it.

        Raises:
            InvalidCasebook: the records contradict each other then.
        """
        # Retractions alone only take chains away: the network need not be built again.
        retracted = [one.id for one in happened if isinstance(one, Retracted) and one.replaced_by is None]
        if len(retracted) == len(happened):
            return self.without(retracted)
        if happened not in self._kept:
            self._kept[happened] = probabilities(self.method, build(casebook_after(self.casebook, *happened)))
        return self._kept[happened]

    def without(self, statements: Iterable[str] = (), links: Iterable[str] = ()) -> Mapping[str, float]:
        """P of the claims without some statements and links, by their ids."""
        key = (frozenset(statements), frozenset(links))
        if key not in self._kept:
            self._kept[key] = probabilities(self.method, leave_out(self.network, *key))
        return self._kept[key]

    def scored_by(self, method: Method) -> Mapping[str, float]:
        """P of the claims by another method."""
        return probabilities(method, self.network)


def reruns_of(assessment: Assessment, claim: str) -> Reruns:
    """Make ready to score a claim again and again.

    Only what bears on the claim is kept. Where a method gives it another score then, the whole casebook is.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    known = assessment[claim].probability
    # A method that breaks *directionality* may be moved by what does not bear on the claim.
    reruns = Reruns(claim=claim, network=build(restrict(assessment.network, claim)), method=assessment.method)
    if abs(reruns.without()[claim] - known) <= _SAME:
        return reruns
    return Reruns(claim=claim, network=assessment.network, method=assessment.method)
