from claimtrack.network.build import (
    Network as Network,
)
from claimtrack.network.chains import (
    Chain as Chain,
)
from claimtrack.network.groups import (
    Group as Group,
)
from claimtrack.network.links import (
    Knot as Knot,
    Node as Node,
    knots_of as knots_of,
)
from claimtrack.network.rings import (
    Ring as Ring,
)
from claimtrack.network.rivals import (
    Family as Family,
)
from claimtrack.network.subgraph import (
    bearing_on as bearing_on,
    resting_on as resting_on,
    upstream as upstream,
)
