"""A slow twin of the default method, written from its description alone: plain loops, no shortcut, no shared code.

Every weight is pooled by a maximum flow in exact fractions; every claim is scored on the whole casebook without its
question, with both tracks run over all of it until nothing moves. It is there to be compared with, and to be read.
"""

from collections import deque
from collections.abc import Mapping
from fractions import Fraction
from itertools import pairwise
from math import inf
from types import MappingProxyType
from typing import Any, NamedTuple

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
"""f of an origin of each grade: at the low end of its band, as graded, and at the high end."""
RELAYING = {
    "A": (0.95, 0.98, 0.99),
    "B": (0.85, 0.95, 0.98),
    "C": (0.60, 0.80, 0.90),
    "D": (0.10, 0.25, 0.50),
    "E": (0.0, 0.05, 0.15),
    "F": (0.0, 0.0, 0.90),
    None: (0.20, 0.50, 0.90),
}
"""f of a relay of each grade, which is right about a quote more often than about the world."""
HARSH, POINT, KIND = 0, 1, 2
PROPENSITY = {"neutral": 0.5, "serves": 1.0, "against": 0.02}
STRENGTH = {"weak": 0.3, "moderate": 0.6, "strong": 0.9}
CANDOUR = 0.25
FIRST_HAND = {"witnessed", "took part", "decided", "recorded"}
TRACKS = {"as things stand": ((POINT, POINT), (POINT, POINT)), "bounds": ((HARSH, KIND), (KIND, HARSH))}
"""For the lower and the upper bound: where in its band each grade is taken, for what supports and for what opposes."""


class Route(NamedTuple):
    """How a statement reaches us: who says it, what this rests on (any one of these), and each relay with its n."""

    origin: str
    rests_on: tuple[Any, ...] = ()
    via: tuple[tuple[str, float], ...] = ()


class Pool(NamedTuple):
    """What one side of a claim weighs: S, U, the routes of both, and the f of the relays on those of S."""

    sure: float
    unsure: float
    routes: dict[Route, float]
    others: dict[Route, float]
    relays: dict[str, float]

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


def passed(f: float, n: float, weight: float) -> float:
    """T(f, n, e)."""
    return f / ((1.0 - f) * n) if weight == inf else f * weight / (1.0 + (1.0 - f) * n * weight)


def raise_to(table: dict[Any, float], key: Any, value: float) -> None:
    """Keep the larger of what is there and a value."""
    table[key] = max(value, table.get(key, 0.0))


class Twin:
    """The scores of a casebook; other tables than the default ones go by their names here.

    What is known of single sources, as origins and as relays, stands in place of every grade, a statement's own too.
    """

    bands, relaying, propensity, strength, candour = BANDS, RELAYING, PROPENSITY, STRENGTH, CANDOUR
    known_origins: Mapping[str, tuple[float, float, float]] = MappingProxyType({})
    known_relays: Mapping[str, tuple[float, float, float]] = MappingProxyType({})

    def __init__(self, book: ct.Casebook, **tables: Any) -> None:
        self.__dict__.update(tables)
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
            joined = [d for d in (*self.book.dependences, *self.book.unshown) if members & set(d.sources)]
            more = members.union(*(d.sources for d in joined))
            if more == members:
                return frozenset(members), max((d.strength for d in joined), default=0.0)
            members = more

    # Sections 1 and 2: one statement.

    def interest(self, propensity: str | float) -> float:
        """The number n of a word or number."""
        return propensity if isinstance(propensity, float) else self.propensity[propensity]

    def kept(self, n: float) -> float:
        """κ(n): the share of its fidelity that is left to a speaker with this interest."""
        return 1.0 if n <= 0.5 else 1.0 - 2.0 * (1.0 - self.candour) * (n - 0.5)

    def grade(self, source: str, claim: str) -> str | None:
        general = self.sources[source].reliability
        return self.sources[source].topics.get(self.claims[claim].topic or "", general)

    def fidelity(self, grade: str | None, reading: int) -> float:
        return (0.0, self.book.policy.ungraded, 0.60)[reading] if grade is None else self.bands[grade][reading]

    def stops(self, statement: ct.Statement) -> tuple[tuple[str, float], ...]:
        """Each relay of a statement with its n."""
        return tuple((relay.source, self.interest(relay.propensity)) for relay in statement.via)

    def passing(self, relay: str, claim: str, reading: int) -> float:
        """F of a relay, before its interest takes a share of it."""
        return self.known_relays.get(relay, self.relaying[self.grade(relay, claim)])[reading]

    def carries(self, f: float, n: float) -> float:
        """What a relay can carry at most of what it would pass on with n anyway."""
        return passed(self.kept(n) * f, n, inf)

    def weight(self, statement: ct.Statement, reading: int) -> float:
        """E = g/p of section 1."""
        grade = statement.reliability or self.grade(statement.origin, statement.claim)
        known = self.known_origins.get(statement.origin)
        n = self.interest(statement.propensity)
        g = self.kept(n) * statement.certainty * (known[reading] if known else self.fidelity(grade, reading))
        p = (1.0 - g) * n
        for relay, own in self.stops(statement):
            f = self.kept(own) * self.passing(relay, statement.claim, reading)
            g, p = g * f, f * p + (1.0 - f) * own
        return g / p

    def established(self, statement: ct.Statement) -> bool:
        found = any(e.source == statement.origin and e.claim in (None, statement.claim) for e in self.book.established)
        known = statement.lineage in FIRST_HAND or (statement.lineage == "examined" and statement.exhibits)
        return bool(known) or found or self.book.policy.independence == "assumed"

    def rests_on(self, statement: ct.Statement) -> tuple[Any, ...]:
        """The exhibits that were examined, or the origin itself; a record or sensor that speaks is an exhibit too."""
        if statement.lineage == "examined" and statement.exhibits:
            return tuple(sorted({("exhibit", name) for name in statement.exhibits}))
        speaks = self.sources[statement.origin].kind in ("record", "sensor")
        return (("exhibit" if speaks else "itself", statement.origin),)

    def mirrors(self, claim: str) -> list[tuple[str, bool]]:
        other = [(c, False) for c in self.rivals[claim] if c != claim] if self.is_negation(claim) else []
        return [(claim, True), *other]

    def told(self, claim: str, side: str, reading: int) -> Pool:
        """What the statements on one side of a claim bring, before anything is added up."""
        found = Pool(0.0, 0.0, {}, {}, {})
        for name, straight in self.mirrors(claim):
            for s in self.book.statements:
                if s.claim != name or not s.stands or ((s.stance == "asserts") == straight) != (side == "for"):
                    continue
                e, route = self.weight(s, reading), Route(s.origin, self.rests_on(s), self.stops(s))
                if e <= 0.0:
                    continue
                counts = self.established(s) or reading == KIND
                raise_to(found.routes if counts else found.others, route, e)
                for relay, _ in route.via if counts else ():
                    raise_to(found.relays, relay, self.passing(relay, name, reading))
        return found

    # Sections 3 and 5: many origins, links.

    def links(self, claim: str, side: str) -> dict[str, float]:
        """The strength of the strongest link to one side of a claim from each other claim."""
        found: dict[str, float] = {}
        for name, straight in self.mirrors(claim):
            for k in self.book.links:
                counts = k.to_claim == name and k.from_claim in self.claims and k.from_claim not in self.rivals[name]
                if counts and ((k.sign == "supports") == straight) == (side == "for"):
                    value = k.strength if isinstance(k.strength, float) else self.strength[k.strength]
                    raise_to(found, k.from_claim, value)
        return found

    def pool(self, claim: str, side: str, reading: int, standings: dict[str, Standing]) -> Pool:
        """What one side of a claim weighs, by one maximum flow."""
        direct = self.told(claim, side, reading)
        routes, others, relays = dict(direct.routes), dict(direct.others), dict(direct.relays)
        arrows: dict[Any, dict[Any, Any]] = {"start": {}, "end": {}}
        for place, (route, e) in enumerate(direct.routes.items()):
            self._way(arrows, ("origin", route.origin), ("statement", place), route, e)
        for source, strength in self.links(claim, side).items():
            there, best = standings.get(source, FALLEN), {}
            for place, (route, e) in enumerate(there.pool.routes.items()):
                left = passed(strength, 0.5, there.keeps_sure * e)
                if left > 1e-15:
                    raise_to(routes, route, left)
                    raise_to(best, route.origin, left)
                    self._way(arrows, ("over", source), ("statement", source, place), route, left)
                    for relay, _ in route.via:
                        raise_to(relays, relay, there.pool.relays[relay])
            for origin, e in best.items():
                self._arrow(arrows, ("origin", origin), ("link", source), e)
            self._arrow(arrows, ("link", source), ("over", source), passed(strength, 0.5, there.net_sure))
            for route, e in there.pool.others.items():
                left = passed(strength, 0.5, there.keeps * e)
                if left > 1e-15:
                    raise_to(others, route, left)
        self._groups_and_exhibits(arrows, routes)
        self._ladders(arrows, routes, relays)
        return Pool(self._flow(arrows), max(others.values(), default=0.0), routes, others, relays)

    def _arrow(self, arrows: Any, tail: Any, head: Any, capacity: float) -> None:
        arrows.setdefault(head, {})
        arrows.setdefault(tail, {})[head] = inf if capacity == inf else Fraction(capacity)

    def _way(self, arrows: Any, start: Any, statement: Any, route: Route, e: float) -> None:
        """From an origin to a statement, which carries e, and through the relays of its chain to us."""
        self._arrow(arrows, start, statement, e)
        for tail, stop in pairwise((statement, *(("relay", *stop) for stop in route.via), "end")):
            self._arrow(arrows, ("left", tail[1]) if tail[0] == "relay" else tail, stop, inf)

    def _groups_and_exhibits(self, arrows: Any, routes: dict[Route, float]) -> None:
        """From exhibits, or origins themselves, through the groups of dependent origins to each origin."""
        best: dict[str, float] = {}
        bases: dict[Any, float] = {}
        for route, e in routes.items():
            raise_to(best, route.origin, e)
            for base in route.rests_on:
                raise_to(bases, base, e)
                self._arrow(arrows, base, ("group in", self.group[route.origin][0]), inf)
        for base, e in bases.items():
            self._arrow(arrows, "start", base, e)
        for origin, e in best.items():
            self._arrow(arrows, ("group out", self.group[origin][0]), ("origin", origin), e)
        for members, rho in {self.group[origin] for origin in best}:
            mine = [e for origin, e in best.items() if origin in members]
            share = mine[0] if len(mine) == 1 else rho * max(mine) + (1.0 - rho) * sum(mine)
            self._arrow(arrows, ("group in", members), ("group out", members), share)

    def _ladders(self, arrows: Any, routes: dict[Route, float], relays: dict[str, float]) -> None:
        """Through each relay: what passes it with propensity n or above is at most what it can carry of n."""
        for relay, f in relays.items():
            rungs = sorted({n for route in routes for name, n in route.via if name == relay}, reverse=True)
            ends = [*(("relay", relay, n) for n in rungs), ("left", relay)]
            for rung, below in pairwise(ends):
                self._arrow(arrows, rung, below, self.carries(f, rung[2]))

    def _flow(self, arrows: dict[Any, dict[Any, Any]]) -> float:
        """The greatest flow: as long as a way has room, the shortest one is filled."""
        total = Fraction(0)
        while True:
            before, waiting = {"start": None}, deque(["start"])
            while waiting and "end" not in before:
                tail = waiting.popleft()
                for head, room in arrows[tail].items():
                    if room > 0 and head not in before:
                        before[head] = tail
                        waiting.append(head)
            if "end" not in before:
                return float(total)
            way: list[Any] = ["end"]
            while way[-1] != "start":
                way.append(before[way[-1]])
            steps = [(tail, head) for head, tail in pairwise(way)]
            least = min(arrows[tail][head] for tail, head in steps)
            total += least
            for tail, head in steps:
                arrows[tail][head] -= least
                arrows[head][tail] = arrows[head].get(tail, Fraction(0)) + least

    # Sections 4 and 5: rivals, rings.

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
            {r: max(p.relays.get(r, 0.0) for p in every) for q in every for r in q.relays},
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

    def watched(self, claim: str, tracks: Any) -> list[tuple[Pool, Pool]]:
        """What weighs for and against a claim on both tracks, scored on the casebook without its question."""
        return self.views(claim, tracks, self.settled([c for c in self.claims if c not in self.rivals[claim]], tracks))

    def seen(self, tracks: Any) -> dict[str, list[tuple[float, float]]]:
        """E⁺ and E⁻ of each claim on both tracks."""
        return {c: [(s.weight, o.weight) for s, o in self.watched(c, tracks)] for c in self.claims}

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

    # Section 6: bounds.

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
