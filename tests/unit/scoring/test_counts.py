"""Counts: statements, origins, first-hand origins and findings, of a claim and of a whole casebook."""

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Link
from claimtrack.model.sources import Established, Source
from claimtrack.model.statements import Statement
from claimtrack.scoring.assessment import Counts
from claimtrack.scoring.counts import CaseCounts, counts_of_case

BOOK = Casebook(
    sources=tuple(Source(id=name, name=name.title(), reliability="B") for name in ("ann", "ben", "cid", "dot")),
    claims=(Claim(id="fell", text="F."), Claim(id="cracks", text="C."), Claim(id="sold", text="S.", kind="opinion")),
    statements=(
        Statement(origin="ann", claim="fell", stance="asserts", lineage="witnessed"),
        Statement(origin="ann", claim="fell", stance="asserts", lineage="told"),
        Statement(origin="ben", claim="fell", stance="denies", lineage="deduced"),
        Statement(origin="cid", claim="cracks", stance="asserts", lineage="told"),
        Statement(origin="dot", claim="sold", stance="asserts"),
    ),
    links=(Link(from_claim="cracks", to_claim="fell", sign="supports"),),
    established=(Established(source="ben", because="He kept the log."),),
)


def test_counts_of_a_claim() -> None:
    """First-hand, shown independent and not known are told apart, and so are origins and findings."""
    assert ct.score(BOOK)["fell"].counts == Counts(
        statements=3, origins=2, established=2, first_hand=1, origins_for=1, origins_against=1, established_for=1,
        established_against=1, first_hand_for=1, first_hand_against=0, linked_for=1, findings_for=1,
    )  # fmt: skip


def test_counts_of_a_casebook() -> None:
    """An opinion is not counted; who is first-hand in one statement and not in another is so in part."""
    counts = counts_of_case(ct.score(BOOK).network)
    assert counts == CaseCounts(statements=4, origins=3, first_hand=1, shown_independent=1, partly=1, at_most=False)
    assert counts.established == 2


def test_labels_make_a_count_an_upper_bound() -> None:
    """Where a label stands among several origins, in public there may be fewer of them; internally there are not."""
    hidden = Source(id="eve", name="Eve Jones", protected=True, descriptor="a nurse", reliability="B")
    said = Statement(origin="eve", claim="fell", stance="asserts", lineage="witnessed", terms="background")
    alone = Casebook(sources=(hidden,), claims=BOOK.claims, statements=(said,))
    ours = tuple(evolve(one, terms="on the record") for one in BOOK.statements)
    both = Casebook(sources=(*BOOK.sources, hidden), claims=BOOK.claims, statements=(*ours, said))
    assert ct.score(both, audience="public")["fell"].counts.at_most
    assert not ct.score(both)["fell"].counts.at_most
    assert not ct.score(alone, audience="public")["fell"].counts.at_most
