"""Errors: each survives pickling and copying, as it must to leave a worker process, and says what it said."""
# ruff: noqa: SIM300 (the expected value stands on the left)

import copy
import pickle
from collections.abc import Mapping
from typing import Any, get_origin, get_type_hints

import attrs
import pytest

from claimtrack.errors import base, failures, problems
from claimtrack.errors.failures import UnknownName
from claimtrack.errors.problems import EmptyText

_ERRORS = [
    kind
    for module in (failures, problems)
    for kind in vars(module).values()
    if isinstance(kind, type) and issubclass(kind, base.ClaimtrackError) and attrs.has(kind)
]


def made(kind: type) -> base.ClaimtrackError:
    """An error of a kind, with some value for each field that needs one."""
    hints = get_type_hints(kind)
    fields = [field for field in attrs.fields(kind) if field.default is attrs.NOTHING]
    error: base.ClaimtrackError = kind(**{field.name: _value(hints[field.name]) for field in fields})
    return error


def _value(hint: Any) -> object:
    if hint is str:
        return "seen"
    if hint in (int, float):
        return 3
    if get_origin(hint) is Mapping:
        return {"seen": 0.5}
    return {
        tuple[problems.Problem, ...]: (EmptyText(place="claims[0].text"),),
        tuple[tuple[str, str], ...]: (("sources[0].name", "as it is"),),
    }.get(hint, ("seen", "known"))


@pytest.mark.parametrize("copied", [copy.copy, copy.deepcopy, lambda error: pickle.loads(pickle.dumps(error))])  # noqa: S301
def test_each_error_survives_a_copy(copied: Any, subtests: pytest.Subtests) -> None:
    """The copy is of the same kind and says the same, and a note added to the error is no field of it."""
    assert len(_ERRORS) > 30
    for kind in _ERRORS:
        with subtests.test(kind=kind):
            error = made(kind)
            error.add_note("while reading")
            assert (kind, str(error)) == (type(copied(error)), str(copied(error)))


def test_an_unknown_name_finds_the_nearest() -> None:
    """The nearest known name is found where none is given; None says that there is to be none."""
    assert "abc" == UnknownName(kind="scale", seen="abd", known=("abc", "xyz")).near
    assert UnknownName(kind="scale", seen="abd", known=("abc", "xyz"), near=None).near is None
    assert 'unknown scale "q"; expected abc or xyz' == str(UnknownName(kind="scale", seen="q", known=("abc", "xyz")))


def test_all_claims_are_joined_by_and() -> None:
    """The claims that there are, are all of them; the words that a field takes are alternatives."""
    told = str(failures.UnknownClaim(seen="zz", known=("fell", "stood")))
    assert 'unknown claim "zz"; the claims are fell and stood' == told


def test_the_library_names_no_command() -> None:
    """Commands and their options are known to the command line alone."""
    assert [] == [kind for kind in _ERRORS if "--" in str(made(kind)) or "claimtrack ledger" in str(made(kind))]
