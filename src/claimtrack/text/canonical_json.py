"""One spelling of a value as bytes, and the digest of those bytes."""

import json
import math
from collections.abc import Mapping, Sequence
from hashlib import sha256
from typing import Any

from claimtrack.text.escape import UNSEEN

JsonValue = None | bool | int | float | str | Sequence["JsonValue"] | Mapping[str, "JsonValue"]
"""What JSON can hold."""
Raw = dict[str, Any]
"""A table as a TOML or JSON parser gives it."""

_quoted = json.JSONEncoder(ensure_ascii=False).encode
_SMALLEST_PLAIN, _LARGEST_PLAIN = 1e-6, 1e21


def canonical_json(value: JsonValue) -> bytes:
    """The canonical JSON of a value: one spelling, keys in order, numbers as ECMAScript writes them.

    Raises:
        ValueError: a number is not finite.

    Example:
        >>> canonical_json({"b": 1.0, "a": [0.5, None]})
        b'{"a":[0.5,null],"b":1}'

    References:
        RFC 8785, *JSON Canonicalization Scheme* (2020), sections 3.2.2 and 3.2.3.
    """
    return _spelled(value).encode("utf-8", "surrogatepass")


def json_text(value: JsonValue) -> str:
    """A value as JSON for people: two spaces deep, text as it is but for what a terminal could act on."""
    text = json.dumps(value, ensure_ascii=False, indent=2, allow_nan=False)
    return UNSEEN.sub(lambda match: json.dumps(match[0])[1:-1], text) + "\n"


def digest(value: JsonValue) -> str:
    """SHA-256 of the canonical JSON of a value, in hexadecimal with its algorithm before it."""
    return f"sha256:{sha256(canonical_json(value)).hexdigest()}"


def _spelled(value: JsonValue) -> str:
    if isinstance(value, str):
        return _quoted(value)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int | float):
        return _number(value)
    if isinstance(value, Mapping):
        keys = sorted(value, key=lambda key: key.encode("utf-16-be", "surrogatepass"))
        return "{" + ",".join(f"{_quoted(key)}:{_spelled(value[key])}" for key in keys) + "}"
    return "[" + ",".join(map(_spelled, value)) + "]"


def _number(value: float) -> str:
    number = float(value)
    if not math.isfinite(number):
        raise ValueError("a number that is not finite has no JSON")
    if number == 0.0:
        return "0"
    text = repr(number)
    mantissa, _, exponent = text.partition("e")
    if not exponent:
        return text.removesuffix(".0")
    if 1.0 < abs(number) < _LARGEST_PLAIN:
        whole, _, part = mantissa.partition(".")
        return whole + part + "0" * (int(exponent) - len(part))
    if abs(number) >= _SMALLEST_PLAIN and abs(number) < _LARGEST_PLAIN:
        digits = mantissa.lstrip("-").replace(".", "")
        return ("-" if number < 0 else "") + "0." + "0" * (-int(exponent) - 1) + digits
    return f"{mantissa.removesuffix('.0')}e{'+' if int(exponent) > 0 else '-'}{abs(int(exponent))}"
