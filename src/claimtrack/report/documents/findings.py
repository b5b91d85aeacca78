"""Findings as a linter prints them, as data, as SARIF, and as a section of the report."""

from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from claimtrack.checks.engine import Findings
from claimtrack.checks.rule import Finding, Rule
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import UnknownName
from claimtrack.errors.problems import Problem
from claimtrack.report.blocks import Block, Bullets, Paragraph, Section, Table
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.escape import one_line

FINDING_FORMS = ("text", "json", "sarif")
"""The forms that findings can take."""

_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_FEW = 12
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def render_findings(
    findings: Findings,
    form: str = "text",
    *,
    path: str = "casebook",
    lines: Mapping[str, int] | None = None,
    most: int | None = None,
) -> str:
    """Findings as `text`, a line each as linters print them, as `json` or as `sarif`.

    Args:
        findings: what a check found.
        form: the form.
        path: the file that was checked, as it is to be named.
        lines: the line of each place of the file, where it is known.
        most: how many findings of one rule the text shows one by one; None shows all. Data always has all.

    Raises:
        UnknownName: there is no such form.
    """
    known = lines or {}
    if form == "text":
        return _text(findings, path, known, most)
    if form == "json":
        return json_text(findings_data(findings, path, known))
    if form == "sarif":
        return json_text(_sarif(findings, path, known))
    raise UnknownName(kind="format", seen=form, known=FINDING_FORMS)


def rule_text(rule: Rule) -> str:
    """What a rule looks for, why, and what to do, with the smallest casebook that breaks it and a clean one."""
    return "\n".join(
        [
            f"{rule.code} {rule.name} ({rule.severity}; {', '.join(rule.standards) or 'claimtrack'})",
            "",
            rule.says,
            f"Why: {rule.why}",
            f"Fix: {rule.fix}",
            "",
            "It finds something here:",
            "",
            *(f"    {line}".rstrip() for line in rule.bad.strip().splitlines()),
            "",
            "and nothing here:",
            "",
            *(f"    {line}".rstrip() for line in rule.clean.strip().splitlines()),
            "",
        ]
    )


def _line(finding: Finding, lines: Mapping[str, int]) -> int | None:
    place = finding.place
    while place:
        if place in lines:
            return lines[place]
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return None


def _text(findings: Findings, path: str, lines: Mapping[str, int], most: int | None) -> str:
    rows = []
    for rule, found in _by_rule(findings.findings):
        for finding in found[:most]:
            line = _line(finding, lines)
            where = f"{path}:{line}" if line else f"{path}: {finding.place}" if finding.place else path
            rows.append(f"{where}: {finding.code} {finding.severity} {finding.name}: {one_line(finding.text)}")
        if most is not None and len(found) > most:
            rows.append(f"{path}: {rule} and {len(found) - most} more: {_named(found[most:])}")
    rows += [
        f"waived: {one.code} {one.name} at {one.place or path}: {one_line(one.waived or '')}" for one in findings.waived
    ]
    return "".join(f"{row}\n" for row in rows)


def _by_rule(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """The findings of each rule, in the order in which rules come."""
    found: dict[str, list[Finding]] = {}
    for finding in findings:
        found.setdefault(finding.code, []).append(finding)
    return list(found.items())


def _named(findings: Sequence[Finding]) -> str:
    """The first few records that findings are about."""
    names = list(dict.fromkeys(finding.id for finding in findings))
    return ", ".join(names[:_FEW]) + (" …" if len(names) > _FEW else "")


def _plain(finding: Finding, lines: Mapping[str, int]) -> dict[str, JsonValue]:
    return {
        "code": finding.code,
        "name": finding.name,
        "severity": finding.severity,
        "place": finding.place,
        "line": _line(finding, lines),
        "id": finding.id,
        "text": finding.text,
        "waived": finding.waived,
    }


def findings_data(findings: Findings, path: str, lines: Mapping[str, int]) -> dict[str, JsonValue]:
    """Findings as plain data."""
    return {
        "file": path,
        "profile": findings.profile.id,
        "problems": [],
        "findings": [_plain(finding, lines) for finding in findings.findings],
        "waived": [_plain(finding, lines) for finding in findings.waived],
        "standards": {
            checklist.standard.id: [
                {"asks": asks, "answer": answer, "places": [finding.place for finding in against]}
                for asks, answer, against in checklist.answers
            ]
            for checklist in findings.checklists
        },
    }


def _sarif(findings: Findings, path: str, lines: Mapping[str, int]) -> dict[str, JsonValue]:
    rules: list[JsonValue] = [
        {
            "id": rule.code,
            "name": rule.name,
            "shortDescription": {"text": rule.says},
            "fullDescription": {"text": rule.why},
            "help": {"text": rule.fix},
            "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        }
        for rule in RULES
    ]
    results: list[JsonValue] = [
        {
            "ruleId": finding.code,
            "level": _LEVELS[finding.severity],
            "message": {"text": finding.text},
            "locations": [_location(path, finding.place, _line(finding, lines))],
            **({"suppressions": [{"kind": "inSource", "justification": finding.waived}]} if finding.waived else {}),
        }
        for finding in (*findings.findings, *findings.waived)
    ]
    return _run(rules, results)


def problems_sarif(problems: Iterable[Problem], path: str) -> str:
    """The problems of a file that is no valid casebook, as SARIF.

    Args:
        problems: what is wrong with the file.
        path: the file, as it is to be named.
    """
    found = list(problems)
    kinds = {problem.code: (type(problem).__doc__ or "").partition("\n")[0] for problem in found}
    rules: list[JsonValue] = [{"id": code, "shortDescription": {"text": says}} for code, says in sorted(kinds.items())]
    results: list[JsonValue] = [
        {
            "ruleId": problem.code,
            "level": "error",
            "message": {"text": problem.says()},
            "locations": [_location(path, problem.place, problem.line)],
        }
        for problem in found
    ]
    return json_text(_run(rules, results))


def _location(path: str, place: str, line: int | None) -> dict[str, JsonValue]:
    """Where something is, as SARIF has it."""
    uri = quote(path, safe="/", errors="surrogateescape")
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line or 1}},
        "logicalLocations": [{"fullyQualifiedName": place or path}],
    }


def _run(rules: list[JsonValue], results: list[JsonValue]) -> dict[str, JsonValue]:
    driver: dict[str, JsonValue] = {"name": "claimtrack", "rules": rules}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}


def findings_sections(findings: Findings) -> list[Section]:
    """The findings as sections of a report: what stands, what is waived, and the profile's standard point by point."""
    blocks: list[Block] = [Paragraph(text=f"Checked by the profile “{findings.profile.name}”.")]
    blocks.append(_bullets(_told(found) for _, found in _by_rule(findings.findings)))
    sections = [Section(title="Findings of the checks", blocks=tuple(blocks))]
    if findings.waived:
        waived = _bullets(f"{f.code} {f.name}, {f.text}: {f.waived}" for f in findings.waived)
        sections.append(Section(title="Waived", level=2, blocks=(waived,)))
    for checklist in findings.checklists:
        if checklist.standard.id == findings.profile.standard:
            rows = tuple((asks, answer, str(len(against) or "")) for asks, answer, against in checklist.answers)
            table = Table(headings=("It asks", "Answer", "Findings"), rows=rows)
            seen = Paragraph(text=checklist.standard.seen)
            sections.append(Section(title=checklist.standard.name, level=2, blocks=(seen, table)))
    return sections


def _told(found: Sequence[Finding]) -> str:
    """The findings of one rule in a sentence or two."""
    first = found[0]
    more = f" The same of {len(found) - 1} more: {_named(found[1:])}." if len(found) > 1 else ""
    return f"{first.severity}, {first.code} {first.name}: {first.text}.{more}"


def _bullets(items: Iterable[str]) -> Block:
    found = tuple(items)
    return Bullets(items=found) if found else Paragraph(text="Nothing was found.")
