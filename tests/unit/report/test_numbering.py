"""The numbers of the evidence."""

from claimtrack.model import Casebook, Claim, Source, Statement
from claimtrack.network.build import build
from claimtrack.report.numbering import number_evidence


def test_evidence_is_numbered_claim_by_claim() -> None:
    """Each statement has a number of its own, from 1, in the order of the claims and then of the casebook."""
    book = Casebook(
        claims=(Claim(id="fire", text="It burned."), Claim(id="flood", text="It flooded.")),
        sources=(Source(id="kim", name="Kim"),),
        statements=(
            Statement(id="b", origin="kim", claim="flood", stance="asserts"),
            Statement(id="a", origin="kim", claim="fire", stance="denies"),
            Statement(id="c", origin="kim", claim="flood", stance="denies"),
        ),
    )
    numbers = {"a": 1, "b": 2, "c": 3}
    assert numbers == dict(number_evidence(build(book)))
