"""A picture of a case by itself: the whole case, the answers, the evidence by answer, or when."""

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType

from claimtrack.report.blocks import Figure, Report, make_section
from claimtrack.report.charts.answers import chart_answers
from claimtrack.report.charts.case.chart import chart_case
from claimtrack.report.charts.evidence import chart_evidence
from claimtrack.report.charts.timeline import chart_timeline
from claimtrack.report.documents.assemble import assemble, title_of
from claimtrack.scoring.assessment import Assessment

Draw = Callable[[Assessment], Iterator[tuple[str, Figure | None]]]
"""The figures of a chart, each with its title; None where there is nothing to show."""


def _case(assessment: Assessment) -> Iterator[tuple[str, Figure | None]]:
    yield title_of(assessment.network), chart_case(assessment)


def _answers(assessment: Assessment) -> Iterator[tuple[str, Figure | None]]:
    for question in assessment.network.casebook.questions:
        yield question.text, chart_answers(assessment, question.id)


def _evidence(assessment: Assessment) -> Iterator[tuple[str, Figure | None]]:
    for question in assessment.network.casebook.questions:
        yield question.text, chart_evidence(assessment, question.id)


def _timeline(assessment: Assessment) -> Iterator[tuple[str, Figure | None]]:
    yield "When", chart_timeline(assessment.network)


CHARTS: Mapping[str, Draw] = MappingProxyType(
    {"case": _case, "answers": _answers, "evidence": _evidence, "timeline": _timeline}
)
"""The charts that can be drawn by themselves, by name."""


def compose_picture(assessment: Assessment, chart: str = "case") -> Report:
    """Compose a report that holds nothing but a chart; it has no sections where there is nothing to show.

    Args:
        assessment: the scores.
        chart: one of `CHARTS`.

    Cost: linear in the records, and sorting them.
    """
    sections = [make_section(title, figure) for title, figure in CHARTS[chart](assessment)]
    return assemble(assessment.network, title_of(assessment.network), sections)
