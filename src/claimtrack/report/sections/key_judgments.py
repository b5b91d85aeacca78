"""The key judgments: a card for each, with what it rests on and the best counter-evidence."""

from collections.abc import Iterable

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Judgment, Section, make_section
from claimtrack.report.charts.strip import strip_of, zones_of
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score, Voice
from claimtrack.scoring.two_sources import leading_side, leading_voices, two_sources
from claimtrack.text.words import capital, quoted

_ROUNDING = 1e-9


def write_key_judgments(explanation: Explanation, claims: Iterable[str]) -> Section:
    """The judgments of the claims that matter most."""
    return make_section("Key judgments", *(judgment_of(explanation, claim) for claim in claims))


def judgment_of(explanation: Explanation, claim: str) -> Judgment:
    """The judgment of one claim; likelihood and confidence stand on lines of their own."""
    account = explanation.accounts[claim]
    score, network = account.score, explanation.assessment.network
    met, why = two_sources(leading_voices(score.estimate), network.groups)
    judged = (f"Two-source rule: {'met' if met else 'not met'}; {why}.", _counter_evidence(explanation, claim))
    return Judgment(
        claim=score.claim.text,
        lead=f"{capital(account.lead)}; bounds {per_cent(score.low)} to {per_cent(score.high)}.",
        strip=strip_of(score, zones_of(explanation.assessment.words)),
        lines=(
            *account.ground,
            *(judged if score.estimate.judged else ()),
            f"Status: {_status(score)}.",
            account.confidence,
        ),
    )


def _status(score: Score) -> str:
    """The status, with what it speaks of where a reader could take it for something else."""
    if score.status == "outweighed":
        return "outweighed, by where it starts or by its rivals"
    sides = {voice.side for voice in score.estimate.voices if voice.weight > 0.0}
    if len(sides) > 1 and score.status in ("single origin", "independence not established"):
        return f"{score.status}, on the side {leading_side(score.estimate)} it"
    return score.status


def _counter_evidence(explanation: Explanation, claim: str) -> str:
    """What speaks most strongly against a judgment, in a sentence.

    It speaks for a claim that the evidence made less likely than it was before, and against any other.

    Cost: linear in the voices on the claim and its rivals.
    """
    network, scores = explanation.assessment.network, explanation.assessment.scores
    score, rivals = scores[claim], network.families[claim].claims
    side = "for" if score.probability < score.prior - _ROUNDING else "against"
    voice = _heaviest(score, side)
    if voice is not None:
        label = "Best evidence for it, against this judgment" if side == "for" else "Best counter-evidence"
        return f"{label}: {_describe(network, voice, claim)}."
    if side == "for":
        return "No evidence for it stands here; that none was found is no denial."
    others = [(_heaviest(scores[rival], "for"), rival) for rival in rivals if rival != claim]
    spoken = [(voice, rival) for voice, rival in others if voice is not None]
    if spoken:
        voice, rival = max(spoken, key=lambda item: item[0].weight)
        return f"Best counter-evidence, by a rival: {_describe(network, voice, rival)}."
    return "No evidence against it stands here; that none was found is no support."


def _heaviest(score: Score, side: str) -> Voice | None:
    voices = [voice for voice in score.estimate.voices if voice.side == side and voice.weight > 0.0]
    return max(voices, key=lambda voice: voice.weight, default=None)


def _describe(network: Network, voice: Voice, claim: str) -> str:
    name, text = name_of(network, voice.origin), quoted(network.claims[claim].text)
    unsure = "" if voice.established else ", whose independence is not established,"
    if voice.links:
        does = "supports" if voice.side == "for" else "undermines"
        return f"another claim, which rests on {name}{unsure or ','} {does} {text}"
    return f"{text} is {'asserted' if voice.side == 'for' else 'denied'} by {name}{unsure}".removesuffix(",")
