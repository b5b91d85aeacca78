"""Rules that ask the analyst something: what they ask, of whom, and with which numbers."""

from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.checks.rule import MOST_RESCORED

FERRY = ct.Claim(id="sank", text="The ferry sank.")
_CAUSES = ("leak", "fire", "wave")


def found(code: str, *records: object) -> list[str]:
    """What a rule says of a casebook of some records."""
    book = ct.Casebook().with_records(*records)  # type: ignore[arg-type]
    return [finding.text.replace("\xa0", " ") for finding in ct.check(ct.score(book)).of(code)]


def source(who: str, **fields: object) -> ct.Source:
    """A source of grade B."""
    given = {"name": who.capitalize(), "reliability": "B", **fields}
    return ct.Source(id=who, **given)  # type: ignore[arg-type]


def said(name: str, claim: str = "sank", stance: str = "asserts", **fields: object) -> ct.Statement:
    """What a source says, with an id made of both."""
    given = {"id": f"{name}-{stance}", "lineage": "witnessed", **fields}
    return ct.Statement(origin=name, claim=claim, stance=stance, **given)  # type: ignore[arg-type]


def test_a_reversal_shows_how_to_mark_what_was_said_first_and_the_score_without_it() -> None:
    """The finding has the two lines of TOML, and P as it is once the earlier statement is corrected."""
    book = (source("kim"), FERRY, said("kim", stance="denies"), said("kim"))
    (text,) = found("CT303", *book)
    corrected = ct.Standing(is_="corrected", because="Taken back.")
    after = ct.Casebook().with_records(*book[:2], evolve(book[2], standing=corrected), book[3])
    assert 'id = "kim-denies"' in text
    assert 'standing = { is = "corrected", because = "…" }' in text
    assert "P would be 80 % and not 50 %" in text
    assert round(ct.score(after)["sank"].probability, 3) == 0.8


def test_a_reversal_that_hardly_matters_says_that_the_score_stays() -> None:
    """No finding holds a number against itself: where both round to one, it is said to stay."""
    words = (said("kim", stance="denies", propensity="serves"), said("kim", propensity="against"))
    (text,) = found("CT303", source("kim", reliability="A"), FERRY, *words)
    assert "without it P would stay at over 99 %" in text


def test_what_was_taken_back_may_have_put_another_right() -> None:
    """A reversal is told even where another statement says that it was corrected by the one that would go."""
    corrected = ct.Standing(is_="corrected", because="A slip.", by="kim-denies")
    first = evolve(said("kim", id="kim-first"), standing=corrected)
    (text,) = found("CT303", source("kim"), FERRY, first, said("kim", stance="denies"), said("kim"))
    assert "P would be" in text


def test_an_admission_does_not_rest_on_whom_it_serves() -> None:
    """A deception check is asked for where what leads serves its source, whatever else that source said."""
    denied, admitted = said("kim", stance="denies", propensity="serves"), said("kim", propensity="against")
    assert found("CT304", source("kim"), FERRY, denied, admitted) == []
    assert len(found("CT304", source("kim"), FERRY, denied)) == 1


def test_a_denial_is_not_what_a_claim_rests_on_where_its_rivals_move_it_most() -> None:
    """Who denies an answer that the evidence for another one makes unlikely does not carry that judgment."""
    claims = [ct.Claim(id=name, text=f"It was {name}.", prior=0.5 if name == "fire" else 0.25) for name in _CAUSES]
    question = ct.Question(id="why", text="Why?", claims=_CAUSES, exhaustive=True)
    book = (source("kim"), source("lee"), *claims, question, said("kim", "fire", "denies", propensity="serves"))
    assert len(found("CT304", *book)) == 1
    assert found("CT304", *book, said("lee", "leak")) == []


def test_an_answer_and_its_negation_tell_once_of_a_lineage_that_is_not_known() -> None:
    """The same word carries both; one finding is enough."""
    pair = [ct.Claim(id=name, text="It was so.") for name in ("leak", "none")]
    question = ct.Question(id="why", text="Why?", claims=("leak", "none"), exhaustive=True)
    (text,) = found("CT105", source("kim"), *pair, question, said("kim", "none", lineage="told"))
    assert text.endswith('its word carries "none"')


def test_the_earlier_statement_is_told_by_dates_where_there_are_dates() -> None:
    """The order in the casebook counts only between statements whose dates do not tell."""
    dates = {"stated": ct.PartialDate("2021-05-04")}, {"stated": ct.PartialDate("2021-05")}
    for one, (first, second) in enumerate((dates, dates[::-1])):
        (text,) = found("CT303", source("kim"), FERRY, said("kim", stance="denies", **first), said("kim", **second))
        assert 'id = "kim-denies"' in text, one
    early = {"stated": ct.PartialDate("2021-05-01")}
    (text,) = found("CT303", source("kim"), FERRY, said("kim", stance="denies", **dates[0]), said("kim", **early))
    assert 'id = "kim-asserts"' in text


def test_many_reversals_are_told_and_few_of_them_scored_anew() -> None:
    """A rule scores anew a fixed number of times, so that its cost stays linear."""
    claims = [evolve(FERRY, id=f"c-{place}") for place in range(MOST_RESCORED + 3)]
    rows = [
        said("kim", claim.id, stance, id=f"{claim.id}-{stance}") for claim in claims for stance in ("asserts", "denies")
    ]
    texts = found("CT303", source("kim"), *claims, *rows)
    assert len(texts) == len(claims)
    assert sum("P would be" in text for text in texts) == MOST_RESCORED


def test_an_open_question_says_what_closing_it_would_make() -> None:
    """The finding has what none of these keeps, and the likeliest answer's P with and without it."""
    names = ("leak", "fire", "wave")
    claims = [ct.Claim(id=name, text="It sank.") for name in names]
    question = ct.Question(id="why", text="Why?", claims=names)
    rows = [source("kim"), source("lee"), *claims, said("kim", "leak"), said("lee", "leak")]
    (text,) = found("CT901", *rows, question)
    closed = ct.score(ct.Casebook().with_records(*rows, evolve(question, exhaustive=True)))
    assert "none of these keeps 10 %" in text
    assert 'make "leak" 78 % instead of 70 %' in text
    assert round(100 * closed["leak"].probability) == 78
    assert found("CT901", *rows, evolve(question, exhaustive=True)) == []
    priors = [evolve(claim, prior=0.3) for claim in claims]
    assert found("CT901", *rows[:2], *priors, *rows[5:], question) == []


@pytest.mark.parametrize(
    "text",
    [
        "Vane Lines burned down the ferry.",
        "The Kovan army shelled the town.",
        "Dr Berg was responsible for the leak.",
        "On 3 May Ada Berg poisoned the well.",
        "The tenant set the house on fire.",
        "Its forces shelled the market.",
        "The ferry was shelled by the Kovan army.",
        "The Kovan army blew the dam up from inside.",
    ],
)
def test_a_claim_that_names_a_culprit_is_asked_for_its_prior(text: str) -> None:
    """It starts from even, and the finding says so; a prior, its own or that of a rival, answers it."""
    claim = ct.Claim(id="sank", text=text)
    (seen,) = found("CT902", source("kim"), claim, said("kim"))
    assert seen.endswith("it starts from even, 50 %")
    assert found("CT902", source("kim"), evolve(claim, prior=0.1), said("kim")) == []


@pytest.mark.parametrize(
    "text",
    [
        "The ferry sank on 3 May.",
        "A storm destroyed the quay.",
        "The fire was ordered out by noon.",
        "Somebody burned down the ferry.",
        "They attacked at dawn.",
        "Ada Berg knew of the leak.",
        "Ada Berg was shot.",
        "The fire destroyed the quay.",
        "A gunman shot the guard.",
        "Kovan destroyed its stocks after 1991.",
    ],
)
def test_a_claim_that_names_no_culprit_is_not(text: str) -> None:
    """What happened to somebody, or was done by nobody in particular, is no accusation."""
    assert found("CT902", source("kim"), ct.Claim(id="sank", text=text), said("kim")) == []


def test_a_party_is_named_or_depends_on_one_or_has_an_interest_in_a_rival() -> None:
    """Each of them is asked how readily it would say this anyway; who is none of these is not."""
    owner, agent = source("owner", name="Vane Lines", kind="organisation"), source("agent", kind="official")
    knew = ct.Claim(id="knew", text="Vane Lines knew.")
    (text,) = found("CT305", owner, knew, said("owner", "knew"))
    assert text == '"owner" is a party to "knew" and asserts it as if without an interest'
    assert found("CT305", owner, agent, knew, said("agent", "knew")) == []
    tie = ct.Dependence(sources=("owner", "agent"), kind="shared interest")
    assert len(found("CT305", owner, agent, knew, tie, said("agent", "knew"))) == 1
    assert found("CT305", owner, knew, said("owner", "knew", propensity="against")) == []
    rival, question = ct.Claim(id="not", text="It was a wave."), ct.Question(id="q", text="?", claims=("sank", "not"))
    serving = said("agent", "not", propensity="serves")
    assert len(found("CT305", agent, FERRY, rival, question, serving, said("agent", stance="denies"))) == 1


def test_a_relay_that_is_a_party_is_asked_for_its_interest() -> None:
    """The chain answers with the relay's propensity."""
    owner, knew = source("owner", name="Vane Lines", kind="organisation"), ct.Claim(id="knew", text="Vane Lines knew.")
    assert len(found("CT306", owner, source("kim"), knew, said("kim", "knew", via=("owner",)))) == 1
    told = ct.model.Relay(source="owner", propensity="against")  # type: ignore[attr-defined]
    assert found("CT306", owner, source("kim"), knew, said("kim", "knew", via=(told,))) == []


@pytest.mark.parametrize("stance", ["asserts", "denies"])
def test_three_whom_it_serves_are_asked_how_they_depend_on_each_other(stance: str) -> None:
    """Two may be chance, and a dependence answers it."""
    names = ("kim", "lee", "ann")
    rows = [said(name, stance=stance, propensity="serves") for name in names]
    sources = [source(name) for name in names]
    assert len(found("CT307", *sources, FERRY, *rows)) == 1
    assert found("CT307", *sources, FERRY, *rows[:2]) == []
    tie = ct.Dependence(sources=("kim", "lee"), kind="same owner")
    assert found("CT307", *sources, FERRY, tie, *rows) == []


def test_media_are_asked_what_they_saw_and_whether_they_share_a_source() -> None:
    """Several first-hand media are asked one by one, and those of one date together; a tie or a reason answers it."""
    media = [source(name, kind="media") for name in ("post", "radio")]
    day = ct.Document(id="post-1", title="An article", published=ct.PartialDate("2021-05-04"))
    rows = [said("post", document="post-1"), said("radio", published=ct.PartialDate("2021-05-04"))]
    asked = (*media, FERRY, day, *rows)
    assert len(found("CT111", *asked)) == 2
    assert len(found("CT112", *asked)) == 1
    assert found("CT111", *media[:1], FERRY, day, *rows[:1]) == []
    assert len(found("CT111", *asked, ct.Established(source="post", because="It had a reporter there."))) == 0
    assert found("CT112", *asked, ct.Dependence(sources=("post", "radio"), kind="same owner")) == []
    assert found("CT112", *media, FERRY, day, rows[0], evolve(rows[1], lineage="told")) == []


def test_a_document_at_hand_is_heard_directly() -> None:
    """It must be the origin's own, and its text or a copy must be there."""
    letter = ct.Document(id="letter", title="A letter", publisher="Kim", text="It sank.")
    row = said("kim", via=("lee",), document="letter")
    sources = (source("kim"), source("lee"), FERRY)
    assert len(found("CT113", *sources, letter, row)) == 1
    assert found("CT113", *sources, evolve(letter, text=None), row) == []
    assert found("CT113", *sources, evolve(letter, publisher="Lee"), row) == []
    assert found("CT113", *sources, letter, evolve(row, via=())) == []


def test_a_record_that_is_heard_directly_elsewhere_is_at_hand() -> None:
    """Whoever shows a record stands no longer before it; before a person who was asked on other things, perhaps."""
    other = ct.Claim(id="left", text="The ferry left.")
    rows = (source("lee"), FERRY, other, said("kim", via=("lee",)), said("kim", "left", id="other"))
    assert len(found("CT113", source("kim", kind="record"), *rows)) == 1
    assert found("CT113", source("kim"), *rows) == []


ROWS = {
    "examiners": "CT114",
    "newspapers": "CT111",
    "ten_denials": "CT307",
    "hearsay": "CT110",
    "document_shown": "CT113",
    "culprit": "CT902",
    "reversal": "CT303",
    "three_rivals": "CT901",
}
"""For each casebook on which an expert would ask something, the rule that asks it."""


@pytest.mark.parametrize("name", ROWS)
def test_what_an_expert_would_ask_is_asked(name: str) -> None:
    """Each small case of the page on face validity that calls for a question gets it."""
    book = ct.read(Path(__file__).parents[2] / "worked" / "section_11" / f"{name}.toml")
    assert ct.check(ct.score(book)).of(ROWS[name])


def test_hearsay_alone_is_said_whoever_passes_it_on() -> None:
    """A body of grade A that was told is hearsay; one that was there besides takes the finding away."""
    report = source("council", reliability="A")
    assert len(found("CT110", report, FERRY, said("council", lineage="told"))) == 1
    assert found("CT110", report, source("kim"), FERRY, said("council", lineage="told"), said("kim")) == []


@pytest.mark.parametrize(
    ("fields", "times"),
    [
        ({"lineage": "told", "propensity": "against"}, 1),
        ({"lineage": "told", "propensity": 0.1}, 1),
        ({"lineage": "told", "propensity": "neutral"}, 0),
        ({"lineage": "told", "propensity": "serves"}, 0),
        ({"lineage": "took part", "propensity": "against"}, 0),
        ({"lineage": "took part", "propensity": "against", "via": ("paper",)}, 0),
    ],
)
def test_who_was_told_admits_nothing(fields: dict[str, object], times: int) -> None:
    """An admission is first-hand, also where a relay reports it; hearsay that counts as one is a finding."""
    assert len(found("CT308", source("kim"), source("paper"), FERRY, said("kim", **fields))) == times


def codes(*records: object) -> list[str]:
    """The codes of what a check finds in a casebook of some records, but for missing terms and grades."""
    book = ct.Casebook().with_records(*records)  # type: ignore[arg-type]
    return sorted(one.code for one in ct.check(ct.score(book)).findings if one.code not in ("CT702", "CT105"))


def test_one_denial_is_told_of_once() -> None:
    """That a claim falls by one word that serves its speaker is one finding, as serious as the gravest that it says."""
    denial = said("kim", stance="denies", propensity="serves")
    assert codes(source("kim"), FERRY, denial) == ["CT304"]
    checked = ct.check(ct.score(ct.Casebook().with_records(source("kim"), FERRY, denial)), profile="ap")
    assert [one.severity for one in checked.of("CT304")] == ["error"]
    asks = {asks: answer for asks, answer, _ in checked.checklists[0].answers}
    assert asks["More than one source where it matters"] == "fail"
    waived = ct.Note(kind="waiver", about="sank", text="CT304: we looked.")
    assert codes(source("kim"), FERRY, denial, waived) == ["CT101", "CT301"]


def test_missing_searches_are_told_together() -> None:
    """One finding names all claims that nobody searched against; one that is waived is told by itself."""
    claims = [ct.Claim(id=name, text="It sank.") for name in _CAUSES]
    rows = [source("kim"), source("lee"), *claims, *(said("kim", name, id=f"k-{name}") for name in _CAUSES)]
    (text,) = found("CT802", *rows)
    assert text == 'no search for evidence against "leak", "fire" and "wave", which are held to be likely, is noted'
    waiver = ct.Note(kind="waiver", about="leak", text="CT802: nobody could know.")
    searched = ct.Note(kind="search made", about="fire", text="We asked around.")
    assert found("CT802", *rows, waiver, searched) == [
        '"wave" is held to be very likely, and no search for evidence against it is noted'
    ]
    findings = ct.check(ct.score(ct.Casebook().with_records(*rows, waiver, searched)))
    assert [one.id for one in findings.waived] == ["leak"]


def test_rival_culprits_are_told_together() -> None:
    """Rivals without priors start alike, and one finding at their question says so."""
    texts = {"leak": "Ada Berg sabotaged the pump.", "fire": "Vane Lines burned down the ferry."}
    claims = [ct.Claim(id=name, text=text) for name, text in texts.items()]
    question = ct.Question(id="why", text="Why?", claims=tuple(texts))
    rows = [source("kim"), *claims, question, *(said("kim", name, id=name) for name in texts)]
    expected = '"leak" and "fire" name culprits and have no prior: each starts from an equal share, 33 %'
    assert found("CT902", *rows) == [expected]


def test_a_sensor_needs_no_second_source() -> None:
    """What a sensor alone shows is no single source; a person alone is."""
    assert found("CT101", source("buoy", kind="sensor"), FERRY, said("buoy", lineage="recorded")) == []
    assert len(found("CT101", source("kim"), FERRY, said("kim"))) == 1


def test_a_partys_accusation_is_no_examination() -> None:
    """Who deduces what serves them accuses; who deduces or examines without a gain is asked from what."""
    for fields, times in (
        ({"lineage": "deduced", "propensity": "serves"}, 0),
        ({"lineage": "deduced"}, 1),
        ({"lineage": "examined", "propensity": "serves"}, 1),
    ):
        assert len(found("CT114", source("kim"), FERRY, said("kim", **fields))) == times
