"""Innocent casebooks: they hold no secret, so that publishing them may never be refused.

Their people and bodies have names that are words as well, or that stand in what every report prints; nobody wrote down
any terms, or all is on the record. Claims are about people, some of whom are sources too. In some, one person was met
without any terms, and is hidden by default. The same seed gives the same casebook.
"""

import claimtrack as ct
from claimtrack.testing.generate.source import Chooser, shuffle

PEOPLE = (
    "May Long",
    "Rose Field",
    "Will Grant",
    "Mark Page",
    "Grace Church",
    "April Rain",
    "Bill Price",
    "Frank Street",
    "Hope Banks",
    "Art Law",
    "Summer Hill",
    "Dean Small",
    "Sunny Day",
    "Chase Bond",
    "Faith Young",
    "Jack Frost",
    "Victor Score",
    "Claire Report",
)
"""People whose names are words too."""
BODIES = (
    "Grade B",
    "A source",
    "The Report",
    "The Independent",
    "The Times",
    "The Source",
    "The Board",
    "State Records",
    "The Ministry",
    "Source s0",
    "Public Works",
    "The Standard",
    "Level Limited",
    "Claim Insurance",
    "The Evidence Group",
    "Open Question",
)
"""Bodies and media with names that stand in many outputs."""
_ACTS = (
    "{0} signed the order.",
    "The letter names {0}.",
    "{0} was in town in May.",
    "It will rain in the long run, said the paper of {0}.",
    "A rose field lies behind the church.",
    "The grade of the road was a small matter for {0}.",
    "Mr. {1} and the board met on a sunny day.",
    "{1} paid the price.",
    "The grant will pay for the law school.",
)
_KINDS = ("organisation", "media", "record")
_TERMS = ("not agreed", "on the record")


def make_innocent(choose: Chooser) -> ct.Casebook:
    """A casebook without a secret.

    People said what they said in a document with an address, some of them to a named paper; others stand in the claims
    alone. The source `met`, if there is one, spoke to the desk, and nobody wrote down on which terms.
    """
    people, bodies = shuffle(choose, PEOPLE), shuffle(choose, BODIES)
    spoken, spoken_of = people[: choose.whole(0, 3)], people[3 : choose.whole(4, 6)]
    papers = bodies[: choose.whole(1, 3)]
    others = bodies[3 : choose.whole(3, 5)]
    sources = [ct.Source(id=f"s{n}", name=name, kind="media", reliability="B") for n, name in enumerate(papers)]
    sources += [
        ct.Source(id=f"o{n}", name=name, kind=choose.of(_KINDS), reliability=choose.of(("A", "B", "C")))
        for n, name in enumerate(others)
    ]
    sources += [
        ct.Source(id=f"p{n}", name=name, kind=choose.of(("person", "official"))) for n, name in enumerate(spoken)
    ]
    names = (*spoken_of, *spoken)
    claims = [ct.Claim(id=f"c{n}", text=_about(choose, choose.of(names))) for n in range(choose.whole(1, 4))]
    documents = [
        ct.Document(id=f"d{n}", title=f"{papers[n]} on {choose.of(names)}", url=f"https://paper.example/{n}")
        for n in range(len(papers))
    ]
    said = [_said(choose, number, choose.of(sources), claims, len(papers)) for number in range(choose.whole(1, 6))]
    if choose.of((False, True)):
        name = choose.of((*people[6:], *bodies[5:]))
        sources.append(ct.Source(id="met", name=name))
        said.append(ct.Statement(id="told", origin="met", claim="c0", stance="asserts", lineage="witnessed"))
        names = (*names, name) if name in PEOPLE else names
        claims.append(ct.Claim(id="last", text=_about(choose, choose.of(names))))
        said.append(ct.Statement(id="also", origin="met", claim="last", stance="denies"))
    notes = [ct.Note(kind="gap", about="c0", text=_about(choose, choose.of(names))) for _ in range(choose.whole(0, 2))]
    return ct.Casebook(
        title=choose.of(("", f"What {names[0]} knew", "The grade of the road")),
        sources=tuple(sources),
        claims=tuple(claims),
        documents=tuple(documents),
        statements=tuple(said),
        notes=tuple(notes),
    )


def _said(choose: Chooser, number: int, source: ct.Source, claims: list[ct.Claim], papers: int) -> ct.Statement:
    """A statement; a person without terms is quoted in a paper, or stands in a document with an address."""
    paper = choose.whole(0, papers - 1)
    by_paper = source.kind in ("person", "official") and choose.of((True, False))
    is_person = source.kind in ("person", "official")
    return ct.Statement(
        id=f"t{number}",
        origin=source.id,
        claim=choose.of(claims).id,
        stance=choose.of(("asserts", "denies")),
        via=(f"s{paper}",) if by_paper else (),
        document=f"d{paper}" if is_person or choose.of((True, False)) else None,
        quote=choose.of((None, "We will not grant it, in the long run.", "That is a small price.")),
        terms=choose.of(_TERMS),
    )


def _about(choose: Chooser, name: str) -> str:
    return choose.of(_ACTS).format(name, name.rsplit(" ", maxsplit=1)[-1])
