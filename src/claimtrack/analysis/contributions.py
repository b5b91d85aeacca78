"""Contributions to a claim: what each origin, relay and link adds, and what would be lost without it."""

from collections.abc import Callable, Iterable, Mapping, Sequence, Set as AbstractSet
from hashlib import sha256
from math import factorial, fsum, sqrt
from typing import Literal

from claimtrack._records import record
from claimtrack.analysis.rerun import Reruns, begun_again

ContributorKind = Literal["origin", "relay", "link"]

EXACT = 8
"""Contributions are exact up to this many players; with more, orders of them are sampled."""
_MOST_RUNS = 1000
_SHARE = 0.4
"""How much of what is left of the budget goes to the shares of origins, of relays, and of links."""
_FEWEST_ORDERS, _MOST_ORDERS = 3, 24
_RUNS_A_PLAYER = 2 + 2 * _FEWEST_ORDERS
"""Each of many players is tried alone, left out, and in three orders and their reverses."""
_NOTABLE = 0.005
_LITTLE = 0.1

DIRECTLY = "directly"
"""The player for whatever comes through no relay, or over no link."""
_REST = "the rest together"
"""The player for all that are not looked into one by one."""


@record
class Contribution:
    """What one origin, relay or link contributes to the probability of a claim."""

    id: str
    """Id of the origin, relay or link; empty for what comes through no relay, or over no link."""
    by_itself: float
    """P with it alone, less the probability before any evidence."""
    if_lost: float
    """P as it is, less P without it (leave-one-out)."""
    shapley: float
    """Its Shapley value: what it adds on average, over all orders in which the players could have come in."""
    error: float = 0.0
    """Two standard errors of the Shapley value; 0 where it is exact."""

    @property
    def redundant(self) -> bool:
        """Whether it is worth much alone, and hardly anything beside the others."""
        return abs(self.by_itself) >= _NOTABLE and abs(self.if_lost) <= _LITTLE * abs(self.by_itself)


@record
class Shares:
    """The shares of all origins, of all relays, or of all links in what moves a claim."""

    kind: ContributorKind
    """What contributes."""
    contributions: tuple[Contribution, ...]
    """The largest Shapley value first, whatever its sign."""
    exact: bool
    """Whether the Shapley values are exact, or sampled with a stated error."""
    rest: Contribution | None = None
    """What all others contribute together, as one; None where there are no others."""
    others: int = 0
    """How many others there are: they were not looked into one by one."""

    @property
    def largest(self) -> Contribution | None:
        """The largest contribution in the direction of the whole; None if nothing moves the claim."""
        whole = fsum(one.shapley for one in self.everything)
        along = [one for one in self.contributions if one.shapley * whole > 0.0]
        return max(along, key=lambda one: abs(one.shapley)) if along else None

    @property
    def everything(self) -> tuple[Contribution, ...]:
        """All contributions, and that of the rest."""
        return self.contributions if self.rest is None else (*self.contributions, self.rest)


@record
class Contributions:
    """Everything that contributes to a claim."""

    claim: str
    """Id of the claim."""
    before: float
    """Its probability before any evidence."""
    probability: float
    """Its probability."""
    origins: Shares
    """The shares of the origins. Shapley values add up to `probability - before`."""
    relays: Shares
    """The shares of the relays, and of what was heard directly; they add up to the same."""
    links: Shares
    """The shares of the links, and of what was said of the claim itself; they add up to the same."""

    @property
    def share(self) -> tuple[str, float] | None:
        """The origin that contributes most, and its share of all that the origins move, in [0, 1]; or None."""
        most = self.origins.largest
        if most is None:
            return None
        return most.id, abs(most.shapley) / fsum(abs(one.shapley) for one in self.origins.everything)


@begun_again
def find_contributions(reruns: Reruns) -> Contributions:
    """Find what each origin, relay and link contributes to a claim.

    Three games share out the same whole, P less the prior: among origins, among relays (and what is heard directly),
    and among links (and what is said of the claim or a rival itself). A statement is in where its origin is, or all of
    its relays are. Up to 8 players, Shapley values are exact; with more, they are means over 6 to 48 orders of the
    players, as many as come out at some 1,000 runs, which are the same every time. Where the budget does not go so far,
    only those that weigh most are players of their own, and the rest are one player together.

    Cost: at most 2⁸ runs for each game of up to 8 players; 1,000 runs, or 8 a player, for a larger one; all within a
    share of the budget.

    References:
        [shapley-1953], [kampik-2024].
    """
    said = reruns.casebook.statements
    origins = _gathered((one.origin, one.id or "") for one in said)
    relays = _gathered((relay, one.id or "") for one in said for relay in one.relays)
    directly = frozenset(one.id or "" for one in said if not one.relays)
    mine = frozenset(one.id or "" for one in said if one.claim in reruns.family.claims)
    links = dict.fromkeys(link.id or "" for link in reruns.casebook.links)
    # What comes through nobody is a player too: without it the shares of the relays would not add up to the whole.
    if directly and relays:
        relays = {**relays, DIRECTLY: directly}
    return Contributions(
        claim=reruns.claim,
        before=reruns.prior,
        probability=reruns.without()[reruns.claim],
        origins=_game("origin", tuple(origins), lambda out: _without(reruns, origins, out), reruns),
        relays=_game(
            "relay",
            tuple(relays) or ((DIRECTLY,) if directly else ()),
            lambda out: _without(reruns, relays or {DIRECTLY: directly}, out),
            reruns,
        ),
        links=_game(
            "link",
            (*links, DIRECTLY) if mine or not links else tuple(links),
            lambda out: reruns.without(mine if DIRECTLY in out else (), out - {DIRECTLY})[reruns.claim],
            reruns,
        ),
    )


def _gathered(pairs: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    """The statements of each player."""
    found: dict[str, set[str]] = {}
    for name, statement in pairs:
        found.setdefault(name, set()).add(statement)
    return {name: frozenset(mine) for name, mine in found.items()}


def _without(reruns: Reruns, players: Mapping[str, frozenset[str]], out: AbstractSet[str]) -> float:
    return reruns.without(frozenset().union(*(players[name] for name in out)))[reruns.claim]


def _game(
    kind: ContributorKind, players: Sequence[str], worth: Callable[[frozenset[str]], float], reruns: Reruns
) -> Shares:
    """Share out among the players what they move together.

    Args:
        kind: what contributes.
        players: all of them.
        worth: P where some players are out.
        reruns: whose claim it is about.
    """
    most = reruns.affordable(_SHARE)
    rest = frozenset[str]()
    if _needed(len(players)) > most:
        few = max(count for count in range(EXACT + 1) if _needed(count) <= max(most, 1))
        many = most // _RUNS_A_PLAYER
        kept = max((many if many > EXACT else few) - 1, 0)
        chosen = reruns.choose(f"shares of {kind}s", players, kept, lambda name: (name,))
        rest = frozenset(players).difference(chosen)
        players = [*chosen, _REST]

    def worth_of(out: frozenset[str]) -> float:
        return worth(out - {_REST} | rest if _REST in out else out)

    everyone = frozenset(players)
    nobody_out = worth_of(frozenset())
    alone = {name: worth_of(everyone - {name}) - reruns.prior for name in players}
    lost = {name: nobody_out - worth_of(frozenset({name})) for name in players}
    exact = len(players) <= EXACT
    shares = _exactly(players, worth_of) if exact else _sampled(players, worth_of, (alone, lost), most)
    found = {
        name: Contribution(
            id="" if name in (DIRECTLY, _REST) else name,
            by_itself=alone[name],
            if_lost=lost[name],
            shapley=shares[name][0],
            error=shares[name][1],
        )
        for name in players
    }
    together = found.pop(_REST, None)
    return Shares(
        kind=kind,
        contributions=tuple(sorted(found.values(), key=lambda one: (-abs(one.shapley), one.id))),
        exact=exact,
        rest=together,
        others=len(rest),
    )


def _needed(players: int) -> int:
    """How many runs the shares of so many players take at least."""
    return 1 << players if players <= EXACT else _RUNS_A_PLAYER * players


def _exactly(players: Sequence[str], worth: Callable[[frozenset[str]], float]) -> dict[str, tuple[float, float]]:
    """Σ over sets without a player of |S|!(n - |S| - 1)!/n! times what it adds to the set."""
    count = len(players)
    sets = [
        frozenset(name for place, name in enumerate(players) if number >> place & 1) for number in range(1 << count)
    ]
    values = [worth(out) for out in sets]
    weight = [factorial(size) * factorial(count - size - 1) / factorial(count) for size in range(count)]
    return {
        name: (
            fsum(
                weight[len(out)] * (values[number] - values[number | 1 << place])
                for number, out in enumerate(sets)
                if not number >> place & 1
            ),
            0.0,
        )
        for place, name in enumerate(players)
    }


def _sampled(
    players: Sequence[str],
    worth: Callable[[frozenset[str]], float],
    known: tuple[Mapping[str, float], Mapping[str, float]],
    most: int,
) -> dict[str, tuple[float, float]]:
    """The mean of what each player adds, over some orders and their reverses; two standard errors of it.

    The orders depend on what the players are worth, and not on their names or on the order of the casebook.
    """
    alone, lost = known
    # Each order is paired with its reverse: what a player adds early in one it adds late in the other, and the mean of
    # the two varies less than that of two orders drawn apart.
    orders = min(max(min(_MOST_RUNS, most) // (2 * len(players)), _FEWEST_ORDERS), _MOST_ORDERS)
    # Players take their ranks by worth, and a rank its place by a hash: renaming a source changes no order.
    ranked = sorted(players, key=lambda name: (-abs(alone[name]), -abs(lost[name]), alone[name], lost[name], name))
    pairs: dict[str, list[float]] = {name: [] for name in players}
    for number in range(orders):
        order = sorted(range(len(ranked)), key=lambda rank: sha256(f"{number} {rank}".encode()).digest())
        added = [_added([ranked[rank] for rank in way], worth) for way in (order, order[::-1])]
        for name in players:
            pairs[name].append((added[0][name] + added[1][name]) / 2.0)
    found = {}
    for name, values in pairs.items():
        mean = fsum(values) / orders
        spread = fsum((value - mean) ** 2 for value in values) / (orders - 1)
        found[name] = (mean, 2.0 * sqrt(spread / orders))
    return found


def _added(order: Sequence[str], worth: Callable[[frozenset[str]], float]) -> dict[str, float]:
    """What each player takes away if all leave in this order."""
    found = {}
    out: frozenset[str] = frozenset()
    before = worth(out)
    for name in order:
        out |= {name}
        after = worth(out)
        found[name] = before - after
        before = after
    return found
