from claimtrack.network.build import Network as Network
from claimtrack.network.chains import Chain as Chain
from claimtrack.network.components import (
    Component as Component,
    Node as Node,
    Ring as Ring,
    RingKind as RingKind,
    components_of as components_of,
)
from claimtrack.network.groups import DependenceGroup as DependenceGroup
from claimtrack.network.rivals import Family as Family
from claimtrack.network.subgraph import downstream as downstream, restrict as restrict, upstream as upstream
