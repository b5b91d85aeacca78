"""No regular expression takes more than linear time, counted in the steps of a matcher of our own."""

import ast
import importlib
import math
import pkgutil
import re
from collections.abc import Iterator, Mapping
from itertools import permutations
from pathlib import Path

import pytest

import claimtrack
from backtracking import Steps, characters_of

_SMALL, _TIMES = 40, 4
_MOST = 8.0
"""Four times the text takes a linear pattern 4 times the steps, a quadratic one 16 times."""
_MOST_STEPS = 100_000
"""What takes more for 40 characters is not linear."""
_MOST_CHARACTERS, _MOST_PAIRED = 10, 4
_ENDS = ("", "\x00", " ")
_ONLY_AT_THE_START = frozenset(
    {
        "checks.rules.process:_TITLED",
        "errors.problems:_OWN_WORDS",
        "io.toml:_HEADER",
        "io.toml:_KEY",
        "io.toml:_WHERE",
        "model.waivers:_CODES",
        "privacy.secrets:_HOUSE",
        "text.name_reading:_ACCOUNT",
        "text.name_reading:_NUMBERED",
        "text.name_span:_ACCOUNT",
    }
)
"""Patterns that a search would try from every start; they are only matched at one place, as a test shows."""
_ON_SHORT_TEXTS: Mapping[str, str] = {
    "io.json:_SLIPS": "of what stands before and after a mistake, so many characters are looked at",
    "io.toml:_SLIPS": "each is matched at one place",
    **dict.fromkeys(
        (f"text.name_contacts:{name}" for name in ("_AT", "_DOT", "_MAIL", "_TOKEN")),
        "contacts, a long one in pieces of twenty words",
    ),
    "text.negation:_SENTENCE_BEGINS": "a dozen characters before a word",
    "text.name_span:_BEFORE_AT": "from as many characters before a name on as an account has",
}
"""Patterns that see a few characters of a text, by the module and name, with the reason."""


def _patterns() -> dict[str, re.Pattern[str]]:
    """Every compiled pattern in the library, by the place where it stands."""
    found: dict[str, re.Pattern[str]] = {}
    for module in pkgutil.walk_packages(claimtrack.__path__, "claimtrack."):
        if module.name.endswith("__main__"):
            continue
        for name, value in vars(importlib.import_module(module.name)).items():
            for place, one in enumerate(_inside(value)):
                found.setdefault(f"{module.name.removeprefix('claimtrack.')}:{name}{place or ''}", one)
    for path, call in _calls():
        if isinstance(call.args[0], ast.Constant):
            found[f"{path}:{call.lineno} {ast.unparse(call.func)}"] = re.compile(call.args[0].value)
    return found


def _calls() -> Iterator[tuple[str, ast.Call]]:
    """Every call of `re` that is given a pattern inside a function, with its file."""
    home = Path(claimtrack.__file__).parent
    for path in home.rglob("*.py"):
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(one, ast.FunctionDef):
                for call in ast.walk(one):
                    function = call.func if isinstance(call, ast.Call) else None
                    if isinstance(function, ast.Attribute) and ast.unparse(function.value) == "re" and call.args:
                        yield path.relative_to(home).as_posix(), call


def _inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        if isinstance(value.pattern, str):
            yield value
    elif isinstance(value, Mapping):
        for one in value.values():
            yield from _inside(one)
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _inside(one)


def _attacks(pattern: re.Pattern[str], size: int) -> Iterator[str]:
    """Long runs of what the pattern takes, and of pairs of that, each with several ends."""
    known = characters_of(pattern)[:_MOST_CHARACTERS] or ["a"]
    pumps = [*known, *("".join(pair) for pair in permutations(known[:_MOST_PAIRED], 2))]
    for pump in pumps:
        for end in _ENDS if len(pump) == 1 else _ENDS[:2]:
            yield pump * (size // len(pump)) + end


def _growth(pattern: re.Pattern[str], *, at_start: bool) -> float:
    """How many times the steps an attack takes where it is four times as long: the worst, or the first that is slow."""
    worst = 0.0
    for small, large in zip(_attacks(pattern, _SMALL), _attacks(pattern, _SMALL * _TIMES), strict=True):
        few = Steps(pattern, small, _MOST_STEPS).find_all(at_start=at_start)
        if few > _MOST_STEPS:
            return math.inf
        worst = max(worst, Steps(pattern, large, few * _MOST).find_all(at_start=at_start) / few)
        if worst >= _MOST:
            break
    return worst


@pytest.mark.slow
def test_every_pattern_takes_linear_time() -> None:
    """Whatever the text, the steps of each pattern in the library grow no faster than the text does."""
    growths = {
        name: _growth(one, at_start=name in _ONLY_AT_THE_START or name.endswith("match"))
        for name, one in _patterns().items()
        if name.rstrip("0123456789") not in _ON_SHORT_TEXTS
    }
    assert len(growths) > len(_ONLY_AT_THE_START)
    assert {name: growth for name, growth in growths.items() if growth >= _MOST} == {}


@pytest.mark.parametrize("place", sorted(_ONLY_AT_THE_START))
def test_what_is_matched_at_one_place_is_never_searched(place: str) -> None:
    """A pattern that a search would be slow with is not searched."""
    module, name = place.split(":")
    tree = ast.parse(Path(str(importlib.import_module(f"claimtrack.{module}").__file__)).read_text(encoding="utf-8"))
    uses = [
        one.attr
        for one in ast.walk(tree)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id == name
    ]
    assert uses
    assert set(uses) <= {"match", "fullmatch"}


@pytest.mark.parametrize("slow", [r"\S*[%+]\S*", r"[a-z][a-z0-9.+-]*:\S", r"[^\W_]*\Z", r"(a+)+b", r"\s+$", r"a*a*b"])
def test_slow_patterns_are_seen(slow: str) -> None:
    """The matcher sees patterns that backtrack: adjacent and nested repeats, and a repeat that every start tries."""
    assert _growth(re.compile(slow), at_start=False) >= _MOST


def test_patterns_that_are_made_from_names_are_made_of_literal_text() -> None:
    """A function that hands `re` a pattern of its own making escapes it, or makes it of characters that do not vary."""
    made = {
        f"{path}: {ast.unparse(call.args[0])}" for path, call in _calls() if not isinstance(call.args[0], ast.Constant)
    }
    assert {one.split(":")[0] for one in made if "escape" not in one} == {"text/folding.py", "text/name_context.py"}
