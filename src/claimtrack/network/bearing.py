"""What bears on a claim: the part of a casebook that can move its score."""

from claimtrack._record import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Standing, Statement
from claimtrack.network.network import Network

__all__ = ["bearing_on", "upstream"]


def upstream(network: Network, claim: str) -> tuple[str, ...]:
    """The claims that can move a claim: it and its rivals first, then what leads to these over links, and so on.

    Cost: linear in the links that lead there.
    """
    found = dict.fromkeys(network.families[claim].claims)
    waiting = list(found)
    while waiting:
        for link in network.inflow.get(waiting.pop(), ()):
            if link.from_claim not in found:
                more = network.families[link.from_claim].claims
                found.update(dict.fromkeys(more))
                waiting += more
    return tuple(found)


def bearing_on(network: Network, claim: str) -> Casebook:
    """The casebook with nothing in it but what can move a claim.

    It holds the statements that stand, without their documents and what would replace them, and no notes. A method
    that keeps *directionality* gives the claim the same score.

    Cost: linear in what bears on the claim, and in the dependences and what was established.
    """
    book = network.casebook
    claims = upstream(network, claim)
    statements = tuple(_alone(chain.statement) for name in claims for chain in network.chains[name])
    sources = dict.fromkeys(source for said in statements for source in (said.origin, *said.via))
    groups = [network.groups[source] for source in sources if source in network.groups]
    joining = {name for group in groups for name in group.dependences}
    sources.update(dict.fromkeys(source for group in groups for source in group.sources))
    questions = {family.question.id: family.question for name in claims if (family := network.families[name]).question}
    known = set(claims)
    return Casebook(
        title=book.title,
        policy=book.policy,
        sources=tuple(network.sources[source] for source in sources),
        questions=tuple(questions.values()),
        claims=tuple(network.claims[name] for name in claims),
        statements=statements,
        links=tuple(link for name in claims for link in network.inflow.get(name, ())),
        dependences=tuple(one for one in book.dependences if one.id in joining),
        established=tuple(
            one for one in book.established if one.source in sources and (one.claim is None or one.claim in known)
        ),
    )


def _alone(statement: Statement) -> Statement:
    """A statement that stands, without what it refers to besides sources and its claim."""
    if statement.document is None and statement.standing.by is None:
        return statement
    return evolve(statement, document=None, standing=Standing())
