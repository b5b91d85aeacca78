"""How much of each claim is believed, disbelieved and not known: one bar per claim, split in three."""

from collections.abc import Iterable

from claimtrack._records import record
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.drawing import LINE, WIDE, cut, draw_rectangle, frame, write
from claimtrack.report.markup import Markup
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score

_ROW, _BAR, _TOP, _KEY = 46.0, 16.0, 30.0, 110.0
_ROOM = 36.0
"""The smallest part of a bar into which its number fits."""
_LEGEND = (("believed", "belief"), ("disbelieved", "disbelief"), ("not known", "unknown"))


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
class BarChart:
    """Belief, disbelief and what is not known, one bar per claim."""

    bars: tuple[Bar, ...]
    """The bars, from the top."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The bars under their legend, as SVG."""
        drawn: list[Markup] = []
        for place, (name, kind) in enumerate(_LEGEND):
            drawn += [
                draw_rectangle(kind, place * _KEY + 1.0, 3, 14, 12),
                write(name, x=place * _KEY + 22.0, y=13.0, anchor="start"),
            ]
        for place, bar in enumerate(self.bars):
            drawn += _draw_bar(bar, _TOP + _ROW * place, wide)
        title = "; ".join(
            f"{bar.label} believed {per_cent(bar.belief)}, disbelieved {per_cent(bar.disbelief)}, "
            f"not known {per_cent(bar.unknown)}"
            for bar in self.bars
        )
        return frame("bars", title, number, *drawn, width=wide, height=_TOP + _ROW * len(self.bars))


def _draw_bar(bar: Bar, top: float, wide: float) -> list[Markup]:
    drawn = [write(cut(bar.label, wide), x=0.0, y=top + 10.0, anchor="start")]
    left = 1.0
    for kind, share in (("belief", bar.belief), ("disbelief", bar.disbelief), ("unknown", bar.unknown)):
        width = (wide - 2.0) * share
        drawn.append(draw_rectangle(kind, left, top + LINE, width, _BAR))
        if width >= _ROOM:
            drawn.append(write(per_cent(share), x=left + width / 2.0, y=top + LINE + 12.0, kind=f"on-{kind}"))
        left += width
    return drawn


def chart_bars(scores: Iterable[Score]) -> Figure:
    """Show belief, disbelief and what is not known of some claims."""
    bars = tuple(
        Bar(label=score.claim.text, belief=score.belief, disbelief=score.disbelief, unknown=score.unknown)
        for score in scores
    )
    return Figure(
        caption="How much of each claim the evidence supports, how much it opposes, and how much is not known.",
        picture=BarChart(bars=bars),
        words=Table(
            headings=("Claim", "Believed", "Disbelieved", "Not known"),
            rows=tuple(
                (bar.label, per_cent(bar.belief), per_cent(bar.disbelief), per_cent(bar.unknown)) for bar in bars
            ),
        ),
    )
