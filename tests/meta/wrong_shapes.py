"""Deliberately wrong methods that move a score by what must not move it, or make no score of it at all."""

import attrs

import claimtrack as ct
from claimtrack.scoring.assessment import Estimate
from claimtrack.subjective_logic.opinions import opinion
from laws.twin import Pool
from meta.wrong import Quick, Twisted, breaks, unchecked


@breaks("bounded")
class BelievesMoreThanItSays(Twisted):
    """It believes more in a claim than the probability that it gives."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        view = one.opinion
        belief = view.probability + 1e-3
        if view.unknown > 0.9 or belief + view.disbelief > 1.0:
            return one
        told = unchecked(view, belief=belief, unknown=1.0 - belief - view.disbelief)
        return unchecked(one, opinion=told)


@breaks("partition")
class UnknownTwice(Twisted):
    """It counts what is unknown twice."""

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return attrs.evolve(one, opinion=unchecked(one.opinion, unknown=2.0 * one.opinion.unknown))


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
        return attrs.evolve(one, opinion=unchecked(one.opinion, probability=1.0), high=1.0)


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
        return mine._replace(routes={**other.routes, **mine.routes}, relays={**other.relays, **mine.relays})


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
