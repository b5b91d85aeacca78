"""Opinions with belief, disbelief and uncertainty, and the operators that fuse them."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
