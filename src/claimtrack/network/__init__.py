"""The casebook as a network: chains, origins, groups, rivals and links."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
