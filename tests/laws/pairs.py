"""Pairs of casebooks that differ only in what is confidential, made from choices: from a seed, or by Hypothesis."""

import itertools
import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, get_args

import attrs

import claimtrack as ct
from claimtrack._public_fields import Treatment, public_rule
from claimtrack._records import is_record
from claimtrack.model.casebook import COLLECTIONS
from claimtrack.model.sources import EXHIBIT_KINDS
from claimtrack.privacy.redact import redact
from claimtrack.testing.generate.casebooks import Limits, exhibits_in, make_casebook
from claimtrack.testing.generate.changes import renamed, restated
from claimtrack.testing.generate.source import Chooser, shuffle

NEW_NAMES = (
    "Ivo Marsh",
    "Łukasz Ďurov",
    "Hans Groß",
    "Jorun Fjellvåg",
    "Zofia Mrożek",
    "Tomas Kelvey",
)
"""Names of two words, none of which is a word of the prose."""
_ALIASES = ("Ilmarsk", "Jossery", "Kettlewood", "Lundquay", "Morrowby", "Nettlefurr")
_REAL_NAMES = ("Wanda Pickersgill", "Xaver Holm", "Yrsa Dahlgaard", "Zeno Abrith", "Agda Blomfeld", "Bruno Cattermole")
FORMS = (
    "{0} {1}",
    "{0} {1}'s",
    "{u0} {u1}",
    "{0}  {1}",
    "{1}, {0}",
    "{1}",
    "{0}",
    "{i}. {1}",
    "Dr. {0} {1}",
    "{0} M. {1}",
    "{1}'s",
    "the {1}s",
    "{0} {1}em",
    "{1}1985",
    "{a0}.{a1}@mail.example",
    "@{a0}{a1}77",
    "https://social.example/{a0}_{a1}/status/1",
)
"""How a name of two words is written: 0 is the first name, 1 the surname, u in capitals, a as in an address."""
_WHOLE = 4
"""So many of them are the whole name, which is all that is looked for where it is no person's."""
PROSE: frozenset[Treatment] = frozenset({"clean", "descriptor", "drop", "topic"})
"""What becomes of the fields that hold texts and not ids."""
INTERNAL = ("deception check", "harm")
_HIDING = ("background", "deep background", "off the record")
_UNSAID = "off the record"
_PERSONS = ("person", "official", "other")
_OTHER_KINDS = ("media", "organisation", *EXHIBIT_KINDS)


def make_case(choose: Chooser) -> ct.Casebook:
    """A wordy casebook of all that can hide somebody, with names in every form in its free texts."""
    book = make_casebook(choose, Limits(wordy=True, opinions=True, statements=6))
    book = changed_prose(book, replacer({source.id: "the ward" for source in book.sources}))
    book = _with_replacements(choose, book)
    for more in (_only_off_the_record, _relayed_twice, _same_persons, _internal_notes):
        if choose.of((False, True)):
            book = more(choose, book)
    return _with_names(choose, book)


def make_other(choose: Chooser, book: ct.Casebook, *, keep_ids: bool = False) -> ct.Casebook:
    """The casebook with other secrets of each kind."""
    return other_fields(choose, other_identities(choose, other_secrets(choose, book), keep_ids=keep_ids))


def make_pair(choose: Chooser, *, keep_ids: bool = False) -> tuple[ct.Casebook, ct.Casebook]:
    """Two casebooks that differ only in what is confidential; labels under a key follow from ids, which can stay."""
    book = make_case(choose)
    return book, make_other(choose, book, keep_ids=keep_ids)


def other_identities(choose: Chooser, book: ct.Casebook, *, keep_ids: bool = False) -> ct.Casebook:
    """The casebook with other ids, names, aliases, notes, kinds and private fields of its hidden sources.

    Labels under a key follow from the ids, which are kept then.
    """
    hidden = hidden_ids(book)
    examined = {name for s in book.statements for name in s.exhibits}
    names = shuffle(choose, NEW_NAMES)
    words: dict[str, str] = {}
    ids: dict[str, str] = {}
    others: dict[str, dict[str, Any]] = {}
    for place, source in enumerate(book.sources):
        private = source.confidential
        if private is not None:
            words |= {private.name or "": _REAL_NAMES[place], private.contact or "": f"{place}@post.example"}
        if source.id not in hidden:
            continue
        new = choose.of((f"other-{place}", f"Zz.{place}", f"src-{place + 90}"))
        ids[source.id] = source.id if keep_ids else new
        words |= dict(zip(forms_of(source.name), forms_of(names[place]), strict=True))
        words |= dict.fromkeys(source.aliases, _ALIASES[place])
        kinds = _PERSONS if source.kind in _PERSONS else EXHIBIT_KINDS if source.id in examined else _OTHER_KINDS
        others[ids[source.id]] = {
            "kind": choose.of(kinds) if source.protected else source.kind,
            "note": choose.of((None, "A secret remark.")),
            "aliases": source.aliases or choose.of(((), (_ALIASES[place],))),
            "confidential": private or choose.of((None, ct.Confidential(name=_REAL_NAMES[place], place="Nowhere"))),
        }
    words.pop("", None)
    change = replacer(words)
    changed = changed_prose(renamed(book, lambda name: ids.get(name, name)), change)
    return attrs.evolve(
        changed,
        sources=tuple(
            attrs.evolve(changed_prose(attrs.evolve(source, **others[source.id]), change), name=change(source.name))
            if source.id in others
            else source
            for source in changed.sources
        ),
    )


def other_secrets(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """The casebook with more, fewer or other statements off the record, as far as these decide on nobody's name."""
    free = _free_to_whisper(book)
    said = [s for s in book.statements if s.terms == _UNSAID and free.issuperset((s.origin, *s.relays))]
    fates = {s.id: choose.of(("keeps", "goes", "turns")) for s in said}
    gone = {name for name, fate in fates.items() if fate == "goes"}
    claims = [claim.id for claim in book.claims]
    exhibits = exhibits_in(book.sources, [document.id for document in book.documents])

    def change(statement: ct.Statement) -> tuple[ct.Statement, ...]:
        if statement.id in gone:
            return ()
        if statement.standing.by in gone:
            statement = attrs.evolve(statement, standing=attrs.evolve(statement.standing, by=None))
        if fates.get(statement.id) != "turns":
            return (statement,)
        stance = choose.of(get_args(ct.model.Stance))
        new = {
            "claim": choose.of(claims),
            "stance": stance,
            "quote": "Whispered.",
            "via": (),
            "exhibits": (),
            "document": None,
        }
        return (attrs.evolve(statement, lineage="witnessed", **new),)

    found = restated(book, change)
    statements = list(found.statements)
    for place in range(choose.whole(0, 3) if free else 0):
        more = ct.Statement(
            id=f"secret-{place}",
            origin=choose.of(sorted(free)),
            claim=choose.of(claims),
            stance=choose.of(("asserts", "denies")),
            lineage="examined",
            exhibits=choose.of(((), *((one,) for one in exhibits))),
            terms=_UNSAID,
        )
        statements.insert(choose.whole(0, len(statements)), more)
    notes = tuple(note for note in found.notes if note.about not in gone)
    return attrs.evolve(found, statements=tuple(statements), notes=notes)


def other_fields(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """The casebook with other texts in every field that the table drops, and other notes that stay in the house."""
    changed = _with_other_dropped(book, choose.of(("", " And more.", " Nothing.")))
    mine = tuple(note for note in changed.notes if note.kind not in INTERNAL or choose.of((True, False)))
    more = ct.Note(kind=choose.of(INTERNAL), text="Whom would it hurt?")  # type: ignore[arg-type]
    return attrs.evolve(changed, notes=choose.of((mine, (more, *mine), (*mine, more))))


def hidden_ids(book: ct.Casebook) -> frozenset[str]:
    """The sources whose names the public must not see: by the rule as it is written anew here, and by the library.

    Not among them are those whom only missing terms hide and whom the desk's own sentences name.
    """
    seen = redact(book)
    left = {name for one in seen.names_left for name in one.sources}
    return surely_hidden(book) | {source.id for source in seen.hidden if source.id not in left}


def surely_hidden(book: ct.Casebook) -> frozenset[str]:
    """Who is hidden beyond doubt, by the rule in SECURITY.md, written a second time.

    Protected sources; people who said or passed on anything on terms that hide, and who said nothing themselves for
    which they may be named; and who is the same person as one of these.
    """
    persons = {source.id for source in book.sources if source.kind in _PERSONS}
    met = {name for s in book.statements if s.terms in _HIDING for name in (s.origin, *s.relays)} & persons
    hidden = {source.id for source in book.sources if source.protected}
    hidden |= met - {s.origin for s in book.statements if s.terms not in _HIDING}
    same = [set(item.sources) for item in book.dependences if item.kind == "same person"]
    while grown := [group for group in same if group & hidden and not group <= hidden]:
        hidden.update(*grown)
    return frozenset(hidden)


def _free_to_whisper(book: ct.Casebook) -> set[str]:
    """The sources that are as hidden, or as open, whatever is off the record."""
    openly = restated(book, lambda s: () if s.terms == _UNSAID else (_unreplaced(s),))
    seen = redact(attrs.evolve(openly, notes=())).appearances
    named = {one.origin.source for one in seen.statements if one.origin.how == "named"}
    return set(seen.confidential) | named - hidden_ids(book)


def _unreplaced(statement: ct.Statement) -> ct.Statement:
    return attrs.evolve(statement, standing=attrs.evolve(statement.standing, by=None))


def forms_of(name: str) -> tuple[str, ...]:
    """A name of two words in every form that it may have in prose."""
    first, last = name.split(" ")
    cases = {"u0": first.upper(), "u1": last.upper(), "a0": typed(first), "a1": typed(last), "i": first[0]}
    return tuple(form.format(first, last, **cases) for form in FORMS)


def typed(word: str) -> str:
    """A word in the letters of an address."""
    plain = unicodedata.normalize("NFKD", word.lower().translate(str.maketrans({"ł": "l", "ß": "ss", "ø": "o"})))
    return "".join(letter for letter in plain if letter.isascii())


def changed_prose(value: Any, change: Callable[[str], str]) -> Any:
    """A record with every free text in it changed, those of the records in it included; ids stay as they are."""
    if not is_record(value) or isinstance(value, ct.PartialDate):
        return _changed(value, change)
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        rule, held = field.metadata.get("public"), held_in(value, field)
        if not field.init or rule is None or held is None or isinstance(held, ct.PartialDate):
            continue
        if rule.treatment == "records" or _are_records(held):
            changes[field.alias] = tuple(changed_prose(row, change) for row in held)
        elif rule.treatment in ("record", *PROSE):
            changes[field.alias] = changed_prose(held, change)
    return attrs.evolve(value, **changes)


def _are_records(held: Any) -> bool:
    return isinstance(held, tuple) and all(map(is_record, held))


def _changed(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    return tuple(change(item) for item in value) if isinstance(value, tuple) else value


def held_in(record: Any, field: Any) -> Any:
    """What a record holds in a field; private fields are opened."""
    held = getattr(record, field.name)
    return held.opened() if hasattr(held, "opened") else held


def replacer(words: Mapping[str, str]) -> Callable[[str], str]:
    """A function that replaces whole words, in one pass, the longest first."""
    if not words:
        return lambda text: text
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return lambda text: pattern.sub(lambda match: words[match[0]], text)


def _with_other_dropped(value: Any, more: str) -> Any:
    """A record with more in each text of it that the table drops, and in those of the records in it."""
    changes: dict[str, Any] = {}
    for field in attrs.fields(type(value)):
        held = held_in(value, field)
        if not field.init or held is None or field.metadata.get("public") is None:
            continue
        rule = public_rule(field)
        if rule.treatment == "records" or _are_records(held):
            changes[field.alias] = tuple(_with_other_dropped(row, more) for row in held)
        elif rule.treatment == "record" or isinstance(held, ct.TextFile):
            changes[field.alias] = _with_other_dropped(held, more)
        elif rule.treatment == "drop" and isinstance(held, str):
            changes[field.alias] = held + more
    return attrs.evolve(value, **changes)


def _with_replacements(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """Statements may be replaced by others, some of these off the record."""
    names = [None, *(s.id for s in book.statements)]
    return restated(
        book,
        lambda s: [
            attrs.evolve(s, standing=attrs.evolve(s.standing, by=choose.of(names), because="See what was said."))
        ],
    )


def _only_off_the_record(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """One source is heard only off the record, and once at least."""
    who = choose.of(book.sources).id
    book = restated(book, lambda s: [attrs.evolve(s, terms=_UNSAID) if s.origin == who else s])
    claim = choose.of(book.claims).id
    return book.with_records(ct.Statement(id="whisper", origin=who, claim=claim, stance="asserts", terms=_UNSAID))


def _relayed_twice(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """One source says the same openly and through a person who is met on background, so that the second is dropped."""
    if len(book.sources) == 1:
        return book
    origin, relay = shuffle(choose, book.sources)[:2]
    claim = choose.of(book.claims).id
    said = {"origin": origin.id, "claim": claim, "stance": "asserts"}
    return book.with_records(
        ct.Statement(id="openly", terms="on the record", **said),
        ct.Statement(id="relayed", terms="background", via=(relay.id,), **said),
    )


def _same_persons(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """Up to four sources are the same person, one by one."""
    chain = shuffle(choose, book.sources)[: choose.whole(2, 4)]
    links = (
        ct.Dependence(id=f"same-{place}", sources=(one.id, other.id), kind="same person")
        for place, (one, other) in enumerate(itertools.pairwise(chain))
    )
    return book.with_records(*links)


def _internal_notes(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """Some notes stay in the house."""
    about = choose.of((None, book.sources[0].id, book.claims[0].id))
    return book.with_records(ct.Note(kind=choose.of(INTERNAL), about=about, text=f"{book.sources[0].name} may lie."))


def _with_names(choose: Chooser, book: ct.Casebook) -> ct.Casebook:
    """Some free texts name a source once more, in any form."""
    every = [
        form
        for source in book.sources
        for form in forms_of(source.name)[: len(FORMS) if source.kind in _PERSONS else _WHOLE]
    ]
    wanted = dict(choose.some(0, 4, lambda _: (choose.whole(0, 20), choose.of(every))))
    places: Iterator[int] = iter(range(10_000))

    def change(text: str) -> str:
        more = wanted.get(next(places))
        return text if more is None else f"{text} {more}, as it was told."

    rows: dict[str, Iterable[Any]] = {
        name: tuple(changed_prose(row, change) for row in book.collection(name))
        for name in COLLECTIONS
        if name != "sources"
    }
    return attrs.evolve(book, **rows)
