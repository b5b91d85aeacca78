"""The history of a case: events, each with two times, and the casebook that they make."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
