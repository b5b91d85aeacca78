"""`claimtrack report`: the whole report, on the terminal or into a file."""

import argparse
import os
import sys
from pathlib import Path

from claimtrack.analysis.explanation import explain
from claimtrack.checks.engine import check
from claimtrack.cli._casebook import assessed, published_beside, texts_of
from claimtrack.cli._files import form_of, put_report, refuse_to_lose
from claimtrack.cli._output import FINE, guarded, say
from claimtrack.cli._progress import stage
from claimtrack.errors.failures import WrongUse
from claimtrack.report.compose import compose
from claimtrack.report.render.csv import sheets
from claimtrack.report.render.render import render


def run(asked: argparse.Namespace) -> int:
    """Compose and print a report, or put it into a file, or its tables into a folder, that hold nothing else."""
    into_folder = asked.output is not None and asked.output.endswith(("/", os.sep))
    form = asked.format or ("csv" if into_folder else form_of(asked.output))
    if into_folder and form != "csv":
        raise WrongUse(reason=f"a folder takes the tables of a report as CSV, not {form}")
    if asked.output is not None and not into_folder:
        refuse_to_lose(Path(asked.output))
    case = assessed(asked)
    is_internal = case.audience == "internal"
    published = published_beside(case.assessment, asked) if is_internal else None
    findings = check(case.assessment, texts=texts_of(case.assessment, asked)) if asked.checks and is_internal else None
    with stage("writing", asked.file):
        report = compose(explain(case.assessment), published=published, findings=findings)
        texts = sheets(report) if into_folder else {"": render(report, form)}
        name = "" if asked.output is None else Path(asked.output).name
        guarded("\n".join(texts.values()), case.audience, [case.book], report=report, name=name)
    if asked.output is None:
        say(texts[""])
        return FINE
    put_report(Path(asked.output), texts, private=is_internal)
    print(f"{asked.output}: written for {case.audience} readers", file=sys.stderr)
    return FINE
