"""Findings in all their formats: lines as linters print them, data, SARIF, and a section of the report."""

import json

import pytest

import claimtrack as ct
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import UnknownName
from claimtrack.io.toml import lines_of

_TEXT = next(rule for rule in RULES if rule.code == "CT801").bad
_WAIVER = '\n[[notes]]\nkind = "waiver"\nabout = "knew"\ntext = "CT801: the owner is asked on Monday."\n'


def findings(text: str = _TEXT, profile: str = "default") -> object:
    """The findings of a casebook."""
    return ct.check(ct.score(ct.loads(text, format="toml")), profile=profile)


def test_text_is_a_line_for_each_finding() -> None:
    """File, line, code, severity, name and what was found, as linters have it."""
    text = ct.report.render_findings(findings(), path="case.toml", lines=lines_of(_TEXT))  # type: ignore[arg-type]
    line = _TEXT.split("\n").index('id = "knew"')
    expected = 'warning no-right-of-reply: "knew" is about "owner", and no right of reply is noted'
    assert text == f"case.toml:{line}: CT801 {expected}\n"


def test_text_folds_the_many_findings_of_one_rule() -> None:
    """Where one rule has many findings, the first few stand and the others are named; nothing is lost in data."""
    claims = "".join(f'[[claims]]\nid = "c{n}"\ntext = "It reportedly fell, {n}."\n' for n in range(20))
    found = findings(claims)
    text = ct.report.render_findings(found, most=3)  # type: ignore[arg-type]
    assert text.count("CT401 warning") == 3
    assert "CT401 also for 17 more records: c3, c4" in text
    assert len(json.loads(ct.report.render_findings(found, "json"))["findings"]) == 20  # type: ignore[arg-type]
    assert ct.report.render_findings(found).count("CT401 warning") == 20  # type: ignore[arg-type]


def test_json_has_everything() -> None:
    """Findings, waivers and standards stand in the data."""
    data = json.loads(ct.report.render_findings(findings(_TEXT + _WAIVER, "bbc"), "json", path="case.toml"))  # type: ignore[arg-type]
    assert (data["file"], data["profile"], data["findings"]) == ("case.toml", "bbc", [])
    assert [one["waived"] for one in data["waived"]] == ["CT801: the owner is asked on Monday."]
    assert {answer["answer"] for answer in data["standards"]["bbc"]} == {"pass", "waived", "not applicable"}


def test_sarif_is_what_code_hosts_read() -> None:
    """The parts of SARIF 2.1.0 that its readers need, with levels, places and suppressions."""
    data = json.loads(
        ct.report.render_findings(findings(_TEXT + _WAIVER), "sarif", path="case.toml", lines=lines_of(_TEXT))
    )  # type: ignore[arg-type]
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert set(rules) == {rule.code for rule in RULES}
    (result,) = run["results"]
    assert (result["ruleId"], result["level"]) == ("CT801", "warning")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "case.toml"
    assert result["suppressions"][0]["justification"].startswith("CT801")
    assert all(rule["defaultConfiguration"]["level"] in ("error", "warning", "note") for rule in rules.values())


def test_sarif_names_files_as_a_web_address_does() -> None:
    """A path with spaces and other signs is percent-encoded; its slashes stay, and bytes that are no text are kept."""
    for path, uri in (("my dir/my case.toml", "my%20dir/my%20case.toml"), ("/a/50%\udcff.toml", "/a/50%25%FF.toml")):
        data = json.loads(ct.report.render_findings(findings(), "sarif", path=path))  # type: ignore[arg-type]
        (result,) = data["runs"][0]["results"]
        assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == uri


def test_an_unknown_format_is_an_error() -> None:
    """Asking for another format says which there are."""
    with pytest.raises(UnknownName, match="sarif"):
        ct.report.render_findings(findings(), "serif")  # type: ignore[arg-type]


def test_the_report_has_a_section_of_findings() -> None:
    """Findings, waivers and the profile's checklist stand in the report; without findings there is no section."""
    found = findings(_TEXT + _WAIVER, "bbc")
    explanation = ct.explain(found.assessment)  # type: ignore[attr-defined]
    text = ct.render(ct.compose(explanation, findings=found), "text")  # type: ignore[arg-type]
    assert "BBC Editorial Guidelines" in text
    assert "the owner is asked on Monday" in text
    assert "Not a single source alone" in text
    assert "Findings of the checks" not in ct.render(ct.compose(explanation), "text")
