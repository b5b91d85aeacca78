"""The picture of a whole case, in a wide and in a narrow form, and the same in a table."""

from collections.abc import Iterator

from claimtrack._records import record
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.case.compose import MOST_ANSWERS, MOST_PANELS, compose_panels
from claimtrack.report.charts.case.narrow import draw_narrow
from claimtrack.report.charts.case.panel import Line, Panel, Row
from claimtrack.report.charts.case.wide import draw_wide
from claimtrack.report.charts.drawing import WIDE, frame
from claimtrack.report.markup import Markup
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.words import capital, counted, listed

_CAPTION = "Who says what, through whom, and which answer it speaks for. A frame holds all that came through one relay."
_BETWEEN = 28.0
_NARROWEST = 600.0


@record
class CaseChart:
    """A panel for each question, with who says what of it."""

    panels: tuple[Panel, ...]
    """The panels, from the top."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The panels as SVG, one under the other; in a narrow form where there is little room."""
        drawn: list[Markup] = []
        top = 2.0
        draw = draw_wide if wide >= _NARROWEST else draw_narrow
        for place, panel in enumerate(self.panels):
            made, top = draw(panel, top, wide, key=place == 0)
            drawn += made
            top += _BETWEEN
        findings = sum(not row.is_outright for panel in self.panels for row in panel.rows)
        origins = sum(len(panel.origins) for panel in self.panels)
        title = f"The whole case: {counted(origins, 'box')} of origins, {counted(findings, 'row')} of findings"
        return frame("case", title, number, *drawn, width=wide, height=top - _BETWEEN)


def chart_case(assessment: Assessment) -> Figure | None:
    """Show a whole case; None where it has no claim that can be scored.

    Cost: linear in the records, and sorting them.
    """
    panels = compose_panels(assessment)
    if not panels:
        return None
    return Figure(
        caption=f"{_CAPTION}{_tell_left_out(assessment)}",
        picture=CaseChart(panels=panels),
        words=Table(
            headings=("What is said", "How likely", "For", "Against", "Who says so"),
            rows=tuple(row for panel in panels for row in _rows(panel)),
        ),
    )


def _tell_left_out(assessment: Assessment) -> str:
    """What a picture has no room for, in a sentence; empty where that is nothing."""
    questions = assessment.network.casebook.questions
    further = max(len(questions) - MOST_PANELS, 0)
    answers = sum(max(len(question.claims) - MOST_ANSWERS, 0) for question in questions[:MOST_PANELS])
    counts = ((further, "further question"), (answers, "less likely answer"))
    left_out = listed(counted(count, noun) for count, noun in counts if count)
    return f" Not drawn: {left_out}." if left_out else ""


def _rows(panel: Panel) -> Iterator[tuple[str, ...]]:
    for row in panel.rows:
        sides = ("; ".join(_answers(panel, row, against=against)) for against in (False, True))
        who = "; ".join(_said(panel, line) for line in row.lines)
        yield (row.text or capital(row.manner), row.notes, *sides, who)


def _answers(panel: Panel, row: Row, *, against: bool) -> list[str]:
    found = [panel.answers[mark.answer].text for mark in row.marks if mark.against == against]
    if row.under is not None and row.undermines == against:
        found.append(panel.rows[row.under].text or "")
    return found


def _said(panel: Panel, line: Line) -> str:
    origin = panel.origins[line.origin]
    notes = filter(None, ("denies it" if line.denies else "", origin.notes, origin.through))
    return f"{origin.names} ({', '.join(notes)})"
