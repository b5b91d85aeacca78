"""Tracking: what became of judgments and of those who made statements, over time."""

from claimtrack.tracking.alerts import Alert, alerts
from claimtrack.tracking.calibration import Bin, Calibration, calibration
from claimtrack.tracking.forecasts import Forecast, forecasts
from claimtrack.tracking.history import History, Point, history
from claimtrack.tracking.record import Tally, TrackRecord, track_records
from claimtrack.tracking.shares import Share
from claimtrack.tracking.telling import Told, tell_events

__all__ = [
    "Alert",
    "Bin",
    "Calibration",
    "Forecast",
    "History",
    "Point",
    "Share",
    "Tally",
    "Told",
    "TrackRecord",
    "alerts",
    "calibration",
    "forecasts",
    "history",
    "tell_events",
    "track_records",
]
