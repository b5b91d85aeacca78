"""Five mistakes that scoring methods are known for, each caught by the law that is there for it."""

from typing import Any

import pytest

from claimtrack.scoring.assessment import Estimate
from claimtrack.testing import find_smallest, law_of, scorer_of
from laws.twin import Pool
from meta.wrong import ByTwin, Quick
from meta.wrong_weights import AssumesIndependence, FeedsItself, LinksAreNewOrigins, NoCeiling, VotesByOutlet


class FoldsInPairs(Quick):
    """It takes a mean of what it has and the next statement, in the order in which they come."""

    def estimates(self) -> dict[str, Estimate]:
        self.folded: dict[tuple[str, str], float] = {}
        for said in self.book.statements:
            key = (said.claim, "for" if said.stance == "asserts" else "against")
            weight = self.weight(said, 1)
            self.folded[key] = weight if key not in self.folded else (self.folded[key] + weight) / 2.0
        return super().estimates()

    def pool(self, claim: str, side: str, reading: int, standings: Any) -> Pool:
        found = super().pool(claim, side, reading, standings)
        return found._replace(sure=self.folded.get((claim, side), 0.0), unsure=0.0)


class JumpsToDoubt(Quick):
    """It trusts less only who would surely say this anyway."""

    def kept(self, n: float) -> float:
        return self.candour if n == 1.0 else 1.0


MISTAKES = {
    "candour": JumpsToDoubt,
    "repetition": VotesByOutlet,
    "fail closed": AssumesIndependence,
    "one mouth": NoCeiling,
    "circles": LinksAreNewOrigins,
    "rings": FeedsItself,
    "order": FoldsInPairs,
}
"""For each law, the method that makes the mistake: it lets P jump where interest is full, votes by outlet, adds up what
is not established, adds up the witnesses of one relay, lets claims feed each other without end, lets a ring feed
itself, and folds in pairs."""


@pytest.mark.parametrize("name", MISTAKES)
def test_the_mistake_is_caught_by_its_law(name: str) -> None:
    """The law finds the mistake, and shows a small casebook with its scores and the sentence that is broken."""
    law = law_of(name)
    broken = find_smallest(law, scorer_of(ByTwin(MISTAKES[name])))
    assert broken is not None
    text = str(broken)
    assert f"the law “{name}” is broken: {law.says}" in text
    assert "[[claims]]" in text
    assert "  P(" in text
    assert len(broken.casebooks[0][0].statements) <= 4
