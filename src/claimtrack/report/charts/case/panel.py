"""What the picture of a case shows: a panel for each question, with its answers, findings, origins and what joins them.

Rows are what a panel is read by: a finding with those who say so, or what an origin says of the answers outright. Each
row has a mark under each answer that it speaks for or against.
"""

from claimtrack._records import record
from claimtrack.report.charts.answers import Answer


@record
class Origin:
    """An origin, or several that say the same."""

    names: str
    """Its name, unescaped; of several, their names."""
    notes: str
    """Its grade, how it knows, and through whom it reached us unless its relay has a frame."""
    relay: str | None = None
    """The relay in whose frame it stands, unescaped: all that the frame holds came through it."""
    is_relay: bool = False
    """Whether it is that relay itself."""

    @property
    def through(self) -> str:
        """The relay of its frame in a few words; empty where it has none, or is that relay."""
        return f"through {self.relay}" if self.relay is not None and not self.is_relay else ""


@record
class Line:
    """What an origin says of the finding in a row, or in a row of its own."""

    origin: int
    """The place of the origin in its panel."""
    denies: bool
    """Whether it denies the finding."""
    sure: bool
    """Whether it knows first-hand or is shown independent."""
    weight: float
    """What it weighs, in doublings of the odds, >= 0."""


@record
class Mark:
    """What a row does to an answer."""

    answer: int
    """The place of the answer in its panel."""
    against: bool
    """Whether it speaks against the answer."""
    weight: float
    """What it weighs, in doublings of the odds, >= 0."""
    count: int = 1
    """How many findings or origins of the row do it."""


@record
class Row:
    """A finding, or some; or what an origin says of the answers outright."""

    text: str | None
    """The finding, unescaped; None where an origin speaks of the answers outright."""
    notes: str = ""
    """How likely the finding is, and what it does to findings that no line leads to."""
    lines: tuple[Line, ...] = ()
    """Who says so."""
    marks: tuple[Mark, ...] = ()
    """What it does to each answer."""
    under: int | None = None
    """The place of the row whose finding it supports or undermines, where it speaks to no answer itself."""
    undermines: bool = False
    """Whether it undermines the finding of that row."""
    depth: int = 0
    """How many such rows stand above it."""

    @property
    def is_outright(self) -> bool:
        """Whether it is what an origin says of the answers, and no finding."""
        return self.text is None

    @property
    def manner(self) -> str:
        """How an origin speaks that speaks of the answers outright."""
        sides = {mark.against for mark in self.marks}
        return "speaks outright" if len(sides) > 1 else "denies it outright" if True in sides else "says so outright"


@record
class Panel:
    """A question with its answers, and what bears on them; or claims that answer no question."""

    title: str | None
    """The question, unescaped."""
    answers: tuple[Answer, ...]
    """The answers, the likeliest first; none where the claims answer no question."""
    none_of_these: float | None
    """The probability that none of the answers is true; None where one of them must be."""
    origins: tuple[Origin, ...]
    """The origins, from the top."""
    rows: tuple[Row, ...]
    """The rows, from the top."""
