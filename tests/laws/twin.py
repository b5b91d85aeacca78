"""A slow twin of the default method, written from its description alone: plain loops, no shortcut, no shared code.

Every weight is pooled by networkx's maximum flow; every claim is scored on the whole casebook without its question,
with both tracks run over all of it until nothing moves. It is there to be compared with, and to be read.
"""

from fractions import Fraction
from math import inf
from typing import Any, NamedTuple

import networkx as nx

import claimtrack as ct
from claimtrack.scoring.assessment import Estimate
from claimtrack.subjective_logic.opinions import Opinion

BANDS = {
    "A": (0.80, 0.90, 0.96),
    "B": (0.45, 0.60, 0.75),
    "C": (0.20, 0.35, 0.50),
    "D": (0.05, 0.15, 0.25),
    "E": (0.0, 0.0, 0.10),
    "F": (0.0, 0.0, 0.60),
}
"""f of each grade: at the low end of its band, as graded, and at the high end."""
HARSH, POINT, KIND = 0, 1, 2
PROPENSITY = {"neutral": 0.5, "serves": 1.0, "against": 0.05}
STRENGTH = {"weak": 0.3, "moderate": 0.6, "strong": 0.9}
FIRST_HAND = {"witnessed", "took part", "decided", "recorded"}
TRACKS = {"as things stand": ((POINT, POINT), (POINT, POINT)), "bounds": ((HARSH, KIND), (KIND, HARSH))}
"""For the lower and the upper bound: where in its band each grade is taken, for what supports and for what opposes."""


class Pool(NamedTuple):
    """What one side of a claim weighs: S, U, the routes of both, and the ceilings of the relays."""

    sure: float
    unsure: float
    routes: dict[Any, float]
    others: dict[Any, float]
    ceilings: dict[str, float]

    @property
    def weight(self) -> float:
        return max(self.sure, self.unsure)


class Standing(NamedTuple):
    """What a claim passes on over links."""

    net_sure: float
    keeps_sure: float
    net: float
    keeps: float
    pool: Pool


NOTHING = Pool(0.0, 0.0, {}, {}, {})
FALLEN = Standing(0.0, 0.0, 0.0, 0.0, NOTHING)


def passed(strength: float, weight: float) -> float:
    """T(λ, ½, e)."""
    if weight == inf:
        return strength / ((1.0 - strength) * 0.5)
    return strength * weight / (1.0 + (1.0 - strength) * 0.5 * weight)


class Twin:
    """The scores of a casebook."""

    def __init__(self, book: ct.Casebook) -> None:
        self.book = book
        self.sources = {s.id: s for s in book.sources}
        self.claims = {c.id: c for c in book.claims if c.kind != "opinion"}
        self.rivals = {c: (c,) for c in self.claims} | {c: q.claims for q in book.questions for c in q.claims}
        self.priors = {c: self._prior(c) for c in self.claims}
        self.group = {s: self._group(s) for s in self.sources}

    def _question(self, claim: str) -> Any:
        return next((q for q in self.book.questions if claim in q.claims), None)

    def _prior(self, claim: str) -> float:
        own, question = self.claims[claim].prior, self._question(claim)
        if own is not None or question is None:
            return 0.5 if own is None else own
        stated = [p for c in question.claims if (p := self.claims[c].prior) is not None]
        return (1.0 - sum(stated)) / (len(question.claims) - len(stated) + (not question.exhaustive))

    def none_of_these(self, claim: str) -> float:
        question = self._question(claim)
        rest = 1.0 - sum(self.priors[c] for c in self.rivals[claim])
        return 0.0 if (question is not None and question.exhaustive) or rest < 1e-9 else rest

    def is_negation(self, claim: str) -> bool:
        return len(self.rivals[claim]) == 2 and self.none_of_these(claim) == 0.0

    def _group(self, source: str) -> tuple[frozenset[str], float]:
        members = {source}
        while True:
            joined = [d for d in self.book.dependences if members & set(d.sources)]
            more = members.union(*(d.sources for d in joined))
            if more == members:
                return frozenset(members), max((d.strength for d in joined), default=0.0)
            members = more

    def fidelity(self, grade: str | None, reading: int) -> float:
        return (0.0, self.book.policy.ungraded, 0.60)[reading] if grade is None else BANDS[grade][reading]

    def grade(self, source: str, claim: str) -> str | None:
        topic = self.claims[claim].topic
        return (
            self.sources[source].topics.get(topic, self.sources[source].reliability)
            if topic
            else (self.sources[source].reliability)
        )

    def weight(self, statement: ct.Statement, reading: int) -> float:
        """E = g/p of section 1."""
        grade = statement.reliability or self.grade(statement.origin, statement.claim)
        g = self.fidelity(grade, reading) * statement.certainty
        n = statement.propensity if isinstance(statement.propensity, float) else PROPENSITY[statement.propensity]
        p = (1.0 - g) * n
        for relay in statement.relays:
            f = self.fidelity(self.grade(relay, statement.claim), reading)
            g, p = g * f, f * p + (1.0 - f) / 2.0
        return g / p

    def established(self, statement: ct.Statement) -> bool:
        found = any(e.source == statement.origin and e.claim in (None, statement.claim) for e in self.book.established)
        return statement.lineage in FIRST_HAND or found or self.book.policy.independence == "assumed"

    def mirrors(self, claim: str) -> list[tuple[str, bool]]:
        other = [(c, False) for c in self.rivals[claim] if c != claim] if self.is_negation(claim) else []
        return [(claim, True), *other]

    def told(self, claim: str, side: str, reading: int) -> Pool:
        """What the statements on one side of a claim bring, before anything is added up."""
        routes, others, ceilings = {}, {}, {}
        for name, straight in self.mirrors(claim):
            for s in self.book.statements:
                if s.claim != name or not s.stands or ((s.stance == "asserts") == straight) != (side == "for"):
                    continue
                e = self.weight(s, reading)
                if e <= 0.0:
                    continue
                table = routes if self.established(s) or reading == KIND else others
                table[s.origin, s.relays] = max(e, table.get((s.origin, s.relays), 0.0))
                if table is routes:
                    for relay in s.relays:
                        f = self.fidelity(self.grade(relay, name), reading)
                        ceilings[relay] = max(2.0 * f / (1.0 - f), ceilings.get(relay, 0.0))
        return Pool(0.0, 0.0, routes, others, ceilings)

    def links(self, claim: str, side: str) -> dict[str, float]:
        """The strength of the strongest link to one side of a claim from each other claim."""
        found: dict[str, float] = {}
        for name, straight in self.mirrors(claim):
            for k in self.book.links:
                counts = k.to_claim == name and k.from_claim in self.claims and k.from_claim not in self.rivals[name]
                if counts and ((k.sign == "supports") == straight) == (side == "for"):
                    value = k.strength if isinstance(k.strength, float) else STRENGTH[k.strength]
                    found[k.from_claim] = max(value, found.get(k.from_claim, 0.0))
        return found

    def pool(self, claim: str, side: str, reading: int, standings: dict[str, Standing]) -> Pool:
        """Sections 2, 3 and 5: what one side of a claim weighs, by one maximum flow."""
        direct = self.told(claim, side, reading)
        routes, others, ceilings = dict(direct.routes), dict(direct.others), dict(direct.ceilings)
        graph = nx.DiGraph()
        for (origin, via), e in direct.routes.items():
            self._way(graph, ("origin", origin), via, e)
        for source, strength in self.links(claim, side).items():
            if source not in standings:
                continue
            there, best = standings[source], {}
            for (origin, via), e in there.pool.routes.items():
                left = passed(strength, there.keeps_sure * e)
                if left > 1e-15:
                    routes[origin, via] = max(left, routes.get((origin, via), 0.0))
                    best[origin] = max(left, best.get(origin, 0.0))
                    self._way(graph, ("over", source), via, left)
                    for relay in via:
                        ceilings[relay] = max(there.pool.ceilings[relay], ceilings.get(relay, 0.0))
            for origin, e in best.items():
                self._arrow(graph, ("origin", origin), ("link", source), e)
            self._arrow(graph, ("link", source), ("over", source), passed(strength, there.net_sure))
            for route, e in there.pool.others.items():
                left = passed(strength, there.keeps * e)
                if left > 1e-15:
                    others[route] = max(left, others.get(route, 0.0))
        best = {}
        for (origin, _), e in routes.items():
            best[origin] = max(e, best.get(origin, 0.0))
        for origin, e in best.items():
            self._arrow(graph, ("group", self.group[origin][0]), ("origin", origin), e)
        for members, rho in {self.group[origin] for origin in best}:
            mine = [e for origin, e in best.items() if origin in members]
            share = mine[0] if len(mine) == 1 else rho * max(mine) + (1.0 - rho) * sum(mine)
            self._arrow(graph, "start", ("group", members), share)
        for relay, most in ceilings.items():
            self._arrow(graph, ("in", relay), ("out", relay), most)
        return Pool(self._flow(graph), max(others.values(), default=0.0), routes, others, ceilings)

    def _arrow(self, graph: nx.DiGraph, tail: Any, head: Any, capacity: float) -> None:
        before = graph.edges[tail, head]["capacity"] if graph.has_edge(tail, head) else 0
        graph.add_edge(tail, head, capacity=before + Fraction(capacity))

    def _way(self, graph: nx.DiGraph, start: Any, via: tuple[str, ...], e: float) -> None:
        stops = [*via, None]
        self._arrow(graph, start, ("in", stops[0]) if via else "end", e)
        for relay, after in zip(via, stops[1:], strict=True):
            graph.add_edge(("out", relay), ("in", after) if after else "end")

    def _flow(self, graph: nx.DiGraph) -> float:
        if "start" not in graph or "end" not in graph:
            return 0.0
        capacities = nx.get_edge_attributes(graph, "capacity")
        unit = max(c.denominator for c in capacities.values())
        nx.set_edge_attributes(graph, {edge: int(c * unit) for edge, c in capacities.items()}, "capacity")
        return float(Fraction(nx.maximum_flow_value(graph, "start", "end"), unit))

    def odds(self, claim: str, thetas: dict[str, float]) -> float:
        """R of section 4."""
        if len(self.rivals[claim]) == 1 or self.is_negation(claim):
            return 1.0
        others = sum(self.priors[c] * thetas[c] for c in self.rivals[claim] if c != claim)
        return (self.none_of_these(claim) + others) / (1.0 - self.priors[claim])

    def views(self, claim: str, tracks: Any, pair: Any) -> list[tuple[Pool, Pool]]:
        """For and against on the lower and on the upper track: support from the own track, attacks from the other."""
        return [
            (self.pool(claim, "for", track[0], own), self.pool(claim, "against", track[1], other))
            for track, own, other in zip(tracks, pair, reversed(pair), strict=True)
        ]

    def settled(self, claims: list[str], tracks: Any) -> tuple[dict[str, Standing], dict[str, Standing]]:
        """The standings of some claims, as if there were no others: both tracks, round after round."""
        every = [self.told(c, "for", tracks[1][0]) for c in claims]
        most = Pool(
            inf,
            inf,
            {r: max(p.routes.get(r, 0.0) for p in every) for q in every for r in q.routes},
            {r: max(p.others.get(r, 0.0) for p in every) for q in every for r in q.others},
            {r: max(p.ceilings.get(r, 0.0) for p in every) for q in every for r in q.ceilings},
        )
        pair = (dict.fromkeys(claims, FALLEN), dict.fromkeys(claims, Standing(inf, 1.0, inf, 1.0, most)))
        for _ in range(3000):
            views = {c: self.views(c, tracks, pair) for c in claims}
            thetas = [{c: (1 + v[t][0].weight) / (1 + v[t][1].weight) for c, v in views.items()} for t in (0, 1)]
            found = tuple({c: self.standing(*views[c][t], self.odds(c, thetas[1 - t])) for c in claims} for t in (0, 1))
            same = all(self.near(found[t][c], pair[t][c]) for t in (0, 1) for c in claims)
            pair = found
            if same:
                break
        return pair  # type: ignore[return-value]

    def near(self, one: Standing, other: Standing) -> bool:
        numbers = [*zip(one[:4], other[:4], strict=True)]
        for mine, theirs in ((one.pool.routes, other.pool.routes), (one.pool.others, other.pool.others)):
            numbers += [(mine.get(r, 0.0), theirs.get(r, 0.0)) for r in {**mine, **theirs}]
        return all(a == b or abs(a - b) <= 1e-13 * (1.0 + abs(a)) for a, b in numbers)

    def standing(self, supporting: Pool, opposing: Pool, odds: float) -> Standing:
        attack = (1.0 + opposing.weight) * max(1.0, odds)
        sure = max(0.0, (1.0 + supporting.sure) / attack - 1.0)
        net = max(0.0, (1.0 + supporting.weight) / attack - 1.0)
        return Standing(
            sure,
            sure / supporting.sure if supporting.sure else 0.0,
            net,
            net / supporting.weight if supporting.weight else 0.0,
            supporting,
        )

    def seen(self, tracks: Any) -> dict[str, list[tuple[float, float]]]:
        """E⁺ and E⁻ of each claim on both tracks, each claim scored on the casebook without its question."""
        found = {}
        for claim in self.claims:
            pair = self.settled([c for c in self.claims if c not in self.rivals[claim]], tracks)
            found[claim] = [(s.weight, o.weight) for s, o in self.views(claim, tracks, pair)]
        return found

    def probability(self, claim: str, mine: tuple[float, float], thetas: dict[str, float]) -> float:
        a, (supporting, opposing) = self.priors[claim], mine
        theta = (1.0 + supporting) / (1.0 + opposing)
        if len(self.rivals[claim]) == 1 or self.is_negation(claim):
            return a * theta / (a * theta + 1.0 - a)
        others = sum(self.priors[c] * thetas[c] for c in self.rivals[claim] if c != claim)
        return a * theta / (self.none_of_these(claim) + a * theta + others)

    def opinion(self, claim: str, mine: tuple[float, float], thetas: dict[str, float]) -> Opinion:
        """b, d and u of section 4, beside the rivals."""
        a, (supporting, opposing), odds = self.priors[claim], mine, self.odds(claim, thetas)
        supporting = (1.0 + supporting) * max(1.0, 1.0 / odds) - 1.0
        opposing = (1.0 + opposing) * max(1.0, odds) - 1.0
        whole = 1.0 + a * supporting + (1.0 - a) * opposing
        return Opinion(
            belief=a * supporting / whole,
            disbelief=(1.0 - a) * opposing / whole,
            unknown=1.0 / whole,
            base_rate=a,
            probability=self.probability(claim, mine, thetas),
        )

    def estimates(self) -> dict[str, Estimate]:
        """Opinion, low and high of each claim."""
        now, bounds = (self.seen(TRACKS[name]) for name in ("as things stand", "bounds"))
        middle = {c: tuple((x + y) / 2.0 for x, y in zip(*pair, strict=True)) for c, pair in now.items()}
        thetas = {c: (1.0 + s) / (1.0 + o) for c, (s, o) in middle.items()}
        found = {}
        for claim in self.claims:
            view = self.opinion(claim, middle[claim], thetas)
            ends = [view.probability]
            for pairs in (now, bounds):
                for t in (0, 1):
                    against = {c: (1.0 + s[1 - t][0]) / (1.0 + s[1 - t][1]) for c, s in pairs.items()}
                    ends.append(self.probability(claim, pairs[claim][t], against))
            judged = middle[claim] != (0.0, 0.0)
            found[claim] = Estimate(opinion=view, low=min(ends), high=max(ends), judged=judged)
        return found

    def scores(self) -> dict[str, tuple[float, float, float]]:
        """P, low and high of each claim."""
        return {c: (one.opinion.probability, one.low, one.high) for c, one in self.estimates().items()}
