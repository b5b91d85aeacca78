"""The best counter-evidence to a judgment: what weighs the most on its other side."""

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Score, Voice
from claimtrack.text.words import quoted

_ROUNDING = 1e-9


def counter_evidence(explanation: Explanation, claim: str) -> str:
    """What speaks the most against a judgment, in a sentence.

    It speaks for a claim that the evidence made less likely than it was before, and against any other.

    Cost: linear in the voices on the claim and its rivals.
    """
    network, scores = explanation.assessment.network, explanation.assessment.scores
    score, rivals = scores[claim], network.families[claim].claims
    side = "for" if score.probability < score.prior - _ROUNDING else "against"
    found = _heaviest(score, side)
    if found is not None:
        return f"Best counter-evidence: {_told(network, found, claim)}."
    if side == "against":
        others = [(_heaviest(scores[rival], "for"), rival) for rival in rivals if rival != claim]
        spoken = [(voice, rival) for voice, rival in others if voice is not None]
        if spoken:
            voice, rival = max(spoken, key=lambda item: item[0].weight)
            return f"Best counter-evidence, by a rival: {_told(network, voice, rival)}."
        return "No evidence against it stands here; that none was found is no support."
    return "No evidence for it stands here; that none was found is no denial."


def _heaviest(score: Score, side: str) -> Voice | None:
    voices = [voice for voice in score.estimate.voices if voice.side == side and voice.weight > 0.0]
    return max(voices, key=lambda voice: voice.weight, default=None)


def _told(network: Network, voice: Voice, claim: str) -> str:
    name, text = name_of(network, voice.origin), quoted(network.claims[claim].text)
    sure = "" if voice.established else ", whose independence is not established,"
    if voice.links:
        does = "supports" if voice.side == "for" else "undermines"
        return f"another claim, which rests on {name}{sure} {does} {text}"
    return f"{text} is {'asserted' if voice.side == 'for' else 'denied'} by {name}{sure}".removesuffix(",")
