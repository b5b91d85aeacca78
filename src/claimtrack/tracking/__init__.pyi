from claimtrack.tracking.alerts import Alert as Alert, find_alerts as find_alerts
from claimtrack.tracking.calibration import (
    Bin as Bin,
    Calibration as Calibration,
    Forecast as Forecast,
    collect_forecasts as collect_forecasts,
    measure_calibration as measure_calibration,
)
from claimtrack.tracking.score_history import Point as Point, ScoreHistory as ScoreHistory, track_score as track_score
from claimtrack.tracking.track_record import (
    Proportion as Proportion,
    Tally as Tally,
    TrackRecord as TrackRecord,
    measure_track_records as measure_track_records,
)
