"""The picture of a whole case: what it shows, what it folds, and that nothing runs out of it or of the other charts."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

import claimtrack as ct
from claimtrack.report.charts.case.chart import chart_case
from claimtrack.report.charts.case.compose import compose_panels
from claimtrack.report.charts.case.fold import MOST_FINDINGS, MOST_ORIGINS
from claimtrack.report.charts.case.graph import write_dot, write_mermaid
from claimtrack.report.charts.case.order import uncross
from claimtrack.report.charts.drawing import NARROW, SMALL, WIDE, measure
from claimtrack.report.documents.pictures import CHARTS
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile

MADE = by_profile(dev=25, ci=150, deep=2_000)
_SIZES = {"soft": SMALL, "big": 20.0, "title": 15.0}


def bridge(
    *statements: ct.Statement, links: tuple[ct.Link, ...] = (), sources: int = 4, claims: tuple[ct.Claim, ...] = ()
) -> ct.Casebook:
    """A question with two answers and a finding, on which some sources speak."""
    return ct.Casebook(
        sources=tuple(ct.Source(id=f"s{place}", name=f"Name {place}", reliability="B") for place in range(sources)),
        claims=(
            ct.Claim(id="rust", text="It rusted through."),
            ct.Claim(id="flood", text="The flood took it."),
            ct.Claim(id="crack", text="There was a crack in the pier."),
            *claims,
        ),
        questions=(ct.Question(id="why", text="Why did it fall?", claims=("rust", "flood")),),
        statements=statements,
        links=links,
    )


def said(origin: str, claim: str, stance: str = "asserts", **more: object) -> ct.Statement:
    """A statement that somebody witnessed what it says."""
    return ct.Statement(origin=origin, claim=claim, stance=stance, **{"lineage": "witnessed", **more})  # type: ignore[arg-type]


def test_a_finding_has_a_row_and_a_mark_under_each_answer_that_it_bears_on() -> None:
    """A link that supports is a mark for an answer, one that undermines is a mark against it."""
    links = (
        ct.Link(from_claim="crack", to_claim="rust", sign="supports"),
        ct.Link(from_claim="crack", to_claim="flood", sign="undermines"),
    )
    [panel] = compose_panels(ct.score(bridge(said("s0", "crack"), said("s1", "crack", "denies"), links=links)))
    [row] = panel.rows
    assert row.text == "There was a crack in the pier."
    found = {(panel.answers[mark.answer].text, mark.against) for mark in row.marks}
    assert found == {("It rusted through.", False), ("The flood took it.", True)}
    assert [(panel.origins[line.origin].names, line.denies) for line in row.lines] == [
        ("Name 0", False),
        ("Name 1", True),
    ]


def test_what_an_origin_says_of_answers_is_one_row_of_its_own() -> None:
    """It stands beside the origin, with a mark under each answer, and its line is broken if that is not known."""
    book = bridge(said("s0", "rust"), said("s0", "flood", "denies"), said("s1", "flood", lineage="unknown"))
    panel, others = compose_panels(ct.score(book))
    first, second = sorted(panel.rows, key=lambda row: -len(row.marks))
    assert (first.is_outright, second.is_outright) == (True, True)
    assert [mark.against for mark in first.marks].count(True) == 1
    assert [line.sure for row in (first, second) for line in row.lines] == [True, False]
    assert [row.text for row in others.rows] == ["There was a crack in the pier."]


def test_a_finding_that_also_bears_on_another_says_so_in_words() -> None:
    """Its row stands where it speaks of an answer, and its notes name the finding that no line leads to."""
    links = (
        ct.Link(from_claim="crack", to_claim="rust", sign="supports"),
        ct.Link(from_claim="old", to_claim="rust", sign="supports"),
        ct.Link(from_claim="old", to_claim="crack", sign="undermines"),
        ct.Link(from_claim="seen", to_claim="crack", sign="supports"),
    )
    more = tuple(ct.Claim(id=name, text=f"It was {name}.") for name in ("old", "seen"))
    panel = compose_panels(ct.score(bridge(said("s0", "old"), links=links, claims=more)))[0]
    rows = {row.text: row for row in panel.rows}
    assert rows["It was old."].notes.endswith("also undermines “There was a crack in the pier”")
    assert panel.rows[rows["It was seen."].under].text == "There was a crack in the pier."


def test_a_relay_that_two_came_through_has_a_frame_and_one_alone_is_a_note() -> None:
    """All that stands in a frame came through its relay, the relay's own word too."""
    book = bridge(said("s0", "rust", via=("s2",)), said("s2", "flood"), said("s1", "flood", via=("s3",)))
    panel = compose_panels(ct.score(book))[0]
    framed = {origin.names: origin.relay for origin in panel.origins}
    assert framed == {"Name 0": "Name 2", "Name 2": "Name 2", "Name 1": None}
    assert [origin.names for origin in panel.origins if origin.is_relay] == ["Name 2"]
    assert any(origin.notes.endswith("through Name 3") for origin in panel.origins)


def test_of_many_ways_the_first_is_named_and_the_others_counted() -> None:
    """An origin that ten outlets repeat has a note that can be read."""
    book = bridge(*(said("s0", "rust", via=(f"s{place}",)) for place in range(1, 11)), sources=11)
    (panel, *_) = compose_panels(ct.score(book))
    assert "through Name 1 or by 9 other ways" in panel.origins[0].notes


def test_two_hundred_records_fold_into_a_few_rows_and_boxes_and_none_is_lost() -> None:
    """A panel holds no more than it can show, and its boxes say how many origins they stand for."""
    claims = tuple(ct.Claim(id=f"c{place}", text=f"Finding {place}.") for place in range(100))
    links = tuple(
        ct.Link(
            from_claim=claim.id, to_claim=("rust", "flood")[place % 2], sign=("supports", "undermines")[place % 3 > 1]
        )
        for place, claim in enumerate(claims)
    )
    statements = [said(f"s{place}", f"c{place % 100}") for place in range(90)]
    book = bridge(
        *statements, *(said(f"s{place}", "rust") for place in range(90, 100)), links=links, sources=100, claims=claims
    )
    panel = compose_panels(ct.score(book))[0]
    assert sum(not row.is_outright for row in panel.rows) <= MOST_FINDINGS
    assert len(panel.origins) <= MOST_ORIGINS
    alone = sum("origins" not in origin.notes for origin in panel.origins)
    assert alone + sum(int(one.notes.split()[0]) for one in panel.origins if "origins" in one.notes) == 100
    counts = [int(row.text.split()[0]) if row.text and row.text[0].isdigit() else 1 for row in panel.rows if row.text]
    assert sum(counts) == 100


def test_a_caption_says_what_there_was_no_room_for() -> None:
    """A picture holds the likeliest answers to the first questions."""
    claims = tuple(ct.Claim(id=f"c{place}", text=f"It was {place}.") for place in range(20))
    names = tuple(claim.id for claim in claims)
    questions = (
        ct.Question(id="why", text="Why?", claims=names[:10]),
        *(ct.Question(id=f"q{place}", text="So?", claims=(names[place],)) for place in range(10, 15)),
    )
    figure = chart_case(ct.score(ct.Casebook(claims=claims, questions=questions)))
    assert figure.caption.endswith("Not drawn: 2 further questions and 2 less likely answers.")
    assert len(figure.picture.panels[0].answers) == 8


def drawn(assessment: ct.Assessment, wide: float) -> Iterator[ET.Element]:
    """Every picture of a casebook, parsed as XML."""
    for chart in CHARTS.values():
        for _, figure in chart(assessment):
            if figure is not None:
                yield ET.fromstring(figure.picture.draw(1, wide=wide))  # noqa: S314 - we drew it


def ends(picture: ET.Element) -> Iterator[tuple[float, float, str]]:
    """Where each line of text begins and ends at most, and what it says."""
    for text in picture.iter("text"):
        kinds = (text.get("class") or "").split()
        size = next((_SIZES[kind] for kind in kinds if kind in _SIZES), 12.0)
        width = measure(text.text or "", size, bold=bool({"strong", "big", "title"} & set(kinds)))
        start = float(text.attrib["x"]) - {"start": 0.0, "middle": 0.5, "end": 1.0}[text.attrib["text-anchor"]] * width
        yield start, start + width, text.text or ""


def test_no_text_runs_out_of_the_pictures_of_any_casebook() -> None:
    """In both forms of each chart, whatever the words are and however long."""
    for seed in range(MADE):
        assessment = ct.score(make_casebook(RandomChooser(seed)))
        for wide in (WIDE, NARROW):
            for picture in drawn(assessment, wide):
                beyond = [one for one in ends(picture) if one[0] < -1.0 or one[1] > wide + 1.0]
                assert beyond == [], (seed, picture.attrib["class"], wide)


def test_every_origin_and_finding_of_any_casebook_is_in_the_picture_once() -> None:
    """A panel names no row or box that is not there, and no box stands without a line."""
    for seed in range(MADE):
        for panel in compose_panels(ct.score(make_casebook(RandomChooser(seed)))):
            spoken = {line.origin for row in panel.rows for line in row.lines}
            assert spoken == set(range(len(panel.origins))), seed
            texts = [row.text for row in panel.rows if row.text is not None]
            assert all(row.under is None or row.under < place for place, row in enumerate(panel.rows)), seed
            assert all(mark.answer < len(panel.answers) for row in panel.rows for mark in row.marks), seed
            assert len(texts) <= MOST_FINDINGS


def test_a_ring_of_findings_is_drawn_like_any_other() -> None:
    """Findings that only bear on each other have a first row, under which the other stands."""
    book = ct.Casebook(
        claims=(ct.Claim(id="a", text="A."), ct.Claim(id="b", text="B.")),
        links=(
            ct.Link(from_claim="a", to_claim="b", sign="supports"),
            ct.Link(from_claim="b", to_claim="a", sign="undermines"),
        ),
    )
    [panel] = compose_panels(ct.score(book))
    assert [(row.text, row.under) for row in panel.rows] == [("A.", None), ("B.", 0)]


def test_boxes_change_places_where_fewer_or_thinner_lines_cross() -> None:
    """The order is the given one where no swap of neighbours is better."""
    assert uncross([0, 1], [[(0, 1.0)], [(1, 1.0)]]) == [0, 1]
    assert uncross([0, 1], [[(1, 1.0)], [(0, 1.0)]]) == [1, 0]
    assert uncross([0, 1], [[(1, 4.0), (0, 1.0)], [(0, 1.0)]]) == [1, 0]


def test_no_text_writes_a_line_of_a_graph() -> None:
    """Quotes, brackets and line ends of a casebook are text in DOT and in Mermaid."""
    hostile = 'x"]; a -> b [label="\n%% end\\"; #quot; <b>'
    book = bridge(said("s0", "rust"))
    plain = compose_panels(ct.score(book))
    claims = tuple(ct.Claim(id=claim.id, text=hostile) for claim in book.claims)
    said_by = tuple(ct.Source(id=source.id, name=hostile) for source in book.sources)
    other = compose_panels(
        ct.score(ct.Casebook(sources=said_by, claims=claims, questions=book.questions, statements=book.statements))
    )
    for write in (write_dot, write_mermaid):
        lines = write(other).splitlines()
        assert len(write(plain).splitlines()) == len(lines)
        assert all(line.replace('\\"', "").count('"') in {0, 2, 4} for line in lines)
    assert all("<b>" not in line and "];" not in line for line in write_mermaid(other).splitlines())
