"""The rules, each in the file of its subject; `checks.rule.declare` makes one."""

from claimtrack.checks.rule import Rule
from claimtrack.checks.rules import (
    dating,
    grading,
    interest,
    lineage,
    process,
    protecting,
    quoting,
    sourcing,
    starting_points,
    wording,
)

_SUBJECTS = (sourcing, lineage, grading, interest, wording, quoting, dating, protecting, process, starting_points)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (one for subject in _SUBJECTS for one in vars(subject).values() if isinstance(one, Rule)),
        key=lambda rule: rule.code,
    )
)
"""Every rule, by its code."""
