"""What may be published: the projection for an audience, its labels, and the guard that searches what leaves."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
