"""How well supported is each claim, by whom, through whom, and what would change that?"""

from claimtrack._lazy import attach

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = attach(__name__, __file__)
