"""The guard: it searches what is about to be published for every protected string, and refuses it if one is there."""

import re
import warnings
from collections.abc import Collection, Iterable, Iterator
from functools import cache
from itertools import chain, pairwise
from typing import NamedTuple

from claimtrack._records import evolve
from claimtrack.errors.failures import ProtectedStringFound, ProtectedStringPublished
from claimtrack.model.casebook import Casebook
from claimtrack.model.waivers import PUBLISHED, waivers_of
from claimtrack.privacy.encodings import readings_of
from claimtrack.privacy.output_words import output_pairs, output_words
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.privacy.secrets import Shared, protected_strings, published_texts, shared_strings
from claimtrack.text.automaton import Automaton
from claimtrack.text.folding import letters_of, runs_that, spellings
from claimtrack.text.name_context import is_common_word
from claimtrack.text.name_matcher import NameMatcher

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9]+")
_STEM = 4
_FORWARD = re.compile(r"[^\W_]+(?:(?:[ \u00a0\-_.'’]|\. |[ \t]*\r?\n[ \t]*)[^\W_]+)*")
_TURNED = re.compile(r"[^\W_]+(?:(?:,? |_)[^\W_]+)*")
"""How the words of a name stand together; in turned order, a new line or cell between them is none of it."""


def guard(data: str | bytes, casebook: Casebook | Redaction, *, also: Iterable[str] = ()) -> tuple[Shared, ...]:
    """Refuse to publish anything that holds a protected string: a second net below the public projection.

    Protected are strings of four characters or more: names, aliases and ids of hidden sources, all that the private
    file holds, remarks on sources, and what was said off the record. Names are found by the matcher that the projection
    finds them with: by their parts, turned round, inflected, in addresses. Other strings are found as whole words, in
    any case, with or without accents, in any spacing; so are names and contacts that are addresses, even where the
    projection left them. All are found behind the escapes of HTML, JSON and addresses, split by tags, and in base64.

    A string that is protected in one field and published in another is warned of, unless a waiver of CT705 about its
    record lets it pass. Words that stand in the outputs of all casebooks are no leak, and neither are those that the
    projection leaves in what it publishes because they are no name there.

    Args:
        data: what is about to be published.
        casebook: the whole casebook, with its private file; or a redaction that tells who is hidden.
        also: other texts that go out with it, such as the name of the file.

    Returns:
        The protected strings that the data may hold, since they are published elsewhere in the casebook.

    Raises:
        ProtectedStringFound: the data holds a protected string; the error names its field and does not repeat it.

    Cost: linear in the data and in the casebook.

    Example:
        >>> from claimtrack.model import Source
        >>> book = Casebook(sources=(Source(id="whisper", name="Ada Quill", protected=True),))
        >>> guard("A nurse saw it.", book)
        ()
        >>> try:
        ...     guard("A<b>d</b>a saw it.", book)
        ... except ProtectedStringFound as error:
        ...     print(error.places)
        (('sources[0].name', 'split by tags'),)
    """
    redaction = casebook.for_the_public() if isinstance(casebook, Redaction) else redact(casebook)
    search = _Search(redaction)
    found = search.found(data, also)
    if not found:
        return ()
    shared = {one.protected.text: one for one in shared_strings(redaction, search.strings.values())}
    told = {one: how for one, how in found.items() if one.text not in shared and not _stands_in_all_outputs(one.words)}
    left = search.left_in_public({one.words for one in told})
    leaked = {
        one.text: how
        for one, how in reversed(told.items())
        if one.words not in left or search.strings[one.text].is_address
    }
    if leaked:
        places = ((one.place, leaked[text]) for text, one in search.strings.items() if text in leaked)
        raise ProtectedStringFound(places=tuple(places))
    seen = tuple(shared[text] for text in dict.fromkeys(one.text for one in found) if text in shared)
    for one in _not_waived(seen, redaction.whole):
        text = f"{one.protected.place} is protected and also stands in {one.place}, which is published"
        warnings.warn(text, ProtectedStringPublished, stacklevel=2)
    return seen


def _not_waived(seen: Iterable[Shared], casebook: Casebook) -> Iterator[Shared]:
    """What is to be warned of: neither harmless, nor waived for its record or for all."""
    waived = {waiver.about for waiver in waivers_of(casebook, {PUBLISHED: PUBLISHED}) if waiver.code == PUBLISHED}
    for one in seen:
        record = casebook.collection(one.protected.collection)[one.protected.at]
        if not one.is_harmless and not waived & {None, getattr(record, "id", None)}:
            yield one


class _Found(NamedTuple):
    """A protected string, and the words in which it was found."""

    text: str
    words: str


class _Search:
    """Finds what is protected: names as the projection finds them, and other strings as they are."""

    def __init__(self, redaction: Redaction) -> None:
        self.redaction, self.matcher = redaction, redaction.matcher
        self.strings = {one.text: one for one in protected_strings(redaction)}
        as_they_are = (one.text for one in self.strings.values() if one.kind != "name" or one.is_address)
        ways = ((way, text) for text in as_they_are for way in spellings(text))
        self.others = dict(reversed(tuple(ways)))
        self.automaton = Automaton(self.others)
        self.tells, self.name_in, self.name_words = cache(self._tells), cache(self._name_in), cache(self._words_of)

    def found(self, data: str | bytes, also: Iterable[str]) -> dict[_Found, str]:
        """What stands in an output, each with the form in which it was found first."""
        found: dict[_Found, str] = {}
        if self.strings:
            for how, reading in chain(readings_of(data), (("in the name of the file", other) for other in also)):
                for one in self._in(reading, are_glued=how == "split by tags"):
                    found.setdefault(one, how)
        return found

    def _in(self, reading: str, *, are_glued: bool) -> Iterator[_Found]:
        runs = tuple(runs_that(self.tells, reading))
        for _, _, way in self.automaton.spans(reading, runs):
            yield _Found(self.others[way], _words(self.others[way]))
        for one in self.matcher.find(reading, runs):
            words = reading[one.begins : one.ends]
            if self._is_by_chance(words, one.who, are_glued=are_glued):
                continue
            text = self.name_in(words, one.who)
            if text is not None:
                yield _Found(text, _words(words))

    def _tells(self, run: str) -> bool:
        return self.matcher.tells(run) or self.automaton.may_begin(run)

    def _is_by_chance(self, words: str, who: int, *, are_glued: bool) -> bool:
        """Whether common words of a name stand together as they do in prose and in tables: "the Ministry. A source"."""
        mine = self.name_words(who)
        letters = [letters_of(word) for word in _WORD.findall(words)]
        stems = {one[:_STEM] for one in mine if len(one) >= _STEM}
        parts = [one for one in letters if one in mine or one[:_STEM] in stems]
        if len(letters) == 1 and are_glued and letters[0] not in mine:  # the words of two cells, without their tags
            parts = sorted((one for one in mine if len(one) > 1 and one in letters[0]), key=letters[0].index)
            if words.islower() and not self.matcher.find(f"it {' '.join(parts)} it"):
                return True  # the words of two lines, which are no name beside each other
        elif len(letters) == 1:
            return False
        if not parts or not all(is_common_word(one) or one in output_words() for one in parts):
            return False
        if len(letters) == 1:
            return True
        is_turned = letters != sorted(letters, key=lambda one: mine.get(one, 0))
        has_others = any(one not in parts and len(one) > 1 for one in letters)
        return has_others or not (_TURNED if is_turned else _FORWARD).fullmatch(words)

    def _words_of(self, who: int) -> dict[str, int]:
        """The folded words of the names of a hidden source, each with its place in a name."""
        names = self.redaction.name_labels.hidden[who].names
        return {letters_of(word): place for name in names for place, word in enumerate(_WORD.findall(name))}

    def _name_in(self, words: str, who: int) -> str | None:
        """Which of the names of a hidden source it is that was found, if it is protected."""
        hidden = self.redaction.name_labels.hidden[who]
        names = [name for one in hidden.names if (name := one.strip()) in self.strings]
        alike = {name for name in hidden.names if letters_of(words) in spellings(name)}
        anywhere = f"{words}; @{words}"  # by itself or in an address
        near = (name for name in names if NameMatcher([evolve(hidden, names=(name,))]).find(anywhere))
        is_short = not alike.issubset(names)  # and so not looked for
        return next(chain((name for name in names if name in alike), near, () if is_short else names), None)

    def left_in_public(self, found: Collection[str]) -> set[str]:
        """Those of some words that the projection leaves in what it publishes, where they are no name.

        What stands beside a word may be other in the output than in the text that it is from.
        """
        left: set[str] = set()
        automaton = Automaton(dict.fromkeys(map(letters_of, found)))
        for published in published_texts(self.redaction.casebook) if found else ():
            named = {place for one in self.matcher.find(published.text) for place in range(one.first, one.last)}
            spans = automaton.spans(published.text)
            left |= {_words(published.text[first:last]) for first, last, _ in spans if first not in named}
        return left


def _words(text: str) -> str:
    """Words as they are written; a common one alone without its capital, which a sentence may have given it."""
    words = " ".join(_WORD.findall(text))
    return letters_of(words) if is_common_word(letters_of(words)) else words


def without_numbers(word: str) -> str:
    """A word with 0 for each number in it: the counts and labels of one casebook are not those of another."""
    return _NUMBER.sub("0", word)


def _stands_in_all_outputs(text: str) -> bool:
    """Whether a string is one word, or a phrase, that stands in the outputs of all casebooks, and so tells nothing."""
    words = [letters_of(word) for word in text.split()]
    if len(words) == 1:
        return words[0] in output_words()
    plain = [without_numbers(word) for word in words]
    return (
        len(_NUMBER.findall(text)) <= 1
        and bool(plain)
        and all(f"{one}{other}" in output_pairs() for one, other in pairwise(plain))
    )
