"""What statements weigh together where they share nothing: plain sums, in one pass for all positions of the bands.

Most claims of a large casebook are like that. Where an origin speaks twice, or two statements share a relay, an exhibit
or a dependence, `aggregation` works out the same numbers the longer way.
"""

from collections.abc import Collection, Mapping, Sequence
from math import fsum

from claimtrack.model.sources import Source
from claimtrack.network.chains import exhibits_of
from claimtrack.scoring.origin_evidence.inputs import WeighedStatement
from claimtrack.scoring.origin_evidence.weights import HIGH, LOW, POINT, PerPosition
from claimtrack.scoring.witness_model import MOST

_NOTHING: PerPosition = (0.0, 0.0, 0.0)


def plain_weights(
    statements: Sequence[WeighedStatement], sources: Mapping[str, Source], dependent: Collection[str]
) -> PerPosition | None:
    """The weight of one side of a claim at each position of the bands; None where its statements share something.

    Args:
        statements: all that reaches the side.
        sources: each source by its id.
        dependent: ids of the sources that depend on others.

    Cost: linear in the statements.
    """
    if len(statements) < 2:  # noqa: PLR2004
        return statements[0].weight.at if statements else _NOTHING
    met: list[str] = []
    sure: list[PerPosition] = []
    others: list[PerPosition] = []
    for chain, hops, (at, _) in statements:
        said = chain.statement
        if chain.established is not None:
            sure.append(at)
            exhibits = chain.exhibits
        else:
            others.append(at)
            exhibits = exhibits_of(said, sources[said.origin])
        if exhibits:
            return None
        met.append(said.origin)
        met += [relay for relay, _ in hops]
    if len(names := set(met)) < len(met) or not names.isdisjoint(dependent):
        return None
    low, point = (
        max([min(fsum([at[position] for at in sure]), MOST), *[at[position] for at in others]])
        for position in (LOW, POINT)
    )
    # At the high end all of it counts as established.
    return low, point, min(fsum([at[HIGH] for at in (*sure, *others)]), MOST)
