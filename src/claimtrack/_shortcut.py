"""The one shortcut of the library: from a casebook straight to its assessment."""

from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import for_audience
from claimtrack.scoring.assess import DEFAULT_METHOD, assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import Method


def score(casebook: Casebook, *, audience: str = "internal", method: Method = DEFAULT_METHOD) -> Assessment:
    """Project a casebook for an audience, build its network and assess it: the one shortcut.

    Example:
        >>> from claimtrack.model import Claim, Source, Statement
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", reliability="B"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
        ... )
        >>> round(score(book)["fell"].probability, 3)
        0.8
    """
    return assess(build(for_audience(casebook, audience)), method=method)
