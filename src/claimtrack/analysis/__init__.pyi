from claimtrack.analysis.change_causes import (
    Difference as Difference,
    Moved as Moved,
    difference as difference,
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
    Reruns as Reruns,
    reruns_of as reruns_of,
)
from claimtrack.analysis.sensitivity import (
    Swing as Swing,
    swings_of as swings_of,
)
from claimtrack.analysis.sentences import (
    name_of as name_of,
)
from claimtrack.analysis.tipping_points import (
    Flip as Flip,
    Needed as Needed,
    Turning as Turning,
    turning_points as turning_points,
)
from claimtrack.analysis.what_if import (
    Supposition as Supposition,
    WhatIf as WhatIf,
    casebook_after as casebook_after,
    change_prior as change_prior,
    regrade as regrade,
    what_if as what_if,
    withhold as withhold,
)
