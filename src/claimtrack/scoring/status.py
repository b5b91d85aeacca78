"""What a score stands on, in a word: the status, by rules that are the same for every method."""

from collections.abc import Mapping

from claimtrack.network.groups import DependenceGroup
from claimtrack.scoring.assessment import Counts, Estimate, Status
from claimtrack.scoring.two_sources import are_independent, leading_side, leading_voices

DISPUTED = 0.25
"""From this share that cancels out a claim is *disputed*: the weaker side then holds an eighth of the opinion, and to
report the stronger one alone would leave out too much. A design choice."""

_CONTRADICTED = 0.05
"""Below this P a claim can be *contradicted*: where “almost no chance” ends, the lowest word of ICD 203. It is the same
number for every scale, so that a status does not change with the words."""
_HALF = 0.5


def status_of(counts: Counts, estimate: Estimate, groups: Mapping[str, DependenceGroup]) -> Status:
    """What the number stands on: the first status that fits.

    *Contradicted*, *corroborated* and *denied* ask for two independent established origins on the side that they speak
    of (`are_independent`). *Denied* is the mirror of *corroborated*, but not contradicted; *outweighed* is what has
    two such origins and a probability on the other side of one half, by its prior or its rivals.
    One origin alone that is not established is no *single origin*: whose word it passes on is what is not known.
    """
    leading, voices = leading_side(estimate), leading_voices(estimate)
    probability = estimate.opinion.probability
    if counts.statements == 0:
        return "no statements"
    if not estimate.judged or estimate.opinion.unknown >= 1.0:
        return "cannot be judged"
    if probability < _CONTRADICTED and leading == "against" and are_independent(voices, groups):
        return "contradicted"
    if estimate.opinion.disputed >= DISPUTED:
        return "disputed"
    if len({voice.origin for voice in voices}) == 1 and any(voice.established for voice in voices):
        return "single origin"
    if not are_independent(voices, groups):
        return "independence not established"
    if probability > _HALF and leading == "for":
        return "corroborated"
    return "denied" if probability < _HALF and leading == "against" else "outweighed"
