"""The report as JSON: the same sections and blocks that the other formats show."""

from claimtrack._records import plain_of
from claimtrack.report.blocks import Report
from claimtrack.text.canonical_json import json_text


def render_json(report: Report) -> str:
    """Render a report as JSON."""
    return json_text(
        {
            "title": report.title,
            "audience": report.audience,
            "digest": report.digest,
            **({"method": report.method} if report.method else {}),
            "sections": [
                {
                    "title": section.title,
                    "level": section.level,
                    "blocks": [{"block": type(block).__name__.lower(), **plain_of(block)} for block in section.blocks],
                }
                for section in report.sections
            ],
        }
    )
