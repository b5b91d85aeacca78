"""The answers to a question, as bars on one axis with their bounds; what is left to none of them is the last."""

from collections.abc import Iterable, Sequence
from string import ascii_uppercase

from claimtrack._records import record
from claimtrack.report.charts.drawing import (
    LINE,
    SMALL,
    draw_circle,
    draw_line,
    draw_rectangle,
    wrap,
    write,
)
from claimtrack.report.markup import Markup
from claimtrack.scales.words import per_cent

_LETTER, _NUMBER, _BAR, _GAP, _AXIS = 26.0, 62.0, 10.0, 14.0, 22.0
_MOST = 3
_QUARTERS = 4


@record
class Answer:
    """An answer to a question."""

    text: str
    """The claim, unescaped."""
    probability: float
    """P in [0, 1]."""
    low: float
    """Lower bound."""
    high: float
    """Upper bound."""
    word: str
    """The likelihood word, unescaped."""


def draw_answers(
    answers: Sequence[Answer], none_of_these: float | None, top: float, wide: float, *, letters: bool
) -> tuple[list[Markup], float]:
    """Draw answers one under the other, each over its bar, and say where the drawing ends.

    Args:
        answers: the answers, in their order.
        none_of_these: the probability that none of them is true; None where one of them must be.
        top: where the drawing begins.
        wide: how wide it is.
        letters: whether each answer has a letter, by which marks elsewhere know it.
    """
    left = _LETTER if letters else 0.0
    drawn: list[Markup] = []
    y = top
    for place, answer in enumerate(answers):
        if letters:
            drawn.append(draw_letter(place, 9.0, y + 10.0))
        text = wrap(answer.text, wide - left - _NUMBER, most=_MOST)
        notes = wrap(
            f"{answer.word}, {per_cent(answer.low)} to {per_cent(answer.high)}", wide - left, most=1, size=SMALL
        )
        drawn.append(write(*text, x=left, y=y + 12.0, anchor="start"))
        drawn.append(write(*notes, x=left, y=y + 12.0 + LINE * len(text), anchor="start", kind="soft"))
        drawn.append(write(per_cent(answer.probability), x=wide, y=y + 16.0, anchor="end", kind="big"))
        y += LINE * (len(text) + 1) + 5.0
        drawn += _draw_bar(answer, left, y, wide - left)
        y += _BAR + _GAP
    if none_of_these is not None:
        drawn.append(write("None of these", x=left, y=y + 12.0, anchor="start"))
        drawn.append(write(per_cent(none_of_these), x=wide, y=y + 14.0, anchor="end", kind="strong"))
        y += LINE + 5.0
        drawn.append(draw_rectangle("track", left, y, wide - left, _BAR))
        drawn.append(draw_rectangle("rest", left, y, (wide - left) * none_of_these, _BAR))
        y += _BAR + _GAP
    return drawn, y


def draw_letter(place: int, x: float, y: float) -> Markup:
    """Draw the letter of an answer in its disc."""
    return Markup(draw_circle("letter", x, y, 9) + write(ascii_uppercase[place], x=x, y=y + 4.3, kind="on-letter"))


def _draw_bar(answer: Answer, left: float, y: float, width: float) -> Iterable[Markup]:
    """The bar of an answer on its track, with its bounds over it."""
    low, high = left + width * answer.low, left + width * answer.high
    middle = y + _BAR / 2.0
    yield draw_rectangle("track", left, y, width, _BAR)
    yield draw_rectangle("dated", left, y, max(width * answer.probability, 1.0), _BAR)
    yield draw_line("halo", low, middle, high, middle)
    yield draw_line("bound", low, middle, high, middle)
    for x in (low, high):
        yield draw_line("bound", x, y - 3.0, x, y + _BAR + 3.0)
