"""What to find out, in words: what to do, which claim the answer moves, and from what to what."""

from collections.abc import Iterable, Iterator
from math import fsum

from claimtrack.analysis.information_value import Inquiry, PossibleAnswer
from claimtrack.analysis.sentences import name_of
from claimtrack.model.sources import EXHIBIT_KINDS
from claimtrack.network.build import Network
from claimtrack.report.quotable import mention, whether
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.words import listed

_MOST_ANSWERS = 2
_LEAST = 0.005
"""Half a percentage point: what moves the judgments by less is not worth a reader's time."""
_NOTABLE = 0.0005
_IFS = {
    "it knows first-hand": "if it is first-hand",
    "it was told": "if it is not",
    "it says the same": "if that bears it out",
    "it never said so": "if it does not",
    "they share one": "if they do",
    "they do not": "if they do not",
    "it confirms": "if confirmed",
    "it denies": "if denied",
}
"""Each answer to an inquiry as a condition; a grade is one already."""


def choose_inquiries(network: Network, inquiries: Iterable[Inquiry]) -> list[Inquiry]:
    """The inquiries that move the judgments by half a point or more, one for each thing to do.

    Of several that look for another source on the answers to one question, it is the most valuable.
    """
    return list(_distinct(network, (one for one in inquiries if one.value >= _LEAST)))


def rank_inquiries(assessment: Assessment, inquiries: Iterable[Inquiry], claim: str) -> list[Inquiry]:
    """The inquiries that are expected to move one claim by half a point or more, those that move it most first."""
    now = assessment.scores[claim].probability
    moves = [
        (fsum(one.chance * abs(one.probabilities[claim] - now) for one in each.answers), each) for each in inquiries
    ]
    ranked = [each for move, each in sorted(moves, key=lambda row: -row[0]) if move >= _LEAST]
    return list(_distinct(assessment.network, ranked))


def _distinct(network: Network, inquiries: Iterable[Inquiry]) -> Iterator[Inquiry]:
    sought: set[tuple[str, ...]] = set()
    for one in inquiries:
        if one.kind == "another origin":
            rivals = network.families[one.claim].claims
            if rivals in sought:
                continue
            sought.add(rivals)
        yield one


def tell_inquiry(assessment: Assessment, inquiry: Inquiry, claim: str | None = None) -> str:
    """Say what to find out, which claim that moves, and from what to what.

    An answer that changes nothing is left out, and of several the best and the worst are told.

    Args:
        assessment: what was scored.
        inquiry: what could be found out.
        claim: the claim to tell of; left out, the one that it moves most, and of a claim and its negation the likelier.
    """
    claim = claim or _moved(assessment, inquiry)
    now = assessment.scores[claim].probability
    told = _extremes(inquiry, claim, now)
    turns = " It may turn the judgment." if inquiry.turns > _NOTABLE else ""
    what = act_on(assessment.network, inquiry)
    if inquiry.about == (claim,):
        moves = ", ".join(f"{per_cent(one.probabilities[claim])} {_condition(one)}" for one in told)
        return f"{what}: {per_cent(now)} would become {moves or per_cent(now)}.{turns}"
    moves = " and ".join(f"to {per_cent(one.probabilities[claim])} {_condition(one)}" for one in told)
    effect = f"would go from {per_cent(now)} {moves}" if told else f"would stay at {per_cent(now)}"
    return f"{what}: {mention(assessment.network.claims[claim].text)} {effect}.{turns}"


def _moved(assessment: Assessment, inquiry: Inquiry) -> str:
    family = assessment.network.families[inquiry.claim]
    if not family.is_negation or inquiry.kind == "another origin":
        return inquiry.claim
    return max(family.claims, key=lambda claim: assessment.scores[claim].probability)


def _extremes(inquiry: Inquiry, claim: str, now: float) -> list[PossibleAnswer]:
    """The answers that change the number as it is printed, from the one that raises it most; of many, both ends."""
    answers = [one for one in inquiry.answers if claim in one.probabilities]
    changing = [one for one in answers if per_cent(one.probabilities[claim]) != per_cent(now)]
    ordered = sorted(changing, key=lambda one: -one.probabilities[claim])
    return ordered if len(ordered) <= _MOST_ANSWERS else [ordered[0], ordered[-1]]


def _condition(answer: PossibleAnswer) -> str:
    return _IFS.get(answer.text, f"at {answer.text}" if answer.text.startswith("grade ") else f"if {answer.text}")


def act_on(network: Network, inquiry: Inquiry) -> str:
    """What to do to find out, as a sentence without its full stop."""
    names = [name_of(network, name) for name in inquiry.about if name in network.sources]
    match inquiry.kind:
        case "first-hand":
            return f"Find out whether what comes from {names[0]} is first-hand"
        case "heard directly":
            return _hear_directly(network, inquiry.about[0])
        case "shared source":
            return f"Find out whether {names[0]} and {names[1]} have it from one source"
        case "grade":
            return f"Look into how far to trust {names[0]} ({_grade(network, inquiry.about[0])})"
        case _:
            return f"Ask a new first-hand source {whether(network.claims[inquiry.claim].text)}"


def _hear_directly(network: Network, source: str) -> str:
    through = dict.fromkeys(
        relay
        for rows in network.chains.values()
        for chain in rows
        if chain.statement.origin == source
        for relay in chain.statement.relays
    )
    verb = "See" if network.sources[source].kind in EXHIBIT_KINDS else "Hear"
    relays = listed(name_of(network, relay) for relay in through)
    return f"{verb} {name_of(network, source)} directly, so far only through {relays}"


def _grade(network: Network, source: str) -> str:
    grade = network.sources[source].reliability
    if grade is None:
        return "not graded yet"
    return "graded F: nobody knows" if grade == "F" else f"graded {grade}"
