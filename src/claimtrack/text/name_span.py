"""How far a name goes in a text: what belongs to it on both sides, and whether it may go on farther."""

import re
from collections.abc import Collection

from claimtrack.text.folding import letters_of
from claimtrack.text.name_context import (
    goes_on,
    is_adjective,
    is_date,
    is_inside_sentence,
    is_inside_signs,
    word_before,
)
from claimtrack.text.name_index import NameIndex
from claimtrack.text.name_words import (
    AFFIXES,
    CALENDAR,
    COMMON,
    GIVEN,
    MODALS,
    OF_NAMES,
    PARTICLES,
    ROYAL,
    SAINTS,
    STARTERS,
    SUFFIXES,
    TITLES,
)

_LONGEST_ACCOUNT = 60
_SHORTEST_WORD = 3
_LONGEST_ABBREVIATION = 4
_MOST_BESIDE = 4
_MOST_SUFFIXES = 3
_SUFFIX = re.compile(r",?[ \u00a0]([^\W\d_]{1,4})(\.)?(?![^\W_]|['’])")
"""What may stand right behind a name, such as "Jr." or an initial."""
_INITIALS = re.compile(r",?[ \u00a0](?:[^\W\d_a-z]\.){2,4}")
_ACCOUNT = re.compile(r"[\w.+\-]{0,60}(?=@)", re.ASCII)
_HANDLE = re.compile(r"\w{0,60}", re.ASCII)
_BEFORE_AT = re.compile(r"[\w.+\-]{0,60}\Z", re.ASCII)
_PAIRS = (("(", ")"), ("[", "]"), ("“", "”"), ("„", "“"), ("«", "»"))
_NO_NAME = re.compile(
    r"[A-Z][a-z]+(?:edly|ingly|ically|ually|ially|onally|ently|antly|ously|ively|fully|lessly|ularly|ably|ibly|ately|etely"
    r"|edly|ingly)|[A-Z][a-z]{4,}(?:ily|ickly|ishly|ainly)|[A-Z][a-z]{6,}ing"
)
"""Words with which a sentence may begin and that are seldom names."""
_SERVICES = frozenset(["signal", "threema", "whatsapp", "telegram", "wire", "skype", "tel", "email"])
"""What stands before contacts, and is no part of them."""
_OTHER_LETTERS = re.compile(r"[^\W\d_\x00-\x7f]")
_BEFORE_IN_PATH = re.compile(r"(?<![\w-])[\w-]*+\Z")
_JOINED_BEFORE = re.compile(r"(?<![^\W\d_])([^\W\d_]++)[-_]\Z")
_JOINED_BEHIND = re.compile(r"[-_]([^\W\d_]+)")
_IN_A_LIST = re.compile(r",[ \u00a0]([^\W\d_a-z][^\W\d_]+)(?:[ \u00a0][^\W\d_a-z])?[ \u00a0.]*(?:\Z|[\n;)\]])")
"""A name behind a comma, with which an entry of a list ends: "Quill, Ada"."""
_TITLES, _SUFFIXES, _PARTICLES, _STARTERS, _CALENDAR, _GIVEN, _MODALS, _SAINTS, _ROYAL, _COMMON = (
    frozenset(map(letters_of, words))
    for words in (TITLES, SUFFIXES, PARTICLES, STARTERS, CALENDAR, GIVEN, MODALS, SAINTS, ROYAL, COMMON)
)
_AFFIXES = frozenset(map(letters_of, AFFIXES))
_SYLLABLE = re.compile(r"[bcdfghjklmnpqrstwxyz]{0,2}[aeiouwy]{1,3}(?:ng|[nklmpthr])?")
"""A syllable of Korean or Chinese in Latin letters."""
_SENTENCE_END = re.compile(r"[.?!]")
_LONGEST_QUESTION = 200


def widened(index: NameIndex, text: str, first: int, last: int, who: int) -> tuple[int, int, bool]:
    """Where a name begins and ends with its titles, initials and particles, and whether it may go on beside that.

    Args:
        index: the hidden names.
        text: the text.
        first: where the name itself begins.
        last: where it ends.
        who: whose it is.
    """
    initials = index.initials[who]
    begin, end = _with_path(index, text, *_with_account(text, first, last))
    while (before := word_before(text, begin)) is not None and _goes_with(before[0], before[2], initials):
        begin = before[1]
    end = _with_suffixes(text, end)
    if text[begin:end].count('"') % 2 and text.startswith('"', end):
        end += 1
    for opening, closing in _PAIRS:
        inside = text[begin:end]
        if inside.count(opening) > inside.count(closing) and text.startswith(closing, end):
            end += 1
        elif inside.count(closing) > inside.count(opening) and text.startswith(opening, begin - 1) and begin:
            begin -= 1
    touches = (
        _is_gone_on_before(index, text, begin)
        or is_royal(text, first)
        or _is_gone_on_behind(text, first, end)
        or is_inside_signs(text, first, last)
        or is_adjective(text, begin)
    )
    return begin, end, touches


def gone_on(index: NameIndex, text: str, first: int, last: int) -> tuple[int, int]:
    """Where a name begins and ends with the capital words beside it that may belong to it."""
    begin, end = first, last
    for _ in range(_MOST_BESIDE):
        before = word_before(text, begin)
        if before is None or not _is_gone_on_before(index, text, begin):
            break
        begin = before[1]
    for _ in range(_MOST_BESIDE):
        word = goes_on(text, end, is_one_word=text[first:end].isalpha())
        if word is None or not _is_gone_on_behind(text, first, end):
            break
        end = text.index(word, end) + len(word)
    return begin, end


def is_foreign(text: str) -> bool:
    """Whether a text has letters that English has not, so that its names may be inflected."""
    return not text.isascii() and _OTHER_LETTERS.search(text) is not None


def _with_account(text: str, begin: int, end: int) -> tuple[int, int]:
    """A name with the numbers and other words of an account: what stands before the @, and a handle, is one name."""
    while begin > 0 and text[begin - 1].isdigit():
        begin -= 1
    while end < len(text) and text[end].isdigit():
        end += 1
    if begin and text[begin - 1] == "@" and (handle := _HANDLE.match(text, end)):
        end = handle.end()
    elif account := _ACCOUNT.match(text, end):
        before = _BEFORE_AT.search(text, max(begin - _LONGEST_ACCOUNT, 0), begin)
        begin, end = before.start() if before else begin, account.end()
    return begin, end


def _with_path(index: NameIndex, text: str, begin: int, end: int) -> tuple[int, int]:
    """A name in the path of an address with the words joined to it that are none of the prose: "emily-quill"."""
    if text.find("/", max(begin - _LONGEST_ACCOUNT - 1, 0), begin) < 0:  # as beside most names
        return begin, end
    run = _BEFORE_IN_PATH.search(text, max(begin - _LONGEST_ACCOUNT, 0), begin)
    if run is None or not text.startswith("/", run.start() - 1, begin):
        return begin, end
    while (before := _JOINED_BEFORE.search(text, run.start(), begin)) and not _is_known(index, before[1]):
        begin = before.start()
    while (after := _JOINED_BEHIND.match(text, end)) and not _is_known(index, after[1]):
        end = after.end()
    return begin, end


def _is_known(index: NameIndex, word: str) -> bool:
    return index.is_word(letters_of(word)) or letters_of(word) in _AFFIXES


def _with_suffixes(text: str, end: int) -> int:
    for _ in range(_MOST_SUFFIXES):
        several = _INITIALS.match(text, end)
        after = _SUFFIX.match(text, end)
        if several is not None:
            end = several.end()
        elif after is not None and _is_suffix(after[1], is_short=bool(after[2])):
            end = after.end() if after[2] else after.end(1)
        else:
            break
    return end


def _is_suffix(word: str, *, is_short: bool) -> bool:
    """Whether a word behind a name belongs to it; "I" and "A" are words of the prose, unless a full stop follows."""
    if len(word) == 1:
        return word.isupper() and (is_short or word not in "AI")
    return letters_of(word) in _SUFFIXES and (word[0].isupper() or word in ("jr", "sr"))


def _goes_with(word: str, sign: str, initials: Collection[str]) -> bool:
    letters = letters_of(word)
    return (
        (letters in _TITLES and (word[:1].isupper() or sign == "."))
        or (len(letters) == 1 and (word.isupper() or sign != " ") and letters in initials)
        or (letters in _PARTICLES and letters in initials)
    )


def _is_gone_on_before(index: NameIndex, text: str, begin: int) -> bool:
    """Whether a word before a name may belong to it: a capital one, unless a sentence may begin or end with it."""
    before = word_before(text, begin)
    while before is not None and before[0] in OF_NAMES:  # "Emily von Quill"
        before = word_before(text, before[1])
    if before is not None and _is_second_half(index, text, *before):
        return True
    if before is not None and before[0][:1].isupper() and letters_of(before[0]) in _SAINTS:
        return True
    if before is None or not before[0][:1].isupper() or (before[2] == "." and len(before[0]) >= _SHORTEST_WORD):
        return False
    if letters_of(before[0]) in _SERVICES or (letters_of(before[0]) in _CALENDAR and is_date(text, before[1], begin)):
        return False
    if before[2] in "-_" or is_inside_sentence(text, before[1]):
        return True
    if before[0].isupper() and 1 < len(before[0]) <= _SHORTEST_WORD and not text[begin : begin + 2].isupper():
        return True  # initials
    letters = letters_of(before[0])
    if letters in _GIVEN:
        return letters not in _MODALS or not _is_question(text, begin)
    is_word = index.is_plain(letters) and letters not in _COMMON
    is_known = letters in _STARTERS or is_word or _NO_NAME.fullmatch(before[0]) is not None
    return not is_known and not _is_foreign_beside(text, begin)


def _is_second_half(index: NameIndex, text: str, word: str, place: int, sign: str) -> bool:
    """Whether a word in small letters is the second syllable of a given name: "Min-jun", but not "Ex-minister"."""
    if not word.islower() or sign != " " or text[place - 1 : place] not in ("-", "‐", "‑"):
        return False
    half, letters = word_before(text, place), letters_of(word)
    if half is None or not half[0].istitle() or index.is_word(letters) or letters in _TITLES:
        return False
    return all(map(_SYLLABLE.fullmatch, (letters_of(half[0]), letters)))


def is_royal(text: str, place: int) -> bool:
    """Whether a given name may be that of a king or pope, who has no other."""
    before = word_before(text, place)
    return before is not None and before[0][:1].isupper() and letters_of(before[0]) in _ROYAL


def _is_question(text: str, place: int) -> bool:
    found = _SENTENCE_END.search(text, place, place + _LONGEST_QUESTION)
    return found is not None and found[0] == "?"


def _is_gone_on_behind(text: str, first: int, end: int) -> bool:
    if text[first:end].isalpha() and (behind := _IN_A_LIST.match(text, end)):
        return not (letters_of(behind[1]) in _TITLES or letters_of(behind[1]) in _STARTERS)
    word = goes_on(text, end, is_one_word=text[first:end].isalpha())
    if word is None or not word[:1].isupper():
        return False
    is_beside = text[end : end + 1] in " \u00a0-‐‑" and text[end + 1 : end + 2] not in "(["
    is_abbreviation = word.isupper() and len(word) <= _LONGEST_ABBREVIATION
    return is_beside or not (is_abbreviation or letters_of(word) in _STARTERS or letters_of(word) in _TITLES)


def _is_foreign_beside(text: str, place: int) -> bool:
    return is_foreign(text[max(place - _LONGEST_ACCOUNT, 0) : place + _LONGEST_ACCOUNT])
