"""The ledger: the append-only history of a case in an SQLite file, with its plain form, its chain and its seal."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
