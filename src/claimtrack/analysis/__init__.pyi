from claimtrack.analysis.change_causes import (
    ScoreChange as ScoreChange,
    ScoreChanges as ScoreChanges,
    explain_change as explain_change,
)
from claimtrack.analysis.contributions import (
    Contribution as Contribution,
    Contributions as Contributions,
    ContributorKind as ContributorKind,
    Shares as Shares,
    find_contributions as find_contributions,
)
from claimtrack.analysis.explanation import (
    LINEAGES as LINEAGES,
    Account as Account,
    DetailedAccount as DetailedAccount,
    Explanation as Explanation,
    explain as explain,
    key_claims as key_claims,
)
from claimtrack.analysis.hypothesis_matrix import (
    EvidenceItem as EvidenceItem,
    HypothesisMatrix as HypothesisMatrix,
    OriginRow as OriginRow,
    build_matrix as build_matrix,
)
from claimtrack.analysis.information_value import (
    Inquiry as Inquiry,
    InquiryKind as InquiryKind,
    PossibleAnswer as PossibleAnswer,
    find_inquiries as find_inquiries,
)
from claimtrack.analysis.method_comparison import (
    Divergence as Divergence,
    MethodComparison as MethodComparison,
    QuestionComparison as QuestionComparison,
    compare_methods as compare_methods,
)
from claimtrack.analysis.reasons import Reason as Reason
from claimtrack.analysis.rerun import Reruns as Reruns, reruns_of as reruns_of
from claimtrack.analysis.sensitivity import NumberKind as NumberKind, Swing as Swing, measure_swings as measure_swings
from claimtrack.analysis.sentences import name_of as name_of
from claimtrack.analysis.tipping_points import (
    Flip as Flip,
    FlipKind as FlipKind,
    FlipTarget as FlipTarget,
    Needed as Needed,
    TippingPoints as TippingPoints,
    find_tipping_points as find_tipping_points,
)
from claimtrack.analysis.what_if import (
    Supposition as Supposition,
    WhatIf as WhatIf,
    casebook_after as casebook_after,
    change_prior as change_prior,
    regrade as regrade,
    withhold as withhold,
)
