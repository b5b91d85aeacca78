"""From the assessment of a casebook to that of a changed one: only what the change can reach is scored."""

from collections.abc import Mapping
from types import MappingProxyType

from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.network.rebuild import rebuild
from claimtrack.network.subgraph import restrict
from claimtrack.scoring.assess import assess, sees_parts
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import probabilities, rename_sources


def rescore(assessment: Assessment, changed: Casebook) -> Assessment:
    """Score a changed casebook: the assessment that scoring it anew gives, to the last bit.

    The method, the words and the overrides are those of the assessment, without what they say of sources and claims
    that are gone. Claims that it left out stay left out. The other scores are taken over, unless the method says that
    it breaks *directionality*; then all claims are scored.

    Args:
        assessment: the scores before.
        changed: the casebook now, such as `casebook.with_records(…)` makes it of the one before. It is taken as it
            is: an assessment for the public needs the public casebook.

    Raises:
        InvalidEstimate: as in `assess`.
        NotScored: an override names a claim that has become an opinion.

    Cost: that of `assess` on the claims that the change can move and on what bears on them, and a small linear part.

    Example:
        >>> from claimtrack import score
        >>> from claimtrack.model import Claim, Source, Statement
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", reliability="B"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
        ... )
        >>> changed = book.with_records(Source(id="kim", name="Kim", reliability="A"))
        >>> round(rescore(score(book), changed)["fell"].probability, 2)
        0.95
    """
    before = assessment.network
    network, moved = rebuild(before, changed)
    method = rename_sources(assessment.method, {source: (source,) for source in network.sources})
    overrides = tuple(one for one in assessment.overrides if one.claim in network.claims)
    left_out = before.families.keys() - assessment.scores.keys()
    wanted = network.families.keys() - left_out
    anew = wanted & moved if sees_parts(method) else wanted
    found = assess(
        network,
        method=method,
        words=assessment.words,
        overrides=[one for one in overrides if one.claim in anew or one.claim not in wanted],
        only=None if len(anew) == len(network.families) else anew,
    )
    scores = {
        claim: found.scores[claim] if claim in anew else assessment.scores[claim]
        for claim in network.claims
        if claim in wanted
    }
    return Assessment(
        network=network,
        method=method,
        words=assessment.words,
        scores=MappingProxyType(scores),
        overrides=overrides,
    )


def probabilities_after(assessment: Assessment, changed: Casebook) -> Mapping[str, float]:
    """P of each claim of a changed casebook, without bounds and working: the numbers of `rescore`, sooner.

    Cost: as `rescore`.
    """
    network, moved = rebuild(assessment.network, changed)
    if not sees_parts(assessment.method):
        return probabilities(assessment.method, network)
    kept = {claim: score.probability for claim, score in assessment.scores.items() if claim in network.families}
    return kept | dict(probabilities(assessment.method, build(restrict(network, *moved))))
