from claimtrack.subjective_logic.fusion import (
    FUSIONS as FUSIONS,
    Fusion as Fusion,
    averaging as averaging,
    consensus as consensus,
    constraint as constraint,
    cumulative as cumulative,
    fused as fused,
    weighted as weighted,
)
from claimtrack.subjective_logic.multinomial_opinions import (
    Multinomial as Multinomial,
    evidence_for as evidence_for,
    from_counts as from_counts,
    multinomial as multinomial,
    multinomial_conflict as multinomial_conflict,
    multinomial_uncertainty_maximised as multinomial_uncertainty_maximised,
)
from claimtrack.subjective_logic.opinions import (
    Evidence as Evidence,
    Opinion as Opinion,
    binomial as binomial,
    complement as complement,
    conflict as conflict,
    discounted as discounted,
    evidence_of as evidence_of,
    from_evidence as from_evidence,
    opinion as opinion,
    posterior as posterior,
    uncertainty_maximised as uncertainty_maximised,
    weakened as weakened,
)
