"""The network: a casebook seen as chains, origins, groups and families of rivals."""

from collections.abc import Iterable, Mapping, Set as AbstractSet
from types import MappingProxyType

import attrs

from claimtrack._records import evolve, record
from claimtrack.model.casebook import Casebook, part_of
from claimtrack.model.claims import Claim, Link
from claimtrack.model.documents import Document
from claimtrack.model.sources import Source
from claimtrack.network.chains import Chain, chains_of
from claimtrack.network.components import Component, Ring, components_of, idle_links, inflow_of, rings_of
from claimtrack.network.groups import DependenceGroup, groups_of
from claimtrack.network.rivals import Family, families_of


@record
class Network:
    """A casebook seen as chains, origins, groups and families of rivals."""

    casebook: Casebook
    """What it was built from."""
    sources: Mapping[str, Source] = attrs.field(repr=False)
    """Each source by its id."""
    claims: Mapping[str, Claim] = attrs.field(repr=False)
    """Each claim by its id."""
    documents: Mapping[str, Document] = attrs.field(repr=False)
    """Each document by its id."""
    chains: Mapping[str, tuple[Chain, ...]] = attrs.field(repr=False)
    """For each claim, the chains of the statements that stand."""
    groups: Mapping[str, DependenceGroup] = attrs.field(repr=False)
    """The dependence group of each source that has one."""
    families: Mapping[str, Family] = attrs.field(repr=False)
    """The family of each claim that can be scored: all but opinions."""
    inflow: Mapping[str, tuple[Link, ...]] = attrs.field(repr=False)
    """For each claim that has some, the links to it that count."""
    idle: tuple[Link, ...] = attrs.field(repr=False)
    """The links that count nowhere: from a claim to itself, between rivals, from or to an opinion."""
    components: tuple[Component, ...] = attrs.field(repr=False)
    """The families that feed each other, together; each component comes after all that feed it."""
    unshown: frozenset[str] = attrs.field(default=frozenset(), repr=False)
    """Exhibits that count, and of which no output may say that somebody rests on them."""
    rings: tuple[Ring, ...] = ()
    """Rings of relays and of links."""


def build(casebook: Casebook) -> Network:
    """Build the network of a casebook.

    Cost: linear in its records.

    Example:
        >>> from claimtrack.model import Claim
        >>> build(Casebook(claims=(Claim(id="fell", text="It fell."),))).families["fell"].priors["fell"]
        0.5
    """
    sources = {source.id: source for source in casebook.sources}
    claims = {claim.id: claim for claim in casebook.claims}
    families = families_of(casebook, claims)
    inflow = inflow_of(casebook.links, families)
    components = components_of(nodes_of(claims, families), inflow)
    return Network(
        casebook=casebook,
        sources=MappingProxyType(sources),
        claims=MappingProxyType(claims),
        documents=MappingProxyType({document.id: document for document in casebook.documents}),
        chains=MappingProxyType(chains_of(casebook, sources, claims)),
        groups=MappingProxyType(groups_of(casebook.dependences, casebook.unshown)),
        families=MappingProxyType(families),
        inflow=MappingProxyType(inflow),
        idle=idle_links(casebook.links, families),
        components=components,
        unshown=frozenset(name for said in casebook.statements for name in said.unshown),
        rings=rings_of(casebook, components),
    )


def leave_out(network: Network, statements: AbstractSet[str], links: AbstractSet[str] = frozenset()) -> Network:
    """The network without some statements and links: what `build` makes of the casebook without them, but sooner.

    Args:
        network: the whole.
        statements: ids of the statements to leave out.
        links: ids of the links to leave out.

    Cost: linear in statements and links; chains and groups are taken over, and no rule is checked again.
    """
    if not statements and not links:
        return network
    book = network.casebook
    changes: dict[str, object] = {}
    if statements:
        book = part_of(book, statements=tuple([one for one in book.statements if one.id not in statements]))
        chains = {
            claim: tuple([chain for chain in rows if chain.statement.id not in statements])
            for claim, rows in network.chains.items()
        }
        changes["chains"] = MappingProxyType(chains)
    components = network.components
    if links:
        book = part_of(book, links=tuple(one for one in book.links if one.id not in links))
        inflow = inflow_of(book.links, network.families)
        components = components_of(nodes_of(network.claims, network.families), inflow)
        idle = idle_links(book.links, network.families)
        changes |= {"inflow": MappingProxyType(inflow), "idle": idle, "components": components}
    # Leaving out makes no ring that was not there before.
    rings = rings_of(book, components) if network.rings else ()
    return evolve(network, casebook=book, rings=rings, **changes)


def nodes_of(claims: Iterable[str], families: Mapping[str, Family]) -> tuple[tuple[str, ...], ...]:
    """The families by the ids of their claims, in the order of the casebook."""
    return tuple(dict.fromkeys(families[claim].claims for claim in claims if claim in families))
