"""`claimtrack what-if`: what the scores would be if something were otherwise."""

import argparse
from collections.abc import Iterator
from typing import get_args

from claimtrack.analysis.change_causes import difference
from claimtrack.analysis.suppositions import (
    Add,
    Cut,
    Depend,
    Establish,
    Regrade,
    Reprior,
    Retract,
    Supposition,
    Withhold,
    supposed,
)
from claimtrack.cli._casebook import audience_of, book_of, records_in, scored
from claimtrack.cli._output import FINE, told
from claimtrack.cli._progress import stage
from claimtrack.errors.failures import WrongUse
from claimtrack.errors.problems import UnknownId
from claimtrack.model.records import Grade
from claimtrack.report.documents.changes import compose_difference, render_difference
from claimtrack.report.render.render import render


def run(asked: argparse.Namespace) -> int:
    """Score the casebook as it is and as it would be, both for the same readers, and print the difference."""
    audience = audience_of(asked)
    with stage("reading", asked.file):
        casebook = book_of(asked.file, audience)
    suppositions = [*_suppositions(asked), *(Add(records=records_in(more, casebook)) for more in asked.add)]
    if not suppositions:
        raise WrongUse(reason="what-if needs something to suppose, such as --grade SOURCE=GRADE; see --help")
    try:
        otherwise = supposed(casebook, suppositions)
    except UnknownId as error:
        raise WrongUse(reason=str(error)) from None
    with stage("comparing", asked.file):
        found = difference(scored(casebook, asked, audience), scored(otherwise, asked, audience, like=casebook))
    report = compose_difference(found, title="What if")
    text = render_difference(found) if asked.format == "json" else render(report, asked.format or "text")
    told(text, audience, [casebook, otherwise], report=report)
    return FINE


def _suppositions(asked: argparse.Namespace) -> Iterator[Supposition]:
    for text in asked.grade:
        source, grade = _pair(text, "--grade SOURCE=GRADE")
        if grade not in (*get_args(Grade), "none"):
            raise WrongUse(reason=f"--grade takes A, B, C, D, E, F or none, not {grade}")
        yield Regrade(source=source, grade=None if grade == "none" else grade)  # type: ignore[arg-type]
    yield from (Retract(statement=name) for name in asked.retract)
    yield from (Withhold(source=name) for name in asked.without)
    yield from (Establish(source=name) for name in asked.establish)
    yield from (Cut(link=name) for name in asked.cut)
    for text in asked.depend:
        names, _, strength = text.partition("=")
        sources = tuple(name.strip() for name in names.split(",") if name.strip())
        if len(set(sources)) < 2:  # noqa: PLR2004
            raise WrongUse(reason=f"--depend takes two sources or more, as in --depend one,other; not {text}")
        yield Depend(sources=sources, strength=_number(strength or "1", "--depend", least=0.0, most=1.0))
    for text in asked.prior:
        claim, prior = _pair(text, "--prior CLAIM=PROBABILITY")
        yield Reprior(claim=claim, prior=_number(prior, "--prior", least=0.0, most=1.0))


def _pair(text: str, shape: str) -> tuple[str, str]:
    name, sign, value = text.partition("=")
    if not (name and sign and value):
        raise WrongUse(reason=f"{shape} is asked for, not {text}")
    return name.strip(), value.strip()


def _number(text: str, option: str, *, least: float, most: float) -> float:
    try:
        number = float(text)
    except ValueError:
        raise WrongUse(reason=f"{option} takes a number from {least:g} to {most:g}, not {text}") from None
    if not least <= number <= most:
        raise WrongUse(reason=f"{option} takes a number from {least:g} to {most:g}, not {text}")
    return number
