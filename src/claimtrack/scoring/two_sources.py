"""The two-source rule: whether two established origins reach us through nobody in common.

The statuses *corroborated* and *denied*, the confidence, the checks and the key judgments all ask it here.
"""

from collections.abc import Iterable
from math import fsum

from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Side, Voice

TWO = 2
"""How many sources the rule asks for, as newsrooms have it."""


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
    if len(ways) < TWO or frozenset.intersection(*ways):
        return False
    return any(way.isdisjoint(other) for rank, way in enumerate(ways) for other in ways[rank + 1 :])


def leading_voices(estimate: Estimate) -> list[Voice]:
    """The voices that count on the weightier side of a claim."""
    leading = leading_side(estimate)
    return [voice for voice in estimate.voices if voice.side == leading and voice.weight > 0.0]


def leading_side(estimate: Estimate) -> Side:
    """The side with the weightier voices; rivals play no part in it."""
    for_it = fsum(voice.weight for voice in estimate.voices if voice.side == "for")
    against = fsum(voice.weight for voice in estimate.voices if voice.side == "against")
    return "for" if for_it >= against else "against"


def _owner(source: str, network: Network) -> str:
    """What a source counts as: itself, or the group of sources that it depends on."""
    group = network.groups.get(source)
    return source if group is None or group.strength == 0.0 else f"group of {group.sources[0]}"
