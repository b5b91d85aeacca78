"""Hidden names taken apart: what is looked for, and whose each part is."""

import re
from collections.abc import Collection, Iterable

from claimtrack._records import record
from claimtrack.text.common_words import SMALL_WORDS, WORDS_AS_SURNAMES
from claimtrack.text.folding import letters_of, spellings
from claimtrack.text.name_contacts import contact_forms, without_service
from claimtrack.text.name_context import is_common_word
from claimtrack.text.name_reading import NameForms, read_names, stems
from claimtrack.text.name_words import STARTERS

_LONG_PART = 5
PARTS_WORDS = re.compile(r"[;!?:]|\n\s*\n")
"""What does not stand inside a name."""
_FIRST_WORDS = frozenset(map(letters_of, (*SMALL_WORDS, *STARTERS)))
_SMALL_WORDS = _FIRST_WORDS.union(map(letters_of, WORDS_AS_SURNAMES))


@record
class HiddenName:
    """Someone or something whose names must not stand in a text."""

    names: tuple[str, ...]
    """Every name: the real one, aliases, contacts."""
    label: str
    """What to put in the place of each."""
    source: str = ""
    """The id of the source, to tell of it."""
    is_person: bool = True
    """Whether the names are a person's, which people shorten, turn round and inflect."""


class NameIndex:
    """Some hidden names, taken apart and folded; whose a part is, is told by the place of the name among them.

    Args:
        hidden: who is hidden; where two are written alike, the first counts.
        words: folded words of the prose besides those that are known to be common.

    Cost: building it is linear in the names.
    """

    def __init__(self, hidden: Iterable[HiddenName], words: Collection[str]) -> None:
        """Read the names."""
        self.hidden = tuple(hidden)
        self.words = words
        self.whole: dict[str, int] = {}
        """Whole names and what is a name wherever it stands."""
        self.edges: dict[str, tuple[str, str]] = {}
        """For each of them, the signs before its first and after its last letter."""
        self.parted: set[str] = set()
        """Those with signs inside that stand in no other name, such as an address."""
        self.apart: set[str] = set()
        """Those that are no whole name unless something stands between their letters: "Xiao Ming"."""
        self.alone: set[str] = set()
        """Those of one word, with a capital."""
        self.beside: dict[str, str] = {}
        """Those of a surname and its title, with that title."""
        self.symbols: dict[str, int] = {}
        """Names without letters, as they are."""
        self.parts: dict[str, set[int]] = {}
        """Parts of names as they may be spelled, and whose they are."""
        self.same: dict[str, str] = {}
        """The part itself, for each of its spellings."""
        self.given: set[tuple[str, int]] = set()
        """Parts that stand first in a name."""
        self.small: set[str] = set()
        """Parts of names that are typed without capitals."""
        self.articled: set[str] = set()
        """Common words in names that begin with an article: "The Baker"."""
        self.stems: dict[str, list[str]] = {}
        """What case forms begin with, and the parts of which they may be forms."""
        self.joined: dict[str, set[int]] = {}
        """Parts run together."""
        self.short_joined: set[str] = set()
        """Those of them that may be words."""
        self.initials: dict[int, frozenset[str]] = {}
        """The initials and particles of each bearer."""
        self.bodies: set[int] = set()
        """Whose names are no persons'."""
        for who, one in enumerate(self.hidden):
            self._add(one, who)

    def _add(self, one: HiddenName, who: int) -> None:
        names = tuple(map(without_service, one.names))
        forms = read_names(names, is_person=one.is_person)
        more = (form for name in one.names for form in contact_forms(name))
        for name in dict.fromkeys((*names, *forms.whole, *forms.beside, *more, *sorted(forms.apart))):
            self._add_whole(name, who, is_apart=name in forms.apart)
        self.beside |= {letters_of(name): title for name, title in forms.beside.items()}
        self._add_parts(forms, who)
        if all(name.casefold().startswith("the ") for name in one.names):
            self.articled |= {part for part in forms.parts if self.is_plain(part)}
        if not one.is_person:
            self.bodies.add(who)

    def _add_whole(self, name: str, who: int, *, is_apart: bool) -> None:
        if not letters_of(name):
            if name:
                self.symbols.setdefault(name, who)
            return
        for way in spellings(name):
            if is_apart and way not in self.whole:
                self.apart.add(way)
            if self.whole.setdefault(way, who) == who:
                self.edges.setdefault(way, _signs_around(name))
                if PARTS_WORDS.search(name) or "." in name:
                    self.parted.add(way)
                if name.isalpha() and name[0].isupper():
                    self.alone.add(way)

    def _add_parts(self, forms: NameForms, who: int) -> None:
        self.initials[who] = forms.initials
        for part, same in forms.parts.items():
            if part not in self.parts:
                self.same[part] = same
                for stem in stems(part):
                    self.stems.setdefault(stem, []).append(part)
            self.parts.setdefault(part, set()).add(who)
        self.small |= forms.small
        self.given |= {(part, who) for part in forms.given}
        for joined in forms.joined:
            self.joined.setdefault(joined, set()).add(who)
        long = [part for part in forms.parts if len(part) >= _LONG_PART and not self.is_plain(part)]
        self.short_joined |= {  # in scripts without capitals nothing would tell such a name from a word
            joined for joined in forms.joined if joined.upper() != joined and not any(part in joined for part in long)
        }

    def is_plain(self, letters: str) -> bool:
        """Whether a folded word is one of the prose, wherever it stands."""
        return is_common_word(letters) or letters in self.words

    def may_begin_sentence(self, letters: str) -> bool:
        """Whether a folded word with a capital at the beginning of a sentence may be one of the prose."""
        return letters in _FIRST_WORDS or self.is_plain(letters)

    def is_word(self, letters: str) -> bool:
        """Whether a folded word that stands in small letters is one of the prose."""
        return letters in _SMALL_WORDS or self.is_plain(letters)


def _signs_around(name: str) -> tuple[str, str]:
    """The signs before the first and after the last letter of a name."""
    if name[0].isalnum() and name[-1].isalnum():
        return "", ""
    letters = [place for place, character in enumerate(name) if character.isalnum() or not character.isascii()]
    return (name[: letters[0]], name[letters[-1] + 1 :]) if letters else ("", "")
