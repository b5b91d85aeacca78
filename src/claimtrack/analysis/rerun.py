"""Reruns: a claim scored again and again, each time after a small change to what bears on it, within a budget.

The budget is a number of records: a run counts as many as it scores again, and what its rings took. So what closer
looks cost does not grow with the casebook. What there is to try is tried in the order of its weight, as far as the
budget goes, and what is left out is counted.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

import attrs

from claimtrack._records import without_texts
from claimtrack.analysis.run_cost import LOOK, records_of
from claimtrack.analysis.what_if import Supposition, casebook_after
from claimtrack.history.events import Retracted
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import Network, build, leave_out
from claimtrack.network.rebuild import rebuild
from claimtrack.network.rivals import Family
from claimtrack.network.subgraph import restrict, upstream
from claimtrack.scoring.assessment import Assessment, Run
from claimtrack.scoring.protocol import Method, run, runner_of

BUDGET = 60_000
"""How many records closer looks may score again, all of them together, unless they are told otherwise."""
_SAME = 1e-12
_BESIDES = 5
"""What a run costs besides its records, in records: a small casebook takes time too."""
_DEAR = 2
"""How much more a run costs whose network is built anew."""
_MUCH_DEARER = 4
"""Where a run costs so many times what was reckoned with, a closer look begins again with what is now known."""

_T = TypeVar("_T")
_P = ParamSpec("_P")


class _Dearer(Exception):
    """A run cost far more than was reckoned with."""


def begun_again(look: Callable[Concatenate["Reruns", _P], _T]) -> Callable[Concatenate["Reruns", _P], _T]:
    """A closer look that begins again where a run costs far more than was reckoned with, to try less then.

    Runs that were made are kept, and what is reckoned with only grows: it begins again a few times at most.
    """

    @wraps(look)
    def again(reruns: "Reruns", /, *args: _P.args, **kwargs: _P.kwargs) -> _T:
        noted = dict(reruns.left_out)
        while True:
            reruns.watched[:] = [True]
            try:
                return look(reruns, *args, **kwargs)
            except _Dearer:
                reruns.left_out.clear()
                reruns.left_out.update(noted)
            finally:
                reruns.watched[:] = [False]

    return again


@attrs.frozen(kw_only=True)
class Reruns:
    """Runs of a method on what bears on one claim. Each is made once and kept."""

    claim: str
    """Id of the claim."""
    network: Network
    """What bears on the claim and its rivals."""
    method: Method
    """How they are scored."""
    records: int = 0
    """How many records a run scores again."""
    budget: int = BUDGET
    """How many records all runs for this claim may count."""
    weights: Mapping[str, float] = attrs.field(factory=dict, repr=False)
    """What each source, statement and link weighs in the score as it is, by id; 0 for what is not here."""
    left_out: dict[str, int] = attrs.field(factory=dict, repr=False)
    """How many of each kind of thing were not looked into, since the budget was spent."""
    watched: list[bool] = attrs.field(factory=lambda: [False], repr=False)
    """Whether a closer look is under way that begins again where a run is far dearer than was reckoned with."""
    _run: Callable[[Network], Run] = attrs.field(
        init=False, repr=False, eq=False, default=attrs.Factory(lambda self: runner_of(self.method), takes_self=True)
    )
    _spent: list[int] = attrs.field(factory=lambda: [0], repr=False)
    _rings: list[int] = attrs.field(factory=lambda: [0], repr=False)
    """What the rings of the dearest run took so far, in records."""
    _kept: dict[Any, Mapping[str, float]] = attrs.field(factory=dict, repr=False)

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def casebook(self) -> Casebook:
        """What bears on the claim and its rivals, as records."""
        return self.network.casebook

    @property
    def family(self) -> Family:
        """The claim and its rivals, with their priors."""
        return self.network.families[self.claim]

    @property
    def prior(self) -> float:
        """The probability before any evidence."""
        return self.family.priors[self.claim]

    def beside(self, claim: str) -> "Reruns":
        """The reruns of a rival: they share the runs of these, and have as much to spend."""
        return attrs.evolve(self, claim=claim, left_out={}, spent=[0])

    def affordable(self, share: float, *, anew: bool = False) -> int:
        """How many runs a share of what is left of the budget pays for; `anew` for those that build their network."""
        left = max(self.budget - self._spent[0], 0)
        return int(share * left / self._cost(anew=anew))

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left of the budget."""
        return self._spent[0] >= self.budget

    def _cost(self, *, anew: bool = False) -> int:
        return _BESIDES + (_DEAR if anew else 1) * self.records + self._rings[0]

    def _take(self, found: Run, key: object = None, *, anew: bool = False) -> Mapping[str, float]:
        """Take over a run: what it cost is spent, and what it found is kept under a key."""
        reckoned, rings = self._cost(anew=anew), LOOK * sum(found.looks.values())
        self._spent[0] += reckoned - self._rings[0] + rings
        self._rings[0] = max(rings, self._rings[0])
        if key is not None:
            self._kept[key] = found.probabilities
            if self.watched[0] and self._cost(anew=anew) > _MUCH_DEARER * reckoned:
                raise _Dearer
        return found.probabilities

    def choose(self, kind: str, candidates: Sequence[_T], most: int, ids: Callable[[_T], Iterable[str]]) -> list[_T]:
        """Choose the candidates that weigh most, and note how many are left out.

        Args:
            kind: what they are, in words, in the plural.
            candidates: what could be looked into.
            most: how many of them can be.
            ids: the ids of the records that one is about.
        """
        if len(candidates) <= most:
            return list(candidates)
        weights = [max((self.weights.get(name, 0.0) for name in ids(one)), default=0.0) for one in candidates]
        chosen = sorted(range(len(candidates)), key=lambda place: (-weights[place], place))[:most]
        self.left_out[kind] = self.left_out.get(kind, 0) + len(candidates) - most
        return [candidates[place] for place in sorted(chosen)]

    def after(self, *happened: Supposition) -> Mapping[str, float]:
        """P of the claims after something that nobody recorded, as `casebook_after` takes it.

        Raises:
            InvalidCasebook: the records contradict each other then.
        """
        # Retractions alone only take chains away: the network need not be built again.
        retracted = [one.id for one in happened if isinstance(one, Retracted) and one.replaced_by is None]
        if len(retracted) == len(happened):
            return self.without(retracted)
        if happened not in self._kept:
            changed = casebook_after(self.casebook, *happened)
            self._take(self._run(rebuild(self.network, changed).network), happened, anew=True)
        return self._kept[happened]

    def without(self, statements: Iterable[str] = (), links: Iterable[str] = ()) -> Mapping[str, float]:
        """P of the claims without some statements and links, by their ids."""
        key = (frozenset(statements), frozenset(links))
        if key not in self._kept:
            self._take(self._run(leave_out(self.network, *key)), key)
        return self._kept[key]

    def scored_by(self, method: Method) -> Mapping[str, float]:
        """P of the claims by another method."""
        return self._take(run(method, self.network))


def reruns_of(assessment: Assessment, claim: str, *, budget: int = BUDGET) -> Reruns:
    """Make ready to score a claim again and again.

    Only what bears on the claim is kept. Where a method gives it another score then, the whole casebook is.

    Args:
        assessment: the scores as they are.
        claim: id of the claim.
        budget: how many records the runs may count.

    Raises:
        UnknownClaim: the casebook does not hold it.
        NotScored: it is an opinion.
    """
    known, network = assessment[claim].probability, assessment.network
    bearing = upstream(network, claim)
    reruns = Reruns(
        claim=claim,
        network=build(restrict(network, claim)),
        method=assessment.method,
        records=records_of(network, bearing),
        budget=budget,
        weights=_weights(assessment, network.families[claim].claims),
    )
    # A method that breaks *directionality* may be moved by what does not bear on the claim.
    if abs(reruns.without()[claim] - known) <= _SAME:
        return reruns
    return attrs.evolve(reruns, network=network, records=records_of(network, network.families), kept={})


def _weights(assessment: Assessment, claims: Iterable[str]) -> dict[str, float]:
    """What each source, statement, dependence and link weighs in the scores of some claims, by the voices in them."""
    found: dict[str, float] = {}
    for voice in (voice for claim in claims for voice in assessment[claim].estimate.voices):
        found[voice.origin] = max(voice.weight, found.get(voice.origin, 0.0))
        for name in {*voice.links, *(relay for way in voice.ways for relay in way.relays)}:
            found[name] = found.get(name, 0.0) + voice.weight
    book = assessment.network.casebook
    for said in book.statements:
        found[said.id or ""] = found.get(said.origin, 0.0)
    for one in book.dependences:
        found[one.id or ""] = max(found.get(name, 0.0) for name in one.sources)
    return found
