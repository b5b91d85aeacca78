"""What a number stands on: status and confidence, by rules that are the same for every method."""

from collections.abc import Iterable, Sequence, Set as AbstractSet
from math import fsum

from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent, word_for
from claimtrack.scoring.assessment import LEVELS, Confidence, Counts, Estimate, Factor, Side, Status, Voice

_TWO = 2
_CONTRADICTED = 0.05
_DISPUTED = 0.25
_MOSTLY_UNKNOWN = 0.5
_NOTABLE = 0.01
_HARDLY_UNKNOWN = 0.25
_ONE_CARRIES = 0.75


def counts_of(chains: Iterable[Chain], mirrored: Iterable[Chain]) -> Counts:
    """Count the statements that stand on a claim, and the origins they come from.

    Args:
        chains: those on the claim itself.
        mirrored: those on its negation, which speak for the other side.
    """
    rows = [(chain, chain.statement.stance == "asserts") for chain in chains]
    rows += [(chain, chain.statement.stance == "denies") for chain in mirrored]
    origins = {(chain.statement.origin, speaks_for) for chain, speaks_for in rows}
    sure = {(chain.statement.origin, speaks_for) for chain, speaks_for in rows if chain.established is not None}
    return Counts(
        statements=len(rows),
        origins=len({name for name, _ in origins}),
        established=len({name for name, _ in sure}),
        origins_for=sum(speaks_for for _, speaks_for in origins),
        origins_against=sum(not speaks_for for _, speaks_for in origins),
        established_for=sum(speaks_for for _, speaks_for in sure),
        established_against=sum(not speaks_for for _, speaks_for in sure),
    )


def status_of(counts: Counts, estimate: Estimate, network: Network) -> Status:
    """What the number stands on: the first status that fits.

    *Denied* is the mirror of *corroborated*: two or more established origins against, but not contradicted.
    """
    leading, voices = _leading(estimate), leading_voices(estimate)
    if counts.statements == 0:
        return "no statements"
    if not estimate.judged or estimate.opinion.unknown >= 1.0:
        return "cannot be judged"
    if estimate.opinion.probability < _CONTRADICTED and counts.established_against >= _TWO:
        return "contradicted"
    if estimate.opinion.disputed >= _DISPUTED:
        return "disputed"
    if len({voice.origin for voice in voices}) == 1:
        return "single origin"
    if not are_independent(voices, network):
        return "independence not established"
    return "corroborated" if leading == "for" else "denied"


def confidence_of(
    estimate: Estimate, chains: Sequence[Chain], network: Network, words: LikelihoodScale
) -> tuple[Confidence, tuple[Factor, ...]]:
    """How firm the ground is: the lowest level that any factor allows, and all factors."""
    voices = leading_voices(estimate)
    factors = (
        _independence(voices, network),
        _share(voices),
        _bounds(estimate, words),
        _open(estimate),
        _assumptions(chains, {voice.origin for voice in voices}, network),
    )
    return min((factor.allows for factor in factors), key=LEVELS.index), factors


def leading_voices(estimate: Estimate) -> list[Voice]:
    """The voices that count on the weightier side of a claim."""
    leading = _leading(estimate)
    return [voice for voice in estimate.voices if voice.side == leading and voice.weight > 0.0]


def _leading(estimate: Estimate) -> Side:
    """The side with the weightier voices; rivals play no part in it."""
    for_it = fsum(voice.weight for voice in estimate.voices if voice.side == "for")
    against = fsum(voice.weight for voice in estimate.voices if voice.side == "against")
    return "for" if for_it >= against else "against"


def are_independent(voices: Iterable[Voice], network: Network) -> bool:
    """Whether two established origins reach us through nobody in common, and no dependence joins their ways.

    Cost: linear where all are heard directly or all share a source; else at most quadratic in the distinct ways.
    """
    found = {
        frozenset(_owner(name, network) for name in (voice.origin, *via))
        for voice in voices
        if voice.established
        for via in voice.vias
    }
    ways = sorted(found, key=len)
    if len(ways) < _TWO or frozenset.intersection(*ways):
        return False
    return any(way.isdisjoint(other) for rank, way in enumerate(ways) for other in ways[rank + 1 :])


def two_sources(voices: Iterable[Voice], network: Network) -> tuple[bool, str]:
    """Whether the two-source rule is met, and why: two established origins whose ways to us share nobody.

    Args:
        voices: those that count on the weightier side of a claim.
        network: what the voices speak in.
    """
    voices = list(voices)
    established = {voice.origin for voice in voices if voice.established}
    if are_independent(voices, network):
        return True, "two or more established origins reach us through nobody in common"
    if len(established) > 1:
        return False, "its established origins share somebody on their way to us, or depend on each other"
    others = len({voice.origin for voice in voices} - established)
    found = f"{len(established) or 'no'} established origin{'' if len(established) == 1 else 's'}"
    return False, f"{found}, and {others} whose independence is not established" if others else found


def _owner(source: str, network: Network) -> str:
    """What a source counts as: itself, or the group of sources that it depends on."""
    group = network.groups.get(source)
    return source if group is None or group.strength == 0.0 else f"group of {group.sources[0]}"


def _independence(voices: Sequence[Voice], network: Network) -> Factor:
    met, why = two_sources(voices, network)
    established = len({voice.origin for voice in voices if voice.established})
    if established > 1:
        return Factor(name="independence", finding=why, allows="high" if met else "moderate")
    if established:
        return Factor(name="independence", finding="one established origin", allows="moderate")
    return Factor(name="independence", finding="no established origin", allows="low")


def _share(voices: Sequence[Voice]) -> Factor:
    weights: dict[str, float] = {}
    for voice in voices:
        weights[voice.origin] = max(voice.weight, weights.get(voice.origin, 0.0))
    total = fsum(weights.values())
    if total == 0.0:
        return Factor(name="concentration", finding="nothing that counts", allows="low")
    share = max(weights.values()) / total
    finding = f"{per_cent(share)} of the weight on the leading side is one origin's"
    return Factor(name="concentration", finding=finding, allows="moderate" if share > _ONE_CARRIES else "high")


def _bounds(estimate: Estimate, words: LikelihoodScale) -> Factor:
    low, high = word_for(estimate.low, words), word_for(estimate.high, words)
    if low == high:
        return Factor(name="bounds", finding="within one likelihood term", allows="high")
    return Factor(name="bounds", finding="across several likelihood terms", allows="moderate")


def _open(estimate: Estimate) -> Factor:
    unknown, disputed = estimate.opinion.unknown, estimate.opinion.disputed
    finding = f"{per_cent(unknown)} of it is unknown"
    if disputed >= _NOTABLE:
        finding += f" and {per_cent(disputed)} disputed"
    if unknown > _MOSTLY_UNKNOWN or disputed >= _DISPUTED:
        return Factor(name="open", finding=finding, allows="low")
    return Factor(name="open", finding=finding, allows="high" if unknown <= _HARDLY_UNKNOWN else "moderate")


def _assumptions(chains: Sequence[Chain], leading: AbstractSet[str], network: Network) -> Factor:
    ungraded = {chain.statement.origin for chain in chains if chain.grade is None}
    ungraded |= {
        relay
        for chain in chains
        for relay, grade in zip(chain.statement.via, chain.relay_grades, strict=True)
        if grade is None
    }
    if network.casebook.policy.independence == "assumed":
        return Factor(name="assumptions", finding="independence is assumed for all sources", allows="low")
    if leading and leading <= {chain.statement.origin for chain in chains if chain.grade is None}:
        return Factor(name="assumptions", finding="nobody graded the sources that carry it", allows="low")
    if ungraded:
        finding = f"{len(ungraded)} of its sources {'has' if len(ungraded) == 1 else 'have'} no grade"
        return Factor(name="assumptions", finding=finding, allows="moderate")
    return Factor(name="assumptions", finding="every source is graded", allows="high")
