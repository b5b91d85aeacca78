"""Deliberately wrong methods whose accounts are wrong: of runs, of what is lost, and of what the public may see."""

from collections.abc import Mapping
from itertools import count
from typing import ClassVar

import attrs

import claimtrack as ct
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Step
from meta.wrong import ByTwin, Quick, Twisted, breaks


@attrs.frozen
class Hasty(ByTwin):
    """A method that rounds when it is only asked for probabilities."""

    def probabilities(self, network: Network, /) -> Mapping[str, float]:
        """P to two digits."""
        found = self(network).items()
        rounded = self.rounds(network.casebook)
        return {name: round(one.opinion.probability, 2 if rounded else 15) for name, one in found}

    def rounds(self, book: ct.Casebook) -> bool:
        """Whether it is in a hurry."""
        return bool(book.statements)


@attrs.frozen
class HastyWhereLess(Hasty):
    """A method that rounds where a source has fallen silent."""

    def rounds(self, book: ct.Casebook) -> bool:
        """Whether some source says nothing, and others do."""
        heard = {name for said in book.statements for name in (said.origin, *said.relays)}
        tied = {name for tie in book.dependences for name in tie.sources}
        return bool(heard) and any(source.id not in heard | tied for source in book.sources)


@breaks("contributions add up", by=Hasty)
class RoundsForContributions(Quick):
    """What it says of contributions is rounded, and its scores are not."""


@breaks("counterfactual", by=HastyWhereLess)
class RoundsWhatIsLost(Quick):
    """What it says of losses is rounded, and its scores are not."""


@breaks("deterministic")
class NumbersItsRuns(Quick):
    """Its working has the number of the run."""

    runs: ClassVar = count()

    def estimates(self) -> dict[str, Estimate]:
        run = Step(rule="run", inputs=(), before=0.0, after=float(next(self.runs)))
        return {claim: attrs.evolve(one, steps=(*one.steps, run)) for claim, one in super().estimates().items()}


@breaks("projection")
class RemembersTheDraft(Twisted):
    """It remembers what it was told off the record, and believes the public casebook the more for it."""

    heard: ClassVar[dict[str, int]] = {"off the record": 0}

    def __init__(self, book: ct.Casebook) -> None:
        super().__init__(book)
        if book.audience == "internal":
            self.heard["off the record"] = sum(said.terms == "off the record" for said in book.statements)

    def twist(self, claim: str, one: Estimate) -> Estimate:
        return self.moved(one, 0.01 * self.heard["off the record"]) if self.book.audience == "public" else one
