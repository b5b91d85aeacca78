"""The data model: records, the casebook, and the draft that builds one step by step."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
