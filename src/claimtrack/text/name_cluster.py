"""Words that stand together and may be one name, with what each of them may be."""

import re
from typing import NamedTuple

from claimtrack.text.folding import letters_of
from claimtrack.text.name_context import ends_sentence, may_stand_between
from claimtrack.text.name_guesses import Guesses
from claimtrack.text.name_words import TITLES

_MOST_BETWEEN = 2
_JOINS = re.compile(r"(?:[\s.,'’‘`\"“”„()\[\]·\-‐‑–_&+]|%20|&nbsp;|&#\w+;)*")
"""What may stand between the parts of a name besides words."""
_AND = re.compile(r"\s[&+–—-]\s")
_USUAL = ("", " ", "-", "_")
_TITLES = frozenset(map(letters_of, TITLES))


class Hit(NamedTuple):
    """A word that may be a part of a name."""

    first: int
    last: int
    guesses: Guesses


class Cluster:
    """Words that stand together and may be one name.

    It grows while what comes next may belong to somebody in it; words that may stand inside a name wait until another
    part follows.
    """

    def __init__(self, first: Hit) -> None:
        self.hits = [first]
        self.persons = first.guesses.persons
        self._last, self._end, self._waiting = first.first, first.last, 0

    def takes(self, text: str, hit: Hit) -> bool:
        """Whether a word belongs here, or may."""
        if not _JOINS.fullmatch(text, self._end, hit.first) or self._is_parted(text, hit):
            return False
        shared = self.persons & hit.guesses.persons
        if shared and not self._has(hit.guesses):
            self.hits.append(hit)
            self.persons, self._waiting = shared, 0
        elif (
            not hit.guesses.each
            and not self._is_others(text, hit)
            and self._waiting < _MOST_BETWEEN
            and may_stand_between(text[hit.first : hit.last])
        ):
            self._waiting += 1
        else:
            return False
        self._last, self._end = hit.first, hit.last
        return True

    def _is_others(self, text: str, hit: Hit) -> bool:
        """Whether a word that is no part begins the name of another: "Ada & Bo Quill", "Ada (Anse Council) Quill"."""
        between = text[self._end : hit.first]
        if _AND.search(between):
            return True
        return self._waiting > 0 and between.isspace() and "(" in text[self.hits[-1].last : self._end]

    def _is_parted(self, text: str, hit: Hit) -> bool:
        """Whether a sentence or paragraph ends before a word, or a list goes on with it."""
        between = text[self._end : hit.first]
        if between in _USUAL:
            return False
        if "," in between:  # "Quill, Ada" and "Quill, Dr. A. Ada", but not "Ada, Bob, Quill"
            word = text[hit.first : hit.last]
            return self._waiting > 0 or not (hit.guesses.each or len(word) == 1 or letters_of(word) in _TITLES)
        return between.count("\n") > 1 or ("." in between and ends_sentence(text, self._last, hit.first + 1))

    def _has(self, guesses: Guesses) -> bool:
        """Whether a word is a part that the name has already, and so begins the name anew."""
        had = [one for hit in self.hits for one in hit.guesses.each]
        parts = {one.part for one in had}
        is_joined = any(one.form == "joined" for one in (*had, *guesses.each))
        return is_joined or all(one.part in parts for one in guesses.each)
