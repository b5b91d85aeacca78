"""The rules, by what they look at."""

from claimtrack.checks.rules import dating, grading, interest, process, protecting, quoting, sourcing, wording
from claimtrack.checks.rules.sourcing import two_sources

__all__ = ["RULES", "two_sources"]

RULES = tuple(
    sorted(
        (
            *sourcing.RULES,
            *grading.RULES,
            *interest.RULES,
            *wording.RULES,
            *quoting.RULES,
            *dating.RULES,
            *protecting.RULES,
            *process.RULES,
        ),
        key=lambda rule: rule.code,
    )
)
"""Every rule, by its code."""
