"""Why each score is what it is, and whom to ask next."""

from claimtrack.explaining.asking import Ask
from claimtrack.explaining.explanation import Account, Explanation, Reason, explain, rests_on
from claimtrack.explaining.wording import counted, listed, name_of, number, quoted

__all__ = [
    "Account",
    "Ask",
    "Explanation",
    "Reason",
    "counted",
    "explain",
    "listed",
    "name_of",
    "number",
    "quoted",
    "rests_on",
]
