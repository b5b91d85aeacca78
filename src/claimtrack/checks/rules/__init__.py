"""The rules, by what they look at."""

from claimtrack.checks.rules import dating, grading, interest, process, protecting, quoting, sourcing, wording

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
