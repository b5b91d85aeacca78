"""Dependence groups: sources that overlapping dependences join."""

from collections.abc import Iterable

from claimtrack._records import record
from claimtrack.model.sources import Dependence


@record
class DependenceGroup:
    """Sources that do not speak independently of each other."""

    sources: tuple[str, ...]
    """Ids of the members, in the order in which the dependences name them."""
    strength: float
    """ρ in [0, 1]: the largest strength among the dependences."""
    dependences: tuple[str, ...]
    """Ids of the dependences that make the group."""
    is_shown: bool = True
    """Whether readers may know of it; one that they may not know of counts all the same."""


def groups_of(dependences: Iterable[Dependence], unshown: Iterable[Dependence] = ()) -> dict[str, DependenceGroup]:
    """The group of each source that has one. Cost: nearly linear in the dependences.

    Args:
        dependences: those that readers may know of.
        unshown: those that they may not; a group with one of them is not shown.
    """
    groups: dict[str, DependenceGroup] = {}
    hidden = tuple(unshown)
    for joined in join_overlapping((*dependences, *hidden)):
        members = tuple(dict.fromkeys(source for dependence in joined for source in dependence.sources))
        group = DependenceGroup(
            sources=members,
            strength=max(dependence.strength for dependence in joined),
            dependences=tuple(dependence.id or "" for dependence in joined),
            is_shown=not any(one is other for one in joined for other in hidden) if hidden else True,
        )
        groups.update(dict.fromkeys(members, group))
    return groups


def join_overlapping(dependences: Iterable[Dependence]) -> list[list[Dependence]]:
    """Sort dependences into those that overlap, directly or through others. Cost: nearly linear."""
    # A disjoint-set forest: `root` walks to the root of a source and halves the way there.
    rows = list(dependences)
    parent: dict[str, str] = {}

    def root(source: str) -> str:
        parent.setdefault(source, source)
        while parent[source] != source:
            parent[source] = source = parent[parent[source]]
        return source

    for row in rows:
        for other in row.sources[1:]:
            parent[root(other)] = root(row.sources[0])
    found: dict[str, list[Dependence]] = {}
    for row in rows:
        found.setdefault(root(row.sources[0]), []).append(row)
    return list(found.values())
