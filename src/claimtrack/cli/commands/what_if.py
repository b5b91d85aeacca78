"""Show how scores would change under other assumptions."""

import argparse
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import get_args

from claimtrack.analysis.change_causes import explain_change
from claimtrack.analysis.what_if import Supposition, casebook_after, change_prior, regrade, withhold
from claimtrack.cli._casebook import choose_readers, read_casebook, read_records, redact_for, score_for
from claimtrack.cli._options import (
    BY_SUFFIX,
    Run,
    add_casebook,
    add_format,
    add_output,
    add_readers,
    parse_name,
    parse_number,
    parse_pair,
)
from claimtrack.cli._output import choose_format, print_or_write
from claimtrack.cli._terminal import show_status
from claimtrack.errors.failures import WrongUse
from claimtrack.errors.problems import UnknownId
from claimtrack.history.events import Removed, Retracted
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Dependence, Established, Grade
from claimtrack.report.documents.changes import compose_changes, render_changes_json
from claimtrack.report.render.formats import REPORT_FORMATS, render

_parse_grade = parse_name("grade", (*get_args(Grade), "none"))
_parse_share = parse_number(0.0, 1.0)

_Assumption = Callable[[Casebook], Sequence[Supposition]]


def prepare_what_if(parser: argparse.ArgumentParser) -> Run:
    """Show how scores would change under other assumptions.

    Every assumption may be repeated and combined with others. No file changes.
    """
    add_casebook(parser)
    for option, metavar, parse, says in (
        ("--grade", "SOURCE=GRADE", _parse_regrade, "give a source another grade: A to F, or none"),
        ("--retract", "STATEMENT", str, "retract a statement"),
        ("--without", "SOURCE", str, "ignore all that a source said or relayed"),
        ("--establish", "SOURCE", str, "treat a source as knowing first-hand"),
        ("--depend", "SOURCE,SOURCE", _parse_depend, "make sources dependent; end with =0.5 for half"),
        ("--prior", "CLAIM=P", _parse_prior, "start a claim at another probability"),
        ("--cut", "LINK", str, "ignore a link"),
        ("--add", "MORE.toml", str, "add the records of a TOML file, such as a new statement"),
    ):
        parser.add_argument(option, metavar=metavar, type=parse, action="append", default=[], help=says)
    add_format(parser, REPORT_FORMATS, default=BY_SUFFIX)
    add_readers(parser)
    add_output(parser)
    return _run


def _run(options: argparse.Namespace) -> int:
    format, readers = choose_format(options), choose_readers(options)  # noqa: A001
    with show_status("reading", options.file):
        casebook = read_casebook(options.file, readers.audience)
    changes: list[_Assumption] = [
        *_changes(options),
        *(partial(_add, read_records(more, casebook)) for more in options.add),
    ]
    if not changes:
        raise WrongUse(reason="what-if needs an assumption, such as --grade SOURCE=GRADE; see --help")
    otherwise = casebook
    try:
        for change in changes:
            otherwise = casebook_after(otherwise, *change(otherwise))
    except UnknownId as error:
        raise WrongUse(reason=error.says()) from None
    with show_status("comparing", options.file):
        redaction = redact_for(readers, casebook)
        other = redaction.alike(otherwise)
        changed = explain_change(score_for(readers, redaction), score_for(readers, other))
    report = compose_changes(changed, title="What if")
    text = render_changes_json(changed) if format == "json" else render(report, format)
    return print_or_write(readers, text, [redaction, other], options, report=report)


def _changes(options: argparse.Namespace) -> Iterator[_Assumption]:
    """What each option makes happen to a casebook that the options before it have changed."""
    yield from (partial(regrade, source=source, grade=grade) for source, grade in options.grade)
    yield from (partial(_add, [Retracted(id=name)]) for name in options.retract)
    yield from (partial(withhold, source=name) for name in options.without)
    yield from (partial(_establish, name) for name in options.establish)
    yield from (partial(_add, [Removed(collection="links", id=name)]) for name in options.cut)
    yield from (partial(_depend, sources, strength) for sources, strength in options.depend)
    yield from (partial(change_prior, claim=claim, prior=prior) for claim, prior in options.prior)


def _add(happened: Sequence[Supposition], _: Casebook) -> Sequence[Supposition]:
    return happened


def _establish(name: str, book: Casebook) -> Sequence[Supposition]:
    return [Established(source=book.source(name).id, because="supposed")]


def _depend(names: Sequence[str], strength: float, book: Casebook) -> Sequence[Supposition]:
    taken, own = {one.id for one in book.dependences}, "supposed"
    while own in taken:
        own += "-too"
    sources = tuple(book.source(name).id for name in names)
    return [Dependence(id=own, sources=sources, kind="told by", strength=strength)]


def _parse_regrade(text: str) -> tuple[str, str | None]:
    source, grade = parse_pair("SOURCE=GRADE")(text)
    return source, None if _parse_grade(grade.strip()) == "none" else grade.strip()


def _parse_prior(text: str) -> tuple[str, float]:
    claim, prior = parse_pair("CLAIM=P")(text)
    return claim, _parse_share(prior)


def _parse_depend(text: str) -> tuple[tuple[str, ...], float]:
    names, _, strength = text.partition("=")
    sources = tuple(name.strip() for name in names.split(",") if name.strip())
    if len(set(sources)) < 2:  # noqa: PLR2004
        raise argparse.ArgumentTypeError(f"expected two sources or more, such as one,other, not {text}")
    return sources, _parse_share(strength or "1")
