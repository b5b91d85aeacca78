"""Laws that scoring methods, opinions, formats and histories keep, and made-up casebooks to try them on.

Strategies and checks need Hypothesis (`pip install 'claimtrack[testing]'`); laws, verdicts and casebooks made from
seeds do not.
"""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
