"""What examiners of exhibits and relays with interests weigh, worked by hand, and the steps that say so."""

import pytest

import claimtrack as ct
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Link
from claimtrack.model.documents import Document
from claimtrack.model.sources import Dependence, Source
from claimtrack.model.statements import Relay, Statement
from claimtrack.scoring.assessment import Score

SOURCES = (
    *(Source(id=f"{grade.lower()}{n}", name=f"{grade}{n}", reliability=grade) for grade in "ABCD" for n in (1, 2, 3)),
    Source(id="camera", name="Camera", kind="sensor", reliability="A"),
    Source(id="post", name="Post", kind="media", reliability="C"),
)
_B, _A = 3.0, 18.0
"""What a neutral word of grade B and of grade A weighs: 2f/(1 - f)."""


def book(*statements: Statement, dependences: tuple[Dependence, ...] = ()) -> Casebook:
    """A casebook of one claim at even odds, with a video, a sample and a camera that can be examined."""
    return Casebook(
        sources=SOURCES,
        claims=(Claim(id="fell", text="It fell."), Claim(id="cracked", text="It had cracked.")),
        documents=tuple(Document(id=name, title=name) for name in ("video", "sample")),
        statements=statements,
        dependences=dependences,
    )


def scored(*statements: Statement, dependences: tuple[Dependence, ...] = ()) -> Score:
    """The score of the claim."""
    return ct.score(book(*statements, dependences=dependences))["fell"]


def weight(*statements: Statement, dependences: tuple[Dependence, ...] = ()) -> float:
    """E for the claim, which its odds tell."""
    found = scored(*statements, dependences=dependences).probability
    return found / (1.0 - found) - 1.0


def examined(origin: str, *exhibits: str, **fields: object) -> Statement:
    """An examiner asserts the claim."""
    given = {"claim": "fell", "stance": "asserts", "lineage": "examined", **fields}
    return Statement(origin=origin, exhibits=exhibits, **given)


def seen(origin: str, *via: str | Relay, **fields: object) -> Statement:
    """A witness asserts the claim."""
    given = {"claim": "fell", "stance": "asserts", "lineage": "witnessed", **fields}
    return Statement(origin=origin, via=via, **given)


EXHIBITS = {
    "one examiner": (_B, (examined("b1", "video"),)),
    "two of one video": (_B, (examined("b1", "video"), examined("b2", "video"))),
    "the better of two": (_A, (examined("b1", "video"), examined("a1", "video"))),
    "two exhibits": (2 * _B, (examined("b1", "video"), examined("b2", "sample"))),
    "three of two exhibits": (2 * _B, (examined("b1", "video"), examined("b2", "sample"), examined("b3", "video"))),
    "a third of both": (2 * _B, (examined("b1", "video"), examined("b2", "sample"), examined("b3", "video", "sample"))),
    "one of both": (2 * _B, (examined("b1", "video"), examined("b2", "video", "sample"))),
    "one of both, alone": (_B, (examined("b1", "video", "sample"),)),
    "the camera and its examiner": (_A, (seen("camera"), examined("b1", "camera"))),
    "a camera that nobody examined": (_A + _B, (seen("camera"), examined("b1", "video"))),
    "an examiner who also saw it": (2 * _B, (examined("b1", "video"), examined("b2", "video"), seen("b2"))),
    "no exhibit named": (_B, (examined("b1"), examined("b2"))),
    "against": (0.25 - 1.0, (examined("b1", "video", stance="denies"), examined("b2", "video", stance="denies"))),
}


@pytest.mark.parametrize(("expected", "statements"), EXHIBITS.values(), ids=EXHIBITS)
def test_examiners_of_one_exhibit_weigh_as_the_strongest(expected: float, statements: tuple[Statement, ...]) -> None:
    """An exhibit carries the strongest weight of those who examined it; who examined several may rest on any."""
    assert weight(*statements) == pytest.approx(expected)
    assert weight(*reversed(statements)) == weight(*statements)


def test_fifty_examiners_are_one() -> None:
    """The fiftieth examiner of a video changes no bit."""
    labs = tuple(Source(id=f"lab-{n}", name="Lab", reliability="B") for n in range(50))
    many = book().with_records(*labs, *(examined(one.id, "video", id=f"s-{one.id}") for one in labs))
    assert ct.score(many)["fell"].probability == scored(examined("b1", "video")).probability


def test_a_document_is_not_the_source_of_its_id() -> None:
    """A witness whose id is also that of a document does not rest on the document."""
    letter = Document(id="b1", title="A letter")
    both = book(seen("b1")).with_records(letter, examined("b2", "b1", id="of-the-letter"))
    assert ct.score(both)["fell"].probability == scored(seen("b1"), examined("b2", "video")).probability


def test_dependence_and_exhibits_hold_together() -> None:
    """A group shares what its members rest on; .5·max + .5·sum of two is 4.5, and 3 where both saw one video."""
    tied = (Dependence(sources=("b1", "b2"), kind="same owner", strength=0.5),)
    assert weight(examined("b1", "video"), examined("b2", "sample"), dependences=tied) == pytest.approx(4.5)
    assert weight(examined("b1", "video"), examined("b2", "video"), dependences=tied) == pytest.approx(3.0)


def test_exhibits_count_over_links() -> None:
    """Examiners of one video on two claims are one origin where both bear on a third."""

    def over(second: str) -> float:
        linked = book(examined("b1", "video", claim="cracked"), examined("b2", second)).with_records(
            Link(id="l", from_claim="cracked", to_claim="fell", sign="supports", strength="strong")
        )
        return ct.score(linked)["fell"].probability

    assert over("video") == scored(examined("b2", "video")).probability
    assert over("sample") > over("video") + 0.05


def test_the_working_names_the_exhibit() -> None:
    """The step says what the examiners would weigh alone, and what their exhibit lets through; the numbers add up."""
    score = scored(examined("b1", "video"), examined("b2", "video"), seen("b3"))
    steps = {step.rule: step for step in score.steps}
    assert (steps["sum"].after, steps["one exhibit"].before, steps["one exhibit"].after) == pytest.approx((9, 9, 6))
    assert steps["one exhibit"].inputs == ("video", "b1", "b2")
    assert dict(steps["one exhibit"].numbers) == pytest.approx({"video": 3.0})
    assert steps["opinion"].numbers["supporting"] == pytest.approx(6.0)
    assert score.status == "corroborated"
    assert scored(examined("b1", "video"), examined("b2", "video")).status == "independence not established"


def _through(n: float | str) -> Relay:
    return Relay(source="post", propensity=n)


def test_a_relay_with_an_interest_carries_less() -> None:
    """Through a relay of grade C that gains, f = .25·.8: e = .12/(.2·.2 + .8) for a witness of grade B."""
    assert weight(seen("b1", _through("serves"))) == pytest.approx(0.12 / 0.84)
    assert weight(seen("b1", _through("neutral"))) == pytest.approx(0.48 / 0.26)
    assert weight(seen("b1", _through("against"))) == pytest.approx(0.48 / (0.8 * 0.2 + 0.2 * 0.02))


def _crowd(count: int, n: float | str, grade: str = "A") -> list[Source | Statement]:
    sources = [Source(id=f"w-{n}-{place}", name="W", reliability=grade) for place in range(count)]
    return [*sources, *(seen(one.id, _through(n), id=f"s-{one.id}") for one in sources)]


def test_a_relay_is_a_ladder() -> None:
    """Thirty interested words carry at most T(.2, 1, ∞) = .25 through it, whatever neutral words open the gate."""

    def carried(*records: Source | Statement) -> float:
        found = ct.score(book().with_records(*records))["fell"].probability
        return found / (1.0 - found) - 1.0

    assert carried(*_crowd(30, "serves")) == pytest.approx(0.25)
    assert carried(*_crowd(30, "neutral")) == pytest.approx(8.0)
    one = carried(*_crowd(1, "neutral", "D"))
    assert carried(*_crowd(1, "neutral", "D"), *_crowd(30, "serves")) == pytest.approx(one + 0.25)
    assert carried(*_crowd(30, "neutral"), *_crowd(30, "serves")) == pytest.approx(8.0)


def test_the_working_shows_candour_and_the_interest_of_relays() -> None:
    """A statement's numbers make its weight; the sentence says who gains and how far the gainer is trusted."""
    assessment = ct.score(book(seen("b1", _through("serves"), propensity="serves")))
    step = next(step for step in assessment["fell"].steps if step.rule == "statement")
    f, n, kept = (step.numbers[name] for name in ("fidelity", "propensity", "candour"))
    relay, interest, share = (step.numbers[f"relay 1 {name}"] for name in ("fidelity", "propensity", "candour"))
    assert (f, n, kept, relay, interest, share) == (0.6, 1.0, 0.25, 0.8, 1.0, 0.25)
    knowing, passed = kept * f, share * relay
    anyway = passed * (1.0 - knowing) * n + (1.0 - passed) * interest
    assert step.after == pytest.approx(knowing * passed / anyway)
    explanation = ct.explain(assessment)
    told = " ".join(ct.render(ct.compose(explanation), "markdown").split())
    assert "through Post (it serves them)" in told
    assert "trusted only 25 % as far" in told.replace("\xa0", " ")
    steps = " ".join(reason.text for reason in explanation.accounts["fell"].reasons).replace("\xa0", " ")
    assert "A speaker whom it serves is trusted only 25 % as far as the grade allows." in steps


def test_the_card_says_one_exhibit() -> None:
    """The ground of a judgment says how many origins rest on how few exhibits."""
    assessment = ct.score(book(*(examined(f"b{n}", "video") for n in (1, 2, 3))))
    ground = ct.explain(assessment).accounts["fell"].ground
    assert "3 origins for it rest on one exhibit, “video”, which counts only once." in ground


def test_counts_tell_links_apart() -> None:
    """Origins that bear on a claim from another are counted apart from those that speak on it."""
    links = (Link(id="l", from_claim="cracked", to_claim="fell", sign="supports", strength="strong"),)
    both = book(seen("b1"), seen("b1", claim="cracked"), seen("b2", claim="cracked"), seen("b3", stance="denies"))
    counts = ct.score(both.with_records(*links))["fell"].counts
    assert (counts.origins_for, counts.linked_for, counts.origins_against, counts.linked_against) == (1, 1, 1, 0)
    ground = ct.explain(ct.score(both.with_records(*links))).accounts["fell"].ground
    assert {"1 origin says so, 1 denies it.", "1 finding points to it, resting on B1 and B2."} <= set(ground)
