"""The value of information: what to find out next, and how much the answers would move the judgments."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from itertools import combinations
from math import fsum, prod
from typing import Literal, NamedTuple

from claimtrack._records import record, without_texts
from claimtrack.analysis.rerun import Reruns
from claimtrack.analysis.tipping_points import leader_of, newcomers
from claimtrack.analysis.what_if import Supposition, regrade
from claimtrack.history.events import Corrected, Retracted
from claimtrack.model.casebook import Casebook, Record
from claimtrack.model.sources import Dependence, Established, Grade, Source
from claimtrack.model.statements import Relay, Statement
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, RelayFidelity
from claimtrack.scoring.protocol import HasSources, candour_of, fidelity_of, propensity_of, relay_fidelity_of
from claimtrack.scoring.witness_model import candour, transmit

InquiryKind = Literal["first-hand", "heard directly", "shared source", "grade", "another origin"]

# How likely each answer is assumed to be, before anybody has asked. These are design choices: nothing in a casebook
# says how an inquiry would turn out. They order the questions; they enter no score.
_FIRST_HAND = 0.5
"""That an origin of which it is not established knows first-hand: nothing speaks for either answer."""
_SHARED = 0.25
"""That two origins share a source: less likely than not, since the casebook shows none, but too common to leave out."""
_ORDER: tuple[Grade, ...] = ("A", "B", "C", "D", "E")
_UNKNOWN = (None, "F")
_BESIDE = 0.2
"""That a closer look finds the next better grade, and the same for the next worse: a grade that an analyst gave is
likelier than not to stand, with three chances in five."""
_GRADES: Mapping[Grade, float] = {"A": 0.10, "B": 0.25, "C": 0.30, "D": 0.20, "E": 0.15}
"""What the grade of an ungraded source turns out to be: mostly in the middle, and the best grade the rarest."""
_ANOTHER: Grade = "C"
"""The grade of a new origin: the middle one, since nothing is known of it."""
_NEUTRAL = 0.5
"""The propensity of a new origin: the number of the word neutral."""
_UNGRADED = 0.2
"""The fidelity of a graded source under a method that has no numbers for grades, low as for one that nobody graded."""
_MOST_PAIRED = 6
"""Pairs grow with the square of the origins: at most fifteen are asked about, of the origins of highest fidelity."""
_SHARE = 0.15
"""How much of what is left of the budget goes to the questions of each kind."""
QUESTIONS = "questions"
"""How questions that were not looked into are counted."""
_LEAST = 0.005
"""What is worth asking: half a point at least."""
_MOST = 10
"""How many questions are worth a look: nobody follows up more at once."""


@record
class PossibleAnswer:
    """One possible answer to an inquiry."""

    text: str
    """The answer, in a few words."""
    chance: float
    """How likely it is assumed to be, in [0, 1]."""
    probabilities: Mapping[str, float]
    """P of each claim that is looked at, if it is true."""


@record
class Inquiry:
    """A question that is worth asking, and how much."""

    kind: InquiryKind
    """What is asked."""
    about: tuple[str, ...]
    """Ids of the sources that it is about, or of the claim for which another origin is sought."""
    claim: str
    """Id of the claim that it moves most."""
    answers: tuple[PossibleAnswer, ...]
    """The possible answers; their chances add up to 1."""
    value: float
    """How far the answer is expected to move the judgments, summed over questions: per question, half of what all of
    its answers, none of these included, move; in [0, 1] for each."""
    turns: float
    """The chance that the answer makes another rival lead, on any question that is looked at."""


_Change = Callable[[Casebook], Sequence[Supposition]]
"""What would have happened to a casebook if an answer were true."""


class _Asked(NamedTuple):
    """A question before its worth is known."""

    kind: InquiryKind
    about: tuple[str, ...]
    answers: Sequence[tuple[str, float, _Change]]
    """What each answer says, its chance, and what it changes."""


def _nothing(_: Casebook) -> Sequence[Supposition]:
    return ()


def find_inquiries(looked_at: Sequence[Reruns]) -> tuple[Inquiry, ...]:
    """Find what is worth finding out next about some claims: at most ten questions, most valuable first.

    Four questions are put to every source that bears on them, and one to every claim: does this origin know first-hand
    (one in two is taken to)? would it, heard directly, say the same (it does where its relays passed on what they
    heard, and else as often as is to be expected of it, as probable as the claim is)? do these two share a source (one
    pair in four)? what is a source's grade, on a closer look (where it has one, the next worse and the next better one
    time in five each; where it has none, A .10, B .25, C .30, D .20, E .15)? and would one more origin of grade C,
    heard directly, confirm the claim or deny it (as the claim's own probability has it, so that where nothing was said
    of it before, the expected probability is the present one)? The chances are design choices; what each answer would
    do is run. What would move the judgments by less than half a point is left out.

    Cost: some runs for each source that bears on the claims, and for each pair of the six that weigh most, within a
    share of the budget; the sources that weigh most come first.

    References:
        [howard-1966].
    """
    return weigh_questions([choose_questions(reruns) for reruns in looked_at])


class Questions(NamedTuple):
    """The questions about some claims that are looked into."""

    reruns: Reruns
    asked: Sequence[_Asked]
    claims: Sequence[str]
    """The claims for which another origin is sought."""


def choose_questions(reruns: Reruns) -> Questions:
    """Choose the questions that are looked into: all, or as many as a share of the budget pays for."""
    asked = [one for ask in (_first_hand, _directly, _shared, _grades) for one in _chosen(reruns, tuple(ask(reruns)))]
    most = reruns.affordable(_SHARE, anew=True) // 2
    claims = reruns.choose(QUESTIONS, reruns.family.claims, most, lambda name: (name,))
    return Questions(reruns, asked, claims)


def weigh_questions(chosen: Sequence[Questions]) -> tuple[Inquiry, ...]:
    """What the answers to some questions would move, on all claims that are looked at: the ten most valuable, in order.

    What would move them by less than half a point is left out.
    """
    # A source that bears on several claims is asked once, and the answer is weighed on all of them.
    asked = {(one.kind, one.about): one for some in reversed(chosen) for one in reversed(some.asked)}
    looked_at = [some.reruns for some in chosen]
    found = []
    for one in asked.values():
        concerned = [reruns for reruns in looked_at if reruns.network.sources.keys() >= set(one.about)]
        if not _is_too_much(concerned):
            found.append(_inquiry(one, concerned))
    for some in chosen:
        found += [_another(some.reruns, claim) for claim in some.claims if not _is_too_much([some.reruns])]
    worth = [one for one in found if one.value >= _LEAST]
    return tuple(sorted(worth, key=lambda one: (-one.value, one.kind, one.about))[:_MOST])


def _chosen(reruns: Reruns, asked: Sequence[_Asked]) -> list[_Asked]:
    """The questions of one kind that are looked into, as far as the budget goes."""
    answers = max((len(one.answers) for one in asked), default=1)
    most = reruns.affordable(_SHARE, anew=True) // answers
    return reruns.choose(QUESTIONS, asked, most, lambda one: one.about)


def _first_hand(reruns: Reruns) -> Iterator[_Asked]:
    network = reruns.network
    unsure = {
        chain.statement.origin: None for rows in network.chains.values() for chain in rows if chain.established is None
    }
    for origin in unsure:
        yes = Established(source=origin, because="supposed")
        yield _Asked(
            "first-hand",
            (origin,),
            (("it knows first-hand", _FIRST_HAND, partial(_with, yes)), ("it was told", 1.0 - _FIRST_HAND, _nothing)),
        )


def _directly(reruns: Reruns) -> Iterator[_Asked]:
    said: dict[str, list[Statement]] = {}
    for one in reruns.casebook.statements:
        said.setdefault(one.origin, []).append(one)
    numbers = _Numbers.of(reruns)
    for origin, mine in said.items():
        if all(one.via for one in mine):
            shortest = min(mine, key=lambda one: len(one.via))
            passed = prod(map(numbers.passes_on, shortest.via))
            same = passed + (1.0 - passed) * _says_so(reruns, numbers, shortest)
            yield _Asked(
                "heard directly",
                (origin,),
                (
                    ("it says the same", same, partial(_heard_directly, mine)),
                    ("it never said so", 1.0 - same, partial(_retracted, mine)),
                ),
            )


class _Numbers(NamedTuple):
    """What a method takes for sources, as far as it says; it is asked once, since asking takes long."""

    sources: Mapping[str, Source]
    fidelity: Fidelity | None
    ungraded: float
    relays: Mapping[str, Band]
    relay_fidelity: RelayFidelity
    propensity: Propensity
    least_candour: float

    def __repr__(self) -> str:
        return without_texts(self)

    @classmethod
    def of(cls, reruns: Reruns) -> "_Numbers":
        method: object = reruns.method
        least = candour_of(method)
        return cls(
            sources=reruns.network.sources,
            fidelity=fidelity_of(method),
            ungraded=reruns.casebook.policy.ungraded,
            relays=method.relays if isinstance(method, HasSources) else {},
            relay_fidelity=relay_fidelity_of(method) or RelayFidelity(),
            propensity=propensity_of(method) or Propensity(),
            least_candour=1.0 if least is None else least,
        )

    def fidelity_of(self, source: str) -> float:
        """The fidelity assumed for a source; that of an ungraded one if the method has no fidelities."""
        grade = self.sources[source].reliability
        if grade == "F":
            return 0.0
        if grade is None:
            return self.ungraded
        band = None if self.fidelity is None else self.fidelity.of(grade)
        return _UNGRADED if band is None else band.point

    def passes_on(self, relay: Relay) -> float:
        """How often a relay is taken to pass on what it heard: its fidelity as one, less what its interest takes."""
        band = self.relays.get(relay.source) or self.relay_fidelity.of(self.sources[relay.source].reliability)
        return candour(self.propensity.of(relay.propensity), self.least_candour) * band.point


def _says_so(reruns: Reruns, numbers: _Numbers, one: Statement) -> float:
    """How likely an origin is to say what a statement has it say, as probable as that now is."""
    way = transmit(
        numbers.fidelity_of(one.origin),
        numbers.propensity.of(one.propensity),
        certainty=one.certainty,
        least_candour=numbers.least_candour,
    )
    probability = reruns.without().get(one.claim, _NEUTRAL)
    return way.anyway + way.knowing * (probability if one.stance == "asserts" else 1.0 - probability)


def _shared(reruns: Reruns) -> Iterator[_Asked]:
    network = reruns.network
    numbers = _Numbers.of(reruns)
    weights = {
        chain.statement.origin: numbers.fidelity_of(chain.statement.origin)
        for rows in network.chains.values()
        for chain in rows
        if chain.established is not None
    }
    most = sorted(weights, key=lambda name: -weights[name])[:_MOST_PAIRED]
    for pair in combinations(most, 2):
        first, second = (network.groups.get(name) for name in pair)
        # Of two in a group that is not shown it is asked like of any two: a missing question would tell of it.
        if first is None or first is not second or not first.is_shown:
            yes = Dependence(id="supposed", sources=pair, kind="told by", strength=1.0)
            yield _Asked(
                "shared source",
                tuple(sorted(pair)),
                (("they share one", _SHARED, partial(_with, yes)), ("they do not", 1.0 - _SHARED, _nothing)),
            )


def _grades(reruns: Reruns) -> Iterator[_Asked]:
    speaking = dict.fromkeys(name for one in reruns.casebook.statements for name in (one.origin, *one.relays))
    for source in reruns.casebook.sources:
        if source.id not in speaking:
            continue
        answers: list[tuple[str, float, _Change]] = [
            (f"grade {grade}", chance, partial(regrade, source=source.id, grade=grade))
            for grade, chance in _chances(source.reliability).items()
            if grade != source.reliability
        ]
        left = 1.0 - fsum(chance for _, chance, _ in answers)
        if source.reliability not in _UNKNOWN:
            answers.append((f"grade {source.reliability}, as it stands", left, _nothing))
        yield _Asked("grade", (source.id,), answers)


def _chances(grade: Grade | None) -> Mapping[Grade, float]:
    """How likely each grade is on a closer look: most likely the same as now, else one beside it."""
    if grade in _UNKNOWN:
        return _GRADES
    place = _ORDER.index(grade)
    return {other: _BESIDE for other in _ORDER[max(0, place - 1) : place + 2] if other != grade}


def _is_too_much(looked_at: Sequence[Reruns]) -> bool:
    """Whether the budget of a claim is spent, as where rings take longer than was reckoned with; then it is noted."""
    spent = [reruns for reruns in looked_at if reruns.is_spent]
    for reruns in spent:
        reruns.left_out[QUESTIONS] = reruns.left_out.get(QUESTIONS, 0) + 1
    return bool(spent)


def _inquiry(one: _Asked, concerned: Sequence[Reruns]) -> Inquiry:
    """The value of a question over all claims that it concerns."""
    tables = [
        [(reruns, reruns.after(*change(reruns.casebook))) for reruns in concerned] for _, _, change in one.answers
    ]
    answers = [(text, chance) for text, chance, _ in one.answers]
    return _worth(one.kind, one.about, answers, tables)


def _with(new: Record, _: Casebook) -> Sequence[Supposition]:
    return [new]


def _heard_directly(said: Sequence[Statement], book: Casebook) -> Sequence[Supposition]:
    """Some statements without their relays, as far as the casebook holds them."""
    known = {one.id for one in book.statements}
    changes: Mapping[str, object] = {"via": ()}
    return [Corrected(collection="statements", id=one.id or "", changes=changes) for one in said if one.id in known]


def _retracted(said: Sequence[Statement], book: Casebook) -> Sequence[Supposition]:
    known = {one.id for one in book.statements}
    return [Retracted(id=one.id or "") for one in said if one.id in known]


def _another(reruns: Reruns, claim: str) -> Inquiry:
    """The value of one more origin that has seen whether it is so."""
    probability = reruns.without()[claim]
    way = transmit(_point(reruns, _ANOTHER), _NEUTRAL)
    confirms = way.anyway + way.knowing * probability
    answers = (("it confirms", confirms), ("it denies", 1.0 - confirms))
    stances: tuple[Literal["asserts", "denies"], ...] = ("asserts", "denies")
    tables = [[(reruns, reruns.after(*newcomers(claim, _ANOTHER, stance, 1)))] for stance in stances]
    return _worth("another origin", (claim,), answers, tables)


def _point(reruns: Reruns, grade: Grade) -> float:
    band = (fidelity_of(reruns.method) or Fidelity()).of(grade)
    return 0.0 if band is None else band.point


def _worth(
    kind: InquiryKind,
    about: tuple[str, ...],
    answers: Sequence[tuple[str, float]],
    tables: Sequence[Sequence[tuple[Reruns, Mapping[str, float]]]],
) -> Inquiry:
    value, turns = [], []
    moved: dict[str, float] = {}
    for (_, chance), runs in zip(answers, tables, strict=True):
        turned = False
        for reruns, found in runs:
            now = reruns.without()
            value.append(chance * _distance(reruns, now, found))
            turned |= leader_of(reruns.family, found) != leader_of(reruns.family, now)
            for claim in reruns.family.claims:
                moved[claim] = moved.get(claim, 0.0) + chance * abs(found[claim] - now[claim])
        turns.append(chance if turned else 0.0)
    return Inquiry(
        kind=kind,
        about=about,
        claim=max(moved, key=lambda claim: moved[claim]) if kind != "another origin" else about[0],
        answers=tuple(
            PossibleAnswer(
                text=text,
                chance=chance,
                probabilities={claim: found[claim] for reruns, found in runs for claim in reruns.family.claims},
            )
            for (text, chance), runs in zip(answers, tables, strict=True)
        ),
        value=fsum(value),
        turns=fsum(turns),
    )


def _distance(reruns: Reruns, one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Half of what all answers to a question move, none of these included: the total variation distance."""
    moves = [other[claim] - one[claim] for claim in reruns.family.claims]
    if reruns.family.question is None:
        return abs(moves[0])
    return (fsum(map(abs, moves)) + abs(fsum(moves))) / 2.0
