"""Findings of the checks: the findings by rule, the waived ones, and the standard of the profile point by point."""

from claimtrack.checks.engine import Findings
from claimtrack.checks.rule import Finding
from claimtrack.report.blocks import Bullets, Section, Table, make_section

_FEW = 12


def write_check_findings(findings: Findings) -> list[Section]:
    """The findings, with parts for what is waived and for the standard that the profile checks by."""
    items = tuple(_describe(found) for found in group_by_rule(findings.findings).values())
    head = f"Checked with the profile “{findings.profile.name}”."
    found = Bullets(items=items) if items else "Nothing was found."
    sections = [make_section("Findings of the checks", head, found)]
    if findings.waived:
        waived = Bullets(items=tuple(f"{one.code} {one.name}, {one.text}: {_reason(one)}" for one in findings.waived))
        sections.append(make_section("Waived", waived, level=2))
    for checklist in findings.checklists:
        if checklist.standard.id == findings.profile.standard:
            rows = tuple((asks, answer, str(len(against) or "")) for asks, answer, against in checklist.answers)
            table = Table(headings=("It asks", "Answer", "Findings"), rows=rows)
            sections.append(make_section(checklist.standard.name, checklist.standard.seen, table, level=2))
    return sections


def write_waived_errors(findings: Findings) -> Section:
    """What publishing would be refused for, and the reasons for which it is not."""
    waived = (one for one in findings.waived if one.severity == "error")
    items = tuple(f"{one.code} {one.name}, {one.id or 'the casebook'}: {_reason(one)}" for one in waived)
    return make_section("Errors that are waived", Bullets(items=items))


def _reason(finding: Finding) -> str:
    """Why a finding is waived, without the rule that the note names first."""
    return (finding.waived or "").removeprefix(f"{finding.code}:").strip()


def group_by_rule(findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    """The findings of each rule, by its code, in the order in which rules come."""
    by_rule: dict[str, list[Finding]] = {}
    for finding in findings:
        by_rule.setdefault(finding.code, []).append(finding)
    return by_rule


def list_records(findings: list[Finding]) -> str:
    """The first few records that findings are about."""
    names = list(dict.fromkeys(finding.id for finding in findings))
    return ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")


def _describe(findings: list[Finding]) -> str:
    """The findings of one rule in a sentence or two."""
    first, *others = findings
    more = f" The same of {len(others)} more: {list_records(others)}." if others else ""
    return f"{first.severity}, {first.code} {first.name}: {first.text}.{more}"
