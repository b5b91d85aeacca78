"""Explanations: why each claim has its score, in sentences and as data."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from math import fsum
from types import MappingProxyType

import attrs

from claimtrack._records import record
from claimtrack.analysis.contributions import Contributions, find_contributions
from claimtrack.analysis.hypothesis_matrix import HypothesisMatrix, build_matrix
from claimtrack.analysis.information_value import Inquiry, choose_questions, weigh_questions
from claimtrack.analysis.reasons import Reason, reasons_of, tree_of
from claimtrack.analysis.rerun import BUDGET, Reruns, reruns_of
from claimtrack.analysis.run_cost import looks_of, records_of
from claimtrack.analysis.sensitivity import Swing, measure_swings
from claimtrack.analysis.sentences import Setting, bears, name_of, name_of_exhibit, setting_of, tell_counts
from claimtrack.analysis.tipping_points import TippingPoints, find_tipping_points
from claimtrack.network.build import Network
from claimtrack.network.subgraph import upstream
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Score, Voice, rivals_move_most
from claimtrack.text.words import capital, counted, listed

_MOST = 0.5
_MOST_CLOSELY = 12
_ENOUGH_RUNS, _FEWEST_RUNS = 40, 10
"""How many runs make a closer look worth its while, and of any use: rather than with fewer, fewer are looked at."""

LINEAGES = {
    "unknown": "it is not said how",
    "told": "by hearsay",
    "deduced": "by deduction",
    "examined": "from something that is not named",
}
"""How an origin knows that is not known to be first-hand."""


@record
class DetailedAccount:
    """A closer look at one claim: what it shows to run the method again and again."""

    contributions: Contributions
    """What each origin, relay and link contributes."""
    tipping_points: TippingPoints
    """What would change our mind."""
    swings: tuple[Swing, ...]
    """How far each number moves the claim over its band, widest first."""
    matrix: HypothesisMatrix | None
    """The evidence by rival; None where it has no rivals."""
    inquiries: tuple[Inquiry, ...]
    """What to find out next about it and its rivals, most valuable first."""
    left_out: Mapping[str, int]
    """How many sources, statements and so on were not looked into further, by kind, since the budget was spent."""


@record
class Account:
    """Why one claim has its score."""

    score: Score
    """The score."""
    lead: str
    """The judgment: likelihood word and per cent, without a confidence level."""
    ground: tuple[str, ...]
    """How many statements from how few origins, how many are first-hand, and what else it rests on, a sentence each."""
    confidence: str
    """The confidence and what it rests on, in a sentence of its own."""
    reasons: tuple[Reason, ...]
    """The working in order, one sentence for each step."""
    why: Reason | None
    """The working as a tree, from the judgment down to statements; None if the method leaves no working."""
    set_aside: tuple[str, ...]
    """What counts for nothing, and why."""
    not_established: tuple[str, ...]
    """Who is not known to be first-hand, and how they know."""
    details: DetailedAccount | None = None
    """What running the method again and again shows; None if the claim was not looked at closely."""


@record
class Explanation:
    """Why each score is what it is."""

    assessment: Assessment
    """What is explained."""
    accounts: Mapping[str, Account] = attrs.field(repr=False)
    """The account of each claim that has a score."""
    inquiries: tuple[Inquiry, ...] = attrs.field(repr=False)
    """What to find out next about all claims that were looked at closely, most valuable first."""
    left_out: tuple[str, ...] = attrs.field(default=(), repr=False)
    """Ids of the claims that would have been looked at closely if the budget had been larger."""

    def __getitem__(self, claim_id: str) -> Account:
        """The account of a claim.

        Raises:
            UnknownClaim: the casebook does not hold it.
            NotScored: it is an opinion.
        """
        return self.accounts[self.assessment[claim_id].claim.id]


def explain(assessment: Assessment, *, closely: Collection[str] | None = None, budget: int = BUDGET) -> Explanation:
    """Explain every score from the working that its method left behind, and look at some claims closely.

    A closer look runs the method again and again: without each origin, relay and link, with other grades, with each
    number at the ends of its band, and with each answer that a desk could find.

    Args:
        assessment: what to explain.
        closely: ids of the claims to look at closely; none for an empty one. Left out, these are the key claims, if
            there are at most 12, else the first 12: the rivals of the questions, or, without questions, all claims.
            Where the budget does not go so far, those on which most evidence weighs.
        budget: how many records the closer looks may score again, all of them together. What weighs most is looked
            into first, and what is left out is counted in `left_out`.

    Raises:
        UnknownClaim: the casebook does not hold a claim that is to be looked at closely.
        NotScored: it is an opinion.

    Cost: linear in the steps, and that of scoring as many records again as the budget says.
    """
    network = assessment.network
    wanted = key_claims(assessment)[:_MOST_CLOSELY] if closely is None else list(dict.fromkeys(closely))
    names = _affordable(assessment, wanted, budget)
    looked_at = _reruns(assessment, names, budget // max(len(names), 1))
    # Rivals move together: what is asked about one of them is asked about their question, and once.
    families = {reruns.family.claims: reruns for reruns in looked_at.values()}
    questions = {claims: choose_questions(reruns) for claims, reruns in families.items()}
    inquiries = {claims: weigh_questions((mine,)) for claims, mine in questions.items()}
    everything = next(iter(inquiries.values())) if len(inquiries) == 1 else weigh_questions(tuple(questions.values()))
    fallen = _fallen(network)
    setting = setting_of(network)
    accounts = {}
    for claim, score in assessment.scores.items():
        reruns = looked_at.get(claim)
        details = None if reruns is None else _details(assessment, reruns, inquiries[reruns.family.claims])
        accounts[claim] = _account(setting, score, tuple(fallen.get(claim, ())), details)
    return Explanation(
        assessment=assessment,
        accounts=MappingProxyType(accounts),
        inquiries=everything,
        left_out=tuple(name for name in wanted if name not in looked_at),
    )


def key_claims(assessment: Assessment) -> list[str]:
    """The rivals of the questions, or all claims that have a score if there is no question."""
    return [name for question in assessment.network.casebook.questions for name in question.claims] or list(assessment)


def _affordable(assessment: Assessment, names: Sequence[str], budget: int) -> list[str]:
    """As many claims as the budget pays a closer look for, those on which most evidence weighs; or for one, less."""
    network, looks = assessment.network, looks_of(assessment)
    sizes = {name: records_of(network, upstream(network, assessment[name].claim.id), looks) for name in names}
    names = [name for name in names if _FEWEST_RUNS * sizes[name] <= budget]
    most = max(budget // (_ENOUGH_RUNS * max((sizes[name] for name in names), default=1)), 1)
    if len(names) <= most:
        return names
    weights = {name: fsum(voice.weight for voice in assessment[name].estimate.voices) for name in names}
    chosen = set(sorted(names, key=lambda name: -weights[name])[:most])
    return [name for name in names if name in chosen]


def _reruns(assessment: Assessment, names: Iterable[str], budget: int) -> dict[str, Reruns]:
    """The reruns of each claim; rivals share theirs."""
    found: dict[str, Reruns] = {}
    for name in names:
        sibling = next(
            (found[other] for other in assessment.network.families[assessment[name].claim.id].claims if other in found),
            None,
        )
        found[name] = reruns_of(assessment, name, budget=budget) if sibling is None else sibling.beside(name)
    return found


def _details(assessment: Assessment, reruns: Reruns, inquiries: tuple[Inquiry, ...]) -> DetailedAccount:
    contributions = find_contributions(reruns)
    swings = measure_swings(reruns)
    matrix = build_matrix(reruns)
    # The widest search comes last: it may spend all that the others left.
    return DetailedAccount(
        contributions=contributions,
        tipping_points=find_tipping_points(reruns, assessment[reruns.claim], assessment.words),
        swings=swings,
        matrix=matrix,
        inquiries=inquiries,
        left_out=MappingProxyType(dict(reruns.left_out)),
    )


def _account(setting: Setting, score: Score, fallen: tuple[str, ...], details: DetailedAccount | None) -> Account:
    reasons = reasons_of(setting, score)
    set_aside = [reason.text for reason in reasons if reason.step.rule == "set aside"]
    return Account(
        score=score,
        lead=_lead(score),
        ground=(*_rests_on(setting.network, score, len(fallen)), *_one_way(setting.network, score)),
        confidence=_confidence(score),
        reasons=reasons,
        why=tree_of(setting, score),
        set_aside=tuple(dict.fromkeys((*set_aside, *fallen))),
        not_established=_not_established(setting.network, score),
        details=details,
    )


def _lead(score: Score) -> str:
    """The judgment, or “not known” in place of a likelihood word if there is no evidence."""
    label = "a prediction; " if score.claim.kind == "prediction" else ""
    share = per_cent(score.probability)
    if score.estimate.judged:
        return f"{label}{score.word}, {share}"
    # Where nothing speaks of a claim itself, its number may still have moved: its rivals share one probability with it.
    rule = next((step.rule for step in score.steps if step.rule == "rivals"), None)
    if rule is None or score.probability == score.prior:
        return f"{label}not known; {share} is only where it starts"
    return f"{label}not known from evidence of its own; its rivals leave it {share}"


def _rests_on(network: Network, score: Score, fallen: int) -> list[str]:
    """The honest sentence: so many statements, so few origins, and how many of these are first-hand."""
    counts = score.counts
    voices = [voice for voice in score.estimate.voices if voice.weight > 0.0]
    linked = list(_findings(network, score, voices))
    if counts.statements == 0:
        gone = f"; {fallen} {'was' if fallen == 1 else 'were'} taken back" if fallen else ""
        said = f"No statement on it stands{gone}."
        if linked and not fallen:
            said, linked = f"Nobody speaks of it directly. {linked[0]}", linked[1:]
    else:
        aside = sum(step.rule == "set aside" for step in score.steps)
        said = tell_counts(counts, f" ({aside} set aside)" if aside else "")
    return [
        said,
        *_two_sides(network, score),
        *linked,
        *_shared_exhibits(network, score),
        *_share(network, voices),
        *_beside_rivals(score),
    ]


def _beside_rivals(score: Score) -> list[str]:
    """What its rivals make of a claim, where they move it more than all that is said of it."""
    step = rivals_move_most(score)
    if step is None or not score.estimate.judged or per_cent(step.before) == per_cent(step.after):
        return []
    return [f"Its rivals move it most: beside them {per_cent(step.before)} becomes {per_cent(step.after)}."]


def _findings(network: Network, score: Score, voices: Sequence[Voice]) -> Iterator[str]:
    """What other claims make of a claim over links, and on whom they rest; a sentence for each side."""
    counts = score.counts
    for side, count in (("for", counts.findings_for), ("against", counts.findings_against)):
        if count:
            origins = dict.fromkeys(voice.origin for voice in voices if voice.links and voice.side == side)
            whose = listed(name_of(network, origin) for origin in origins)
            yield f"{counted(count, 'finding')} {bears(count, side)} it, resting on {whose}."


def _share(network: Network, voices: Iterable[Voice]) -> list[str]:
    """How much of the weight comes from one origin, if it is most of it."""
    weights: dict[str, dict[str, float]] = {"for": {}, "against": {}}
    for voice in voices:
        mine = weights[voice.side]
        mine[voice.origin] = max(voice.weight, mine.get(voice.origin, 0.0))
    side, mine = max(weights.items(), key=lambda item: fsum(item[1].values()))
    total = fsum(mine.values())
    if not mine or max(mine.values()) < _MOST * total:
        return []
    origin = max(mine, key=lambda name: mine[name])
    share = "All" if len(mine) == 1 else per_cent(mine[origin] / total)
    return [f"{share} of the weight {side} it comes from {name_of(network, origin)}."]


def _shared_exhibits(network: Network, score: Score) -> list[str]:
    """On how few exhibits some origins rest, where they may be told."""
    said = []
    for step in score.steps:
        if step.rule == "one exhibit":
            exhibits = [name_of_exhibit(network, name) for name in step.numbers]
            few = "one exhibit" if len(exhibits) == 1 else counted(len(exhibits), "exhibit")
            count = counted(len(step.inputs) - len(exhibits), "origin")
            counts = "counts" if len(exhibits) == 1 else "count"
            said.append(f"{count} {step.side} it rest on {few}, {listed(exhibits)}, which {counts} only once.")
    return said


def _two_sides(network: Network, score: Score) -> list[str]:
    """How many origins assert and how many deny it, if any do either, and who does both or bears on both sides."""
    counts = score.counts
    said = []
    if counts.origins_for and counts.origins_against:
        for_it, against_it = counts.origins_for, counts.origins_against
        says, denies = "says" if for_it == 1 else "say", "denies" if against_it == 1 else "deny"
        said.append(f"{counted(for_it, 'origin')} {says} so, {against_it} {denies} it.")
    voices = [voice for voice in score.estimate.voices if voice.weight > 0.0]
    sides = {side: dict.fromkeys(v.origin for v in voices if v.side == side) for side in ("for", "against")}
    both = [name_of(network, origin) for origin in sides["for"] if origin in sides["against"]]
    return [*said, f"On both sides: {listed(both)}."] if both else said


def _one_way(network: Network, score: Score) -> list[str]:
    """The relays through which everything reached us, so that nobody takes it for direct."""
    # Statements on the negation count too, and are not among these chains: then not everything came one way.
    ways = [chain.statement.relays for chain in network.chains[score.claim.id]]
    shared = [relay for relay in ways[0] if all(relay in way for way in ways)] if ways else []
    if not shared or len(ways) < score.counts.statements:
        return []
    names = listed([name_of(network, relay) for relay in shared])
    what = "The statement on it reaches" if len(ways) == 1 else "All statements on it reach"
    return [f"{what} us only through {names}."]


def _confidence(score: Score) -> str:
    if score.override is not None:
        return f"Confidence is {score.confidence}, set by the analyst: {score.override}"
    limits = [factor.finding for factor in score.factors if factor.allows == score.confidence]
    if score.confidence == "high":
        return "Confidence is high: nothing that was looked at lowers it."
    return f"Confidence is {score.confidence}: {'; '.join(limits)}."


def _not_established(network: Network, score: Score) -> tuple[str, ...]:
    lineages: dict[str, dict[str, None]] = {}
    for chain in network.chains[score.claim.id]:
        if chain.established is None:
            lineages.setdefault(chain.statement.origin, {})[LINEAGES.get(chain.statement.lineage, "")] = None
    return tuple(
        f"{capital(name_of(network, origin))}: {'; '.join(filter(None, known))}." for origin, known in lineages.items()
    )


def _fallen(network: Network) -> dict[str, list[str]]:
    """For each claim, its statements that no longer stand."""
    found: dict[str, list[str]] = {}
    for statement in network.casebook.statements:
        if not statement.stands:
            standing = statement.standing
            when = f" on {standing.on}" if standing.on else ""
            instead = "; another takes its place" if standing.by else ""
            because = f": {standing.because.strip().removesuffix('.')}" if standing.because else ""
            who = name_of(network, statement.origin)
            text = f"A statement by {who} was {standing.is_}{when} and counts for nothing{because}{instead}."
            found.setdefault(statement.claim, []).append(text)
    return found
