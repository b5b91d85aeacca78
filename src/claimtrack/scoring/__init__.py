"""Scores: the assessment, the protocol that methods follow, and the default method."""

from claimtrack.scoring.assess import Override, assess, score
from claimtrack.scoring.assessment import Assessment, Counts, Estimate, Factor, Score, Step, Voice
from claimtrack.scoring.methods.origin_evidence import Fidelity, OriginEvidence, Propensity
from claimtrack.scoring.protocol import Method

__all__ = [
    "Assessment",
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
    "Voice",
    "assess",
    "score",
]
