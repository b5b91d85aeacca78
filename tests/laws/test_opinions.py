"""The laws of the algebra of opinions."""

from typing import Any

import pytest
from hypothesis import assume, given, strategies as st

from claimtrack.subjective_logic.fusion import FUSIONS, averaging, cumulative, fuse, weighted
from claimtrack.subjective_logic.multinomial_opinions import (
    Multinomial,
    evidence_for,
    from_counts,
    maximise_multinomial_uncertainty,
    multinomial,
)
from claimtrack.subjective_logic.opinions import (
    Opinion,
    binomial,
    complement,
    conflict,
    discount,
    evidence_of,
    from_evidence,
    maximise_uncertainty,
)

_SHARE = st.integers(0, 20)


@st.composite
def opinions(draw: st.DrawFn, *, base_rate: float | None = None, dogmatic: bool = True) -> Opinion:
    """Any binomial opinion, dull ones and edges among them."""
    b, d, u = draw(_SHARE), draw(_SHARE), draw(st.integers(0 if dogmatic else 1, 20))
    scale = draw(st.floats(1e-6, 1.0))
    total = (b + d) * scale + u
    assume(total > 0.0)
    rate = draw(st.integers(0, 20)) / 20 if base_rate is None else base_rate
    return binomial(b * scale / total, d * scale / total, u / total, rate)


@st.composite
def multinomials(draw: st.DrawFn, size: int) -> Multinomial:
    """Any multinomial opinion on some values."""
    parts = draw(st.lists(_SHARE, min_size=size + 1, max_size=size + 1))
    rates = draw(st.lists(st.integers(1, 9), min_size=size, max_size=size))
    assume(sum(parts))
    *beliefs, unknown = (part / sum(parts) for part in parts)
    return multinomial(beliefs, unknown, [rate / sum(rates) for rate in rates])


several = st.lists(opinions(), min_size=1, max_size=6)
every_fusion = pytest.mark.parametrize("fusion", FUSIONS)


def numbers(view: Opinion) -> tuple[float, ...]:
    """All that an opinion says."""
    return (view.belief, view.disbelief, view.unknown, view.base_rate, view.probability)


def is_valid(view: Opinion) -> None:
    """Demand shares of 1 and the probability that they make."""
    b, d, u, a, p = numbers(view)
    assert min(b, d, u) >= 0.0
    assert b + d + u == pytest.approx(1.0, abs=1e-12)
    assert 0.0 <= a <= 1.0
    assert p == pytest.approx(b + a * u, abs=1e-12)
    assert 0.0 <= p <= 1.0


@every_fusion
def test_fusion_gives_an_opinion(fusion: Any) -> None:
    """What is fused is an opinion."""

    @given(several)
    def run(views: list[Opinion]) -> None:
        is_valid(fuse(views, fusion=fusion))

    run()


@every_fusion
def test_fusion_is_commutative_to_the_last_bit(fusion: Any) -> None:
    """The order of opinions changes no bit, of binomial and of multinomial ones."""

    @given(st.one_of(several, st.lists(multinomials(4), min_size=1, max_size=6)).flatmap(_and_shuffled))
    def run(pair: tuple[list[Any], list[Any]]) -> None:
        assert fuse(pair[0], fusion=fusion) == fuse(pair[1], fusion=fusion)

    run()


def _and_shuffled(views: list[Any]) -> st.SearchStrategy[tuple[list[Any], list[Any]]]:
    return st.tuples(st.just(views), st.permutations(views))


@every_fusion
def test_fusion_of_multinomials_gives_an_opinion(fusion: Any) -> None:
    """What is fused of opinions on five values is one."""

    @given(st.lists(multinomials(5), min_size=1, max_size=5))
    def run(views: list[Multinomial]) -> None:
        view = fuse(views, fusion=fusion)
        multinomial(view.beliefs, view.unknown, view.base_rates)

    run()


@every_fusion
def test_one_opinion_fuses_to_itself(fusion: Any) -> None:
    """An opinion alone stays what it is."""

    @given(opinions())
    def run(view: Opinion) -> None:
        assert numbers(fuse([view], fusion=fusion)) == pytest.approx(numbers(view), abs=1e-12)

    run()


@pytest.mark.parametrize("fusion", ["cumulative", "weighted", "constraint"])
def test_a_vacuous_opinion_is_neutral(fusion: Any) -> None:
    """Whoever knows nothing changes nothing, to the last bit, unless nobody knows anything."""

    @given(several, st.integers(1, 3))
    def run(views: list[Opinion], times: int) -> None:
        assume(any(view.unknown < 1.0 for view in views))
        nobody = [binomial(0.0, 0.0, 1.0, 0.3)] * times
        assert fuse([*views, *nobody], fusion=fusion) == fuse(views, fusion=fusion)

    run()


@pytest.mark.parametrize("fusion", ["averaging", "weighted", "consensus"])
def test_equal_opinions_fuse_to_themselves(fusion: Any) -> None:
    """The same opinion again changes nothing."""

    @given(opinions(), st.integers(1, 9))
    def run(view: Opinion, times: int) -> None:
        assert numbers(fuse([view] * times, fusion=fusion)) == pytest.approx(numbers(view), abs=1e-9)

    run()


@every_fusion
def test_the_complement_commutes_with_fusion(fusion: Any) -> None:
    """Fusing what is said of the negation is the negation of what is fused."""

    @given(several)
    def run(views: list[Opinion]) -> None:
        turned = complement(fuse(views, fusion=fusion))
        assert numbers(fuse(map(complement, views), fusion=fusion)) == pytest.approx(numbers(turned), abs=1e-9)

    run()


@given(opinions())
def test_the_complement_is_its_own_inverse(view: Opinion) -> None:
    """The negation of the negation is the claim."""
    assert numbers(complement(complement(view))) == pytest.approx(numbers(view), abs=1e-15)
    assert complement(view).probability == pytest.approx(1.0 - view.probability, abs=1e-12)


@given(opinions(), st.lists(opinions(), max_size=4), opinions())
def test_discount_never_raises_certainty(view: Opinion, trust: list[Opinion], more: Opinion) -> None:
    """A longer chain never makes less unknown, and never raises belief or disbelief."""
    before, after = discount(view, trust), discount(view, [*trust, more])
    is_valid(after)
    assert after.unknown >= before.unknown - 1e-15
    assert after.belief <= before.belief
    assert after.disbelief <= before.disbelief


@given(st.floats(0.0, 1e9), st.floats(0.0, 1e9), st.floats(0.0, 1.0))
def test_evidence_makes_the_round_trip(r: float, s: float, a: float) -> None:
    """The evidence of the opinion that evidence makes is that evidence."""
    view = from_evidence(r, s, a)
    is_valid(view)
    assert evidence_of(view) == pytest.approx((r, s), rel=1e-9, abs=1e-9)


@given(opinions(dogmatic=False))
def test_opinions_make_the_round_trip(view: Opinion) -> None:
    """The opinion that the evidence of an opinion makes is that opinion."""
    again = from_evidence(*evidence_of(view), view.base_rate)
    assert numbers(again) == pytest.approx(numbers(view), abs=1e-9)


@given(st.lists(st.floats(0.0, 1e9), min_size=2, max_size=6))
def test_evidence_for_many_values_makes_the_round_trip(evidence: list[float]) -> None:
    """So it is over several values."""
    assert evidence_for(from_counts(evidence)) == pytest.approx(evidence, rel=1e-9, abs=1e-9)


@given(st.lists(opinions(base_rate=0.4, dogmatic=False), min_size=1, max_size=6))
def test_cumulative_fusion_adds_evidence(views: list[Opinion]) -> None:
    """The evidence of what is fused is the sum of the evidence."""
    found = evidence_of(cumulative(views))
    rows = [evidence_of(view) for view in views]
    assert found == pytest.approx((sum(r for r, _ in rows), sum(s for _, s in rows)), rel=1e-9, abs=1e-9)


@given(opinions())
def test_as_unknown_as_can_be(view: Opinion) -> None:
    """The most uncertain opinion has the same P, no less unknown, and belief or disbelief but not both."""
    most = maximise_uncertainty(view)
    is_valid(most)
    assert most.probability == pytest.approx(view.probability, abs=1e-12)
    assert most.unknown >= view.unknown - 1e-12
    assert min(most.belief, most.disbelief) == 0.0


@given(multinomials(4))
def test_as_unknown_as_can_be_over_many_values(view: Multinomial) -> None:
    """So it is over several values."""
    most = maximise_multinomial_uncertainty(view)
    assert most.probabilities == pytest.approx(view.probabilities, abs=1e-12)
    assert most.unknown >= view.unknown - 1e-12


@given(opinions(), opinions())
def test_conflict_is_a_share(one: Opinion, other: Opinion) -> None:
    """The degree of conflict lies in [0, 1], is symmetric, and is 0 with oneself and with whoever knows nothing."""
    assert 0.0 <= conflict(one, other) <= 1.0
    assert conflict(one, other) == conflict(other, one)
    assert conflict(one, one) == 0.0
    assert conflict(one, binomial(0.0, 0.0, 1.0)) == 0.0


def test_pairs_are_not_enough() -> None:
    """Averaging and weighing in pairs depends on who comes last, so it is not what ABF and WBF are."""
    views = [binomial(0.9, 0.0, 0.1), binomial(0.0, 0.8, 0.2), binomial(0.2, 0.2, 0.6)]
    for fusion in (averaging, weighted):
        by_pairs = fusion([fusion(views[:2]), views[2]])
        other_way = fusion([views[0], fusion(views[1:])])
        assert abs(by_pairs.belief - other_way.belief) > 0.05
        assert abs(by_pairs.belief - fusion(views).belief) > 0.01
