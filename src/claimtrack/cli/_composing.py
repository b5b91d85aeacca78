"""The report of a command: the casebook read, scored for its readers, checked, and composed."""

import argparse
from typing import NamedTuple

from claimtrack.analysis.explanation import explain
from claimtrack.checks.engine import Findings, check
from claimtrack.cli._casebook import load_and_score, load_masthead, read_texts_beside, score_for
from claimtrack.cli._output import Readers
from claimtrack.cli._terminal import show_status
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import redact
from claimtrack.report.blocks import Report, put_masthead
from claimtrack.report.documents.report import Length, compose
from claimtrack.scoring.assess import assess


class ComposedReport(NamedTuple):
    """A report, and what it was made of."""

    casebook: Casebook
    """The whole casebook, with its private file."""
    readers: Readers
    """Who it is for."""
    report: Report
    """The report as they may see it."""
    findings: Findings | None
    """What the checks find in the whole casebook; None where they were not asked."""


def compose_report(options: argparse.Namespace, length: Length) -> ComposedReport:
    """Compose the report that a command asks for, with the desk's masthead on it."""
    casebook, readers, assessment = load_and_score(options)
    masthead = load_masthead(options.profile)
    is_internal = readers.audience == "internal"
    public = score_for(readers, redact(casebook, key=readers.key)) if is_internal else None
    with show_status("writing", options.file):
        findings = None
        if options.checks:
            whole = assessment if is_internal else assess(build(casebook))
            findings = check(whole, profile=readers.profile, texts=read_texts_beside(casebook, options))
        explanation = explain(assessment, budget=options.budget)
        report = compose(explanation, length=length, published=public, findings=findings if is_internal else None)
    return ComposedReport(casebook, readers, put_masthead(report, masthead), findings)
