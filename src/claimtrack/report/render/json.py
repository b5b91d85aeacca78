"""The report as JSON: the same sections and blocks that the other formats show."""

from typing import Any

from claimtrack._records import plain_of
from claimtrack.report.blocks import Block, Report, Sentence
from claimtrack.text.canonical_json import json_text


def render_json(report: Report) -> str:
    """Render a report as JSON."""
    return json_text(
        {
            "title": report.title,
            "audience": report.audience,
            "digest": report.digest,
            **({"method": report.method} if report.method else {}),
            **({"made_by": report.made_by} if report.made_by else {}),
            "sections": [
                {
                    "title": section.title,
                    "level": section.level,
                    "blocks": list(map(_block, section.blocks)),
                }
                for section in report.sections
            ],
        }
    )


def _block(block: Block) -> dict[str, Any]:
    return {"block": type(block).__name__.lower(), **plain_of(block, _text)}


def _text(value: object) -> object:
    """A value as it is, in which a text that cites evidence has the numbers in brackets."""
    if isinstance(value, tuple):
        return tuple(map(_text, value))
    return str(value) if isinstance(value, Sentence) else value
