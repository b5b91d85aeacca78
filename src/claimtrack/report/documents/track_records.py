"""How often each source was right, as a report and as data."""

from collections.abc import Sequence

from claimtrack.analysis.sentences import name_of
from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Paragraph, Report, Section, Table
from claimtrack.report.composed import composed
from claimtrack.scales.words import per_cent
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.tracking.proportion import Proportion
from claimtrack.tracking.track_record import Tally, TrackRecord


def compose_records(network: Network, records: Sequence[TrackRecord]) -> Report:
    """Compose how often each source was right, and the grades that this speaks for, beside the analyst's."""
    rows = tuple(_record_row(network, one) for one in records)
    topics = tuple(
        (name_of(network, one.source), topic, _of(tally.right), _interval(tally.right))
        for one in records
        for topic, tally in one.topics.items()
    )
    head = Paragraph(
        text="How often what a source said itself was right, of the claims that were resolved; each claim counts once. "
        "A grade is proposed from five claims on, and nothing is changed by it: the interval is what so few can tell."
    )
    none = Paragraph(text="No claim is resolved of which a statement speaks that stands.")
    headings = ("Source", "Right", "Interval", "Asserting", "Denying", "Passing on", "Grade", "Proposed")
    table: tuple[Block, ...] = (head, Table(headings=headings, rows=rows)) if rows else (none,)
    by_topic = Table(headings=("Source", "Topic", "Right", "Interval"), rows=topics)
    sections = [
        Section(title="Track record", blocks=table),
        Section(title="By topic", blocks=(by_topic,) if topics else ()),
    ]
    return composed(network, f"Track record: {network.casebook.title or 'Untitled casebook'}", sections)


def _record_row(network: Network, one: TrackRecord) -> tuple[str, ...]:
    proposed = "too few" if one.proposed is None or one.range is None else f"{one.proposed} ({' to '.join(one.range)})"
    return (
        name_of(network, one.source),
        _of(one.said.right),
        _interval(one.said.right),
        _of(one.said.asserted),
        _of(one.said.denied),
        _of(one.passed_on.right),
        one.grade or "none",
        proposed,
    )


def _of(share: Proportion) -> str:
    return f"{share.so} of {share.of}" if share.of else "–"


def _interval(share: Proportion) -> str:
    return f"{per_cent(share.low)} to {per_cent(share.high)}" if share.of else "–"


def render_records(network: Network, records: Sequence[TrackRecord]) -> str:
    """Track records as JSON."""
    return json_text(
        {
            "audience": network.casebook.audience,
            "casebook": casebook_digest(network.casebook),
            "sources": [
                {
                    "source": one.source,
                    "said": _tally(one.said),
                    "passed_on": _tally(one.passed_on),
                    "topics": {topic: _tally(tally) for topic, tally in one.topics.items()},
                    "grade": one.grade,
                    "proposed": one.proposed,
                    "range": None if one.range is None else list(one.range),
                }
                for one in records
            ],
        }
    )


def _tally(tally: Tally) -> JsonValue:
    right = tally.right
    return {
        "right": right.so,
        "of": right.of,
        "low": right.low if right.of else None,
        "high": right.high if right.of else None,
        "asserted": [tally.asserted.so, tally.asserted.of],
        "denied": [tally.denied.so, tally.denied.of],
    }
