"""Adding: a file with records that go with a casebook."""

import re
from collections.abc import Iterator, Mapping

from claimtrack._records import evolve
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import DuplicateId, Problem, UnknownKey
from claimtrack.io.casebooks import plain, with_line
from claimtrack.io.converter import converter
from claimtrack.io.problems import problems_of
from claimtrack.io.toml import lines_of, load_toml
from claimtrack.model.casebook import COLLECTIONS, Casebook, Record

_ROW = re.compile(r"(?P<collection>\w+)\[(?P<position>\d+)\]", re.ASCII)


def load_more(casebook: Casebook, text: str) -> tuple[Record, ...]:
    r"""The records of a TOML text that goes on where a casebook ends.

    What has no id gets the place that it has after the casebook's own records.

    Raises:
        InvalidCasebook: the text has problems, alone or with the casebook; all of them are listed, with their lines.

    Cost: linear in both.

    Example:
        >>> load_more(Casebook(), '[[claims]]\nid = "fell"\ntext = "The bridge fell."')[0].id
        'fell'
    """
    try:
        more = load_toml(text)
    except Problem as problem:
        raise InvalidCasebook(problems=(problem,)) from None
    lines = lines_of(text)
    strange = [
        with_line(UnknownKey(place=key, near=nearest(key, COLLECTIONS)), lines)
        for key in more
        if key not in COLLECTIONS
    ]
    if strange:
        raise InvalidCasebook(problems=tuple(strange))
    base = plain(casebook)
    start = {collection: len(base.get(collection, [])) for collection in COLLECTIONS}
    whole = {
        **base,
        **{
            collection: [*base.get(collection, []), *rows] if isinstance(rows, list) else rows
            for collection, rows in more.items()
        },
    }
    try:
        book = converter().structure(whole, Casebook)
    except Exception:
        problems = problems_of(whole)
        if not problems:
            raise
        raise InvalidCasebook(problems=tuple(_here(problem, start, lines) for problem in problems)) from None
    return tuple(_new(book, start))


def _new(book: Casebook, start: Mapping[str, int]) -> Iterator[Record]:
    for collection in COLLECTIONS:
        yield from book.collection(collection)[start[collection] :]


def _here(problem: Problem, start: Mapping[str, int], lines: Mapping[str, int]) -> Problem:
    """A problem with its place in the text alone, and its line."""
    place = _ROW.sub(lambda row: _moved(row, start) or row[0], problem.place, count=1)
    if isinstance(problem, DuplicateId):
        row = _ROW.match(problem.first)
        problem = evolve(problem, first=(_moved(row, start) if row else None) or "the casebook")
    return with_line(evolve(problem, place=place), lines)


def _moved(row: "re.Match[str]", start: Mapping[str, int]) -> str | None:
    """A place counted from where the text begins; None where it is in the casebook."""
    position = int(row["position"]) - start.get(row["collection"], 0)
    return f"{row['collection']}[{position}]" if position >= 0 else None
