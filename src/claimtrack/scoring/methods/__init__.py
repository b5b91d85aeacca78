"""Scoring methods; none knows another."""

from collections.abc import Mapping
from types import MappingProxyType

from claimtrack.scoring.methods.ach import Ach
from claimtrack.scoring.methods.argumentation import Argumentation
from claimtrack.scoring.methods.origin_count import OriginCount
from claimtrack.scoring.methods.subjective_logic import SubjectiveLogic
from claimtrack.scoring.methods.weight_of_evidence import WeightOfEvidence
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method

__all__ = ["METHODS"]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "origin-evidence": OriginEvidence(),
        "origin-count": OriginCount(),
        "weight-of-evidence": WeightOfEvidence(),
        "cumulative-fusion": SubjectiveLogic(fusion="cumulative"),
        "averaging-fusion": SubjectiveLogic(fusion="averaging"),
        "weighted-fusion": SubjectiveLogic(fusion="weighted"),
        "consensus-fusion": SubjectiveLogic(fusion="consensus"),
        "constraint-fusion": SubjectiveLogic(fusion="constraint"),
        "df-quad": Argumentation(semantics="df-quad"),
        "quadratic-energy": Argumentation(semantics="quadratic-energy"),
        "euler-based": Argumentation(semantics="euler-based"),
        "ach": Ach(),
    }
)
"""The methods by name, the default first: each as it is without parameters, and in each of its kinds."""
