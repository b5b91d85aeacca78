"""Maximum flow in whole numbers, which are exact: neither order nor names of nodes can change it.

`origin_evidence.aggregation` builds the graph, and says what is the source and what the capacities are.
"""

from collections import deque
from collections.abc import Hashable, Iterable

from claimtrack._records import record


@record
class MaximumFlow:
    """A maximum flow and the smallest set of nodes on the source's side of a minimum cut."""

    value: int
    """How much flows, a whole number >= 0."""
    near: frozenset[Hashable]
    """The nodes that could still be reached from the source; the same for every maximum flow."""


@record
class _Residual:
    """The residual graph: an arc and its reverse have numbers that differ in the last bit alone."""

    ends: list[int]
    """The node that each arc leads to."""
    room: list[int]
    """How much more each arc can take."""
    arcs: list[list[int]]
    """The arcs that leave each node."""


def maximum_flow(arrows: Iterable[tuple[Hashable, Hashable, int]], source: Hashable, sink: Hashable) -> MaximumFlow:
    """The maximum flow through arrows (tail, head, capacity) from a source to a sink.

    Cost: linear where one pass fills the graph, as in a tree of chains; O(V²E) at the very worst.

    Example:
        >>> maximum_flow([("s", "a", 3), ("s", "b", 2), ("a", "t", 1), ("b", "t", 5)], "s", "t").value
        3

    References:
        [dinitz-1970].
    """
    numbers: dict[Hashable, int] = {source: 0, sink: 1}
    graph = _Residual(ends=[], room=[], arcs=[[], []])
    for tail, head, capacity in arrows:
        for node in (tail, head):
            if node not in numbers:
                numbers[node] = len(numbers)
                graph.arcs.append([])
        for end, back, room in ((numbers[head], numbers[tail], capacity), (numbers[tail], numbers[head], 0)):
            graph.arcs[back].append(len(graph.ends))
            graph.ends.append(end)
            graph.room.append(room)
    # Dinic's method: fill all shortest ways at once, which makes every way left longer; stop when none is left.
    value = 0
    levels = _levels(graph)
    while levels[1] >= 0:
        value += _fill(graph, levels)
        levels = _levels(graph)
    return MaximumFlow(value=value, near=frozenset(node for node, number in numbers.items() if levels[number] >= 0))


def _levels(graph: _Residual) -> list[int]:
    """How many arrows with room lead from the source to each node; -1 where none do."""
    levels = [-1] * len(graph.arcs)
    levels[0] = 0
    waiting = deque([0])
    while waiting:
        node = waiting.popleft()
        for arc in graph.arcs[node]:
            end = graph.ends[arc]
            if graph.room[arc] and levels[end] < 0:
                levels[end] = levels[node] + 1
                waiting.append(end)
    return levels


def _fill(graph: _Residual, levels: list[int]) -> int:
    """Send what the shortest ways can take, and return how much that was."""
    # Walk from the source along arcs that lead one level on. At the sink, send the least room on the path and go on
    # from the first arc that is full. In a dead end, step back. `next_arc` never moves back, since an arc once found
    # useless stays so in this pass: that keeps the pass from trying the same dead ends for every path.
    ends, room, arcs = graph.ends, graph.room, graph.arcs
    next_arc = [0] * len(arcs)
    path: list[int] = []
    node, sent = 0, 0
    while True:
        if node == 1:
            least = min(room[arc] for arc in path)
            sent += least
            for arc in path:
                room[arc] -= least
                room[arc ^ 1] += least
            full = next(rank for rank, arc in enumerate(path) if not room[arc])
            node = ends[path[full] ^ 1]
            del path[full:]
            continue
        row = arcs[node]
        while next_arc[node] < len(row):
            arc = row[next_arc[node]]
            if room[arc] and levels[ends[arc]] == levels[node] + 1:
                break
            next_arc[node] += 1
        else:
            if not path:
                return sent
            node = ends[path.pop() ^ 1]
            next_arc[node] += 1
            continue
        path.append(arc)
        node = ends[arc]
