"""The plain form: a ledger as lines, the same events, lossless both ways; and events of others taken in."""

import json
from pathlib import Path

import attrs
import pytest
from hypothesis import given, strategies as st

import claimtrack as ct
from claimtrack.dates import moment_of
from claimtrack.errors.failures import DamagedLedger
from claimtrack.ledger.chain import Row, chain_hash
from claimtrack.ledger.event_json import event_text
from claimtrack.ledger.import_export import salvage
from claimtrack.ledger.jsonl import dump_lines, read_rows
from claimtrack.testing import RandomChooser, make_history

FELL = ct.events.event(ct.Claim(id="fell", text="The bridge fell."), learned=moment_of("2021-03-01"))
SANK = ct.events.event(ct.Claim(id="sank", text="It sank."), learned=moment_of("2021-03-02"))


@given(seed=st.integers(0, 2_000))
def test_nothing_is_lost_either_way(seed: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Into lines and back the events, times, hashes and the head are the same, and so are the lines, to the byte."""
    folder = tmp_path_factory.mktemp("lines")
    with ct.Ledger.create(folder / "one.ledger") as one, ct.Ledger.create(folder / "two.ledger") as two:
        one.append(*make_history(RandomChooser(seed)))
        text = ct.ledger.export_lines(one, folder / "one.jsonl")
        taken = ct.ledger.import_lines(two, folder / "one.jsonl")
        assert one.head == taken.head
        assert list(one.entries()) == list(two.entries())
        assert text == ct.ledger.export_lines(two)
        assert one.casebook() == two.casebook()


@pytest.fixture
def lines(tmp_path: Path) -> Path:
    """Lines of a ledger with two events."""
    with ct.Ledger.create(tmp_path / "other.ledger") as other:
        other.append(FELL)
        other.append(SANK)
        ct.ledger.export_lines(other, tmp_path / "other.jsonl")
    return tmp_path / "other.jsonl"


def test_lines_that_go_on_are_taken_now(lines: Path, tmp_path: Path) -> None:
    """A ledger that begins as the lines do takes what comes after once, records it now, and believes no other past."""
    content = lines.read_text(encoding="utf-8").splitlines(keepends=True)
    lines.write_text("".join(content[:2]), encoding="utf-8")
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        ct.ledger.import_lines(made, lines)
        assert content[:2] == ct.ledger.export_lines(made).splitlines(keepends=True)
        lines.write_text("".join(content), encoding="utf-8")
        then = made.now()
        before = made.casebook(as_of=then)
        (taken,) = ct.ledger.import_lines(made, lines).events
        assert taken.what.id == "sank"
        assert before == made.casebook(as_of=then)
        assert [one.id for one in made.casebook().claims] == ["fell", "sank"]
        assert ct.ledger.import_lines(made, lines).events == ()


@pytest.mark.parametrize(
    ("recorded", "told"),
    [
        ("2020-01-01T00:00:00.000000Z", "before the event before it"),
        ("2999-01-01T00:00:00.000000Z", "in the future"),
        ("9999-12-31T23:59:59.999999Z", "in the future"),
        ("", "does not say when"),
    ],
)
@pytest.mark.parametrize("begins", [0, 1], ids=["empty", "begins alike"])
def test_lines_that_no_ledger_would_have_recorded_are_refused(
    lines: Path, tmp_path: Path, recorded: str, told: str, begins: int
) -> None:
    """With a whole chain, an event recorded before its predecessor or in the future is refused with its line."""
    salt, rows = read_rows(lines)
    raw = json.loads(rows[1].body) | {"recorded": recorded, "learned": "2020-01-01T00:00:00.000000Z"}
    body = json.dumps(raw, sort_keys=True, separators=(",", ":"))
    forged = attrs.evolve(rows[1], body=body, hash=chain_hash(rows[0].hash, body))
    lines.write_text("".join(dump_lines(salt, rows[:begins])), encoding="utf-8")
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        ct.ledger.import_lines(made, lines)
        lines.write_text("".join(dump_lines(salt, [rows[0], forged])), encoding="utf-8")
        with pytest.raises(DamagedLedger, match=f"line 3, event 2: .*{told}"):
            ct.ledger.import_lines(made, lines)
        assert made.head.count == begins
        with pytest.raises(ct.ClaimtrackError):
            made.append_rows([rows[0], forged], salt=salt)


def test_what_is_yet_to_be_learned_is_refused(tmp_path: Path) -> None:
    """Lines without hashes are recorded now, whatever they say; one that was learned later is refused with its line."""
    path = tmp_path / "mine.jsonl"
    late = attrs.evolve(SANK, learned=moment_of("2999-01-01"), recorded=moment_of("2999-01-01"))
    path.write_text(f"{event_text(FELL)}\n\n{event_text(late)}\n", encoding="utf-8")
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        with pytest.raises(ct.ClaimtrackError, match="line 3: it says that it was learned at 2999"):
            ct.ledger.import_lines(made, path)
        assert made.head.count == 0
        path.write_text(event_text(attrs.evolve(late, learned=SANK.learned)), encoding="utf-8")
        (taken,) = ct.ledger.import_lines(made, path).events
        assert (taken.learned, taken.recorded) == (SANK.learned, None)
        (event,) = made.events()
        assert event.recorded is not None
        assert event.recorded <= made.now()


@pytest.mark.parametrize("count", [2, 0], ids=["a continuation", "an empty ledger"])
def test_what_speaks_of_nothing_is_refused(count: int, lines: Path, tmp_path: Path) -> None:
    """Lines that grade a source which is in no casebook are told with its place, and nothing is taken."""
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        if count:
            ct.ledger.import_lines(made, lines)
        salt, rows = read_rows(lines)
        now = made.now().text
        raw = {"kind": "graded", "shelf": "sources", "id": "nobody", "grade": "A", "learned": now, "recorded": now}
        body = json.dumps(raw)
        rows.append(Row(3, "", body, chain_hash(rows[-1].hash, body)))
        lines.write_text("".join(dump_lines(salt, rows)), encoding="utf-8")
        with pytest.raises(ct.InvalidCasebook, match='unknown source "nobody"'):
            ct.ledger.import_lines(made, lines)
        assert made.head.count == count


@pytest.mark.parametrize(
    "head",
    [
        '{"claimtrack":"ledger","x":' + "[" * 100_000,
        '{"claimtrack":"ledger","version":1,"salt":"00","more":1}',
        '{"claimtrack":"ledger","version":1,"salt":"0"}',
        '{"claimtrack":"ledger","version":1,"salt":0}',
        '{"claimtrack":"ledger"}',
    ],
)
def test_a_head_line_is_as_it_is_written_or_none(head: str, lines: Path, tmp_path: Path) -> None:
    """Whatever is deep in it, added to it or missing in it, it is told that the first line is not a ledger's."""
    lines.write_text("\n".join([head, *lines.read_text(encoding="utf-8").splitlines()[1:]]), encoding="utf-8")
    with pytest.raises(ct.InvalidCasebook, match="the first line is not the head of a ledger"):
        ct.ledger.verify(lines)
    with (
        ct.Ledger.create(tmp_path / "case.ledger") as made,
        pytest.raises(ct.InvalidCasebook, match="the first line is not the head of a ledger"),
    ):
        ct.ledger.import_lines(made, lines)


def test_lines_that_git_gave_other_ends_are_the_same(lines: Path, tmp_path: Path) -> None:
    """A carriage return at the end of a line is no change."""
    lines.write_bytes(lines.read_bytes().replace(b"\n", b"\r\n"))
    assert ct.ledger.verify(lines).intact
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        assert ct.ledger.import_lines(made, lines).head.count == 2


def test_events_of_another_ledger_are_taken_in_with_their_times(lines: Path, tmp_path: Path) -> None:
    """They are recorded now; what was believed before stays; what is known already is not taken twice."""
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        made.append(ct.events.event(ct.Claim(id="third", text="A third.")))
        made.append(FELL)
        before = made.casebook(as_of=moment_of("2021-03-05"))
        taken = ct.ledger.import_lines(made, lines)
        assert [event.what.id for event in taken.events] == ["sank"]
        assert before == made.casebook(as_of=moment_of("2021-03-05"))
        assert {"fell", "sank", "third"} == {claim.id for claim in made.casebook().claims}
        assert ct.ledger.import_lines(made, lines).events == ()


def test_lines_by_hand_need_no_hash(tmp_path: Path) -> None:
    """Events alone, one a line, are taken as they are."""
    path = tmp_path / "mine.jsonl"
    path.write_text(
        f"{event_text(FELL)}\n\n{event_text(ct.events.event(ct.Claim(id='third', text='?')))}\n", encoding="utf-8"
    )
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        assert ct.ledger.import_lines(made, path).head.count == 2
        first, second = made.events()
        assert first.learned.day == "2021-03-01"  # type: ignore[union-attr]
        assert second.learned == second.recorded


def test_mistakes_in_lines_are_told_together(tmp_path: Path) -> None:
    """Each with its line and place, and nothing is taken."""
    path = tmp_path / "mine.jsonl"
    path.write_text(f'{event_text(FELL)}\n{{"kind":"adde"}}\n{{\n', encoding="utf-8")
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        with pytest.raises(ct.InvalidCasebook) as caught:
            ct.ledger.import_lines(made, path)
        assert [one.place for one in caught.value.problems] == ["line 2, kind", "line 3, line 1, column 2"]
        assert made.head.count == 0
        path.write_bytes(b"\xff\n")
        with pytest.raises(ct.InvalidCasebook, match="UTF-8"):
            ct.ledger.import_lines(made, path)


def test_events_that_make_no_casebook_are_refused(tmp_path: Path) -> None:
    """Nothing is taken of lines after which the casebook would contradict itself."""
    path = tmp_path / "mine.jsonl"
    question = ct.events.event(ct.Question(id="why", text="?", claims=("fell",), exhaustive=True))
    path.write_text(f"{event_text(FELL)}\n{event_text(question)}\n", encoding="utf-8")
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        with pytest.raises(ct.InvalidCasebook, match="at least 2"):
            ct.ledger.import_lines(made, path)
        assert made.head.count == 0


@pytest.mark.parametrize("known", [(), (ct.events.event(ct.Claim(id="third", text="?")),)], ids=["empty", "another"])
def test_damaged_lines_are_not_taken(known: tuple[ct.events.Event, ...], lines: Path, tmp_path: Path) -> None:
    """A line that was changed is named, whether the ledger is empty or another one, and nothing is taken."""
    lines.write_text(lines.read_text(encoding="utf-8").replace("It sank.", "It swam."), encoding="utf-8")
    with ct.Ledger.create(tmp_path / "case.ledger") as made:
        made.append(*known)
        with pytest.raises(DamagedLedger, match="event 2"):
            ct.ledger.import_lines(made, lines)
        assert made.head.count == len(known)


@pytest.mark.usefixtures("lines")
def test_what_is_intact_can_be_read_of_a_damaged_ledger(tmp_path: Path) -> None:
    """The events that are whole come back, in their order."""
    path = tmp_path / "other.ledger"
    content = path.read_bytes()
    at = content.index(b'"It sank."')
    path.write_bytes(content[:at] + b'"It sank.' + b"\x00" + content[at + 10 :])
    assert [event.what.id for event in salvage(path).events] == ["fell"]
