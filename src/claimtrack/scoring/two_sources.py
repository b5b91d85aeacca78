"""The two-source rule: whether two established origins of some weight reach us through nobody in common.

The statuses *corroborated*, *denied* and *contradicted*, the confidence, the checks and the key judgments all ask it
here.
"""

from collections.abc import Iterable, Mapping, Sequence
from math import fsum

from claimtrack._records import record
from claimtrack.network.groups import DependenceGroup
from claimtrack.scoring.assessment import Estimate, Side, Voice, Way
from claimtrack.text.words import counted

TWO = 2
"""How many sources the rule asks for, as newsrooms have it."""
ENOUGH = 0.25
"""What an origin must weigh, where it counts, to be one of two: it turns even odds into five to four. A design choice.
"""
_HALF = 0.5


@record
class TwoSources:
    """Whether the two-source rule is met on one side of a claim, and why."""

    met: bool
    """Whether it is."""
    side: Side
    """The side that it was asked for."""
    why: str
    """What was found."""

    @property
    def verdict(self) -> str:
        """The verdict with its side: `met against it`, `not met for it`."""
        return f"{'met' if self.met else 'not met'} {self.side} it"


def two_sources(voices: Iterable[Voice], groups: Mapping[str, DependenceGroup]) -> TwoSources:
    """Whether the two-source rule is met, and why, for the side that some voices speak on.

    Args:
        voices: those that count on one side of a claim.
        groups: the dependence group of each source that has one.
    """
    voices = list(voices)
    side = voices[0].side if voices else "for"
    met = are_independent(voices, groups)
    why = "two or more independent origins have nobody in common on their ways to us" if met else _unmet(voices)
    return TwoSources(met=met, side=side, why=why)


def _unmet(voices: Sequence[Voice]) -> str:
    """Why the rule is not met; an origin is called independent where it is established."""
    independent = {voice.origin for voice in voices if voice.established}
    heavy = {voice.origin for voice in voices if voice.established and voice.weight >= ENOUGH}
    if len(heavy) > 1:
        # Not what they share: that can be a tie between a label and a name, which is never told.
        return "no two of the independent origins are known to have nobody in common on their ways to us"
    if len(independent) > 1:
        return f"of the independent origins {'only one' if heavy else 'none'} has more than a little weight"
    others = len({voice.origin for voice in voices} - independent)
    found = f"{'only one' if independent else 'no'} origin is known to be independent"
    return f"{found}; of {counted(others, 'other')} it is not known" if others and independent else found


def are_independent(voices: Iterable[Voice], groups: Mapping[str, DependenceGroup]) -> bool:
    """Whether two established origins, each of weight .25 or more by some way, share nothing.

    Their ways to us have nobody in common, nor do two on them belong to one dependence, and they rest on no common
    exhibit. An origin is part of its way: a newspaper's own word does not corroborate what it relays.

    Args:
        voices: those on one side of a claim.
        groups: the dependence group of each source that has one.

    Cost: linear where all are heard directly or all share a source; else at most quadratic in the distinct ways.
    """
    heavy = [(voice.origin, way) for voice in voices if voice.established for way in voice.ways if way.weight >= ENOUGH]
    if len({origin for origin, _ in heavy}) < TWO:
        return False
    ways = sorted({_shared_by_others(origin, way, groups) for origin, way in heavy}, key=len)
    if len(ways) < TWO or frozenset.intersection(*ways):
        return False
    return any(way.isdisjoint(other) for rank, way in enumerate(ways) for other in ways[rank + 1 :])


def leading_voices(estimate: Estimate) -> list[Voice]:
    """The voices that count on the side that the judgment leans to; where there are none, those on the other side."""
    leading = leading_side(estimate)
    return [voice for voice in estimate.voices if voice.side == leading and voice.weight > 0.0]


def leading_side(estimate: Estimate) -> Side:
    """The side that the judgment leans to: for above P = ½, against below.

    At P = ½, and where nothing counts on that side (its prior or its rivals put it there), the weightier side.
    """
    weights: dict[Side, float] = {
        side: fsum(voice.weight for voice in estimate.voices if voice.side == side) for side in ("for", "against")
    }
    p = estimate.opinion.probability
    leans: Side = "for" if p > _HALF else "against"
    if p != _HALF and weights[leans] > 0.0:
        return leans
    return "for" if weights["for"] >= weights["against"] else "against"


def _shared_by_others(origin: str, way: Way, groups: Mapping[str, DependenceGroup]) -> frozenset[tuple[str, str]]:
    """What another way must not share: the sources on it, or their groups, and the exhibits."""
    owners = [("source", _owner(name, groups)) for name in (origin, *way.relays)]
    return frozenset(owners + [("exhibit", exhibit) for exhibit in way.exhibits])


def _owner(source: str, groups: Mapping[str, DependenceGroup]) -> str:
    """What a source counts as: itself, or the group of sources that it depends on."""
    group = groups.get(source)
    return source if group is None or group.strength == 0.0 else f"group of {group.sources[0]}"
