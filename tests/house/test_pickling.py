"""What users hand to worker processes comes out of a pickle and of a copy as it went in."""

import copy
import pickle
from collections.abc import Callable

import pytest

import claimtrack as ct
from claimtrack.checks.rules import RULES
from claimtrack.scoring.methods import METHODS
from claimtrack.testing import FORMAT_LAWS, HISTORY_LAWS, METHOD_LAWS, OPINION_LAWS


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda value: pickle.loads(pickle.dumps(value))])  # noqa: S301
@pytest.mark.parametrize("values", [METHOD_LAWS, OPINION_LAWS, FORMAT_LAWS, HISTORY_LAWS, RULES, METHODS.items()])
def test_laws_rules_and_methods_pickle(values: tuple[object, ...], copied: Callable[[object], object]) -> None:
    """Each is the same afterwards: what a law or a rule holds are functions that are found by their names."""
    for value in values:
        assert value == copied(value)


def test_what_a_casebook_is_made_into_pickles() -> None:
    """Every stage of the road from a casebook to its report is the same afterwards."""
    book = ct.Casebook(
        sources=(ct.Source(id="kim", name="Kim", reliability="B"),),
        claims=(ct.Claim(id="fell", text="The bridge fell."),),
        statements=(ct.Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
    )
    assessment = ct.score(book)
    explanation = ct.explain(assessment)
    for stage in (
        assessment.network.casebook,
        assessment.network,
        assessment,
        ct.check(assessment),
        explanation,
        ct.compose(explanation),
        ct.compare_methods(assessment.network, METHODS),
    ):
        assert stage == pickle.loads(pickle.dumps(stage))  # noqa: S301
