"""Sensitivity: how far a claim moves when one number goes over its band, for each number that bears on it."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Literal, NamedTuple, TypeVar

from claimtrack._records import evolve, record
from claimtrack.analysis.rerun import Reruns, begun_again
from claimtrack.analysis.what_if import change_prior, regrade
from claimtrack.errors.failures import WrongUse
from claimtrack.model.casebook import UNGRADED_MOST, Casebook
from claimtrack.model.claims import Link
from claimtrack.model.sources import Dependence, Grade
from claimtrack.model.statements import Relay, Statement
from claimtrack.network.groups import groups_of
from claimtrack.scoring.fidelity import Band, Propensity, RelayFidelity, Strength
from claimtrack.scoring.protocol import (
    HasCandour,
    HasSources,
    fidelity_of,
    propensity_of,
    relay_fidelity_of,
    strength_of,
    with_source_fidelity,
)

_SHARE = 0.1
"""How much of what is left of the budget goes to the numbers of each kind."""
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


_R = TypeVar("_R", Statement, Dependence, Link)

NumberKind = Literal[
    "fidelity", "relay fidelity", "propensity", "relay propensity", "candour", "dependence", "strength", "prior"
]


@record
class Swing:
    """How far a claim moves over the band of one number."""

    kind: NumberKind
    """What the number is."""
    id: str
    """Id of the source, statement, dependence, link or claim that it belongs to; of a statement and its relay."""
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


@begun_again
def measure_swings(reruns: Reruns) -> tuple[Swing, ...]:
    """Measure how far the claim moves over the band of each number that bears on it, widest first: a tornado.

    Each number is moved alone, and all else stays. A source's fidelity goes over the band of its grade, as an origin
    and as a relay, from 0 to .60 where an origin has none; a statement's propensity from half to twice as much, 1 at
    most, and that of a relay for a statement alike; candour from 0 to twice as much; a dependence .25 down and up; a
    link's strength .15 down and up; the prior's odds from half to twice as much. A method without fidelities has its
    sources graded one step worse and better.

    Cost: two runs for each number, within a share of the budget; those that weigh most come first.
    """
    found = [swing for swings in _NUMBERS for swing in swings(reruns)]
    return tuple(sorted(found, key=lambda swing: (-swing.width, swing.kind, swing.id)))


def _swing(
    reruns: Reruns, kind: NumberKind, name: str, ends: tuple[str, str], runs: Sequence[Mapping[str, float]]
) -> Swing:
    at_low, at_high = (run[reruns.claim] for run in runs)
    return Swing(kind=kind, id=name, low=ends[0], high=ends[1], at_low=at_low, at_high=at_high)


def _fidelities(reruns: Reruns) -> Iterator[Swing]:
    method: object = reruns.method
    fidelity = fidelity_of(method) if isinstance(method, HasSources) else None
    at_work = _grades_at_work(reruns)
    most = reruns.affordable(_SHARE, anew=fidelity is None) // 2
    for source in reruns.choose("fidelities of sources", tuple(at_work), most, lambda name: (name,)):
        grades = at_work[source]
        if fidelity is None:
            ends = _NEIGHBOURS[next(iter((*grades.as_origin, *grades.as_relay)))]
            runs = [reruns.after(*regrade(reruns.casebook, source, grade)) for grade in ends]
            yield _swing(reruns, "fidelity", source, ends, runs)
            continue
        if grades.as_origin:
            own = [fidelity.of(grade) or Band(0.0, 0.0, UNGRADED_MOST) for grade in grades.as_origin]
            yield _over_bands(reruns, "fidelity", source, own)
        relay_fidelity = relay_fidelity_of(method) or RelayFidelity()
        if grades.as_relay:
            yield _over_bands(reruns, "relay fidelity", source, [relay_fidelity.of(one) for one in grades.as_relay])


def _over_bands(reruns: Reruns, kind: NumberKind, source: str, bands: Sequence[Band]) -> Swing:
    """What a source's fidelity does in one role, from the lowest to the highest that its grades allow."""
    ends = min(band.low for band in bands), max(band.high for band in bands)
    methods = [
        with_source_fidelity(reruns.method, source, f)
        if kind == "fidelity"
        else with_source_fidelity(reruns.method, source, None, as_relay=f)
        for f in ends
    ]
    runs = [reruns.scored_by(one) for one in methods if one is not None]
    return _swing(reruns, kind, source, (f"{ends[0]:.2f}", f"{ends[1]:.2f}"), runs)


class _Grades(NamedTuple):
    """The grades of a source that count, in each of its roles."""

    as_origin: dict[Grade | None, None]
    as_relay: dict[Grade | None, None]


def _grades_at_work(reruns: Reruns) -> dict[str, _Grades]:
    """The grades that count for each source in what bears on the claim: of statements, of topics, or its own."""
    found: dict[str, _Grades] = {}
    for rows in reruns.network.chains.values():
        for chain in rows:
            said = chain.statement
            found.setdefault(said.origin, _Grades({}, {})).as_origin[chain.grade] = None
            for name, grade in zip(said.relays, chain.relay_grades, strict=True):
                found.setdefault(name, _Grades({}, {})).as_relay[grade] = None
    return found


def _propensities(reruns: Reruns) -> Iterator[Swing]:
    words = propensity_of(reruns.method)
    rows = [one for one in reruns.casebook.statements if words is not None or not isinstance(one.propensity, str)]
    for said in _chosen(reruns, "propensities of statements", rows):
        n = (words or Propensity()).of(said.propensity)
        ends = (n / _FACTOR, min(1.0, n * _FACTOR))
        yield _moved(reruns, "propensity", said, ends, lambda said, n: evolve(said, propensity=n))


def _relay_propensities(reruns: Reruns) -> Iterator[Swing]:
    words = propensity_of(reruns.method)
    if words is None:
        return
    rows = [one for one in reruns.casebook.statements if one.via]
    for said in _chosen(reruns, "propensities of relays", rows):
        for relay in said.via:
            n = words.of(relay.propensity)
            ends = (n / _FACTOR, min(1.0, n * _FACTOR))
            runs = [reruns.after(evolve(said, via=_with_propensity(said.via, relay.source, end))) for end in ends]
            yield _swing(
                reruns, "relay propensity", f"{said.id} {relay.source}", (f"{ends[0]:.2f}", f"{ends[1]:.2f}"), runs
            )


def _with_propensity(via: Sequence[Relay], source: str, n: float) -> tuple[Relay, ...]:
    return tuple(evolve(relay, propensity=n) if relay.source == source else relay for relay in via)


def _candour(reruns: Reruns) -> Iterator[Swing]:
    method: object = reruns.method
    if not isinstance(method, HasCandour):
        return
    ends = (0.0, min(1.0, method.candour * _FACTOR))
    runs = [reruns.scored_by(evolve(reruns.method, candour=end)) for end in ends]
    if runs[0][reruns.claim] != runs[1][reruns.claim]:
        yield _swing(reruns, "candour", reruns.claim, (f"{ends[0]:.2f}", f"{ends[1]:.2f}"), runs)


def _dependences(reruns: Reruns) -> Iterator[Swing]:
    for one in _chosen(reruns, "strengths of dependences", _shown_to_bear(reruns.casebook)):
        ends = (max(0.0, one.strength - _STEP_OF_DEPENDENCE), min(1.0, one.strength + _STEP_OF_DEPENDENCE))
        yield _moved(reruns, "dependence", one, ends, lambda one, strength: evolve(one, strength=strength))


def _shown_to_bear(book: Casebook) -> list[Dependence]:
    """The dependences of sources that speak, or are tied to one that does; a tie that is not shown brings no other."""
    groups = groups_of(book.dependences)
    speaking = {name for said in book.statements for name in (said.origin, *said.relays, *said.exhibits)}
    return [one for one in book.dependences if not speaking.isdisjoint(groups[one.sources[0]].sources)]


def _strengths(reruns: Reruns) -> Iterator[Swing]:
    words = strength_of(reruns.method) or Strength()
    for link in _chosen(reruns, "strengths of links", reruns.casebook.links):
        now = words.of(link.strength)
        ends = (max(0.0, now - _STEP_OF_LINK), min(_STRONGEST, now + _STEP_OF_LINK))
        yield _moved(reruns, "strength", link, ends, lambda link, strength: evolve(link, strength=strength))


def _chosen(reruns: Reruns, kind: str, rows: Sequence[_R]) -> list[_R]:
    """The records whose number is moved, as far as the budget goes."""
    return reruns.choose(kind, rows, reruns.affordable(_SHARE, anew=True) // 2, lambda one: (one.id or "",))


def _moved(
    reruns: Reruns,
    kind: NumberKind,
    one: Statement | Dependence | Link,
    ends: tuple[float, float],
    change: Callable[[Any, float], Any],
) -> Swing:
    low, high = (reruns.after(change(one, end)) for end in ends)
    return _swing(reruns, kind, one.id or "", (f"{ends[0]:.2f}", f"{ends[1]:.2f}"), (low, high))


def _priors(reruns: Reruns) -> Iterator[Swing]:
    odds = reruns.prior / (1.0 - reruns.prior)
    low, high = (new / (1.0 + new) for new in (odds / _FACTOR, odds * _FACTOR))
    try:
        runs = [reruns.after(*change_prior(reruns.casebook, reruns.claim, prior)) for prior in (low, high)]
    except WrongUse:  # an end that leaves the rivals no room
        return
    yield _swing(reruns, "prior", reruns.claim, (f"{low:.2f}", f"{high:.2f}"), runs)


_NUMBERS: tuple[Callable[[Reruns], Iterator[Swing]], ...] = (
    _fidelities,
    _propensities,
    _relay_propensities,
    _candour,
    _dependences,
    _strengths,
    _priors,
)
