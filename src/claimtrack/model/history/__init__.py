"""The history of a case: events with two times, and the casebook that they make."""

from claimtrack.model.history.changes import events_between
from claimtrack.model.history.events import (
    HEAD,
    KINDS,
    Added,
    Arranged,
    Corrected,
    Event,
    Graded,
    Happening,
    Merged,
    Outcome,
    Removed,
    Resolved,
    Restored,
    Retracted,
    Split,
    event,
    key_of,
)
from claimtrack.model.history.folding import Fold, Resolution
from claimtrack.model.history.hindsight import as_seen_now, still_protected, with_all_names
from claimtrack.model.history.replay import folded, in_order, known_by, record_of, replay, resolutions, time_of

__all__ = [
    "HEAD",
    "KINDS",
    "Added",
    "Arranged",
    "Corrected",
    "Event",
    "Fold",
    "Graded",
    "Happening",
    "Merged",
    "Outcome",
    "Removed",
    "Resolution",
    "Resolved",
    "Restored",
    "Retracted",
    "Split",
    "as_seen_now",
    "event",
    "events_between",
    "folded",
    "in_order",
    "key_of",
    "known_by",
    "record_of",
    "replay",
    "resolutions",
    "still_protected",
    "time_of",
    "with_all_names",
]
