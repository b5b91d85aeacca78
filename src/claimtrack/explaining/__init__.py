"""Why each score is what it is, and whom to ask next."""

from claimtrack.explaining.asking import Ask
from claimtrack.explaining.explanation import LINEAGES, Account, Explanation, Reason, explain
from claimtrack.explaining.wording import capital, counted, listed, name_of, number, quoted

__all__ = [
    "LINEAGES",
    "Account",
    "Ask",
    "Explanation",
    "Reason",
    "capital",
    "counted",
    "explain",
    "listed",
    "name_of",
    "number",
    "quoted",
]
