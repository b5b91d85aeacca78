"""The answers to a question, as bars on one axis with their bounds; what is left to none of them is the last."""

from collections.abc import Iterator, Sequence
from math import fsum
from string import ascii_uppercase

from claimtrack._records import record
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.drawing import (
    BIG,
    LINE,
    SMALL,
    WIDE,
    draw_circle,
    draw_line,
    draw_rectangle,
    frame,
    measure,
    wrap,
    write,
)
from claimtrack.report.markup import Markup
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent, per_cent_in_word
from claimtrack.scoring.assessment import Assessment, Score

_LETTER, _NUMBER, _BAR, _GAP = 26.0, 62.0, 12.0, 12.0
_TEXT, _AXIS, _NARROWEST = 310.0, 392.0, 600.0
"""How wide the texts are beside the axis, where the axis begins, and the least width in which they stand so."""
_MOST = 3
_QUARTERS = 4
_NONE = "None of these"


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


@record
class AnswersChart:
    """The answers to a question as bars on one axis."""

    answers: tuple[Answer, ...]
    """The answers, the likeliest first."""
    none_of_these: float | None
    """The probability that none of them is true; None where one of them must be."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The bars as SVG, beside their answers or, where there is little room, below them."""
        if wide >= _NARROWEST:
            drawn, bottom = draw_beside(self.answers, self.none_of_these, 2.0, wide, letters=False)
        else:
            drawn, bottom = draw_answers(self.answers, self.none_of_these, 2.0, wide, letters=False)
        said = [
            f"{answer.text} {per_cent(answer.probability)}, from {per_cent(answer.low)} to {per_cent(answer.high)}"
            for answer in self.answers
        ]
        if self.none_of_these is not None:
            said.append(f"{_NONE}: {per_cent(self.none_of_these)}")
        return frame("answers", "; ".join(said), number, *drawn, width=wide, height=bottom)


def chart_answers(assessment: Assessment, question: str, *, most: int | None = None) -> Figure:
    """Show how likely each answer to a question is.

    Args:
        assessment: the scores.
        question: the id of the question.
        most: how many answers to show one by one; None shows all.

    Cost: linear in the answers.
    """
    answers, none_of_these = answers_of(assessment, question)
    if most is not None and len(answers) > most + 1:
        answers = (*answers[:most], _fold(answers[most:]))
    rows = [(one.text, one.word, *map(per_cent, (one.probability, one.low, one.high))) for one in answers]
    if none_of_these is not None:
        rows.append((_NONE, "", per_cent(none_of_these), "", ""))
    return Figure(
        caption="How likely each answer is, with bounds.",
        picture=AnswersChart(answers=answers, none_of_these=none_of_these),
        words=Table(headings=("Answer", "Likelihood", "Probability", "From", "To"), rows=tuple(rows)),
    )


def _fold(answers: Sequence[Answer]) -> Answer:
    """Several answers as one, which has no bounds of its own."""
    together = fsum(answer.probability for answer in answers)
    text = f"{len(answers)} more answers together"
    return Answer(text=text, probability=together, low=together, high=together, word="one of them")


def answers_of(assessment: Assessment, question: str) -> tuple[tuple[Answer, ...], float | None]:
    """The answers to a question, the likeliest first, and what is left to none of them."""
    claims = next(one.claims for one in assessment.network.casebook.questions if one.id == question)
    scores = sorted((assessment[claim] for claim in claims), key=lambda score: -score.probability)
    answers = tuple(
        Answer(
            text=score.claim.text,
            probability=score.probability,
            low=score.low,
            high=score.high,
            word=_word(score, assessment.words),
        )
        for score in scores
    )
    left = max(1.0 - fsum(score.probability for score in scores), 0.0)
    return answers, left if assessment.network.families[claims[0]].none_of_these else None


def _word(score: Score, scale: LikelihoodScale) -> str:
    """The likelihood word of an answer; where its rounded number would have another one, with more of the number."""
    if not score.estimate.judged:
        return "not known"
    exactly = per_cent_in_word(score.probability, scale)
    return score.word if exactly == per_cent(score.probability) else f"{score.word} ({exactly})"


def draw_beside(
    answers: Sequence[Answer], none_of_these: float | None, top: float, wide: float, *, letters: bool
) -> tuple[list[Markup], float]:
    """Draw each answer beside its bar, over an axis in per cent, and say where the drawing ends.

    Args:
        answers: the answers, in their order.
        none_of_these: the probability that none of them is true; None where one of them must be.
        top: where the drawing begins.
        wide: how wide it is.
        letters: whether each answer has a letter, by which marks elsewhere know it.
    """
    left = _LETTER if letters else 0.0
    drawn: list[Markup] = []
    width = wide - _AXIS - 1.0
    y = top + 2.0
    for place, answer in enumerate(answers):
        drawn += [draw_letter(place, 9.0, y + 10.0)] if letters else []
        text = wrap(answer.text, min(_TEXT, _AXIS - 12.0 - _room_of(answer)) - left, most=_MOST)
        height = LINE * (len(text) + 1) + 4.0
        notes = wrap(_likelihood(answer), _TEXT - left, most=1, size=SMALL)
        drawn.append(write(*text, x=left, y=y + 12.0, anchor="start"))
        drawn.append(write(*notes, x=left, y=y + 12.0 + LINE * len(text), anchor="start", kind="soft"))
        drawn.append(
            write(per_cent(answer.probability), x=_AXIS - 12.0, y=y + height / 2.0 + 6.0, anchor="end", kind="big")
        )
        drawn += _draw_bar(answer, _AXIS, y + height / 2.0 - _BAR / 2.0, width)
        y += height + 8.0
    if none_of_these is not None:
        drawn.append(write(_NONE, x=left, y=y + 13.0, anchor="start"))
        drawn.append(write(per_cent(none_of_these), x=_AXIS - 12.0, y=y + 15.0, anchor="end", kind="big"))
        drawn += _draw_rest(none_of_these, _AXIS, y + 4.0, width)
        y += 24.0
    ticks: list[Markup] = []
    for place in range(_QUARTERS + 1):
        x = _AXIS + width * place / _QUARTERS
        ticks.append(draw_line("tick", x, top, x, y))
        anchor = "start" if place == 0 else "end" if place == _QUARTERS else "middle"
        ticks.append(write(per_cent(place / _QUARTERS), x=x, y=y + 14.0, kind="soft", anchor=anchor))
    return [*ticks, *drawn], y + 20.0


def _room_of(answer: Answer) -> float:
    """How wide the number beside the text of an answer is; "under 1 %" is wider than others."""
    return max(_NUMBER, measure(per_cent(answer.probability), BIG, bold=True) + 8.0)


def _likelihood(answer: Answer) -> str:
    low, high = per_cent(answer.low), per_cent(answer.high)
    return f"{answer.word}, {low.removesuffix('%').strip()} to {high}" if low != high else answer.word


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
        text = wrap(answer.text, wide - left - _room_of(answer), most=_MOST)
        notes = wrap(_likelihood(answer), wide - left, most=1, size=SMALL)
        drawn.append(write(*text, x=left, y=y + 12.0, anchor="start"))
        drawn.append(write(*notes, x=left, y=y + 12.0 + LINE * len(text), anchor="start", kind="soft"))
        drawn.append(write(per_cent(answer.probability), x=wide, y=y + 16.0, anchor="end", kind="big"))
        y += LINE * (len(text) + 1) + 5.0
        drawn += _draw_bar(answer, left, y, wide - left)
        y += _BAR + _GAP
    if none_of_these is not None:
        drawn.append(write(_NONE, x=left, y=y + 12.0, anchor="start"))
        drawn.append(write(per_cent(none_of_these), x=wide, y=y + 14.0, anchor="end", kind="strong"))
        y += LINE + 5.0
        drawn += _draw_rest(none_of_these, left, y, wide - left)
        y += _BAR + _GAP
    return drawn, y


def draw_letter(place: int, x: float, y: float) -> Markup:
    """Draw the letter of an answer in its disc."""
    return Markup(draw_circle("letter", x, y, 9) + write(ascii_uppercase[place], x=x, y=y + 4.3, kind="on-letter"))


def _draw_bar(answer: Answer, left: float, y: float, width: float) -> Iterator[Markup]:
    """The bar of an answer on its track, with its bounds across its end: light on the bar, dark beyond it."""
    low, here, high = (left + width * share for share in (answer.low, answer.probability, answer.high))
    middle = y + _BAR / 2.0
    yield draw_rectangle("track", left, y, width, _BAR)
    yield draw_rectangle("answer", left, y, max(here - left, 1.0), _BAR)
    yield draw_line("on-bound", low, middle, here, middle)
    yield draw_line("on-bound", low, y + 2.0, low, y + _BAR - 2.0)
    yield draw_line("bound", here, middle, high, middle)
    yield draw_line("bound", high, y + 1.0, high, y + _BAR - 1.0)


def _draw_rest(share: float, left: float, y: float, width: float) -> Iterator[Markup]:
    yield draw_rectangle("track", left, y, width, _BAR)
    yield draw_rectangle("rest", left, y, max(width * share, 1.0), _BAR)
