"""How many statements, origins, first-hand origins and findings there are: every count that a reader sees is made here.

An origin is *first-hand* by a statement of what it knows itself, *shown independent* where there is a reason to take it
for that (both are *established*), and of any other it is *not known* whether its word is its own.
"""

from collections.abc import Iterable, Mapping, Set as AbstractSet

from claimtrack._records import record
from claimtrack.model.claims import Link
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.scoring.assessment import Counts, Voice

_Found = tuple[str, bool]
"""An origin or finding, and whether it stands on the side for the claim."""


@record
class CaseCounts:
    """How many statements stand in a whole casebook, and how many origins they have."""

    statements: int
    """Statements that stand, on all claims that have a score."""
    origins: int
    """Distinct origins of these."""
    first_hand: int
    """Origins with a first-hand statement."""
    shown_independent: int
    """Further origins with a statement that is established for another reason."""
    partly: int
    """Of the two kinds of origins, how many also have a statement that is not established."""
    at_most: bool
    """Whether labels may stand for the same source, so that there may be fewer origins than that."""

    @property
    def established(self) -> int:
        """Origins that are first-hand or shown independent."""
        return self.first_hand + self.shown_independent


def counts_of_case(network: Network) -> CaseCounts:
    """Count the statements of a casebook and their origins. Cost: linear in statements."""
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    origins = {chain.statement.origin for chain in chains}
    sure = {chain.statement.origin for chain in chains if chain.established is not None}
    unsure = {chain.statement.origin for chain in chains if chain.established is None}
    first_hand = {chain.statement.origin for chain in chains if chain.is_first_hand}
    return CaseCounts(
        statements=len(chains),
        origins=len(origins),
        first_hand=len(first_hand),
        shown_independent=len(sure - first_hand),
        partly=len(sure & unsure),
        at_most=may_be_fewer(origins, labelled_sources(network)),
    )


def counts_of_claim(
    chains: Iterable[Chain],
    mirrored: Iterable[Chain],
    voices: Iterable[Voice] = (),
    *,
    links: Iterable[Link] = (),
    labelled: AbstractSet[str] = frozenset(),
) -> Counts:
    """Count the statements that stand on a claim, the origins they come from, and what bears on it over links.

    Args:
        chains: those on the claim.
        mirrored: those on the claim that it is the negation of, if any; they count for the other side.
        voices: what origins weigh on it, links included.
        links: those that lead to the claim, and to what it is the negation of.
        labelled: sources under labels, some of which may be one source (`labelled_sources`).

    Cost: linear in the chains, voices and links.
    """
    rows = [(chain, chain.statement.stance == "asserts") for chain in chains]
    rows += [(chain, chain.statement.stance == "denies") for chain in mirrored]
    origins = _sides(rows)
    sure = _sides((chain, speaks_for) for chain, speaks_for in rows if chain.established is not None)
    first_hand = _sides((chain, speaks_for) for chain, speaks_for in rows if chain.is_first_hand)
    heard = [voice for voice in voices if voice.links and voice.weight > 0.0]
    linked = {(voice.origin, voice.side == "for") for voice in heard} - origins
    findings = _findings(heard, {link.id: link.from_claim for link in links})
    return Counts(
        statements=len(rows),
        origins=len({name for name, _ in origins}),
        established=len({name for name, _ in sure}),
        first_hand=len({name for name, _ in first_hand}),
        origins_for=_count(origins, on="for"),
        origins_against=_count(origins, on="against"),
        established_for=_count(sure, on="for"),
        established_against=_count(sure, on="against"),
        first_hand_for=_count(first_hand, on="for"),
        first_hand_against=_count(first_hand, on="against"),
        linked_for=_count(linked, on="for"),
        linked_against=_count(linked, on="against"),
        findings_for=_count(findings, on="for"),
        findings_against=_count(findings, on="against"),
        at_most=may_be_fewer({name for name, _ in origins}, labelled),
    )


def _sides(rows: Iterable[tuple[Chain, bool]]) -> set[_Found]:
    return {(chain.statement.origin, speaks_for) for chain, speaks_for in rows}


def _findings(voices: Iterable[Voice], sources: Mapping[str | None, str]) -> set[_Found]:
    """The claims that bear on a claim over links, by the side that they bear on."""
    return {(sources[name], voice.side == "for") for voice in voices for name in voice.links if name in sources}


def _count(found: Iterable[_Found], *, on: str) -> int:
    return sum(speaks_for == (on == "for") for _, speaks_for in found)


def labelled_sources(network: Network) -> frozenset[str]:
    """The sources that stand under labels in a public casebook; in an internal one there are none."""
    book = network.casebook
    return frozenset(one.id for one in book.sources if one.protected) if book.audience == "public" else frozenset()


def may_be_fewer(origins: AbstractSet[str], labelled: AbstractSet[str]) -> bool:
    """Whether some of several origins may be one source: where one of them stands under a label.

    It is so of every label, so that it tells of none whose it is.
    """
    return len(origins) > 1 and not origins.isdisjoint(labelled)
