"""The explanation: for each claim why its score is what it is, in sentences and as data."""

from collections.abc import Mapping
from types import MappingProxyType

import attrs

from claimtrack._record import record
from claimtrack.explaining.asking import Ask, asks
from claimtrack.explaining.wording import counted, listed, name_of, sentence
from claimtrack.model.casebook import Casebook
from claimtrack.network import Network
from claimtrack.scoring import Assessment, Counts, Score, Step
from claimtrack.values.words import per_cent

__all__ = ["Account", "Explanation", "Reason", "explain", "rests_on"]


@record
class Reason:
    """One step of the working with its sentence."""

    step: Step
    """The step, as data."""
    text: str
    """The step in a sentence."""


@record
class Account:
    """Why one claim has its score."""

    score: Score
    """The score."""
    lead: str
    """The judgment: likelihood word and per cent, without a confidence level."""
    ground: str
    """How many statements from how few origins, and what is established."""
    confidence: str
    """The confidence and what it rests on, in a sentence of its own."""
    reasons: tuple[Reason, ...]
    """The working in order, a sentence a step."""
    set_aside: tuple[str, ...]
    """What counts for nothing, and why."""
    not_established: tuple[str, ...]
    """Whose statements are not established, and what is known of their lineage."""
    asks: tuple[Ask, ...]
    """What to find out next about this claim."""


@record
class Explanation:
    """Why each score is what it is."""

    assessment: Assessment
    """What is explained."""
    accounts: Mapping[str, Account] = attrs.field(repr=False)
    """The account of each claim that has a score."""
    asks: tuple[Ask, ...] = attrs.field(repr=False)
    """What to find out next in the whole case, the plainest first."""

    def __getitem__(self, claim_id: str) -> Account:
        """The account of a claim.

        Raises:
            UnknownClaim: the casebook does not hold it.
            NotScored: it is an opinion.
        """
        return self.accounts[self.assessment[claim_id].claim.id]


def explain(assessment: Assessment) -> Explanation:
    """Explain every score from the working that its method left behind; nothing is scored again.

    Cost: linear in the steps.
    """
    found = asks(assessment)
    by_claim: dict[str, list[Ask]] = {}
    for ask in found:
        for claim in ask.claims:
            by_claim.setdefault(claim, []).append(ask)
    fallen = _fallen(assessment.network.casebook)
    accounts = {
        claim: _account(assessment.network, score, tuple(by_claim.get(claim, ())), fallen.get(claim, ()))
        for claim, score in assessment.scores.items()
    }
    return Explanation(assessment=assessment, accounts=MappingProxyType(accounts), asks=found)


def rests_on(counts: Counts) -> str:
    """The one honest sentence: so many statements, so few origins, and what is established of them."""
    if counts.statements == 0:
        return "No statement stands behind it."
    said = f"{counted(counts.statements, 'statement')} from {counted(counts.origins, 'origin')}"
    if counts.established == 0:
        return f"{said}; independence is established for none."
    if counts.established == counts.origins:
        return f"{said}, {'which is' if counts.origins == 1 else 'all'} established."
    return f"{said}, of which {counts.established} {'is' if counts.established == 1 else 'are'} established."


def _account(network: Network, score: Score, found: tuple[Ask, ...], fallen: "tuple[str, ...] | list[str]") -> Account:
    reasons = tuple(Reason(step=step, text=sentence(network, score, step)) for step in score.steps)
    set_aside = [reason.text for reason in reasons if reason.step.rule == "set aside"]
    label = "Prediction, not yet true or false: " if score.claim.kind == "prediction" else ""
    return Account(
        score=score,
        lead=f"{label}{score.word}, {per_cent(score.probability)}",
        ground=" ".join([rests_on(score.counts), *_one_way(network, score)]),
        confidence=_confidence(score),
        reasons=reasons,
        set_aside=(*set_aside, *fallen),
        not_established=_not_established(network, score),
        asks=found,
    )


def _one_way(network: Network, score: Score) -> list[str]:
    """A sentence where everything on a claim comes through the same relays, so that nobody takes it for direct."""
    ways = [chain.statement.via for chain in network.chains[score.claim.id]]
    shared = [relay for relay in ways[0] if all(relay in way for way in ways)] if ways else []
    if not shared:
        return []
    names = listed([name_of(network, relay) for relay in shared])
    return [f"{'It reaches' if len(ways) == 1 else 'They all reach'} us only through {names}."]


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
            lineages.setdefault(chain.statement.origin, {})[chain.statement.lineage] = None
    return tuple(
        f"{name_of(network, origin)}: {listed(['how it knows is unknown' if k == 'unknown' else k for k in known])}"
        for origin, known in lineages.items()
    )


def _fallen(casebook: Casebook) -> dict[str, list[str]]:
    """For each claim, its statements that no longer stand."""
    found: dict[str, list[str]] = {}
    for statement in casebook.statements:
        if not statement.stands:
            standing = statement.standing
            when = f" on {standing.on}" if standing.on else ""
            because = f": {standing.because}" if standing.because else ""
            text = f"Statement {statement.id} was {standing.is_}{when} and counts for nothing{because}."
            found.setdefault(statement.claim, []).append(text.replace("..", "."))
    return found
