"""Parts of a network: what can move a claim, what a statement can move, and the casebook with only that."""

from collections.abc import Iterable

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.statements import Standing, Statement
from claimtrack.network.build import Network


def upstream(network: Network, *claims: str) -> tuple[str, ...]:
    """The claims that can move some claims: they and their rivals, what leads to these over links, and so on.

    Cost: linear in the links that lead there.
    """
    found = dict.fromkeys(name for claim in claims for name in network.families[claim].claims)
    waiting = list(found)
    while waiting:
        for link in network.inflow.get(waiting.pop(), ()):
            if link.from_claim not in found:
                more = network.families[link.from_claim].claims
                found.update(dict.fromkeys(more))
                waiting += more
    return tuple(found)


def downstream(network: Network, statements: Iterable[str]) -> tuple[str, ...]:
    """The claims that some statements can move: those that they are about, with rivals and what these lead to.

    Cost: linear in the statements, claims and links.
    """
    named = set(statements)
    said = (one.claim for one in network.casebook.statements if one.id in named and one.claim in network.families)
    found = reached_from(network, said)
    return tuple(claim for claim in network.families if claim in found)


def reached_from(network: Network, claims: Iterable[str]) -> set[str]:
    """The claims that a change of some can move: these, their rivals and what they lead to.

    Cost: linear in the claims that are reached, and in the links of the network.
    """
    waiting = list(claims)
    leads: dict[str, list[str]] = {}
    for to, links in network.inflow.items():
        for link in links:
            leads.setdefault(link.from_claim, []).append(to)
    found: set[str] = set()
    while waiting:
        claim = waiting.pop()
        if claim not in found:
            found.add(claim)
            waiting += network.families[claim].claims
            waiting += leads.get(claim, ())
    return found


def restrict(network: Network, *claims: str) -> Casebook:
    """Restrict a casebook to what can move some claims.

    It holds the statements that stand, without their documents and what would replace them, and no notes. A method
    that keeps *directionality* gives the claims the same scores.

    Cost: linear in what bears on the claims, and in the claims, questions, dependences, documents and established
    sources of the casebook.
    """
    book = network.casebook
    known = set(upstream(network, *claims))
    # In the order of the casebook, so that rings are worked out in the same order, to the last bit.
    bearing = [claim.id for claim in book.claims if claim.id in known]
    statements = tuple(_alone(chain.statement) for name in bearing for chain in network.chains[name])
    examined = {exhibit for said in statements for exhibit in said.exhibits}
    named = (source for said in statements for source in (said.origin, *said.relays, *said.exhibits))
    sources = dict.fromkeys(source for source in named if source in network.sources)
    groups = [network.groups[source] for source in sources if source in network.groups]
    joining = {name for group in groups for name in group.dependences}
    sources.update(dict.fromkeys(source for group in groups for source in group.sources))
    return Casebook(
        title=book.title,
        policy=book.policy,
        sources=tuple(network.sources[source] for source in sources),
        questions=tuple(one for one in book.questions if not known.isdisjoint(one.claims)),
        claims=tuple(network.claims[name] for name in bearing),
        statements=statements,
        links=tuple(link for name in bearing for link in network.inflow.get(name, ())),
        dependences=tuple(one for one in book.dependences if one.id in joining),
        unshown=tuple(one for one in book.unshown if one.id in joining),
        documents=tuple(one for one in book.documents if one.id in examined),
        established=tuple(
            one for one in book.established if one.source in sources and (one.claim is None or one.claim in known)
        ),
    )


def _alone(statement: Statement) -> Statement:
    """A statement that stands, without what it refers to besides sources, exhibits and its claim."""
    if statement.document is None and statement.standing.by is None:
        return statement
    return evolve(statement, document=None, standing=Standing())
