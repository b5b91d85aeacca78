"""Reports: composed once, rendered as text, Markdown or data."""

from claimtrack.report.account import compose_account
from claimtrack.report.compose import compose
from claimtrack.report.data import render_account, render_scores
from claimtrack.report.findings import FINDING_FORMS, problems_sarif, render_findings, rule_text
from claimtrack.report.render import FORMS, render
from claimtrack.report.report import Block, Bullets, Judgment, Paragraph, Report, Section, Strip, Table
from claimtrack.report.text import table_text

__all__ = [
    "FINDING_FORMS",
    "FORMS",
    "Block",
    "Bullets",
    "Judgment",
    "Paragraph",
    "Report",
    "Section",
    "Strip",
    "Table",
    "compose",
    "compose_account",
    "problems_sarif",
    "render",
    "render_account",
    "render_findings",
    "render_scores",
    "rule_text",
    "table_text",
]
