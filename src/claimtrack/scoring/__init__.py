"""Scores: the assessment, the protocol that methods follow, the default method, and second opinions."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
