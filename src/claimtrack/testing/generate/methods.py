"""Made-up parameters of the default method: any that are valid, the default ones first."""

from collections.abc import Mapping

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, RelayFidelity, Strength
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import rename_sources
from claimtrack.testing.generate.casebooks import NUMBERED
from claimtrack.testing.generate.source import Chooser

_MOST = 0.995
_TOLD = ("src-0", "src-1", "origin", "one", "paper", "relay-0")
"""Sources of made-up casebooks and of the cases of laws."""


def make_method(choose: Chooser) -> OriginEvidence:
    """The default method with any valid parameters.

    Example:
        >>> from claimtrack.testing import RandomChooser
        >>> make_method(RandomChooser(1)) == make_method(RandomChooser(1))
        True
    """
    usual = OriginEvidence()
    return evolve(
        usual,
        fidelity=Fidelity(**_bands(choose)) if _other(choose) else usual.fidelity,
        relay_fidelity=RelayFidelity(**_bands(choose), ungraded=_band(choose))
        if _other(choose)
        else usual.relay_fidelity,
        propensity=Propensity(**_words(choose, 0.001, 1.0, ("against", "neutral", "serves")))
        if _other(choose)
        else usual.propensity,
        candour=choose.real(0.0, 1.0) if _other(choose) else usual.candour,
        strength=Strength(**_words(choose, 0.0, _MOST, ("weak", "moderate", "strong")))
        if _other(choose)
        else usual.strength,
        sources=_told(choose),
        relays=_told(choose),
    )


def score_by(method: OriginEvidence, casebook: Casebook) -> Assessment:
    """Score a casebook by a method, less what it was told of sources that the casebook does not hold."""
    known = {source.id for source in casebook.sources}
    return assess(build(casebook), method=rename_sources(method, {name: (name,) for name in known}))


def _told(choose: Chooser) -> Mapping[str, Band]:
    """Bands of some single sources, mostly of none."""
    return {name: _band(choose) for name in _TOLD if _other(choose)} if _other(choose) else {}


def _other(choose: Chooser) -> bool:
    return choose.of((False, True))


def _bands(choose: Chooser) -> Mapping[str, Band]:
    """A band for each grade, no number of a better grade below that of a worse one."""
    bands: dict[str, Band] = {}
    worse = Band(0.0, 0.0, 0.0)
    for grade in NUMBERED:
        drawn = _band(choose)
        worse = Band(max(drawn.point, worse.point), max(drawn.low, worse.low), max(drawn.high, worse.high))
        bands[grade] = worse
    return bands


def _band(choose: Chooser) -> Band:
    low, point, high = sorted(choose.real(0.0, _MOST) for _ in range(3))
    return Band(point, low, high)


def _words(choose: Chooser, low: float, high: float, words: tuple[str, ...]) -> dict[str, float]:
    """A number for each word, in their order."""
    return dict(zip(words, sorted(choose.real(low, high) for _ in words), strict=True))
