"""Canonical JSON: one spelling of a value, the same as RFC 8785's."""
# ruff: noqa: SIM300 (the expected value stands on the left)

import json
import math
from hashlib import sha256

import pytest
import rfc8785
from hypothesis import example, given, strategies as st

from claimtrack.text.canonical_json import canonical_json, digest

_SAFE = 2**53 - 1
_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_ANY_FLOAT = st.floats(allow_nan=False, allow_infinity=False)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers(-_SAFE, _SAFE) | _ANY_FLOAT | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=12,
)


@given(_JSON)
@example({"\U0001f600": 1, "\ufb33": 2, "a": 3, "": 4, "\u20ac": 5})
@example('\u2028\u2029\x7f\x00\x1f\b\f"\\/<>é')
@example([1e21, 1e20, 1e-6, 1e-7, 9.5e-7, 0.000001, 1.5e300, 5e-324, -0.0, 0.0])
@example([1e22, 1.0, 100.0, -1e-7, 333333333.33333329, 4.5, 2e-3, 1e23])
def test_it_spells_what_rfc_8785_spells(value: object) -> None:
    """Any JSON value has the same bytes as under the rfc8785 package."""
    assert rfc8785.dumps(value) == canonical_json(value)


@given(_ANY_FLOAT)
@example(1.2345e-5)
@example(1e-5)
@example(123e-7)
@example(1.7976931348623157e308)
def test_numbers_are_spelled_as_ecmascript_does(number: float) -> None:
    """Any finite float has the spelling of RFC 8785 and reads back as itself."""
    assert rfc8785.dumps(number) == canonical_json(number)
    assert number == json.loads(canonical_json(number), parse_int=float)


@given(_ANY_FLOAT)
@example(5.101738322351773e16)
@example(999999999999999900000.0)
def test_large_whole_floats_are_spelled_as_ecmascript_does(number: float) -> None:
    """A float between 2**53 and 1e21 has the shortest digits that read back as it, then noughts."""
    assert rfc8785.dumps(number) == canonical_json(number)


@given(_JSON)
def test_the_spelling_reads_back_as_the_value(value: object) -> None:
    """Canonical JSON is JSON, and it holds the value."""
    assert value == json.loads(canonical_json(value), parse_int=float)


@given(st.dictionaries(_TEXT, st.integers(-9, 9), max_size=6))
def test_the_order_of_keys_changes_nothing(table: dict[str, int]) -> None:
    """Two tables with the same pairs have the same bytes and the same digest."""
    other = dict(reversed(table.items()))
    assert canonical_json(table) == canonical_json(other)
    assert digest(table) == digest(other)


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_not_finite_has_no_spelling(number: float) -> None:
    """NaN and the infinities are refused, however deep they stand."""
    with pytest.raises(ValueError, match="not finite"):
        canonical_json({"a": [number]})


def test_the_digest_is_sha_256_of_the_spelling() -> None:
    """A digest names its algorithm and is that of the canonical bytes."""
    assert f"sha256:{sha256(b'[1,2]').hexdigest()}" == digest([1.0, 2])


def test_true_is_no_number() -> None:
    """True and 1 are spelled differently, and so are their digests."""
    assert b"[true,1]" == canonical_json([True, 1])
    assert digest(True) != digest(1)  # noqa: FBT003
