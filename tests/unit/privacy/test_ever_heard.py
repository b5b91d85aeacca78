"""Who was ever heard in confidence stays hidden, whatever became of what they said."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.dates import moment_of
from claimtrack.history.events import Corrected, Event, Happening, Merged, Removed, event
from claimtrack.history.replay import state_of
from claimtrack.model.casebook import Record
from claimtrack.privacy.redact import redact
from claimtrack.privacy.retroactive import redact_earlier, redact_past, with_all_names, with_hidden_of
from claimtrack.tracking.score_history import track_score

TERN = ct.Source(id="tern", name="Tove Arnbak")
GULL = ct.Source(id="gull", name="Nightingale")
HERALD = ct.Source(id="herald", name="The Vale Herald", kind="media")
SPILL = ct.Claim(id="spill", text="Oil was spilled.")
NOTE = ct.Note(kind="gap", about="spill", text="Tove Arnbak keeps the keys.")
OPEN = ct.Statement(id="open", origin="herald", claim="spill", stance="denies", terms="on the record")


def heard(terms: str = "background", **fields: Any) -> ct.Statement:
    """A statement that was heard from Tove Arnbak."""
    return ct.Statement(
        **{"id": "heard", "origin": "tern", "claim": "spill", "stance": "asserts", "terms": terms, **fields}
    )


def told(*what: Record | Happening) -> list[Event]:
    """What happened, a day apart each."""
    return [
        event(one, learned=moment_of(f"2024-03-{day + 1:02}"), because="It was so.") for day, one in enumerate(what)
    ]


def public(events: Iterable[Event]) -> str:
    """The public casebook of now."""
    state = state_of(events)
    now = redact(with_all_names(state.casebook(), state))
    return ct.dumps(redact_past(state.casebook(), now, state).casebook, format="json")


CASE = (TERN, GULL, HERALD, SPILL, NOTE, OPEN)


@pytest.mark.parametrize("terms", ["background", "deep background", "off the record", "not agreed"])
@pytest.mark.parametrize(
    "after",
    [
        [Removed(collection="statements", id="heard")],
        [Removed(collection="statements", id="heard"), Removed(collection="sources", id="tern")],
        [Corrected(collection="statements", id="heard", changes={"origin": "herald", "terms": "on the record"})],
        [Corrected(collection="statements", id="heard", changes={"claim": "late"})],
    ],
    ids=["removed", "removed with its source", "given to another", "moved"],
)
def test_a_source_stays_hidden_when_what_it_said_is_gone(terms: str, after: list[Happening]) -> None:
    """On whatever terms that hide, and whether the statement was removed or corrected."""
    late = ct.Claim(id="late", text="The alarm came late.")
    text = public(told(*CASE, late, heard(terms), *after))
    assert ("Arnbak" in text, "keeps the keys" in text) == (False, True)


def test_a_source_that_is_named_by_a_public_statement_of_its_own_is_no_secret() -> None:
    """That it was also heard in confidence, and is no more, hides nothing."""
    own = heard("on the record", id="own")
    text = public(told(*CASE, heard(), own, Removed(collection="statements", id="heard")))
    assert "Tove Arnbak keeps the keys" in text


def test_an_innocent_source_stays_named_when_its_statement_is_removed() -> None:
    """What was said on the record hides nobody."""
    text = public(told(*CASE, heard("on the record"), Removed(collection="statements", id="heard")))
    assert "Tove Arnbak keeps the keys" in text


@pytest.mark.parametrize("into_named", [True, False])
def test_a_hidden_name_does_not_become_a_public_alias(*, into_named: bool) -> None:
    """Where a source that is named and one that is not turn out to be one, in either direction."""
    named = ct.Statement(id="named", origin="gull", claim="spill", stance="asserts", terms="on the record")
    merged = Merged(id="tern", into="gull") if into_named else Merged(id="gull", into="tern")
    assert "Arnbak" not in public(told(*CASE, heard(), named, merged))


def history_days(events: list[Event]) -> list[str]:
    """The days that a public history prints."""
    points = track_score(events, "spill", audience="public").points
    return [point.learned.day for point in points if point.learned is not None]


def test_the_next_event_that_is_not_public_tells_no_day() -> None:
    """What was learned of hidden sources is shown at the next point at which something public changed."""
    source = ct.Source(id="tern", name="Tove Arnbak", protected=True)
    begun = [event(one, learned=moment_of("2024-05-01")) for one in (source, HERALD, SPILL, heard())]
    between = (
        heard("off the record", id="other"),
        ct.Note(kind="deception check", about="tern", text="Unlikely."),
        Corrected(collection="sources", id="herald", changes={"note": "Ask again."}),
    )
    last = event(OPEN, learned=moment_of("2024-05-09"))
    days = [
        history_days(
            [*begun, *(event(some, learned=moment_of("2024-05-05"), because="It is so.") for some in one), last]
        )
        for one in ((), *((one,) for one in between))
    ]
    assert days == [["2024-05-09"]] * 4


def compared(before: ct.Casebook, after: ct.Casebook) -> str:
    """Both sides of a public comparison."""
    now = redact(with_hidden_of(before, after))
    return "\n".join(ct.dumps(one.casebook, format="json") for one in (redact_earlier(before, now), now))


def book(*records: Record) -> ct.Casebook:
    """A casebook of some records."""
    return ct.Casebook().with_records(*records)


def test_a_comparison_names_a_source_that_went_on_the_record() -> None:
    """It was protected before and is not now; or it was the same person as one that is, and is not now."""
    veiled = book(ct.Source(id="tern", name="Tove Arnbak", protected=True), SPILL, heard())
    assert compared(veiled, book(TERN, SPILL, heard("on the record"))).count("Tove Arnbak") == 2
    same = ct.Dependence(sources=("tern", "gull"), kind="same person")
    own = ct.Statement(id="named", origin="gull", claim="spill", stance="asserts", terms="on the record")
    apart = book(ct.Source(id="tern", name="Tove Arnbak", protected=True), GULL, SPILL, heard(), own)
    text = compared(apart.with_records(same), apart)
    assert (text.count('"name": "Nightingale"'), "Arnbak" in text) == (2, False)


def test_a_comparison_keeps_a_name_that_only_the_hidden_source_had() -> None:
    """It went on the record under another name; the old one is in no text of either side."""
    before = book(ct.Source(id="tern", name="Tove Arnbak", protected=True), SPILL, heard(), HERALD, OPEN, NOTE)
    after = book(ct.Source(id="tern", name="A worker"), SPILL, heard("on the record"), HERALD, OPEN, NOTE)
    text = compared(before, after)
    assert ("Arnbak" in text, text.count('"name": "A worker"')) == (False, 2)


def test_a_comparison_hides_whom_only_the_earlier_casebook_heard_in_confidence() -> None:
    """Its statement is gone, and its name stands in a note of the later one."""
    assert "Arnbak" not in compared(book(TERN, SPILL, heard()), book(TERN, SPILL, OPEN, HERALD, NOTE))


@pytest.mark.parametrize(
    ("fields", "url", "is_named"),
    [
        ({"document": "d"}, "https://paper.example/a", True),
        *(
            ({"document": "d"}, url, False)
            for url in (
                "n/a", "-", "interview.docx", "file:///desk/a.txt", "mailto:desk@paper.example", "http://localhost/a",
                "http://desk/a", "https://wiki.internal/a", "http://192.168.1.4/a", "http://[::1]/a", "https://[", "http://192.168.1.4./a",
                "http://127.1/a", "http://desk.home.arpa/a", "http://a.test/a",
            )
        ),
        ({"via": ("herald",)}, None, True),
        ({"via": ("herald",), "anonymous": True}, None, False),
        ({"document": "d", "anonymous": True}, "https://paper.example/a", False),
        ({"document": "d", "terms": "published", "anonymous": True}, "https://paper.example/a", False),
    ],
)  # fmt: skip
def test_only_what_others_can_read_and_what_names_it_opens_a_source(
    fields: dict[str, Any], url: str | None, *, is_named: bool
) -> None:
    """An address that others can reach, or a named medium, and a text that does not withhold the name."""
    document = ct.Document(id="d", title="An interview", url=url)
    said = heard(**{"terms": "not agreed", **fields})
    whole = ct.Casebook(sources=(TERN, HERALD), claims=(SPILL,), documents=(document,), statements=(said,))
    assert is_named is ("Arnbak" in ct.dumps(ct.for_audience(whole, "public"), format="json"))


def test_a_source_with_a_descriptor_is_not_named_for_want_of_terms() -> None:
    """The desk wrote how to call it instead."""
    nurse = ct.Source(id="tern", name="Tove Arnbak", descriptor="a nurse")
    whole = ct.Casebook(sources=(nurse, HERALD), claims=(SPILL,), statements=(heard("not agreed", via=("herald",)),))
    assert "Arnbak" not in ct.dumps(ct.for_audience(whole, "public"), format="json")


def test_the_id_of_a_hidden_source_is_a_word_in_prose() -> None:
    """Public ids are made anew, so that it tells nothing there."""
    whole = ct.Casebook(
        sources=(ct.Source(id="ferry-road", name="Tove Arnbak", protected=True),),
        claims=(ct.Claim(id="spill", text="The bridge at Ferry Road fell after the G20."),),
        statements=(heard(origin="ferry-road"),),
    )
    seen = ct.for_audience(whole, "public")
    assert [claim.text for claim in seen.claims] == ["The bridge at Ferry Road fell after the G20."]


@pytest.mark.parametrize("command", [["check"], ["ledger", "log"]])
def test_an_internal_command_says_so_where_the_switch_is_public(
    command: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """The switch is not ignored in silence."""
    file = tmp_path / "case.toml"
    ct.write(book(TERN, SPILL, heard()), file)
    main(["ledger", "init", str(tmp_path / "case.ledger"), str(file)])
    monkeypatch.setenv("CLAIMTRACK_AUDIENCE", "public")
    capsys.readouterr()
    main([*command, str(tmp_path / "case.ledger")])
    assert "this is for internal readers only, though CLAIMTRACK_AUDIENCE says public" in capsys.readouterr().err
