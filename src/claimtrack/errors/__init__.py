"""Every error and warning that the library raises; each one is a record of the facts behind it."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
