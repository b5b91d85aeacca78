"""Strongly connected components: what leads to each other."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeVar

_N = TypeVar("_N", bound=Hashable)


def components(arrows: Mapping[_N, Iterable[_N]]) -> list[list[_N]]:
    """The strongly connected components of a graph, each before those that lead to it.

    Cost: linear in nodes and arrows; no recursion.

    Example:
        >>> components({"a": ["b"], "b": ["a", "c"], "c": []})
        [['c'], ['b', 'a']]

    References:
        [tarjan-1972].
    """
    index: dict[_N, int] = {}
    low: dict[_N, int] = {}
    stack: list[_N] = []
    waiting: set[_N] = set()
    found: list[list[_N]] = []
    for start in arrows:
        if start in index:
            continue
        work = [(start, iter(arrows[start]))]
        index[start] = low[start] = len(index)
        stack.append(start)
        waiting.add(start)
        while work:
            node, rest = work[-1]
            for other in rest:
                if other not in index:
                    index[other] = low[other] = len(index)
                    stack.append(other)
                    waiting.add(other)
                    work.append((other, iter(arrows[other])))
                    break
                if other in waiting:
                    low[node] = min(low[node], index[other])
            else:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part: list[_N] = []
                    while not part or part[-1] != node:
                        part.append(stack.pop())
                        waiting.discard(part[-1])
                    found.append(part)
    return found
