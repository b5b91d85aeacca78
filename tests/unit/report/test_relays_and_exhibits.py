"""How reports tell of relays with an interest and of exhibits."""

import claimtrack as ct
from claimtrack._records import evolve

BOOK = ct.Casebook(
    sources=(
        ct.Source(id="lab", name="The Lab", kind="organisation", reliability="B"),
        ct.Source(id="service", name="The Service", kind="organisation", reliability="B"),
        ct.Source(id="paper", name="The Paper", kind="media", reliability="C"),
        ct.Source(id="camera", name="The Camera", kind="sensor"),
    ),
    claims=(ct.Claim(id="fell", text="It fell."),),
    documents=(ct.Document(id="video", title="A video of the pier"),),
    statements=(
        ct.Statement(
            id="s", origin="lab", claim="fell", stance="asserts", lineage="examined", exhibits=("video", "camera"),
            via=(ct.Relay(source="service", propensity="serves"), "paper"), terms="on the record",
        ),
    ),
)  # fmt: skip


def test_relays_are_told_with_their_interest() -> None:
    """Wherever a chain is printed, a relay has its interest, and the examiner what it examined."""
    report = ct.render(ct.compose(ct.explain(ct.score(BOOK))), "text").replace("\n", " ")
    words = " ".join(report.split())
    through = "through the Service (it serves them) and the Paper"
    assert f"The Lab (examined “A video of the pier” and the Camera), {through}: “It fell”." in words
    working = ct.explain(ct.score(BOOK)).accounts["fell"].reasons
    heard = "having examined “A video of the pier” and the Camera, heard through the Service (it serves them)"
    assert any(f"{heard} and the Paper." in step.text for step in working)


def test_the_picture_tells_what_a_relay_gains() -> None:
    """The box of an origin says what a relay with an interest gains, and nothing of a neutral one."""
    [panel] = ct.report.charts.case.compose.compose_panels(ct.score(BOOK))
    [origin] = panel.origins
    assert origin.notes.endswith("; through the Service (it serves them) and then the Paper")


def test_what_if_a_relay_had_an_interest() -> None:
    """A correction of `via` is a supposition like any other, and the account names the field."""
    neutral = ct.events.Corrected(collection="statements", id="s", changes={"via": ("service", "paper")})
    found = ct.what_if(ct.score(BOOK), neutral)
    assert found.after["fell"].probability > found.before["fell"].probability
    assert "via" in found.changes.scores[0].text


def test_a_card_says_where_rivals_move_a_claim_more_than_what_is_said_of_it() -> None:
    """Else the weight of a lone denial looks like what made the claim unlikely."""
    names = ("leak", "fire", "wave")
    book = ct.Casebook(
        sources=BOOK.sources,
        claims=tuple(ct.Claim(id=name, text=f"It was the {name}.") for name in names),
        questions=(ct.Question(id="why", text="Why?", claims=names, exhaustive=True),),
        statements=(
            ct.Statement(
                id="a", origin="service", claim="fire", stance="denies", lineage="decided", propensity="serves"
            ),
            ct.Statement(id="b", origin="lab", claim="leak", stance="asserts", lineage="witnessed"),
        ),
    )
    accounts = ct.explain(ct.score(book)).accounts
    said = [line.replace("\xa0", " ") for line in accounts["fire"].ground]
    assert said[-1] == "Its rivals move it most: beside them 30 % becomes 15 %."
    assert not any("rivals" in line for name in ("leak", "wave") for line in accounts[name].ground)


def test_a_cut_that_cannot_be_seen_is_not_told() -> None:
    """A step that would read as one from a number to the same number is left out of the text, and stays in the data."""
    examined = tuple(
        ct.Statement(
            id=name, origin=name, claim="fell", stance="asserts", lineage="examined", exhibits=("video",),
            certainty=certainty,
        )
        for name, certainty in (("lab", 0.0001), ("service", 0.0001))
    )  # fmt: skip
    seen = ct.Statement(id="seen", origin="paper", claim="fell", stance="asserts", lineage="witnessed")
    clear = tuple(evolve(one, certainty=1.0) for one in examined)
    for statements, times in (((*examined, seen), 0), ((*clear, seen), 1)):
        explanation = ct.explain(ct.score(evolve(BOOK, statements=statements)), closely=["fell"])
        rules = [reason.step.rule for reason in explanation["fell"].reasons]
        assert rules.count("one exhibit") == 1
        text = " ".join(ct.render(ct.report.documents.claim.compose_account(explanation, "fell"), "text").split())
        assert text.count("than the strongest of them: ") == times
        report = " ".join(ct.render(ct.compose(explanation), "text").split())
        assert report.count("Only once: “A video of the pier”") == times
        assert "1.08 for, not 1.08" not in report
