"""Gradual argumentation by itself: published strengths, numbers worked by hand, rings, limits."""
# ruff: noqa: SIM300 (the expected value stands on the left)

import sys
from itertools import pairwise
from math import exp
from typing import Any

import pytest
from hypothesis import given, strategies as st

from claimtrack.errors.failures import NotConverged, UnknownName
from claimtrack.errors.problems import OutOfRange, UnknownId
from claimtrack.scoring.gradual_semantics import SEMANTICS, Edge, Framework, strengths
from shared_cases import needed, published

CASES = published("qbaf_cases.json")
NAMES = {"DFQuAD": "df-quad", "QuadraticEnergy": "quadratic-energy", "EulerBased": "euler-based"}
NOT_HERE = {"Basic", "SquaredDFQuAD", "EulerBasedTop"}
"""Semantics of the cases that the library does not have."""
every_semantics = pytest.mark.parametrize("semantics", SEMANTICS)


def framework(case: dict[str, Any]) -> Framework:
    """A graph as the cases write it."""
    attacks, supports = ([Edge(*pair) for pair in case[side]] for side in ("attacks", "supports"))
    return Framework(base=case["initial"], attacks=attacks, supports=supports)


@needed(CASES)
@pytest.mark.parametrize("case", [c for c in CASES if c["semantics"] in NAMES], ids=lambda case: case["id"])
def test_published_strengths(case: dict[str, Any]) -> None:
    """Each published graph comes out within its stated tolerance."""
    found = strengths(framework(case), semantics=NAMES[case["semantics"]])  # type: ignore[arg-type]
    if "expected_final" in case:
        assert case["expected_final"] == pytest.approx(found, abs=case["tolerance"])
        return
    assert case["expected_property"] == "all four equal and 0 <= s < 0.1"
    (strength,) = {round(one, 12) for one in found.values()}
    assert 0.0 <= strength < 0.1


@needed(CASES)
def test_every_published_semantics_is_here_or_listed() -> None:
    """No case is passed over in silence."""
    assert {case["semantics"] for case in CASES} == {"DFQuAD", "QuadraticEnergy", *NOT_HERE}


SIX = Framework(
    base={"a": 0.5, "b": 0.2, "c": 0.85, "d": 0.65, "e": 0.4, "f": 1.0},
    attacks=[Edge("c", "a"), Edge("e", "b"), Edge("f", "c")],
    supports=[Edge("b", "a"), Edge("d", "a"), Edge("e", "c")],
)


def test_df_quad_by_hand() -> None:
    """Product and linear: c = .85·(1 - .6) = .34, b = .2·.6 = .12, a = .5 + .5·(.66 - .88·.35)."""
    found = strengths(SIX)
    assert (0.34, 0.12, 0.676) == pytest.approx((found["c"], found["b"], found["a"]))


def test_quadratic_energy_by_hand() -> None:
    """Sum and 2-max: c has energy -.6, h = .36/1.36."""
    found = strengths(SIX, semantics="quadratic-energy")
    assert 0.85 * (1 - 0.36 / 1.36) == pytest.approx(found["c"])


def test_euler_based_by_hand() -> None:
    """Sum and Euler: c has energy -.6."""
    found = strengths(SIX, semantics="euler-based")
    assert 1 - (1 - 0.85**2) / (1 + 0.85 * exp(-0.6)) == pytest.approx(found["c"])


@every_semantics
def test_arguments_raise_themselves_in_a_ring(semantics: Any) -> None:
    """Three arguments of one half that support each other in a ring all rise; under DF-QuAD to certainty."""
    ring = [Edge("a", "b"), Edge("b", "c"), Edge("c", "a")]
    found = strengths(Framework(base=dict.fromkeys("abc", 0.5), supports=ring), semantics=semantics)
    assert len({round(one, 9) for one in found.values()}) == 1
    assert found["a"] > 0.55
    if semantics == "df-quad":
        assert 1.0 == pytest.approx(found["a"], abs=1e-9)


@every_semantics
def test_an_argument_alone(semantics: Any) -> None:
    """Whoever nobody attacks or supports keeps its base score."""
    base = {"a": 0.0, "b": 0.3, "c": 1.0}
    assert base == pytest.approx(strengths(Framework(base=base), semantics=semantics))
    assert {} == strengths(Framework(base={}), semantics=semantics)


@st.composite
def frameworks(draw: st.DrawFn) -> Framework:
    """Any small graph, rings and self-attacks among them."""
    names = "abcdef"[: draw(st.integers(1, 6))]
    base = {name: draw(st.integers(0, 10)) / 10 for name in names}
    edge = st.builds(Edge, st.sampled_from(names), st.sampled_from(names), st.integers(0, 10).map(lambda n: n / 10))
    some = st.lists(edge, max_size=6)
    return Framework(base=base, attacks=draw(some), supports=draw(some))


@every_semantics
def test_strengths_are_shares_and_stay(semantics: Any) -> None:
    """Every strength lies in [0, 1], answers to those that bear on it, and does not depend on order."""

    @given(frameworks(), st.randoms(use_true_random=False))
    def run(graph: Framework, dice: Any) -> None:
        found = strengths(graph, semantics=semantics)
        assert all(0.0 <= one <= 1.0 for one in found.values())
        rows = [list(graph.base.items()), list(graph.attacks), list(graph.supports)]
        for row in rows:
            dice.shuffle(row)
        mixed = Framework(base=dict(rows[0]), attacks=rows[1], supports=rows[2])  # type: ignore[arg-type]
        assert strengths(mixed, semantics=semantics) == found
        flat = Framework(
            base={**graph.base, **{f"{name}-now": one for name, one in found.items()}},
            attacks=[Edge(f"{e.source}-now", e.target, e.weight) for e in graph.attacks],
            supports=[Edge(f"{e.source}-now", e.target, e.weight) for e in graph.supports],
        )
        once = strengths(flat, semantics=semantics)
        assert {name: once[name] for name in found} == pytest.approx(found, abs=1e-9)

    run()


@every_semantics
def test_what_leads_to_a_ring_is_worked_out_before_it(semantics: Any) -> None:
    """A ring that somebody outside supports has the strengths of the same ring and what is outside fixed."""
    ring = [Edge("a", "b"), Edge("b", "a")]
    base = {"a": 0.4, "b": 0.6, "s": 0.3, "t": 0.9}
    whole = strengths(
        Framework(base=base, attacks=ring, supports=[Edge("t", "s"), Edge("s", "a")]), semantics=semantics
    )
    fixed = Framework(base={**base, "s": whole["s"]}, attacks=ring, supports=[Edge("s", "a")])
    assert strengths(fixed, semantics=semantics)["a"] == whole["a"]


def five_camps(size: int) -> Framework:
    """Five camps, each of which attacks the next as one: too much of it to come to rest."""
    base = {f"{camp}-{place}": 0.5 + 0.01 * camp for camp in range(5) for place in range(size)}
    attacks = [
        Edge(f"{camp}-{one}", f"{(camp + 1) % 5}-{other}")
        for camp in range(5)
        for one in range(size)
        for other in range(size)
    ]
    return Framework(base=base, attacks=attacks)


def test_what_does_not_come_to_rest_is_an_error() -> None:
    """A ring that swings for ever ends with an error that carries the last iterate."""
    with pytest.raises(NotConverged, match="did not converge") as caught:
        strengths(five_camps(12), semantics="quadratic-energy")
    assert set(caught.value.last) == set(five_camps(12).base)
    assert all(0.0 <= one <= 1.0 for one in caught.value.last.values())
    assert caught.value.moving > 1e-6
    assert isinstance(caught.value, ArithmeticError)


def test_the_cost_grows_with_the_graph() -> None:
    """Twice as long a chain, listed from its end, calls at most about twice the functions."""

    def calls(size: int) -> int:
        names = [str(place) for place in range(size)]
        chain = [Edge(names[place], names[place + 1]) for place in range(size - 1)]
        graph = Framework(base=dict.fromkeys(reversed(names), 0.5), supports=chain)
        seen = 0

        def counted(*_: object) -> None:
            nonlocal seen
            seen += 1

        sys.setprofile(counted)
        try:
            strengths(graph)
        finally:
            sys.setprofile(None)
        return seen

    assert calls(4000) <= 2.2 * calls(2000)


def test_a_hundred_thousand_arguments_in_a_row() -> None:
    """A chain of a hundred thousand arguments is no trouble for the stack, whichever end comes first."""
    names = [str(place) for place in range(100_000)]
    chain = [Edge(one, other) for one, other in pairwise(names)]
    one = strengths(Framework(base=dict.fromkeys(names, 0.5), attacks=chain))
    other = strengths(Framework(base=dict.fromkeys(reversed(names), 0.5), attacks=chain))
    assert one == other
    assert 1 / 3 == pytest.approx(one["99999"])


def test_what_is_refused() -> None:
    """Base scores and weights out of range, edges to nowhere, unknown semantics."""
    with pytest.raises(OutOfRange):
        Framework(base={"a": 1.5})
    with pytest.raises(OutOfRange):
        Framework(base={"a": float("nan")})
    with pytest.raises(OutOfRange):
        Framework(base={"a": 0.5}, attacks=[Edge("a", "a", 2.0)])
    with pytest.raises(UnknownId):
        Framework(base={"a": 0.5}, supports=[Edge("a", "b")])
    with pytest.raises(UnknownName, match="df-quad"):
        strengths(Framework(base={"a": 0.5}), semantics="dfquad")  # type: ignore[arg-type]
