"""Why each score is what it is, who carries it, what would change it, and what to find out next."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
