"""Second opinions: where methods part from each other, and which broken law explains it."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import ClassVar

import attrs
import pytest
from hypothesis import given

import claimtrack as ct
from casebooks import fell_and
from claimtrack.analysis.method_comparison import BLINDS, CURES
from claimtrack.cli.main import main
from claimtrack.report.documents.methods import compose_comparison, render_comparison_json
from claimtrack.report.render.formats import REPORT_FORMATS
from claimtrack.scoring.assessment import Estimate
from claimtrack.scoring.methods import METHODS
from claimtrack.subjective_logic.opinions import opinion
from claimtrack.testing import METHOD_LAWS
from claimtrack.testing.generate.changes import witness
from claimtrack.testing.generate.strategies import casebooks

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"


class Outlets:
    """A method that counts statements, whoever they come from."""

    breaks: ClassVar[dict[str, str]] = {"repetition": "Every outlet counts.", "one origin": "Every outlet counts."}

    def __call__(self, network: ct.Network) -> Mapping[str, Estimate]:
        found = {}
        for claim, family in network.families.items():
            sides = [chain.statement.stance for chain in network.chains[claim]]
            made = opinion(family.priors[claim], float(sides.count("asserts")), float(sides.count("denies")))
            found[claim] = Estimate(opinion=made, low=made.probability, high=made.probability)
        return found


def loud() -> ct.Casebook:
    """One origin in five outlets says yes, two others say no."""
    weak, _ = witness("official", "fell", grade="C")
    strong, denial = witness("record", "fell", grade="B", stance="denies")
    other, second = witness("gauge", "fell", grade="C", stance="denies")
    outlets = [ct.Source(id=f"paper-{place}", name=f"Paper {place}", reliability="A") for place in range(5)]
    said = [
        ct.Statement(
            id=f"s-{one.id}", origin="official", claim="fell", stance="asserts", lineage="witnessed", via=(one.id,)
        )
        for one in outlets
    ]
    book = fell_and()
    return book.with_records(weak, strong, other, *outlets, denial, second, *said)


def compared(book: ct.Casebook, **methods: ct.Method) -> ct.analysis.MethodComparison:
    """The book by the default method and others."""
    return ct.compare_methods(ct.build(book), {"default": ct.OriginEvidence(), **methods})


def test_a_vote_by_outlet_is_explained_by_repetition() -> None:
    """The vote follows the five papers; said once, it would follow the others as the default does."""
    (verdict,) = compared(loud(), vote=Outlets()).verdicts
    assert dict(verdict.leading) == {"default": "not fell", "vote": "fell"}
    assert not verdict.agreed
    assert "repetition" in [cause.law for cause in verdict.causes["vote"]]
    text = ct.render(compose_comparison(compared(loud(), vote=Outlets())), "text")
    assert "it breaks “repetition” (Every outlet counts)" in " ".join(text.split())


def test_what_no_law_explains_is_said_so() -> None:
    """A method that declares nothing, and parts for a reason of its own, is told to do so without one."""

    class Contrary(Outlets):
        """The opposite of the vote."""

        breaks: ClassVar[dict[str, str]] = {}

        def __call__(self, network: ct.Network) -> Mapping[str, Estimate]:
            turned = {
                claim: opinion(1.0 - one.opinion.probability, 0.0, 0.0)
                for claim, one in super().__call__(network).items()
            }
            return {c: Estimate(opinion=o, low=o.probability, high=o.probability) for c, o in turned.items()}

    _, said = witness("a", "fell")
    book = fell_and(ct.Source(id="a", name="A", reliability="C"), attrs.evolve(said, lineage="witnessed"))
    (verdict,) = compared(book, contrary=Contrary()).verdicts
    assert verdict.causes["contrary"] == ()
    text = " ".join(ct.render(compose_comparison(compared(book, contrary=Contrary())), "text").split())
    assert "no law that it declares to break explains this alone" in text


def test_a_method_that_looks_at_no_links_is_told_from_one_that_breaks_a_law() -> None:
    """Counting heads ignores links, and breaks no law by it."""
    found = compared(ct.read(EXAMPLES / "three_events" / "casebook.toml"), count=METHODS["origin-count"])
    causes = [cause for verdict in found.verdicts for row in verdict.causes.values() for cause in row]
    assert {(cause.law, cause.reason) for cause in causes} == {("", "links")}


def test_each_cure_is_of_a_law() -> None:
    """What cures or blinds is filed under the name of a law of scoring methods."""
    assert {*CURES, *BLINDS} <= {law.name for law in METHOD_LAWS}


@given(casebooks(links=4, statements=6))
def test_methods_agree_with_themselves(book: ct.Casebook) -> None:
    """Nothing parts a method from itself, and each cure and blinding gives a casebook that can be scored."""
    found = compared(book, again=ct.OriginEvidence())
    assert all(verdict.agreed and not verdict.causes for verdict in found.verdicts)
    for changes in (*CURES.values(), *BLINDS.values()):
        for change in changes:
            assert set(ct.score(change(book))) == set(ct.score(book))


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_every_form_tells_it(form: str, capsys: pytest.CaptureFixture[str]) -> None:
    """The command prints each form; JSON has the numbers of each method."""
    path = str(EXAMPLES / "border_lockdowns" / "casebook.toml")
    assert main(["compare", path, "--format", form, "--method", "origin-evidence", "--method", "origin-count"]) == 0
    seen = capsys.readouterr().out
    assert "origin-count" in seen
    if form == "json":
        data = json.loads(seen)
        expected = ct.score(ct.read(path), audience="public")["covid"].probability
        assert expected == next(
            row["probability"]
            for row in data["scores"]
            if (row["claim"], row["method"]) == ("covid", "origin-evidence")
        )
        assert seen == render_comparison_json(
            ct.compare_methods(
                ct.build(ct.for_audience(ct.read(path), "public")),
                {name: METHODS[name] for name in ("origin-evidence", "origin-count")},
            )
        )


def test_an_unknown_method_is_told_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    """A misspelt name gets the nearest right one."""
    assert main(["compare", str(EXAMPLES / "ten_outlets" / "casebook.toml"), "--method", "orign-count"]) == 2
    assert "origin-count" in capsys.readouterr().err
