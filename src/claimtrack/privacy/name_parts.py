"""Name parts: single names, such as the surname, of sources that are hidden in public, and how sure each is one.

Only whole names are replaced in public texts, so the checks look for what is left of them. A part of a name may be a
word of the prose as well: whether it is taken for a name follows from its capital, from where it stands in a sentence,
and from whether the casebook has it in small letters too.
"""

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Literal

from claimtrack._records import record
from claimtrack.model.records import Source
from claimtrack.privacy.redact import Redaction
from claimtrack.text.names import letters_of


def _listed(words: str) -> frozenset[str]:
    return frozenset(words.split())


ROLES = _listed(
    """
    agent assistant attorney chief clerk commander cook deputy director doctor driver editor employee engineer guard
    inspector judge lawyer manager mechanic minister nurse officer official operator pilot policeman policewoman priest
    prosecutor researcher resident sailor secretary soldier student surgeon teacher technician trader worker
    """
)
"""What people do, in small letters."""

_TITLES = (
    _listed(
        """
    admiral ambassador anonymous aunt baron bishop brother capt captain colonel consul corporal count dame dr duke
    father general governor imam judge justice king lady lieutenant lord madam major mayor member miss mother mr mrs ms
    person president prince princess prof professor queen rabbi rev reverend senator sergeant sheikh sir sister source
    spokesman spokesperson spokeswoman uncle unnamed witness
    """
    )
    | ROLES
)
_NEVER = _listed(
    """
    abu al and at bin bint da das de del della den der des di do dos du el iii jr la las le les los mac mc of saint san
    santa sr st the umm van von علی
    january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday
    """
)
"""Particles, and days and months, which stand in most casebooks; and an Arabic name that is written as “on” is."""
_INSTITUTIONS = _listed(
    """
    academy administration agency air airlines airport army art assembly association authority bank bay board border
    brigade bureau capital care central centre center chamber church city civil club coast college commission committee
    community company congress corporation council county court crown customs daily defence defense department desk
    district east eastern education embassy energy evening federal federation ferry finance fire first force forces
    foundation foreign free front fund gazette government great green group harbour harbor health herald high holding
    home hospital house industries information institute insurance interior international joint journal labour lake law
    league library limited line lines local log ltd inc magazine mail marine maritime market media medical memorial
    ministry mission morning movement museum national navy network new news newspaper north northern office oil old
    order organisation organization park parliament party people police port post power press prison public radio record
    records red register registry regional rescue research river road royal safety school science sea security senate
    service services shipping social society south southern special sports staff star state states station steel street
    studies sun supreme survey television times trade traffic transport travel treasury tribune trust union united
    university water weekly west western white women works workers world youth
    """
)
_WORDS = _listed(
    """
    an art as be best bill black brown by can day go good grace green guy he her him his hope if in is it long love mark
    me my no on or short small so to up us we white will you young
    """
)
"""Words with which a sentence may begin, and that are names too."""
_ALSO = re.compile(r"(?i:\b(?:née|nee|né|born|aka|alias|called)\s+)([^\W\d_][^\s,;()]+)")
"""The names that stand behind such a word in another."""
_PREPOSITION = re.compile(r"\s(?:at|for|from|in|near|of|on|to|who|with)\s")
_SPLIT = re.compile(r"[\s,.;:·・()\[\]\"“”„«»/]+")
_WORD = re.compile(r"[^\W\d_]+")
_PERSONS = ("person", "official")
_HIDDEN = "somebody"
_SHORTEST, _SHORT = 3, 2
_TWO, _THREE, _FOUR = 2, 3, 4
_ABJADS = ("ARABIC", "HEBREW")
_BEHIND = {
    "CJK": _listed("先生 女士 小姐 太太 某 氏 医生 醫生 教授 警官 师傅 師傅 老师 老師 说 說 表示 称 稱 さん 様"),
    "HANGUL": _listed("씨 선생 기자 박사 대표 의원 장관 교수"),
}
"""What stands behind a surname of one sign, which alone is a part of too many words."""
_BEFORE = {"CJK": _listed("小 老 阿"), "HANGUL": frozenset[str]()}


@record
class NameParts:
    """Parts of names, each with the id of the source that it may tell of, and what hides them."""

    names: Mapping[str, str]
    """Parts that are names wherever they have a capital, or in a script that has none."""
    words: Mapping[str, str]
    """Parts that are words too, and so are names only with a capital inside a sentence."""
    apart: frozenset[str]
    """Of the names those that are too short to be looked for inside words."""
    in_addresses: Mapping[str, str]
    """The parts that are looked for in addresses, where capitals say nothing."""
    whole: Mapping[str, str]
    """The whole names that the public casebook replaces."""
    ids: Mapping[str, str]
    """The ids that it replaces."""
    others: Mapping[str, str]
    """The names of two words or more of those that it names."""


def name_parts(redaction: Redaction) -> NameParts:
    """The parts of the names that the public casebook keeps back.

    Cost: linear in the names and in the texts that are published.
    """
    hidden = {source.id for source in redaction.hidden}
    kept_back = [
        (source, name)
        for source in redaction.whole.sources
        for name in _kept_back(source, is_hidden=source.id in hidden)
    ]
    names, words = _sorted_parts(kept_back, hidden, _small_words(redaction))
    short = frozenset(name for name in names if _script(name) in _ABJADS and len(letters_of(name)) <= _SHORTEST)
    return NameParts(
        names=names,
        words=words,
        apart=short,
        in_addresses={name: who for name, who in names.items() if len(letters_of(name)) > _SHORT and name not in short},
        whole=dict.fromkeys((name for _, name in kept_back), _HIDDEN),
        ids={source: _HIDDEN for source in hidden if len(source) >= _SHORTEST},
        others={name: "someone" for source in redaction.named for name in _names(source) if len(name.split()) > 1},
    )


def _sorted_parts(
    kept_back: Iterable[tuple[Source, str]], hidden: Collection[str], small: Collection[str]
) -> tuple[dict[str, str], dict[str, str]]:
    """The parts that are names and those that are words too, each with its source; of several the first counts."""
    names: dict[str, str] = {}
    words: dict[str, str] = {}
    for source, name in kept_back:
        for part in _parts(source, name, is_hidden=source.id in hidden):
            kind = _kind_of(part, source, small)
            if kind == "name":
                names.setdefault(part, source.id)
            elif kind == "word":
                words.setdefault(part.casefold(), source.id)
    return names, words


def _small_words(redaction: Redaction) -> set[str]:
    """The words that stand in small letters in published prose, and so may mean nobody with a capital either."""
    words = {word for text in redaction.texts if not text.is_address for word in _WORD.findall(text.text)}
    return {letters_of(word) for word in words if _is_small(word)}


def _names(source: Source) -> tuple[str, ...]:
    return (source.name, *source.aliases)


def _kept_back(source: Source, *, is_hidden: bool) -> Iterator[str]:
    """The names of a source that are not published: all of a hidden one's, and the private name of any."""
    if is_hidden:
        yield from _names(source)
    if source.confidential is not None and source.confidential.name:
        yield source.confidential.name


def _kind_of(part: str, source: Source, small: Collection[str]) -> Literal["name", "word"] | None:
    """Whether a part is a name, or a word too; of bodies, a common word or one without a capital is neither."""
    letters = letters_of(part)
    is_word = letters in small or letters in _INSTITUTIONS or letters in _WORDS or letters in _TITLES
    if source.kind in _PERSONS:
        return "word" if is_word else "name"
    return "word" if part[:1].isupper() and not is_word else None


def _parts(source: Source, name: str, *, is_hidden: bool) -> Iterator[str]:
    """The parts of a name that is kept back, without those that stand in a name by which the source is published."""
    published = set() if is_hidden else {letters_of(part) for other in _names(source) for part in _SPLIT.split(other)}
    pieces = _pieces(name)
    for place, piece in enumerate(pieces):
        letters = letters_of(piece)
        is_title = letters in _TITLES and place < len(pieces) - 1
        if letters in published or letters in _NEVER or is_title or not _begins_as_names_do(piece):
            continue
        if _script(piece) in _BEHIND:
            yield from _of_signs(piece, is_whole=len(pieces) == 1) if source.kind in _PERSONS else ()
        # A name of one word is replaced as a whole; only what is left of it, without a title say, is a part.
        elif (len(pieces) > 1 or letters != letters_of(name)) and _is_long_enough(piece, source):
            yield piece
    for other in _ALSO.findall(name):
        if _is_long_enough(other, source) and letters_of(other) not in published:
            yield other


def _is_long_enough(piece: str, source: Source) -> bool:
    """Whether a part can be told from a word; two letters can where they are a person's and no abbreviation."""
    size = len(letters_of(piece))
    return size >= _SHORTEST or (size == _SHORT and source.kind in _PERSONS and not piece.isupper())


def _pieces(name: str) -> list[str]:
    """The words of the name proper, without what is said of its bearer; of a double name both halves too."""
    head = re.split(r"[,(]", name, maxsplit=1)[0].strip()
    is_turned = " " not in head and name[len(head) :].lstrip(" ,(")[:1].isupper()  # "Quill, Ada"
    proper = _PREPOSITION.split(name if is_turned else head)[0]
    words = [word for piece in _SPLIT.split(proper) if (word := piece.strip("'’-"))]
    last = max((place for place, word in enumerate(words) if _is_said_of(word)), default=-1)
    if last == len(words) - 1:
        # "Ada Quill whistleblower": what comes before is the name, unless it is a place, as in "Anse Hospital nurse".
        kept = [word for word in words if not _is_said_of(word)]
        is_place = len(kept) <= 1 or any(letters_of(word) in _INSTITUTIONS for word in kept)
        return [] if is_place else kept
    words = words[last + 1 :]  # "the pilot Quill": the name comes behind
    return words + [half for word in words if "-" in word for half in word.split("-")]


def _is_said_of(word: str) -> bool:
    """Whether a word of a name is in small letters and no particle: it says what its bearer is."""
    return not _begins_as_names_do(word) and letters_of(word) not in _NEVER


def _begins_as_names_do(word: str) -> bool:
    """With a capital, or with a letter of a script that has none in names."""
    first = word[:1]
    return first.isalpha() and not _is_small(first)


def _is_small(word: str) -> bool:
    """Whether a word is in small letters, in a script whose names have capitals."""
    return word.islower() and _script(word) != "GEORGIAN"


def _of_signs(piece: str, *, is_whole: bool) -> Iterator[str]:
    """The parts of a name in signs: the given name, and the surname of one sign with what stands beside it."""
    signs = unicodedata.normalize("NFC", piece)
    size = len(signs)
    if size == 1 or (is_whole and size in (_TWO, _THREE)):
        script = _script(signs)
        yield from (f"{signs[0]}{title}" for title in sorted(_BEHIND[script]))
        yield from (f"{before}{signs[0]}" for before in sorted(_BEFORE[script]))
    if not is_whole and size >= _TWO:
        yield signs
    if is_whole and size in (_THREE, _FOUR):  # the given name has two signs, behind a surname of one or two
        yield signs[-_TWO:]
    if is_whole and size == _FOUR:
        yield signs[:_TWO]


def _script(word: str) -> str:
    """The first word of the Unicode name of a word's first sign: its script."""
    return unicodedata.name(word[:1], "?").partition(" ")[0]
