"""DetailedAccount looks as blocks: who carries a claim, what would change our mind, how far each number moves it."""

from collections.abc import Iterable

from claimtrack.analysis.contributions import Shares
from claimtrack.analysis.explanation import Account, DetailedAccount, Explanation
from claimtrack.analysis.hypothesis_matrix import HypothesisMatrix
from claimtrack.analysis.information_value import Inquiry
from claimtrack.analysis.reasons import Reason
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Outline, Paragraph, Section, Table
from claimtrack.report.charts.pictures import Strip
from claimtrack.report.prose import (
    contributor,
    find_single_points,
    points,
    tell_contributions,
    tell_inquiry,
    tell_needed,
    tell_swing,
    tell_tipping_points,
    worth_telling,
)
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital, quoted

_MOST_ASKS = 5
_MOST_ROWS = 8

_SHARES = (
    "Share: what each adds on average over all orders in which they could have come in (its Shapley value); shares add "
    "up to the whole move. If lost: how far it would fall back without this one alone. Alone: how far this one would "
    "move it alone. All in percentage points."
)


def asking(network: Network, inquiries: Iterable[Inquiry], *, most: int = _MOST_ASKS) -> tuple[Block, ...]:
    """What to find out next, the most worth knowing first."""
    items = tuple(tell_inquiry(network, inquiry) for inquiry in list(inquiries)[:most])
    return (Bullets(items=items, numbered=True),) if items else ()


def carrying(network: Network, details: DetailedAccount, *, explained: bool = True) -> tuple[Block, ...]:
    """Who carries a claim: in sentences, and a table for each of origins, relays and links that has several."""
    contributions = details.contributions
    if not contributions.origins.contributions:
        return (Paragraph(text="Nobody: nothing that stands bears on it."),)
    blocks: list[Block] = (
        [Bullets(items=tuple(tell_contributions(network, contributions)))]
        if tell_contributions(network, contributions)
        else []
    )
    if explained:
        blocks.append(Paragraph(text=_SHARES))
    blocks.append(_shares("Origin", network, contributions.origins))
    blocks += [
        _shares(title, network, game)
        for title, game in (("Relay", contributions.relays), ("Link", contributions.links))
        if len(game.contributions) > 1
    ]
    return tuple(blocks)


def _shares(title: str, network: Network, game: Shares) -> Table:
    rows = [
        (
            capital(contributor(network, game, one)),
            points(one.shapley) + (f" ± {one.error * 100:.1f}" if one.error else ""),
            points(one.if_lost),
            points(one.by_itself),
        )
        for one in game.contributions[:_MOST_ROWS]
    ]
    rest = game.contributions[_MOST_ROWS:]
    if rest:
        rows.append((f"{len(rest)} more", points(sum(one.shapley for one in rest)), "", ""))
    return Table(headings=(title, "Share", "If lost", "Alone"), rows=tuple(rows))


def turning(network: Network, account: Account) -> tuple[Block, ...]:
    """What would change our mind about a claim."""
    details = account.details
    if details is None:
        return ()
    rivals = len(network.families[account.score.claim.id].claims) > 1
    what = "which answer leads" if rivals else "whether it is likelier than not"
    points_of_failure = [
        f"{name} is a single point of failure: {what} stands and falls with this one source."
        for name in find_single_points(network, details.tipping_points)
    ]
    size = details.tipping_points.breakdown
    breaking = [f"Breakdown point: {size} sources would have to be wrong together."] if size and size > 1 else []
    items = (
        *points_of_failure,
        *breaking,
        *tell_tipping_points(network, details.tipping_points, account.score.claim.id),
        *(tell_needed(needed) for needed in details.tipping_points.needed if _is_near(account, needed.word)),
    )
    return (Bullets(items=items),)


def _is_near(account: Account, word: str) -> bool:
    """Whether a word stands beside the claim's own on its scale."""
    details = account.details
    if details is None:
        return False
    words = [needed.word for needed in details.tipping_points.needed]
    below = [needed.word for needed in details.tipping_points.needed if needed.stance == "denies"]
    near = {words[len(below) - 1] if below else "", words[len(below)] if len(below) < len(words) else ""}
    return word in near


def moving(network: Network, details: DetailedAccount) -> tuple[Block, ...]:
    """How far each number moves a claim over its band, the widest first."""
    told = worth_telling(details.swings)[:_MOST_ROWS]
    rows = tuple(
        (
            capital(tell_swing(network, swing)),
            f"{swing.low} to {swing.high}",
            f"{per_cent(swing.at_low)} to {per_cent(swing.at_high)}",
        )
        for swing in told
    )
    if not rows:
        return (Paragraph(text="No number, moved alone over its band, changes it."),)
    now = details.contributions.probability
    strips = tuple(
        Strip(
            low=min(swing.at_low, swing.at_high, now),
            probability=now,
            high=max(swing.at_low, swing.at_high, now),
        )
        for swing in told
    )
    return (Table(headings=("What is moved alone", "Over", "Moves it from"), rows=rows, strips=strips),)


def matrix_blocks(network: Network, matrix: HypothesisMatrix) -> tuple[Block, ...]:
    """The evidence by rival, folded by origin, the most diagnostic first."""
    rows: list[tuple[str, ...]] = []
    for row in matrix.rows:
        mark = " *" if row.decides else ""
        name = f"{capital(name_of(network, row.origin))}{mark}"
        rows.append(
            (name, *(HypothesisMatrix.reading(row.cells[rival]) for rival in matrix.rivals), f"{row.diagnosticity:.1f}")
        )
        rows += [
            (
                f"– {_piece(network, item.claim, item.link)}",
                *(HypothesisMatrix.reading(item.cells[rival]) for rival in matrix.rivals),
                "",
            )
            for item in row.items
        ]
    if not rows:
        return ()
    rivals = tuple(f"({chr(ord('a') + place)})" for place in range(len(matrix.rivals)))
    legend = "; ".join(
        f"{letter} {quoted(network.claims[rival].text)}" for letter, rival in zip(rivals, matrix.rivals, strict=True)
    )
    return (
        Paragraph(
            text=f"{legend}. C: consistent, I: inconsistent, N: neutral; CC and II from twice the odds. Bits: how far "
            "the evidence of one origin, alone, sets the answers apart. *: without this origin the answers would stand "
            "in another order."
        ),
        Table(headings=("Evidence, by origin", *rivals, "Bits"), rows=tuple(rows)),
    )


def _piece(network: Network, claim: str, link: str | None) -> str:
    text = quoted(network.claims[claim].text)
    return text if link is None else f"{text} ({link})"


def why_outline(explanation: Explanation, claim: str) -> Outline | None:
    """The tree of reasons of a claim; under a link the reasons of the claim that it leads from, told once."""
    account = explanation[claim]
    if account.why is None:
        return None
    told = {claim}
    items = list(_walk(explanation, account.why, 0, told))
    items += [(0, reason.text) for reason in account.reasons if reason.step.rule in ("large ring", "bounds")]
    return Outline(items=tuple(items))


def _walk(explanation: Explanation, reason: Reason, depth: int, told: set[str]) -> Iterable[tuple[int, str]]:
    yield depth, reason.text
    for part in reason.parts:
        yield from _walk(explanation, part, depth + 1, told)
    if reason.claim is not None and reason.claim in explanation.accounts:
        if reason.claim in told:
            return
        told.add(reason.claim)
        for part in _grounds(explanation.accounts[reason.claim].why):
            yield from _walk(explanation, part, depth + 1, told)


def _grounds(why: Reason | None) -> tuple[Reason, ...]:
    """What a judgment rests on, below the steps that make a probability of it."""
    while why is not None and why.step.rule == "rivals":
        why = why.parts[0]
    return () if why is None else tuple(part for part in why.parts if part.step.rule != "prior")


def closer_sections(explanation: Explanation, claims: Iterable[str]) -> list[Section]:
    """Who carries each of some claims, what would change our mind about it, and how far each number moves it."""
    network = explanation.assessment.network
    looked = [explanation.accounts[name] for name in claims if explanation.accounts[name].details is not None]
    if not looked:
        return []
    sections = []
    for title, head in _HEADS.items():
        sections.append(Section(title=title, blocks=(Paragraph(text=head),)))
        sections += [
            Section(title=account.score.claim.text, level=2, blocks=_looked_at(title, network, account))
            for account in looked
        ]
    return sections


def _looked_at(title: str, network: Network, account: Account) -> tuple[Block, ...]:
    """What a section of closer looks says of one claim."""
    if account.details is None:
        return ()
    if title == "What would change our mind":
        return turning(network, account)
    if title == "Who carries it":
        return carrying(network, account.details, explained=False)
    return moving(network, account.details)


_HEADS = {
    "What would change our mind": "Each of these was run: the casebook was changed so, and scored again.",
    "Who carries it": _SHARES,
    "How far each number moves it": "Each number is moved alone over its band, and all else stays.",
}
