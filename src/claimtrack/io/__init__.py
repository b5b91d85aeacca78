"""Casebooks as files: TOML and JSON, the private file, and the JSON Schema."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
