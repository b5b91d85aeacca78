"""Scoring methods; none knows another."""

from collections.abc import Mapping
from types import MappingProxyType

from claimtrack.scoring.methods.origin_evidence import OriginEvidence
from claimtrack.scoring.protocol import Method

__all__ = ["METHODS"]

METHODS: Mapping[str, Method] = MappingProxyType(
    {
        "origin-evidence": OriginEvidence(),
    }
)
"""The methods by name, each as it is without any parameter, the default first."""
