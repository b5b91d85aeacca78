"""The brief: one page, true for casebooks of every shape, and as short for many claims as for a few."""

import re

import attrs
import pytest

import claimtrack as ct
from claimtrack.report.blocks import References, Report
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile

KIM = ct.Source(id="kim", name="Kim", reliability="C")
RAIN, SNOW = ct.Claim(id="rain", text="It rained."), ct.Claim(id="snow", text="It snowed.")
EITHER = ct.Question(id="which", text="What fell?", claims=("rain", "snow"))
SAW = ct.Statement(id="saw", origin="kim", claim="rain", stance="asserts", lineage="witnessed", terms="on the record")


def brief(book: ct.Casebook, audience: str = "internal") -> Report:
    """The brief of a casebook."""
    return ct.compose(ct.explain(ct.score(book, audience=audience)), length="brief")


def text_of(report: Report) -> str:
    """What a report says, on one line."""
    return " ".join(ct.render(report, "text").replace("\u00a0", " ").split())


def test_a_casebook_with_nothing_says_so() -> None:
    """Without claims, and with opinions alone, there is nothing to judge."""
    opinion = ct.Casebook(claims=(ct.Claim(id="a", text="Rain is bad.", kind="opinion"),))
    for book in (ct.Casebook(), opinion):
        assert "There is no claim here that could be judged. No statement stands in this casebook." in text_of(
            brief(book)
        )


def test_what_nobody_spoke_of_is_not_known() -> None:
    """A claim without statements has no likelihood word; its number is only where it starts."""
    said = text_of(brief(ct.Casebook(claims=(RAIN,))))
    assert "It is not known whether it rained." in said
    assert "Not known: 50 % is where it starts." in said
    assert "Nothing speaks of “It rained”." in said


def test_one_source_is_the_single_point_of_failure() -> None:
    """With one source the brief says on whose word it stands, and what would be left without it."""
    said = text_of(brief(ct.Casebook(sources=(KIM,), claims=(RAIN,), statements=(SAW,))))
    assert "It is likely (68 %) that it rained." in said
    assert (
        "Likely, 68 % (60 to 75 %). 1 source says so, first-hand: Kim [1]. Why not more: nobody else says so." in said
    )
    assert "Without Kim “It rained” would fall from 68 % to 50 %." in said
    assert "[1] Kim, first-hand (witnessed)." in said


def test_who_counts_for_nothing_is_not_passed_over() -> None:
    """Where others say so too and count for nothing, it is not said that nobody else says so."""
    lee = ct.Source(id="lee", name="Lee", reliability="F")
    also = attrs.evolve(SAW, id="also", origin="lee")
    said = text_of(brief(ct.Casebook(sources=(KIM, lee), claims=(RAIN,), statements=(SAW, also))))
    assert "2 sources say so, all first-hand: Kim [1] and Lee [2]. Why not more: only the word of Kim counts." in said


def test_an_answer_that_leads_because_its_rivals_fell_is_not_called_supported() -> None:
    """Where all that is said denies a rival, the answer that is left has no evidence of its own."""
    denial = ct.Statement(origin="kim", claim="rain", stance="denies", lineage="witnessed", terms="on the record")
    book = ct.Casebook(sources=(KIM,), claims=(RAIN, SNOW), questions=(EITHER,), statements=(denial,))
    said = text_of(brief(book))
    assert "“It snowed” has 40 % only because its rivals have less." in said
    assert "Not known: its rivals leave it 40 %." in said


def test_hearsay_and_deduction_are_not_an_open_question() -> None:
    """Who is known to have heard or deduced it is not first-hand; only of who does not say how they know it is open."""
    for lineage, said_so in (("told", False), ("deduced", False), ("unknown", True)):
        said = text_of(
            brief(ct.Casebook(sources=(KIM,), claims=(RAIN,), statements=(attrs.evolve(SAW, lineage=lineage),)))
        )
        assert said_so is ("Whether what comes from Kim is first-hand." in said)


def test_a_claim_and_its_negation_are_judged_once() -> None:
    """Where one of two answers must be true, the judgment of the likelier says all."""
    question = ct.Question(id="which", text="What fell?", claims=("rain", "snow"), exhaustive=True)
    book = ct.Casebook(sources=(KIM,), claims=(RAIN, SNOW), questions=(question,), statements=(SAW,))
    assert [section.title for section in brief(book).sections if section.level == 2] == ["It rained."]


def test_a_ring_of_findings_ends() -> None:
    """Findings that rest on each other are told, and cite the statement at their root."""
    claims = tuple(ct.Claim(id=name, text=f"{name} fell.") for name in ("Oak", "Elm", "Ash"))
    pairs = (("Oak", "Elm"), ("Elm", "Oak"), ("Elm", "Ash"))
    links = tuple(ct.Link(from_claim=a, to_claim=b, sign="supports", strength="strong") for a, b in pairs)
    said = ct.Statement(origin="kim", claim="Oak", stance="asserts", lineage="witnessed", terms="on the record")
    text = text_of(brief(ct.Casebook(sources=(KIM,), claims=claims, links=links, statements=(said,))))
    assert re.search(r"1 finding points to it: that Elm fell \([^)]*\) \[1\]\.", text)


def test_the_brief_of_many_claims_is_as_long_as_that_of_a_few() -> None:
    """With 500 claims, questions or none, a brief has no more lines than one page holds."""
    claims = tuple(ct.Claim(id=f"c{n}", text=f"Tree number {n} fell in the storm that night.") for n in range(500))
    said = tuple(
        ct.Statement(origin="kim", claim=claim.id, stance="asserts", terms="on the record") for claim in claims[::2]
    )
    groups = tuple(
        ct.Question(
            id=f"q{n}", text=f"Which tree fell, of those of row {n}?", claims=tuple(c.id for c in claims[n : n + 10])
        )
        for n in range(0, 500, 10)
    )
    for questions in ((), groups):
        assessment = ct.score(ct.Casebook(sources=(KIM,), claims=claims, statements=said, questions=questions))
        shown = ct.render(ct.compose(ct.explain(assessment, closely=[]), length="brief"))
        assert len(shown.splitlines()) < 90


def test_a_public_brief_names_nobody_who_is_hidden_and_has_no_ids() -> None:
    """A hidden source stands under its descriptor and label, and evidence has numbers, not ids."""
    nurse = ct.Source(id="xq-nurse", name="Ada Quill", protected=True, descriptor="a nurse")
    seen = ct.Statement(
        id="xq-seen", origin="xq-nurse", claim="rain", stance="asserts", lineage="witnessed", terms="background"
    )
    said = text_of(brief(ct.Casebook(sources=(nurse,), claims=(RAIN,), statements=(seen,)), "public"))
    assert "1 source says so, first-hand: a nurse (Source 1) [1]." in said
    assert "xq-" not in said
    assert "Quill" not in said


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_every_number_that_a_brief_cites_is_in_its_list(audience: str, subtests: pytest.Subtests) -> None:
    """Whatever the casebook, each number in brackets has one entry, and each entry is cited."""
    for seed in range(by_profile(dev=12, ci=100, deep=1000)):
        with subtests.test(seed=seed):
            report = brief(make_casebook(RandomChooser(seed), Limits()), audience)
            page = ct.render(report, "html")
            entries = [
                number
                for section in report.sections
                for block in section.blocks
                if isinstance(block, References)
                for number, _ in block.entries
            ]
            assert {f"#e{number}" for number in entries} == set(re.findall(r'href="(#e\d+)"', page))
            assert len(entries) == len(set(entries))


def test_there_is_no_other_length() -> None:
    """An unknown length is refused, with the lengths there are."""
    with pytest.raises(ct.errors.UnknownName, match="expected brief, full or annex"):
        ct.compose(ct.explain(ct.score(ct.Casebook())), length="short")  # type: ignore[arg-type]
