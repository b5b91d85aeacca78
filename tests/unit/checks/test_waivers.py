"""Waivers: the rules that they name in any spelling, and those that do nothing."""

import pytest

import claimtrack as ct
from claimtrack.checks.engine import Findings
from claimtrack.checks.rules import RULES

_SINGLE_ORIGIN = next(rule for rule in RULES if rule.code == "CT101")
BASE, _ONE = _SINGLE_ORIGIN.clean, _SINGLE_ORIGIN.bad


def checked(
    text: str, *waivers: str, about: str | None = "sank", profile: "ct.checks.Profile | str" = "default"
) -> Findings:
    """The findings of a casebook with some waivers."""
    notes = tuple(ct.Note(kind="waiver", about=about, text=waiver) for waiver in waivers)
    return ct.check(ct.score(ct.loads(text, format="toml").with_records(*notes)), profile=profile)


def idle(findings: Findings) -> list[str]:
    """What is said of waivers that do nothing."""
    return [one.text for one in findings.of("CT805")]


@pytest.mark.parametrize(
    "waiver",
    [
        "CT101: he was alone.",
        "ct101: he was alone.",
        "He was alone (Ct101).",
        "single-origin: he was alone.",
        "Single-Origin. He was alone.",
        "single origin – he was alone",
        "single-origin",
        "CT802, single-origin: he was alone.",
        "no-search-against and single-origin: he was alone.",
    ],
)
def test_a_waiver_names_its_rule_in_any_spelling(waiver: str) -> None:
    """By its code in capitals or not, anywhere; by its name, at the head."""
    findings = checked(_ONE, waiver)
    assert not findings.of("CT101")
    assert [one.waived for one in findings.waived if one.code == "CT101"] == [waiver]
    assert not any("CT101" in text or "single" in text for text in idle(findings))


@pytest.mark.parametrize(
    ("waiver", "about", "said"),
    [
        ("CT999: he was alone.", "sank", "the waiver names CT999, and there is no such rule"),
        ("CT1011: he was alone.", "sank", "the waiver names CT1011, and there is no such rule"),
        ("He was alone.", "sank", "the waiver names no rule"),
        ("single-orign: he was alone.", "sank", "the waiver names no rule"),
        ("A single-origin story: he was alone.", "sank", "the waiver names no rule"),
        ("CT101: he was alone.", "pilot", 'the waiver of CT101 about "pilot" matches no finding'),
        ("ct301: he has no interest.", None, "the waiver of CT301 matches no finding"),
        ("look-alike-sources: they are two.", None, "the waiver of look-alike-sources matches no finding"),
    ],
)
def test_a_waiver_that_does_nothing_is_a_finding(waiver: str, about: str | None, said: str) -> None:
    """One that names no rule, one that there is not, or one that has no finding there, at its own place."""
    findings = checked(_ONE, waiver, about=about)
    assert idle(findings) == [said]
    assert findings.of("CT101")
    (finding,) = findings.of("CT805")
    place = len(findings.assessment.network.casebook.notes) - 1
    assert (finding.severity, finding.place) == ("info", f"notes[{place}].text")


def test_each_rule_of_a_waiver_counts_for_itself() -> None:
    """Of two rules that a waiver names, the one without a finding is told."""
    assert idle(checked(_ONE, "CT101 and CT301: he was alone.")) == [
        'the waiver of CT301 about "sank" matches no finding'
    ]


def test_waivers_of_rules_that_are_off_are_not_judged() -> None:
    """Under a profile without a rule, its waiver may still be for another profile."""
    off = ct.checks.profile_from_toml('name = "Ours"\n[rules]\nCT101 = "off"\n')
    assert idle(checked(_ONE, "CT101: he was alone.", profile=off)) == []
    assert idle(checked(BASE, "CT101: he was alone.", profile=off)) == []
    quiet = ct.checks.profile_from_toml('name = "Ours"\n[rules]\nCT805 = "off"\n')
    assert idle(checked(BASE, "CT101: he was alone.", profile=quiet)) == []


def test_a_waiver_of_idle_waivers_is_not_judged_by_itself() -> None:
    """The rule can be waived, and does not ask whether that waiver does anything."""
    findings = checked(BASE, "CT101: he was alone.", "CT805: kept for the next edition.", about=None)
    assert idle(findings) == []
    assert [one.code for one in findings.waived] == ["CT805"]
    assert idle(checked(BASE, "CT805: kept for the next edition.")) == []


def test_two_waivers_of_one_finding_are_both_used() -> None:
    """A general waiver and one of the record are for the same finding; the reason of the record's is given."""
    book = ct.loads(_ONE, format="toml").with_records(
        ct.Note(kind="waiver", text="CT101: in general."), ct.Note(kind="waiver", about="sank", text="CT101: here.")
    )
    findings = ct.check(ct.score(book))
    assert idle(findings) == []
    assert [one.waived for one in findings.waived if one.code == "CT101"] == ["CT101: here."]
