"""Events as lines: one spelling for each, read back whole, and mistakes told kindly."""

import json

import attrs
import pytest
from hypothesis import given, strategies as st

import claimtrack as ct
from claimtrack._records import record
from claimtrack.dates import moment_of
from claimtrack.errors.problems import MissingField
from claimtrack.history.events import KINDS
from claimtrack.history.replay import state_of
from claimtrack.history.state import State
from claimtrack.ledger import event_json
from claimtrack.ledger.event_json import event_text, load_event, plain_event
from claimtrack.report import describe_events
from claimtrack.testing import RandomChooser, make_history

MOMENT = moment_of("2021-03-30")


@given(st.integers(0, 10_000))
def test_an_event_is_read_back_whole(seed: int) -> None:
    """Written and read, an event is the same, and written again it has the same bytes."""
    for one in make_history(RandomChooser(seed)):
        text = event_text(one)
        assert one == load_event(text)
        assert text == event_text(load_event(text))
        assert "\n" not in text


def every_kind() -> list[ct.events.Event]:
    """An event of every kind, with all of its fields."""
    more = {
        "so": ct.PartialDate("2021-03~"),
        "learned": MOMENT,
        "by": "Ada",
        "because": "it was found out",
        "told": ("the desk", "the source"),
    }
    happened: list[object] = [
        ct.Source(id="kim", name="Kim"),
        ct.Link(id="l", from_claim="a", to_claim="b", sign="supports"),
        ct.Note(kind="gap", text="?"),
        ct.events.Corrected(collection="links", id="l", changes={"from_claim": "c", "strength": 0.5}),
        ct.events.Corrected(
            collection="statements", id="s", changes={"standing": ct.Standing(is_="retracted"), "via": ("a", "b")}
        ),
        ct.events.Corrected(
            collection="documents", id="d", changes={"text": ct.TextFile(path="a.txt"), "digest": None}
        ),
        ct.events.Corrected(
            collection="casebook", id="casebook", changes={"policy": ct.Policy(ungraded=0.1), "title": "A"}
        ),
        ct.events.Removed(collection="established", id="established-1"),
        ct.events.Retracted(id="s", standing="corrected", replaced_by="s2"),
        ct.events.Restored(collection="statements", id="s"),
        ct.events.Graded(id="kim", grade=None, topic="border"),
        ct.events.Resolved(id="a", outcome="open"),
        ct.events.Merged(id="kim", into="lee"),
        ct.events.Split(id="kim", to="lee", statements=("s", "t")),
        ct.events.Arranged(collection="sources", ids=("lee", "kim")),
    ]
    return [ct.events.event(one, **more) for one in happened]  # type: ignore[arg-type]


def test_every_kind_is_read_back() -> None:
    """No kind of event and no field of one is lost on the way."""
    events = every_kind()
    assert set(KINDS) == {one.kind for one in events}, "every_kind() has an event of each kind: add one of the new kind"
    for one in events:
        assert one == load_event(event_text(one))


@record
class Renumbered:
    """A kind of event that the library does not have."""

    needs_reason = True
    collection: str = attrs.field()
    id: str = attrs.field()
    rank: int = attrs.field()

    def apply(self, state: State, **_: object) -> None:
        state.orders[self.collection] = (self.id,)

    def describe(self, state: State) -> str:
        return f"{self.id} is number {self.rank} of {len(state.collections[self.collection])}."


def test_relays_and_exhibits_are_written_as_in_files() -> None:
    """A neutral relay is its id in a line, as in every older ledger; one with an interest is a table."""
    said = ct.Statement(id="s", origin="kim", claim="a", stance="asserts", via=("lee",))
    plain = '{"kind":"added","record":{"claim":"a","id":"s","origin":"kim","stance":"asserts","via":["lee"]},'
    assert event_text(ct.events.event(said)) == f'{plain}"shelf":"statements"}}'
    relay = ct.Relay(source="max", propensity="serves")
    seen = attrs.evolve(said, via=("lee", relay), lineage="examined", exhibits=("video",))
    text = event_text(ct.events.event(seen))
    assert '"exhibits":["video"],' in text
    assert '"via":["lee",{"propensity":"serves","source":"max"}]' in text
    assert load_event(text).what == ct.events.event(seen).what
    change = ct.events.event(
        ct.events.Corrected(collection="statements", id="s", changes={"via": ("lee", relay)}), because="more is known"
    )
    assert '"changes":{"via":["lee",{"propensity":"serves","source":"max"}]}' in event_text(change)
    assert change == load_event(event_text(change))


def test_a_kind_of_event_is_its_record(monkeypatch: pytest.MonkeyPatch) -> None:
    """What a kind does, says and needs stands in its record: its name is all that is needed beside it."""
    monkeypatch.setattr(event_json, "KINDS", {**KINDS, "renumbered": Renumbered})
    what = Renumbered(collection="sources", id="kim", rank=1)
    with pytest.raises(MissingField):
        ct.events.event(what)  # type: ignore[arg-type]
    events = [
        ct.events.event(ct.Source(id="lee", name="Lee")),
        ct.events.event(ct.Source(id="kim", name="Kim")),
        ct.events.event(what, because="she comes first"),  # type: ignore[arg-type]
    ]
    assert events[-1] == load_event(event_text(events[-1]))
    assert [name for name, _ in state_of(events).records("sources")] == ["kim", "lee"]
    assert [one.text for one in describe_events(events)][-1] == "kim is number 1 of 2."


@pytest.mark.parametrize("name", ["kind", "shelf", *(one.name for one in attrs.fields(ct.events.Event)[1:])])
def test_no_kind_has_a_field_of_every_event(name: str) -> None:
    """A field with the name of another key would be lost in the line of an event; it fails when it is imported."""
    wrong = attrs.make_class("Wrong", [name])
    with pytest.raises(TypeError, match=f"Wrong.{name} has the name of a key .*: give the field another name"):
        event_json.refuse_shared_names({**KINDS, "wrong": wrong})


def test_names_are_those_of_casebook_files() -> None:
    """A correction names fields as a casebook's file does."""
    assert plain_event(every_kind()[3])["changes"] == {"from": "c", "strength": 0.5}


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("{", "this is not JSON"),
        ("[]", "expected an object"),
        ("[" * 100_000, "nested too deeply"),
        ('{"kind":1,"kind":2}', "appears twice"),
        ("{}", "kind: missing; needed: what happened"),
        ('{"kind":"gradd"}', 'did you mean "graded"'),
        ('{"kind":["added"]}', "unknown word"),
        ('{"kind":"corrected","id":"x"}', "shelf: missing"),
        ('{"kind":"corrected","shelf":"sorces","id":"x","changes":{}}', 'did you mean "sources"'),
        (
            '{"kind":"corrected","shelf":"sources","id":"x","changes":{"nme":"K"},"because":"?"}',
            'changes.nme: unknown key; did you mean "name"',
        ),
        (
            '{"kind":"corrected","shelf":"sources","id":"x","changes":{"reliability":"Q"},"because":"?"}',
            "changes.reliability",
        ),
        (
            '{"kind":"corrected","shelf":"statements","id":"x","changes":{"standing":{"is":"gone"}},"because":"?"}',
            "changes.standing.is",
        ),
        (
            '{"kind":"corrected","shelf":"statements","id":"x","changes":{"standing":5},"because":"?"}',
            "changes.standing: expected a table",
        ),
        (
            '{"kind":"corrected","shelf":"statements","id":"x","changes":{"via":["a",{"sorce":"b"}]},"because":"?"}',
            'changes.via[1].sorce: unknown key; did you mean "source"',
        ),
        (
            '{"kind":"added","shelf":"statements","record":{"via":[{"source":"b","propensity":2}]}}',
            "record.via[0].propensity",
        ),
        ('{"kind":"corrected","shelf":"sources","id":"x","changes":{},"because":"?"}', "changes: missing"),
        ('{"kind":"corrected","shelf":"sources","id":"x","changes":5,"because":"?"}', "changes"),
        (
            '{"kind":"added","shelf":"claims","record":{"id":"x","txt":"a"}}',
            'record.txt: unknown key; did you mean "text"',
        ),
        ('{"kind":"added","shelf":"claims","record":5}', "record: expected a table"),
        ('{"kind":"added","shelf":"claims"}', "record: missing"),
        ('{"kind":"linked","shelf":"notes","record":{"kind":"gap","text":"?"}}', "shelf"),
        ('{"kind":"retracted","id":"s1"}', "because: missing"),
        ('{"kind":"retracted","id":5,"because":"?"}', "id"),
        ('{"kind":"graded","id":"kim"}', "grade: missing"),
        ('{"kind":"graded","id":"kim","grade":"Z"}', "expected A"),
        ('{"kind":"graded","id":"kim","grade":"A","lerned":1}', 'lerned: unknown key; did you mean "learned"'),
        ('{"kind":"graded","id":"kim","grade":"A","learned":"2021-13-01"}', "learned: "),
        ('{"kind":"graded","id":"kim","grade":"A","learned":5}', "learned: expected a moment"),
        ('{"kind":"graded","id":"kim","grade":"A","so":"soon"}', "so: "),
        ('{"kind":"graded","id":"kim","grade":"A","place":-1}', "place"),
        ('{"kind":"graded","id":"kim","grade":"A","told":"everybody"}', "told"),
        ('{"kind":"split","id":"a","to":"a","because":"?"}', "split from itself"),
        ('{"kind":"merged","id":"a","because":"?"}', "into: missing"),
        ('{"kind":"resolved","id":"a","outcome":"maybe","because":"?"}', "outcome"),
    ],
)
def test_a_mistake_is_told_with_its_place(line: str, told: str) -> None:
    """Whatever a line holds, the error is the library's and says where and what."""
    with pytest.raises(ct.ClaimtrackError) as caught:
        load_event(line)
    assert told in str(caught.value)


def test_all_mistakes_of_a_record_are_told_together() -> None:
    """A record with two mistakes has two problems."""
    with pytest.raises(ct.InvalidCasebook) as caught:
        load_event('{"kind":"added","shelf":"claims","record":{"id":"x y","txt":"a"},"lerned":1}')
    assert [one.place for one in caught.value.problems] == ["lerned", "record.txt", "record.text", "record.id"] or len(
        caught.value.problems
    ) >= 3


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(max_size=5),
        lambda inner: (
            st.lists(inner, max_size=3)
            | st.dictionaries(
                st.sampled_from(
                    ["kind", "shelf", "id", "record", "changes", "because", "so", "place", "told", "grade", "into"]
                ),
                inner,
                max_size=6,
            )
        ),
        max_leaves=8,
    )
)
def test_no_value_raises_another_error(value: object) -> None:
    """Any JSON is an event or an error of the library."""
    raw = {"kind": "corrected", **value} if isinstance(value, dict) else value
    for kind in ("corrected", "added", "graded"):
        try:
            load_event(json.dumps({**raw, "kind": kind} if isinstance(raw, dict) else raw))
        except ct.ClaimtrackError:
            continue
