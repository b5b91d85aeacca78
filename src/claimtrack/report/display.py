"""What users call to compose a report: the compose functions, with reports that a notebook displays as pages."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec

from claimtrack._records import evolve
from claimtrack.report.blocks import Report
from claimtrack.report.documents import (
    calibration,
    changes,
    claim,
    ledger_log,
    methods,
    pictures,
    report,
    score_history,
    track_records as records,
)
from claimtrack.report.render.html import render_html
from claimtrack.report.render.page_frame import frame_page

_P = ParamSpec("_P")


def _display(report: Report) -> str:
    return frame_page(render_html(report))


def _with_display(compose: Callable[_P, Report]) -> Callable[_P, Report]:
    """Make the reports of a compose function display as pages; composing itself knows nothing of pages."""

    @wraps(compose)
    def compose_for_display(*args: _P.args, **kwargs: _P.kwargs) -> Report:
        return evolve(compose(*args, **kwargs), display=_display)

    return compose_for_display


compose = _with_display(report.compose)
compose_account = _with_display(claim.compose_account)
compose_inquiries = _with_display(claim.compose_inquiries)
compose_calibration = _with_display(calibration.compose_calibration)
compose_comparison = _with_display(methods.compose_comparison)
compose_changes = _with_display(changes.compose_changes)
compose_history = _with_display(score_history.compose_history)
compose_log = _with_display(ledger_log.compose_log)
compose_picture = _with_display(pictures.compose_picture)
compose_records = _with_display(records.compose_records)
