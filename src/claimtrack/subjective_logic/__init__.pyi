from claimtrack.subjective_logic.fusion import (
    FUSIONS as FUSIONS,
    Fusion as Fusion,
    averaging as averaging,
    consensus as consensus,
    constraint as constraint,
    cumulative as cumulative,
    fuse as fuse,
    weighted as weighted,
)
from claimtrack.subjective_logic.multinomial_opinions import (
    Multinomial as Multinomial,
    evidence_for as evidence_for,
    from_counts as from_counts,
    maximise_multinomial_uncertainty as maximise_multinomial_uncertainty,
    multinomial as multinomial,
    multinomial_conflict as multinomial_conflict,
)
from claimtrack.subjective_logic.opinions import (
    Evidence as Evidence,
    Opinion as Opinion,
    binomial as binomial,
    complement as complement,
    conflict as conflict,
    discount as discount,
    evidence_of as evidence_of,
    from_evidence as from_evidence,
    maximise_uncertainty as maximise_uncertainty,
    opinion as opinion,
    posterior as posterior,
    weaken as weaken,
)
