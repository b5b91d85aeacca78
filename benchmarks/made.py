"""Casebooks of any size to measure with; the same size gives the same casebook."""

from claimtrack import Casebook, Claim, Draft, Link, Source, Statement

__all__ = ["made"]

_GRADES = ("A", "B", "C", "D", "E", None)
_LINEAGES = ("witnessed", "told", "unknown", "decided", "deduced")
_PER_CLAIM = 5
_PER_STORY = 8


def made(statements: int, *, links: bool = False) -> Casebook:
    """A casebook of so many statements, five on each claim, from a fifth as many sources through ten relays.

    With links, claims come in stories of eight: each supports or undermines the next, and the first the last.
    """
    draft = Draft(title="A casebook to measure with")
    sources = max(10, statements // 5)
    claims = max(1, statements // _PER_CLAIM)
    for number in range(10):
        draft.add(Source(id=f"relay-{number}", name=f"Relay {number}", kind="media", reliability="A"))
    for number in range(sources):
        draft.add(Source(id=f"source-{number}", name=f"Source number {number}", reliability=_GRADES[number % 6]))
    for number in range(claims):
        draft.add(Claim(id=f"claim-{number}", text=f"Thing number {number} happened."))
    for number in range(statements):
        draft.add(
            Statement(
                id=f"s-{number}",
                origin=f"source-{number * 7919 % sources}",
                claim=f"claim-{number // _PER_CLAIM}",
                stance="denies" if number % 9 == 0 else "asserts",
                lineage=_LINEAGES[number % 5],
                via=() if number % 3 else (f"relay-{number % 10}",),
                terms="on the record",
            )
        )
    for number in range(claims - 1 if links else 0):
        place = number % _PER_STORY
        if place < _PER_STORY - 1:
            sign = "undermines" if number % 5 == 0 else "supports"
            draft.add(Link(from_claim=f"claim-{number}", to_claim=f"claim-{number + 1}", sign=sign))
        elif number >= _PER_STORY:
            draft.add(Link(from_claim=f"claim-{number - place}", to_claim=f"claim-{number}", sign="supports"))
    return draft.casebook()
