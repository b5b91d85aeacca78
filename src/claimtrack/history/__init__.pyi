from claimtrack.history import events as events
from claimtrack.history.diff import RecordChange as RecordChange, events_between as events_between
from claimtrack.history.merge_sources import Collections as Collections
from claimtrack.history.replay import (
    in_order as in_order,
    known_by as known_by,
    record_of as record_of,
    resolutions as resolutions,
    state_of as state_of,
    time_of as time_of,
)
from claimtrack.history.state import (
    KnownRecord as KnownRecord,
    Resolution as Resolution,
    State as State,
)
