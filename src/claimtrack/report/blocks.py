"""The report as data: sections of plain blocks, which every renderer shows in its own way."""

from claimtrack._records import record
from claimtrack.report.charts.pictures import Picture, Strip

WEIGHTS = (
    "A weight is an excess likelihood ratio: how many times likelier we would hear this if it were true, less one. "
    "0 says nothing, 1 doubles the odds. Per cents are rounded after everything was calculated."
)
"""What every reader of reasons must know of weights."""


@record
class Paragraph:
    """A paragraph of text."""

    text: str
    """The text, unescaped."""


@record
class Bullets:
    """A list of short texts."""

    items: tuple[str, ...]
    """The texts, unescaped."""
    numbered: bool = False
    """Whether their order matters."""


@record
class Outline:
    """Short texts, each under the one before it that is less deep."""

    items: tuple[tuple[int, str], ...]
    """How deep each text stands, from 0, and the text, unescaped."""


@record
class Table:
    """A table with a heading for each column."""

    headings: tuple[str, ...]
    """The headings."""
    rows: tuple[tuple[str, ...], ...]
    """The cells of each row, unescaped."""
    strips: tuple[Strip | None, ...] = ()
    """What a page may draw beside each row, saying nothing that its cells do not say; empty for no drawings."""


@record
class Judgment:
    """What is judged of one claim."""

    claim: str
    """The claim's text, unescaped."""
    lead: str
    """The likelihood word and the per cent, or that it is not known."""
    strip: Strip
    """The probability and its bounds."""
    lines: tuple[str, ...]
    """What it rests on, how firmly, and what speaks against it; a thought a line."""


@record
class Figure:
    """A picture, and the same in words for whoever cannot see it and for forms that draw nothing."""

    caption: str
    """What it shows and how to read it, unescaped."""
    picture: Picture
    """What is drawn."""
    words: Bullets | Table
    """What says the same."""


Block = Paragraph | Bullets | Outline | Table | Judgment | Figure


@record
class Section:
    """A titled part of the report."""

    title: str
    """The title."""
    blocks: tuple[Block, ...]
    """What stands under it."""
    level: int = 1
    """1 for a section, 2 for a part of the one before it."""


@record
class Report:
    """What is composed for readers, before any renderer gives it a form."""

    title: str
    """The casebook's title."""
    audience: str
    """Who may read it: internal or public."""
    digest: str
    """Digest of the casebook as this audience sees it."""
    cutoff: str = ""
    """The day up to which it could be known, where the casebook has one."""
    sections: tuple[Section, ...]
    """The sections in reading order; the first page comes first."""

    @property
    def made_from(self) -> str:
        """For whom it is, from which casebook, and up to which day that could be known."""
        until = f" Judged by what could be known on {self.cutoff}." if self.cutoff else ""
        return f"For readers: {self.audience}. Casebook {self.digest[:19]}.{until}"
