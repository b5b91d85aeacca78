"""Deliberately wrong methods: the plain twin of the default method with one thing done wrong in each."""

from collections import deque
from collections.abc import Mapping
from fractions import Fraction
from math import inf
from typing import Any

import attrs
import networkx as nx

import claimtrack as ct
from claimtrack.network import Network
from claimtrack.scoring import Estimate
from claimtrack.values import Opinion, opinion
from laws.twin import Pool, Twin

__all__ = ["WRONG", "ByTwin", "Quick", "Twisted", "breaks"]

WRONG: dict[str, "ByTwin"] = {}
"""For each law, a method that breaks it."""


@attrs.frozen
class ByTwin:
    """A method that a kind of twin makes."""

    kind: type[Twin] = Twin

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """The estimates of the twin."""
        return self.kind(network.casebook).estimates()


def breaks(*laws: str, by: type[ByTwin] = ByTwin) -> Any:
    """Say which laws a method is there to break."""

    def register(kind: type[Twin]) -> type[Twin]:
        for law in laws:
            assert law not in WRONG, law
            WRONG[law] = by(kind)
        return kind

    return register


class Quick(Twin):
    """The twin, in less time: it does not weigh again what it has weighed, nor what feeds nothing."""

    def __init__(self, book: ct.Casebook) -> None:
        super().__init__(book)
        self._told: dict[Any, Pool] = {}

    def told(self, claim: str, side: str, reading: int) -> Pool:
        key = (claim, side, reading)
        if key not in self._told:
            self._told[key] = super().told(claim, side, reading)
        return self._told[key]

    def settled(self, claims: list[str], tracks: Any) -> Any:
        speakers = {name for link in self.book.links for name in self.rivals.get(link.from_claim, ())}
        return super().settled([claim for claim in claims if claim in speakers], tracks)

    def estimates(self) -> dict[str, Estimate]:
        """Opinion, low and high of each claim, to as many digits as no order of sums can change."""
        return {claim: _rounded(one) for claim, one in super().estimates().items()}

    def _flow(self, graph: nx.DiGraph) -> float:
        """The greatest flow, by the shortest ways that are left, in exact fractions."""
        room = {
            tail: {head: data.get("capacity", inf) for head, data in heads.items()} for tail, heads in graph.adj.items()
        }
        total = Fraction(0)
        while way := self._way_left(room):
            least = min(room[tail][head] for tail, head in way)
            total += least
            for tail, head in way:
                room[tail][head] -= least
                room[head][tail] = room[head].get(tail, 0) + least
        return float(total)

    def _way_left(self, room: Any) -> list[tuple[Any, Any]]:
        before: dict[Any, Any] = {"start": None}
        waiting = deque(["start"])
        while waiting and "end" not in before:
            tail = waiting.popleft()
            for head, left in room.get(tail, {}).items():
                if left > 0 and head not in before:
                    before[head] = tail
                    waiting.append(head)
        way, head = [], "end"
        while before.get(head) is not None:
            way.append((before[head], head))
            head = before[head]
        return way


def _rounded(one: Estimate) -> Estimate:
    numbers = {name: float(f"{value:.11g}") for name, value in attrs.asdict(one.opinion).items()}
    return attrs.evolve(one, opinion=Opinion(**numbers), low=float(f"{one.low:.11g}"), high=float(f"{one.high:.11g}"))


class Twisted(Quick):
    """A twin whose estimates are changed at the end."""

    def estimates(self) -> dict[str, Estimate]:
        return {claim: self.twist(claim, one) for claim, one in super().estimates().items()}

    def twist(self, claim: str, one: Estimate) -> Estimate:
        raise NotImplementedError

    def widened(self, one: Estimate, by: float) -> Estimate:
        """The same with bounds further apart, by as much at both ends."""
        return attrs.evolve(one, low=one.low * (1.0 - by), high=1.0 - (1.0 - one.high) * (1.0 - by))

    def moved(self, one: Estimate, by: float) -> Estimate:
        """The same with more weight for the claim."""
        view = one.opinion
        p = view.probability + by * (1.0 - view.probability)
        moved = attrs.evolve(view, probability=p)
        return attrs.evolve(one, opinion=moved, low=min(one.low, p), high=max(one.high, p))


@breaks("bounded")
class LowAboveHigh(Twisted):
    """Its bounds are the wrong way round."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return attrs.evolve(one, low=one.high, high=one.low)


@breaks("partition")
class UnknownTwice(Twisted):
    """It counts what is unknown twice."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return attrs.evolve(one, opinion=attrs.evolve(one.opinion, unknown=2.0 * one.opinion.unknown))


@breaks("totality")
class HasNoTasteForOpinions(Quick):
    """It has no answer where a casebook holds opinions."""

    def estimates(self) -> dict[str, Estimate]:
        if len(self.claims) < len(self.book.claims):
            raise ZeroDivisionError
        return super().estimates()


@breaks("resilience")
class RoundsUp(Twisted):
    """It takes what is all but certain for certain."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        if one.opinion.probability <= 0.99:
            return one
        return attrs.evolve(one, opinion=attrs.evolve(one.opinion, probability=1.0), high=1.0)


@breaks("anonymity", "equivalence")
class ReadsNames(Twisted):
    """It is less sure of what has a long id."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return self.widened(one, len(claim) / 1000.0)


@breaks("order")
class FirstCounts(Quick):
    """It believes whoever spoke first a little more."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return super().weight(statement, reading) * (1.1 if statement is self.book.statements[0] else 1.0)


@breaks("disjoint")
class CountsEverything(Twisted):
    """It is less sure in a large casebook."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return self.widened(one, 1.0 - 1.0 / (1.0 + len(self.claims)))


@breaks("directionality", "no path, no contribution")
class HearsSay(Quick):
    """It counts what is said on other claims too."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        mine, other = super().told(claim, side, reading), super().told(next(iter(self.claims)), side, reading)
        return mine._replace(routes={**other.routes, **mine.routes}, ceilings={**other.ceilings, **mine.ceilings})


@breaks("stability")
class HasAHunch(Twisted):
    """Where nothing is known, it takes something to speak on either side."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        if one.opinion.unknown < 1.0:
            return one
        return attrs.evolve(one, opinion=opinion(one.opinion.base_rate, 1e-6, 1e-6))


@breaks("neutrality", "confirmation sign")
class SomethingSticks(Quick):
    """Whatever is said, something sticks: a worthless statement weighs a little."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return super().weight(statement, reading) + 0.05


@breaks("no dates")
class LatestWord(Quick):
    """A dated statement weighs more."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return super().weight(statement, reading) * (1.5 if statement.stated else 1.0)


@breaks("silence")
class SilenceIsConsent(Twisted):
    """Whoever says nothing makes it less sure."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return self.widened(one, 0.01 * len(self.book.sources))


@breaks("axes apart")
class ReadsCredibility(Quick):
    """It takes the analyst's credibility into the weight."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return super().weight(statement, reading) / (statement.credibility or 1)


@breaks("no basis")
class UnknownIsFifty(Quick):
    """It takes grade F for a number."""

    def fidelity(self, grade: str | None, reading: int) -> float:
        return 0.5 if grade == "F" else super().fidelity(grade, reading)


@breaks("franklin", "duality")
class WantsToBelieve(Quick):
    """What is asserted weighs twice what is denied."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return super().weight(statement, reading) * (2.0 if statement.stance == "asserts" else 1.0)


@breaks("negation")
class NoMirror(Quick):
    """It does not see that denying a claim is asserting its negation."""

    def is_negation(self, claim: str) -> bool:
        return False


@breaks("monotony", "monotony over links")
class Averages(Quick):
    """It takes the mean of the origins, so that a weak voice weakens a strong one."""

    def pool(self, claim: str, side: str, reading: int, standings: Any) -> Pool:
        found = super().pool(claim, side, reading, standings)
        voices = len({origin for origin, _ in (*found.routes, *found.others)})
        return found._replace(sure=found.sure / max(voices, 1), unsure=found.unsure / max(voices, 1))


@breaks("weakening")
class DeafToDenials(Quick):
    """It does not hear denials."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        return found if side == "for" else Pool(0.0, 0.0, {}, {}, {})


@breaks("reinforcement")
class WeakIsStrong(Quick):
    """It takes a strong link for a weak one and the reverse."""

    def links(self, claim: str, side: str) -> dict[str, float]:
        return {source: 0.99 - strength for source, strength in super().links(claim, side).items()}


@breaks("open-mindedness")
class NeverSure(Quick):
    """It lets nothing weigh more than three."""

    def pool(self, claim: str, side: str, reading: int, standings: Any) -> Pool:
        found = super().pool(claim, side, reading, standings)
        return found._replace(sure=min(found.sure, 3.0), unsure=min(found.unsure, 3.0))


@breaks("more evidence, less unknown")
class ConfusedByMuch(Twisted):
    """The more it hears, the less it knows."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        heard = sum(s.claim == claim for s in self.book.statements)
        u = 1.0 - 1.0 / (1.0 + heard)
        view = one.opinion
        share = (1.0 - u) / max(1e-12, view.belief + view.disbelief) if view.belief + view.disbelief else 0.0
        return attrs.evolve(
            one,
            opinion=Opinion(
                belief=view.belief * share,
                disbelief=view.disbelief * share,
                unknown=u,
                base_rate=view.base_rate,
                probability=view.probability,
            ),
        )


@breaks("distrust is not denial")
class DistrustIsDenial(Quick):
    """What an unreliable source asserts, it takes for false."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        if side == "for":
            return found
        bad = any(
            s.claim == claim and s.stance == "asserts" and self.sources[s.origin].reliability in ("D", "E")
            for s in self.book.statements
        )
        return found._replace(routes={**found.routes, ("distrust", ()): 0.5}) if bad else found

    def _group(self, source: str) -> Any:
        return super()._group(source)

    @property
    def group(self) -> Any:
        return _Groups(self._groups)

    @group.setter
    def group(self, value: Any) -> None:
        self._groups = value


class _Groups(dict):
    """Groups in which whoever is not known is alone."""

    def __missing__(self, name: str) -> tuple[frozenset[str], float]:
        return frozenset((name,)), 0.0


@breaks("better grade", "better source")
class PrefersAmateurs(Quick):
    """It trusts grade B more than grade A."""

    def fidelity(self, grade: str | None, reading: int) -> float:
        return super().fidelity({"A": "B", "B": "A"}.get(grade or "", grade), reading)


@breaks("shorter chain", "hop", "weakest link", "shared-body ceiling")
class RelaysAdd(Quick):
    """Each relay adds its own word to what it passes on."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        direct = super().weight(attrs.evolve(statement, via=()), reading)
        return direct * (1.0 + 0.2 * len(statement.via))

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        return found._replace(ceilings=dict.fromkeys(found.ceilings, 1e6))


@breaks("interest")
class TakesBoastsForGold(Quick):
    """What serves its speaker weighs more."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        n = {"neutral": 0.5, "serves": 0.05, "against": 1.0}.get(str(statement.propensity))
        n = 1.0 - float(statement.propensity) + 0.01 if n is None else n
        return super().weight(attrs.evolve(statement, propensity=min(n, 1.0)), reading)


@breaks("retraction")
class ForgetsCorrections(Quick):
    """Two retracted statements still make one."""

    def __init__(self, book: ct.Casebook) -> None:
        gone = [s for s in book.statements if not s.stands]
        kept = [s for s in book.statements if s.stands]
        super().__init__(
            attrs.evolve(book, statements=(*kept, *(attrs.evolve(s, standing=ct.Standing()) for s in gone)))
        )


@breaks("repetition", "one origin")
class VotesByOutlet(Quick):
    """It counts statements, not origins."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        said = [s for s in self.book.statements if s.claim == claim and s.stands]
        rows = {
            (s.id or "", s.via): self.weight(s, reading) for s in said if (s.stance == "asserts") == (side == "for")
        }
        ample = dict.fromkeys(self.sources, 1e9)
        return found._replace(routes={way: e for way, e in rows.items() if e > 0.0}, ceilings=ample, others={})

    @property
    def group(self) -> Any:
        return _Groups()

    @group.setter
    def group(self, value: Any) -> None:
        pass


@breaks("dependence")
class IgnoresDependence(Quick):
    """It takes all sources for independent of each other."""

    def _group(self, source: str) -> tuple[frozenset[str], float]:
        return frozenset((source,)), 0.0


@breaks("fail closed")
class AssumesIndependence(Quick):
    """It adds up what is not established."""

    def established(self, statement: ct.Statement) -> bool:
        return True


@breaks("one mouth", "one mouth over links")
class NoCeiling(Quick):
    """It lets a relay carry anything."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        return found._replace(ceilings=dict.fromkeys(found.ceilings, 1e9))


@breaks("merge")
class LoudIsTrue(Quick):
    """Whoever speaks twice is believed four times as much."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        said = sum(s.origin == statement.origin and s.claim == statement.claim for s in self.book.statements)
        return super().weight(statement, reading) * said**2


@breaks("one origin over links", "circles", "link cap")
class LinksAreNewOrigins(Quick):
    """What comes over a link counts as said by somebody else, and whole."""

    def pool(self, claim: str, side: str, reading: int, standings: Any) -> Pool:
        found = super().pool(claim, side, reading, {})
        over = sum(standings[source].net_sure for source in self.links(claim, side) if source in standings)
        return found._replace(sure=found.sure + min(over, 1e6))


@breaks("no self-influence", "rings")
class FeedsItself(Quick):
    """It scores a claim with all that the claim itself feeds."""

    def seen(self, tracks: Any) -> dict[str, list[tuple[float, float]]]:
        pair = self.settled(list(self.claims), tracks)
        return {c: [(s.weight, o.weight) for s, o in self.views(c, tracks, pair)] for c in self.claims}


@breaks("one statement is Bayes")
class DoublesItsWeight(Quick):
    """Every statement weighs double."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return 2.0 * super().weight(statement, reading)


@breaks("conservation")
class DenialsWeighMore(Quick):
    """A denial weighs twice an assertion."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        return super().weight(statement, reading) * (2.0 if statement.stance == "denies" else 1.0)


@breaks("cautious")
class MultipliesMore(Quick):
    """It adds up more than the product of the likelihood ratios."""

    def pool(self, claim: str, side: str, reading: int, standings: Any) -> Pool:
        found = super().pool(claim, side, reading, standings)
        return found._replace(sure=found.sure * len(found.routes or " ") ** 3)


@breaks("rivals")
class NoRivals(Quick):
    """It scores each rival as if it were alone."""

    def probability(self, claim: str, mine: tuple[float, float], thetas: dict[str, float]) -> float:
        a, (supporting, opposing) = self.priors[claim], mine
        theta = (1.0 + supporting) / (1.0 + opposing)
        return a * theta / (a * theta + 1.0 - a)


@breaks("projected probability")
class ForgetsThePrior(Twisted):
    """It gives what is unknown to the claim by halves, whatever the prior."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        p = one.opinion.belief + 0.5 * one.opinion.unknown
        view = attrs.evolve(one.opinion, probability=p)
        return attrs.evolve(one, opinion=view, low=min(one.low, p), high=max(one.high, p))


@breaks("bounds hold grades", "bounds hold lineage")
class NoDoubt(Twisted):
    """Its bounds are its probability."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return attrs.evolve(one, low=one.opinion.probability, high=one.opinion.probability)
