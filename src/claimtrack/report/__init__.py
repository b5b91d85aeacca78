"""Reports: composed once, rendered as text, Markdown, HTML, CSV or JSON."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
