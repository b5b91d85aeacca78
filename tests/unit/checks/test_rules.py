"""Every rule: its smallest casebook triggers it, its clean one triggers nothing, and its words are complete."""

import re
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.checks import rules
from claimtrack.checks.engine import rule_of
from claimtrack.checks.profiles import PROFILES
from claimtrack.checks.rule import SEVERITIES, Rule
from claimtrack.checks.rules import RULES
from claimtrack.checks.standards import STANDARDS

_each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


def found(text: str, profile: str = "default") -> list[ct.checks.Finding]:
    """What a check finds in a casebook."""
    return list(ct.check(ct.score(ct.loads(text, format="toml")), profile=profile).findings)


@_each_rule
def test_its_bad_example_triggers_it(rule: Rule) -> None:
    """The smallest casebook of a rule triggers it, at a place that is there."""
    findings = [finding for finding in found(rule.bad) if finding.code == rule.code]
    assert findings
    assert all(finding.place or finding.collection == "casebook" for finding in findings)
    # One that says too what a more serious rule finds is as serious as that.
    assert all(finding.severity == rule.severity or finding.also for finding in findings)


@_each_rule
def test_its_clean_example_triggers_nothing(rule: Rule) -> None:
    """No rule at all finds anything in the clean casebook of a rule."""
    assert found(rule.clean) == []


def test_each_rule_says_what_why_and_how() -> None:
    """A rule has a code of its own, its standards are known, and each of its sentences is one."""
    for rule in RULES:
        assert re.fullmatch(r"CT\d{3}", rule.code)
        assert re.fullmatch(r"[a-z]+(?:-[a-z]+)*", rule.name)
        assert rule.severity in SEVERITIES
        assert set(rule.standards) <= {standard.id for standard in STANDARDS} | {"stanag2511"}
        assert all(text.endswith(".") and text[0].isupper() for text in (rule.says, rule.why, rule.fix))
        assert rule_of(rule.code) == rule_of(rule.name) == rule_of(rule.code.lower()) == rule


def test_each_example_belongs_to_a_rule() -> None:
    """The folder of examples holds a bad and a clean casebook for each rule, and nothing else."""
    folder = Path(rules.__path__[0]).parent / "examples"
    expected = {f"{rule.code}.{kind}.toml" for rule in RULES for kind in ("bad", "clean")}
    assert expected == {file.name for file in folder.iterdir()}


def test_codes_and_names_are_unique() -> None:
    """No two rules share a code or a name."""
    assert len({rule.code for rule in RULES}) == len({rule.name for rule in RULES}) == len(RULES)


def test_each_rule_answers_to_a_standard() -> None:
    """Each rule that is seen in a checklist exists, and each standard has a profile of its name."""
    codes = {rule.code for rule in RULES}
    assert all(set(one.codes) <= codes for standard in STANDARDS for one in standard.requirements)
    assert {standard.id for standard in STANDARDS} == set(PROFILES) - {"default"}
    assert all(set(profile.levels) <= codes for profile in PROFILES.values())


def test_the_two_source_rule_is_met_by_origins_and_not_by_outlets() -> None:
    """Two established origins heard directly meet it; as many outlets as one likes do not."""
    book = ct.loads(_two_witnesses(via=""), format="toml")
    assert not ct.check(ct.score(book)).of("CT101")
    shared = ct.loads(_two_witnesses(via='via = ["paper"]'), format="toml")
    (finding,) = ct.check(ct.score(shared)).of("CT102")
    assert "not met for it; no two of the independent origins are known to have nobody in common" in finding.text


def _two_witnesses(via: str) -> str:
    sources = "".join(
        f'[[sources]]\nid = "{name}"\nname = "{name}"\nreliability = "B"\n' for name in ("a", "b", "paper")
    )
    claim = '[[claims]]\nid = "fell"\ntext = "The bridge fell."\n'
    said = "".join(
        f'[[statements]]\norigin = "{name}"\nclaim = "fell"\nstance = "asserts"\nlineage = "witnessed"\n{via}\n'
        for name in ("a", "b")
    )
    return sources + claim + said


def test_a_finding_never_tells_a_protected_name() -> None:
    """Findings name records by their ids; a protected source's name, contact and private fields are in none."""
    for rule in RULES:
        book = ct.loads(rule.bad, format="toml")
        findings = ct.check(ct.score(book))
        text = (
            ct.report.render_findings(findings, "json")
            + ct.report.render_findings(findings)
            + ct.report.render_findings(findings, "sarif")
        )
        for source in book.sources:
            if source.protected:
                assert source.name not in text
                assert not any(part in text for part in source.name.split())


def _quoted(text: str, quote: str) -> str:
    clean = rule_of("CT504").clean
    was = re.findall(r'^(?:text|quote) = "(?:I did not see|the sea was calm).*$', clean, re.MULTILINE)
    assert len(was) == 2
    for line in was:
        clean = clean.replace(line, f'text = "{text}"' if line.startswith("text") else f'quote = "{quote}"')
    return clean


def test_a_finding_tells_what_a_quote_puts_in() -> None:
    """Words in square brackets are told as such; those that turn the sense make the quote an altered one."""
    text = "I saw her after noon, and the sea was calm."
    findings = {finding.code: finding.text for finding in found(_quoted(text, "the sea was [very] calm"))}
    assert findings == {"CT504": "the quote puts in “very”"}
    assert {finding.code for finding in found(_quoted(text, "the sea was [not] calm"))} == {"CT503", "CT504"}


def test_a_finding_shows_no_long_passage_whole() -> None:
    """Of a quote of a thousand words a message shows the beginning."""
    words = [f"word{number}" for number in range(1_000)]
    findings = found(_quoted(" ".join([*words[:500], "not", *words[500:]]), " ".join(words)))
    assert {"CT502", "CT503"} <= {finding.code for finding in findings}
    assert max(len(finding.text) for finding in findings) < 300
