"""Scores: the assessment, the protocol that methods follow, and the default method."""

from claimtrack.scoring.assess import assess, score
from claimtrack.scoring.assessment import Assessment, Counts, Estimate, Factor, Override, Score, Step, Voice
from claimtrack.scoring.evidence.ground import Strength
from claimtrack.scoring.evidence.readings import Band, Fidelity, Propensity
from claimtrack.scoring.methods.origin_evidence import OriginEvidence
from claimtrack.scoring.protocol import Method, probabilities
from claimtrack.scoring.status import are_independent, leading_voices

__all__ = [
    "Assessment",
    "Band",
    "Counts",
    "Estimate",
    "Factor",
    "Fidelity",
    "Method",
    "OriginEvidence",
    "Override",
    "Propensity",
    "Score",
    "Step",
    "Strength",
    "Voice",
    "are_independent",
    "assess",
    "leading_voices",
    "probabilities",
    "score",
]
