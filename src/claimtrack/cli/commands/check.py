"""`claimtrack check`: all that is wrong with a casebook file, and with its sourcing."""

import argparse
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

from claimtrack.checks.engine import Findings, check, rule_of
from claimtrack.checks.profiles import Profile, profile_from_toml, profile_of
from claimtrack.checks.rule import SEVERITIES
from claimtrack.cli._casebook import book_of, desk_text, lines_in, texts_beside
from claimtrack.cli._output import FINE, PROBLEMS, say, say_json
from claimtrack.cli._progress import stage
from claimtrack.errors.failures import InvalidCasebook, WrongUse
from claimtrack.errors.problems import Problem
from claimtrack.io.private_file import private_path
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.report.documents.findings import problems_sarif, render_findings, rule_text
from claimtrack.scoring.assess import assess

_MOST_OF_A_RULE = 3


def run(asked: argparse.Namespace) -> int:
    """Explain a rule, or check a file: first whether it is valid, then its sourcing."""
    if asked.explain is not None:
        return _explain(asked.explain)
    if asked.file is None:
        raise WrongUse(reason="check needs a casebook file, or --explain and a code")
    profile = _profile(asked.profile)
    try:
        with stage("reading", asked.file):
            casebook = book_of(asked.file)
            texts = texts_beside(casebook, asked.file)
    except InvalidCasebook as error:
        return _refused(asked, error)
    return _checked(asked, casebook, texts, profile)


def _refused(asked: argparse.Namespace, error: InvalidCasebook) -> int:
    """Say what is wrong with a file, in the form that was asked for."""
    if asked.format == "json":
        say_json({"file": asked.file, "problems": [_as_data(problem) for problem in error.problems]})
    elif asked.format == "sarif":
        path, private = Path(asked.file), private_path(Path(asked.file))
        say(problems_sarif(error.problems, str(private) if error.path == private.name != path.name else asked.file))
    else:
        raise error
    return PROBLEMS


def _explain(code: str) -> int:
    rule = rule_of(code)
    if rule is None:
        raise WrongUse(reason=f"no rule is called {code}; the codes are in the documentation of the checks")
    say(rule_text(rule))
    return FINE


def _checked(asked: argparse.Namespace, casebook: Casebook, texts: Mapping[str, str], profile: Profile) -> int:
    with stage("checking", asked.file):
        findings = check(assess(build(casebook)), profile=profile, texts=texts)
    form = asked.format or "text"
    most = None if asked.all else _MOST_OF_A_RULE
    say(render_findings(findings, form, path=asked.file, lines=lines_in(asked.file), most=most))
    if form == "text":
        say(f"{asked.file}: valid; {_sizes(casebook)}; {_tally(findings)}\n")
    gravest = SEVERITIES.index(asked.fail_on) if asked.fail_on != "never" else -1
    failed = any(SEVERITIES.index(finding.severity) <= gravest for finding in findings.findings)
    return PROBLEMS if failed else FINE


def _profile(name: str) -> Profile:
    """A profile by its name, or from a desk's own file."""
    text = desk_text(name)
    if text is None:
        return profile_of(name)
    try:
        return profile_from_toml(text)
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=name) from None


def _sizes(casebook: Casebook) -> str:
    """How much a casebook holds."""
    collections = (("claims", casebook.claims), ("sources", casebook.sources), ("statements", casebook.statements))
    counts = ", ".join(
        f"{len(rows)} {name if len(rows) != 1 else name.removesuffix('s')}" for name, rows in collections
    )
    private = sum(source.confidential is not None for source in casebook.sources)
    return f"{counts}; private fields for {private} of the sources" if private else counts


def _tally(findings: Findings) -> str:
    """How many findings of each severity."""
    counts: Counter[str] = Counter(finding.severity for finding in findings.findings)
    names = (("error", "errors"), ("warning", "warnings"), ("info", "remarks"))
    said = [
        f"{counts[key]} {name.removesuffix('s') if counts[key] == 1 else name}" for key, name in names if counts[key]
    ]
    return ", ".join(said) if said else "nothing found"


def _as_data(problem: Problem) -> dict[str, object]:
    return {"code": problem.code, "place": problem.place, "line": problem.line, "message": problem.says()}
