"""If one source is wrong: the single point of failure, or the source on which most depends."""

from collections.abc import Iterator, Sequence

from claimtrack.analysis.contributions import Contributions
from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.analysis.tipping_points import Flip
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.quotable import mention
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score
from claimtrack.text.words import listed

_NOTABLE = 0.005
_MOST = 2


def write_one_source_wrong(explanation: Explanation, claims: Sequence[str]) -> Section:
    """What is left without the one source on which most depends; of rivals, for the likeliest that was looked into."""
    lines = [line for account in _leading(explanation, claims) for line in _lines(explanation, account)]
    return make_section("If one source is wrong", *lines[:_MOST])


def find_single_points(explanation: Explanation, claims: Sequence[str]) -> list[str]:
    """The sources without any one of which other answers would lead, as the section tells."""
    leading = _leading(explanation, claims)[:_MOST]
    return [flip.ids[0] for account in leading for flip in _single_points(account)]


def _leading(explanation: Explanation, claims: Sequence[str]) -> list[Account]:
    """The first of each family that was looked at closely."""
    families = explanation.assessment.network.families
    looked_at = [explanation.accounts[claim] for claim in claims if explanation.accounts[claim].details is not None]
    first = {families[account.score.claim.id].claims: account for account in reversed(looked_at)}
    return list(reversed(first.values()))


def _single_points(account: Account) -> list[Flip]:
    flips = () if account.details is None else account.details.tipping_points.of("leader", "sources")
    return [flip for flip in flips if len(flip.ids) == 1]


def _lines(explanation: Explanation, account: Account) -> Iterator[str]:
    """The single point of failure of a claim; where there is none, the greatest loss of one source."""
    details, network, score = account.details, explanation.assessment.network, account.score
    if details is None or not score.estimate.judged:
        return
    alone = _single_points(account)
    has_rivals = len(network.families[score.claim.id].claims) > 1
    if alone:
        first, *others = alone
        leader = mention(network.claims[first.leader].text) if has_rivals and first.leader else None
        turns = f" {leader} would lead:" if leader else " no answer would lead:" if has_rivals else ""
        also = f" So it would without {listed(name_of(network, flip.ids[0]) for flip in others)}." if others else ""
        name = name_of(network, first.ids[0])
        # A name with a comma would run into what follows it.
        yield f"Without {name}{',' if ',' in name else ''}{turns} {_moves(score, first.probability)}.{also}"
        return
    most = _greatest_loss(details.contributions)
    if most is not None:
        source, left = most
        decides = "decides which answer leads" if has_rivals else "decides it"
        yield (
            f"No single source {decides}. The greatest loss would be {name_of(network, source)}: {_moves(score, left)}."
        )


def _moves(score: Score, then: float) -> str:
    verb = "fall" if then < score.probability else "rise"
    return f"{mention(score.claim.text)} would {verb} from {per_cent(score.probability)} to {per_cent(then)}"


def _greatest_loss(contributions: Contributions) -> tuple[str, float] | None:
    """The origin or relay without which the claim would move furthest, and to where; None where none moves it."""
    found = [
        (abs(one.if_lost), one.id, contributions.probability - one.if_lost)
        for game in (contributions.origins, contributions.relays)
        for one in game.contributions
        if one.id
    ]
    loss, source, left = max(found, key=lambda row: row[0], default=(0.0, "", 0.0))
    return (source, left) if loss >= _NOTABLE else None
