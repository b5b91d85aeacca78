"""Judgments over time: score histories, alerts, track records of sources, calibration."""

from claimtrack._lazy import attach

__getattr__, __dir__, __all__ = attach(__name__, __file__)
