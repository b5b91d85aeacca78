"""The algebra of opinions: published cases, worked numbers, limits, and how cost grows."""
# ruff: noqa: SIM300 (the expected value stands on the left)

import sys
from collections.abc import Callable
from typing import Any

import pytest

from claimtrack.errors.failures import DogmaticOpinion, SizesDiffer, UnknownName
from claimtrack.errors.problems import OutOfRange, TooFew
from claimtrack.subjective_logic.fusion import FUSIONS, averaging, consensus, constraint, cumulative, fuse, weighted
from claimtrack.subjective_logic.multinomial_opinions import (
    evidence_for,
    from_counts,
    maximise_multinomial_uncertainty,
    multinomial,
    multinomial_conflict,
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
from shared_cases import needed, published

CASES = published("sl_binomial_cases.json")
NOT_HERE = {
    "addition",
    "comultiplication",
    "deduction",
    "inversion",
    "multiplication",
    "trust_discount_opposite_belief",
    "trust_revision",
}
"""Operators of the cases that the library does not have."""


def row(numbers: list[float]) -> Opinion:
    """An opinion as the cases write it."""
    return binomial(*numbers)


def chain(numbers: list[list[float]]) -> Opinion:
    """The last opinion, over the edges before it."""
    *trust, view = map(row, numbers)
    return discount(view, trust)


def network(inputs: dict[str, Any]) -> Opinion:
    """What comes over each path, fused."""
    paths = [discount(row(path["opinion"]), map(row, path["trust"])) for path in inputs["paths"]]
    return fuse(paths, fusion=inputs["fusion"])


OPERATORS: dict[str, Callable[[Any], Opinion | float]] = {
    "cumulative": lambda given: cumulative(map(row, given)),
    "averaging": lambda given: averaging(map(row, given)),
    "weighted": lambda given: weighted(map(row, given)),
    "consensus_compromise": lambda given: consensus(map(row, given)),
    "belief_constraint": lambda given: constraint(map(row, given)),
    "epistemic_cumulative": lambda given: maximise_uncertainty(cumulative(map(row, given))),
    "uncertainty_maximise": lambda given: maximise_uncertainty(row(given[0])),
    "trust_discount": chain,
    "trust_discount_chain": chain,
    "trust_network": network,
    "projection": lambda given: row(given[0]).probability,
    "degree_of_conflict": lambda given: conflict(*map(row, given)),
}


@needed(CASES)
@pytest.mark.parametrize("case", [case for case in CASES if case["operator"] in OPERATORS], ids=lambda case: case["id"])
def test_published_cases(case: dict[str, Any]) -> None:
    """Each published case comes out within its stated tolerance."""
    found = OPERATORS[case["operator"]](case["inputs"])
    expected = case["expected"]
    if isinstance(expected, dict):
        (number,) = expected.values()
        assert number == pytest.approx(found, abs=case["tolerance"])
        return
    assert isinstance(found, Opinion)
    got = (found.belief, found.disbelief, found.unknown, found.base_rate)
    pairs = [(want, have) for want, have in zip(expected, got, strict=False) if want is not None]
    assert [want for want, _ in pairs] == pytest.approx([have for _, have in pairs], abs=case["tolerance"])


@needed(CASES)
def test_every_published_operator_is_here_or_listed() -> None:
    """No case is passed over in silence."""
    assert {case["operator"] for case in CASES} == {*OPERATORS, *NOT_HERE}


THREE = [binomial(0.1, 0.3, 0.6), binomial(0.4, 0.2, 0.4), binomial(0.7, 0.1, 0.2)]


@pytest.mark.parametrize(
    ("fusion", "expected"),
    [
        ("cumulative", (0.651, 0.209, 0.140)),
        ("averaging", (0.509, 0.164, 0.327)),
        ("weighted", (0.562, 0.146, 0.292)),
        ("consensus", (0.629, 0.182, 0.189)),
        ("constraint", (0.738, 0.184, 0.078)),
    ],
)
def test_the_running_example(fusion: Any, expected: tuple[float, ...]) -> None:
    """The three opinions of van der Heijden and others, table I, fuse to the numbers that it prints."""
    view = fuse(THREE, fusion=fusion)
    assert expected == pytest.approx((view.belief, view.disbelief, view.unknown), abs=6e-4)


@pytest.mark.parametrize(("papers", "expected"), [(1, 0.788), (2, 0.851), (5, 0.905), (20, 0.938)])
def test_one_origin_through_many_papers(papers: int, expected: float) -> None:
    """One origin through 1, 2, 5 and 20 papers gives .788, .851, .905 and .938 in a network of trust.

    The setup: we trust each paper with P = .8; each vouches for the origin with (.8, 0, .2, a = 0); what they vouch
    for is fused cumulatively, as if it were new each time; the origin says (.9, 0, .1, a = .5). The third number is
    .9045, which was rounded up twice.
    """
    ours, theirs = binomial(0.8, 0.0, 0.2, 0.0), binomial(0.8, 0.0, 0.2, 0.0)
    trust = cumulative([discount(theirs, [ours])] * papers)
    view = discount(binomial(0.9, 0.0, 0.1, 0.5), [trust])
    assert expected == pytest.approx(view.probability, abs=5.1e-4)


def test_averaging_in_pairs_is_something_else() -> None:
    """A fold in pairs gives the last opinion more than its share under ABF, WBF and CCF."""
    for fusion in (averaging, weighted, consensus):
        folded = fusion([fusion(THREE[:2]), THREE[2]])
        assert abs(folded.belief - fusion(THREE).belief) > 0.004


def test_discount_edge_by_edge_is_something_else() -> None:
    """Trust in trust, discounted from the left, lets the base rate in twice; the whole chain does not."""
    edge, view = binomial(0.2, 0.1, 0.7, 0.8), binomial(0.8, 0.2, 0.0, 0.1)
    folded = discount(view, [discount(edge, [edge])])
    assert discount(view, [edge, edge]).belief == pytest.approx(0.46208)
    assert folded.belief > 0.5


MANY = 100_000


@pytest.mark.parametrize("fusion", FUSIONS)
def test_a_hundred_thousand_opinions(fusion: Any) -> None:
    """A hundred thousand opinions fuse to one, although the product of their u's is far below the least double."""
    view = fuse([binomial(0.3, 0.2, 0.5), binomial(0.1, 0.3, 0.6)] * (MANY // 2), fusion=fusion)
    parts = (view.belief, view.disbelief, view.unknown)
    assert min(parts) >= 0.0
    assert pytest.approx(1.0) == sum(parts)
    # 0.3/0.5 + 0.1/0.6 = 23/30 and 0.2/0.5 + 0.3/0.6 = 27/30; the constraint has (0.8·0.7) against (0.7·0.9).
    expected = {"cumulative": 23 / 50, "averaging": 23 / 110, "constraint": 0.0}
    if fusion in expected:
        assert expected[fusion] == pytest.approx(view.belief, abs=1e-4)


@pytest.mark.parametrize("fusion", FUSIONS)
def test_the_cost_grows_with_the_opinions(fusion: Any) -> None:
    """Twice the opinions call at most about twice the functions."""

    def calls(count: int) -> int:
        rows = [binomial(0.3, 0.2, 0.5), binomial(0.1, 0.3, 0.6)] * (count // 2)
        seen = 0

        def counted(*_: object) -> None:
            nonlocal seen
            seen += 1

        sys.setprofile(counted)
        try:
            fuse(rows, fusion=fusion)
        finally:
            sys.setprofile(None)
        return seen

    assert calls(2000) <= 2.2 * calls(1000)


@pytest.mark.parametrize("fusion", FUSIONS)
def test_the_least_unknown_is_no_trouble(fusion: Any) -> None:
    """An opinion with the least u above 0 fuses like a dogmatic one, and overflows nothing."""
    near = fuse([binomial(1.0, 0.0, 5e-324), binomial(0.0, 0.5, 0.5)], fusion=fusion)
    limit = fuse([binomial(1.0, 0.0, 0.0), binomial(0.0, 0.5, 0.5)], fusion=fusion)
    assert (near.belief, near.disbelief) == pytest.approx((limit.belief, limit.disbelief), abs=1e-9)


@pytest.mark.parametrize(
    ("fusion", "expected"),
    [
        ("cumulative", (0.5, 0.5, 0.0)),
        ("averaging", (0.5, 0.5, 0.0)),
        ("weighted", (0.5, 0.5, 0.0)),
        ("consensus", (0.0, 0.0, 1.0)),
        ("constraint", (0.5, 0.5, 0.0)),
    ],
)
def test_dogmatic_opinions_that_contradict(fusion: Any, expected: tuple[float, ...]) -> None:
    """Two dogmatic opinions that contradict each other have the limit for a fusion; the consensus is none."""
    view = fuse([binomial(1.0, 0.0, 0.0), binomial(0.0, 1.0, 0.0)], fusion=fusion)
    assert expected == pytest.approx((view.belief, view.disbelief, view.unknown))


@pytest.mark.parametrize("u", [1e-6, 1e-9])
@pytest.mark.parametrize("fusion", FUSIONS)
def test_dogmatic_opinions_are_a_limit(fusion: Any, u: float) -> None:
    """What is fused of dogmatic opinions is where what is fused of nearly dogmatic ones tends to."""
    rows = [(0.7, 0.3), (0.2, 0.8), (0.2, 0.8)]
    other = binomial(0.3, 0.3, 0.4, 0.2)
    sure = fuse([other, *(binomial(b, d, 0.0) for b, d in rows)], fusion=fusion)
    near = fuse([other, *(binomial(b * (1 - u), d * (1 - u), u) for b, d in rows)], fusion=fusion)
    assert (sure.belief, sure.base_rate) == pytest.approx((near.belief, near.base_rate), abs=10 * u)


@pytest.mark.parametrize("fusion", FUSIONS)
def test_two_values_are_the_binomial_case(fusion: Any) -> None:
    """A multinomial opinion on two values fuses as the binomial one does."""
    wide = [multinomial([view.belief, view.disbelief], view.unknown) for view in THREE]
    one, other = fuse(THREE, fusion=fusion), fuse(wide, fusion=fusion)
    assert (one.belief, one.disbelief) == pytest.approx(other.beliefs)


def test_consensus_over_three_values() -> None:
    """What two opinions on three values do not share goes, where they meet, to both values by base rate.

    Left of the first: .4 on the first value; of the second: .4 on the second; u = .4 each, .2 shared on the third.
    Compromise: .4·.4 = .16 each, and .16 on both together: a third of .64 each, and half of the last to each.
    """
    one, other = multinomial([0.4, 0.0, 0.2], 0.4), multinomial([0.0, 0.4, 0.2], 0.4)
    view = consensus([one, other])
    assert (0.32, 0.32, 0.2) == pytest.approx(view.beliefs)
    assert 0.16 == pytest.approx(view.unknown)


def test_a_multinomial_opinion() -> None:
    """Projection, evidence, the greatest u and conflict over three values, worked by hand."""
    view = from_counts([6.0, 2.0, 0.0], [0.2, 0.2, 0.6])
    assert (0.6, 0.2, 0.0) == pytest.approx(view.beliefs)
    assert (0.64, 0.24, 0.12) == pytest.approx(view.probabilities)
    assert (6.0, 2.0, 0.0) == pytest.approx(evidence_for(view))
    assert 0.2 == pytest.approx(maximise_multinomial_uncertainty(view).unknown)
    assert 0.2 * 0.8 * 0.5 == pytest.approx(
        multinomial_conflict(view, multinomial([0.34, 0.14, 0.02], 0.5, [0.2, 0.2, 0.6])), abs=1e-9
    )


def test_what_is_refused() -> None:
    """Numbers out of range, sums that are not 1, no opinions, unlike opinions, unknown names, infinite evidence."""
    for numbers in ((0.5, 0.5, 0.5), (-0.1, 0.6, 0.5), (float("nan"), 0.5, 0.5), (0.5, 0.5, 0.0, 1.5)):
        with pytest.raises(OutOfRange):
            binomial(*numbers)
    for beliefs, unknown, rates in (([0.5, 0.5], 0.5, None), ([0.5, 0.4], 0.1, [0.5, 0.6]), ([2.0, -1.0], 0.0, None)):
        with pytest.raises(OutOfRange):
            multinomial(beliefs, unknown, rates)
    with pytest.raises(TooFew):
        multinomial([1.0], 0.0)
    with pytest.raises(SizesDiffer, match="differ in number: 2, 1"):
        multinomial([0.5, 0.5], 0.0, [1.0])
    for bad in (-1.0, float("inf"), float("nan")):
        with pytest.raises(OutOfRange):
            from_evidence(bad, 0.0)
        with pytest.raises(OutOfRange):
            from_counts([bad, 0.0])
    with pytest.raises(DogmaticOpinion, match="u = 0"):
        evidence_of(binomial(1.0, 0.0, 0.0))
    with pytest.raises(DogmaticOpinion, match="u = 0"):
        evidence_for(multinomial([1.0, 0.0], 0.0))
    with pytest.raises(SizesDiffer):
        multinomial_conflict(multinomial([1.0, 0.0], 0.0), multinomial([1.0, 0.0, 0.0], 0.0))
    with pytest.raises(SizesDiffer):
        cumulative([multinomial([1.0, 0.0], 0.0), multinomial([1.0, 0.0, 0.0], 0.0)])
    with pytest.raises(TooFew):
        cumulative([])
    with pytest.raises(UnknownName, match="did you mean"):
        fuse(THREE, fusion="cumulativ")  # type: ignore[arg-type]


def test_certain_base_rates() -> None:
    """A base rate of 0 or 1 is no trouble where unknown is made as large as can be."""
    assert 1.0 == maximise_uncertainty(binomial(0.0, 0.0, 1.0, 0.0)).unknown
    assert 0.5 == maximise_uncertainty(binomial(0.5, 0.0, 0.5, 0.0)).unknown
    assert 0.5 == maximise_uncertainty(binomial(0.0, 0.5, 0.5, 1.0)).unknown
    assert complement(binomial(0.2, 0.3, 0.5, 1.0)).base_rate == 0.0
