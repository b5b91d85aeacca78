"""How often each source was right, as a report and as data."""

from collections.abc import Sequence

from claimtrack.analysis.sentences import name_of
from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Table, make_section
from claimtrack.report.documents.assemble import assemble, encode_fields, title_of
from claimtrack.scales.words import per_cent
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.tracking.track_record import Proportion, Tally, TrackRecord

_HEAD = (
    "How often what a source said itself was right, of the claims that were resolved; each claim counts once. A grade "
    "is proposed once five claims are resolved; it is never applied by itself. The interval shows how little a few "
    "cases tell."
)
_NONE = "No claim is resolved of which a statement speaks that stands."
_HEADINGS = ("Source", "Right", "Interval", "Asserting", "Denying", "Passing on", "Grade", "Proposed")


def compose_records(network: Network, records: Sequence[TrackRecord]) -> Report:
    """Compose how often each source was right, with the grade that this speaks for beside the analyst's."""
    table = Table(headings=_HEADINGS, rows=tuple(_row(network, record) for record in records))
    topics = tuple(
        (name_of(network, record.source), topic, _fraction(tally.right), _interval(tally.right))
        for record in records
        for topic, tally in record.topics.items()
    )
    by_topic = Table(headings=("Source", "Topic", "Right", "Interval"), rows=topics)
    sections = [
        make_section("Track record", _HEAD if records else _NONE, table),
        make_section("By topic", by_topic),
    ]
    return assemble(network, f"Track record: {title_of(network)}", sections)


def _row(network: Network, record: TrackRecord) -> tuple[str, ...]:
    unknown = record.proposed is None or record.range is None
    proposed = "too few" if unknown else f"{record.proposed} ({' to '.join(record.range or ())})"
    return (
        name_of(network, record.source),
        _fraction(record.said.right),
        _interval(record.said.right),
        _fraction(record.said.asserted),
        _fraction(record.said.denied),
        _fraction(record.passed_on.right),
        record.grade or "none",
        proposed,
    )


def _fraction(share: Proportion) -> str:
    return f"{share.so} of {share.of}" if share.of else "–"


def _interval(share: Proportion) -> str:
    return f"{per_cent(share.low)} to {per_cent(share.high)}" if share.of else "–"


def render_records_json(network: Network, records: Sequence[TrackRecord]) -> str:
    """Render track records as JSON."""
    return json_text(
        {
            "audience": network.casebook.audience,
            "casebook": casebook_digest(network.casebook),
            "sources": [
                {
                    "source": record.source,
                    "said": _encode_tally(record.said),
                    "passed_on": _encode_tally(record.passed_on),
                    "topics": {topic: _encode_tally(tally) for topic, tally in record.topics.items()},
                    **encode_fields(record, "grade", "proposed", "range"),
                }
                for record in records
            ],
        }
    )


def _encode_tally(tally: Tally) -> JsonValue:
    right = tally.right
    return {
        "right": right.so,
        "of": right.of,
        "low": right.low if right.of else None,
        "high": right.high if right.of else None,
        "asserted": [tally.asserted.so, tally.asserted.of],
        "denied": [tally.denied.so, tally.denied.of],
    }
