"""The network: chains with grades and reasons, groups, rings, and families with their priors."""

from fractions import Fraction

import networkx as nx
import pytest
from hypothesis import example, given, strategies as st

from claimtrack.model.casebook import Casebook, Policy
from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Standing, Statement
from claimtrack.network.build import build
from claimtrack.network.components import Ring, strongly_connected

NAMES = "abcdefgh"
SOURCES = tuple(Source(id=name, name=name.upper()) for name in NAMES)
CLAIMS = tuple(Claim(id=name, text=f"{name}.") for name in NAMES)


def grouped(*dependences: tuple[str, float]) -> dict[str, tuple[frozenset[str], float]]:
    """For each source in a group: the group's members and strength."""
    made = tuple(Dependence(sources=tuple(names), kind="copies", strength=strength) for names, strength in dependences)
    groups = build(Casebook(sources=SOURCES, dependences=made)).groups
    return {name: (frozenset(group.sources), group.strength) for name, group in groups.items()}


def test_overlapping_dependences_join_with_the_largest_strength() -> None:
    """Dependences that share a source make one group, as strong as the strongest; others stay apart."""
    abcd, ef = frozenset("abcd"), frozenset("ef")
    assert {**dict.fromkeys("abcd", (abcd, 0.9)), **dict.fromkeys("ef", (ef, 0.2))} == grouped(
        ("ab", 0.3), ("cd", 0.9), ("ef", 0.2), ("bc", 0.1)
    )


def test_a_source_without_dependence_has_no_group() -> None:
    """Only sources that a dependence names have a group, and members keep the dependences' order."""
    book = Casebook(
        sources=SOURCES,
        dependences=(
            Dependence(id="one", sources=("b", "a"), kind="copies", strength=0.0),
            Dependence(sources=("a", "c"), kind="told by"),
        ),
    )
    groups = build(book).groups
    assert {"a", "b", "c"} == set(groups)
    assert (
        groups["a"].sources,
        groups["a"].strength,
        groups["a"].dependences,
    ) == (("b", "a", "c"), 1.0, ("one", "dependences-1"))
    assert groups["a"] is groups["b"] is groups["c"]


_DEPENDENCES = st.lists(
    st.tuples(st.sets(st.sampled_from(NAMES), min_size=2, max_size=3).map("".join), st.floats(0.0, 1.0)), max_size=6
)


@given(_DEPENDENCES)
@example([("ab", 0.1), ("cd", 0.2), ("ef", 0.3), ("de", 0.4), ("ac", 0.5)])
def test_groups_are_connected_components(dependences: list[tuple[str, float]]) -> None:
    """Groups are the connected components that networkx finds, each with its largest strength."""
    graph = nx.Graph()
    for names, _ in dependences:
        nx.add_path(graph, names)
    expected = {}
    for part in nx.connected_components(graph):
        strength = max(rho for names, rho in dependences if set(names) <= part)
        expected |= dict.fromkeys(part, (frozenset(part), strength))
    assert expected == grouped(*dependences)


@given(_DEPENDENCES)
def test_the_order_of_dependences_changes_no_group(dependences: list[tuple[str, float]]) -> None:
    """Groups are the same whichever dependence comes first."""
    assert grouped(*dependences) == grouped(*reversed(dependences))


def rings(links: list[tuple[str, str]], chains: list[str]) -> set[tuple[str, tuple[str, ...]]]:
    """The rings of links and of chains."""
    book = Casebook(
        sources=SOURCES,
        claims=CLAIMS,
        links=tuple(Link(from_claim=a, to_claim=b, sign="supports") for a, b in links),
        statements=tuple(Statement(origin=way[0], claim="a", stance="asserts", via=tuple(way[1:])) for way in chains),
    )
    return {(ring.kind, ring.members) for ring in build(book).rings}


def test_rings_are_found() -> None:
    """Claims that feed each other and sources that relay each other are rings; chains that end are none."""
    links = [("a", "b"), ("b", "c"), ("c", "a"), ("c", "d"), ("f", "e"), ("e", "f"), ("g", "g")]
    assert {
        ("links", ("a", "b", "c")),
        ("links", ("e", "f")),
        ("relays", ("b", "c")),
    } == rings(links, ["abc", "dcb", "ah", "he"])


def test_without_circles_no_ring() -> None:
    """A diamond of links and a fan of chains are no rings."""
    assert set() == rings([("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")], ["abcd", "abd", "acd"])


def test_rings_come_relays_first_and_in_the_casebooks_order() -> None:
    """Rings stand in a fixed order: relays, then links, each by its first member."""
    book = Casebook(
        claims=CLAIMS,
        links=tuple(Link(from_claim=a, to_claim=b, sign="undermines") for a, b in ("hg", "gh", "ba", "ab")),
    )
    assert (Ring(kind="links", members=("a", "b")), Ring(kind="links", members=("g", "h"))) == build(book).rings


@given(st.lists(st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)), max_size=20))
def test_components_are_networkx_s(arrows: list[tuple[str, str]]) -> None:
    """Strongly connected components are those of networkx, each before those that lead to it."""
    graph = nx.DiGraph(arrows)
    graph.add_nodes_from(NAMES)
    found = strongly_connected({node: list(graph.successors(node)) for node in NAMES})
    assert {frozenset(part) for part in nx.strongly_connected_components(graph)} == set(map(frozenset, found))
    place = {node: rank for rank, part in enumerate(found) for node in part}
    assert all(place[head] <= place[tail] for tail, head in arrows)


def test_a_long_chain_of_links_needs_no_deep_stack() -> None:
    """A ring of twenty thousand claims is found."""
    count = 20_000
    ring = {n: [(n + 1) % count] for n in range(count)}
    assert [count] == [len(part) for part in strongly_connected(ring)]


def one_chain(statement: Statement, *established: Established, policy: Policy | None = None, **source: object):
    """The chain of one statement by `kim` through `gazette` on a claim of topic `border`."""
    book = Casebook(
        policy=policy or Policy(),
        sources=(
            Source(id="kim", name="K", **source),
            Source(id="gazette", name="G", reliability="C", topics={"border": "E"}),
            Source(id="lee", name="L", reliability="F"),
        ),
        claims=(Claim(id="fell", text="F.", topic="border"), Claim(id="other", text="O.")),
        statements=(statement,),
        established=established,
    )
    ((chain,),) = (rows for rows in build(book).chains.values() if rows)
    return chain


def said(**fields: object) -> Statement:
    """Kim asserts that it fell."""
    return Statement(**{"origin": "kim", "claim": "fell", "stance": "asserts", **fields})


@pytest.mark.parametrize(
    ("override", "topics", "general", "claim", "grade"),
    [
        ("A", {"border": "B"}, "C", "fell", "A"),
        (None, {"border": "B"}, "C", "fell", "B"),
        (None, {"sport": "B"}, "C", "fell", "C"),
        (None, {"border": "B"}, "C", "other", "C"),
        (None, {}, None, "fell", None),
        (None, {"border": "B"}, None, "other", None),
        ("F", {"border": "B"}, "C", "fell", "F"),
    ],
)
def test_grades(override: str | None, topics: dict, general: str | None, claim: str, grade: str | None) -> None:
    """A statement's own grade comes first, then the source's for the claim's topic, then its general one."""
    chain = one_chain(said(reliability=override, claim=claim), topics=topics, reliability=general)
    assert grade == chain.grade


def test_relays_have_their_own_grades() -> None:
    """Each relay counts with its grade for the topic; the statement's override is the origin's alone."""
    chain = one_chain(said(via=("gazette", "lee"), reliability="A"))
    assert (chain.grade, chain.relay_grades) == ("A", ("E", "F"))
    assert chain.without_basis == ("lee",)
    assert frozenset({"kim", "gazette", "lee"}) == chain.path
    assert one_chain(said(via=("gazette",), claim="other")).relay_grades == ("C",)


@pytest.mark.parametrize("lineage", ["witnessed", "took part", "decided", "recorded"])
def test_first_hand_is_established(lineage: str) -> None:
    """The four first-hand lineages establish a statement, and say so."""
    assert f"first-hand: {lineage}" == one_chain(said(lineage=lineage)).established


@pytest.mark.parametrize("lineage", ["told", "deduced", "unknown"])
def test_other_lineages_are_not(lineage: str) -> None:
    """Told, deduced and unknown establish nothing by themselves."""
    assert one_chain(said(lineage=lineage)).established is None


def test_an_analyst_s_reason_establishes() -> None:
    """A record with its reason establishes its source, on all claims or on the one it names; never another's."""
    everywhere = Established(source="kim", because="met in person")
    here = Established(source="kim", because="was at the bridge", claim="fell")
    there = Established(source="kim", because="elsewhere", claim="other")
    another = Established(source="gazette", because="reporter on the spot")
    assert one_chain(said(), everywhere).established == "met in person"
    assert one_chain(said(), everywhere, here).established == "was at the bridge"
    assert one_chain(said(), there).established is None
    assert one_chain(said(via=("gazette",)), another).established is None
    assert one_chain(said(lineage="witnessed"), everywhere).established == "first-hand: witnessed"


def test_the_policy_may_assume_independence() -> None:
    """Under the policy `assumed` every statement counts as established, and the reason says that it is assumed."""
    assert "assumes" in (one_chain(said(), policy=Policy(independence="assumed")).established or "")


@pytest.mark.parametrize("standing", ["corrected", "retracted"])
def test_what_no_longer_stands_is_no_chain(standing: str) -> None:
    """A corrected or retracted statement makes no chain, and its claim is still there."""
    book = Casebook(
        sources=SOURCES,
        claims=CLAIMS,
        statements=(Statement(origin="a", claim="a", stance="asserts", standing=Standing(is_=standing)),),
    )
    assert build(book).chains["a"] == ()


def family(*priors: float | None, exhaustive: bool = False):
    """The family of rivals c0, c1, … with these priors."""
    claims = tuple(Claim(id=f"c{n}", text="C.", prior=prior) for n, prior in enumerate(priors))
    question = Question(id="q", text="?", claims=tuple(claim.id for claim in claims), exhaustive=exhaustive)
    network = build(Casebook(claims=claims, questions=(question,)))
    families = {id(network.families[claim.id]) for claim in claims}
    assert len(families) == 1
    return network.families["c0"]


@pytest.mark.parametrize(
    ("given", "exhaustive", "priors", "none"),
    [
        ((None, None), False, (Fraction(1, 3), Fraction(1, 3)), Fraction(1, 3)),
        ((None, None), True, (Fraction(1, 2), Fraction(1, 2)), 0),
        ((None, None, None), True, (Fraction(1, 3),) * 3, 0),
        ((None,), False, (Fraction(1, 2),), Fraction(1, 2)),
        ((0.5, None), False, (Fraction(1, 2), Fraction(1, 4)), Fraction(1, 4)),
        ((0.5, None, None), True, (Fraction(1, 2), Fraction(1, 4), Fraction(1, 4)), 0),
        ((0.25, 0.25), False, (Fraction(1, 4), Fraction(1, 4)), Fraction(1, 2)),
        ((0.4, 0.6), False, (Fraction(2, 5), Fraction(3, 5)), 0),
        ((0.4, 0.6), True, (Fraction(2, 5), Fraction(3, 5)), 0),
        ((0.1,) * 10, False, (Fraction(1, 10),) * 10, 0),
    ],
)
def test_priors_of_rivals(given: tuple, exhaustive: bool, priors: tuple, none: Fraction) -> None:  # noqa: FBT001
    """Rivals without a prior share what the stated ones leave: 1/k each when exhaustive, else 1/(k+1) each."""
    found = family(*given, exhaustive=exhaustive)
    assert [float(prior) for prior in priors] == pytest.approx(list(found.priors.values()))
    assert float(none) == pytest.approx(found.none_of_these, abs=1e-12)
    assert (none == 0) == (found.none_of_these == 0.0)


@given(st.lists(st.none() | st.floats(0.001, 0.2), min_size=1, max_size=5))
def test_priors_add_up(given: list) -> None:
    """The priors of a family and what is left to none of these make 1, and each prior is within (0, 1)."""
    found = family(*given)
    assert pytest.approx(1.0) == sum(found.priors.values()) + found.none_of_these
    assert all(0.0 < prior < 1.0 for prior in found.priors.values())


def test_two_rivals_and_nothing_else_are_a_negation() -> None:
    """An exhaustive question of two is one claim and its negation; no other question is."""
    assert family(None, None, exhaustive=True).is_negation
    assert family(0.4, 0.6).is_negation
    assert not family(None, None).is_negation
    assert not family(None, None, None, exhaustive=True).is_negation


def test_lone_claims_and_opinions() -> None:
    """A claim outside questions has one half or its own prior; an opinion has no family."""
    network = build(
        Casebook(
            claims=(
                Claim(id="a", text="A."),
                Claim(id="b", text="B.", prior=0.1),
                Claim(id="c", text="C.", kind="opinion"),
                Claim(id="d", text="D.", kind="prediction"),
            )
        )
    )
    assert {name: row.priors[name] for name, row in network.families.items()} == {"a": 0.5, "b": 0.1, "d": 0.5}
    assert pytest.approx(0.9) == network.families["b"].none_of_these
    assert not network.families["a"].is_negation


def test_a_network_cannot_be_changed() -> None:
    """The mappings of a network are read-only."""
    network = build(Casebook(sources=SOURCES, claims=CLAIMS))
    for table in (network.sources, network.claims, network.chains, network.groups, network.families):
        with pytest.raises(TypeError):
            table["x"] = None
