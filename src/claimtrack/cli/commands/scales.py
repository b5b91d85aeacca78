"""List the scales, show one, or convert one to another."""

import argparse
from collections.abc import Mapping, Sequence

from claimtrack.cli._casebook import load_own
from claimtrack.cli._options import TEXT_OR_JSON, Run, add_format
from claimtrack.cli._terminal import FINE, print_json, print_text
from claimtrack.errors.failures import UnknownName, WrongUse
from claimtrack.report.render.text import lay_out_table
from claimtrack.scales.grades import Crosswalk, GradeScale
from claimtrack.scales.likelihood import LikelihoodScale, overlaps
from claimtrack.scales.load import (
    GRADE_SCALES,
    LIKELIHOOD_SCALES,
    crosswalk,
    crosswalks,
    grade_scale,
    likelihood_scale,
    scale_from_toml,
)
from claimtrack.scales.words import per_cent

_Rows = Sequence[Mapping[str, str]]
_Scale = LikelihoodScale | GradeScale | Crosswalk


def prepare_scales(parser: argparse.ArgumentParser) -> Run:
    """List the scales, show one, or convert one to another.

    Without SCALE, all scales are listed; with it, its levels or terms; with --to,
    what each of them becomes on another scale.
    """
    parser.add_argument("scale", metavar="SCALE", nargs="?", help="the name of a scale, or your own TOML file")
    parser.add_argument("--to", metavar="SCALE", help="the scale to convert to")
    add_format(parser, TEXT_OR_JSON)
    return _run


def _run(options: argparse.Namespace) -> int:
    if options.scale is None:
        if options.to is not None:
            raise WrongUse(reason="--to needs a scale to convert from")
        return _show(options, "scales", _all())
    scale = _scale(options.scale)
    if options.to is None:
        rows = _terms(scale) if isinstance(scale, LikelihoodScale) else _levels(_grades(scale))
        return _show(options, scale.name if not isinstance(scale, Crosswalk) else scale.start.name, rows)
    end = _scale(options.to)
    if isinstance(scale, LikelihoodScale) and isinstance(end, LikelihoodScale):
        return _show(options, f"{scale.name} → {end.name}", _shared(scale, end))
    way = _crosswalk(scale, end, options)
    return _show(options, f"{way.start.name} → {way.end.name}", _steps(way))


def _crosswalk(start: _Scale, end: _Scale, options: argparse.Namespace) -> Crosswalk:
    """The crosswalk between two scales of grades; the user's own file holds the one that starts at its scale."""
    if isinstance(start, LikelihoodScale) or isinstance(end, LikelihoodScale):
        of = {True: "likelihood words", False: "grades"}
        has, other = (of[isinstance(scale, LikelihoodScale)] for scale in (start, end))
        raise WrongUse(
            reason=f"{options.scale} has {has} and {options.to} has {other}: one cannot be converted to the other"
        )
    if isinstance(start, Crosswalk):
        if end is not start.end:
            raise WrongUse(reason=f"{options.scale} converts to {start.end.id} only")
        return start
    if isinstance(end, Crosswalk):
        raise WrongUse(reason=f"{options.to} converts to {end.end.id}, and nothing converts to it")
    return crosswalk(start.id, end.id)


def _show(options: argparse.Namespace, title: str, rows: _Rows) -> int:
    if options.format == "json":
        print_json({"title": title, "rows": list(rows)})
    else:
        table = lay_out_table(tuple(name.capitalize() for name in rows[0]), [tuple(row.values()) for row in rows])
        print_text(f"{title}\n\n{table}\n")
    return FINE


def _scale(name: str) -> _Scale:
    """A built-in scale, or the user's own: words, or grades with their crosswalk."""
    return load_own(name, _built_in, scale_from_toml)


def _built_in(name: str) -> _Scale:
    if name not in (*LIKELIHOOD_SCALES, *GRADE_SCALES):
        raise UnknownName(kind="scale", seen=name, known=(*LIKELIHOOD_SCALES, *GRADE_SCALES))
    return likelihood_scale(name) if name in LIKELIHOOD_SCALES else grade_scale(name)


def _grades(scale: GradeScale | Crosswalk) -> GradeScale:
    return scale.start if isinstance(scale, Crosswalk) else scale


def _all() -> _Rows:
    words = [
        {"scale": scale.id, "name": scale.name, "of": "likelihood", "converts to": "any of likelihood"}
        for scale in map(likelihood_scale, LIKELIHOOD_SCALES)
    ]
    ways: dict[str, list[str]] = {}
    for way in crosswalks():
        ways.setdefault(way.start.id, []).append(way.end.id)
    grades = [
        {"scale": scale.id, "name": scale.name, "of": scale.axis, "converts to": ", ".join(ways.get(scale.id, []))}
        for scale in map(grade_scale, GRADE_SCALES)
    ]
    return words + grades


def _terms(scale: LikelihoodScale) -> _Rows:
    return [{"term": term.label, "from": per_cent(term.low), "to": per_cent(term.high)} for term in scale.terms]


def _levels(scale: GradeScale) -> _Rows:
    return [
        {"code": level.code, "label": level.label, "means": level.says, "order": "" if level.basis else "outside"}
        for level in scale.levels
    ]


def _steps(way: Crosswalk) -> _Rows:
    return [
        {"code": code, "becomes": step.code or "none", "loses": step.loses or "nothing"}
        for code, step in way.steps.items()
    ]


def _shared(start: LikelihoodScale, end: LikelihoodScale) -> _Rows:
    return [
        {
            "term": found.term.label,
            "shares its range with": ", ".join(term.label for term in found.terms) or "none",
            "without a term": per_cent(found.uncovered),
        }
        for found in overlaps(start, end)
    ]
