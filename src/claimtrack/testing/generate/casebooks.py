"""Made-up casebooks and their records: everything that the records allow, the simplest first."""

from collections.abc import Callable, Sequence
from typing import TypeVar, get_args

from claimtrack._records import evolve, record
from claimtrack.dates import PartialDate
from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Claim, Link, Question, StrengthWord
from claimtrack.model.documents import Document
from claimtrack.model.notes import Note
from claimtrack.model.sources import EXHIBIT_KINDS, Confidential, Dependence, Established, Grade, Source
from claimtrack.model.statements import Lineage, PropensityWord, Relay, Stance, Standing, Statement, Terms
from claimtrack.testing.generate.source import Chooser, choose_some, shuffle

GRADES: tuple[Grade | None, ...] = ("B", "A", "C", "D", "E", "F", None)
"""Every grade and none, the simplest first."""
NUMBERED: tuple[Grade, ...] = ("E", "D", "C", "B", "A")
"""The grades that stand for a number, the worst first."""
FIRST_HAND: tuple[Lineage, ...] = ("witnessed", "took part", "decided", "recorded")
SECOND_HAND: tuple[Lineage, ...] = ("unknown", "told", "deduced")
_EXAMINED: tuple[Lineage, ...] = ("examined", "examined")

_TOPICS = (None, "border", "health")
_DATES = (None, *map(PartialDate, ("2021", "2021-03~", "2021-03-30", "2021-01/2021-03")))
_NAMES = ("Ada Quill", "Boran Vash", "Cedric Oxley", "Dunja Pereth", "Emeric Stroud", "Fenna Iglu", "Goran Wick")
_ALIASES = ("Brannick", "Costell", "Dovrey", "Ewartson", "Fallowby", "Gimmerd", "Hoxworth")
_REAL_NAMES = (
    "Orla Vantreight",
    "Petra Kuyper",
    "Rasmus Thorel",
    "Selma Wroth",
    "Tobias Zwick",
    "Ulla Maddern",
    "Viggo Lasker",
)

_T = TypeVar("_T")


@record
class Limits:
    """How large a made-up casebook may be, and what it may hold."""

    sources: int = 5
    """The most sources; there is at least one."""
    claims: int = 4
    """The most claims; there is at least one."""
    statements: int = 8
    """The most statements."""
    links: int = 5
    """The most links, which include rings, links from a claim to itself, and links between rivals."""
    relays: int = 3
    """The most relays in a chain."""
    exhibits: int = 3
    """The most exhibits of an examiner."""
    dependences: int = 2
    """The most dependences."""
    questions: bool = True
    """Whether some claims are rivals."""
    opinions: bool = False
    """Whether some lone claims are opinions."""
    policies: bool = True
    """Whether the policy varies."""
    wordy: bool = False
    """Whether it holds what moves no score: documents, notes, free text, dates, terms, protected sources."""


class Words:
    """Free text, some of which names a source by its name, alias, real name or id."""

    def __init__(self, choose: Chooser, source_ids: Sequence[str], *, wordy: bool) -> None:
        self._choose, self.wordy = choose, wordy
        self._pieces = ["It is said.", "the bridge", "A nurse saw it:"]
        for place, source in enumerate(source_ids):
            name, alias, real = (names[place % len(names)] for names in (_NAMES, _ALIASES, _REAL_NAMES))
            self._pieces += [name, alias, real, source, f"{name}'s sister"]

    def some(self) -> str:
        """A text that says something."""
        if not self.wordy:
            return "Words."
        return " ".join(self._choose.of(self._pieces) for _ in range(self._choose.whole(1, 3)))

    def maybe(self) -> str | None:
        """A text, or none."""
        return self.some() if self.wordy and self._choose.of((False, True)) else None


def make_source(choose: Chooser, name: str, place: int, words: Words) -> Source:
    """A source, with a name of its own."""
    topics = {topic: choose.of((None, None, None, *GRADES[:-1])) for topic in _TOPICS if topic}
    graded = {topic: grade for topic, grade in topics.items() if grade is not None}
    source = Source(
        id=name,
        name=_NAMES[place % len(_NAMES)],
        kind=choose.of(("person", "person", *EXHIBIT_KINDS)),
        reliability=choose.of(GRADES),
        topics=graded,
    )
    if not words.wordy:
        return source
    real_name = _REAL_NAMES[place % len(_REAL_NAMES)]
    real = Confidential(name=real_name, contact=f"box-{place}@mail.example", place="Hyesan", note="?")
    return evolve(
        source,
        kind=choose.of((source.kind, "official", "media")),
        protected=choose.of((False, True)),
        descriptor=choose.of((None, "a nurse", f"a neighbour of {_NAMES[0]}")),
        aliases=choose.of(((), (_ALIASES[place % len(_ALIASES)],))),
        note=words.maybe(),
        confidential=choose.of((None, real)),
    )


def make_claim(choose: Chooser, name: str, priors: dict[str, float | None], words: Words, *, opinions: bool) -> Claim:
    """A claim; its prior is given where it has rivals."""
    rival = name in priors
    kinds = ("fact", "prediction") if rival or not opinions else ("fact", "prediction", "fact", "opinion")
    alone = choose.of((None, None, *(twentieths / 20 for twentieths in range(1, 20))))
    return Claim(
        id=name,
        text=words.some(),
        kind=choose.of(kinds),  # type: ignore[arg-type]
        prior=priors[name] if rival else alone,
        topic=choose.of(_TOPICS),
        note=words.maybe(),
    )


def make_statement(
    choose: Chooser,
    name: str,
    sources: Sequence[str],
    claims: Sequence[str],
    *,
    limits: Limits | None = None,
    documents: Sequence[str] = (),
    exhibits: Sequence[str] = (),
    words: Words | None = None,
) -> Statement:
    """A statement by one of some sources on one of some claims."""
    limits = limits or Limits()
    origin = choose.of(sources)
    relays = choose_some(choose, [name for name in sources if name != origin], limits.relays)
    lineage = choose.of((*SECOND_HAND, *FIRST_HAND, *_EXAMINED))
    statement = Statement(
        id=name,
        origin=origin,
        claim=choose.of(claims),
        stance=choose.of(get_args(Stance)),
        lineage=lineage,
        exhibits=tuple(choose_some(choose, exhibits, limits.exhibits)) if lineage == "examined" else (),
        via=tuple(make_relay(choose, relay) for relay in relays),
        propensity=make_propensity(choose),
        certainty=choose.real(0.05, 1.0) if choose.of((False, True)) else 1.0,
        reliability=choose.of((None, None, None, *GRADES[:-1])),
        standing=Standing(is_=choose.of(("stands", "stands", "stands", "corrected", "retracted"))),
    )
    if words is None or not words.wordy:
        return statement
    return evolve(
        statement,
        terms=choose.of(("on the record", *get_args(Terms))),
        document=choose.of((None, *documents)),
        quote=words.maybe(),
        hedge=choose.of((None, "reportedly")),
        credibility=choose.of((None, 1, 2, 3, 4, 5, 6)),
        observed=choose.of(_DATES[:2]),
        accessed=choose.of((None, PartialDate("2022-01-05"))),
    )


def make_relay(choose: Chooser, source: str) -> Relay:
    """A relay, mostly a neutral one."""
    return Relay(source=source, propensity=make_propensity(choose) if choose.of((False, False, True)) else "neutral")


def make_propensity(choose: Chooser) -> PropensityWord | float:
    """A propensity: a word, or a number."""
    words: tuple[PropensityWord | None, ...] = ("neutral", "serves", "against", None)
    word = choose.of(words)
    return choose.real(0.05, 1.0) if word is None else word


def exhibits_in(sources: Sequence[Source], documents: Sequence[str]) -> tuple[str, ...]:
    """The ids of what can be examined: documents, and records and sensors."""
    return (*documents, *(source.id for source in sources if source.kind in EXHIBIT_KINDS))


def make_link(choose: Chooser, claim_ids: Sequence[str], words: Words) -> Link:
    """A link from one of some claims to one of them."""
    strengths: tuple[StrengthWord | None, ...] = ("weak", "moderate", "strong", None)
    strength = choose.of(strengths)
    return Link(
        from_claim=choose.of(claim_ids),
        to_claim=choose.of(claim_ids),
        sign=choose.of(("supports", "undermines")),
        strength=choose.real(0.0, 0.99) if strength is None else strength,
        because=words.maybe(),
    )


def make_dependence(choose: Chooser, source_ids: Sequence[str], words: Words) -> Dependence:
    """A dependence between two or three of at least two sources."""
    return Dependence(
        sources=shuffle(choose, source_ids)[: choose.whole(2, 3)],
        kind=choose.of(("same owner", "copies", "told by")),
        strength=choose.real(0.0, 1.0) if choose.of((False, True)) else choose.of((1.0, 0.0, 0.5)),
        because=words.maybe(),
    )


def make_established(choose: Chooser, source_ids: Sequence[str], claim_ids: Sequence[str], words: Words) -> Established:
    """A finding that one of some sources knows first-hand, on one of some claims or on all."""
    return Established(source=choose.of(source_ids), because=words.some(), claim=choose.of((None, *claim_ids)))


def make_document(choose: Chooser, name: str, words: Words) -> Document:
    """A document."""
    url = choose.of((None, "https://news.example/1"))
    return Document(id=name, title=words.some(), publisher=words.maybe(), url=url, text=words.maybe())


def make_note(choose: Chooser, known: Sequence[str], words: Words) -> Note:
    """A note about one of some records, or about the whole."""
    return Note(
        kind=choose.of(("assumption", "gap", "search made", "dissent")),
        about=choose.of((None, *known)),
        text=words.some(),
        by=words.maybe(),
    )


def make_casebook(choose: Chooser, limits: Limits | None = None) -> Casebook:
    """Any valid casebook within some limits.

    Example:
        >>> from claimtrack.testing import RandomChooser
        >>> len(make_casebook(RandomChooser(1), Limits(claims=1)).claims)
        1
    """
    limits = limits or Limits()
    source_ids = choose.some(1, limits.sources, lambda place: f"src-{place}")
    claim_ids = choose.some(1, limits.claims, lambda place: f"clm-{place}")
    document_ids = choose.some(0, 2, lambda place: f"doc-{place}") if limits.wordy or limits.exhibits else ()
    words = Words(choose, source_ids, wordy=limits.wordy)
    questions, priors = make_questions(choose, claim_ids, words) if limits.questions else ((), {})

    def every(names: Sequence[str], make: Callable[[int], _T]) -> tuple[_T, ...]:
        return choose.some(len(names), len(names), make)

    sources = every(source_ids, lambda place: make_source(choose, source_ids[place], place, words))
    claims = every(
        claim_ids, lambda place: make_claim(choose, claim_ids[place], priors, words, opinions=limits.opinions)
    )
    exhibits = exhibits_in(sources, document_ids)
    statements = choose.some(
        0,
        limits.statements,
        lambda place: make_statement(
            choose,
            f"stm-{place}",
            source_ids,
            claim_ids,
            limits=limits,
            documents=document_ids,
            exhibits=exhibits,
            words=words,
        ),
    )
    most_dependences = limits.dependences if len(source_ids) > 1 else 0
    return Casebook(
        title=words.some(),
        policy=make_policy(choose) if limits.policies else Policy(),
        sources=sources,
        questions=questions,
        claims=claims,
        statements=statements,
        links=choose.some(0, limits.links, lambda _: make_link(choose, claim_ids, words)),
        dependences=choose.some(0, most_dependences, lambda _: make_dependence(choose, source_ids, words)),
        established=choose.some(0, 2, lambda _: make_established(choose, source_ids, claim_ids, words)),
        documents=every(document_ids, lambda place: make_document(choose, document_ids[place], words)),
        notes=choose.some(0, 3, lambda _: make_note(choose, (*source_ids, *claim_ids, *document_ids), words))
        if limits.wordy
        else (),
    )


def make_policy(choose: Chooser) -> Policy:
    """A policy."""
    return Policy(
        independence=choose.of(("established", "established", "established", "assumed")),
        ungraded=choose.of((0.2, 0.0, 0.6, 0.35)),
    )


def make_questions(
    choose: Chooser, claim_ids: Sequence[str], words: Words, *, fewest: int = 0
) -> tuple[tuple[Question, ...], dict[str, float | None]]:
    """Questions over some of the claims, and priors for these that go together."""
    left = list(claim_ids)
    priors: dict[str, float | None] = {}

    def make(place: int) -> Question | None:
        if not left:
            return None
        rivals = tuple(left.pop(0) for _ in range(choose.whole(1, min(3, len(left)))))
        exhaustive = len(rivals) > 1 and choose.of((False, True))
        shares = [choose.whole(1, 9) for _ in rivals]
        rest = 0 if exhaustive else choose.whole(1 if len(rivals) == 1 else 0, 5)
        stated = choose.of(("none", "some", "all"))
        for rank, (claim, share) in enumerate(zip(rivals, shares, strict=True)):
            is_open = stated == "none" or (stated == "some" and rank == 0)
            priors[claim] = None if is_open else share / (sum(shares) + rest)
        return Question(id=f"que-{place}", text=words.some(), claims=rivals, exhaustive=exhaustive)

    made = choose.some(fewest, 2, make)
    return tuple(question for question in made if question is not None), priors
