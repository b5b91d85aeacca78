"""Forecasts: what we last judged of each claim before it became known whether it is true."""

from collections.abc import Iterable

from claimtrack._record import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.history import Event, Resolved, folded, in_order, time_of
from claimtrack.scoring import Method
from claimtrack.tracking.looking import look_of
from claimtrack.tracking.part import Parts
from claimtrack.tracking.record import outcomes
from claimtrack.values.scales import LikelihoodScale

__all__ = ["Forecast", "forecasts"]


@record
class Forecast:
    """What we last judged of a claim before it became known whether it is true."""

    claim: str
    """Id of the claim."""
    probability: float
    """P as we gave it."""
    word: str
    """The likelihood word that went with it."""
    came_true: bool
    """Whether the claim is true."""


def forecasts(
    events: Iterable[Event],
    *,
    audience: str = "internal",
    key: str | None = None,
    now: Casebook | None = None,
    method: Method | None = None,
    words: LikelihoodScale | str = "icd203",
) -> tuple[Forecast, ...]:
    """What we last judged of each claim that was resolved, from what we had learned before it was.

    The judgments are made anew by a method from what was known then; for the public, from what may be published of it.
    Claims that nothing spoke of are left out: no judgment was made of them.

    Args:
        events: what happened, as `replay` takes it.
        audience: `internal` or `public`.
        key: as in `for_audience`.
        now: the whole casebook as it is now, with private fields; None takes what the events make.
        method: how to score; None takes the default method.
        words: the likelihood scale.

    Raises:
        InvalidCasebook: the records that the events make contradict each other.

    Cost: linear in the events; then, for each resolved claim, a run of the method on what bears on it.
    """
    rows = in_order(events)
    look = look_of(folded(rows), audience=audience, key=key, now=now, method=method, words=words)
    known, first = outcomes(look.now, look.fold.resolutions), _resolved_by(look.now, rows)
    parts = Parts(rows)
    found = []
    for claim, shown in look.claims.items():
        if claim in known:
            limit = time_of(first[claim])
            before = (event for event in parts.bearing_on(claim) if time_of(event) < limit)
            judged = look.scored(folded(before), claim)
            if judged is not None and judged[1].estimate.judged and judged[1].counts.statements:
                score = judged[1]
                found.append(
                    Forecast(claim=shown, probability=score.probability, word=score.word, came_true=known[claim])
                )
    return tuple(found)


def _resolved_by(book: Casebook, rows: Iterable[Event]) -> dict[str, Event]:
    """The event that said first how each claim, or a rival of it, turned out."""
    first: dict[str, Event] = {}
    for event in rows:
        if isinstance(event.what, Resolved) and event.what.outcome != "open":
            first.setdefault(event.what.id, event)
    for question in book.questions:
        known = [first[claim] for claim in question.claims if claim in first]
        for claim in question.claims if known else ():
            first.setdefault(claim, min(known, key=time_of))
    return first
