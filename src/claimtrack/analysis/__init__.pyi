from claimtrack.analysis.change_causes import (
    Difference as Difference,
    Moved as Moved,
    WhatIf as WhatIf,
    difference as difference,
    what_if as what_if,
)
from claimtrack.analysis.contributions import (
    Carried as Carried,
    Contribution as Contribution,
    Game as Game,
    carried_by as carried_by,
)
from claimtrack.analysis.explanation import (
    LINEAGES as LINEAGES,
    Account as Account,
    Closer as Closer,
    Explanation as Explanation,
    explain as explain,
    key_claims as key_claims,
)
from claimtrack.analysis.hypothesis_matrix import (
    Item as Item,
    Matrix as Matrix,
    Row as Row,
    matrix_of as matrix_of,
)
from claimtrack.analysis.information_value import (
    Answer as Answer,
    Inquiry as Inquiry,
    inquiries_on as inquiries_on,
)
from claimtrack.analysis.method_comparison import (
    Cause as Cause,
    Comparison as Comparison,
    Verdict as Verdict,
    compare as compare,
)
from claimtrack.analysis.reasons import (
    Reason as Reason,
)
from claimtrack.analysis.rerun import (
    Trial as Trial,
    trial_of as trial_of,
)
from claimtrack.analysis.sensitivity import (
    Swing as Swing,
    swings_of as swings_of,
)
from claimtrack.analysis.sentences import (
    name_of as name_of,
)
from claimtrack.analysis.suppositions import (
    Add as Add,
    Cut as Cut,
    Depend as Depend,
    Establish as Establish,
    Regrade as Regrade,
    Reprior as Reprior,
    Retract as Retract,
    Supposition as Supposition,
    Withhold as Withhold,
    supposed as supposed,
)
from claimtrack.analysis.tipping_points import (
    Flip as Flip,
    Needed as Needed,
    Turning as Turning,
    turning_points as turning_points,
)
