"""Track records: how often each source was right about the claims whose truth has become known."""

from collections.abc import Mapping
from math import sqrt
from typing import Literal

import attrs

from claimtrack._records import record, small_record
from claimtrack.history.state import Resolution
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Grade
from claimtrack.scoring.fidelity import Fidelity

_Z = 1.959963984540054
"""The normal quantile of .975."""


@small_record
class Proportion:
    """How often something was so.

    Example:
        >>> share = Proportion(3, 4)
        >>> round(share.low, 2), round(share.middle, 2), round(share.high, 2)
        (0.3, 0.63, 0.95)

    References:
        [wilson-1927], the interval of the score test at 95 %.
    """

    so: int
    """How often it was so."""
    of: int
    """How often it could have been."""

    @property
    def middle(self) -> float:
        """The middle of the interval in [0, 1]: the share drawn towards one half, the more the fewer there are."""
        return (self.so + _Z * _Z / 2.0) / (self.of + _Z * _Z)

    @property
    def _reach(self) -> float:
        spread = self.so * (self.of - self.so) / self.of if self.of else 0.0
        return _Z * sqrt(spread + _Z * _Z / 4.0) / (self.of + _Z * _Z)

    @property
    def low(self) -> float:
        """Lower end of the interval, in [0, 1]."""
        return max(0.0, self.middle - self._reach)

    @property
    def high(self) -> float:
        """Upper end of the interval, in [0, 1]."""
        return min(1.0, self.middle + self._reach)


FEWEST = 5
"""The fewest resolved claims from which a grade is proposed."""

_GRADES: tuple[Grade, ...] = ("A", "B", "C", "D", "E")


@record
class Tally:
    """How often statements of a source were right."""

    asserted: Proportion = Proportion(0, 0)
    """Claims that it asserted and that are true, of those that it asserted."""
    denied: Proportion = Proportion(0, 0)
    """Claims that it denied and that are false, of those that it denied."""

    @property
    def right(self) -> Proportion:
        """Both together."""
        return Proportion(self.asserted.so + self.denied.so, self.asserted.of + self.denied.of)


@record
class TrackRecord:
    """How often a source was right, as far as is known. It changes no grade by itself."""

    source: str
    """Id of the source."""
    said: Tally
    """What it said itself."""
    passed_on: Tally
    """What it passed on from others."""
    topics: Mapping[str, Tally] = attrs.field(factory=dict, hash=False)
    """What it said itself, by topic of the claims that have one."""
    grade: Grade | None = None
    """The analyst's grade, as it stands."""
    proposed: Grade | None = None
    """The grade that fits the record; None if there are too few resolved claims."""
    range: tuple[Grade, Grade] | None = None
    """The best and the worst grade that the record allows; None if none is proposed."""


def outcomes(casebook: Casebook, resolutions: Mapping[str, Resolution]) -> dict[str, bool]:
    """Which claims are known to be true or false: as resolved, and every rival of a true claim is false.

    Cost: linear in the claims.
    """
    claims = {claim.id for claim in casebook.claims if claim.kind != "opinion"}
    known = {name: one.outcome == "true" for name, one in resolutions.items() if name in claims}
    for question in casebook.questions:
        if any(known.get(claim) for claim in question.claims):
            for claim in question.claims:
                known.setdefault(claim, False)
    return known


def measure_track_records(casebook: Casebook, resolutions: Mapping[str, Resolution]) -> tuple[TrackRecord, ...]:
    """Count how often each source was right about resolved claims, in the order of the casebook.

    A source counts once for each claim, however often it spoke; where it both asserted and denied one, not at all.
    Statements that were corrected or retracted do not count. A grade is proposed from five resolved claims on, and is
    never set: f, the fidelity of the grades, is taken as 2p - 1, since whoever guesses is right half the time, with p
    in the middle of its interval.

    Args:
        casebook: the casebook as it is now.
        resolutions: how claims turned out, as `resolutions` gives it.

    Cost: linear in the statements.
    """
    known = outcomes(casebook, resolutions)
    topics = {claim.id: claim.topic for claim in casebook.claims}
    said: dict[str, dict[str, set[str]]] = {}
    passed: dict[str, dict[str, set[str]]] = {}
    for statement in casebook.statements:
        if statement.stands and statement.claim in known:
            said.setdefault(statement.origin, {}).setdefault(statement.claim, set()).add(statement.stance)
            for relay in statement.relays:
                passed.setdefault(relay, {}).setdefault(statement.claim, set()).add(statement.stance)
    found = []
    for source in casebook.sources:
        if source.id in said or source.id in passed:
            mine = said.get(source.id, {})
            tally = _tally(mine, known)
            by_topic = sorted({topic for claim in mine if (topic := topics[claim]) is not None})
            proposed, bounds = _proposal(tally.right)
            found.append(
                TrackRecord(
                    source=source.id,
                    said=tally,
                    passed_on=_tally(passed.get(source.id, {}), known),
                    topics={t: _tally({c: s for c, s in mine.items() if topics[c] == t}, known) for t in by_topic},
                    grade=source.reliability,
                    proposed=proposed,
                    range=bounds,
                )
            )
    return tuple(found)


def _tally(stances: Mapping[str, set[str]], known: Mapping[str, bool]) -> Tally:
    clear = {claim: next(iter(said)) for claim, said in stances.items() if len(said) == 1}
    return Tally(asserted=_share(clear, known, "asserts"), denied=_share(clear, known, "denies"))


def _share(clear: Mapping[str, str], known: Mapping[str, bool], stance: Literal["asserts", "denies"]) -> Proportion:
    outcomes_of = [known[claim] for claim, said in clear.items() if said == stance]
    return Proportion(sum(outcome == (stance == "asserts") for outcome in outcomes_of), len(outcomes_of))


def _proposal(right: Proportion) -> tuple[Grade | None, tuple[Grade, Grade] | None]:
    """The grade whose fidelity comes nearest, with those at both ends of the interval."""
    if right.of < FEWEST:
        return None, None
    return _grade(right.middle), (_grade(right.high), _grade(right.low))


def _grade(share: float) -> Grade:
    points = ((grade, band.point) for grade in _GRADES if (band := Fidelity().of(grade)) is not None)
    fidelity = max(0.0, 2.0 * share - 1.0)
    return min(points, key=lambda one: abs(one[1] - fidelity))[0]
