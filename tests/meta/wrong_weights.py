"""Deliberately wrong methods that weigh, add up or pass on what they should not."""

from typing import Any

import attrs

import claimtrack as ct
from claimtrack.scoring.assessment import Estimate
from laws.twin import Pool, Route
from meta.wrong import Quick, Twisted, breaks, unchecked


@breaks("monotony", "monotony over links")
class Averages(Quick):
    """It takes the mean of the origins, so that a weak voice weakens a strong one."""

    def pool(self, claim: str, side: str, reading: int, standings: Any) -> Pool:
        found = super().pool(claim, side, reading, standings)
        voices = len({route.origin for route in (*found.routes, *found.others)})
        return found._replace(sure=found.sure / max(voices, 1), unsure=found.unsure / max(voices, 1))


@breaks("weakening")
class DeafToDenials(Quick):
    """It does not hear denials."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        return found if side == "for" else Pool(0.0, 0.0, {}, {}, {})


@breaks("reinforcement", "neutrality of links")
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
        belief, disbelief = view.belief * share, view.disbelief * share
        return unchecked(one, opinion=unchecked(view, belief=belief, disbelief=disbelief, unknown=u))


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
        voice = Route("distrust", (("itself", "distrust"),))
        return found._replace(routes={**found.routes, voice: 0.5}) if bad else found

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

    def carries(self, f: float, n: float) -> float:
        return 1e6


@breaks("interest")
class TakesBoastsForGold(Quick):
    """What serves its speaker weighs more."""

    def weight(self, statement: ct.Statement, reading: int) -> float:
        n = {"neutral": 0.5, "serves": 0.05, "against": 1.0}.get(str(statement.propensity))
        n = 1.0 - float(statement.propensity) + 0.01 if n is None else n
        return super().weight(attrs.evolve(statement, propensity=min(n, 1.0)), reading)


@breaks("candour")
class BelievesBoasts(Quick):
    """It trusts who speaks for itself to pass on what it knows like anybody else."""

    def kept(self, n: float) -> float:
        return 1.0


@breaks("relay interest")
class PrefersInterestedRelays(Quick):
    """It trusts a relay the more the more it gains."""

    def stops(self, statement: ct.Statement) -> tuple[tuple[str, float], ...]:
        return tuple((relay, min(1.0, 1.02 - n)) for relay, n in super().stops(statement))


@breaks("exhibits")
class IgnoresExhibits(Quick):
    """It takes each examiner for an origin of its own, whatever it examined."""

    def rests_on(self, statement: ct.Statement) -> tuple[Any, ...]:
        return (("itself", statement.origin),)


@breaks("further examiner")
class TiesExaminers(IgnoresExhibits):
    """It ties those who examined one thing to each other, as if they were one house."""

    def _group(self, source: str) -> tuple[frozenset[str], float]:
        ties = [(set(d.sources), d.strength) for d in self.book.dependences]
        said = [s for s in self.book.statements if s.stands]
        ties += [
            ({s.origin for s in said if name in s.exhibits}, 1.0) for name in {n for s in said for n in s.exhibits}
        ]
        members, before = {source}, set()
        while members != before:
            before = members
            members = members.union(*(names for names, _ in ties if names & before))
        return frozenset(members), max((strength for names, strength in ties if names & members), default=0.0)


@breaks("retraction")
class ForgetsCorrections(Quick):
    """Two retracted statements still make one."""

    def __init__(self, book: ct.Casebook) -> None:
        gone = [s for s in book.statements if not s.stands]
        kept = [s for s in book.statements if s.stands]
        super().__init__(
            attrs.evolve(book, statements=(*kept, *(attrs.evolve(s, standing=ct.Standing()) for s in gone)))
        )


@breaks("repetition", "another way", "one origin")
class VotesByOutlet(Quick):
    """It counts statements, not origins."""

    def told(self, claim: str, side: str, reading: int) -> Pool:
        found = super().told(claim, side, reading)
        said = [s for s in self.book.statements if s.claim == claim and s.stands]
        rows = {
            Route(s.id or "", (("itself", s.id),), self.stops(s)): self.weight(s, reading)
            for s in said
            if (s.stance == "asserts") == (side == "for")
        }
        routes = {route: e for route, e in rows.items() if e > 0.0}
        relays = dict.fromkeys((relay for route in routes for relay, _ in route.via), 1.0)
        return found._replace(routes=routes, relays=relays, others={})

    def carries(self, f: float, n: float) -> float:
        return 1e9

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

    def carries(self, f: float, n: float) -> float:
        return 1e9


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
        view = unchecked(one.opinion, probability=p)
        return unchecked(one, opinion=view, low=min(one.low, p), high=max(one.high, p))


@breaks("bounds hold grades", "bounds hold lineage")
class NoDoubt(Twisted):
    """Its bounds are its probability."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return attrs.evolve(one, low=one.opinion.probability, high=one.opinion.probability)
