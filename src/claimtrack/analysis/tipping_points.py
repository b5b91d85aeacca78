"""Tipping points: the smallest losses and regradings that turn a judgment, and how many new origins it would take."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import combinations
from math import ceil, comb, isfinite
from types import MappingProxyType
from typing import Literal, NamedTuple, get_args

import attrs

from claimtrack._records import record
from claimtrack.analysis.rerun import Reruns, begun_again
from claimtrack.analysis.what_if import regrade_source
from claimtrack.history.events import Happening, Retracted
from claimtrack.model.casebook import Record
from claimtrack.model.sources import Grade, Source
from claimtrack.model.statements import Statement
from claimtrack.network.rivals import Family
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import EVEN, word_for
from claimtrack.scoring.assessment import Score, Step
from claimtrack.scoring.protocol import fidelity_of, propensity_of
from claimtrack.scoring.witness_model import transmit

FlipTarget = Literal["leader", "word"]
FlipKind = Literal["statements", "sources", "grades"]

_GRADES: tuple[Grade, ...] = get_args(Grade)
_NUMBERED: tuple[Grade, ...] = ("A", "B", "C", "D")
_MOST_PAIRS = 2000
_MOST_STEPS = 10
_SHARES: Mapping[str, float] = {"statements": 0.2, "sources": 0.25, "words": 0.3, "grades": 1.0}
"""How much of what is left of the budget goes to each search, in this order."""
_NAMES: Mapping[FlipKind, str] = {
    "statements": "losses of statements",
    "sources": "losses of sources",
    "grades": "other grades",
}
_WIDEST = 40
_SHOWN = 5
_MOST_ORIGINS = 20
_RUNS_A_COUNT = 2
"""A number of new origins is confirmed by a run, and one less is tried."""
_TIE = 1e-12

Probabilities = Mapping[str, float]


@record
class Flip:
    """A set of losses or regradings that turns a judgment."""

    target: FlipTarget
    """What turns: the rival that leads (for a lone claim, its side of one half), or the claim's word."""
    kind: FlipKind
    """What is lost, or graded otherwise."""
    ids: tuple[str, ...]
    """Ids of the statements or sources that are lost, or of the sources that are graded otherwise."""
    events: tuple[Happening, ...]
    """The events that would do it: `what_if` with them gives exactly this."""
    probability: float
    """P of the claim after them."""
    word: str
    """Its word after them."""
    probabilities: Mapping[str, float]
    """P of the claim and of its rivals after them, by id."""
    leader: str | None
    """Id of the rival that leads after them; None if none does."""
    smallest: bool
    """Whether all smaller sets of this kind were tried, and none does it. If not, it was found greedily."""


@record
class Needed:
    """How many new established origins would bring a claim to a word."""

    word: str
    """The word."""
    stance: Literal["asserts", "denies"]
    """What they would have to say."""
    counts: Mapping[str, int | None]
    """For each grade, how many neutral origins, heard directly; None for more than 20, or if no number does."""


@record
class TippingPoints:
    """What would change our mind about one claim."""

    flips: tuple[Flip, ...]
    """The smallest sets found, for each target and kind; those that make another rival lead come first."""
    needed: tuple[Needed, ...]
    """For each other word of the scale, from the least to the most likely, the new origins that would reach it."""

    def of(self, target: FlipTarget, kind: FlipKind) -> tuple[Flip, ...]:
        """The flips of one target and kind."""
        return tuple(flip for flip in self.flips if (flip.target, flip.kind) == (target, kind))

    @property
    def breakdown(self) -> int | None:
        """The breakdown point: how many sources would have to be wrong together for the leader to fall.

        None where no number of them was found to do it.
        """
        sizes = [len(flip.ids) for flip in self.of("leader", "sources")]
        return min(sizes) if sizes else None


def leader_of(family: Family, found: Probabilities) -> str | None:
    """The rival that leads, or None on a tie; for a lone claim its id if it is likelier than not, else empty text."""
    if len(family.claims) == 1:
        claim = family.claims[0]
        if abs(found[claim] - EVEN) <= _TIE:
            return None
        return claim if found[claim] > EVEN else ""
    best, *others = sorted(family.claims, key=lambda claim: -found[claim])
    return best if found[best] - found[others[0]] > _TIE else None


@begun_again
def find_tipping_points(reruns: Reruns, score: Score, words: LikelihoodScale) -> TippingPoints:
    """Find what would change our mind about a claim.

    Sets of one and of two are all tried where there are at most 2,000 pairs and the budget goes so far; beyond, sets
    are grown greedily, each time by what moves the claim furthest, and then thinned; a flip says which it is.

    Cost: a run for each statement, source and other grade, and for each pair of them, within what is left of the
    budget; those that weigh most come first.
    """
    searches = _searches(reruns)
    kinds: tuple[FlipKind, ...] = ("statements", "sources", "grades")
    found = {kind: tuple(_flips(reruns, kind, searches[kind], words)) for kind in kinds[:2]}
    needed = tuple(_needed(reruns, score, words))
    found["grades"] = tuple(_flips(reruns, "grades", searches["grades"], words))
    return TippingPoints(
        flips=tuple(
            flip for target in get_args(FlipTarget) for kind in kinds for flip in found[kind] if flip.target == target
        ),
        needed=needed,
    )


@attrs.frozen
class _Search:
    """The sets of one kind that are tried: each atom is what one loss or grade makes happen to one id."""

    reruns: Reruns
    candidates: Sequence[tuple[str, Callable[[], Iterable[Happening]]]]
    """The atoms that there are; what happens is made of those that are tried."""
    atoms: Sequence[tuple[str, tuple[Happening, ...]]] = ()
    runs: int = 0
    """How many runs it may take for each target."""
    all_tried: bool = True
    """Whether the atoms are all that there are."""

    def within(self, runs: int, kind: FlipKind) -> "_Search":
        """The search with so many runs: half of them go to atoms alone, those that weigh most."""
        chosen = self.reruns.choose(_NAMES[kind], self.candidates, (runs + 1) // 2, lambda atom: (atom[0],))
        atoms = [(name, tuple(happened())) for name, happened in chosen]
        return attrs.evolve(self, atoms=atoms, runs=runs - len(atoms), all_tried=len(atoms) == len(self.candidates))

    def events(self, places: Iterable[int]) -> tuple[Happening, ...]:
        """The events if the atoms at some places come true; a statement that two of them retract falls once."""
        return tuple(dict.fromkeys(event for place in places for event in self.atoms[place][1]))

    def run(self, places: tuple[int, ...]) -> Probabilities:
        """P if the atoms at some places, in rising order, come true."""
        return self.reruns.after(*self.events(places))

    def possible(self, places: Sequence[int]) -> bool:
        """Whether no source gets two grades at once."""
        return len({self.atoms[place][0] for place in places}) == len(places)


def _flips(reruns: Reruns, kind: FlipKind, search: "_Search", words: LikelihoodScale) -> Iterable[Flip]:
    now = reruns.without()
    leader, word = leader_of(reruns.family, now), word_for(now[reruns.claim], words)
    targets: dict[FlipTarget, Callable[[Probabilities], bool]] = {
        "leader": lambda found: leader is not None and leader_of(reruns.family, found) != leader,
        "word": lambda found: word_for(found[reruns.claim], words) != word,
    }
    search = search.within(reruns.affordable(_SHARES[kind], anew=kind == "grades"), kind)
    for target, turned in targets.items():
        sets, smallest = _smallest(search, turned)
        for places in sets[:_SHOWN]:
            found = search.run(places)
            yield Flip(
                target=target,
                kind=kind,
                ids=tuple(search.atoms[place][0] for place in places),
                events=search.events(places),
                probability=found[reruns.claim],
                word=word_for(found[reruns.claim], words),
                probabilities=MappingProxyType({rival: found[rival] for rival in reruns.family.claims}),
                leader=leader_of(reruns.family, found),
                smallest=smallest,
            )


def _searches(reruns: Reruns) -> dict[FlipKind, _Search]:
    book = reruns.casebook
    spoken: dict[str, list[Statement]] = {}
    passed: dict[str, dict[str, None]] = {}
    for one in book.statements:
        spoken.setdefault(one.origin, []).append(one)
        for name in (one.origin, *one.relays):
            passed.setdefault(name, {})[one.id or ""] = None
    sources = [source for source in book.sources if source.id in passed]
    grades = [
        (source.id, partial(regrade_source, source, spoken.get(source.id, ()), grade))
        for source in sources
        for grade in _GRADES
        if grade != source.reliability or source.topics
    ]
    said = [one.id or "" for one in book.statements]
    return {
        "statements": _Search(reruns, [(name, partial(_retracted, (name,))) for name in said]),
        "sources": _Search(reruns, [(source.id, partial(_retracted, passed[source.id])) for source in sources]),
        "grades": _Search(reruns, grades),
    }


def _retracted(statements: Iterable[str]) -> Iterable[Happening]:
    return [Retracted(id=name) for name in statements]


def _smallest(search: _Search, turned: Callable[[Probabilities], bool]) -> tuple[list[tuple[int, ...]], bool]:
    """The smallest sets that turn a judgment, gentlest first, and whether it is certain that no smaller one does."""
    count = len(search.atoms)
    for size in (1, 2):
        if size > 1 and comb(count, size) > min(_MOST_PAIRS, search.runs):
            return _greedy(search, turned), False
        sets = [places for places in combinations(range(count), size) if search.possible(places)]
        found = [places for places in sets if turned(search.run(places))]
        if found:
            return sorted(found, key=lambda places: (_moved(search, places), places)), size == 1 or search.all_tried
    greedy = _greedy(search, turned)
    # Not every set of three was tried, but every smaller one was: a set of three is certainly the smallest.
    certain = search.all_tried and bool(greedy) and len(greedy[0]) == 3  # noqa: PLR2004 - all sets of two were tried
    return greedy, certain


def _moved(search: _Search, places: tuple[int, ...]) -> float:
    """How far a set moves the claim."""
    return abs(search.run(places)[search.reruns.claim] - search.reruns.without()[search.reruns.claim])


def _greedy(search: _Search, turned: Callable[[Probabilities], bool]) -> list[tuple[int, ...]]:
    """Grow a set by what moves the claim furthest until it turns the judgment, then thin it."""
    # Only what moves the claim most on its own is tried together, so that a search stays within some hundred runs.
    ranked = sorted(range(len(search.atoms)), key=lambda place: (-_moved(search, (place,)), place))[
        : min(_WIDEST, search.runs // _MOST_STEPS)
    ]
    chosen: tuple[int, ...] = ()
    while len(chosen) < _MOST_STEPS:
        more = [
            grown
            for place in ranked
            if place not in chosen and search.possible(grown := tuple(sorted((*chosen, place))))
        ]
        if not more:
            return []
        turning = [grown for grown in more if turned(search.run(grown))]
        chosen = min(turning or more, key=lambda grown: (-_moved(search, grown), grown))
        if turning:
            return [_thinned(search, chosen, turned)]
    return []


def _thinned(search: _Search, places: tuple[int, ...], turned: Callable[[Probabilities], bool]) -> tuple[int, ...]:
    """The set without the members that it does not need."""
    for place in places:
        fewer = tuple(other for other in places if other != place)
        if fewer and turned(search.run(fewer)):
            return _thinned(search, fewer, turned)
    return places


def _needed(reruns: Reruns, score: Score, words: LikelihoodScale) -> Iterable[Needed]:
    """For each other word, how many new origins would reach it. Every number is confirmed by a run."""
    here = _place(words, reruns.without()[reruns.claim])
    others = [place for place in range(len(words.terms)) if place != here]
    # The nearest words come first: these are what the report tells.
    most = reruns.affordable(_SHARES["words"], anew=True) // (_RUNS_A_COUNT * len(_NUMBERED))
    near = set(sorted(others, key=lambda place: abs(place - here))[:most])
    if len(near) < len(others):
        reruns.left_out["words that new origins could bring"] = len(others) - len(near)
    for place in sorted(near):
        goal = _Goal("asserts" if place > here else "denies", words, place)
        counts: dict[str, int | None] = {grade: _count(reruns, score, grade, goal) for grade in _NUMBERED}
        yield Needed(word=words.terms[place].label, stance=goal.stance, counts=counts)


def _place(words: LikelihoodScale, probability: float) -> int:
    """The place on a scale of the term that holds a probability; in a gap, of the term below it."""
    label = word_for(probability, words)
    found = [place for place, term in enumerate(words.terms) if term.label == label]
    return found[0] if found else max(place for place, term in enumerate(words.terms) if term.high <= probability)


class _Goal(NamedTuple):
    """A word to reach, and what new origins have to say to reach it."""

    stance: Literal["asserts", "denies"]
    words: LikelihoodScale
    place: int

    @property
    def edge(self) -> float:
        """The probability to reach."""
        term = self.words.terms[self.place]
        return term.low if self.stance == "asserts" else term.high

    def reached(self, probability: float) -> bool:
        """Whether a probability has the word, or one beyond it."""
        seen = _place(self.words, probability)
        return seen >= self.place if self.stance == "asserts" else seen <= self.place


def _count(reruns: Reruns, score: Score, grade: Grade, goal: _Goal) -> int | None:
    """The least number of new origins that reach a word: guessed in closed form, confirmed by runs."""

    def reached(count: int) -> bool:
        return goal.reached(reruns.after(*newcomers(reruns.claim, grade, goal.stance, count))[reruns.claim])

    guess = _in_closed_form(score, goal, weight=_weight(reruns, grade))
    if guess is None:
        return _least(reached, _MOST_ORIGINS)
    # The formula leaves rounding and rings aside, so that its guess is believed only if a run confirms it.
    for count in () if guess > _MOST_ORIGINS else (guess, guess + 1):
        if reached(count):
            return count if count == 1 or not reached(count - 1) else _least(reached, count - 1)
    return None


def _least(reached: Callable[[int], bool], high: int) -> int | None:
    """The least number that is enough, found by halving; None if even the highest is not."""
    if not reached(high):
        return None
    low = 0
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if reached(middle) else (middle, high)
    return high


def newcomers(claim: str, grade: Grade, stance: Literal["asserts", "denies"], count: int) -> tuple[Record, ...]:
    """New sources of a grade, each with a first-hand statement of its own that was heard directly."""
    sources = [
        Source(id=f"new-origin-{place}", name=f"New origin {place}", reliability=grade) for place in range(count)
    ]
    said = [
        Statement(id=f"new-statement-{place}", origin=source.id, claim=claim, stance=stance, lineage="witnessed")
        for place, source in enumerate(sources)
    ]
    return (*sources, *said)


def _weight(reruns: Reruns, grade: Grade) -> float | None:
    """What a new origin of this grade weighs under a method; None if the method does not say."""
    fidelity, propensity = fidelity_of(reruns.method), propensity_of(reruns.method)
    band = None if fidelity is None else fidelity.of(grade)
    return None if band is None or propensity is None else transmit(band.point, propensity.neutral).weight


def _in_closed_form(score: Score, goal: _Goal, *, weight: float | None) -> int | None:
    """K = ⌈(E* - S)/e⌉: E* is the weight that puts P on the edge, S what is established on that side.

    From P = aθ/(a₀ + Σ aⱼθⱼ) the odds are proportional to θ = (1 + E⁺)/(1 + E⁻), so that θ* = θ·odds*/odds.
    """
    step = next((one for one in score.steps if one.rule == "opinion"), None)
    edge = goal.edge
    if step is None or not weight or not 0.0 < edge < 1.0 or not 0.0 < score.probability < 1.0:
        return None
    supporting, opposing = step.numbers["supporting"], step.numbers["opposing"]
    odds = score.probability / (1.0 - score.probability)
    theta = (1.0 + supporting) / (1.0 + opposing) * (edge / (1.0 - edge)) / odds
    if goal.stance == "asserts":
        wanted, sure = theta * (1.0 + opposing) - 1.0, _sure(score.steps, "for", supporting)
    else:
        wanted, sure = (1.0 + supporting) / theta - 1.0, _sure(score.steps, "against", opposing)
    needed = (wanted - sure) / weight - 1e-9
    return max(1, ceil(needed)) if isfinite(needed) else None


def _sure(steps: Iterable[Step], side: str, total: float) -> float:
    """The established weight on one side: the number before what is not established was added."""
    return next((one.before for one in steps if one.rule == "not established" and one.side == side), total)
