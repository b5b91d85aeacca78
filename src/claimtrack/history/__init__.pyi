from claimtrack.history.diff import (
    RecordChange as RecordChange,
    events_between as events_between,
)
from claimtrack.history.events import (
    HEAD as HEAD,
    KINDS as KINDS,
    Added as Added,
    Arranged as Arranged,
    Corrected as Corrected,
    Event as Event,
    Graded as Graded,
    Happening as Happening,
    Merged as Merged,
    Outcome as Outcome,
    Removed as Removed,
    Resolved as Resolved,
    Restored as Restored,
    Retracted as Retracted,
    Split as Split,
    event as event,
    key_of as key_of,
)
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
