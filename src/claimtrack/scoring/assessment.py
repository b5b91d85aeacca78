"""What scoring gives: estimates by a method, scores in words, and the assessment that holds them."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal, NamedTuple, get_args

import attrs

from claimtrack._records import Postponed, record, without_texts
from claimtrack.errors.base import nearest, shown
from claimtrack.errors.failures import NotScored, UnknownClaim
from claimtrack.errors.problems import OutOfRange
from claimtrack.model.claims import Claim
from claimtrack.model.validators import a_text, an_id, one_of
from claimtrack.network.build import Network
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.subjective_logic.opinions import Opinion

Side = Literal["for", "against"]
SIDES: tuple[Side, Side] = ("for", "against")
"""Both sides of a claim."""
Confidence = Literal["low", "moderate", "high"]
LEVELS: tuple[Confidence, ...] = get_args(Confidence)
"""The levels of confidence, the lowest first."""
Status = Literal[
    "no statements",
    "cannot be judged",
    "contradicted",
    "disputed",
    "single origin",
    "independence not established",
    "outweighed",
    "denied",
    "corroborated",
]

_SLACK = 1e-9


@record
class Step:
    """One step of the working: a rule, its inputs, and the number before and after."""

    rule: str
    """The rule's name."""
    inputs: tuple[str, ...]
    """Ids of its inputs: statements, sources, dependences, claims."""
    before: float
    """The number before: a weight (>= 0), or a probability for the rules prior, opinion and rivals."""
    after: float
    """The number after, of the same kind."""
    side: Side | None = None
    """The side of the claim that the step is about; None for both."""
    numbers: Mapping[str, float] = attrs.field(factory=dict, hash=False)
    """Other numbers in the calculation, by name."""
    cites: str = ""
    """Where the rule comes from: a key of the bibliography."""


class Way(NamedTuple):
    """One way by which what an origin says reaches us."""

    weight: float
    """What it weighs by this way, e >= 0."""
    relays: tuple[str, ...] = ()
    """Ids of the relays through which it came, the origin's side first."""
    exhibits: tuple[str, ...] = ()
    """Ids of the documents, records or sensors that it rests on; a record's own word rests on itself."""

    def __repr__(self) -> str:
        return without_texts(self)


@record
class Voice:
    """What one origin weighs on one side of a claim."""

    origin: str
    """Id of the origin."""
    side: Side
    """The side of the claim that it speaks on."""
    weight: float
    """The strongest of its statements, e >= 0."""
    established: bool
    """Whether these are its established statements, or its others."""
    ways: tuple[Way, ...] = ()
    """The ways by which it reaches us: those of the same relays and exhibits are one, with the strongest weight."""
    links: tuple[str, ...] = ()
    """Ids of the links by which it came from other claims."""


@record
class Estimate(Postponed):
    """What a method says of one claim; the default method works out voices and steps when they are asked for."""

    opinion: Opinion
    """Belief, disbelief, unknown, and the probability that they make."""
    low: float
    """Lower bound of the probability; not a credible interval."""
    high: float
    """Upper bound of the probability."""
    judged: bool = True
    """Whether anything that counts is said about it; if not, it cannot be judged."""
    voices: tuple[Voice, ...] = ()
    """What each origin weighs."""
    steps: tuple[Step, ...] = ()
    """The working, in order."""

    def __attrs_post_init__(self) -> None:
        """Refuse bounds that do not hold the probability, or are none; they may be off by rounding."""
        low, high, p = self.low, self.high, self.opinion.probability
        if not (-_SLACK <= low <= p + _SLACK and p - _SLACK <= high <= 1.0 + _SLACK):
            raise OutOfRange(place="estimate", seen=shown((low, p, high)), expected="0 <= low <= P <= high <= 1")


class Run(NamedTuple):
    """What a method finds when it leaves out bounds and working."""

    probabilities: Mapping[str, float]
    """P of each claim."""
    looks: Mapping[str, int]
    """How many links were looked at in each ring, by its first claim: rings are worked out in rounds."""


@record
class Counts:
    """How many statements stand and how many origins they have, on the claim itself and over links.

    What cards, tables and sentences say of a claim are these counts.
    """

    statements: int
    """Statements that stand."""
    origins: int
    """Distinct origins of these."""
    established: int
    """Origins with an established statement: those that are first-hand or shown independent."""
    first_hand: int
    """Origins with a first-hand statement."""
    origins_for: int
    """Origins that assert it."""
    origins_against: int
    """Origins that deny it."""
    established_for: int
    """Origins with an established assertion."""
    established_against: int
    """Origins with an established denial."""
    first_hand_for: int
    """Origins with a first-hand assertion."""
    first_hand_against: int
    """Origins with a first-hand denial."""
    linked_for: int = 0
    """Origins that do not assert it and bear on it from other claims, for it."""
    linked_against: int = 0
    """Origins that do not deny it and bear on it from other claims, against it."""
    findings_for: int = 0
    """Other claims that bear on it over links, for it."""
    findings_against: int = 0
    """Other claims that bear on it over links, against it."""
    at_most: bool = False
    """Whether labels may stand for the same source, so that there may be fewer origins than that."""


@record
class Override:
    """A confidence level that the analyst sets, and why."""

    claim: str = attrs.field(validator=an_id)
    """Id of the claim."""
    confidence: Confidence = attrs.field(validator=one_of(*LEVELS))
    """The level."""
    because: str = attrs.field(validator=a_text(empty=False))
    """The reason, which every report shows."""


@record
class Factor:
    """One thing that a confidence level rests on."""

    name: str
    """What was looked at."""
    finding: str
    """What was found, in words."""
    allows: Confidence
    """The highest level that it allows."""


@record
class Score(Postponed):
    """A claim's score: the method's estimate, in numbers and in words; the words are found when they are asked for."""

    claim: Claim
    """The claim."""
    prior: float
    """The probability before any statement, in (0, 1)."""
    estimate: Estimate
    """What the method says, with its working."""
    counts: Counts
    """Statements and origins."""
    word: str
    """The likelihood word."""
    status: Status
    """What the number stands on."""
    confidence: Confidence
    """How firm the ground is; never said in one sentence with the likelihood word."""
    factors: tuple[Factor, ...]
    """What the confidence rests on."""
    override: str | None = None
    """Why the analyst set the confidence; None where the factors did."""

    @property
    def probability(self) -> float:
        """The probability P in [0, 1]."""
        return self.estimate.opinion.probability

    @property
    def low(self) -> float:
        """Lower bound of P."""
        return self.estimate.low

    @property
    def high(self) -> float:
        """Upper bound of P."""
        return self.estimate.high

    @property
    def belief(self) -> float:
        """The belief b in [0, 1]."""
        return self.estimate.opinion.belief

    @property
    def disbelief(self) -> float:
        """The disbelief d in [0, 1]."""
        return self.estimate.opinion.disbelief

    @property
    def unknown(self) -> float:
        """The uncertainty u in [0, 1]."""
        return self.estimate.opinion.unknown

    @property
    def disputed(self) -> float:
        """2·min(b, d)."""
        return self.estimate.opinion.disputed

    @property
    def settled(self) -> float:
        """|b - d|."""
        return self.estimate.opinion.settled

    @property
    def steps(self) -> tuple[Step, ...]:
        """The working, in order."""
        return self.estimate.steps


@record
class Assessment:
    """The scores of a casebook under one method, with the working."""

    network: Network
    """What was scored."""
    method: Callable[[Network], Mapping[str, Estimate]]
    """The method that scored it; its `repr` has all of its parameters but the numbers of single sources."""
    words: LikelihoodScale
    """The likelihood scale of its words."""
    scores: Mapping[str, Score] = attrs.field(repr=False)
    """The score of each claim by id, in the order of the casebook; opinions have none."""
    overrides: tuple[Override, ...] = ()
    """The confidence levels that the analyst set."""

    def __getitem__(self, claim_id: str) -> Score:
        """The score of a claim.

        Raises:
            UnknownClaim: the casebook does not hold it.
            NotScored: it is an opinion, or was left out.
        """
        if claim_id in self.scores:
            return self.scores[claim_id]
        if claim_id in self.network.claims:
            raise NotScored(claim=claim_id, left_out=claim_id in self.network.families)
        known = tuple(self.network.claims)
        audience = self.network.casebook.audience
        raise UnknownClaim(seen=claim_id, near=nearest(claim_id, known), known=known, audience=audience)

    def __iter__(self) -> Iterator[str]:
        """The ids of the claims that have a score."""
        return iter(self.scores)

    def __len__(self) -> int:
        """How many claims have a score."""
        return len(self.scores)


def rivals_move_most(score: Score) -> Step | None:
    """The step in which its rivals move a claim, if they move it further than all that bears on the claim itself."""
    for step in score.steps:
        if step.rule == "rivals" and abs(step.after - step.before) > abs(step.before - score.prior):
            return step
    return None
