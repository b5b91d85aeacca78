"""Surnames that hidden persons share with named ones, who are taken for theirs once a text named them."""

from collections.abc import Iterable, Mapping
from typing import Literal

from claimtrack.text.folding import letters_of
from claimtrack.text.name_context import word_before, word_pattern
from claimtrack.text.name_index import NameIndex
from claimtrack.text.name_reading import is_of_body, read_names
from claimtrack.text.name_words import PARTICLES

_MOST_INITIALS = 3
_PARTICLES = frozenset(map(letters_of, PARTICLES))


class Relatives:
    """The parts of hidden names that others are named by, with what tells these: given names and initials.

    Args:
        index: the hidden names.
        shown: the names of others.

    Cost: linear in the names of others.
    """

    def __init__(self, index: NameIndex, shown: Iterable[str]) -> None:
        """Find the parts that are shared."""
        self._whole = index.whole
        self._own_initials: dict[str, frozenset[str]] = {}
        found: dict[str, set[str]] = {}
        for name in shown:
            words = [letters_of(word) for word in name.split()]
            if any(word in index.parts for word in words) and not is_of_body(name):
                forms = read_names((name,))
                for part in forms.parts.keys() & index.parts.keys():
                    initials = {one for who in index.parts[part] for one in index.initials[who]}
                    found.setdefault(part, set()).update((*forms.parts, *(forms.initials - initials)))
                    own = frozenset(initials - forms.initials - _PARTICLES)
                    self._own_initials[part] = self._own_initials.get(part, own) & own
        self._others = {part: frozenset(others - {part}) for part, others in found.items()}

    def __bool__(self) -> bool:
        return bool(self._others)

    def named_in(self, text: str, shown: Iterable[tuple[int, int]]) -> dict[str, int]:
        """The surnames that hidden persons share with named ones, by where a text first has them in a whole name."""
        found: dict[str, int] = {}
        for first, last in shown if self._others else ():
            for word in word_pattern().findall(text[first:last]):
                if letters_of(word) in self._others:
                    found.setdefault(letters_of(word), first)
        return found

    def mean(
        self, text: str, first: int, last: int, named: Mapping[str, int]
    ) -> Literal["hidden", "another", "either"]:
        """Whom a find means: the hidden person, another, or either of them.

        Args:
            text: the text.
            first: where the find begins.
            last: where it ends.
            named: where others are first named in the text, by what they share.
        """
        letters = letters_of(text[first:last])
        surname = letters.removesuffix("s")
        if surname not in self._others:
            return "another" if letters not in self._whole and self._is_account_of_other(surname) else "hidden"
        if self._is_initialled(text, first, surname):
            return "hidden"
        is_named = named.get(surname, last) < first or self._is_other(text, first, surname)
        return "another" if is_named else "either"

    def _is_initialled(self, text: str, first: int, part: str) -> bool:
        """Whether an initial before a shared surname is the hidden person's and no named one's: "A. Quill"."""
        before = word_before(text, first)
        return before is not None and before[2] != " " and letters_of(before[0]) in self._own_initials.get(part, ())

    def _is_account_of_other(self, letters: str) -> bool:
        """Whether a named person's initial or given name is run together with a shared surname: "bquill"."""
        return any(
            letters.removesuffix(part) in others or letters.removeprefix(part) in others
            for part, others in self._others.items()
            if part in letters
        )

    def _is_other(self, text: str, first: int, part: str) -> bool:
        """Whether the given name or initial of a named person stands before a surname that a hidden one shares."""
        for _ in range(_MOST_INITIALS):
            before = word_before(text, first)
            if before is None or not before[0][:1].isupper():
                return False
            if letters_of(before[0]) in self._others[part]:
                return True
            first = before[1]
        return False
