"""`claimtrack scales`: the scales that are known, one of them, or the way from one to another."""

import argparse
from collections.abc import Mapping, Sequence

from claimtrack.cli._casebook import desk_text
from claimtrack.cli._output import FINE, say_json
from claimtrack.errors.failures import InvalidCasebook, UnknownName, WrongUse
from claimtrack.report.render.text import table_text
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


def run(asked: argparse.Namespace) -> int:
    """Print what was asked for as a table, or as data."""
    if asked.scale is None:
        if asked.to is not None:
            raise WrongUse(reason="--to needs the scale that the way begins at")
        return _show(asked, "scales", _all())
    scale = _scale(asked.scale)
    if asked.to is None:
        rows = _terms(scale) if isinstance(scale, LikelihoodScale) else _levels(_grades(scale))
        return _show(asked, scale.name if not isinstance(scale, Crosswalk) else scale.start.name, rows)
    end = _scale(asked.to)
    if isinstance(scale, LikelihoodScale) and isinstance(end, LikelihoodScale):
        return _show(asked, f"{scale.name} → {end.name}", _shared(scale, end))
    way = _way(scale, end, asked)
    return _show(asked, f"{way.start.name} → {way.end.name}", _steps(way))


def _way(start: _Scale, end: _Scale, asked: argparse.Namespace) -> Crosswalk:
    """The way from grades to grades; a desk's own file has the one that it tells."""
    if isinstance(start, LikelihoodScale) or isinstance(end, LikelihoodScale):
        of = {True: "likelihood words", False: "grades"}
        has, other = (of[isinstance(scale, LikelihoodScale)] for scale in (start, end))
        raise WrongUse(reason=f"{asked.scale} has {has} and {asked.to} has {other}: there is no way between them")
    if isinstance(start, Crosswalk):
        if end is not start.end:
            raise WrongUse(reason=f"{asked.scale} converts to {start.end.id}, and that is its only way")
        return start
    if isinstance(end, Crosswalk):
        raise WrongUse(reason=f"{asked.to} converts to {end.end.id}, and nothing converts to it")
    return crosswalk(start.id, end.id)


def _show(asked: argparse.Namespace, title: str, rows: _Rows) -> int:
    if asked.format == "json":
        say_json({"title": title, "rows": list(rows)})
    else:
        print(f"{title}\n")
        print(table_text(tuple(name.capitalize() for name in rows[0]), [tuple(row.values()) for row in rows]))
    return FINE


def _scale(name: str) -> _Scale:
    """A scale by its name, or from a desk's own file: words, or grades with their way."""
    text = desk_text(name)
    if text is not None:
        try:
            return scale_from_toml(text)
        except InvalidCasebook as error:
            raise InvalidCasebook(problems=error.problems, path=name) from None
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
