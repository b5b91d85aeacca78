"""Draw a picture of the case."""

import argparse

from claimtrack.cli._casebook import load_and_score
from claimtrack.cli._options import Run, add_casebook, add_documents, add_format, add_output, add_readers
from claimtrack.cli._output import choose_format, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.errors.failures import WrongUse
from claimtrack.report.documents.pictures import CHARTS, compose_picture
from claimtrack.report.render.formats import PICTURE_FORMATS

GRAPHS = frozenset({"dot", "mermaid"})


def prepare_picture(parser: argparse.ArgumentParser) -> Run:
    """Draw the whole case in one picture.

    It shows who says what, through whom, and which answer it speaks for. An SVG
    has colours for light, dark and print; DOT (Graphviz) and Mermaid are texts
    that other programs lay out, and JSON has what is drawn. With --chart, one of the other charts of the
    report is drawn instead.
    """
    add_casebook(parser)
    usual, *others = CHARTS
    parser.add_argument(
        "--chart", choices=(usual, *others), default=usual, help=f"what to draw (default: {usual}, the whole case)"
    )
    add_format(parser, PICTURE_FORMATS, default="by the ending of OUT, else svg")
    add_documents(parser)
    add_readers(parser)
    add_output(parser)
    return _run


def _run(options: argparse.Namespace) -> int:
    format = choose_format(options, {name: one.suffix for name, one in PICTURE_FORMATS.items()})  # noqa: A001
    if options.chart != "case" and format in GRAPHS:
        raise WrongUse(reason=f"only the whole case is a graph; draw the {options.chart} as svg, not as {format}")
    casebook, readers, assessment = load_and_score(options)
    with show_status("drawing", options.file):
        report = compose_picture(assessment, options.chart)
        if not report.sections:
            raise WrongUse(reason=f"the casebook has nothing to show for the chart {options.chart}")
        text = PICTURE_FORMATS[format].render(report)
    return print_or_write(readers, text, [casebook], options, report=report)
