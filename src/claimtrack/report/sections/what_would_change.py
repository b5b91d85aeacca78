"""What would change it: the smallest losses, other grades and new origins that would turn a judgment."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.analysis.tipping_points import Flip, TippingPoints, leader_of
from claimtrack.history.events import Graded
from claimtrack.network.build import Network
from claimtrack.network.rivals import Family
from claimtrack.report.blocks import Section, Sentence, Table, Text, cite, make_section
from claimtrack.report.prose import (
    describe_claims_left_out,
    describe_left_out,
    letters_of,
    tell_likelihood,
    write_legend,
)
from claimtrack.report.working import without_mirrors
from claimtrack.scales.words import word_for
from claimtrack.text.words import capital, listed

_RERUN = "Each of these was run: the casebook was changed so, and scored again."
_STEP_BY_STEP = "*: found step by step, so that fewer may do it too."
_MOST = 12
"""How many suppositions are told."""
_FEW = 3
"""How many flips of one kind are told of a claim, and how many changes that do the same."""
_DECIMALS = 9
"""Suppositions that leave all answers with the same probability, to so many decimals, do the same."""
_GRADES = ("A", "B", "C", "D")


def write_what_would_change(
    explanation: Explanation, claims: Sequence[str], numbers: Mapping[str, int], *, told: Sequence[str] = ()
) -> Section:
    """What would turn the judgments of some claims: each supposition in a row, whatever it moves.

    Args:
        explanation: what to tell of.
        claims: their ids.
        numbers: the number of each statement in the list of the evidence.
        told: ids of the sources without which other answers would lead, as was told before.

    Cost: linear in the flips that were found.
    """
    network = explanation.assessment.network
    accounts = [explanation.accounts[claim] for claim in without_mirrors(explanation.assessment, claims)]
    looked_at = [account for account in accounts if account.details is not None]
    rivals = (rival for account in looked_at for rival in network.families[account.score.claim.id].claims)
    letters = letters_of(dict.fromkeys(rivals))
    groups = [group for group in _group(looked_at) if not _is_told(group, told)]
    rows = tuple(_row(explanation, letters, numbers, group) for group in groups[:_MOST])
    step_by_step = any(not group[0].smallest for group in groups[:_MOST])
    return make_section(
        "What would change it",
        f"{_RERUN} {write_legend(network, letters)}".strip() if looked_at else None,
        Table(headings=("If", "Then"), rows=rows),
        _STEP_BY_STEP if step_by_step else None,
        f"{len(groups) - _MOST} more would do it." if len(groups) > _MOST else None,
        _say_what_holds(looked_at, letters),
        _needed(looked_at, letters),
        describe_left_out(_left_out(looked_at)),
        describe_claims_left_out(explanation),
    )


def _group(accounts: Sequence[Account]) -> list[list[Flip]]:
    """The flips of some claims; those that do the same together, the gentlest first and those that turn a lead."""
    same_change: dict[object, list[Flip]] = {}
    for account in accounts:
        for flip in _select(account.details.tipping_points) if account.details is not None else ():
            same_change.setdefault((flip.kind, flip.events), []).append(flip)
    same_effect: dict[object, list[Flip]] = {}
    for flips in same_change.values():
        effect = frozenset((claim, round(p, _DECIMALS)) for flip in flips for claim, p in flip.probabilities.items())
        same_effect.setdefault(effect, []).extend(flips)
    return sorted(same_effect.values(), key=lambda flips: (flips[0].target == "word", len(flips[0].ids)))


def _select(tipping: TippingPoints) -> Iterator[Flip]:
    """The flips to tell, a few of each kind: of those that regrade the same sources, the gentlest with each outcome."""
    found: dict[object, dict[object, Flip]] = {}
    for flip in tipping.flips:
        outcome = flip.leader if flip.target == "leader" else flip.word
        key = (flip.ids, outcome) if flip.kind == "grades" else flip.ids
        found.setdefault((flip.target, flip.kind), {}).setdefault(key, flip)
    for flips in found.values():
        yield from list(flips.values())[:_FEW]


def _is_told(flips: Sequence[Flip], told: Sequence[str]) -> bool:
    return any(flip.target == "leader" and flip.kind == "sources" and flip.ids[0] in told for flip in flips)


def _row(
    explanation: Explanation, letters: Mapping[str, str], numbers: Mapping[str, int], flips: Sequence[Flip]
) -> tuple[Text, ...]:
    network = explanation.assessment.network
    mark = "" if flips[0].smallest else " *"
    return (cite(_suppose(network, numbers, flips), mark), _then(explanation, letters, flips))


def _suppose(network: Network, numbers: Mapping[str, int], flips: Sequence[Flip]) -> Sentence:
    """What may be otherwise, as a clause; the statements of a source are not named beside the source."""
    by_change = {(flip.kind, flip.events): flip for flip in flips}
    kinds = {flip.kind for flip in flips}
    told = [flip for flip in by_change.values() if flip.kind != "statements" or "sources" not in kinds][:_FEW]
    clauses: list[Text] = []
    for flip in told:
        again = bool(clauses) and flip.ids == told[0].ids
        clauses += [", or " if clauses else "", _change(network, numbers, flip, again=again)]
    return cite(*clauses)


def _change(network: Network, numbers: Mapping[str, int], flip: Flip, *, again: bool) -> Text:
    """One change, as a clause; the sources are not named again."""
    if flip.kind == "statements":
        cited = sorted(numbers[name] for name in flip.ids)
        return cite("without the statement" if len(cited) == 1 else f"without {len(cited)} statements", cited)
    names = [name_of(network, name) for name in flip.ids]
    if flip.kind == "sources":
        return f"without {listed(names, most=len(names))}"
    grades = {one.id: one.grade for one in flip.events if isinstance(one, Graded) and one.topic is None}
    new = [f"graded {grades[name]}" if grades[name] else "not graded" for name in flip.ids]
    if len(set(new)) == 1:
        them = ("it" if len(names) == 1 else "them") if again else listed(names, most=len(names))
        return f"with {them} {new[0]}"
    return f"with {listed((f'{name} {grade}' for name, grade in zip(names, new, strict=True)), most=len(names))}"


def _then(explanation: Explanation, letters: Mapping[str, str], flips: Sequence[Flip]) -> str:
    """Which answers would lead, and which would have another likelihood word."""
    families = explanation.assessment.network.families
    after = {claim: share for flip in flips for claim, share in flip.probabilities.items()}
    moved = {family.claims: family for family in (families[claim] for claim in after)}
    return capital(
        "; ".join(part for family in moved.values() for part in _outcome(explanation, letters, family, after))
    )


def _outcome(
    explanation: Explanation, letters: Mapping[str, str], family: Family, after: Mapping[str, float]
) -> Iterator[str]:
    """What becomes of the answers to one question."""
    assessment = explanation.assessment
    leads, led = (
        leader_of(family, found) for found in (after, {claim: assessment[claim].probability for claim in family.claims})
    )
    turned = len(family.claims) > 1 and leads != led
    if turned and not leads:
        yield "no answer leads"
    for claim in sorted(family.claims, key=lambda claim: claim != leads):
        if turned or word_for(after[claim], assessment.words) != assessment[claim].word:
            lead = f"{letters[claim]} leads:" if turned and claim == leads else letters[claim]
            yield f"{lead} {tell_likelihood(after[claim], assessment.words)}".strip()


def _say_what_holds(accounts: Sequence[Account], letters: Mapping[str, str]) -> str | None:
    """Of which claims no loss of sources was found that turns them."""
    firm = [
        letters[account.score.claim.id]
        for account in accounts
        if account.details is not None and not account.details.tipping_points.of("leader", "sources")
    ]
    if not firm:
        return None
    names = listed(filter(None, firm), most=len(firm)) or "it"
    return f"No loss of sources, alone or together, was found that would turn {names}."


def _needed(accounts: Sequence[Account], letters: Mapping[str, str]) -> Table:
    """How many new origins would bring each claim to the words beside its own."""
    rows = []
    for account in accounts:
        tipping = account.details.tipping_points if account.details is not None else None
        below = [needed for needed in tipping.needed if needed.stance == "denies"] if tipping else []
        above = [needed for needed in tipping.needed if needed.stance == "asserts"] if tipping else []
        for needed in (*below[-1:], *above[:1]):
            verb = "deny" if needed.stance == "denies" else "confirm"
            counts = (needed.counts.get(grade) for grade in _GRADES)
            what = f"{verb} {letters[account.score.claim.id] or 'it'}, to make it {needed.word}"
            rows.append((capital(what), *("over 20" if count is None else str(count) for count in counts)))
    headings = ("New independent origins that …", *(f"graded {grade}" for grade in _GRADES))
    return Table(headings=headings, rows=tuple(rows))


def _left_out(accounts: Iterable[Account]) -> Counter[str]:
    """How much of each kind was not tried for some of the claims."""
    return sum((Counter(one.details.left_out) for one in accounts if one.details is not None), Counter())
