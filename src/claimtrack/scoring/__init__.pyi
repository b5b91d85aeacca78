from claimtrack.scoring.assessment import (
    LEVELS as LEVELS,
    SIDES as SIDES,
    Assessment as Assessment,
    Confidence as Confidence,
    Counts as Counts,
    Estimate as Estimate,
    Factor as Factor,
    Override as Override,
    Run as Run,
    Score as Score,
    Side as Side,
    Status as Status,
    Step as Step,
    Voice as Voice,
    Way as Way,
)
from claimtrack.scoring.fidelity import (
    Band as Band,
    Fidelity as Fidelity,
    Propensity as Propensity,
    RelayFidelity as RelayFidelity,
    Strength as Strength,
)
from claimtrack.scoring.gradual_semantics import (
    SEMANTICS as SEMANTICS,
    Edge as Edge,
    Framework as Framework,
    Semantics as Semantics,
    strengths as strengths,
)
from claimtrack.scoring.methods import METHODS as METHODS
from claimtrack.scoring.methods.ach import (
    NONE_OF_THESE as NONE_OF_THESE,
    Ach as Ach,
    AchItem as AchItem,
    AchMatrix as AchMatrix,
    Rating as Rating,
)
from claimtrack.scoring.methods.argumentation import Argumentation as Argumentation
from claimtrack.scoring.methods.origin_count import OriginCount as OriginCount
from claimtrack.scoring.methods.subjective_logic import SubjectiveLogic as SubjectiveLogic
from claimtrack.scoring.methods.weight_of_evidence import WeightOfEvidence as WeightOfEvidence, decibans as decibans
from claimtrack.scoring.origin_evidence.method import OriginEvidence as OriginEvidence
from claimtrack.scoring.protocol import (
    HasBreaks as HasBreaks,
    HasCandour as HasCandour,
    HasFidelity as HasFidelity,
    HasProbabilities as HasProbabilities,
    HasPropensity as HasPropensity,
    HasRelayFidelity as HasRelayFidelity,
    HasRun as HasRun,
    HasSources as HasSources,
    HasStrength as HasStrength,
    Method as Method,
    broken_laws as broken_laws,
    candour_of as candour_of,
    fidelity_of as fidelity_of,
    probabilities as probabilities,
    propensity_of as propensity_of,
    relay_fidelity_of as relay_fidelity_of,
    rename_sources as rename_sources,
    run as run,
    strength_of as strength_of,
    with_source_fidelity as with_source_fidelity,
)
from claimtrack.scoring.two_sources import are_independent as are_independent, leading_voices as leading_voices
from claimtrack.scoring.witness_model import (
    Transmission as Transmission,
    attenuate as attenuate,
    candour as candour,
    ceiling as ceiling,
    transmit as transmit,
)
