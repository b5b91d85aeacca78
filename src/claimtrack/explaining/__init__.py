"""Why each score is what it is, who carries it, what would change it, and what to find out next."""

from claimtrack.explaining.carrying import Carried, Contribution, Game, carried_by
from claimtrack.explaining.comparing import Cause, Comparison, Verdict, compare
from claimtrack.explaining.differing import Difference, Moved, WhatIf, difference, what_if
from claimtrack.explaining.explanation import LINEAGES, Account, Closer, Explanation, explain, key_claims
from claimtrack.explaining.flips import Flip, Needed, Turning, turning_points
from claimtrack.explaining.inquiring import Answer, Inquiry, inquiries_on
from claimtrack.explaining.reasons import Reason
from claimtrack.explaining.rivals import Item, Matrix, Row, matrix_of
from claimtrack.explaining.sensitivity import Swing, swings_of
from claimtrack.explaining.supposing import (
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
from claimtrack.explaining.telling import (
    contributor,
    points,
    single_points,
    tell_carried,
    tell_inquiry,
    tell_needed,
    tell_swing,
    tell_turning,
    were,
    worth_telling,
)
from claimtrack.explaining.trying import Trial, trial_of
from claimtrack.explaining.wording import SAID, capital, counted, listed, name_of, number, quoted

__all__ = [
    "LINEAGES",
    "SAID",
    "Account",
    "Add",
    "Answer",
    "Carried",
    "Cause",
    "Closer",
    "Comparison",
    "Contribution",
    "Cut",
    "Depend",
    "Difference",
    "Establish",
    "Explanation",
    "Flip",
    "Game",
    "Inquiry",
    "Item",
    "Matrix",
    "Moved",
    "Needed",
    "Reason",
    "Regrade",
    "Reprior",
    "Retract",
    "Row",
    "Supposition",
    "Swing",
    "Trial",
    "Turning",
    "Verdict",
    "WhatIf",
    "Withhold",
    "capital",
    "carried_by",
    "compare",
    "contributor",
    "counted",
    "difference",
    "explain",
    "inquiries_on",
    "key_claims",
    "listed",
    "matrix_of",
    "name_of",
    "number",
    "points",
    "quoted",
    "single_points",
    "supposed",
    "swings_of",
    "tell_carried",
    "tell_inquiry",
    "tell_needed",
    "tell_swing",
    "tell_turning",
    "trial_of",
    "turning_points",
    "were",
    "what_if",
    "worth_telling",
]
