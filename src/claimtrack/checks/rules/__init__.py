"""The rules, each in the file of its subject; `checks.rule.declare` makes one."""

from claimtrack.checks.rule import Rule
from claimtrack.checks.rules import dating, grading, interest, process, protecting, quoting, sourcing, wording

_SUBJECTS = (sourcing, grading, interest, wording, quoting, dating, protecting, process)

RULES: tuple[Rule, ...] = tuple(
    sorted(
        (one for subject in _SUBJECTS for one in vars(subject).values() if isinstance(one, Rule)),
        key=lambda rule: rule.code,
    )
)
"""Every rule, by its code."""
