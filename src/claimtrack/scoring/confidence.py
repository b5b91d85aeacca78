"""How good the sourcing is: the level of confidence, by factors that are the same for every method.

It is apart from how likely the claim is. Each factor allows a level, and the lowest decides: what is strong in one
respect does not make up for what is weak in another. The thresholds are design choices.
"""

from collections.abc import Mapping, Sequence, Set as AbstractSet
from math import fsum

from claimtrack.network.chains import Chain
from claimtrack.network.groups import DependenceGroup
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent, word_for
from claimtrack.scoring.assessment import LEVELS, Confidence, Estimate, Factor, Voice, Way
from claimtrack.scoring.status import DISPUTED
from claimtrack.scoring.two_sources import leading_voices, two_sources

_MOSTLY_UNKNOWN = 0.5
"""Above this share no evidence speaks to most of the claim, and the number is mostly its prior: low."""
_HARDLY_UNKNOWN = 0.25
"""Up to this unknown share the prior moves the number by a quarter of its own change at most: high is allowed."""
_NOTABLE = 0.01
"""A smaller disputed share would be printed as 0 %, and is not mentioned."""
_ONE_CARRIES = 0.75
"""Above this share of the leading weight on one origin, relay or exhibit, all else weighs less than a third of it:
little is left without it, and the confidence is no better than that in one origin."""


def confidence_of(
    estimate: Estimate,
    chains: Sequence[Chain],
    words: LikelihoodScale,
    *,
    groups: Mapping[str, DependenceGroup],
    unshown: AbstractSet[str],
    assumed: bool,
) -> tuple[Confidence, tuple[Factor, ...]]:
    """How firm the ground is: the lowest level that any factor allows, and all factors.

    Args:
        estimate: what the method says of the claim.
        chains: those on the claim and on its negation.
        words: the likelihood scale.
        groups: the dependence group of each source that has one.
        unshown: exhibits of which no output may say that somebody rests on them.
        assumed: whether the policy assumes that all sources are independent.
    """
    voices = leading_voices(estimate)
    factors = (
        _independence(voices, groups),
        _share(voices, unshown),
        _bounds(estimate, words),
        _open(estimate),
        _assumptions(chains, {voice.origin for voice in voices}, assumed=assumed),
    )
    return min((factor.allows for factor in factors), key=LEVELS.index), factors


def _independence(voices: Sequence[Voice], groups: Mapping[str, DependenceGroup]) -> Factor:
    rule = two_sources(voices, groups)
    independent = len({voice.origin for voice in voices if voice.established})
    if independent > 1:
        return Factor(name="independence", finding=rule.why, allows="high" if rule.met else "moderate")
    side = f" {voices[0].side} it" if voices else ""
    if independent:
        return Factor(name="independence", finding=f"only one origin{side} is independent", allows="moderate")
    return Factor(name="independence", finding=f"no origin{side} is known to be independent", allows="low")


def _share(voices: Sequence[Voice], unshown: AbstractSet[str]) -> Factor:
    strongest: dict[str, Voice] = {}
    for voice in voices:
        if voice.origin not in strongest or voice.weight > strongest[voice.origin].weight:
            strongest[voice.origin] = voice
    total = fsum(voice.weight for voice in strongest.values())
    if total == 0.0:
        return Factor(name="concentration", finding="nothing that counts", allows="low")
    # What an origin has by several relays or exhibits does not rest on any one of them.
    rests: dict[tuple[str, str], list[float]] = {}
    for voice in strongest.values():
        rests["origin", voice.origin] = [voice.weight]
        for what in frozenset.intersection(*(_what_carries(way) for way in voice.ways)) if voice.ways else ():
            if what[1] not in unshown:
                rests.setdefault(what, []).append(voice.weight)
    most: dict[str, float] = {}
    for (kind, _), weights in rests.items():
        most[kind] = max(fsum(weights) / total, most.get(kind, 0.0))
    share = max(most.values())
    kind = next(kind for kind in ("origin", "relay", "exhibit") if most.get(kind) == share)
    finding = f"one {kind} carries {per_cent(share)} of the weight on the leading side"
    return Factor(name="concentration", finding=finding, allows="moderate" if share > _ONE_CARRIES else "high")


def _what_carries(way: Way) -> frozenset[tuple[str, str]]:
    """The relays and exhibits that a way rests on."""
    relays = (("relay", name) for name in way.relays)
    return frozenset((*relays, *(("exhibit", name) for name in way.exhibits)))


def _bounds(estimate: Estimate, words: LikelihoodScale) -> Factor:
    low, high = word_for(estimate.low, words), word_for(estimate.high, words)
    if low == high:
        return Factor(name="bounds", finding="the bounds lie within one likelihood word", allows="high")
    return Factor(name="bounds", finding="the bounds span several likelihood words", allows="moderate")


def _open(estimate: Estimate) -> Factor:
    unknown, disputed = estimate.opinion.unknown, estimate.opinion.disputed
    finding = f"{per_cent(unknown)} of it is unknown"
    if disputed >= _NOTABLE:
        finding += f" and {per_cent(disputed)} disputed"
    if unknown > _MOSTLY_UNKNOWN or disputed >= DISPUTED:
        return Factor(name="open", finding=finding, allows="low")
    return Factor(name="open", finding=finding, allows="high" if unknown <= _HARDLY_UNKNOWN else "moderate")


def _assumptions(chains: Sequence[Chain], leading: AbstractSet[str], *, assumed: bool) -> Factor:
    ungraded = {chain.statement.origin for chain in chains if chain.grade is None}
    ungraded |= {
        relay
        for chain in chains
        for relay, grade in zip(chain.statement.relays, chain.relay_grades, strict=True)
        if grade is None
    }
    if assumed:
        return Factor(name="assumptions", finding="independence is assumed for all sources", allows="low")
    if leading and leading <= {chain.statement.origin for chain in chains if chain.grade is None}:
        return Factor(name="assumptions", finding="nobody graded the sources that carry it", allows="low")
    if ungraded:
        finding = f"{len(ungraded)} of its sources {'has' if len(ungraded) == 1 else 'have'} no grade"
        return Factor(name="assumptions", finding=finding, allows="moderate")
    return Factor(name="assumptions", finding="every source is graded", allows="high")
