"""Selection: which records the public sees at all, and for each what decides how much of it.

- Statements off the record are gone, and with them every source, document and lone claim of which nothing public
  speaks.
- A dependence through a source that is gone is kept between those that are left.
- Notes about hidden sources are gone, and so are deception checks, notes on who is harmed, and waivers.

How much is left of what is selected stands at the fields of the records; `redact` reads it there.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack._public_fields import Condition
from claimtrack._records import record
from claimtrack.model.casebook import Casebook, Policy, Record
from claimtrack.model.claims import Claim, Question
from claimtrack.model.documents import Document
from claimtrack.model.notes import INTERNAL_NOTES
from claimtrack.model.sources import Dependence, Source
from claimtrack.model.statements import Standing
from claimtrack.network.groups import join_overlapping
from claimtrack.privacy.attribution import PERSONS, Appearance, Appearances, PublicStatement
from claimtrack.privacy.exhibits import PublicExhibits
from claimtrack.privacy.labels import NameLabels, names_in_casebook
from claimtrack.text.name_index import HiddenName
from claimtrack.text.name_matcher import NameMatcher
from claimtrack.text.names import mentioning

Clean = Callable[[str], str]
"""Puts labels in the place of names in a free text."""
Ids = Mapping[str, str | None]
"""The public id of each record, by its own; None for a statement or document that is not public."""

_WORD = re.compile(r"[^\W_]+")


@record
class Selected:
    """A record that the public sees, and what decides how much of it."""

    record: Record | Casebook | Policy | Standing
    """The record, as it stands in the whole casebook."""
    clean: Clean
    """Puts labels in the place of names in its texts."""
    ids: Mapping[str, Ids]
    """The public ids of what it refers to, by collection."""
    holds: frozenset[Condition] = frozenset({"always"})
    """The conditions that hold for it; by default none that asks who is behind it."""
    label: str = ""
    """For a hidden source: its label."""
    terms: str = ""
    """For a statement: its terms."""
    unshown: tuple[str, ...] = ()
    """For a statement: the exhibits that count and are not shown."""
    place: int = 0
    """Its place in the whole casebook."""
    inside: Mapping[str, "Sequence[Selected]"] = attrs.field(factory=dict)
    """For the casebook: its public records, by collection."""


class NameLeft(NamedTuple):
    """A claim or question that names hidden sources all the same."""

    record: Claim | Question
    """The claim or question."""
    sources: frozenset[str]
    """The ids of the sources."""


def names_left(book: Casebook, seen: Appearances, labels: NameLabels, matcher: NameMatcher) -> tuple[NameLeft, ...]:
    """The claims and questions that name hidden sources all the same. Cost: linear in the casebook."""
    if not labels.about:
        return ()
    texts = ClaimTexts(seen, labels, matcher)
    rows: tuple[Claim | Question, ...] = (*book.claims, *book.questions)
    found = ((one, texts.left_in(_text_of(one), *_claims_in(one))) for one in rows)
    return tuple(NameLeft(one, left) for one, left in found if left)


def _text_of(one: Claim | Question) -> str:
    return one.text if isinstance(one, Question) else f"{one.text}\n\n{one.place or ''}"


def select(book: Casebook, seen: Appearances, labels: NameLabels, matcher: NameMatcher) -> Selected:
    """The casebook as a selection, with the records in it that are public. Cost: linear in the casebook."""
    return _Selection(book, seen, labels, matcher).selected()


class ClaimTexts:
    """The names that give way in claims and questions, which are the desk's own sentences.

    A person whom only missing terms hide, and who does not assert a claim, is named in it: it says something of them,
    and not that they told us. Whom the desk met in confidence no claim names.
    """

    def __init__(self, seen: Appearances, labels: NameLabels, matcher: NameMatcher) -> None:
        self.matcher, self.labels = matcher, labels
        self.people = [one for one in labels.hidden if one.source in labels.about]
        self.mentioned = matcher.alike(self.people, labels.shown).mentioned
        self.cleaning: dict[frozenset[str], Clean] = {frozenset(labels.about): matcher.replace}
        self.asserters: dict[str, set[str]] = {}
        for one in seen.statements:
            if one.statement.stance == "asserts":
                self.asserters.setdefault(one.statement.claim, set()).update(who.source for who in one.behind)

    def clean_of(self, *claims: str) -> Clean:
        """How a text is cleaned that is one of some claims, or of the question on them."""
        return lambda text: self.without(self.named_in(text) - self.left_in(text, *claims))(text)

    def named_in(self, text: str) -> frozenset[str]:
        """The sources named in a text that claims may say something of."""
        return frozenset(self.people[who].source for who in self.mentioned(text)) if self.people else frozenset()

    def left_in(self, text: str, *claims: str) -> frozenset[str]:
        """Those of them whose names stay there, since they assert none of the claims."""
        asserters = {source for claim in claims for source in self.asserters.get(claim, ())}
        return self.named_in(text) - asserters

    def without(self, telling: frozenset[str]) -> Clean:
        """How a text is cleaned of all whom the desk met in confidence, and of some others."""
        if not self.people:
            return self.matcher.replace
        if telling not in self.cleaning:
            kept = self.labels.about - telling
            hidden = [one for one in self.labels.hidden if one.source not in kept]
            names = [name for one in self.people if one.source in kept for name in one.names]
            self.cleaning[telling] = self.matcher.alike(hidden, (*self.labels.shown, *names)).replace
        return self.cleaning[telling]


class _Selection:
    """What decides on all records: who is behind what, what names nobody, and public ids."""

    def __init__(self, book: Casebook, seen: Appearances, labels: NameLabels, matcher: NameMatcher) -> None:
        self.book, self.seen = book, seen
        self.strict: Clean = matcher.replace
        self.clean: Clean = self.strict
        self.holds_an_id = mentioning(labels.ids)
        self.sources = {source.id: source for source in book.sources}
        self.matchers: dict[tuple[Appearance, ...], NameMatcher] = {}
        self.claim_texts = ClaimTexts(seen, labels, matcher)
        # Whom a claim names the other texts name too, or their label beside the name would tell whose it is.
        claims = _public_claims(book, {one.statement.claim for one in seen.statements})
        public = (one for one in names_left(book, seen, labels, matcher) if claims.issuperset(_claims_in(one.record)))
        if left := {who for one in public for who in one.sources}:
            self.clean = self.claim_texts.without(labels.about - left)
        self.ids: dict[str, Ids] = self._public_ids(claims)

    def _public_ids(self, claims: set[str]) -> dict[str, Ids]:
        """The public id of each record that has one, by collection."""
        book, seen = self.book, self.seen
        kept = [claim for claim in book.claims if claim.id in claims]
        documents = {one.statement.document for one in seen.statements if one.met.how == "named" and one.keeps_text}
        documents |= {
            name
            for one in seen.statements
            for name in one.statement.exhibits
            if one.is_open and name not in seen.examined
        }
        documents -= {one.statement.document for one in seen.statements if one.is_told_by_its_text}
        places = {one.statement.id: f"statements-{place}" for place, one in enumerate(seen.statements)}
        return {
            "sources": {source: seen.ids[Appearance(source, how)] for source, how in seen.main.items()},
            "questions": self._untelling((one.id for one in book.questions), "questions"),
            "claims": self._untelling((one.id for one in kept), "claims"),
            "topics": self._untelling(dict.fromkeys(one.topic for one in kept if one.topic is not None), "topic"),
            "documents": {
                **dict.fromkeys((one.id for one in book.documents), None),
                **self._untelling((one.id for one in book.documents if one.id in documents), "documents"),
            },
            "statements": {one.id or "": places.get(one.id) for one in book.statements},
        }

    def _untelling(self, ids: Iterable[str], kind: str) -> dict[str, str]:
        """Each id as it is, or its place where the id itself would name a hidden source."""
        every = list(ids)
        kept = {name for name in every if not self._tells(name)}
        taken, found = set(kept), {}
        for place, name in enumerate(every):
            found[name] = name if name in kept else f"{kind}-{place}"
            while name not in kept and found[name] in taken:
                found[name] += "-x"
            taken.add(found[name])
        return found

    def _tells(self, name: str) -> bool:
        """Whether an id holds the name or the id of a hidden source; small letters say nothing in it."""
        capitals = _WORD.sub(lambda word: word[0].capitalize(), name)
        ways = (name, capitals, f"@{name}")  # an id is written as a handle is
        return bool(self.holds_an_id(name)) or any(self.strict(text) != text for text in ways)

    def selected(self) -> Selected:
        dependences = tuple(self._dependences())
        inside = {
            "sources": self._sources(),
            "questions": self._with_public_id(self.book.questions, "questions"),
            "claims": self._with_public_id(self.book.claims, "claims"),
            "statements": self._statements(),
            "links": self._links(),
            "dependences": (one for one, is_shown in dependences if is_shown),
            "unshown": (one for one, is_shown in dependences if not is_shown),
            "established": self._established(),
            "documents": self._with_public_id(self.book.documents, "documents"),
            "notes": self._notes(),
        }
        kept = {name: tuple(rows) for name, rows in inside.items()}
        return Selected(record=self.book, clean=self.clean, ids=self.ids, inside=kept)

    def _with_public_id(self, records: Iterable[Question | Claim | Document], collection: str) -> Iterator[Selected]:
        for place, one in enumerate(records):
            if self.ids[collection].get(one.id) is not None:
                clean = self.clean if isinstance(one, Document) else self.claim_texts.clean_of(*_claims_in(one))
                yield Selected(record=one, clean=clean, ids=self.ids, place=place)

    def _holding(self, *behind: Appearance, said: PublicStatement | None = None) -> frozenset[Condition]:
        """The conditions that hold for a record, by the sources behind it, and for a statement by how it reached us."""
        ways = {who.how for who in behind}
        holds: set[Condition] = {"always"}
        if ways <= {"named"}:
            holds.add("named")
        if "deep" not in ways:
            holds.add("not deep")
        if not any(map(self.seen.is_apart, behind)):
            holds.add("not apart")
        if said is None or said.keeps_text:
            holds |= {"keeps text", "quotable"} if "deep" not in ways else {"keeps text"}
            if said is None or said.met.how == "named":
                holds.add("met by name")
        return frozenset(holds)

    def _clean_by(self, behind: Iterable[Appearance]) -> Clean:
        """How the texts of a record are cleaned that comes from some sources: what hidden ones say never names them."""
        return self.clean if all(who.how == "named" for who in behind) else self.strict

    def _sources(self) -> Iterator[Selected]:
        """The public sources by first appearance; one that appears under several attributions stands there as often."""
        places = {source.id: place for place, source in enumerate(self.book.sources)}
        topics = self._topics_spoken_of()
        for who, public in self.seen.ids.items():
            source, holds = self.book.sources[places[who.source]], self._holding(who)
            yield Selected(
                record=source,
                clean=self._clean_by((who,)),
                ids={**self.ids, "sources": {source.id: public}, "topics": topics[who]},
                holds=holds | {"described"} if self._is_described(source, holds) else holds,
                label=self.seen.labels.get(who, ""),
                place=places[who.source],
            )

    def _topics_spoken_of(self) -> dict[Appearance, dict[str, str | None]]:
        """The public topics of the claims that each source speaks of in public, or passes something on about."""
        topics = {claim.id: claim.topic for claim in self.book.claims}
        found: dict[Appearance, dict[str, str | None]] = {who: {} for who in self.seen.ids}
        for one in self.seen.statements:
            topic = topics[one.statement.claim]
            for who in one.behind:
                spoken_of = found[who]
                if topic is not None:
                    spoken_of[topic] = self.ids["topics"][topic]
        return found

    def _is_described(self, source: Source, holds: frozenset[Condition]) -> bool:
        """Whether a source stands with its descriptor; ids do not count as names in it, since they are often words."""
        descriptor = source.descriptor or ""
        names_nobody = self.strict(descriptor) == descriptor
        return "named" in holds or (holds >= {"not deep", "not apart"} and names_nobody)

    def _statements(self) -> Iterator[Selected]:
        places = {statement.id: place for place, statement in enumerate(self.book.statements)}
        exhibits = PublicExhibits(self.seen, self.sources, self.ids["documents"])
        for one in self.seen.statements:
            yield Selected(
                record=one.statement,
                clean=self._clean_beside(one),
                ids={
                    **self.ids,
                    "sources": {who.source: self.seen.ids[who] for who in one.behind},
                    "exhibits": exhibits.shown,
                },
                holds=self._holding(*one.behind, said=one),
                terms=one.terms,
                unshown=exhibits.unshown_of(one),
                place=places[one.statement.id],
            )

    def _clean_beside(self, one: PublicStatement) -> Clean:
        """As everywhere, and without the names of sources that stand by name elsewhere and under a label here."""
        apart = tuple(who for who in one.behind if self.seen.is_apart(who) and who in self.seen.labels)
        clean = self._clean_by(one.behind)
        if not apart:
            return clean
        if apart not in self.matchers:
            self.matchers[apart] = NameMatcher(map(self._hidden_name, apart))
        also = self.matchers[apart].replace
        return lambda text: also(clean(text))

    def _hidden_name(self, who: Appearance) -> HiddenName:
        source = self.sources[who.source]
        names, label = tuple(names_in_casebook(source)), self.seen.labels[who]
        return HiddenName(names=names, label=label, source=source.id, is_person=source.kind in PERSONS)

    def _links(self) -> Iterator[Selected]:
        """The links between public claims."""
        claims = self.ids["claims"]
        kept = (
            (place, k) for place, k in enumerate(self.book.links) if k.from_claim in claims and k.to_claim in claims
        )
        return (Selected(record=link, clean=self.clean, ids=self.ids, place=place) for place, link in kept)

    def _dependences(self) -> Iterator[tuple[Selected, bool]]:
        """Dependences between public sources, and whether each is shown; through a gone source they are drawn together.

        A dependence must not be lost with its go-between: that would invent independence. One that would tie a label to
        a name counts and is not shown.
        """
        main, broken = self.seen.main, []
        for place, dependence in enumerate((*self.book.dependences, *self.book.unshown)):
            if all(source in main for source in dependence.sources):
                behind = [Appearance(source, main[source]) for source in dependence.sources]
                clean, holds = self._clean_by(behind), self._holding(*behind)
                row = Selected(record=dependence, clean=clean, ids=self.ids, holds=holds, place=place)
                yield row, self._ties_no_label(dependence.sources)
            else:
                broken.append(dependence)
        for joined in join_overlapping(broken):
            members = dict.fromkeys(source for dependence in joined for source in dependence.sources)
            left = tuple(source for source in members if source in main)
            if len(left) > 1:
                strength = max(dependence.strength for dependence in joined)
                drawn = Dependence(sources=left, kind="shared interest", strength=strength)
                yield Selected(record=drawn, clean=self.clean, ids=self.ids), self._ties_no_label(left)

    def _ties_no_label(self, sources: Iterable[str]) -> bool:
        """Whether some sources are all named, or all under labels."""
        return len({self.seen.main[source] == "named" for source in sources}) == 1

    def _established(self) -> Iterator[Selected]:
        """What was established of sources, where they say something public under the same attribution."""
        main = self.seen.main
        spoken = {(one.origin, one.statement.claim) for one in self.seen.statements}
        for place, item in enumerate(self.book.established):
            if item.source in main:
                who = Appearance(item.source, main[item.source])
                if item.claim is None or (who, item.claim) in spoken:
                    clean, holds = self._clean_by((who,)), self._holding(who)
                    yield Selected(record=item, clean=clean, ids=self.ids, holds=holds, place=place)

    def _notes(self) -> Iterator[Selected]:
        """Notes about what is public; none about what a hidden source said, and none that are internal.

        Where a hidden source and another record have the same id, a note is taken to be about the source.
        """
        openly = {
            one.statement.id or "": self.ids["statements"][one.statement.id or ""]
            for one in self.seen.statements
            if all(who.how == "named" for who in one.behind)
        }
        documents = {name: public for name, public in self.ids["documents"].items() if public is not None}
        others = {**openly, **documents, **self.ids["claims"], **self.ids["questions"]}
        sources = {source.id for source in self.book.sources}
        about = {name: public for name, public in others.items() if name not in sources}
        about |= {source: source for source, how in self.seen.main.items() if how == "named"}
        for place, note in enumerate(self.book.notes):
            if note.kind not in INTERNAL_NOTES and (note.about is None or note.about in about):
                yield Selected(record=note, clean=self.clean, ids={"records": about}, place=place)


def _claims_in(one: Question | Claim) -> tuple[str, ...]:
    """The claims that a question is about, or the claim itself."""
    return one.claims if isinstance(one, Question) else (one.id,)


def _public_claims(book: Casebook, spoken_of: set[str]) -> set[str]:
    """The claims that are in a question, or that something public speaks of, directly or over links."""
    kept = spoken_of | {claim for question in book.questions for claim in question.claims}
    feeds: dict[str, list[str]] = {}
    for link in book.links:
        feeds.setdefault(link.from_claim, []).append(link.to_claim)
    waiting = list(kept)
    while waiting:
        for other in feeds.get(waiting.pop(), ()):
            if other not in kept:
                kept.add(other)
                waiting.append(other)
    return kept
