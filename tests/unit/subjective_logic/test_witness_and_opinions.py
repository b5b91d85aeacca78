"""What a voice weighs, and the opinion that weights make: the numbers of the method's sections 1 and 4."""
# ruff: noqa: SIM300 (the expected value stands on the left)

from fractions import Fraction

import pytest
from hypothesis import example, given, strategies as st

from claimtrack.scoring.witness_model import CANDOUR, MOST, attenuate, candour, ceiling, transmit
from claimtrack.subjective_logic.opinions import Opinion, opinion

_F = st.floats(0.0, 0.99)
_N = st.floats(0.01, 1.0)
_C = st.floats(0.01, 1.0)
_RELAYS = st.tuples(_F, _N)
_NEUTRAL = 0.5
_E = st.floats(0.0, 1e6)
_PRIOR = st.floats(0.001, 0.999)


@pytest.mark.parametrize(
    ("fidelity", "probability"), [(0.90, 0.95), (0.60, 0.80), (0.35, 0.675), (0.15, 0.575), (0.0, 0.50)]
)
def test_one_neutral_statement_by_grade(fidelity: float, probability: float) -> None:
    """One neutral statement at prior one half gives .95, .80, .675, .575 and .50 for the grades A to E."""
    assert probability == pytest.approx(opinion(0.5, transmit(fidelity, 0.5).weight, 0.0).probability, abs=1e-12)


@pytest.mark.parametrize(
    ("fidelity", "propensity", "relays", "certainty", "weight"),
    [
        (0.6, 0.5, [], 1.0, Fraction(3)),
        (0.6, 1.0, [], 1.0, Fraction(15, 85)),
        (0.6, 0.75, [], 1.0, Fraction(375, 625) / Fraction(3, 4)),
        (0.6, 0.05, [], 1.0, Fraction(30)),
        (0.6, 0.5, [], 0.5, Fraction(30, 35)),
        (0.6, 0.5, [(0.35, 0.5)], 1.0, Fraction(210, 395)),
        (0.9, 0.5, [(0.6, 0.5), (0.35, 0.5)], 1.0, Fraction("0.189") / Fraction("0.4055")),
        (0.6, 0.5, [(0.8, 1.0)], 1.0, Fraction("0.12") / Fraction("0.84")),
        (0.6, 0.5, [(0.8, 0.02)], 1.0, Fraction("0.48") / Fraction("0.164")),
        (0.6, 0.5, [(0.0, 0.5)], 1.0, Fraction(0)),
        (0.0, 0.05, [(0.9, 0.5)], 1.0, Fraction(0)),
    ],
)
def test_the_weight_of_a_statement(
    fidelity: float, propensity: float, relays: list[tuple[float, float]], certainty: float, weight: Fraction
) -> None:
    """The weight is e = g/p, with g and p as section 1 of the method has them, worked by hand."""
    assert float(weight) == pytest.approx(transmit(fidelity, propensity, relays, certainty=certainty).weight, rel=1e-12)


@given(_F, _N, st.lists(_RELAYS, max_size=4), _C)
@example(0.9, 0.05, [(0.0, 0.5)], 1.0)
def test_the_weight_is_the_likelihood_ratio_less_one(
    f: float, n: float, relays: list[tuple[float, float]], c: float
) -> None:
    """P(heard | true)/P(heard | false) - 1 from the witness model itself, in exact fractions, is the weight."""

    def kept(interest: float) -> Fraction:
        return 1 - 2 * (1 - Fraction(CANDOUR)) * max(Fraction(0), Fraction(interest) - Fraction(1, 2))

    knowing = kept(n) * Fraction(f) * Fraction(c)
    if_true, if_false = knowing + (1 - knowing) * Fraction(n), (1 - knowing) * Fraction(n)
    for skill, interest in relays:
        passed, anyway = kept(interest) * Fraction(skill), Fraction(interest)
        if_true, if_false = passed * if_true + (1 - passed) * anyway, passed * if_false + (1 - passed) * anyway
    assert float(if_true / if_false - 1) == pytest.approx(
        transmit(f, n, relays, certainty=c).weight, rel=1e-9, abs=1e-9
    )


@given(_F, _N, st.lists(_RELAYS, max_size=3), _RELAYS, _C)
def test_a_further_hop_never_raises(
    f: float, n: float, relays: list[tuple[float, float]], more: tuple[float, float], c: float
) -> None:
    """A further relay at the end never makes a statement weigh more, whatever anyone's interest."""
    before, after = transmit(f, n, relays, certainty=c).weight, transmit(f, n, [*relays, more], certainty=c).weight
    assert after <= before * (1 + 1e-9)


def test_the_weight_is_bounded() -> None:
    """However sure and however unlikely to speak, no statement weighs more than the greatest weight."""
    assert MOST == transmit(0.999999, 1e-300).weight
    assert MOST == transmit(1.0, 0.5).weight
    assert 0.0 == transmit(0.0, 1e-300).weight


@given(_F)
def test_candour_is_continuous_and_falls(f: float) -> None:
    """A statement weighs less the more it serves its speaker, without a jump; at n = 1 LR is 1/(1 - κ₁·f)."""
    weights = [transmit(f, place / 200).weight for place in range(1, 201)]
    assert weights == sorted(weights, reverse=True)
    assert [1.0, 1.0, 0.625, CANDOUR] == [candour(n) for n in (0.02, _NEUTRAL, 0.75, 1.0)]
    assert transmit(f, 0.500001).weight == pytest.approx(transmit(f, _NEUTRAL).weight, rel=1e-3)
    assert 1.0 / (1.0 - CANDOUR * f) == pytest.approx(1.0 + transmit(f, 1.0).weight)


@pytest.mark.parametrize(("fidelity", "probability"), [(0.9, 0.56), (0.6, 0.54), (0.35, 0.52), (0.15, 0.51)])
def test_a_self_serving_word_is_worth_little(fidelity: float, probability: float) -> None:
    """From even, a word that serves its speaker gives .56, .54, .52 and .51 for the grades A to D."""
    assert probability == round(opinion(0.5, transmit(fidelity, 1.0).weight, 0.0).probability, 2)


@given(_F, _N, _E)
def test_attenuation_stays_below_the_weight_and_the_ceiling(f: float, n: float, e: float) -> None:
    """T(f, n, e) is at most e and at most T(f, n, infinity)."""
    assert 0.0 <= attenuate(f, n, e) <= e
    assert attenuate(f, n, e) <= ceiling(f, n) * (1 + 1e-9)


@given(st.floats(0.05, 0.99), _N)
def test_the_ceiling_is_where_attenuation_tends(f: float, n: float) -> None:
    """An overwhelming weight passed on weighs what the witness's own word weighs."""
    assert ceiling(f, n) == pytest.approx(attenuate(f, n, 1e12), rel=1e-3)
    assert ceiling(candour(n) * f, n) == pytest.approx(transmit(f, n).weight, rel=1e-9)


@given(_PRIOR, _E, _E)
@example(0.5, 0.0, 0.0)
@example(0.001, 1e6, 1e6)
def test_opinion_identities(a: float, supporting: float, opposing: float) -> None:
    """b, d, u >= 0; b + d + u = 1; settled + disputed + unknown = 1; P = b + a·u; b <= P <= 1 - d."""
    view = opinion(a, supporting, opposing)
    assert min(view.belief, view.disbelief, view.unknown) >= 0.0
    assert pytest.approx(1.0) == view.belief + view.disbelief + view.unknown
    assert pytest.approx(1.0) == view.settled + view.disputed + view.unknown
    assert view.probability == pytest.approx(view.belief + a * view.unknown)
    assert view.belief - 1e-12 <= view.probability <= 1.0 - view.disbelief + 1e-12
    assert a == view.base_rate


@given(_PRIOR, _E, _E)
def test_posterior_odds(a: float, supporting: float, opposing: float) -> None:
    """Posterior odds are prior odds times (1 + E+)/(1 + E-), in exact fractions."""
    odds = Fraction(a) / (1 - Fraction(a)) * (1 + Fraction(supporting)) / (1 + Fraction(opposing))
    assert float(odds / (1 + odds)) == pytest.approx(opinion(a, supporting, opposing).probability, rel=1e-9)


@given(_PRIOR, _E)
def test_equal_weights_cancel(a: float, weight: float) -> None:
    """As much for as against leaves the prior, and is disputed rather than unknown."""
    view = opinion(a, weight, weight)
    assert a == pytest.approx(view.probability, rel=1e-9)
    assert 1.0 / (1.0 + weight) == pytest.approx(view.unknown)


def test_unknown_and_disputed_are_apart() -> None:
    """No evidence and evenly matched evidence are both one half, and differ in what is unknown."""
    nothing, matched = opinion(0.5, 0.0, 0.0), opinion(0.5, 9.0, 9.0)
    assert (0.5, 1.0, 0.0) == (nothing.probability, nothing.unknown, nothing.disputed)
    assert (0.5, 0.1, 0.9) == pytest.approx((matched.probability, matched.unknown, matched.disputed))


def test_an_opinion_is_frozen() -> None:
    """An opinion is a record and cannot be changed."""
    view = Opinion(belief=0.0, disbelief=0.0, unknown=1.0, base_rate=0.5, probability=0.5)
    with pytest.raises(AttributeError):
        view.belief = 1.0
