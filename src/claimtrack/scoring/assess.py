"""From a network to an assessment."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set as AbstractSet
from functools import partial
from math import isfinite
from types import MappingProxyType
from typing import NamedTuple

from claimtrack._records import postpone
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import InvalidEstimate, NotScored, UnknownClaim
from claimtrack.model.claims import Link
from claimtrack.network.build import Network, build
from claimtrack.network.chains import Chain
from claimtrack.network.groups import DependenceGroup
from claimtrack.network.subgraph import restrict
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import likelihood_scale
from claimtrack.scales.words import word_for
from claimtrack.scoring.assessment import Assessment, Estimate, Override, Score
from claimtrack.scoring.confidence import confidence_of
from claimtrack.scoring.counts import counts_of_claim, labelled_sources
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method, broken_laws, check_sources
from claimtrack.scoring.status import status_of

DEFAULT_METHOD = OriginEvidence()
_SLACK = 1e-9
_DIRECTIONALITY = "directionality"
"""The law that what does not lead to a claim cannot move it."""


def assess(
    network: Network,
    *,
    method: Method = DEFAULT_METHOD,
    words: LikelihoodScale | str = "icd203",
    overrides: Sequence[Override] = (),
    only: Iterable[str] | None = None,
) -> Assessment:
    """Score every claim of a network but its opinions.

    Args:
        network: what to score.
        method: how; the default is `OriginEvidence()`.
        words: the likelihood scale, or the name of one: icd203, phia, ipcc, kent or stix.
        overrides: confidence levels that the analyst sets, with reasons.
        only: ids of the claims to score; None scores all. The method sees only what bears on them, unless it says that
            it breaks *directionality*, and then what else there is could move them.

    Raises:
        UnknownName: there is no such scale.
        UnknownClaim: an override, or `only`, names a claim that the casebook does not hold.
        NotScored: it names an opinion, or an override names a claim that is left out.
        UnknownId: the method has numbers for a source that the casebook does not hold.
        InvalidEstimate: the method leaves out a claim, or gives no estimate of it whose numbers can be.

    Cost: that of the method on what it sees, and linear in statements.
    """
    scale = likelihood_scale(words) if isinstance(words, str) else words
    wanted = network.families if only is None else _wanted(network, only)
    check_sources(method, network.casebook)
    estimates = method(network if only is None else _part(network, method, wanted))
    _check_mapping(network, estimates)
    for claim in network.families:
        if claim in wanted:
            _check_estimate(claim, estimates.get(claim))
    set_by_hand = {override.claim: override for override in overrides}
    assumed = network.casebook.policy.independence == "assumed"
    setting = _Setting(scale, network.groups, network.unshown, labelled_sources(network), assumed)
    scores = {
        claim.id: _score(network, claim.id, estimates[claim.id], setting, set_by_hand.get(claim.id))
        for claim in network.casebook.claims
        if claim.id in wanted
    }
    assessment = Assessment(
        network=network, method=method, words=scale, scores=MappingProxyType(scores), overrides=tuple(overrides)
    )
    for override in overrides:
        assessment[override.claim]
    return assessment


def _wanted(network: Network, only: Iterable[str]) -> frozenset[str]:
    """The claims that were asked for, all of which can be scored."""
    wanted = frozenset(only)
    for claim in sorted(wanted):
        if claim not in network.claims:
            known = tuple(network.claims)
            audience = network.casebook.audience
            raise UnknownClaim(seen=claim, near=nearest(claim, known), known=known, audience=audience)
        if claim not in network.families:
            raise NotScored(claim=claim)
    return wanted


def _check_mapping(network: Network, found: object) -> None:
    """Refuse a method that gives no estimates at all, and name the first claim that it owes one."""
    if not isinstance(found, Mapping):
        wrong = f"there is none, since {type(found).__name__} is no mapping of claims to estimates"
        raise InvalidEstimate(claim=next(iter(network.families), ""), wrong=wrong)


def _check_estimate(claim: str, found: object) -> None:
    """Refuse what a method must not return: constructors check what is built, but not that it was."""
    if not isinstance(found, Estimate):
        wrong = "there is none" if found is None else f"it is a {type(found).__name__}, not an Estimate"
        raise InvalidEstimate(claim=claim, wrong=wrong)
    view = found.opinion
    numbers = (view.belief, view.disbelief, view.unknown, view.probability, found.low, found.high)
    if not all(map(isfinite, numbers)):
        raise InvalidEstimate(claim=claim, wrong="not all of its numbers are finite")
    if not (
        -_SLACK <= found.low <= view.probability + _SLACK and view.probability - _SLACK <= found.high <= 1 + _SLACK
    ):
        raise InvalidEstimate(claim=claim, wrong="its bounds do not hold its probability")


def sees_parts(method: Method) -> bool:
    """Whether a method scores a claim alike if it sees only what bears on it."""
    return _DIRECTIONALITY not in broken_laws(method)


def _part(network: Network, method: Method, claims: Collection[str]) -> Network:
    """What a method must see to score some claims: what bears on them, or all where other things could matter."""
    return build(restrict(network, *sorted(claims))) if sees_parts(method) else network


def _score(network: Network, claim: str, estimate: Estimate, setting: "_Setting", override: Override | None) -> Score:
    """The score of a claim; its words, which nobody may ask for, are found when they are asked for."""
    family = network.families[claim]
    mirrored: tuple[Chain, ...] = ()
    links = network.inflow.get(claim, ())
    if family.is_negation:
        negated = [other for other in family.claims if other != claim]
        mirrored = tuple(chain for other in negated for chain in network.chains[other])
        links = (*links, *(link for other in negated for link in network.inflow.get(other, ())))
    work = partial(
        _put_into_words, setting, estimate, network.chains[claim], mirrored=mirrored, links=links, override=override
    )
    return postpone(Score, work, claim=network.claims[claim], prior=family.priors[claim], estimate=estimate)


class _Setting(NamedTuple):
    """What all scores are put into words with; not the network, which is large, since a score may outlive it."""

    words: LikelihoodScale
    groups: Mapping[str, DependenceGroup]
    unshown: AbstractSet[str]
    labelled: AbstractSet[str]
    assumed: bool


def _put_into_words(
    setting: _Setting,
    estimate: Estimate,
    chains: tuple[Chain, ...],
    *,
    mirrored: tuple[Chain, ...],
    links: tuple[Link, ...],
    override: Override | None,
) -> Mapping[str, object]:
    """What a score holds besides the numbers of its estimate."""
    words, groups, unshown, labelled, assumed = setting
    counts = counts_of_claim(chains, mirrored, estimate.voices, links=links, labelled=labelled)
    confidence, factors = confidence_of(
        estimate, (*chains, *mirrored), words, groups=groups, unshown=unshown, assumed=assumed
    )
    return {
        "counts": counts,
        "word": word_for(estimate.opinion.probability, words),
        "status": status_of(counts, estimate, groups),
        "confidence": confidence if override is None else override.confidence,
        "factors": factors,
        "override": None if override is None else override.because,
    }
