"""Events and their replay: two times, corrections that keep what was, and sources that turn out to be one."""

from itertools import permutations

import attrs
import pytest

import claimtrack as ct
from claimtrack.dates import moment_of
from claimtrack.errors.problems import MissingField, UnknownKey
from claimtrack.history.events import KINDS
from claimtrack.history.replay import in_order, state_of
from claimtrack.history.state import State
from claimtrack.model.casebook import COLLECTIONS, key_of
from claimtrack.privacy.retroactive import as_seen_now

KIM = ct.Source(id="kim", name="Kim", reliability="B")
LEE = ct.Source(id="lee", name="Lee", reliability="C")
FELL = ct.Claim(id="fell", text="The bridge fell.")
SAID = ct.Statement(
    id="s1", origin="kim", claim="fell", stance="asserts", lineage="witnessed", stated=ct.PartialDate("2021-03-02")
)
TOLD = ct.Statement(id="s2", origin="lee", via=("kim",), claim="fell", stance="denies")


def on(day: int, what: object, **more: object) -> ct.events.Event:
    """Something that was learned on a day of March 2021."""
    return ct.events.event(what, learned=moment_of(f"2021-03-{day:02}"), **more)  # type: ignore[arg-type]


CASE = (on(3, KIM), on(3, FELL), on(4, SAID))


def test_what_we_believed_on_a_day_and_what_was_so_on_it_are_one_call_each() -> None:
    """A grade that was learned on the 9th to have held since the 5th is no part of what was believed on the 6th."""
    events = (*CASE, on(9, ct.events.Graded(id="kim", grade="E"), so=ct.PartialDate("2021-03-05"), because="found out"))
    assert ct.replay(events, as_of=moment_of("2021-03-06")).source("kim").reliability == "B"
    assert ct.replay(events, so_on=ct.PartialDate("2021-03-06")).source("kim").reliability == "E"
    assert ct.replay(events, so_on=ct.PartialDate("2021-03-04")).source("kim").reliability == "B"
    both = ct.replay(events, as_of=moment_of("2021-03-06"), so_on=ct.PartialDate("2021-03-06"))
    assert both.source("kim").reliability == "B"


def test_a_statement_is_so_from_when_it_was_said() -> None:
    """What was said on the 2nd is no part of the 1st, and neither is what speaks of it."""
    note = ct.Note(kind="gap", about="s1", text="Nobody else was asked.")
    events = (*CASE, on(5, note))
    before = ct.replay(events, so_on=ct.PartialDate("2021-03-01"))
    assert (before.statements, before.notes) == ((), ())
    assert len(ct.replay(events, so_on=ct.PartialDate("2021-03-02")).notes) == 1


def test_a_date_in_doubt_is_so_once_it_is_certain() -> None:
    """Something that was so from some day in March on is not so on the 15th for certain."""
    events = (*CASE, on(9, LEE, so=ct.PartialDate("2021-03")))
    assert [s.id for s in ct.replay(events, so_on=ct.PartialDate("2021-03-15")).sources] == ["kim"]
    assert [s.id for s in ct.replay(events, so_on=ct.PartialDate("2021-03-31")).sources] == ["kim", "lee"]


def test_corrections_of_different_fields_both_hold() -> None:
    """Nobody's correction overwrites another's: each changes its own field."""
    first = on(5, ct.events.Corrected(collection="sources", id="kim", changes={"name": "Kim Min"}), because="misspelt")
    second = on(6, ct.events.Corrected(collection="sources", id="kim", changes={"kind": "official"}), because="asked")
    for order in permutations((*CASE, first, second)):
        source = ct.replay(order).source("kim")
        assert (source.name, source.kind, source.reliability) == ("Kim Min", "official", "B")


def test_ties_are_broken_by_what_events_say() -> None:
    """Two corrections of one field at the same moment: one of them holds, and always the same one."""
    one, other = (
        on(5, ct.events.Corrected(collection="claims", id="fell", changes={"text": text}), because="?")
        for text in ("It fell.", "No.")
    )
    found = {ct.replay(order).claim("fell").text for order in permutations((*CASE, one, other))}
    assert len(found) == 1


def test_an_event_without_a_time_is_the_last_word() -> None:
    """Events that nobody dated are taken as they come, after all others."""
    ready = ct.events.event(ct.events.Graded(id="kim", grade="A"))
    later = ct.events.event(ct.events.Graded(id="kim", grade="D"))
    assert ct.replay((ready, *CASE)).source("kim").reliability == "A"
    assert ct.replay((ready, later, *CASE)).source("kim").reliability == "D"
    assert in_order((ready, *CASE))[-1] is ready


def test_an_event_about_nothing_known_says_nothing() -> None:
    """A correction of a record that never came is no error of the replay."""
    lost = on(5, ct.events.Corrected(collection="claims", id="lost", changes={"text": "?"}), because="?")
    assert ct.replay((*CASE, lost)) == ct.replay(CASE)


def test_retractions_stack() -> None:
    """A restoration takes back the last retraction alone; one without a retraction makes the record itself stand."""
    fall = [on(day, ct.events.Retracted(id="s1"), because=f"reason {day}") for day in (5, 6)]
    rise = [on(day, ct.events.Restored(collection="statements", id="s1"), because="wrong") for day in (7, 8)]
    standing = [ct.replay((*CASE, *fall, *rise[:count])).statements[0].standing for count in range(3)]
    assert [one.because for one in standing] == ["reason 6", "reason 5", None]
    assert standing[2] == ct.Standing()
    fallen = ct.Statement(id="s3", origin="kim", claim="fell", stance="asserts", standing=ct.Standing(is_="retracted"))
    again = on(9, ct.events.Restored(collection="statements", id="s3"), because="it stands")
    assert ct.replay((*CASE, on(8, fallen), again)).statements[1].stands


def test_a_correction_of_standing_ends_retractions() -> None:
    """Whoever writes down how a statement stands has the last word over earlier retractions."""
    stands = ct.events.Corrected(collection="statements", id="s1", changes={"standing": ct.Standing()})
    events = (*CASE, on(5, ct.events.Retracted(id="s1"), because="?"), on(6, stands, because="misread"))
    assert ct.replay(events).statements[0].stands


def test_a_removed_record_is_gone_and_can_come_back() -> None:
    """A removal leaves the ledger as it is: the record comes back as it was."""
    gone = (*CASE, on(5, ct.events.Removed(collection="statements", id="s1"), because="another case's"))
    assert ct.replay(gone).statements == ()
    back = (*gone, on(6, ct.events.Restored(collection="statements", id="s1"), because="it is ours"))
    assert ct.replay(CASE) == ct.replay(back)


def test_grades_by_topic_are_kept_apart() -> None:
    """A grade for a topic leaves the general grade and other topics alone, and can be taken away again."""
    graded = [on(5, ct.events.Graded(id="kim", grade=g, topic=t)) for g, t in (("A", "border"), ("E", "trade"))]
    source = ct.replay((*CASE, *graded)).source("kim")
    assert (source.reliability, dict(source.topics)) == ("B", {"border": "A", "trade": "E"})
    less = on(6, ct.events.Graded(id="kim", grade=None, topic="border"))
    assert dict(ct.replay((*CASE, *graded, less)).source("kim").topics) == {"trade": "E"}


MERGED = (*CASE, on(5, LEE), on(5, TOLD), on(6, ct.events.Merged(id="lee", into="kim"), because="the same voice"))


def test_merged_sources_are_one_origin() -> None:
    """The statements are the one source's, its chain names nobody twice, and the other name becomes an alias."""
    book = ct.replay(MERGED)
    assert [source.id for source in book.sources] == ["kim"]
    assert [(one.origin, one.via) for one in book.statements] == [("kim", ()), ("kim", ())]
    assert book.source("kim").aliases == ("Lee",)
    assert ct.score(book)["fell"].counts.origins == 1


def test_merging_protects_whoever_was_protected() -> None:
    """If one of two names is protected, the one source is, and all private fields stay private."""
    lee = ct.Source(id="lee", name="Lee", protected=True)
    state = state_of((*CASE, on(5, lee), on(6, ct.events.Merged(id="lee", into="kim"), because="the same")))
    private = {
        "lee": ct.Confidential(name="Lee Quiet", contact="lee@example.org"),
        "kim": ct.Confidential(name="Kim Q"),
    }
    source = state.with_private(private).casebook().source("kim")
    assert source.protected
    assert source.confidential is not None
    assert (source.confidential.name, source.confidential.contacts) == ("Kim Q", ("Lee Quiet", "lee@example.org"))


def test_a_split_takes_a_merger_back() -> None:
    """What was merged wrongly is as it was before."""
    apart = on(7, ct.events.Split(id="kim", to="lee"), because="two voices after all")
    assert ct.replay(MERGED[:-1]) == ct.replay((*MERGED, apart))


def test_a_split_gives_statements_to_another_source() -> None:
    """One source turns out to be two: the statements that are the other's become its own."""
    parted = (*CASE, on(5, LEE), on(6, ct.events.Split(id="kim", to="lee", statements=("s1",)), because="two voices"))
    assert ct.replay(parted).statements[0].origin == "lee"


def test_mergers_go_on_and_never_in_a_ring() -> None:
    """Of three that are the same one is left, whoever was merged into whom."""
    third = ct.Source(id="min", name="Min")
    merged = [
        ct.events.Merged(id="lee", into="min"),
        ct.events.Merged(id="min", into="kim"),
        ct.events.Merged(id="kim", into="lee"),
    ]
    events = (
        *CASE,
        on(5, LEE),
        on(5, third),
        on(5, TOLD),
        *(on(6 + n, m, because="same") for n, m in enumerate(merged)),
    )
    book = ct.replay(events)
    assert ([one.id for one in book.sources], book.source("kim").aliases) == (["kim"], ("Lee", "Min"))


def test_dependences_of_those_who_are_one_are_gone() -> None:
    """A dependence between two names of one source says nothing; one with a third names it once."""
    third = ct.Source(id="min", name="Min")
    pair = ct.Dependence(id="d1", sources=("kim", "lee"), kind="copies")
    more = ct.Dependence(id="d2", sources=("kim", "lee", "min"), kind="copies")
    book = ct.replay((*MERGED, on(7, third), on(7, pair), on(7, more)))
    assert [(one.id, one.sources) for one in book.dependences] == [("d2", ("kim", "min"))]


def test_resolutions_are_kept_apart_from_scores() -> None:
    """That a claim turned out true moves no score; the last word counts, and open takes it back."""
    true = on(5, ct.events.Resolved(id="fell", outcome="true"), because="seen")
    events = (*CASE, true)
    assert ct.replay(CASE) == ct.replay(events)
    assert {name: one.outcome for name, one in ct.history.resolutions(events).items()} == {"fell": "true"}
    assert dict(ct.history.resolutions(events, as_of=moment_of("2021-03-04"))) == {}
    assert (
        dict(ct.history.resolutions((*events, on(6, ct.events.Resolved(id="fell", outcome="open"), because="unclear"))))
        == {}
    )


@pytest.mark.parametrize(
    "what",
    [
        ct.events.Corrected(collection="claims", id="fell", changes={"text": "?"}),
        ct.events.Removed(collection="claims", id="fell"),
        ct.events.Retracted(id="s1"),
        ct.events.Restored(collection="statements", id="s1"),
        ct.events.Resolved(id="fell", outcome="true"),
        ct.events.Merged(id="lee", into="kim"),
        ct.events.Split(id="kim", to="lee"),
    ],
    ids=lambda what: type(what).__name__,
)
def test_every_change_has_its_reason(what: object) -> None:
    """Nobody changes what was said before without saying why."""
    with pytest.raises(MissingField, match="because: missing"):
        ct.events.event(what)  # type: ignore[arg-type]


def test_a_correction_names_fields_that_there_are() -> None:
    """A misspelt field gets the nearest right name, and a wrong value says what is expected."""
    with pytest.raises(UnknownKey, match='did you mean "text"'):
        ct.events.Corrected(collection="claims", id="fell", changes={"txt": "?"})
    with pytest.raises(ct.ClaimtrackError, match="expected one of A, B"):
        ct.events.Corrected(collection="sources", id="kim", changes={"reliability": 3})
    with pytest.raises(MissingField):
        ct.events.Corrected(collection="sources", id="kim", changes={})
    with pytest.raises(UnknownKey):
        ct.events.Corrected(collection="casebook", id="casebook", changes={"sources": ()})


@pytest.mark.parametrize("made", [ct.events.Merged, ct.events.Split])
def test_a_source_is_neither_merged_into_itself_nor_split_from_itself(made: type) -> None:
    """Such an event would say nothing."""
    names = {"into": "kim"} if made is ct.events.Merged else {"to": "kim"}
    with pytest.raises(ct.ClaimtrackError, match="itself"):
        made(id="kim", **names)


def test_no_event_holds_confidential_fields() -> None:
    """They are left out where a source is added, and no repr of an event shows a changed value."""
    private = ct.Source(id="kim", name="Kim", confidential=ct.Confidential(name="Kim Secret"))
    added = ct.events.event(private)
    assert isinstance(added.what, ct.events.Added)
    assert added.what.record == KIM.__class__(id="kim", name="Kim")
    assert added.what.record.confidential is None  # type: ignore[union-attr]
    renamed = ct.events.event(
        ct.events.Corrected(collection="sources", id="kim", changes={"name": "Hidden Name"}), because="?"
    )
    assert "Hidden Name" not in repr(renamed)


def test_what_has_no_id_is_known_by_what_it_says() -> None:
    """The same note has the same key everywhere; where it appears twice, it has two."""
    note = ct.Note(kind="gap", text="Nobody was asked.")
    assert key_of(note) == key_of(ct.Note(kind="gap", text="Nobody was asked."))
    assert key_of(note) != key_of(ct.Note(kind="gap", text="Somebody was asked."))
    twice = ct.Casebook(notes=(note, note))
    assert twice == ct.replay(ct.history.events_between(State(), twice, because="first entry"))
    with pytest.raises(MissingField):
        key_of(ct.Statement(origin="kim", claim="fell", stance="asserts"))


def test_the_events_of_a_difference_say_what_happened() -> None:
    """A retraction is told as one, a grade as one, an order as one, and the rest as a correction with its fields."""
    first = ct.Casebook(
        sources=(KIM, LEE), claims=(FELL,), statements=(SAID, TOLD), notes=(ct.Note(kind="gap", text="?"),)
    )
    gone = ct.Standing(is_="retracted", because="he misheard", on=ct.PartialDate("2021-03-09"))
    second = ct.Casebook(
        title="A bridge",
        sources=(ct.Source(id="lee", name="Lee Su", reliability="C"), ct.Source(id="kim", name="Kim", reliability="D")),
        claims=(FELL,),
        statements=(
            ct.Statement(
                **{f: getattr(SAID, f) for f in ("id", "origin", "claim", "stance", "lineage", "stated")}, standing=gone
            ),
            TOLD,
        ),
    )
    state = state_of(ct.history.events_between(State(), first, because="first entry"))
    events = ct.history.events_between(state, second, because="as the desk has it")
    assert [one.kind for one in events] == ["corrected", "corrected", "graded", "arranged", "retracted", "removed"]
    assert ("he misheard", ct.PartialDate("2021-03-09")) == (events[4].because, events[4].so)
    for one in events:
        one.apply(state)
    assert second == state.casebook()
    assert ct.history.events_between(state, second, because="again") == ()


def test_a_file_with_a_merged_source_in_it_again_splits_it() -> None:
    """Whoever puts a merged source back into the casebook takes the merger back."""
    state = state_of(MERGED)
    before = ct.replay(MERGED[:-1])
    events = ct.history.events_between(state, before, because="two voices after all")
    assert "split" in [one.kind for one in events]
    for one in events:
        one.apply(state)
    assert {source.id for source in before.sources} == {source.id for source in state.casebook().sources}


def test_the_past_is_protected_as_it_is_now() -> None:
    """A source that is protected now is protected in the past that is shown, and so is whoever it was merged with."""
    hide = on(
        8, ct.events.Corrected(collection="sources", id="kim", changes={"protected": True}), because="he is in danger"
    )
    events = (*MERGED[:-1], hide, on(9, MERGED[-1].what, because="the same voice"))
    state = state_of(events)
    then = ct.replay(events, as_of=moment_of("2021-03-05"))
    seen = as_seen_now(then, state.casebook(), state)
    assert [source.protected for source in seen.sources] == [True, True]
    assert "Kim" not in ct.dumps(ct.for_audience(seen, "public", like=state.casebook()), format="json")


def test_what_was_removed_is_no_part_of_a_past_that_is_shown() -> None:
    """It may have been removed to protect somebody."""
    events = (*CASE, on(5, ct.events.Removed(collection="statements", id="s1"), because="it would betray him"))
    state = state_of(events)
    then = ct.replay(events, as_of=moment_of("2021-03-04"))
    assert (len(then.statements), len(as_seen_now(then, state.casebook(), state).statements)) == (1, 0)


def test_terms_of_now_hold_for_the_past() -> None:
    """What is off the record now was never on it for those who read now."""
    quiet = on(
        6,
        ct.events.Corrected(collection="statements", id="s1", changes={"terms": "off the record"}),
        because="he asked",
    )
    state = state_of((*CASE, quiet))
    seen = as_seen_now(ct.replay(CASE), state.casebook(), state)
    assert [one.terms for one in seen.statements] == ["off the record"]


def test_every_field_of_an_event_says_which_records_it_names() -> None:
    """A field names records of a collection, or it is known to name none; who moves whom is one of three words."""
    naming_none = {"record", "id", "collection", "changes", "standing", "grade", "topic", "outcome"}
    for kind in KINDS.values():
        for field in attrs.fields(kind):
            known = dict(field.metadata)
            says = f"{kind.__name__}.{field.name}: say in `names` or `ties` which records it names, or add it here"
            assert bool({"names", "ties"} & known.keys()) == (field.name not in naming_none), says
            assert known.pop("names", "sources") in COLLECTIONS
            assert known.pop("ties", "both") in {"to it", "from it", "both"}
            assert set(known) <= {"says"}


def test_a_merged_source_is_merged_as_relay_and_exhibit() -> None:
    """A merged source keeps its interest as a relay, and is the same exhibit; a sensor that is a person is none."""
    tapes = [ct.Source(id=name, name=name, kind="sensor") for name in ("tape", "copy")]
    seen = ct.Statement(
        id="s3", origin="lee", claim="fell", stance="asserts", lineage="examined", exhibits=("copy", "tape"),
        via=(ct.Relay(source="kim", propensity="serves"), "copy"),
    )  # fmt: skip
    events = (*CASE, on(5, LEE), *(on(5, tape) for tape in tapes), on(6, seen))
    one_tape = (*events, on(7, ct.events.Merged(id="copy", into="tape"), because="the same camera"))
    assert ct.replay(one_tape).statements[-1] == attrs.evolve(
        seen, exhibits=("tape",), via=(ct.Relay(source="kim", propensity="serves"), "tape")
    )
    a_person = (*events, on(7, ct.events.Merged(id="copy", into="kim"), because="he filmed it"))
    assert ct.replay(a_person).statements[-1] == attrs.evolve(
        seen, exhibits=("tape",), via=(ct.Relay(source="kim", propensity="serves"),)
    )
    split = (*events, on(7, ct.events.Split(id="kim", to="tape", statements=("s3",)), because="another one"))
    assert ct.replay(split).statements[-1].via == (
        ct.Relay(source="tape", propensity="serves"),
        ct.Relay(source="copy"),
    )


def test_an_exhibit_that_is_gone_is_dropped_from_the_past() -> None:
    """Where a document was removed, a past that is shown has the statement without it, as no exhibit."""
    video = ct.Document(id="video", title="A video")
    seen = attrs.evolve(SAID, lineage="examined", exhibits=("video",))
    events = (on(3, KIM), on(3, FELL), on(3, video), on(4, seen))
    gone = (*events, on(5, ct.events.Removed(collection="documents", id="video"), because="it was forged"))
    (left,) = state_of(gone).casebook(pruned=True).statements
    assert left == attrs.evolve(seen, exhibits=())


def test_relays_are_corrected_with_their_interests() -> None:
    """A correction takes ids and relays as a statement does, keeps the same, and says what changed."""
    made = ct.events.Corrected(collection="statements", id="s2", changes={"via": ("kim",), "exhibits": ("video",)})
    assert made.changes["via"] == (ct.Relay(source="kim"),)
    change = on(9, attrs.evolve(made, changes={"via": (ct.Relay(source="kim", propensity=0.8),)}), because="he gains")
    events = (*CASE, on(5, LEE), on(5, TOLD), change)
    assert ct.replay(events).statements[-1].via[0].propensity == 0.8
    told = change.what.describe(state_of(events[:-1]))
    assert told == "Statement s2 is corrected: via changed from kim to kim (propensity 0.8)."


def test_ties_between_corrections_of_relays_do_not_depend_on_their_order() -> None:
    """Two corrections of one moment and place are put in order by the ids of the relays."""
    base = (*CASE, on(5, LEE), on(5, TOLD))
    ties = [
        attrs.evolve(on(9, ct.events.Corrected(collection="statements", id="s2", changes={"via": via}), because="?"))
        for via in ((), ("kim",), (ct.Relay(source="kim", propensity="serves"),))
    ]
    assert len({repr(ct.replay((*base, *order)).statements[-1].via) for order in permutations(ties)}) == 1
