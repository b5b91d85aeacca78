"""Score every claim."""

import argparse

from claimtrack.analysis.sentences import tell_status
from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._options import TEXT_OR_JSON, Run, add_casebook, add_format, add_readers
from claimtrack.cli._output import print_for
from claimtrack.io.casebooks import casebook_digest
from claimtrack.report.documents.scores import render_scores_json, tabulate_scores
from claimtrack.report.render.text import lay_out_table
from claimtrack.report.sheet import render_data
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment


def prepare_score(parser: argparse.ArgumentParser) -> Run:
    """Score every claim.

    Prints for each claim its probability, the likelihood word for it, how many
    statements and origins it rests on, how many of those are first-hand, and its
    status. As CSV and JSON it has all numbers.
    """
    add_casebook(parser)
    add_format(parser, (*TEXT_OR_JSON, "csv"))
    add_readers(parser)
    return _run


def _run(options: argparse.Namespace) -> int:
    casebook, readers, assessment = load_and_score(options)
    if options.format == "csv":
        text = render_data(tabulate_scores(assessment))
    elif options.format == "json":
        text = render_scores_json(assessment, casebook_digest(assessment.network.casebook))
    else:
        text = f"{_table(assessment)}\nFor readers: {readers.audience}.\n"
    return print_for(readers, text, [casebook])


def _table(assessment: Assessment) -> str:
    rows = [
        (
            name,
            f"{score.probability:.3f}",
            f"{score.word}, {per_cent(score.probability)}",
            str(score.counts.statements),
            str(score.counts.origins),
            str(score.counts.first_hand),
            tell_status(score),
        )
        for name, score in assessment.scores.items()
    ]
    return lay_out_table(("Claim", "P", "Likelihood", "Statements", "Origins", "First-hand", "Status"), rows)
