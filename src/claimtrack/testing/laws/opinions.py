"""The laws of opinions: what must hold of anything that makes an opinion of a base rate and evidence on both sides."""

from collections.abc import Callable
from math import isfinite

from claimtrack.subjective_logic.opinions import Opinion
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, assume, require
from claimtrack.testing.laws.numbers import at_most, equal

OpinionMaker = Callable[[float, float, float], Opinion]
"""A maker of opinions: of a base rate in (0, 1) and the weights of evidence for and against, from 0 up."""
OpinionCase = tuple[float, float, float]

_WEIGHTS = (0.0, 1.0, 1e-12, 1e12)
_EVEN = 0.5


def _name(case: OpinionCase) -> str:
    return f"base rate {case[0]!r}, for it {case[1]!r}, against it {case[2]!r}"


def _bounded(make: OpinionMaker, case: OpinionCase) -> None:
    one = make(*case)
    shares = (one.belief, one.disbelief, one.unknown, one.probability)
    require(
        all(map(isfinite, shares)) and min(shares) >= 0.0 and max(shares) <= 1.0,
        f"b, d, u, P = {shares}; {_name(case)}",
    )
    at_most(one.belief, one.probability, f"b and P; {_name(case)}")
    at_most(one.probability, 1.0 - one.disbelief, f"P and 1 - d; {_name(case)}")


def _partition(make: OpinionMaker, case: OpinionCase) -> None:
    one = make(*case)
    equal(1.0, one.belief + one.disbelief + one.unknown, f"1 and b + d + u; {_name(case)}")
    equal(1.0, one.settled + one.disputed + one.unknown, f"1 and settled + disputed + unknown; {_name(case)}")


def _projection(make: OpinionMaker, case: OpinionCase) -> None:
    one = make(*case)
    equal(one.belief + one.base_rate * one.unknown, one.probability, f"b + a·u and P; {_name(case)}")
    equal(case[0], one.base_rate, f"the base rate given and told; {_name(case)}")


def _vacuous(make: OpinionMaker, case: OpinionCase) -> None:
    one = make(case[0], 0.0, 0.0)
    equal(1.0, one.unknown, f"1 and u; {_name((case[0], 0.0, 0.0))}")
    equal(case[0], one.probability, f"a and P; {_name((case[0], 0.0, 0.0))}")


def _monotone(make: OpinionMaker, case: tuple[OpinionCase, float]) -> None:
    (base, good, bad), more = case
    before = make(base, good, bad)
    at_most(
        before.probability,
        make(base, good + more, bad).probability,
        f"P and P with {more!r} more for it; {_name(case[0])}",
    )
    at_most(
        make(base, good, bad + more).probability,
        before.probability,
        f"P with {more!r} more against it and P; {_name(case[0])}",
    )


def _less_unknown(make: OpinionMaker, case: tuple[OpinionCase, float]) -> None:
    (base, good, bad), more = case
    before = make(base, good, bad).unknown
    for one in (make(base, good + more, bad), make(base, good, bad + more)):
        at_most(one.unknown, before, f"u with {more!r} more, and u; {_name(case[0])}")


def _dual(make: OpinionMaker, case: OpinionCase) -> None:
    base, good, bad = case
    one, turned = make(base, good, bad), make(1.0 - base, bad, good)
    equal(one.belief, turned.disbelief, f"b and d turned; {_name(case)}")
    equal(one.unknown, turned.unknown, f"u and u turned; {_name(case)}")
    equal(1.0 - one.probability, turned.probability, f"1 - P and P turned; {_name(case)}")


def _franklin(make: OpinionMaker, case: OpinionCase) -> None:
    base, good, _ = case
    equal(base, make(base, good, good).probability, f"a and P; {_name((base, good, good))}")


def _bayes(make: OpinionMaker, case: OpinionCase) -> None:
    base, good, bad = case
    assume(max(good, bad) <= 1e6)  # noqa: PLR2004 (beyond it odds are all rounding)
    p = make(base, good, bad).probability
    equal(
        base * (1.0 + good) * (1.0 - p),
        (1.0 - base) * (1.0 + bad) * p,
        f"posterior odds, multiplied out; {_name(case)}",
    )


def _case(choose: Chooser) -> OpinionCase:
    """A base rate, at 0.5 or anywhere, and two weights, at an end or anywhere."""
    base = choose.of((_EVEN, choose.real(0.001, 0.999)))
    good, bad = (choose.of((*_WEIGHTS, choose.real(0.0, 50.0))) for _ in range(2))
    return base, good, bad


def _with_more(choose: Chooser) -> tuple[OpinionCase, float]:
    return _case(choose), choose.of((*_WEIGHTS[1:], choose.real(0.0, 50.0)))


def _law(
    name: str, says: str, origin: str, check: Callable[..., None], make: Callable[[Chooser], object] = _case
) -> Law:
    return Law(name=name, says=says, origin=origin, make=make, check=check, about="opinion")


OPINION_LAWS = (
    _law("bounded", "b, d, u and P are shares of 1, and P lies between b and 1 - d", "josang-2016", _bounded),
    _law("partition", "b + d + u = 1, and settled + disputed + unknown = 1", "identity", _partition),
    _law("projection", "P = b + a·u, and a is the base rate that was given", "josang-2016", _projection),
    _law("vacuous", "without evidence u is 1 and P is the base rate", "josang-2016", _vacuous),
    _law(
        "monotony",
        "more evidence for never lowers P, more against never raises it",
        "potyka-2018",
        _monotone,
        _with_more,
    ),
    _law("less unknown", "more evidence never raises u", "josang-2001", _less_unknown, _with_more),
    _law("duality", "with both sides and the base rate turned, b is d and P is 1 - P", "potyka-2018", _dual),
    _law("franklin", "equal evidence for and against leaves the base rate", "amgoud-ben-naim-2018", _franklin),
    _law("posterior", "the odds of P are those of the base rate times (1 + E⁺)/(1 + E⁻)", "bayes", _bayes),
)
"""Every law of opinions."""
