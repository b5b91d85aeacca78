"""Maximum flow, against networkx, to the last unit."""

from itertools import pairwise

import networkx as nx
from hypothesis import example, given, strategies as st

from claimtrack.scoring.max_flow import maximum_flow

Arrows = list[tuple[object, object, int]]
_CAPACITY = st.integers(0, 12) | st.integers(0, 10**18) | st.just(0)


@st.composite
def layered(draw: st.DrawFn) -> Arrows:
    """Arrows from a source through up to four layers to a sink, with some that jump or run back."""
    widths = draw(st.lists(st.integers(1, 4), min_size=1, max_size=4))
    layers: list[list[object]] = [["s"], *([(rank, n) for n in range(w)] for rank, w in enumerate(widths)), ["t"]]
    arrows: Arrows = []
    for tails, heads in pairwise(layers):
        for tail in tails:
            arrows += [(tail, head, draw(_CAPACITY)) for head in heads if draw(st.booleans())]
    nodes = [node for layer in layers for node in layer]
    some = st.tuples(st.sampled_from(nodes), st.sampled_from(nodes), _CAPACITY)
    extra = draw(st.lists(some.filter(lambda a: a[0] != a[1]), max_size=4))
    return draw(st.permutations(arrows + extra))


def graph_of(arrows: Arrows) -> nx.DiGraph:
    """The same graph for networkx, parallel arrows added up."""
    graph = nx.DiGraph()
    graph.add_nodes_from("st")
    for tail, head, capacity in arrows:
        before = graph.edges[tail, head]["capacity"] if graph.has_edge(tail, head) else 0
        graph.add_edge(tail, head, capacity=before + capacity)
    return graph


@given(layered())
@example([])
@example([("s", "t", 3), ("s", "t", 4)])
@example([("s", "a", 1), ("a", "b", 1), ("b", "t", 1), ("s", "b", 1), ("a", "t", 1)])
@example([("s", "a", 10**18), ("s", "b", 10**18), ("a", "b", 1), ("a", "t", 10**18), ("b", "t", 10**18)])
@example([("a", "s", 5), ("t", "a", 5), ("s", "a", 2), ("a", "t", 1)])
def test_the_flow_is_networkx_s(arrows: Arrows) -> None:
    """The value of the flow is the one that networkx finds, in whole numbers."""
    assert nx.maximum_flow_value(graph_of(arrows), "s", "t") == maximum_flow(arrows, "s", "t").value


@given(layered())
def test_the_near_side_is_a_minimum_cut(arrows: Arrows) -> None:
    """The nodes on the source's side are cut from the rest by arrows that carry just the flow."""
    flow = maximum_flow(arrows, "s", "t")
    assert "s" in flow.near
    assert "t" not in flow.near
    assert flow.value == sum(c for tail, head, c in arrows if tail in flow.near and head not in flow.near)


@given(layered(), st.randoms(use_true_random=False))
def test_neither_order_nor_names_change_anything(arrows: Arrows, chance) -> None:
    """Other names and another order of arrows give the same value and the same cut."""
    names = {node: f"n{rank}" for rank, node in enumerate(sorted({n for a in arrows for n in a[:2]}, key=str))}
    mixed = [(names[tail], names[head], capacity) for tail, head, capacity in arrows]
    chance.shuffle(mixed)
    one = maximum_flow(arrows, "s", "t")
    other = maximum_flow(mixed, names.get("s", "s"), names.get("t", "t"))
    assert one.value == other.value
    assert {names.get(node, node) for node in one.near} == set(other.near)


def test_a_long_path_needs_no_deep_stack() -> None:
    """A path of fifty thousand arrows carries what its narrowest takes."""
    count = 50_000
    arrows = [("s", 0, 9), *((n, n + 1, 9 - (n == 777)) for n in range(count)), (count, "t", 9)]
    assert maximum_flow(arrows, "s", "t").value == 8
