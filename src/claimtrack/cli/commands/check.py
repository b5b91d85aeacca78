"""List the mistakes in a casebook and the weaknesses of its sourcing."""

import argparse
from collections.abc import Mapping
from pathlib import Path

from claimtrack._records import evolve
from claimtrack.checks.engine import check, rule_of
from claimtrack.checks.profiles import Profile
from claimtrack.checks.rule import SEVERITIES
from claimtrack.cli._casebook import find_lines, load_profile, read_casebook, read_texts_beside, tell_internal_only
from claimtrack.cli._options import CASEBOOK, Run, add_documents, add_format, add_profile
from claimtrack.cli._terminal import FINE, PROBLEMS, print_json, print_text, show_status
from claimtrack.errors.failures import InvalidCasebook, UnknownName, WrongUse
from claimtrack.errors.problems import Problem
from claimtrack.io.private_file import private_path
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.report.documents.findings import (
    FINDING_FORMATS,
    count_findings,
    explain_rule,
    list_rules,
    render_findings,
    render_problems_csv,
    render_problems_sarif,
)
from claimtrack.scoring.assess import assess
from claimtrack.text.words import counted

_MOST_OF_A_RULE = 3


def prepare_check(parser: argparse.ArgumentParser) -> Run:
    """List the mistakes in a casebook and the weaknesses of its sourcing.

    Mistakes come first: a casebook with mistakes cannot be scored, so its
    sourcing is checked only once there are none. What is printed is for internal
    readers.
    """
    parser.add_argument("file", metavar="FILE", nargs="?", help=CASEBOOK)
    add_profile(parser)
    parser.add_argument(
        "--fail-on",
        choices=(*SEVERITIES, "never"),
        default="error",
        help="exit with status 1 if a finding is this serious or worse (default: error)",
    )
    parser.add_argument(
        "--all", action="store_true", help=f"show all findings, not just {_MOST_OF_A_RULE} of each rule"
    )
    parser.add_argument(
        "--explain",
        metavar="CODE",
        nargs="?",
        const="",
        help="explain a rule: what it looks for, why, and how to fix it; without CODE, list all rules",
    )
    add_documents(parser)
    add_format(parser, FINDING_FORMATS)
    return _run


def _run(options: argparse.Namespace) -> int:
    if options.explain is not None:
        return _explain(options.explain)
    if options.file is None:
        raise WrongUse(reason="check needs a casebook, or --explain with the code of a rule")
    tell_internal_only()
    profile = load_profile(options.profile)
    try:
        with show_status("reading", options.file):
            casebook = read_casebook(options.file)
            texts = read_texts_beside(casebook, options)
    except InvalidCasebook as error:
        return _print_problems(options, error)
    return _check(options, casebook, texts, profile)


def _explain(code: str) -> int:
    if not code:
        print_text(list_rules())
        return FINE
    try:
        rule = rule_of(code)
    except UnknownName as error:
        raise evolve(error, listing="`claimtrack check --explain` lists them all") from None
    print_text(explain_rule(rule))
    return FINE


def _print_problems(options: argparse.Namespace, error: InvalidCasebook) -> int:
    if options.format == "json":
        print_json({"file": options.file, "problems": [_data(problem) for problem in error.problems]})
    elif options.format == "csv":
        print_text(render_problems_csv(error.problems))
    elif options.format == "sarif":
        path, private = Path(options.file), private_path(Path(options.file))
        in_private = error.path == private.name != path.name
        print_text(render_problems_sarif(error.problems, str(private) if in_private else options.file))
    else:
        raise error
    return PROBLEMS


def _data(problem: Problem) -> dict[str, object]:
    return {"code": problem.code, "place": problem.place, "line": problem.line, "message": problem.says()}


def _check(options: argparse.Namespace, casebook: Casebook, texts: Mapping[str, str], profile: Profile) -> int:
    with show_status("checking", options.file):
        findings = check(assess(build(casebook)), profile=profile, texts=texts)
    most = None if options.all else _MOST_OF_A_RULE
    lines = find_lines(options.file)
    print_text(render_findings(findings, options.format, path=options.file, lines=lines, most=most))
    if options.format == "text":
        print_text(f"{options.file}: valid; {_sizes(casebook)}; {count_findings(findings) or 'nothing found'}\n")
    gravest = SEVERITIES.index(options.fail_on) if options.fail_on != "never" else -1
    failed = any(SEVERITIES.index(finding.severity) <= gravest for finding in findings.findings)
    return PROBLEMS if failed else FINE


def _sizes(casebook: Casebook) -> str:
    """How much a casebook holds."""
    collections = (("claim", casebook.claims), ("source", casebook.sources), ("statement", casebook.statements))
    counts = ", ".join(counted(len(rows), name) for name, rows in collections)
    private = sum(source.confidential is not None for source in casebook.sources)
    return f"{counts}; private fields for {counted(private, 'source')}" if private else counts
