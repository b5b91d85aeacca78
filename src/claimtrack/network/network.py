"""The network: a casebook seen as chains, origins, groups and families of rivals."""

from collections.abc import Mapping
from math import fsum
from types import MappingProxyType

import attrs

from claimtrack._record import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Claim, Question, Source
from claimtrack.network.chains import Chain, chains_of
from claimtrack.network.groups import Group, groups_of
from claimtrack.network.rings import Ring, rings_of

__all__ = ["Family", "Network", "build"]

_NOTHING_LEFT = 1e-9


@record
class Family:
    """The rivals of one question with their priors; a claim outside questions is a family of its own."""

    question: Question | None
    """The question; None for a lone claim."""
    claims: tuple[str, ...]
    """Ids of the rivals."""
    priors: Mapping[str, float]
    """The prior of each, in (0, 1)."""
    none_of_these: float
    """What is left to none of these, in [0, 1); 0 where the question is exhaustive."""

    @property
    def is_negation(self) -> bool:
        """Whether it is one claim and its negation: two rivals and nothing else."""
        return self.question is not None and len(self.claims) == 2 and self.none_of_these == 0.0  # noqa: PLR2004


@record
class Network:
    """A casebook seen as chains, origins, groups and families of rivals."""

    casebook: Casebook
    """What it was built from."""
    sources: Mapping[str, Source] = attrs.field(repr=False)
    """Each source by its id."""
    claims: Mapping[str, Claim] = attrs.field(repr=False)
    """Each claim by its id."""
    chains: Mapping[str, tuple[Chain, ...]] = attrs.field(repr=False)
    """For each claim, the chains of the statements that stand."""
    groups: Mapping[str, Group] = attrs.field(repr=False)
    """The dependence group of each source that has one."""
    families: Mapping[str, Family] = attrs.field(repr=False)
    """The family of each claim that can be scored: all but opinions."""
    rings: tuple[Ring, ...] = ()
    """Rings of relays and of links."""


def build(casebook: Casebook) -> Network:
    """See a casebook as a network.

    Cost: linear in its records.

    Example:
        >>> from claimtrack.model.records import Claim
        >>> build(Casebook(claims=(Claim(id="fell", text="It fell."),))).families["fell"].priors["fell"]
        0.5
    """
    sources = {source.id: source for source in casebook.sources}
    claims = {claim.id: claim for claim in casebook.claims}
    return Network(
        casebook=casebook,
        sources=MappingProxyType(sources),
        claims=MappingProxyType(claims),
        chains=MappingProxyType(chains_of(casebook, sources, claims)),
        groups=MappingProxyType(groups_of(casebook.dependences)),
        families=MappingProxyType(_families(casebook, claims)),
        rings=rings_of(casebook),
    )


def _families(casebook: Casebook, claims: Mapping[str, Claim]) -> dict[str, Family]:
    families = {}
    for question in casebook.questions:
        family = _family(question, claims)
        families.update(dict.fromkeys(question.claims, family))
    for claim in casebook.claims:
        if claim.id not in families and claim.kind != "opinion":
            prior = 0.5 if claim.prior is None else claim.prior
            families[claim.id] = Family(
                question=None, claims=(claim.id,), priors={claim.id: prior}, none_of_these=1.0 - prior
            )
    return families


def _family(question: Question, claims: Mapping[str, Claim]) -> Family:
    stated = [prior for name in question.claims if (prior := claims[name].prior) is not None]
    left = 1.0 - fsum(stated)
    unstated = len(question.claims) - len(stated)
    share = left / (unstated + (0 if question.exhaustive else 1)) if unstated else 0.0
    priors = {name: share if (prior := claims[name].prior) is None else prior for name in question.claims}
    rest = left - share * unstated
    none = 0.0 if question.exhaustive or rest < _NOTHING_LEFT else rest
    return Family(question=question, claims=question.claims, priors=MappingProxyType(priors), none_of_these=none)
