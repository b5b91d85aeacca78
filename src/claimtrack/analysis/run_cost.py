"""What it costs to score claims again, in records: those that bear on them, and what the rings among them take."""

from collections.abc import Collection, Mapping
from types import MappingProxyType

from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import run

LOOK = 1
"""What a look at a link in a ring costs, in records."""
NO_LOOKS: Mapping[str, int] = MappingProxyType({})


def looks_of(assessment: Assessment) -> Mapping[str, int]:
    """What each ring of claims takes, by its first claim: looks at a link. Cost: a run where there are any rings."""
    network = assessment.network
    if not any(component.is_ring for component in network.components):
        return {}
    return run(assessment.method, network).looks


def records_of(network: Network, claims: Collection[str], looks: Mapping[str, int] = NO_LOOKS) -> int:
    """How many records a run on some claims scores again; what rings take is counted in records.

    Args:
        network: what holds the claims.
        claims: all of those that bear on what is asked.
        looks: what each ring takes, by its first claim.

    Cost: linear in the claims of the network, and in what bears on these.
    """
    found, wanted = 0, set(claims)
    for component in network.components:
        mine = component.claims
        if wanted.isdisjoint(mine):
            continue
        links = [link for claim in mine for link in network.inflow.get(claim, ())]
        found += len(mine) + len(links)
        found += sum(1 + len(chain.statement.via) for claim in mine for chain in network.chains[claim])
        found += LOOK * looks.get(mine[0], 0)
    return found
