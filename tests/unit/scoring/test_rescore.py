"""Scoring a changed casebook gives what scoring it anew gives, and works out only what the change can reach."""

from collections.abc import Mapping
from random import Random

import attrs
import pytest

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.errors.base import ClaimtrackError
from claimtrack.model.casebook import COLLECTIONS, Casebook, Policy
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network, build
from claimtrack.network.rebuild import rebuild
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Estimate, Override
from claimtrack.scoring.methods import METHODS
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.rescore import probabilities_after, rescore
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import reshuffled
from claimtrack.testing.generate.source import RandomChooser

SMALL = Limits(sources=6, claims=7, statements=14, links=9, dependences=3, opinions=True)
ROAD = Casebook(
    sources=(Source(id="kim", name="Kim", reliability="B"), Source(id="lou", name="Lou", reliability="C")),
    questions=(Question(id="who", text="Who did it?", claims=("rain", "flood")),),
    claims=tuple(Claim(id=name, text=f"The {name}.") for name in ("rain", "flood", "mud", "closed", "apart")),
    statements=(
        Statement(id="s1", origin="kim", claim="rain", stance="asserts", lineage="witnessed"),
        Statement(id="s2", origin="lou", claim="apart", stance="asserts", lineage="witnessed"),
    ),
    links=(Link(id="l1", from_claim="flood", to_claim="mud", sign="supports"),),
)


class Counting(OriginEvidence):
    """The default method, which keeps what it was asked to score."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """As the default method."""
        ASKED.append(tuple(network.families))
        return super().__call__(network)


ASKED: list[tuple[str, ...]] = []


def spelled_out(value: object) -> object:
    """A value in which nothing is equal that has another bit, type or order."""
    if isinstance(value, float):
        return value.hex()
    if attrs.has(type(value)):
        names = (field.name for field in attrs.fields(type(value)))
        return type(value).__name__, *((name, spelled_out(getattr(value, name))) for name in names)
    if isinstance(value, Mapping):
        return tuple((key, spelled_out(item)) for key, item in value.items())
    if isinstance(value, list | tuple):
        return tuple(map(spelled_out, value))
    return value


def some_change(casebook: Casebook, random: Random) -> Casebook:
    """The casebook with something else in one of its collections, or in another order, or all of it anew."""
    other = make_casebook(RandomChooser(random.randrange(10**9)), SMALL)
    name = random.choice([*COLLECTIONS, "policy", "order", "copy"])
    try:
        if name == "policy":
            return casebook.with_policy(other.policy)
        if name == "order":
            return reshuffled(casebook, lambda rows: tuple(random.sample(rows, len(rows))))
        if name == "copy":
            return ct.loads(ct.dumps(casebook, format="json"), format="json")
        rows, others = list(casebook.collection(name)), list(other.collection(name))
        if rows and random.random() < 0.5:
            del rows[random.randrange(len(rows))]
        here = {getattr(row, "id", None) for row in others}
        rows = [*(row for row in rows if getattr(row, "id", None) not in here or random.random() < 0.5), *others[:2]]
        return evolve(casebook, **{name: tuple({getattr(row, "id", id(row)): row for row in rows}.values())})
    except ClaimtrackError:
        return casebook


def assert_same_as_anew(casebook: Casebook, changed: Casebook, method: ct.Method) -> None:
    """Scoring a changed casebook again gives what scoring it anew gives, to the last bit and in the same order."""
    found = rescore(assess(build(casebook), method=method), changed)
    anew = assess(build(changed), method=method)
    assert spelled_out(anew) == spelled_out(found)
    known = probabilities_after(assess(build(casebook), method=method), changed)
    assert {claim: anew[claim].probability for claim in anew} == dict(known)


@pytest.mark.parametrize("name", METHODS)
def test_scoring_a_change_gives_what_scoring_anew_gives(name: str) -> None:
    """To the last bit, and in the same order, whatever changed, by every method."""
    for seed in range(60 if name == "origin-evidence" else 8):
        casebook, random = make_casebook(RandomChooser(seed), SMALL), Random(seed)
        changed = casebook
        for _ in range(1 + seed % 3):
            changed = some_change(changed, random)
        assert_same_as_anew(casebook, changed, METHODS[name])


@pytest.mark.parametrize(
    ("changed", "moved"),
    [
        (ROAD, set()),
        (ROAD.with_records(Source(id="lou", name="Lou", reliability="A")), {"apart"}),
        (ROAD.with_records(Source(id="kim", name="Kim", reliability="A")), {"rain", "flood", "mud"}),
        (ROAD.with_records(Statement(id="s3", origin="lou", claim="mud", stance="denies")), {"mud"}),
        (ROAD.with_records(Claim(id="rain", text="The rain.", prior=0.3)), {"rain", "flood", "mud"}),
        (ROAD.with_records(Established(source="lou", because="It was there.")), {"apart"}),
        (ROAD.with_records(Link(id="l2", from_claim="apart", to_claim="closed", sign="supports")), {"closed"}),
        (ROAD.without_records(*ROAD.links), {"mud"}),
        (
            ROAD.with_records(Dependence(id="d1", sources=("kim", "lou"), kind="copies", strength=0.5)),
            {"rain", "flood", "mud", "apart"},
        ),
        (ROAD.with_policy(Policy(ungraded=0.1)), {"rain", "flood", "mud", "closed", "apart"}),
        (ct.loads(ct.dumps(ROAD, format="json"), format="json"), set()),
    ],
)
def test_only_what_a_change_can_reach_is_moved(changed: Casebook, moved: set[str]) -> None:
    """A change moves the claims that it is about, their rivals, and what these lead to."""
    assert moved == rebuild(build(ROAD), changed).moved


def test_only_what_bears_on_the_moved_claims_is_scored() -> None:
    """The method sees the claims that moved and what leads to them, and nothing else."""
    before = assess(build(ROAD), method=Counting())
    ASKED.clear()
    rescore(before, ROAD.with_records(Statement(id="s3", origin="lou", claim="mud", stance="denies")))
    assert [{"rain", "flood", "mud"}] == [set(asked) for asked in ASKED]


def test_a_change_that_moves_nothing_keeps_all_scores() -> None:
    """Scores that no change can move are taken over as they are."""
    before = assess(build(ROAD))
    after = rescore(before, evolve(ROAD, title="Another title"))
    assert [True] * len(before) == [after[claim] is before[claim] for claim in before]
    assert after.network.casebook.title == "Another title"


def test_claims_that_were_left_out_stay_left_out() -> None:
    """An assessment of some claims stays one of these, and of new ones."""
    before = assess(build(ROAD), only=["mud"])
    after = rescore(before, ROAD.with_records(Claim(id="new", text="It is new.")))
    assert list(after) == ["mud", "new"]


def test_what_is_said_of_what_is_gone_is_dropped() -> None:
    """Overrides of claims that are gone go with them; the others stay."""
    overrides = [Override(claim=name, confidence="low", because="We know.") for name in ("closed", "apart")]
    before = assess(build(ROAD), overrides=overrides)
    after = rescore(before, ROAD.without_records(ROAD.claim("closed")))
    assert [one.claim for one in after.overrides] == ["apart"]
    assert after["apart"].override == "We know."


def test_reports_of_a_change_are_the_same_bytes() -> None:
    """A report on what was scored again is that on what was scored anew."""
    after = rescore(assess(build(ROAD)), ROAD.with_records(Source(id="lou", name="Lou", reliability="A")))
    anew = assess(build(after.network.casebook))
    reports = [ct.render(ct.compose(ct.explain(one)), "text") for one in (anew, after)]
    assert reports[0] == reports[1]
