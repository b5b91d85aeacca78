"""The tables in the pages of the checks and of the scales, made from the rules, profiles and scales themselves."""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from claimtrack.checks import RULES, STANDARDS, Rule, Standard
from claimtrack.checks.profiles import PROFILES
from claimtrack.scales.grades import Crosswalk, GradeScale
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import GRADE_SCALES, LIKELIHOOD_SCALES, crosswalks, grade_scale, likelihood_scale
from claimtrack.scales.words import per_cent

_HERE = Path(__file__).parent

_LOST = {
    "number": "what was graded: a number says only more or less",
    "information credibility": "how the information is known: the other scale says how well it fits",
}
"""By what a scale grades: what is lost on a way to it from a scale that grades something else."""


def checks_page() -> str:
    """The page of the checks, with every rule and its two examples, the profiles, and the checklists."""
    return fill(
        "checks.md",
        {
            "profiles": _profiles(),
            "standards": "\n".join(map(_standard, STANDARDS)),
            "list of rules": _table(("code", "name", "severity", "finds"), map(_row, RULES)),
            "rules": "\n".join(map(_rule, RULES)),
        },
    )


def scales_page() -> str:
    """The page of the scales, with every scale, and every way from one to another."""
    return fill(
        "scales.md",
        {
            "likelihood": "\n".join(_likelihood(likelihood_scale(name)) for name in LIKELIHOOD_SCALES),
            "grades": "\n".join(_grades(grade_scale(name)) for name in GRADE_SCALES),
            "across": _across(),
            "ways": "\n".join(map(_way, crosswalks())),
        },
    )


def fill(page: str, blocks: Mapping[str, str]) -> str:
    """A page with what stands between `<!-- begin: name -->` and `<!-- end: name -->` written again."""
    text = (_HERE / page).read_text(encoding="utf-8")
    for name, block in blocks.items():
        before, begin, rest = text.partition(f"<!-- begin: {name} -->\n")
        _, end, after = rest.partition(f"<!-- end: {name} -->\n")
        if not (begin and end):
            message = f"{page} has no block called {name}"
            raise ValueError(message)
        text = f"{before}{begin}\n{block.strip()}\n\n{end}{after}"
    return text


def _across() -> str:
    """The ways that lead from what one scale grades to what another does, with what is lost."""
    ways = [way for way in crosswalks() if way.is_across]
    rows = [(f"`{way.start.id}`", f"`{way.end.id}`", way.start.axis, way.end.axis, _LOST[way.end.axis]) for way in ways]
    return _table(("from", "to", "it graded", "it grades", "what is lost"), rows)


def _profiles() -> str:
    rows = []
    for profile in PROFILES.values():
        levels = ", ".join(f"`{code}` {level}" for code, level in profile.levels.items())
        rows.append((f"`{profile.id}`", profile.name, levels or "each rule's own"))
    return _table(("profile", "what it is", "what differs from the rules' own severity"), rows)


def _standard(standard: Standard) -> str:
    rows = [(one.asks, ", ".join(f"`{code}`" for code in one.codes)) for one in standard.requirements]
    return f"### {standard.name}\n\n{standard.seen}\n\n{_table(('it asks', 'seen by'), rows)}"


def _row(rule: Rule) -> tuple[str, ...]:
    return f"[`{rule.code}`](#{rule.code.lower()}-{rule.name})", rule.name, rule.severity, rule.says


def _rule(rule: Rule) -> str:
    return (
        f"### {rule.code} {rule.name}\n\n"
        f"{rule.says} **Why:** {rule.why} **Fix:** {rule.fix}\n\n"
        f"Severity: {rule.severity}. From: {', '.join(rule.standards) or 'claimtrack'}.\n\n"
        f"Finds something:\n\n```toml\n{rule.bad.strip()}\n```\n\n"
        f"Clean:\n\n```toml\n{rule.clean.strip()}\n```\n"
    )


def _likelihood(scale: LikelihoodScale) -> str:
    rows = [(term.label, per_cent(term.low), per_cent(term.high)) for term in scale.terms]
    seen = "" if scale.checked else "A part of this table was not seen at its source.\n\n"
    return f"### {scale.name}: `{scale.id}`\n\n{seen}{_table(('term', 'from', 'to'), rows)}"


def _grades(scale: GradeScale) -> str:
    rows = [
        (f"`{level.code}`", level.label, level.says, "" if level.basis else "nothing to judge by")
        for level in scale.levels
    ]
    about = f"It grades: {scale.axis}. Its wording: {scale.seen}."
    return f"### {scale.name}: `{scale.id}`\n\n{about}\n\n{_table(('code', 'label', 'means', ''), rows)}"


def _way(way: Crosswalk) -> str:
    rows = [
        (f"`{code}`", f"`{step.code}`" if step.code else "none", step.loses or "nothing")
        for code, step in way.steps.items()
    ]
    return f"### `{way.start.id}` to `{way.end.id}`\n\n{_table(('code', 'becomes', 'what is lost'), rows)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
