"""Random valid casebooks for the laws, and small helpers that change one thing in a casebook.

Everything shrinks to the dullest legal value: few records, no relay, grade B, neutral, unknown lineage.
"""

from collections.abc import Callable, Iterable
from typing import Any

import attrs
from hypothesis import strategies as st

import claimtrack as ct

GRADES = ("B", "A", "C", "D", "E", "F", None)
"""Every grade and none, the dullest first."""
NUMBERED = ("E", "D", "C", "B", "A")
"""The grades that stand for a number, the worst first."""
FIRST_HAND = ("witnessed", "took part", "decided", "recorded")
SECOND_HAND = ("unknown", "told", "deduced")
TOPICS = (None, "border", "health")
DATES = (None, *map(ct.PartialDate, ("2021", "2021-03~", "2021-03-30", "2021-01/2021-03")))
SHELVES = (
    "sources",
    "questions",
    "claims",
    "statements",
    "links",
    "dependences",
    "established",
    "documents",
    "notes",
)

grades = st.sampled_from(GRADES)
numbered_grades = st.sampled_from(NUMBERED[::-1])
lineages = st.sampled_from((*SECOND_HAND, *FIRST_HAND))
stances = st.sampled_from(("asserts", "denies"))
propensities = st.sampled_from(("neutral", "serves", "against")) | st.floats(0.05, 1.0)
certainties = st.just(1.0) | st.floats(0.05, 1.0)
lone_priors = st.none() | st.integers(1, 19).map(lambda twentieths: twentieths / 20)
terms = st.sampled_from(("on the record", "not agreed", "background", "deep background", "off the record"))

_NAMES = (
    "Ada Quill",
    "Boran Vash",
    "Cedric Oxley",
    "Dunja Pereth",
    "Emeric Stroud",
    "Fenna Iglu",
    "Goran Wick",
    "Hesper Lund",
)


@st.composite
def casebooks(
    draw: Any,
    *,
    sources: int = 5,
    claims: int = 4,
    statements: int = 8,
    questions: bool = True,
    opinions: bool = True,
    policy: bool = True,
    dependences: bool = True,
    links: int = 5,
    wordy: bool = False,
    kinds_of_propensity: st.SearchStrategy[Any] = propensities,
) -> ct.Casebook:
    """Draw a casebook.

    Args:
        draw: Hypothesis draws with it.
        sources: at most so many sources; at least one.
        claims: at most so many claims; at least one.
        statements: at most so many statements.
        questions: whether some claims are rivals.
        opinions: whether some lone claims are opinions.
        policy: whether the policy varies.
        dependences: whether some sources depend on each other.
        links: at most so many links between claims, rings, self-links and links between rivals among them.
        wordy: whether it has what moves no score: documents, notes, free text, dates, terms, protected sources.
        kinds_of_propensity: from which propensities are drawn.
    """
    source_ids = [f"src-{place}" for place in range(draw(st.integers(1, sources)))]
    claim_ids = [f"clm-{place}" for place in range(draw(st.integers(1, claims)))]
    document_ids = [f"doc-{place}" for place in range(draw(st.integers(0, 2)))] if wordy else []
    words = _texts(source_ids) if wordy else st.just("Words.")
    made_sources = [draw(_source(name, place, words=words, wordy=wordy)) for place, name in enumerate(source_ids)]
    made_questions, priors = draw(_questions(claim_ids, words)) if questions else ((), {})
    made_claims = [draw(_claim(name, priors, words=words, opinions=opinions, wordy=wordy)) for name in claim_ids]
    made_statements = [
        draw(
            _statement(
                f"stm-{place}",
                source_ids,
                claim_ids,
                document_ids,
                kinds_of_propensity=kinds_of_propensity,
                words=words,
                wordy=wordy,
            )
        )
        for place in range(draw(st.integers(0, statements)))
    ]
    made_dependences: list[ct.Dependence] = []
    if dependences and len(source_ids) > 1:
        made_dependences = draw(_dependences(source_ids, words))
    return ct.Casebook(
        title=draw(words),
        policy=draw(policies) if policy else ct.Policy(),
        sources=tuple(made_sources),
        questions=tuple(made_questions),
        claims=tuple(made_claims),
        statements=tuple(made_statements),
        dependences=tuple(made_dependences),
        established=tuple(draw(st.lists(_established(source_ids, claim_ids, words), max_size=2))),
        documents=tuple(draw(_document(name, words)) for name in document_ids),
        links=tuple(draw(_links(claim_ids, words, links))) if links else (),
        notes=tuple(draw(_notes([*source_ids, *claim_ids, *document_ids], words))) if wordy else (),
    )


policies = st.builds(
    ct.Policy,
    independence=st.sampled_from(("established", "established", "established", "assumed")),
    ungraded=st.sampled_from((0.2, 0.0, 0.6, 0.35)),
)


def _texts(source_ids: list[str]) -> st.SearchStrategy[str]:
    """Free text, some of which names a source by its name, alias, real name or id."""
    mentions = [
        form.format(name=_NAMES[place], id=source, place=place)
        for place, source in enumerate(source_ids)
        for form in ("{name}", "Alias{place}zed", "Realname{place} Hidd", "{id}", "{name}'s sister")
    ]
    pieces = st.sampled_from(("It is said.", "the bridge", "A nurse saw it:", *mentions))
    return st.lists(pieces, min_size=1, max_size=3).map(" ".join)


@st.composite
def _source(draw: Any, name: str, place: int, *, words: st.SearchStrategy[str], wordy: bool) -> ct.Source:
    topics = {}
    for topic in TOPICS[1:]:
        grade = draw(st.sampled_from((None, None, None, *GRADES[:-1])))
        if grade is not None:
            topics[topic] = grade
    source = ct.Source(id=name, name=_NAMES[place], reliability=draw(grades), topics=topics)
    if not wordy:
        return source
    real = ct.Confidential(name=f"Realname{place} Hidd", contact=f"{place}@mail.example", place="Hyesan", note="?")
    return attrs.evolve(
        source,
        kind=draw(st.sampled_from(("person", "official", "media", "record"))),
        protected=draw(st.booleans()),
        descriptor=draw(st.sampled_from((None, "a nurse", f"a neighbour of {_NAMES[0]}"))),
        aliases=draw(st.sampled_from(((), (f"Alias{place}zed",)))),
        note=draw(st.none() | words),
        confidential=draw(st.sampled_from((None, real))),
    )


@st.composite
def _questions(
    draw: Any, claim_ids: list[str], words: st.SearchStrategy[str]
) -> tuple[list[ct.Question], dict[str, float | None]]:
    """Questions over some of the claims, and priors for these that go together."""
    left, made, priors = list(claim_ids), [], {}
    while left and draw(st.booleans()):
        rivals = tuple(left.pop(0) for _ in range(draw(st.integers(1, min(3, len(left))))))
        exhaustive = len(rivals) > 1 and draw(st.booleans())
        shares = [draw(st.integers(1, 9)) for _ in rivals]
        rest = 0 if exhaustive else draw(st.integers(1 if len(rivals) == 1 else 0, 5))
        stated = draw(st.sampled_from(("none", "some", "all")))
        for rank, (claim, share) in enumerate(zip(rivals, shares, strict=True)):
            open_one = stated == "none" or (stated == "some" and rank == 0)
            priors[claim] = None if open_one else share / (sum(shares) + rest)
        made.append(ct.Question(id=f"que-{len(made)}", text=draw(words), claims=rivals, exhaustive=exhaustive))
    return made, priors


@st.composite
def _claim(
    draw: Any,
    name: str,
    priors: dict[str, float | None],
    *,
    words: st.SearchStrategy[str],
    opinions: bool,
    wordy: bool,
) -> ct.Claim:
    rival = name in priors
    kinds = ("fact", "prediction") if rival or not opinions else ("fact", "prediction", "fact", "opinion")
    return ct.Claim(
        id=name,
        text=draw(words),
        kind=draw(st.sampled_from(kinds)),
        prior=priors[name] if rival else draw(lone_priors),
        topic=draw(st.sampled_from(TOPICS)),
        note=draw(st.none() | words) if wordy else None,
    )


@st.composite
def _statement(
    draw: Any,
    name: str,
    source_ids: list[str],
    claim_ids: list[str],
    document_ids: list[str],
    *,
    kinds_of_propensity: st.SearchStrategy[Any],
    words: st.SearchStrategy[str],
    wordy: bool,
) -> ct.Statement:
    origin = draw(st.sampled_from(source_ids))
    via = draw(st.lists(st.sampled_from(source_ids), max_size=3, unique=True))
    statement = ct.Statement(
        id=name,
        origin=origin,
        claim=draw(st.sampled_from(claim_ids)),
        stance=draw(stances),
        via=tuple(relay for relay in via if relay != origin),
        lineage=draw(lineages),
        propensity=draw(kinds_of_propensity),
        certainty=draw(certainties),
        reliability=draw(st.sampled_from((None, None, None, *GRADES[:-1]))),
        standing=ct.Standing(is_=draw(st.sampled_from(("stands", "stands", "stands", "corrected", "retracted")))),
    )
    if not wordy:
        return statement
    return attrs.evolve(
        statement,
        terms=draw(terms),
        document=draw(st.sampled_from((None, *document_ids))),
        quote=draw(st.none() | words),
        hedge=draw(st.sampled_from((None, "reportedly"))),
        credibility=draw(st.none() | st.integers(1, 6)),
        observed=draw(st.sampled_from(DATES[:2])),
        accessed=draw(st.sampled_from((None, ct.PartialDate("2022-01-05")))),
    )


def _dependences(source_ids: list[str], words: st.SearchStrategy[str]) -> st.SearchStrategy[list[ct.Dependence]]:
    members = st.lists(st.sampled_from(source_ids), min_size=2, max_size=3, unique=True).map(tuple)
    one = st.builds(
        ct.Dependence,
        id=st.none(),
        sources=members,
        kind=st.sampled_from(("same owner", "copies", "told by")),
        strength=st.sampled_from((1.0, 0.0, 0.5)) | st.floats(0.0, 1.0),
        because=st.none() | words,
    )
    return st.lists(one, max_size=2)


def _established(
    source_ids: list[str], claim_ids: list[str], words: st.SearchStrategy[str]
) -> st.SearchStrategy[ct.Established]:
    return st.builds(
        ct.Established,
        source=st.sampled_from(source_ids),
        because=words,
        claim=st.none() | st.sampled_from(claim_ids),
    )


def _document(name: str, words: st.SearchStrategy[str]) -> st.SearchStrategy[ct.Document]:
    return st.builds(
        ct.Document,
        id=st.just(name),
        title=words,
        publisher=st.none() | words,
        url=st.sampled_from((None, "https://news.example/1")),
        text=st.none() | words,
    )


def _links(claim_ids: list[str], words: st.SearchStrategy[str], most: int) -> st.SearchStrategy[list[ct.Link]]:
    one = st.builds(
        ct.Link,
        id=st.none(),
        from_claim=st.sampled_from(claim_ids),
        to_claim=st.sampled_from(claim_ids),
        sign=st.sampled_from(("supports", "undermines")),
        strength=st.sampled_from(("weak", "moderate", "strong", 0.0)) | st.floats(0.0, 0.99),
        because=st.none() | words,
    )
    return st.lists(one, max_size=most)


def _notes(known: list[str], words: st.SearchStrategy[str]) -> st.SearchStrategy[list[ct.Note]]:
    one = st.builds(
        ct.Note,
        kind=st.sampled_from(("assumption", "gap", "search made", "dissent")),
        about=st.none() | st.sampled_from(known),
        text=words,
        by=st.none() | words,
    )
    return st.lists(one, max_size=3)


def scored(book: ct.Casebook) -> list[str]:
    """The ids of the claims that have a score: all but opinions."""
    return [claim.id for claim in book.claims if claim.kind != "opinion"]


@st.composite
def books_with_claim(draw: Any, **kinds: Any) -> tuple[ct.Casebook, str]:
    """A casebook and one of its claims that has a score."""
    book = draw(casebooks(opinions=False, **kinds))
    return book, draw(st.sampled_from(scored(book)))


_plain = {"kinds_of_propensity": propensities, "words": st.just(""), "wordy": False}


@st.composite
def books_with_statement(draw: Any, **kinds: Any) -> tuple[ct.Casebook, ct.Statement]:
    """A casebook and one of its statements, which stands."""
    book = draw(casebooks(opinions=False, **kinds))
    claim = draw(st.sampled_from(scored(book)))
    statement = draw(_statement("stm-x", [s.id for s in book.sources], [claim], [], **_plain))
    statement = attrs.evolve(statement, standing=ct.Standing())
    return added(book, statement), statement


@st.composite
def shuffles(draw: Any, book: ct.Casebook) -> ct.Casebook:
    """The same casebook with every collection in another order."""
    shelves = {name: tuple(draw(st.permutations(getattr(book, name)))) for name in SHELVES}
    shelves["questions"] = tuple(
        attrs.evolve(q, claims=tuple(draw(st.permutations(q.claims)))) for q in shelves["questions"]
    )
    shelves["dependences"] = tuple(
        attrs.evolve(d, sources=tuple(draw(st.permutations(d.sources)))) for d in shelves["dependences"]
    )
    return attrs.evolve(book, **shelves)


def witness(
    name: str,
    claim: str,
    *,
    grade: str | None = "B",
    lineage: str = "witnessed",
    stance: str = "asserts",
    **fields: Any,
) -> tuple[ct.Source, ct.Statement]:
    """A new source and its statement."""
    source = ct.Source(id=name, name=name.capitalize(), reliability=grade)
    statement = ct.Statement(id=f"said-by-{name}", origin=name, claim=claim, stance=stance, lineage=lineage, **fields)
    return source, statement


def added(book: ct.Casebook, *records: Any) -> ct.Casebook:
    """The casebook and some records more."""
    return book.with_records(*records)


def restated(book: ct.Casebook, change: Callable[[ct.Statement], Iterable[ct.Statement]]) -> ct.Casebook:
    """The casebook with every statement replaced by any number of others."""
    return attrs.evolve(book, statements=tuple(new for old in book.statements for new in change(old)))


def opposite(stance: str) -> str:
    """The other stance."""
    return "denies" if stance == "asserts" else "asserts"


def turned(statement: ct.Statement, **changes: Any) -> ct.Statement:
    """The statement with the other stance."""
    return attrs.evolve(statement, stance=opposite(statement.stance), **changes)


def negation_of(book: ct.Casebook, claim: str) -> str | None:
    """The claim's negation, where an exhaustive question has these two only."""
    family = ct.build(book).families[claim]
    return next(other for other in family.claims if other != claim) if family.is_negation else None


def bears(book: ct.Casebook, statement: ct.Statement, claim: str, stance: str) -> bool:
    """Whether a statement speaks on one side of a claim, if need be as one on its negation."""
    if statement.claim == claim:
        return statement.stance == stance
    return statement.claim == negation_of(book, claim) and statement.stance != stance


def renamed(book: ct.Casebook, new: Callable[[str], str]) -> ct.Casebook:
    """The casebook with every id replaced by another, everywhere, in the same order."""

    def maybe(name: str | None) -> str | None:
        return None if name is None else new(name)

    def every(names: Iterable[str]) -> tuple[str, ...]:
        return tuple(map(new, names))

    return attrs.evolve(
        book,
        sources=tuple(attrs.evolve(s, id=new(s.id)) for s in book.sources),
        questions=tuple(attrs.evolve(q, id=new(q.id), claims=every(q.claims)) for q in book.questions),
        claims=tuple(attrs.evolve(c, id=new(c.id)) for c in book.claims),
        statements=tuple(
            attrs.evolve(
                s,
                id=maybe(s.id),
                origin=new(s.origin),
                claim=new(s.claim),
                via=every(s.via),
                document=maybe(s.document),
                standing=attrs.evolve(s.standing, by=maybe(s.standing.by)),
            )
            for s in book.statements
        ),
        links=tuple(
            attrs.evolve(k, id=maybe(k.id), from_claim=new(k.from_claim), to_claim=new(k.to_claim)) for k in book.links
        ),
        dependences=tuple(attrs.evolve(d, id=maybe(d.id), sources=every(d.sources)) for d in book.dependences),
        established=tuple(attrs.evolve(e, source=new(e.source), claim=maybe(e.claim)) for e in book.established),
        documents=tuple(attrs.evolve(d, id=new(d.id)) for d in book.documents),
        notes=tuple(attrs.evolve(n, about=maybe(n.about)) for n in book.notes),
    )


def united(book: ct.Casebook, other: ct.Casebook) -> ct.Casebook:
    """Two casebooks that share nothing as one, under the first one's title and policy."""
    apart = renamed(other, lambda name: f"far-{name}")
    return attrs.evolve(book, **{name: (*getattr(book, name), *getattr(apart, name)) for name in SHELVES})
