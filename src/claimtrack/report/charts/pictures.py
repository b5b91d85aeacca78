"""Pictures as data: what is to be drawn, folded to what a page can hold, before any renderer draws it."""

from typing import Literal

from claimtrack._records import record


@record
class Zone:
    """A word of a likelihood scale, and the probabilities that it covers."""

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
    """The word that it was given; in a gap between two words, none of the zones."""

    @property
    def zone(self) -> Zone | None:
        """What its word covers."""
        return next((zone for zone in self.zones if zone.word == self.word), None)


@record
class Node:
    """A box of a flow: one origin or relay, several that are alike, or a claim that a link leads from."""

    kind: Literal["origin", "relay", "claim"]
    """What stands in it."""
    names: str
    """Who, unescaped."""
    notes: str
    """What is known of it, unescaped."""
    established: bool
    """Whether independence is established for all that it says; a relay needs none."""
    column: int
    """How far it stands from the left, from 0."""


@record
class Path:
    """How what was said came to us: through which boxes, from the left to the right."""

    nodes: tuple[int, ...]
    """Their places among the nodes."""
    denies: bool
    """Whether it speaks against the claim."""
    established: bool
    """Whether it is established that the origin speaks from itself."""
    count: int
    """How many statements, or links, came that way."""


@record
class Flow:
    """Where a claim comes from: origins at the left, relays between, the claim at the right."""

    claim: str
    """The claim, unescaped."""
    nodes: tuple[Node, ...]
    """The boxes."""
    paths: tuple[Path, ...]
    """The ways from boxes to the claim."""


@record
class Mark:
    """A date, or several that stand together."""

    label: str
    """What happened then, unescaped."""
    first: str
    """The first day that it allows, as YYYY-MM-DD."""
    last: str
    """The last day that it allows."""
    doubtful: bool
    """Whether the date is approximate or uncertain."""
    written: str
    """The date as it was written, or the dates."""


@record
class Lane:
    """Dates of one sort."""

    name: str
    """Of what sort."""
    marks: tuple[Mark, ...]
    """The dates, the earliest first."""


@record
class Timeline:
    """Dates on lanes over one axis."""

    lanes: tuple[Lane, ...]
    """The lanes, from the top."""


@record
class Cell:
    """What an origin, or some that are alike, says of a claim."""

    asserts: int = 0
    """How many of them assert it."""
    denies: int = 0
    """How many deny it."""
    established: bool = False
    """Whether independence is established for all of that."""


@record
class Grid:
    """Who says what: a row for each origin, a column for each claim."""

    columns: tuple[str, ...]
    """The claims, unescaped."""
    rows: tuple[tuple[str, tuple[Cell, ...]], ...]
    """Who, unescaped, and a cell for each claim."""


@record
class Bar:
    """How much of a claim is believed, disbelieved and not known."""

    label: str
    """The claim, unescaped."""
    belief: float
    """b in [0, 1]."""
    disbelief: float
    """d in [0, 1]."""
    unknown: float
    """u in [0, 1]; b + d + u = 1."""


@record
class Bars:
    """Belief, disbelief and what is not known, a bar a claim."""

    bars: tuple[Bar, ...]
    """The bars, from the top."""


@record
class Ruler:
    """A likelihood scale."""

    name: str
    """Its name, unescaped."""
    zones: tuple[Zone, ...]
    """Its words in rising order."""


@record
class Stop:
    """A probability at one time of a course."""

    label: str
    """When, as it is to be written, unescaped."""
    low: float
    """Lower bound."""
    probability: float
    """P."""
    high: float
    """Upper bound."""
    marked: bool
    """Whether nobody should miss what happened then."""


@record
class Course:
    """How a probability went, stop by stop."""

    stops: tuple[Stop, ...]
    """The stops, the earliest first."""
    zones: tuple[Zone, ...]
    """The words of the scale."""


@record
class Dot:
    """What was given one word, and how often it came true."""

    word: str
    """The word, unescaped."""
    mean: float
    """The mean probability that was given, in [0, 1]."""
    true: float
    """The share that came true, in [0, 1]."""
    low: float
    """Lower end of the interval of that share."""
    high: float
    """Upper end of it."""
    count: int
    """Of how many."""


@record
class Reliability:
    """Whether what was called likely came true as often as was said."""

    dots: tuple[Dot, ...]
    """A dot for each word, in rising order."""


Picture = Flow | Timeline | Grid | Bars | Ruler | Course | Reliability
"""What a figure may show."""
