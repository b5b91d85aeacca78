"""The network of a changed casebook: only what changed is built, and what that can move is named."""

from collections.abc import Hashable, Iterable, Mapping, Sequence, Set as AbstractSet
from itertools import islice
from operator import is_
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from claimtrack._records import without_texts
from claimtrack.model.casebook import Casebook, part_of
from claimtrack.model.claims import Claim
from claimtrack.model.documents import Document
from claimtrack.model.sources import Source
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network, build, nodes_of
from claimtrack.network.chains import Chain, chains_of
from claimtrack.network.components import Component, Ring, components_of, idle_links, inflow_of, rings_of
from claimtrack.network.groups import groups_of
from claimtrack.network.rivals import families_of
from claimtrack.network.subgraph import reached_from

_K = TypeVar("_K", bound=Hashable)
_R = TypeVar("_R", Source, Claim, Document)


class Rebuilt(NamedTuple):
    """A network built again, and what the change can move."""

    network: Network
    moved: AbstractSet[str]
    """Ids of the claims, of those that can be scored, that the change bears on."""

    def __repr__(self) -> str:
        return without_texts(self)


def rebuild(network: Network, changed: Casebook) -> Rebuilt:
    """Build the network of a changed casebook, as `build` does, from that of the casebook before.

    Another policy, and exhibits that must not be shown, bear on every claim.

    Args:
        network: the network before.
        changed: the casebook now; records that did not change are recognised fastest if they are the same objects.

    Cost: linear in the records, but a small part of what `build` costs where little changed.
    """
    before = network.casebook
    said = _where_they_differ(before.statements, changed.statements)
    if before.policy != changed.policy or network.unshown or any(one.unshown for one in said.after):
        built = build(changed)
        return Rebuilt(built, built.families.keys())
    sources = _by_id(network.sources, before.sources, changed.sources)
    claims = _by_id(network.claims, before.claims, changed.claims)
    same_claims = before.claims == changed.claims and before.questions == changed.questions
    families = network.families if same_claims else MappingProxyType(families_of(changed, claims))
    inflow, idle, components = network.inflow, network.idle, network.components
    same_components = same_claims and before.links == changed.links
    if not same_components:
        inflow = MappingProxyType(inflow_of(changed.links, families))
        idle = idle_links(changed.links, families)
        components = components_of(nodes_of(claims, families), inflow)
    same_groups = before.dependences == changed.dependences and before.unshown == changed.unshown
    groups = network.groups if same_groups else MappingProxyType(groups_of(changed.dependences, changed.unshown))
    known_anew = _differing(network.sources, sources)
    if before.established != changed.established:
        known_anew |= {source for source, _ in _differing(_established(before), _established(changed))}
    said_anew = _differing(network.claims, claims) | _claims_with_other_statements(said)
    said_anew |= _claims_with(changed, known_anew | _differing(network.groups, groups))
    said_anew &= claims.keys()
    chains = _chains(network, changed, sources, said_anew, known_anew)
    rebuilt = Network(
        casebook=changed,
        sources=sources,
        claims=claims,
        documents=_by_id(network.documents, before.documents, changed.documents),
        chains=MappingProxyType(chains),
        groups=groups,
        families=families,
        inflow=inflow,
        idle=idle,
        components=components,
        rings=_rings(network, changed, components, said),
    )
    changes = said_anew | _differing(network.families, families) | _differing(network.inflow, inflow)
    changes |= _claims_in_other_rings(network.components, components)
    return Rebuilt(rebuilt, reached_from(rebuilt, changes & families.keys()))


class _Differing(NamedTuple):
    """The statements between those at the start and at the end that are the same before and after a change."""

    before: tuple[Statement, ...]
    after: tuple[Statement, ...]

    def __repr__(self) -> str:
        return without_texts(self)


def _where_they_differ(before: tuple[Statement, ...], after: tuple[Statement, ...]) -> _Differing:
    fewest = min(len(before), len(after))
    start = _how_many_same(before, after, fewest)
    end = _how_many_same(reversed(before), reversed(after), fewest - start)
    return _Differing(before[start : len(before) - end], after[start : len(after) - end])


def _how_many_same(some: Iterable[Statement], others: Iterable[Statement], most: int) -> int:
    """How many statements two rows begin with that are the same."""
    pairs = zip(islice(some, most), others, strict=False)
    return next((n for n, (one, other) in enumerate(pairs) if one is not other and not _is_same(one, other)), most)


def _is_same(one: Statement, other: Statement) -> bool:
    return one == other and one.unshown == other.unshown


def _by_id(known: Mapping[str, _R], before: Sequence[_R], after: Sequence[_R]) -> Mapping[str, _R]:
    """Records by their ids: those that are known where no record was touched."""
    if len(before) == len(after) and all(map(is_, before, after)):
        return known
    return MappingProxyType({record.id: record for record in after})


def _differing(before: Mapping[_K, object], after: Mapping[_K, object]) -> set[_K]:
    """The keys for which two mappings hold different things."""
    if before is after:
        return set()
    return {
        key
        for key in before.keys() | after.keys()
        if (one := before.get(key)) is not (other := after.get(key)) and one != other
    }


def _established(casebook: Casebook) -> dict[tuple[str, str | None], str]:
    """Why each source was found to know first-hand, of everything or of one claim; the first reason counts."""
    return {(one.source, one.claim): one.because for one in reversed(casebook.established)}


def _claims_with_other_statements(said: _Differing) -> set[str]:
    """The claims on which other statements stand than before, or in another order."""
    return _differing(*map(_standing_by_claim, said))


def _standing_by_claim(rows: Iterable[Statement]) -> dict[str, list[Statement]]:
    found: dict[str, list[Statement]] = {}
    for one in rows:
        if one.stands:
            found.setdefault(one.claim, []).append(one)
    return found


def _claims_with(casebook: Casebook, sources: AbstractSet[str]) -> set[str]:
    """The claims that some sources say or pass on something about."""
    if not sources:
        return set()
    return {said.claim for said in casebook.statements if _is_of(said, sources)}


def _chains(
    network: Network,
    changed: Casebook,
    sources: Mapping[str, Source],
    said_anew: AbstractSet[str],
    known_anew: AbstractSet[str],
) -> Mapping[str, tuple[Chain, ...]]:
    """The chains on each claim; those whose statement, claim and sources did not change are taken over.

    Args:
        network: the network before.
        changed: the casebook now.
        sources: its sources by id.
        said_anew: the claims on which not all chains are as they were.
        known_anew: the sources that changed, or of which another thing is established.
    """
    about = {claim.id: claim for claim in changed.claims if claim.id in said_anew}
    same = {
        chain.statement.id: chain
        for name, claim in about.items()
        if name in network.claims and network.claims[name].topic == claim.topic
        for chain in network.chains[name]
        if not _is_of(chain.statement, known_anew)
    }
    rows: dict[str, list[Chain | Statement]] = {name: [] for name in about}
    fresh = []
    for said in changed.statements if about else ():
        if said.claim in about and said.stands:
            chain = same.get(said.id)
            if chain is None or chain.statement is not said:
                fresh.append(said)
                rows[said.claim].append(said)
            else:
                rows[said.claim].append(chain)
    built = {
        name: iter(chains)
        for name, chains in chains_of(part_of(changed, statements=tuple(fresh)), sources, about).items()
    }
    found = {
        name: tuple(next(built[name]) if isinstance(one, Statement) else one for one in mine)
        for name, mine in rows.items()
    }
    return {claim.id: found[claim.id] if claim.id in found else network.chains[claim.id] for claim in changed.claims}


def _is_of(said: Statement, sources: AbstractSet[str]) -> bool:
    """Whether some sources said or passed on a statement."""
    return said.origin in sources or (bool(said.via) and any(relay.source in sources for relay in said.via))


def _rings(
    network: Network, changed: Casebook, components: tuple[Component, ...], said: _Differing
) -> tuple[Ring, ...]:
    """The rings now; those of before where the relays of no statement changed."""
    ways, ways_now = ([(one.origin, one.via) for one in rows if one.via] for rows in said)
    is_same = (
        components is network.components
        and ways == ways_now
        and (not network.rings or list(network.sources) == [source.id for source in changed.sources])
    )
    return network.rings if is_same else rings_of(changed, components)


def _claims_in_other_rings(before: tuple[Component, ...], after: tuple[Component, ...]) -> set[str]:
    """The claims in rings that were not there before, or in which they stood in another order."""
    if before is after:
        return set()
    known = {component.nodes for component in before if component.is_ring}
    return {
        claim for component in after if component.is_ring and component.nodes not in known for claim in component.claims
    }
