"""A probability on its scale: the strip beside a score, drawn and in characters, and the ruler of a scale's words."""

from claimtrack._records import record
from claimtrack.report.blocks import Figure, Strip, Table, Zone
from claimtrack.report.charts.drawing import WIDE, draw_line, draw_rectangle, frame, write
from claimtrack.report.markup import Markup, element
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score

_CELLS = 41
_WIDE, _HIGH, _MIDDLE = 600.0, 28.0, 14.0
_TENTHS, _QUARTERS = 10, 4
_LEFT, _ROW, _SPARE = 170.0, 22.0, 24.0


def zones_of(scale: LikelihoodScale) -> tuple[Zone, ...]:
    """The words of a scale with the probabilities they cover."""
    return tuple(Zone(word=term.label, low=term.low, high=term.high) for term in scale.terms)


def strip_of(score: Score, zones: tuple[Zone, ...] = ()) -> Strip:
    """The strip of a score, over the words of its scale where they are given."""
    return Strip(low=score.low, probability=score.probability, high=score.high, zones=zones, word=score.word)


def type_strip(strip: Strip) -> str:
    """Draw a strip in characters.

    Example:
        >>> type_strip(Strip(low=0.25, probability=0.5, high=0.75))
        '0 % |··········[=========o=========]··········| 100 %'
    """
    low, here, high = (round(number * (_CELLS - 1)) for number in (strip.low, strip.probability, strip.high))
    cells = ["=" if low <= place <= high else "·" for place in range(_CELLS)]
    cells[low], cells[high] = "[", "]"
    cells[here] = "o"
    return f"0 % |{''.join(cells)}| 100 %"


def draw_strip(strip: Strip, number: int) -> Markup:
    """Draw a strip as SVG; where it has zones, the one of its word is shaded.

    Args:
        strip: what to draw.
        number: a number of its own on the page, for the id of its title.
    """
    low, here, high = (_WIDE * value for value in (strip.low, strip.probability, strip.high))
    edges = sorted({edge for zone in strip.zones for edge in (zone.low, zone.high)})
    shade = [
        element("rect", class_="zone", x=_WIDE * zone.low, y=1, width=_WIDE * zone.high - _WIDE * zone.low, height=26)
        for zone in (strip.zone,)
        if zone is not None
    ]
    return element(
        "svg",
        element(
            "title",
            f"{per_cent(strip.probability)}, with bounds from {per_cent(strip.low)} to {per_cent(strip.high)}",
            id=f"picture-{number}",
        ),
        shade,
        [
            draw_line("tick", _WIDE * edge, _MIDDLE - 7, _WIDE * edge, _MIDDLE + 7)
            for edge in edges or [place / _TENTHS for place in range(_TENTHS + 1)]
        ],
        element("line", class_="axis", x1="0", y1=_MIDDLE, x2=_WIDE, y2=_MIDDLE),
        draw_rectangle("band", low, _MIDDLE - 5, max(high - low, 1.0), 10),
        # The mark stays inside the frame at both ends, where half of it would be cut off.
        draw_rectangle("here", min(max(here - 3.0, 0.0), _WIDE - 6.0), _MIDDLE - 12, 6, 24),
        class_="line",
        viewBox=f"0 0 {_WIDE:.0f} {_HIGH:.0f}",
        preserveAspectRatio="none",
        role="img",
        aria_labelledby=f"picture-{number}",
    )


@record
class Ruler:
    """A likelihood scale: the words one under the other, each with its bar on a line from 0 to 100 %."""

    name: str
    """Its name, unescaped."""
    zones: tuple[Zone, ...]
    """Its words in rising order."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The scale as SVG."""
        height, axis = 26.0 + _ROW * len(self.zones), wide - _LEFT - _SPARE
        ticks = [(place / _QUARTERS, _LEFT + axis * place / _QUARTERS) for place in range(_QUARTERS + 1)]
        drawn = [
            part
            for share, x in ticks
            for part in (draw_line("tick", x, 20, x, height), write(per_cent(share), x=x, y=13.0, kind="soft"))
        ]
        for place, zone in enumerate(self.zones):
            y = 26.0 + _ROW * place
            drawn += [
                write(zone.word, x=_LEFT - 12.0, y=y + 12.0, anchor="end"),
                draw_rectangle("band", _LEFT + axis * zone.low, y + 2.0, max(axis * (zone.high - zone.low), 2.0), 13),
            ]
        words = "; ".join(f"{zone.word} from {per_cent(zone.low)} to {per_cent(zone.high)}" for zone in self.zones)
        return frame("ruler", f"{self.name}: {words}", number, *drawn, width=wide, height=height)


def chart_scale(scale: LikelihoodScale) -> Figure:
    """Show a likelihood scale."""
    return Figure(
        caption=f"Likelihood words: {scale.name}. A number on the border takes the higher word.",
        picture=Ruler(name=scale.name, zones=zones_of(scale)),
        words=Table(
            headings=("Word", "From", "To"),
            rows=tuple((term.label, per_cent(term.low), per_cent(term.high)) for term in scale.terms),
        ),
    )
