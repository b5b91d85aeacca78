"""Rings of links that carry nothing."""

import claimtrack as ct


def test_a_ring_of_links_of_strength_0_is_no_ring() -> None:
    """Claims that are linked in a ring by links of strength 0 are scored as if there were no links."""
    claims = tuple(ct.Claim(id=name, text=f"It {name}.") for name in ("fell", "burnt"))
    kim = ct.Source(id="kim", name="Kim", reliability="B")
    said = ct.Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed")
    book = ct.Casebook(claims=claims, sources=(kim,), statements=(said,))
    ends = (("fell", "burnt"), ("burnt", "fell"))
    idle = [ct.Link(from_claim=one, to_claim=other, sign="supports", strength=0.0) for one, other in ends]
    scores = ct.score(book.with_records(*idle))
    assert {name: ct.score(book)[name].estimate for name in ("fell", "burnt")} == {
        name: scores[name].estimate for name in scores
    }
