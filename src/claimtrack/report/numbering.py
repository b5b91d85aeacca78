"""The numbers of the evidence: one for each statement, in the order of the list at the end of a report."""

from collections.abc import Mapping

from claimtrack.network.build import Network


def number_evidence(network: Network) -> Mapping[str, int]:
    """Number the statements from 1, claim by claim; also those that no longer stand.

    The same number stands for a statement in every part of a report, and in the brief and the full report alike.

    Cost: linear in statements and claims.
    """
    places = {claim.id: place for place, claim in enumerate(network.casebook.claims)}
    ordered = sorted(network.casebook.statements, key=lambda statement: places[statement.claim])
    return {statement.id or "": number for number, statement in enumerate(ordered, start=1)}
