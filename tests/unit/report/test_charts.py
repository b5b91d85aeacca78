"""The answers as bars, the evidence by answer, and an axis of time that breaks."""

import re

import pytest

import claimtrack as ct
from claimtrack.report.charts.answers import Answer, AnswersChart, chart_answers
from claimtrack.report.charts.drawing import BIG, measure
from claimtrack.report.charts.evidence import chart_evidence
from claimtrack.report.charts.time_axis import make_axis
from claimtrack.report.charts.timeline import chart_timeline


def case(*statements: ct.Statement) -> ct.Casebook:
    """Two answers, and a finding that undermines one of them."""
    return ct.Casebook(
        sources=tuple(ct.Source(id=name, name=name.title(), reliability="A") for name in ("ann", "bob", "cid")),
        claims=tuple(ct.Claim(id=name, text=f"It was the {name}.") for name in ("rust", "flood", "crack")),
        questions=(ct.Question(id="why", text="Why?", claims=("flood", "rust")),),
        links=(ct.Link(from_claim="crack", to_claim="flood", sign="undermines", strength="strong"),),
        statements=statements,
    )


def seen(origin: str, claim: str, stance: str = "asserts", **more: object) -> ct.Statement:
    """A statement of somebody who saw it."""
    fields = {"origin": origin, "claim": claim, "stance": stance, "lineage": "witnessed", **more}
    return ct.Statement(**fields)  # type: ignore[arg-type]


def test_answers_stand_by_how_likely_they_are_and_none_of_these_last() -> None:
    """The bars are the scores, and the last is what they leave."""
    assessment = ct.score(case(seen("ann", "rust")))
    chart = chart_answers(assessment, "why").picture
    assert [answer.text for answer in chart.answers] == ["It was the rust.", "It was the flood."]
    assert abs(1.0 - chart.none_of_these - sum(answer.probability for answer in chart.answers)) < 1e-9
    exhaustive = ct.Question(id="why", text="Why?", claims=("flood", "rust"), exhaustive=True)
    whole = ct.Casebook(claims=case().claims, questions=(exhaustive,))
    assert None is chart_answers(ct.score(whole), "why").picture.none_of_these


@pytest.mark.parametrize(("wide", "ends"), [(340.0, 340.0), (720.0, 380.0)])
def test_no_text_runs_into_the_number_beside_it(wide: float, ends: float) -> None:
    """Beside "under 1 %" the text of an answer has less room than beside other numbers, narrow or wide."""
    answer = Answer(
        text="The fire started in a faulty transformer of the old mill.",
        probability=0.004,
        low=0.0,
        high=0.03,
        word="no",
    )
    drawn = AnswersChart(answers=(answer,), none_of_these=None).draw(1, wide=wide)
    lines = re.findall(r">([^<>]*(?:fire|transformer|mill)[^<>]*)</t", drawn.partition("</title>")[2])
    assert len(lines) > 1
    room = ends - measure("under 1\u00a0%", BIG, bold=True)
    assert [line for line in lines if measure(line) > room] == []


def test_evidence_that_tells_the_answers_apart_stands_first() -> None:
    """An origin has one row, over links and outright; what fits both answers alike stands last."""
    said = (seen("bob", "rust"), seen("bob", "flood"), seen("ann", "crack"), seen("ann", "rust"))
    rows = chart_evidence(ct.score(case(*said)), "why").picture.rows
    assert [row.name for row in rows] == ["Ann", "Bob"]
    assert rows[0].notes == "says so outright and “It was the crack”"
    assert [bits > 0.0 for bits in rows[0].cells] == [True, False]


def test_what_speaks_of_one_answer_alone_is_not_shown_against_its_rival() -> None:
    """A rival loses by it, and no origin said a word against it."""
    figure = chart_evidence(ct.score(case(seen("ann", "rust"))), "why")
    assert figure.words.rows[0][2:] == ("strongly for", "–")


def test_a_date_far_from_all_others_breaks_the_axis() -> None:
    """What is left of the axis belongs to the dates that are near each other; in a row of days it breaks nowhere."""
    axis = make_axis([(1, 1), (200, 200), (203, 203), (206, 210)], 0.0, 400.0)
    assert [(piece.first, piece.end) for piece in axis.pieces] == [(1, 2), (200, 211)]
    assert len(axis.breaks) == 1
    assert axis.place(211) - axis.place(200) > 200.0
    assert len(make_axis([(day, day) for day in range(1, 40)], 0.0, 400.0).pieces) == 1


def test_days_run_from_left_to_right_on_every_axis() -> None:
    """A later day never stands left of an earlier one, and none outside the axis."""
    for spans in ([(5, 5)], [(1, 3), (900, 900), (5000, 6000)], [(day, day) for day in range(1, 9000, 700)]):
        axis = make_axis(spans, 10.0, 300.0)
        days = sorted({day for first, last in spans for day in (first, last, last + 1)})
        places = [axis.place(day) for day in days]
        assert sorted(places) == places
        assert 10.0 <= places[0] <= places[-1] <= 300.0 + 1e-9


def test_the_timeline_shows_the_event_itself() -> None:
    """Its stripe runs behind all lanes, and no id of the file stands in a label."""
    dated = seen("ann", "rust", id="s-1", occurred=ct.PartialDate("2021-03-01"), stated=ct.PartialDate("2021-03-04"))
    taken = ct.Standing(is_="retracted", because="x", on=ct.PartialDate("2021-03-09"))
    figure = chart_timeline(ct.build(case(dated, seen("bob", "rust", id="s-2", standing=taken))))
    assert figure.picture.draw(1).count('class="event"') == 1
    assert [lane.name for lane in figure.picture.lanes] == ["Event, as claimed", "Said", "Corrected"]
    assert figure.picture.lanes[0].marks[0].label == "“It was the rust”"
    assert figure.picture.lanes[2].marks[0].label == "what Bob said was retracted"
    assert "s-2" not in figure.picture.draw(1)


def test_a_question_with_many_answers_has_its_likeliest_drawn() -> None:
    """Every picture of a question with forty answers can be drawn; the evidence shows the likeliest, and says so."""
    answers = [f"c{number}" for number in range(40)]
    book = ct.Casebook(
        claims=tuple(ct.Claim(id=name, text=f"It was {name}.") for name in answers),
        sources=(ct.Source(id="a", name="A", reliability="B"),),
        statements=(ct.Statement(id="s", origin="a", claim="c39", stance="asserts", lineage="witnessed"),),
        questions=(ct.Question(id="q", text="Which?", claims=tuple(answers)),),
    )
    report = ct.compose(ct.explain(ct.score(book)), length="annex")
    assert "The 12 likeliest of 40 answers." in str(ct.render(report, "html"))
