"""Profiles, waivers and checklists: what a desk holds itself to, and how it answers."""

import json
import re
from typing import get_args

import pytest

import claimtrack as ct
from claimtrack.checks.engine import ChecklistAnswer, Findings
from claimtrack.checks.profiles import PROFILES
from claimtrack.checks.rules import RULES
from claimtrack.checks.standards import STANDARDS
from claimtrack.errors.failures import UnknownName

_SINGLE_ORIGIN = next(rule for rule in RULES if rule.code == "CT101")
BASE, _ONE = _SINGLE_ORIGIN.clean, _SINGLE_ORIGIN.bad


def checked(text: str, profile: "ct.checks.Profile | str" = "default") -> Findings:
    """The findings of a casebook under a profile."""
    return ct.check(ct.score(ct.loads(text, format="toml")), profile=profile)


@pytest.mark.parametrize("name", PROFILES)
def test_a_profile_sets_severities(name: str) -> None:
    """Under each profile a finding has the level that the profile gives its rule."""
    for finding in checked(_ONE, name).findings:
        assert finding.severity == PROFILES[name].level_of(finding.code)
    assert ("error" in {one.severity for one in checked(_ONE, name).of("CT101")}) == (name in ("ap", "reuters"))


def test_an_unknown_profile_names_the_nearest() -> None:
    """Asking for a profile that is not there says which there are."""
    with pytest.raises(UnknownName, match="ap, bbc"):
        checked(_ONE, "apx")


def test_a_rule_that_is_off_is_not_looked_at() -> None:
    """A desk can do without a rule."""
    profile = ct.checks.profile_from_toml('name = "Ours"\n[rules]\nCT101 = "off"\n')
    assert not checked(_ONE, profile).of("CT101")


def test_a_waiver_about_one_record_lets_only_that_stand() -> None:
    """A waiver with `about` is for that record; its reason is kept."""
    text = _ONE + '\n[[notes]]\nkind = "waiver"\nabout = "sank"\ntext = "CT101: the pilot was the only one there."\n'
    findings = checked(text)
    assert not findings.of("CT101")
    assert [one.waived for one in findings.waived] == ["CT101: the pilot was the only one there."]
    other = checked(text.replace('about = "sank"', 'about = "pilot"'))
    assert [one.id for one in other.of("CT101")] == ["sank"]


@pytest.mark.parametrize("standard", STANDARDS, ids=lambda standard: standard.id)
def test_a_checklist_answers_every_point(standard: object) -> None:
    """Each point of a standard is a pass, a fail or waived with its findings, not looked at, or not applicable."""
    for text in (BASE, *(rule.bad for rule in RULES)):
        (checklist,) = [one for one in checked(text).checklists if one.standard is standard]
        for _, answer, against in checklist.answers:
            assert (answer in ("fail", "waived")) == bool(against)
            assert all((one.waived is None) == (answer == "fail") for one in against)
            assert answer in get_args(ChecklistAnswer)


def test_answers_tell_pass_from_not_applicable() -> None:
    """Without quotes nothing is said of quotes; with a good one, it passes; with a bad one, it fails."""
    good = next(rule for rule in RULES if rule.code == "CT501")
    answers = {
        name: {
            asks: answer for asks, answer, _ in next(c for c in checked(t).checklists if c.standard.id == "ap").answers
        }
        for name, t in (("none", BASE), ("good", good.clean), ("bad", good.bad))
    }
    assert [answers[name]["Quotes are what was said"] for name in answers] == ["not applicable", "pass", "fail"]


_ALONE = "Not a single source alone"


def answer(findings: Findings, asks: str = _ALONE, standard: str = "bbc") -> str:
    """The answer to one point of a standard."""
    (checklist,) = [one for one in findings.checklists if one.standard.id == standard]
    return next(answer for asked, answer, _ in checklist.answers if asked == asks)


def without(*codes: str) -> ct.checks.Profile:
    """A desk's profile in which some rules are off."""
    rules = "".join(f'{code} = "off"\n' for code in codes)
    return ct.checks.profile_from_toml(f'name = "Ours"\nbased_on = "bbc"\n[rules]\n{rules}')


def test_what_is_off_is_not_passed() -> None:
    """A point is not looked at where a rule of it is off, unless another finds something or it does not apply."""
    assert answer(checked(BASE, "bbc")) == "pass"
    assert answer(checked(BASE, without("CT101", "CT104"))) == "not looked at"
    assert answer(checked(BASE, without("CT104"))) == "not looked at"
    assert answer(checked(_ONE, without("CT101", "CT104"))) == "not looked at"
    assert answer(checked(_ONE, without("CT104"))) == "fail"
    assert answer(checked(BASE, without("CT501")), "Quotes keep their sense") == "not applicable"


def test_what_is_waived_is_not_passed() -> None:
    """A point whose findings are all waived is waived, with these findings; one that stands is a fail."""
    waiver = '\n[[notes]]\nkind = "waiver"\nabout = "sank"\ntext = "CT101: the pilot was the only one there."\n'
    findings = checked(_ONE + waiver, "bbc")
    assert answer(findings) == "waived"
    data = json.loads(ct.report.render_findings(findings, "json"))
    point = next(point for point in data["standards"]["bbc"] if point["asks"] == _ALONE)
    assert point == {"asks": _ALONE, "answer": "waived", "places": ["claims[0]"]}
    report = ct.render(ct.compose(ct.explain(findings.assessment), findings=findings), "text")
    assert re.search(rf"{_ALONE}\s+\S?\s*waived", report)
    other = '\n[[claims]]\nid = "burned"\ntext = "It burned."\n' + _ONE[_ONE.index("[[statements]]") :].replace(
        "sank", "burned"
    ).replace("s-pilot", "s-other")
    assert answer(checked(_ONE + waiver + other, "bbc")) == "fail"


def test_a_wrong_type_is_told_in_words() -> None:
    """The types of Python are not named: a number is a number."""
    with pytest.raises(ct.InvalidCasebook, match="expected text, got a number"):
        ct.checks.profile_from_toml("name = 5\n")
