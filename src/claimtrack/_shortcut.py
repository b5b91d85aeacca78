"""The one shortcut of the library: from a casebook straight to its assessment."""

from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import redact
from claimtrack.scoring.assess import DEFAULT_METHOD, assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import Method, check_sources, rename_sources


def score(casebook: Casebook, *, audience: str = "internal", method: Method = DEFAULT_METHOD) -> Assessment:
    """Project a casebook for an audience, build its network and assess it: the one shortcut.

    Numbers that the method has for single sources, by their ids in this casebook, are projected with it.

    Raises:
        NotOneOf: there is no such audience.
        UnknownId: the method has numbers for a source that the casebook does not hold.

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
    check_sources(method, casebook)
    redaction = redact(casebook, audience)
    return assess(build(redaction.casebook), method=rename_sources(method, redaction.source_ids))
