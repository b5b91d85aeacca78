"""What a method may offer beyond its estimates, and what is taken where it does not."""

from collections.abc import Mapping

import pytest

import claimtrack as ct
from claimtrack.network.build import Network, build
from claimtrack.scoring.assessment import Estimate
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, Strength
from claimtrack.scoring.protocol import (
    broken_laws,
    fidelity_of,
    probabilities,
    propensity_of,
    strength_of,
    with_source_fidelity,
)
from claimtrack.testing.generate.changes import just, plain_claim, witness


def bare(network: Network) -> Mapping[str, Estimate]:
    """A method that offers nothing but estimates."""
    return ct.OriginEvidence()(network)


class Otherwise:
    """A method whose attributes happen to have the names of other things."""

    fidelity = 0.7
    propensity = "high"
    strength = None

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        return bare(network)


def test_a_method_that_offers_nothing_has_no_tables() -> None:
    """What a method does not offer is None, or empty, and never an error."""
    for method in (bare, Otherwise()):
        assert [fidelity_of(method), propensity_of(method), strength_of(method)] == [None, None, None]
        assert broken_laws(method) == {}
        assert with_source_fidelity(method, "kim", 0.5) is None


def test_a_methods_own_tables_are_found() -> None:
    """What a method offers is what it was made with."""
    method = ct.OriginEvidence(fidelity=Fidelity(C=Band(0.4, 0.3, 0.5)), propensity=Propensity(neutral=0.4))
    assert Band(0.4, 0.3, 0.5) == (fidelity_of(method) or Fidelity()).of("C")
    assert Propensity(neutral=0.4) == propensity_of(method)
    assert Strength() == strength_of(ct.scoring.Ach())
    assert set(broken_laws(ct.scoring.OriginCount())) == set(ct.scoring.OriginCount().breaks)


def test_probabilities_are_those_of_the_estimates() -> None:
    """With and without a way of its own, a method's probabilities are those of its estimates."""
    network = build(just(plain_claim(), *witness("kim", "fell")))
    expected = {"fell": bare(network)["fell"].opinion.probability}
    assert expected == probabilities(bare, network) == probabilities(ct.OriginEvidence(), network)


def test_a_source_can_be_given_a_fidelity() -> None:
    """A fidelity for one source takes the place of its grade's, and leaves the method as it was."""
    method = ct.OriginEvidence()
    network = build(just(plain_claim(), *witness("kim", "fell", grade="E")))
    better = with_source_fidelity(method, "kim", 0.6)
    assert better is not None
    assert pytest.approx(0.5) == probabilities(method, network)["fell"]
    assert pytest.approx(0.8) == probabilities(better, network)["fell"]
    assert method == ct.OriginEvidence()


def test_grade_f_and_no_grade_have_no_band() -> None:
    """Only grades A to E stand for numbers; words and numbers of propensity are read alike."""
    assert [Fidelity().of("F"), Fidelity().of(None)] == [None, None]
    assert [Propensity().of("against"), Propensity().of(0.3)] == [0.02, 0.3]
