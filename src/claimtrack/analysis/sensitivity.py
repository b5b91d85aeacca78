"""Sensitivity: how far a claim moves when one number is taken at the ends of its band, for every number."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Literal

from claimtrack._records import evolve, record
from claimtrack.analysis.rerun import Trial
from claimtrack.analysis.suppositions import Regrade, Reprior
from claimtrack.errors.failures import WrongUse
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Dependence, Grade, Link, Statement
from claimtrack.network.build import build
from claimtrack.scoring.fidelity import Band, Propensity, Strength
from claimtrack.scoring.protocol import HasSources, fidelity_of, propensity_of, strength_of, with_source_fidelity

_KINDEST = 0.6
_FACTOR = 2.0
_STEP_OF_DEPENDENCE = 0.25
_STEP_OF_LINK = 0.15
_STRONGEST = 0.99
_NEIGHBOURS: Mapping[Grade | None, tuple[Grade, Grade]] = {
    "A": ("B", "A"),
    "B": ("C", "A"),
    "C": ("D", "B"),
    "D": ("E", "C"),
    "E": ("E", "D"),
    "F": ("F", "C"),
    None: ("E", "C"),
}


Kind = Literal["fidelity", "propensity", "dependence", "strength", "prior"]


@record
class Swing:
    """How far a claim moves over the band of one number."""

    kind: Kind
    """What the number is."""
    id: str
    """Id of the source, statement, dependence, link or claim that it belongs to."""
    low: str
    """The low end of the band, as it is written."""
    high: str
    """The high end."""
    at_low: float
    """P of the claim with the number at its low end."""
    at_high: float
    """P with it at its high end."""

    @property
    def width(self) -> float:
        """How far apart the two are, in [0, 1]."""
        return abs(self.at_high - self.at_low)


def swings_of(trial: Trial) -> tuple[Swing, ...]:
    """How far the claim moves over the band of every number that bears on it, the widest first: a tornado.

    Each number is moved alone, and all else stays. A source's fidelity goes over the band of its grade, from 0 to .60
    where it has none; a statement's propensity from half to twice as much, 1 at most; a dependence .25 down and up; a
    link's strength .15 down and up; the prior's odds from half to twice as much. A method without fidelities has its
    sources graded one step worse and better.

    Cost: two runs for each number.
    """
    found = [swing for swings in _NUMBERS for swing in swings(trial)]
    return tuple(sorted(found, key=lambda swing: (-swing.width, swing.kind, swing.id)))


def _swing(trial: Trial, kind: Kind, name: str, ends: tuple[str, str], runs: Sequence[Mapping[str, float]]) -> Swing:
    at_low, at_high = (run[trial.claim] for run in runs)
    return Swing(kind=kind, id=name, low=ends[0], high=ends[1], at_low=at_low, at_high=at_high)


def _fidelities(trial: Trial) -> Iterator[Swing]:
    method: object = trial.method
    fidelity = fidelity_of(method) if isinstance(method, HasSources) else None
    for source, grades in _grades_at_work(trial).items():
        if fidelity is None:
            ends = _NEIGHBOURS[next(iter(grades))]
            runs = [trial.supposing(Regrade(source=source, grade=grade)) for grade in ends]
            yield _swing(trial, "fidelity", source, ends, runs)
            continue
        bands = [fidelity.of(grade) or Band(0.0, 0.0, _KINDEST) for grade in grades]
        low, high = min(band.low for band in bands), max(band.high for band in bands)
        runs = [trial.run(trial.casebook, with_source_fidelity(trial.method, source, f)) for f in (low, high)]
        yield _swing(trial, "fidelity", source, (f"{low:.2f}", f"{high:.2f}"), runs)


def _grades_at_work(trial: Trial) -> dict[str, dict[Grade | None, None]]:
    """The grades that each source has in what bears on the claim: its statements', its topics' or its own."""
    found: dict[str, dict[Grade | None, None]] = {}
    for rows in build(trial.casebook).chains.values():
        for chain in rows:
            said = chain.statement
            for name, grade in ((said.origin, chain.grade), *zip(said.via, chain.relay_grades, strict=True)):
                found.setdefault(name, {})[grade] = None
    return found


def _propensities(trial: Trial) -> Iterator[Swing]:
    words = propensity_of(trial.method)
    for said in trial.casebook.statements:
        if words is not None or not isinstance(said.propensity, str):
            n = (words or Propensity()).of(said.propensity)
            ends = (n / _FACTOR, min(1.0, n * _FACTOR))
            yield _moved(trial, "propensity", said, ends, lambda said, n: evolve(said, propensity=n))


def _dependences(trial: Trial) -> Iterator[Swing]:
    for one in trial.casebook.dependences:
        ends = (max(0.0, one.strength - _STEP_OF_DEPENDENCE), min(1.0, one.strength + _STEP_OF_DEPENDENCE))
        yield _moved(trial, "dependence", one, ends, lambda one, strength: evolve(one, strength=strength))


def _strengths(trial: Trial) -> Iterator[Swing]:
    words = strength_of(trial.method) or Strength()
    for link in trial.casebook.links:
        now = words.of(link.strength)
        ends = (max(0.0, now - _STEP_OF_LINK), min(_STRONGEST, now + _STEP_OF_LINK))
        yield _moved(trial, "strength", link, ends, lambda link, strength: evolve(link, strength=strength))


def _moved(
    trial: Trial,
    kind: Kind,
    one: Statement | Dependence | Link,
    ends: tuple[float, float],
    change: Callable[[Any, float], Any],
) -> Swing:
    low, high = (trial.run(_with(trial.casebook, change(one, end))) for end in ends)
    return _swing(trial, kind, one.id or "", (f"{ends[0]:.2f}", f"{ends[1]:.2f}"), (low, high))


def _with(book: Casebook, one: Statement | Dependence | Link) -> Casebook:
    return book.with_records(one)


def _priors(trial: Trial) -> Iterator[Swing]:
    odds = trial.before / (1.0 - trial.before)
    ends = tuple(new / (1.0 + new) for new in (odds / _FACTOR, odds * _FACTOR))
    runs = list(_run_all(trial, (Reprior(claim=trial.claim, prior=prior) for prior in ends)))
    if len(runs) == len(ends):
        yield _swing(trial, "prior", trial.claim, (f"{ends[0]:.2f}", f"{ends[1]:.2f}"), (runs[0], runs[1]))


def _run_all(trial: Trial, priors: Iterable[Reprior]) -> Iterator[Mapping[str, float]]:
    for prior in priors:
        try:
            yield trial.supposing(prior)
        except WrongUse:
            return


_NUMBERS: tuple[Callable[[Trial], Iterator[Swing]], ...] = (
    _fidelities,
    _propensities,
    _dependences,
    _strengths,
    _priors,
)
