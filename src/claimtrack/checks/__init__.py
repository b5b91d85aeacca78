"""A linter for sourcing: rules, profiles, standards and waivers."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
