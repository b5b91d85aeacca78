"""Settings in TOML, asked for one by one; all problems are collected and raised together at the end."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from claimtrack.errors.base import inside, nearest, shown
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import (
    EmptyText,
    MissingField,
    MoreProblems,
    NotOneOf,
    OutOfRange,
    Problem,
    UnknownKey,
    WrongType,
)
from claimtrack.io.toml import lines_of, load_toml, with_line
from claimtrack.model.validators import kind_of

_MOST_PROBLEMS = 10_000
_MOST_HINTS = 50
_MOST_ROWS = 200


class TomlSettings:
    """A table of settings. A wrong value is noted, and a harmless one given in its place, so that reading goes on."""

    def __init__(self, text: str, what: str) -> None:
        """Read a TOML text; `what` it is, such as `the profile`, is for messages.

        Raises:
            InvalidCasebook: it is not TOML.
        """
        self._text = text
        self._what = what
        self._problems: list[Problem] = []
        self._wrong_places: set[str] = set()
        self._asked: dict[str, dict[str, None]] = {}
        try:
            self._raw = load_toml(text)
        except Problem as problem:
            raise InvalidCasebook(problems=(problem,), path=what) from None

    def text(self, key: str, expected: str, *, default: str | None = None, place: str = "") -> str:
        """A text that is not empty; required where there is no default."""
        value = self._value(key, place)
        if value is None:
            if default is None:
                self.wrong(MissingField(place=inside(place, key), expected=expected))
            return default or ""
        if not isinstance(value, str):
            self.wrong(WrongType(place=inside(place, key), seen=kind_of(value), expected="text"))
            return default or ""
        if not value.strip() and default is None:
            self.wrong(EmptyText(place=inside(place, key)))
        return value

    def word(self, key: str, allowed: Iterable[str], *, default: str, place: str = "") -> str:
        """One of some words."""
        known = tuple(allowed)
        value = self.text(key, "a word", default=default, place=place)
        if value in known:
            return value
        self.wrong(NotOneOf(place=inside(place, key), seen=value, allowed=known, near=self.near(value, known)))
        return default

    def share(self, key: str, place: str) -> float:
        """A number from 0 to 1."""
        value = self._value(key, place)
        expected = "a number from 0 to 1"
        if value is None:
            self.wrong(MissingField(place=inside(place, key), expected=expected))
        elif isinstance(value, bool) or not isinstance(value, int | float):
            self.wrong(WrongType(place=inside(place, key), seen=kind_of(value), expected=expected))
        elif not 0 <= value <= 1:
            self.wrong(OutOfRange(place=inside(place, key), seen=shown(value), expected=expected))
        else:
            return float(value)
        return 0.0

    def yes(self, key: str, place: str, *, default: bool) -> bool:
        """True or false."""
        value = self._value(key, place)
        if isinstance(value, bool | None):
            return default if value is None else value
        self.wrong(WrongType(place=inside(place, key), seen=kind_of(value), expected="true or false"))
        return default

    def table(self, key: str, *, place: str = "") -> Mapping[str, Any]:
        """A table whose keys are the user's own."""
        value = self._value(key, place)
        if isinstance(value, dict):
            return value
        if value is not None:
            expected = f"a table, under [{key}]"
            self.wrong(WrongType(place=inside(place, key), seen=kind_of(value), expected=expected))
        return {}

    def rows(self, key: str, least: int) -> Sequence[str]:
        """The places of the tables in a list."""
        value = self._value(key, "")
        if value is None or value == []:
            self.wrong(MissingField(place=key, expected=f"at least {least} tables, each under [[{key}]]"))
            return ()
        if not isinstance(value, list) or not all(isinstance(row, dict) for row in value):
            self.wrong(WrongType(place=key, seen=kind_of(value), expected=f"tables, each under [[{key}]]"))
            return ()
        if len(value) > _MOST_ROWS:
            self.wrong(OutOfRange(place=key, seen=f"{len(value):,} tables", expected=f"at most {_MOST_ROWS}"))
            return ()
        if len(value) < least:
            self.wrong(MissingField(place=key, expected=f"at least {least} tables, each under [[{key}]]"))
        return [f"{key}[{place}]" for place in range(len(value))]

    def leave(self, *keys: str) -> None:
        """Leave some keys at the top to what else reads the file."""
        self._asked.setdefault("", {}).update(dict.fromkeys(keys))

    def has(self, key: str) -> bool:
        """Whether a key stands at the top."""
        return key in self._raw

    def is_right(self, *places: str) -> bool:
        """Whether no problem was noted so far at any of some places."""
        return self._wrong_places.isdisjoint(places)

    def near(self, word: str, known: Iterable[str]) -> str | None:
        """The nearest known name, for the first problems only: looking for one for each of thousands takes too long."""
        return nearest(word, known) if len(self._problems) < _MOST_HINTS else None

    def wrong(self, problem: Problem) -> None:
        """Note a problem; only the first ten thousand are kept."""
        self._wrong_places.add(problem.place)
        if len(self._problems) < _MOST_PROBLEMS:
            self._problems.append(problem)
        elif len(self._problems) == _MOST_PROBLEMS:
            self._problems.append(MoreProblems(place=problem.place))

    def done(self) -> None:
        """Raise the problems noted, with those of keys that nothing asked for.

        Raises:
            InvalidCasebook: there are problems; all of them are listed, each with its line.
        """
        for place, asked in self._asked.items():
            for key in self._row(place):
                if key not in asked:
                    self.wrong(UnknownKey(place=inside(place, key), near=self.near(key, asked)))
        if self._problems:
            lines = lines_of(self._text)
            found = tuple(with_line(problem, lines) for problem in self._problems)
            raise InvalidCasebook(problems=found, path=self._what)

    def _row(self, place: str) -> Mapping[str, Any]:
        """The table at a place such as `terms[2]` or `page`; the whole file for the empty place."""
        if not place:
            return self._raw
        key, _, number = place.removesuffix("]").partition("[")
        row: Mapping[str, Any] = self._raw[key][int(number)] if number else self._raw[key]
        return row

    def _value(self, key: str, place: str) -> Any:  # noqa: ANN401
        self._asked.setdefault(place, {})[key] = None
        return self._row(place).get(key)
