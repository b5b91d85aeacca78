"""The score history of a claim: its score after every event that changed it, with that event."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from claimtrack._records import evolve, record
from claimtrack.analysis.change_causes import explain_change
from claimtrack.dates import Moment
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import NotScored, UnknownClaim
from claimtrack.history.events import Event
from claimtrack.history.replay import in_order, known_by, state_of
from claimtrack.history.state import State
from claimtrack.model.casebook import Audience, Casebook, Record
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.protocol import Method
from claimtrack.tracking.alerts import Alert, alerts_of
from claimtrack.tracking.as_of import Look, RelevantEvents, look_of


@record
class Point:
    """A score of a claim at one time, and the events that led to it."""

    learned: Moment | None
    """When it was learned; None for a last point that holds what was learned of hidden sources since the one before."""
    score: Score
    """The score from then on."""
    events: tuple[Event, ...]
    """The events learned then that bear on the claim; none for the public."""
    text: str
    """What changed and why, in a sentence."""
    alerts: tuple[Alert, ...] = ()
    """The alerts that it raises."""


@record
class ScoreHistory:
    """The scores of a claim over time."""

    claim: str
    """Id of the claim, as its readers see it."""
    assessment: Assessment
    """The latest assessment, of the part of the casebook that bears on the claim."""
    points: tuple[Point, ...]
    """Its scores, oldest first: one for each moment at which its score, word or status changed."""


def track_score(
    events: Iterable[Event],
    claim: str,
    *,
    audience: str = "internal",
    key: str | None = None,
    now: Casebook | None = None,
    as_of: Moment | None = None,
    method: Method | None = None,
    words: LikelihoodScale | str = "icd203",
) -> ScoreHistory:
    """Follow a claim over time: its score, word, bounds and status, each change with the events that caused it.

    For the public, everything is protected in the past that is protected now. What was learned about a hidden source is
    seen at the next point at which something else changed, and at the end, without a day, where there is none.

    Args:
        events: what happened, as `replay` takes it.
        claim: id of the claim, as readers of that audience see it.
        audience: `internal` or `public`.
        key: as in `for_audience`.
        now: the whole casebook as it is now, with private fields; None takes what the events make.
        as_of: only what was learned by this moment.
        method: how to score; None takes the default method.
        words: the likelihood scale.

    Raises:
        UnknownClaim: the events make no such claim.
        NotScored: it is an opinion.
        InvalidCasebook: the records that the events make contradict each other.

    Cost: linear in the events; then, for each moment that changed something that bears on the claim, a run of the
    method on what bears on it.

    Example:
        >>> from claimtrack.history.events import event
        >>> from claimtrack.model import Claim, Source, Statement
        >>> from claimtrack.dates import moment_of
        >>> said = Statement(id="s", origin="kim", claim="fell", stance="asserts", lineage="witnessed")
        >>> told = [
        ...     event(Claim(id="fell", text="The bridge fell."), learned=moment_of("2021-03-03")),
        ...     event(Source(id="kim", name="Kim", reliability="B"), learned=moment_of("2021-03-04")),
        ...     event(said, learned=moment_of("2021-03-05")),
        ... ]
        >>> [(point.learned.day, round(point.score.probability, 2)) for point in track_score(told, "fell").points]
        [('2021-03-03', 0.5), ('2021-03-05', 0.8)]
    """
    rows = in_order(known_by(events, as_of=as_of))
    look = look_of(state_of(rows), audience=audience, key=key, now=now, method=method, words=words)
    inside = _inside(look, claim)
    points: list[Point] = []
    last: tuple[Assessment, Score] | None = None
    shown: tuple[Assessment, Score] | None = None
    for learned, group, known in _steps(RelevantEvents(rows).bearing_on(inside)):
        found = look.scored(known, inside)
        if found is None:
            continue
        before = None if last is None else last[0].network.casebook
        withheld = look.now.is_public and not _tells_only_of_named(before, found[0].network.casebook)
        last = found
        if withheld:  # it goes into the next point that is public, so that no days stand before and after it
            continue
        point = _point(shown, found, learned, () if look.now.is_public else tuple(group))
        points += [] if point is None else [point]
        shown = found
    if last is not None and last is not shown:
        point = _point(shown, last, None, ())
        points += [] if point is None else [point]
    if last is None:  # it is there, and was never seen by these readers in what bears on it
        raise NotScored(claim=claim, left_out=True)
    return ScoreHistory(claim=claim, assessment=last[0], points=tuple(points))


def _inside(look: Look, claim: str) -> str:
    """The id in the whole casebook of a claim that readers know by another."""
    known = look.now.claim_ids
    inside = next((name for name, shown in known.items() if shown == claim), None)
    if inside is None:
        audience: Audience = "public" if look.now.is_public else "internal"
        shown = tuple(known.values())
        raise UnknownClaim(seen=claim, near=nearest(claim, shown), known=shown, audience=audience)
    if look.now.whole.claim(inside).kind == "opinion":
        raise NotScored(claim=claim)
    return inside


def _point(
    last: tuple[Assessment, Score] | None,
    found: tuple[Assessment, Score],
    learned: Moment | None,
    events: tuple[Event, ...],
) -> Point | None:
    """What changed, if anything did."""
    assessment, score = found
    if last is None:
        word = score.word if score.estimate.judged else "not known"
        text = f"First judged: {word}, {per_cent(score.probability)}."
        return Point(learned=learned, score=score, events=events, text=text)
    before, was = last
    moved = () if was == score else explain_change(before, assessment).scores
    told = tuple(alerts_of(was, score))
    if not moved and not told:
        return None
    text = moved[0].text if moved else told[0].text
    return Point(learned=learned, score=score, events=events, text=text, alerts=told)


def _tells_only_of_named(before: Casebook | None, after: Casebook) -> bool:
    """Whether the public sees something for the first time, and nothing in it is about a hidden source.

    Only what the public sees is looked at: that something else was learned on that day moves nothing, and on a day on
    which the public learns nothing no earlier point may come to light.
    """
    if before == after:  # the day is that of something that is not public
        return False
    old = Casebook() if before is None else before
    hidden = {source.id for book in (old, after) for source in book.sources if source.protected}
    return all(hidden.isdisjoint(sources) for sources, _ in _sayings(old) ^ _sayings(after))


def _sayings(book: Casebook) -> set[tuple[tuple[str, ...], Record]]:
    """The records of a casebook that come from sources, each with those sources, and without positional ids."""
    return {
        *(((one.id,), one) for one in book.sources),
        *(((one.origin, *one.relays), evolve(one, id=None)) for one in book.statements),
        *((one.sources, evolve(one, id=None)) for one in (*book.dependences, *book.unshown)),
        *(((one.source,), one) for one in book.established),
    }


def _steps(events: Iterable[Event]) -> Iterator[tuple[Moment | None, list[Event], State]]:
    """The events learned at each moment, and the state from then on."""
    state = State()
    for learned, group in groupby(events, key=lambda event: event.learned):
        found = list(group)
        for event in found:
            event.apply(state)
        yield learned, found, state
