"""The findings of the checks as a linter prints them, as data and as SARIF; and the problems of a file as SARIF."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from urllib.parse import quote

from claimtrack.checks.engine import Findings
from claimtrack.checks.rule import SEVERITIES, Finding, Rule, Severity
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import UnknownName
from claimtrack.errors.problems import Problem
from claimtrack.report.documents.assemble import encode_fields
from claimtrack.report.sections.findings_of_the_checks import group_by_rule, list_records
from claimtrack.report.sheet import render_data, table_of
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.escape import one_line
from claimtrack.text.words import counted

FINDING_FORMATS = ("text", "json", "csv", "sarif")
"""The formats that findings can take."""

_NOUNS = {"error": "error", "warning": "warning", "info": "remark"}
FINDING_COLUMNS = ("code", "name", "severity", "place", "line", "id", "text", "waived")
"""The columns of findings as data; a finding that is waived has the reason in the last."""
_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_SARIF = "https://json.schemastore.org/sarif-2.1.0.json"


def render_findings(
    findings: Findings,
    format: str = "text",  # noqa: A002
    *,
    path: str = "casebook",
    lines: Mapping[str, int] | None = None,
    most: int | None = None,
) -> str:
    """Render findings as `text`, one line each as linters print them, as `json`, as `csv` or as `sarif`.

    Args:
        findings: what a check found.
        format: the format.
        path: the file that was checked, as it is to be named.
        lines: the line of each place of the file, where it is known.
        most: how many findings of one rule the text shows one by one; None shows all. Data always has all.

    Raises:
        UnknownName: there is no such format.
    """
    known = lines or {}
    if format == "text":
        return _text(findings, path, known, most)
    if format == "json":
        return json_text(_encode_findings(findings, path, known))
    if format == "csv":
        return render_data(
            table_of(FINDING_COLUMNS, (_encode(one, known) for one in (*findings.findings, *findings.waived)))
        )
    if format == "sarif":
        return json_text(_sarif(findings, path, known))
    raise UnknownName(kind="format", seen=format, known=FINDING_FORMATS)


def count_findings(findings: Findings, severities: Sequence[Severity] = SEVERITIES) -> str:
    """How many findings stand of each severity, such as `1 error, 3 warnings`; empty where there are none."""
    counts = Counter(finding.severity for finding in findings.findings)
    told = (counted(counts[severity], _NOUNS[severity]) for severity in severities if counts[severity])
    return ", ".join(told)


def explain_rule(rule: Rule) -> str:
    """Explain a rule: what it looks for, why, and what to do, with a casebook and what makes it clean."""
    return "\n".join(
        [
            f"{rule.code} {rule.name} ({rule.severity}; {', '.join(rule.standards) or 'claimtrack'})",
            "",
            rule.says,
            f"Why: {rule.why}",
            f"Fix: {rule.fix}",
            "",
            "It finds something in this casebook, and nothing without the lines marked - and with those marked +:",
            "",
            *(f"  {line}".rstrip() for line in _merge(rule.bad.strip().splitlines(), rule.clean.strip().splitlines())),
            "",
        ]
    )


def list_rules() -> str:
    """List all rules, a line each: code, name, severity and what the rule finds."""
    return "".join(f"{rule.code} {rule.name} ({rule.severity}): {rule.says}\n" for rule in RULES)


def _merge(before: Sequence[str], after: Sequence[str]) -> Iterator[str]:
    """The lines of two texts, each that both have once; those of the first alone after -, of the second after +."""
    for what, start, end, other_start, other_end in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if what == "equal":
            yield from (f"  {line}" for line in before[start:end])
        else:
            yield from (f"- {line}" for line in before[start:end])
            yield from (f"+ {line}" for line in after[other_start:other_end])


def _line(finding: Finding, lines: Mapping[str, int]) -> int | None:
    place = finding.place
    while place:
        if place in lines:
            return lines[place]
        place = place[: max(place.rfind("."), place.rfind("["), 0)]
    return None


def _text(findings: Findings, path: str, lines: Mapping[str, int], most: int | None) -> str:
    rows = []
    for rule, found in group_by_rule(findings.findings).items():
        for finding in found[:most]:
            line = _line(finding, lines)
            where = f"{path}:{line}" if line else f"{path}: {finding.place}" if finding.place else path
            rows.append(f"{where}: {finding.code} {finding.severity} {finding.name}: {one_line(finding.text)}")
        if most is not None and len(found) > most:
            others = counted(len(found) - most, "more record")
            rows.append(f"{path}: {rule} also for {others}: {list_records(found[most:])}")
    rows += [
        f"waived: {one.code} {one.name} at {one.place or path}: {one_line(one.waived or '')}" for one in findings.waived
    ]
    return "".join(f"{row}\n" for row in rows)


def _encode(finding: Finding, lines: Mapping[str, int]) -> dict[str, JsonValue]:
    return {
        **encode_fields(finding, "code", "name", "severity", "place"),
        "line": _line(finding, lines),
        **encode_fields(finding, "id", "text", "waived"),
    }


def _encode_findings(findings: Findings, path: str, lines: Mapping[str, int]) -> dict[str, JsonValue]:
    """Encode findings as plain data, with the answers to each standard."""
    return {
        "file": path,
        "profile": findings.profile.id,
        "problems": [],
        "findings": [_encode(finding, lines) for finding in findings.findings],
        "waived": [_encode(finding, lines) for finding in findings.waived],
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
    results = []
    for finding in (*findings.findings, *findings.waived):
        location = _location(path, finding.place, _line(finding, lines))
        result = _result(finding.code, _LEVELS[finding.severity], finding.text, location)
        if finding.waived:
            result["suppressions"] = [{"kind": "inSource", "justification": finding.waived}]
        results.append(result)
    return _run(rules, results)


def render_problems_csv(problems: Iterable[Problem]) -> str:
    """Render the problems of a file that is no valid casebook as CSV, with the columns of findings."""
    rows = (
        {"code": one.code, "severity": "error", "place": one.place, "line": one.line, "text": one.says()}
        for one in problems
    )
    return render_data(table_of(FINDING_COLUMNS, rows))


def render_problems_sarif(problems: Iterable[Problem], path: str) -> str:
    """Render the problems of a file that is no valid casebook as SARIF.

    Args:
        problems: what is wrong with the file.
        path: the file, as it is to be named.
    """
    found = list(problems)
    kinds = {problem.code: (type(problem).__doc__ or "").partition("\n")[0] for problem in found}
    rules: list[JsonValue] = [{"id": code, "shortDescription": {"text": says}} for code, says in sorted(kinds.items())]
    results = [
        _result(problem.code, "error", problem.says(), _location(path, problem.place, problem.line))
        for problem in found
    ]
    return json_text(_run(rules, results))


def _result(code: str, level: str, text: str, location: JsonValue) -> dict[str, JsonValue]:
    return {"ruleId": code, "level": level, "message": {"text": text}, "locations": [location]}


def _location(path: str, place: str, line: int | None) -> JsonValue:
    """The place of a finding in SARIF."""
    uri = quote(path, safe="/", errors="surrogateescape")
    return {
        "physicalLocation": {"artifactLocation": {"uri": uri}, "region": {"startLine": line or 1}},
        "logicalLocations": [{"fullyQualifiedName": place or path}],
    }


def _run(rules: list[JsonValue], results: Sequence[JsonValue]) -> dict[str, JsonValue]:
    driver: dict[str, JsonValue] = {"name": "claimtrack", "rules": rules}
    return {"$schema": _SARIF, "version": "2.1.0", "runs": [{"tool": {"driver": driver}, "results": results}]}
