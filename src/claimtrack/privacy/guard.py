"""The guard: it searches what is about to be published for every protected string, and refuses it if one is there."""

import re
import warnings
from collections.abc import Iterable, Iterator, Mapping
from itertools import pairwise

from claimtrack.errors.failures import ProtectedStringFound, ProtectedStringPublished
from claimtrack.model.casebook import Casebook
from claimtrack.model.waivers import PUBLISHED, waivers_of
from claimtrack.privacy.encodings import readings_of
from claimtrack.privacy.output_words import OUTPUT_PAIRS, OUTPUT_WORDS
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.privacy.secrets import Protected, Shared, protected_strings, shared_strings
from claimtrack.text.folding import letters_of
from claimtrack.text.name_context import is_common_word
from claimtrack.text.names import mentioning

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"[0-9]+")


def guard(data: str | bytes, casebook: Casebook | Redaction, *, also: Iterable[str] = ()) -> tuple[Shared, ...]:
    """Refuse to publish anything that holds a protected string: a second net below the public projection.

    Protected are strings of four characters or more: names, aliases and ids of hidden sources, all that the private
    file holds, remarks on sources, and what was said off the record. They are found as whole words in any case, with
    or without accents, in any spacing, behind the escapes of HTML, JSON and addresses, split by tags, and in base64.

    A string that is protected in one field and published in another is warned of, unless a waiver of CT705 about its
    record lets it pass. Words that stand in the outputs of all casebooks are no leak.

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
        ...     guard("<b>Ada</b> Quill saw it.", book)
        ... except ProtectedStringFound as error:
        ...     print(error.places)
        (('sources[0].name', 'split by tags'),)
    """
    redaction = casebook.for_the_public() if isinstance(casebook, Redaction) else redact(casebook)
    strings = {one.text: one for one in protected_strings(redaction)}
    if not strings:
        return ()
    found = _found(strings, data.encode() if isinstance(data, str) else data, also)
    if not found:
        return ()
    shared = {one.protected.text: one for one in shared_strings(redaction, strings.values())}
    leaked = {text: how for text, how in found.items() if text not in shared and not _stands_in_all_outputs(text)}
    if leaked:
        raise ProtectedStringFound(places=tuple((strings[text].place, how) for text, how in leaked.items()))
    seen = tuple(shared[text] for text in found if text in shared)
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


def _found(strings: Mapping[str, Protected], data: bytes, also: Iterable[str]) -> dict[str, str]:
    """The protected strings that stand in some bytes, each with the form in which it was found first."""
    mentioned = mentioning({text.casefold(): text for text in strings})
    found: dict[str, str] = {}
    for how, reading in (*readings_of(data), *(("in the name of the file", other) for other in also)):
        for text in mentioned(reading):
            if strings[text].kind != "name" or not _is_only_prose(text, reading):
                found.setdefault(text, how)
    return {text: found[text] for text in strings if text in found}


def _is_only_prose(name: str, reading: str) -> bool:
    """Whether a name of common words stands in a text in small letters alone: "a rose field" is not Rose Field."""
    words = _WORD.findall(name)
    if not all(is_common_word(letters_of(word)) for word in words):
        return False
    written = [one[0] for one in re.finditer(r"\W+".join(map(re.escape, words)), reading, re.IGNORECASE)]
    return bool(written) and all(one[1:].islower() for one in written)


def without_numbers(word: str) -> str:
    """A word with 0 for each number in it: the counts and labels of one casebook are not those of another."""
    return _NUMBER.sub("0", word)


def _stands_in_all_outputs(text: str) -> bool:
    """Whether a string is one word, or a phrase, that stands in the outputs of all casebooks, and so tells nothing."""
    words = [letters_of(word) for word in _WORD.findall(text)]
    if len(words) == 1:
        return words[0] in OUTPUT_WORDS
    plain = [without_numbers(word) for word in words]
    return (
        len(_NUMBER.findall(text)) <= 1
        and bool(plain)
        and all(f"{one}{other}" in OUTPUT_PAIRS for one, other in pairwise(plain))
    )
