"""The casebook seen as chains, origins, groups, families and links."""

from claimtrack.network.bearing import bearing_on, resting_on, upstream
from claimtrack.network.chains import Chain
from claimtrack.network.families import Family
from claimtrack.network.groups import Group
from claimtrack.network.links import Knot, Node, knots_of
from claimtrack.network.network import Network, build
from claimtrack.network.rings import Ring

__all__ = [
    "Chain",
    "Family",
    "Group",
    "Knot",
    "Network",
    "Node",
    "Ring",
    "bearing_on",
    "build",
    "knots_of",
    "resting_on",
    "upstream",
]
