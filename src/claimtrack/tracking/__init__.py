"""What became of judgments, and of those who made statements, over time."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
