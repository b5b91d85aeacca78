"""Who is hidden from the public: one rule, for all that leaves the house."""

import re
from pathlib import Path
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.analysis.rerun import reruns_of
from claimtrack.cli.main import main
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.claim import compose_account, render_account_json, render_inquiries_json
from claimtrack.report.render.formats import REPORT_FORMATS

TERN = ct.Source(id="tern", name="Tove Arnbak")
MILL = ct.Source(id="mill", name="Ferris Mill", kind="organisation")
HERALD = ct.Source(id="herald", name="The Vale Herald", kind="media")
CLAIMS = (ct.Claim(id="spill", text="Oil was spilled."), ct.Claim(id="late", text="The alarm came late."))


def said(origin: str, claim: str = "spill", **fields: Any) -> ct.Statement:
    """A statement that asserts a claim."""
    return ct.Statement(**{"origin": origin, "claim": claim, "stance": "asserts", **fields})


def book(*records: Any, **fields: Any) -> ct.Casebook:
    """A casebook of three sources, two claims and more records, which come before these where they have their ids."""
    whole = ct.Casebook(sources=(TERN, MILL, HERALD), claims=CLAIMS, **fields)
    return whole.with_records(said("mill", terms="on the record"), *records)


def names(whole: ct.Casebook) -> list[str]:
    """The names in the public casebook."""
    return [source.name for source in ct.for_audience(whole, "public").sources]


def texts(whole: ct.Casebook) -> str:
    """All of the public casebook."""
    return ct.dumps(ct.for_audience(whole, "public"), format="json")


def hidden(whole: ct.Casebook) -> list[str]:
    """The ids of the hidden sources."""
    return [source.id for source in redact(whole).hidden]


NOTE = ct.Note(kind="gap", text="Ask Tove Arnbak again.")


@pytest.mark.parametrize(
    "heard",
    [
        [said("tern", terms="off the record")],
        [said("mill", via=("tern",), terms="off the record")],
        [said("mill", via=("tern",), terms="background")],
        [said("mill", "late", via=("tern", "herald"), terms="deep background")],
        [said("tern", terms="background")],
    ],
)
def test_a_person_heard_in_confidence_is_named_nowhere(heard: list[ct.Statement]) -> None:
    """Also where nothing public is left of what they said, or passed on."""
    whole = book(*heard, NOTE, ct.Claim(id="late", text="The alarm came late, as Tove Arnbak knew."))
    assert hidden(whole)[0] == "tern"
    assert "Arnbak" not in texts(whole)
    with pytest.raises(ct.errors.ProtectedStringFound):
        ct.guard("Tove Arnbak", whole)


def test_a_person_whom_nobody_heard_is_no_source_to_hide() -> None:
    """Somebody who is only listed, or only talked about, keeps their name."""
    assert hidden(book(NOTE)) == []
    assert "Tove Arnbak" in texts(book(NOTE))


def test_who_is_named_by_a_statement_of_their_own_is_not_hidden() -> None:
    """What they said off the record as well is left out, and their name stands."""
    whole = book(said("tern", terms="on the record"), said("tern", "late", terms="off the record"))
    assert hidden(whole) == []
    assert "Tove Arnbak" in names(whole)


def test_who_passes_on_openly_what_another_says_is_not_named_by_it() -> None:
    """A person heard in confidence as well stands under a label there; one who was not is named, as a body is."""
    passed_on = said("herald", "late", via=("tern",), terms="on the record")
    assert "Tove Arnbak" in names(book(passed_on))
    for terms in ("off the record", "background"):
        both = book(passed_on, said("tern", terms=terms))
        assert hidden(both) == ["tern"]
        assert "Arnbak" not in texts(both)
    body = book(said("tern", "late", via=("herald",), terms="on the record"), said("herald", terms="off the record"))
    assert hidden(body) == []


def test_all_that_are_the_same_person_are_hidden() -> None:
    """Over any chain of dependences, and whatever it is that hides the first."""
    pen, nick = ct.Source(id="pen", name="Quillfeather"), ct.Source(id="nick", name="Old Tern")
    same = [ct.Dependence(sources=pair, kind="same person") for pair in (("tern", "pen"), ("pen", "nick"))]
    whole = book(pen, nick, *same, said("tern", terms="off the record"), said("nick", "late", terms="on the record"))
    assert hidden(whole) == ["tern", "pen", "nick"]
    assert names(whole) == ["Ferris Mill", "Source 1"]


@pytest.mark.parametrize("kind", ["person", "official", "other"])
def test_all_who_may_be_people_follow_one_rule(kind: Any) -> None:
    """Where nothing was agreed they are hidden, and the check says so."""
    whole = book(ct.Source(id="tern", name="Tove Arnbak", kind=kind), said("tern", "late"))
    assert hidden(whole) == ["tern"]
    assert [one.id for one in ct.check(ct.score(whole)).of("CT702")] == ["statements-1"]


@pytest.mark.parametrize("kind", ["organisation", "media", "record", "sensor"])
def test_bodies_are_named_where_nothing_was_agreed(kind: Any) -> None:
    """A medium or an organisation is no person in danger."""
    whole = book(ct.Source(id="tern", name="Tern Rescue", kind=kind), said("tern", "late"))
    assert hidden(whole) == []
    assert ct.check(ct.score(whole)).of("CT702") == ()


ONLINE = ct.Document(id="page", title="A page", url="https://herald.example/page")
LETTER = ct.Document(id="letter", title="A letter")


def test_what_anybody_can_read_names_its_origin() -> None:
    """Through a named medium, in a document with an address, or where the desk writes `published`."""
    for public in (
        said("tern", via=("herald",)),
        said("tern", document="page"),
        said("tern", terms="published"),
    ):
        assert "Tove Arnbak" in names(book(ONLINE, LETTER, public))
    for private in (said("tern", document="letter"), said("tern", via=("mill",))):
        assert "Tove Arnbak" not in names(book(ONLINE, LETTER, private))


def test_who_comes_behind_the_medium_is_met_in_person() -> None:
    """Somebody who shows us what a newspaper wrote is not public for it."""
    friend = ct.Source(id="friend", name="Ole Brandt")
    assert names(book(friend, said("tern", "late", via=("herald", "friend")))) == [
        "Ferris Mill",
        "Tove Arnbak",
        "The Vale Herald",
        "Source 1",
    ]


def test_protection_comes_before_publication() -> None:
    """A protected origin of a published text is hidden, and so is what finds the text, unless it hides them too."""
    whisper = ct.Source(id="tern", name="Tove Arnbak", protected=True)
    met = {"via": ("herald",), "document": "page", "quote": "We had no key.", "published": ct.PartialDate("2021-03-02")}
    lost, kept = (book(whisper, ONLINE, said("tern", "late", anonymous=hides, **met)) for hides in (False, True))
    (_, one), (_, other) = (ct.for_audience(whole, "public").statements for whole in (lost, kept))
    assert (one.document, one.quote, one.published) == (None, None, None)
    assert (other.document, other.quote, str(other.published)) == ("page", "We had no key.", "2021-03-02")
    assert "herald.example" not in texts(lost)
    assert "herald.example" in texts(kept)


def test_a_claim_about_somebody_is_the_desks_own_sentence() -> None:
    """A person whom only missing terms hide is named in claims that they do not assert, and the check says which."""
    accused = ct.Claim(id="late", text="Tove Arnbak cut the alarm.")
    whole = book(accused, said("tern", "late", stance="denies", quote="I, Tove Arnbak, did not."), NOTE)
    public = ct.for_audience(whole, "public")
    assert public.claims[1].text == "Tove Arnbak cut the alarm."
    assert public.statements[1].quote == "I, Source 1, did not."
    assert public.notes[0].text == "Ask Tove Arnbak again."
    assert ("claims", "late") in [(one.collection, one.id) for one in ct.check(ct.score(whole)).of("CT702")]
    ct.guard(texts(whole), whole)
    assert "Arnbak" not in texts(book(accused, said("tern", "late")))
    assert "Arnbak" not in texts(book(accused, said("tern", "late", stance="denies", terms="background")))


def _notes(err: str) -> list[str]:
    """What a command says on stderr before the line, its last, that counts the warnings."""
    *notes, count = err.splitlines()
    assert re.fullmatch(r"claimtrack: \d+ warnings; `claimtrack check \S+` lists them", count)
    return notes


def test_what_an_editor_would_hide_is_hidden(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """No terms at all: the newspaper and whom it quotes are named, and not the one met in person; a line says why."""
    file = tmp_path / "case.toml"
    walker = ct.Source(id="walker", name="Runa Holt")
    met = ct.Claim(id="late", text="The alarm came late.")
    ct.write(book(walker, met, said("tern", via=("herald",)), said("walker", "late"), said("herald", "late")), file)
    assert main(["report", str(file), "--audience", "public"]) == 0
    out, err = capsys.readouterr()
    brief = " ".join(out.split())
    assert "Ferris Mill [1] and Tove Arnbak [2]" in brief
    assert "[2] Tove Arnbak, through the Vale Herald." in brief
    assert "Source 1 [3] and the Vale Herald [4]" in brief
    assert "Holt" not in out
    (line,) = _notes(err)
    assert line.startswith("claimtrack: note: Source 1 is hidden because no terms were noted;")
    assert 'terms = "on the record"' in line
    assert '"published"' in line


_IN_PERSON = said("walker", "late")
_QUOTED = said("tern", via=("herald",))
_WALKER = ct.Source(id="walker", name="Runa Holt")


@pytest.mark.parametrize(
    ("rows", "named", "told"),
    [
        ((_WALKER, _QUOTED, _IN_PERSON), {"Tove Arnbak", "The Vale Herald"}, "Source 1 is hidden"),
        ((_WALKER, ONLINE, said("tern", document="page"), _IN_PERSON), {"Tove Arnbak"}, "Source 1 is hidden"),
        ((_WALKER, LETTER, said("tern", document="letter"), _IN_PERSON), set(), "Source 1 and Source 2 are hidden"),
        # What the paper quotes is public, and what the same witness told the desk is not.
        ((_QUOTED, said("tern", "late")), {"Tove Arnbak", "The Vale Herald"}, "Source 1 is hidden"),
        # A paper of which nobody says that it is one may be a person.
        ((attrs.evolve(HERALD, kind="person"), _QUOTED), set(), "Source 1 and Source 2 are hidden"),
        ((attrs.evolve(_WALKER, kind="official"), _QUOTED, _IN_PERSON), {"Tove Arnbak", "The Vale Herald"}, "Source 1"),
        ((_QUOTED,), {"Tove Arnbak", "The Vale Herald"}, ""),
    ],
)
def test_a_newcomer_who_writes_no_terms(
    rows: tuple[Any, ...], named: set[str], told: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is in the paper is named, who was met is not, and one line says so and what to write."""
    whole = ct.Casebook(sources=(TERN, MILL, HERALD), claims=CLAIMS).with_records(*rows)
    assert named == {name for name in names(whole) if not name.startswith("Source ")}
    ct.write(whole, tmp_path / "case.toml")
    assert main(["report", str(tmp_path / "case.toml"), "--audience", "public"]) == 0
    out, err = capsys.readouterr()
    assert "Holt" not in out
    notes = _notes(err)
    assert len(notes) == bool(told)
    assert all(word in notes[0] for word in (told, 'terms = "on the record"', '"published"', '"media"') if told)


def _diff(before: ct.Casebook, after: ct.Casebook, tmp_path: Path) -> list[str]:
    paths = [tmp_path / "before.toml", tmp_path / "after.toml"]
    for whole, path in zip((before, after), paths, strict=True):
        ct.write(whole, path)
    return ["diff", *map(str, paths), "--audience", "public"]


def test_a_diff_tells_nobody_who_went_off_the_record(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Both sides are seen as the later one hides, wherever the statement stands in its file."""
    before = book(said("tern", terms="on the record"))
    after = ct.Casebook(sources=before.sources, claims=CLAIMS).with_records(
        said("tern", terms="off the record"), said("mill", terms="on the record")
    )
    assert main(_diff(before, after, tmp_path)) == 0
    out = capsys.readouterr().out
    assert "No judgment changed." in out
    assert "Arnbak" not in out
    assert "Source 1" not in out


def test_a_diff_hides_whoever_was_hidden_and_is_gone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A text that names them is cleaned on both sides."""
    before = book(said("tern", terms="background"), NOTE)
    after = ct.Casebook(sources=(MILL,), claims=CLAIMS, notes=(NOTE,), statements=before.statements[:1])
    assert main(_diff(before, after, tmp_path)) == 0
    assert "Arnbak" not in capsys.readouterr().out


def test_a_diff_does_not_refuse_since_somebody_went_on_the_record(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is named now is no secret of the time before, and what they said under a label is not joined to the name."""
    before = book(said("tern", terms="background"))
    after = before.with_records(said("tern", "late", terms="on the record"))
    assert main(_diff(before, after, tmp_path)) == 0
    assert "Tove Arnbak was added as a source" in capsys.readouterr().out


def test_grades_by_topic_are_those_that_are_spoken_of() -> None:
    """A grade for a topic on which a source says nothing in public would tell what else it said."""
    tern = ct.Source(id="tern", name="Tove Arnbak", topics={"oil": "B", "alarms": "D"})
    claims = (ct.Claim(id="spill", text="A.", topic="oil"), ct.Claim(id="late", text="B.", topic="alarms"))
    question = ct.Question(id="q", text="When?", claims=("late",))
    whole = book(
        tern, *claims, question, said("tern", terms="on the record"), said("tern", "late", terms="off the record")
    )
    assert dict(next(one for one in ct.for_audience(whole, "public").sources if one.id == "tern").topics) == {
        "oil": "B"
    }


def test_two_faces_of_a_source_share_no_grade() -> None:
    """Neither the grade nor the topics tell that a label and a name are one."""
    tern = ct.Source(id="tern", name="Tove Arnbak", reliability="E", topics={"oil": "B"})
    claims = (ct.Claim(id="spill", text="A.", topic="oil"), ct.Claim(id="late", text="B.", topic="oil"))
    public = ct.for_audience(
        book(tern, *claims, said("tern", terms="on the record"), said("tern", "late", terms="background")), "public"
    )
    assert [(one.name, one.reliability, len(one.topics)) for one in public.sources] == [
        ("Ferris Mill", None, 0),
        ("Tove Arnbak", "E", 1),
        ("Source 1", None, 0),
    ]


def test_what_is_said_by_name_counts_once_among_rivals() -> None:
    """Who asserts an answer by name does not count again by denying the other one under a label."""
    question = ct.Question(id="q", text="Which?", claims=("spill", "late"), exhaustive=True)
    twice = book(
        question, said("tern", terms="on the record"), said("tern", "late", stance="denies", terms="background")
    )
    assert "Source 1" not in names(twice)
    turned = book(question, said("tern", terms="on the record"), said("tern", "late", terms="background"))
    assert "Source 1" in names(turned)


def test_a_key_gives_no_label_to_two_people() -> None:
    """Labels under a key follow the source, not its place: another order gives the same, another case others."""
    ole = ct.Source(id="ole", name="Ole Brandt")
    rows = (said("tern", terms="background"), said("ole", "late", terms="background"))
    one = ct.Casebook(sources=(TERN, ole), claims=CLAIMS, statements=rows)
    turned = ct.Casebook(sources=(TERN, ole), claims=CLAIMS, statements=rows[::-1])
    other = ct.Casebook(title="Another case", sources=(TERN, ole), claims=CLAIMS, statements=rows)
    labels = [
        [source.name for source in ct.for_audience(each, "public", key="k").sources] for each in (one, turned, other)
    ]
    assert labels[0] == labels[1][::-1]
    assert set(labels[0]).isdisjoint(labels[2])


def test_labels_and_ids_avoid_those_that_exist() -> None:
    """A label is nobody's name, and what stands for an id is no other record's id."""
    mill = ct.Source(id="mill", name="Source 1", kind="organisation")
    assert names(book(mill, said("tern", terms="background"))) == ["Source 1", "Source 2"]
    claims = (ct.Claim(id="claims-1", text="A."), ct.Claim(id="tern-7", text="B."))
    whole = ct.Casebook(
        sources=(ct.Source(id="tern-7", name="Tove Arnbak"), MILL),
        claims=claims,
        statements=(said("tern-7", "claims-1", terms="background"), said("mill", "tern-7", terms="on the record")),
    )
    assert [claim.id for claim in ct.for_audience(whole, "public").claims] == ["claims-1", "claims-1-x"]


def test_labels_without_a_key_say_that_they_hold_for_one_report() -> None:
    """A reader must not join two reports by numbers that are given anew in each."""

    def page(whole: ct.Casebook, key: str | None = None) -> str:
        return ct.render(ct.compose(ct.explain(ct.score(ct.for_audience(whole, "public", key=key)))))

    whole = book(said("tern", terms="background"))
    assert "hold for this report alone" in " ".join(page(whole).split())
    assert "this report alone" not in " ".join(page(whole, "k").split())
    assert "this report alone" not in " ".join(page(book()).split())


def _tied(*dependences: ct.Dependence) -> ct.Casebook:
    """A hidden source and two bodies that assert a claim, and a second hidden one that asserts another."""
    ole = ct.Source(id="ole", name="Ole Brandt")
    rows = [
        said("tern", terms="background", lineage="witnessed"),
        said("mill", terms="on the record", lineage="witnessed"),
        said("herald", terms="on the record", lineage="witnessed"),
        said("ole", "late", terms="background", lineage="witnessed"),
    ]
    book = ct.Casebook(sources=(TERN, MILL, HERALD, ole), claims=CLAIMS, statements=tuple(rows))
    return attrs.evolve(book, dependences=dependences)


_TIE = ct.Dependence(id="tie", sources=("tern", "mill"), kind="same owner", because="It pays her.")


def _outputs(public: ct.Casebook) -> dict[str, str]:
    """The words of each output in which a dependence could stand."""
    scored = ct.score(public, audience="public")
    explained = ct.explain(scored)
    found = {form: ct.render(ct.compose(explained), form) for form in REPORT_FORMATS}
    found |= {f"account as {form}": ct.render(compose_account(explained, "spill"), form) for form in REPORT_FORMATS}
    found["account as data"] = render_account_json(explained["spill"], explained)
    found["next"] = render_inquiries_json(explained)
    found["casebook"] = ct.dumps(public, format="json")
    return {name: " ".join(text.split()) for name, text in found.items()}


def test_a_dependence_between_a_label_and_a_name_counts_and_is_not_shown() -> None:
    """The score is that of the whole casebook; no output names the dependence, nor the two as one voice."""
    tied, free = (ct.for_audience(book, "public") for book in (_tied(_TIE), _tied()))
    scores = [ct.score(book).scores["spill"].probability for book in (_tied(_TIE), tied, free)]
    assert scores[0] == scores[1] < scores[2]
    assert tied.dependences == ()
    assert "unshown" not in ct.dumps(tied, format="toml")
    for name, text in _outputs(tied).items():
        for word in ("depend on each other", "shared interest", "same owner", '"dependence"', "add nothing"):
            assert word not in text, (name, word)


def test_a_dependence_between_two_that_are_named_is_told() -> None:
    """The working says that they depend on each other, and what they weigh together, in the report and the account."""
    shown = _outputs(ct.for_audience(_tied(attrs.evolve(_TIE, sources=("mill", "herald"))), "public"))
    told = "Ferris Mill and the Vale Herald depend on each other (strength 1): together they weigh 0.5, not 1."
    assert told in shown["account as text"]
    for form in ("markdown", "html"):
        words = " ".join(re.sub(r"<[^>]*>|\|", " ", shown[form].replace("\\", "")).split())
        row = "Ferris Mill and the Vale Herald together 0.5 for, not 1 they depend on each other (strength 1)"
        assert row in words, form
    assert "they depend on each other" in shown["text"]


def test_a_tie_of_no_strength_moves_no_word() -> None:
    """What is said of sources that add nothing to each other is not left out where two of them are tied unshown."""
    weak = attrs.evolve(_TIE, strength=0.0)
    tied, free = (ct.for_audience(_well_graded(_of_two(*ties)), "public") for ties in ((weak,), ()))
    assert tied.unshown != free.unshown
    assert _outputs(free) == _outputs(tied)


def _of_two(*dependences: ct.Dependence) -> ct.Casebook:
    """The tied casebook, in which one body less asserts the claim."""
    book = _tied(*dependences)
    return attrs.evolve(book, statements=tuple(one for one in book.statements if one.origin != "herald"))


def _well_graded(book: ct.Casebook) -> ct.Casebook:
    """The casebook with the best grade for each source, so that one alone would do."""
    return attrs.evolve(book, sources=tuple(attrs.evolve(one, reliability="A") for one in book.sources))


def test_a_tie_brings_no_dependence_of_others_to_a_claim() -> None:
    """Numbers of two who say nothing of a claim are not moved for it, though one of them is tied to who does."""
    shown = ct.Dependence(id="shown", sources=("mill", "herald"), kind="same owner", because="One firm.")
    rows = (
        said("tern", terms="background"),
        *(said(name, "late", terms="on the record") for name in ("mill", "herald")),
    )
    for ties in ((), (_TIE,)):
        book = attrs.evolve(_tied(shown, *ties), statements=rows)
        scored = ct.score(ct.for_audience(book, "public"))
        kinds = {claim: {one.kind for one in ct.explain(scored)[claim].details.swings} for claim in ("spill", "late")}
        assert "dependence" in kinds["late"] - kinds["spill"]


def test_a_look_at_a_network_does_not_count_what_is_not_shown() -> None:
    """How many exhibits a source under a label examined is in no `repr`."""
    log = ct.Source(id="log", name="The log", kind="record")
    seen = said("tern", terms="background", lineage="examined", exhibits=("log",))
    whole = ct.Casebook(sources=(TERN, log), claims=CLAIMS, statements=(seen,))
    network = ct.build(ct.for_audience(whole, "public"))
    assert network.unshown
    assert "unshown" not in repr(network)


def test_why_two_are_not_enough_does_not_say_that_they_are_tied() -> None:
    """Where a label and a name are all that speaks for a claim, no output says that they depend on each other."""
    public = ct.for_audience(_of_two(_TIE), "public")
    assert ct.score(public).scores["spill"].status == "independence not established"
    for name, text in _outputs(public).items():
        assert "depend on each other" not in text, name


def test_whether_two_share_a_source_is_asked_of_those_who_are_tied_unshown() -> None:
    """A question that is asked of each two but of these would tell of the tie."""
    weak = attrs.evolve(_TIE, strength=0.1)
    asked = [_asked_whether_shared(ct.for_audience(_tied(*ties), "public")) for ties in ((), (weak,))]
    assert asked[0] == asked[1]
    assert ("mill", "source-1") in asked[1]


def _asked_whether_shared(public: ct.Casebook) -> set[tuple[str, ...]]:
    """The sources of which it is asked whether they have it from one source."""
    inquiries = ct.explain(ct.score(public))["spill"].details.inquiries
    return {inquiry.about for inquiry in inquiries if inquiry.kind == "shared source"}


@pytest.mark.parametrize("sources", [("tern", "ole"), ("mill", "herald")])
def test_other_dependences_are_shown(sources: tuple[str, str]) -> None:
    """Between two labels, and between two that are named."""
    public = ct.for_audience(_tied(attrs.evolve(_TIE, sources=sources)), "public")
    assert len(public.dependences) == 1


def test_an_unshown_dependence_goes_along() -> None:
    """It counts in what is made of the public casebook: another key, a part of it, and what might happen."""
    public = ct.for_audience(_tied(_TIE), "public")
    keyed = ct.for_audience(public, "public", key="k")
    same = ct.score(public).scores["spill"].probability
    assert same == ct.score(keyed).scores["spill"].probability
    assert same == ct.what_if(ct.score(public)).after.scores["spill"].probability
    assert same == reruns_of(ct.score(public), "spill").without()["spill"]


def test_a_tie_that_becomes_known_moves_no_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The public history does not tell on which day it was learned, and the difference does not name it."""
    ledger = str(tmp_path / "case.ledger")
    ct.write(_tied(), tmp_path / "one.toml")
    ct.write(_tied(_TIE), tmp_path / "two.toml")
    main(["ledger", "init", ledger, str(tmp_path / "one.toml"), "--learned", "2021-03-01"])
    more = ["--because", "we looked it up", "--learned", "2021-03-09"]
    main(["ledger", "import", ledger, str(tmp_path / "two.toml"), *more])
    capsys.readouterr()
    for words, told in (
        (["ledger", "history", ledger, "spill"], "First judged: likely"),
        (["ledger", "diff", ledger, "2021-03-02", "--as-learned"], "is lowered from"),
        (["diff", str(tmp_path / "one.toml"), str(tmp_path / "two.toml")], "is lowered from"),
    ):
        assert main([*words, "--audience", "public"]) == 0
        out = " ".join(capsys.readouterr().out.split())
        assert told in out
        assert not any(word in out for word in ("2021-03-09", "depend on each other", "Source 1 and", "dependence"))


def test_the_desks_own_sentence_stands_on_both_sides_of_a_diff(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Who is hidden for want of terms alone is named in claims about them, in the earlier casebook too."""
    accused = ct.Claim(id="late", text="Tove Arnbak cut the alarm.")
    whole = book(accused, said("tern", "late", stance="denies"))
    assert main(_diff(whole, whole.with_records(said("herald", "late", terms="on the record")), tmp_path)) == 0
    out = " ".join(capsys.readouterr().out.split())
    assert "Tove Arnbak cut the alarm" in out
    assert "Source 1 cut" not in out


def test_no_label_stands_beside_the_name_of_an_accused_person_without_terms() -> None:
    """Where a claim names them, title, quotes and notes do too; only who denied it has a label."""
    whole = ct.Casebook(
        title="Did Tove Arnbak take it?",
        sources=(TERN, MILL),
        claims=(ct.Claim(id="took", text="Tove Arnbak took it."),),
        statements=(
            said("mill", "took", terms="on the record", quote="We saw Tove Arnbak take it."),
            ct.Statement(origin="tern", claim="took", stance="denies"),
        ),
        notes=(ct.Note(kind="gap", about="took", text="Nobody asked the bank of Tove Arnbak."),),
    )
    seen = ct.for_audience(whole, "public")
    expected = ("Did Tove Arnbak take it?", "Tove Arnbak took it.", "Nobody asked the bank of Tove Arnbak.")
    assert expected == (seen.title, seen.claims[0].text, seen.notes[0].text)
    assert [source.name.removeprefix("Ferris ") for source in seen.sources] == ["Mill", "Source 1"]
