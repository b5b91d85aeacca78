"""Scores: the assessment, the protocol that methods follow, the default method, and second opinions."""

from claimtrack.scoring.argumentation import SEMANTICS, Edge, Framework, strengths
from claimtrack.scoring.assess import assess, score
from claimtrack.scoring.assessment import Assessment, Counts, Estimate, Factor, Override, Score, Step, Voice
from claimtrack.scoring.evidence.ground import Strength
from claimtrack.scoring.evidence.readings import Band, Fidelity, Propensity
from claimtrack.scoring.methods import METHODS
from claimtrack.scoring.methods.ach import Ach, Item, Matrix
from claimtrack.scoring.methods.argumentation import Argumentation
from claimtrack.scoring.methods.origin_count import OriginCount
from claimtrack.scoring.methods.origin_evidence import OriginEvidence
from claimtrack.scoring.methods.subjective_logic import SubjectiveLogic
from claimtrack.scoring.methods.weight_of_evidence import WeightOfEvidence, decibans
from claimtrack.scoring.protocol import Method, probabilities
from claimtrack.scoring.status import are_independent, leading_voices

__all__ = [
    "METHODS",
    "SEMANTICS",
    "Ach",
    "Argumentation",
    "Assessment",
    "Band",
    "Counts",
    "Edge",
    "Estimate",
    "Factor",
    "Fidelity",
    "Framework",
    "Item",
    "Matrix",
    "Method",
    "OriginCount",
    "OriginEvidence",
    "Override",
    "Propensity",
    "Score",
    "Step",
    "Strength",
    "SubjectiveLogic",
    "Voice",
    "WeightOfEvidence",
    "are_independent",
    "assess",
    "decibans",
    "leading_voices",
    "probabilities",
    "score",
    "strengths",
]
