"""Made-up records and casebooks as Hypothesis strategies, which shrink to the simplest legal value.

`st.from_type` knows them as well, for every record: an entry point registers them where Hypothesis is imported.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from claimtrack.errors.failures import MissingExtra, UnknownName
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.documents import Document
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Statement
from claimtrack.testing.generate.casebooks import (
    Limits,
    Words,
    make_casebook,
    make_claim,
    make_dependence,
    make_document,
    make_established,
    make_link,
    make_note,
    make_questions,
    make_source,
    make_statement,
)
from claimtrack.testing.generate.edge_cases import SHAPES
from claimtrack.testing.generate.source import BaseChooser, Chooser

try:
    from hypothesis import strategies as st
except ModuleNotFoundError as missing:
    if missing.name != "hypothesis":
        raise
    raise MissingExtra(extra="testing", what="making up records with Hypothesis") from None


_T = TypeVar("_T")
_SOURCES = ("src-0", "src-1", "src-2")
_CLAIMS = ("clm-0", "clm-1", "clm-2")


class _HypothesisChooser(BaseChooser):
    """A chooser that lets Hypothesis choose, and shrink."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def whole(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def real(self, low: float, high: float) -> float:
        return self._draw(st.floats(low, high))


@st.composite
def strategy_from(draw: st.DrawFn, make: Callable[[Chooser], _T]) -> _T:
    """What a maker makes of the choices of Hypothesis."""
    return make(_HypothesisChooser(draw))


def casebooks(*, shape: str | None = None, **limits: Any) -> st.SearchStrategy[Casebook]:  # noqa: ANN401
    """Valid casebooks: any within some limits, or those of a shape by which methods are easily misled.

    Args:
        shape: a name in `SHAPES`, such as `"ring"` or `"one relay"`; None for any casebook.
        limits: the fields of `Limits`, such as `claims=2` or `wordy=True`; a shape has its own.

    Raises:
        UnknownName: there is no such shape.
        TypeError: there is no such limit.

    Example:
        >>> from hypothesis import find
        >>> len(find(casebooks(claims=3), lambda book: len(book.claims) > 1).claims)
        2
    """
    if shape is not None:
        if shape not in SHAPES:
            raise UnknownName(kind="shape", seen=shape, known=tuple(SHAPES))
        return strategy_from(SHAPES[shape])
    chosen = Limits(**limits)
    return strategy_from(lambda choose: make_casebook(choose, chosen))


def sources(*, wordy: bool = True) -> st.SearchStrategy[Source]:
    """Sources, with descriptors, aliases and confidential fields where they are wordy."""
    return strategy_from(lambda choose: make_source(choose, "src-0", choose.whole(0, 2), _words(choose, wordy=wordy)))


def claims(*, opinions: bool = True) -> st.SearchStrategy[Claim]:
    """Claims with and without a prior, opinions among them unless these are not wanted."""
    return strategy_from(lambda choose: make_claim(choose, "clm-0", {}, _words(choose), opinions=opinions))


def questions(*, claims: Sequence[str] = _CLAIMS) -> st.SearchStrategy[Question]:
    """Questions over one or more of some claims, by their ids."""

    def make(choose: Chooser) -> Question:
        made, _ = make_questions(choose, claims, _words(choose), fewest=1)
        return made[0]

    return strategy_from(make)


def statements(
    *, sources: Sequence[str] = _SOURCES, claims: Sequence[str] = _CLAIMS, wordy: bool = True
) -> st.SearchStrategy[Statement]:
    """Statements by one of some sources on one of some claims, by their ids."""
    return strategy_from(
        lambda choose: make_statement(choose, "stm-0", sources, claims, words=_words(choose, sources, wordy=wordy))
    )


def links(*, claims: Sequence[str] = _CLAIMS) -> st.SearchStrategy[Link]:
    """Links between some claims, by their ids; a claim may be linked to itself."""
    return strategy_from(lambda choose: make_link(choose, claims, _words(choose)))


def dependences(*, sources: Sequence[str] = _SOURCES) -> st.SearchStrategy[Dependence]:
    """Dependences between two or three of at least two sources, by their ids."""
    return strategy_from(lambda choose: make_dependence(choose, sources, _words(choose)))


def established(
    *, sources: Sequence[str] = _SOURCES, claims: Sequence[str] = _CLAIMS
) -> st.SearchStrategy[Established]:
    """Findings that one of some sources knows first-hand, on one of some claims or on all."""
    return strategy_from(lambda choose: make_established(choose, sources, claims, _words(choose)))


def documents() -> st.SearchStrategy[Document]:
    """Documents, with their text or without."""
    return strategy_from(lambda choose: make_document(choose, "doc-0", _words(choose)))


def notes(*, about: Sequence[str] = _CLAIMS) -> st.SearchStrategy[Note]:
    """Notes about one of some records, by their ids, or about nothing in particular."""
    return strategy_from(lambda choose: make_note(choose, about, _words(choose)))


def _words(choose: Chooser, sources: Sequence[str] = _SOURCES, *, wordy: bool = True) -> Words:
    return Words(choose, sources, wordy=wordy)
