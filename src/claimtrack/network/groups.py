"""Dependence groups: sources that overlapping dependences join into one."""

from collections.abc import Iterable

from claimtrack._record import record
from claimtrack.model.records import Dependence

__all__ = ["Group", "groups_of"]


@record
class Group:
    """Sources that do not speak independently of each other."""

    sources: tuple[str, ...]
    """Ids of the members, in the order in which the dependences name them."""
    strength: float
    """ρ in [0, 1]: the largest strength among the dependences."""
    dependences: tuple[str, ...]
    """Ids of the dependences that make the group."""


def groups_of(dependences: Iterable[Dependence]) -> dict[str, Group]:
    """The group of each source that has one. Cost: nearly linear in the dependences."""
    dependences = tuple(dependences)
    parent: dict[str, str] = {}

    def root(source: str) -> str:
        parent.setdefault(source, source)
        while parent[source] != source:
            parent[source] = source = parent[parent[source]]
        return source

    for dependence in dependences:
        first = root(dependence.sources[0])
        for other in dependence.sources[1:]:
            parent[root(other)] = first = root(first)
    members: dict[str, list[str]] = {}
    for source in parent:
        members.setdefault(root(source), []).append(source)
    strengths: dict[str, float] = {}
    names: dict[str, list[str]] = {}
    for dependence in dependences:
        top = root(dependence.sources[0])
        strengths[top] = max(dependence.strength, strengths.get(top, 0.0))
        names.setdefault(top, []).append(dependence.id or "")
    groups = {
        top: Group(sources=tuple(rows), strength=strengths[top], dependences=tuple(names[top]))
        for top, rows in members.items()
    }
    return {source: groups[root(source)] for source in parent}
