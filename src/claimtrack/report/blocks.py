"""The report as data: sections of plain blocks, which every renderer shows in its own way."""

from collections.abc import Callable, Iterable
from typing import Literal, Protocol

import attrs

from claimtrack._records import evolve, record
from claimtrack.report.markup import Markup
from claimtrack.report.masthead import Masthead

WEIGHTS = (
    "A weight is an excess likelihood ratio: how many times likelier we would hear this if it were true, less one. "
    "0 says nothing, 1 doubles the odds. Per cents are rounded after everything was calculated."
)
"""What every reader of reasons must know about weights."""


@record
class Sentence:
    r"""A text that cites evidence.

    Example:
        >>> str(cite("Daily NK says so", [3, 7], ", and nobody else does.")).replace("\u00a0", " ")
        'Daily NK says so [3][7], and nobody else does.'
    """

    pieces: tuple[str | int, ...]
    """Texts, unescaped, and between them the numbers of the evidence that stands for what was just said."""

    def __str__(self) -> str:
        """The text with each number in brackets, which no line break parts from the word before it."""
        text = ""
        for piece in self.pieces:
            if isinstance(piece, str):
                text += piece
            else:
                text += f"[{piece}]" if text.endswith("]") or not text else f"\u00a0[{piece}]"
        return text


Text = str | Sentence
"""What is read: a plain text, or one that cites evidence."""


def cite(*pieces: Text | Iterable[int]) -> Sentence:
    """Make a sentence of texts and, between them, the numbers of the evidence that they cite."""
    made: list[str | int] = []
    for piece in pieces:
        if isinstance(piece, str):
            made.append(piece)
        else:
            made += piece.pieces if isinstance(piece, Sentence) else piece
    return Sentence(pieces=tuple(made))


class Picture(Protocol):
    """What a figure shows: a chart, which is a record of what there is to see and can draw it."""

    def draw(self, number: int, *, wide: float = ...) -> Markup:
        """The chart as SVG of a width; the number, unique on the page, makes the id of its title."""


@record
class Zone:
    """A word of a likelihood scale and the probabilities it covers."""

    word: str
    """The word, unescaped."""
    low: float
    """Where it begins, in [0, 1]."""
    high: float
    """Where it ends, in [0, 1]."""


@record
class Strip:
    """A probability and its bounds, to be drawn on a line from 0 to 1."""

    low: float
    """Lower bound."""
    probability: float
    """P."""
    high: float
    """Upper bound."""
    zones: tuple[Zone, ...] = ()
    """The words of the scale, where they are to be drawn too."""
    word: str = ""
    """The word for the probability; in a gap between two words it is none of the zones."""

    @property
    def zone(self) -> Zone | None:
        """What its word covers."""
        return next((zone for zone in self.zones if zone.word == self.word), None)


@record
class Paragraph:
    """A paragraph of text."""

    text: Text
    """The text, unescaped."""


@record
class Bullets:
    """A list of short texts."""

    items: tuple[Text, ...]
    """The texts, unescaped."""
    numbered: bool = False
    """Whether their order matters."""


@record
class Outline:
    """A nested list of short texts."""

    items: tuple[tuple[int, Text], ...]
    """The depth of each text, from 0, and the text, unescaped; it stands below the one before it that is less deep."""


@record
class Table:
    """A table with a heading for each column."""

    headings: tuple[str, ...]
    """The headings."""
    rows: tuple[tuple[Text, ...], ...]
    """The cells of each row, unescaped."""
    strips: tuple[Strip | None, ...] = ()
    """What a page may draw beside each row, saying nothing that its cells do not say; empty for no drawings."""


@record
class Judgment:
    """The judgment of one claim."""

    claim: str
    """The claim's text, unescaped."""
    lead: Text
    """The likelihood word and the per cent, or that it is not known."""
    strip: Strip
    """The probability and its bounds."""
    lines: tuple[Text, ...]
    """What it rests on, what speaks against it and, last, the confidence; one thought per line."""


@record
class Figure:
    """A picture, and the same in words for readers who cannot see it and formats that draw nothing."""

    caption: Text
    """What it shows and how to read it, unescaped; empty where that was said above."""
    picture: Picture
    """What is drawn."""
    words: Bullets | Table
    """The same in words."""


@record
class References:
    """The evidence that the numbers in brackets refer to; every number that a document cites has its entry here."""

    entries: tuple[tuple[int, Text], ...]
    """The number of each piece of evidence, and what it is, unescaped."""


Block = Paragraph | Bullets | Outline | Table | Judgment | Figure | References


@record
class Section:
    """A titled part of the report."""

    title: str
    """The title."""
    blocks: tuple[Block, ...]
    """What it contains."""
    level: Literal[1, 2] = 1
    """1 for a section, 2 for a part of the section before it."""
    in_brief: bool = False
    """Whether it is part of the brief, which is one printed page."""


def make_section(title: str, *blocks: Block | Text | None, level: Literal[1, 2] = 1) -> Section:
    """Make a section of whatever has something to say.

    A text becomes a paragraph; None, a list without items or entries and a table without rows are left out.
    """
    made = (Paragraph(text=block) if isinstance(block, Text) else block for block in blocks if block is not None)
    return Section(title=title, blocks=tuple(block for block in made if not _is_empty(block)), level=level)


def _is_empty(block: Block) -> bool:
    match block:
        case Bullets():
            return not block.items
        case Table():
            return not block.rows
        case References():
            return not block.entries
        case _:
            return False


@record
class Report:
    """A report composed for its readers, in no particular format yet."""

    title: str
    """The casebook's title."""
    audience: str
    """Who may read it: internal or public."""
    digest: str
    """Digest of the casebook as this audience sees it."""
    cutoff: str = ""
    """The day up to which it could be known, where the casebook has one."""
    method: str = ""
    """The repr of the method that scored it, where it has scores; JSON has it, and readers are told in words."""
    sections: tuple[Section, ...]
    """The sections in reading order; the first page comes first."""
    masthead: Masthead | None = None
    """What the desk puts on it; None for nothing."""
    display: "Callable[[Report], str] | None" = attrs.field(default=None, eq=False, repr=False)
    """How a notebook shows it; None for a report that notebooks show as any other value."""

    @property
    def warning(self) -> str:
        """The line with which an internal report begins and ends; empty for a public one."""
        return "" if self.audience == "public" else "Internal: not for publication."

    @property
    def made_from(self) -> str:
        """Who it is for, from which casebook it was made, and up to which day that could be known."""
        until = f" Judged by what could be known on {self.cutoff}." if self.cutoff else ""
        return f"For {self.audience} readers. Casebook {self.digest[:19]}.{until}"

    @property
    def made_by(self) -> tuple[str, ...]:
        """What the desk puts on it in words: its name, the byline and the marking, as far as there are any."""
        masthead = self.masthead or Masthead()
        return tuple(text for text in (masthead.desk, masthead.byline, masthead.marking) if text)

    def _repr_html_(self) -> str | None:
        """The page, if everybody may see it: an internal one is shown by `render` alone, which somebody calls."""
        return None if self.display is None or self.audience != "public" else self.display(self)


def put_masthead(report: Report, masthead: Masthead | None) -> Report:
    """Put a desk's masthead on a report.

    Example:
        >>> report = Report(title="t", audience="public", digest="", sections=())
        >>> put_masthead(report, Masthead(byline="Ada Quill")).made_by
        ('Ada Quill',)
    """
    return evolve(report, masthead=masthead)
