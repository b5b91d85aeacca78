"""The history of a case: events with two times each, and the casebook that they add up to."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
