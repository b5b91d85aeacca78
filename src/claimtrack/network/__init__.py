"""The casebook seen as chains, origins and groups."""

from claimtrack.network.chains import Chain
from claimtrack.network.groups import Group
from claimtrack.network.network import Family, Network, build
from claimtrack.network.rings import Ring

__all__ = ["Chain", "Family", "Group", "Network", "Ring", "build"]
