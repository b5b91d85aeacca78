"""The working: the steps that made a claim's score, in order, each with its numbers and its source."""

from collections.abc import Iterable, Iterator
from math import fsum

from claimtrack.scoring.assessment import Side as SideName, Step
from claimtrack.scoring.origin_evidence.aggregation import Pool, best_of
from claimtrack.scoring.origin_evidence.inputs import Ground, Told
from claimtrack.scoring.origin_evidence.weights import POINT


def steps_of(ground: Ground, claim: str, side: SideName, pool: Pool) -> Iterator[Step]:
    """The steps from the statements and links on one side of a claim to what they weigh together."""
    told = ground.told(claim, side)
    yield from _statements(told, side)
    yield from _repetitions(told, side)
    yield from _links(ground, claim, side, pool)
    yield from _sums(pool, side)
    yield from _not_established(pool, side)


def _statements(told: Iterable[Told], side: SideName) -> Iterator[Step]:
    """Section 1: what each statement weighs, or that it is set aside."""
    for chain, weighed in told:
        said = chain.statement
        if chain.without_basis and weighed.weights[POINT] == 0.0:
            inputs = (said.id or "", *chain.without_basis)
            yield Step(rule="set aside", inputs=inputs, before=0.0, after=0.0, side=side, cites="fm-2-22.3")
            continue
        yield Step(
            rule="statement",
            inputs=(said.id or "", said.origin, *said.via),
            before=0.0,
            after=weighed.weights[POINT],
            side=side,
            numbers=weighed.numbers,
            cites="bovens-hartmann-2003",
        )


def _repetitions(told: Iterable[Told], side: SideName) -> Iterator[Step]:
    """Section 2: where an origin has several statements that count, the strongest does."""
    mine: dict[tuple[bool, str], list[Told]] = {}
    for row in told:
        if row.weighed.weights[POINT] > 0.0:
            mine.setdefault((row.chain.established is not None, row.chain.statement.origin), []).append(row)
    for (_, origin), rows in sorted(mine.items(), key=lambda item: not item[0][0]):
        if len(rows) > 1:
            weights = [row.weighed.weights[POINT] for row in rows]
            inputs = (origin, *(row.chain.statement.id or "" for row in rows))
            yield Step(rule="repetition", inputs=inputs, before=fsum(weights), after=max(weights), side=side)


def _links(ground: Ground, claim: str, side: SideName, pool: Pool) -> Iterator[Step]:
    """Section 5: what comes over each link."""
    bearings = {bearing.link: bearing for bearing in ground.bearings(claim, side)}
    for feed in pool.feeds:
        bearing = bearings[feed.link]
        best = best_of(feed.side.routes)
        sure = min(feed.carries, fsum(best.values()))
        origins = dict.fromkeys(origin for origin, _ in (*feed.side.routes, *feed.side.unsure))
        yield Step(
            rule="link",
            inputs=(feed.link, bearing.source, *origins),
            before=feed.net,
            after=max(sure, max(feed.side.unsure.values(), default=0.0)),
            side=side,
            numbers={
                "strength": bearing.strength,
                "carries": feed.carries,
                "established": sure,
                "not established": max(feed.side.unsure.values(), default=0.0),
                **{f"from {origin}": weight for origin, weight in best.items()},
            },
            cites="schum-1994",
        )


def _sums(pool: Pool, side: SideName) -> Iterator[Step]:
    """Section 3: what is established, together."""
    best = pool.best
    for group, members, after in pool.groups:
        yield Step(
            rule="dependence",
            inputs=(*group.dependences, *members),
            before=fsum(best[name] for name in members),
            after=after,
            side=side,
            numbers={"strength": group.strength},
            cites="denoeux-2008",
        )
    if len(best) > 1:
        largest = max(best.values())
        shares = _shares(pool) if pool.groups else best
        yield Step(rule="sum", inputs=tuple(best), before=largest, after=pool.together, side=side, numbers=shares)
    if pool.sure < pool.together and (pool.full or pool.full_links):
        limits = {relay: pool.side.limits[relay] for relay in pool.full}
        limits |= {feed.link: feed.carries for feed in pool.feeds if feed.link in pool.full_links}
        yield Step(
            rule="link cap" if pool.full_links else "one mouth",
            inputs=(*pool.full_links, *pool.full),
            before=pool.together,
            after=pool.sure,
            side=side,
            numbers=limits,
            cites="dietrich-list-2004",
        )


def _shares(pool: Pool) -> dict[str, float]:
    """What each lone origin weighs, and each group, under the first of its members that speaks."""
    grouped = {name for _, members, _ in pool.groups for name in members}
    shares = {name: weight for name, weight in pool.best.items() if name not in grouped}
    return shares | {members[0]: after for _, members, after in pool.groups}


def _not_established(pool: Pool, side: SideName) -> Iterator[Step]:
    """Section 3: what is not established holds a claim up at most alone."""
    best = best_of(pool.side.unsure)
    if best:
        yield Step(
            rule="not established",
            inputs=tuple(sorted(best, key=lambda name: -best[name])),
            before=pool.sure,
            after=pool.weight,
            side=side,
            numbers={"strongest": max(best.values())},
            cites="stanag-2511",
        )
