"""Dependences that overlap, brought together."""

from collections.abc import Iterable

from claimtrack.model.records import Dependence


def united(dependences: Iterable[Dependence]) -> list[list[Dependence]]:
    """Dependences that overlap, directly or through others, together. Cost: nearly linear."""
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
