"""Reports: composed once, rendered as text, Markdown or data."""

from claimtrack.report.account import compose_account, compose_inquiries
from claimtrack.report.calibrated import compose_calibration, render_calibration
from claimtrack.report.compared import compose_comparison, render_comparison
from claimtrack.report.comparing import compose_difference, render_difference
from claimtrack.report.compose import compose
from claimtrack.report.data import render_account, render_inquiries, render_scores
from claimtrack.report.findings import FINDING_FORMS, problems_sarif, render_findings, rule_text
from claimtrack.report.history import compose_history, render_history
from claimtrack.report.log import compose_log, render_log
from claimtrack.report.pictures import Strip
from claimtrack.report.records import compose_records, render_records
from claimtrack.report.render import FORMS, render
from claimtrack.report.report import Block, Bullets, Figure, Judgment, Outline, Paragraph, Report, Section, Table
from claimtrack.report.sheet import sheets
from claimtrack.report.text import table_text

__all__ = [
    "FINDING_FORMS",
    "FORMS",
    "Block",
    "Bullets",
    "Figure",
    "Judgment",
    "Outline",
    "Paragraph",
    "Report",
    "Section",
    "Strip",
    "Table",
    "compose",
    "compose_account",
    "compose_calibration",
    "compose_comparison",
    "compose_difference",
    "compose_history",
    "compose_inquiries",
    "compose_log",
    "compose_records",
    "problems_sarif",
    "render",
    "render_account",
    "render_calibration",
    "render_comparison",
    "render_difference",
    "render_findings",
    "render_history",
    "render_inquiries",
    "render_log",
    "render_records",
    "render_scores",
    "rule_text",
    "sheets",
    "table_text",
]
