"""Scales of likelihood words and of grades, and the crosswalks between them."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
