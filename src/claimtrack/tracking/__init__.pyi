from claimtrack.tracking.alerts import (
    Alert as Alert,
)
from claimtrack.tracking.calibration import (
    Bin as Bin,
    Calibration as Calibration,
    Forecast as Forecast,
    forecasts as forecasts,
)
from claimtrack.tracking.proportion import (
    Proportion as Proportion,
)
from claimtrack.tracking.score_history import (
    Point as Point,
    ScoreHistory as ScoreHistory,
)
from claimtrack.tracking.track_record import (
    Tally as Tally,
    TrackRecord as TrackRecord,
    track_records as track_records,
)
