"""What changed: the difference of two assessments in words, each change of a score with its cause."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from claimtrack._records import evolve, record
from claimtrack.analysis.sentences import name_of
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.history.diff import RecordChange, align, diff
from claimtrack.model.casebook import Casebook, id_or_place
from claimtrack.model.records import Link, Statement
from claimtrack.network.build import Network, build
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.protocol import probabilities
from claimtrack.text.words import listed, quoted

_NOTABLE = 0.0005
_SHARE = 0.2
_MOST_CAUSES = 3
_SHORT = 20
_MOST_WORK = 200_000
_MOVING = frozenset({"sources", "questions", "claims", "statements", "links", "dependences", "established", "casebook"})


@record
class ScoreChange:
    """One claim whose judgment changed, and why."""

    claim: str
    """Id of the claim."""
    before: Score | None
    """Its score before; None where it was not scored."""
    after: Score | None
    """Its score after; None where it is not scored any more."""
    causes: tuple[str, ...]
    """What made the change, in words, the strongest first; several where none does it alone."""
    text: str
    """The change and its cause, in a sentence."""


@record
class ScoreChanges:
    """What changed from one assessment to another."""

    before: Assessment
    """The first."""
    after: Assessment
    """The second."""
    records: tuple[RecordChange, ...]
    """What changed in the casebook, record by record."""
    texts: tuple[str, ...]
    """The same in words."""
    scores: tuple[ScoreChange, ...]
    """The claims whose score, word or status changed, in the order of the casebook."""


def explain_change(before: Assessment, after: Assessment) -> ScoreChanges:
    """What changed from one assessment to another, in words; each change of a score with its cause.

    A cause is found by undoing one change of the casebook at a time: what would take back the most of a claim's move
    is named first. Records without an id of their own are recognised by what they say.

    Cost: a run of the method for each change of a record that can move a score, where that is not too much work.
    """
    old, new = before.network.casebook, align(before.network.casebook, after.network.casebook)
    changes = diff(old, new)
    texts = {place: _told(change, before.network, after.network, old, new) for place, change in enumerate(changes)}
    undone = _undone(changes, old, new, after)
    moved = []
    for claim in dict.fromkeys((*before.scores, *after.scores)):
        one, other = before.scores.get(claim), after.scores.get(claim)
        if _differs(one, other):
            causes = _causes(claim, one, other, undone, texts) or _at_hand(claim, changes, after.network, texts)
            moved.append(
                ScoreChange(claim=claim, before=one, after=other, causes=causes, text=_sentence(one, other, causes))
            )
    return ScoreChanges(before=before, after=after, records=changes, texts=tuple(texts.values()), scores=tuple(moved))


def _differs(one: Score | None, other: Score | None) -> bool:
    if one is None or other is None:
        return one is not other
    return (
        abs(one.probability - other.probability) > _NOTABLE
        or one.word != other.word
        or one.status != other.status
        or one.confidence != other.confidence
    )


def _undone(
    changes: Iterable[RecordChange], old: Casebook, new: Casebook, after: Assessment
) -> dict[int, Mapping[str, float]]:
    """P of every claim with one change at a time taken back; nothing where that is too much work."""
    moving = [(place, change) for place, change in enumerate(changes) if change.collection in _MOVING]
    if len(moving) * len(new.statements) > _MOST_WORK:
        return {}
    found = {}
    for place, change in moving:
        back = _possible(change, [other for _, other in moving], old, new)
        if back is not None:
            found[place] = probabilities(after.method, build(back))
    return found


def _possible(change: RecordChange, others: Sequence[RecordChange], old: Casebook, new: Casebook) -> Casebook | None:
    """The new casebook with a change taken back, and with it what that needs: rivals' priors, a source that went."""
    try:
        return _back(change, old, new)
    except InvalidCasebook:
        pass
    try:
        return (
            _back_with_rivals(change, others, old, new) if change.kind == "changed" else _back_whole(change, old, new)
        )
    except InvalidCasebook:
        return None


def _back_with_rivals(change: RecordChange, others: Sequence[RecordChange], old: Casebook, new: Casebook) -> Casebook:
    collection = tuple(
        item if (other := _change_of(item, change.collection, others)) is None else _item(old, other)
        for item in getattr(new, change.collection)
    )
    return evolve(new, **{change.collection: collection})


def _back_whole(change: RecordChange, old: Casebook, new: Casebook) -> Casebook:
    """A record that went, put back with the sources, claims and questions that went."""
    back = new
    for collection in ("sources", "claims", "questions"):
        here = {item.id for item in getattr(new, collection)}
        gone = tuple(item for item in getattr(old, collection) if item.id not in here)
        back = evolve(back, **{collection: (*getattr(back, collection), *gone)}) if gone else back
    return _back(change, old, back)


def _change_of(item: Any, collection: str, changes: Iterable[RecordChange]) -> RecordChange | None:  # noqa: ANN401
    """The change of fields of a record, if there is one."""
    name = getattr(item, "id", None)
    return next((one for one in changes if (one.kind, one.collection, one.id) == ("changed", collection, name)), None)


def _back(change: RecordChange, old: Casebook, new: Casebook) -> Casebook:
    """The new casebook with one change taken back."""
    if change.collection == "casebook":
        return evolve(new, **{change.id: getattr(old, change.id)})
    mine = _item(old, change), _item(new, change)
    collection = list(getattr(new, change.collection))
    if change.kind == "added":
        collection.remove(mine[1])
    elif change.kind == "removed":
        collection.append(mine[0])
    else:
        collection[collection.index(mine[1])] = mine[0]
    return evolve(new, **{change.collection: tuple(collection)})


def _item(book: Casebook, change: RecordChange) -> Any:  # noqa: ANN401
    """The record that a change is about, as one casebook has it; None where it does not."""
    for place, item in enumerate(getattr(book, change.collection)):
        if id_or_place(item, place) == change.id:
            return item
    return None


def _causes(
    claim: str,
    one: Score | None,
    other: Score | None,
    undone: Mapping[int, Mapping[str, float]],
    texts: Mapping[int, str],
) -> tuple[str, ...]:
    """The changes that, taken back alone, undo the most of a claim's move."""
    if one is None or other is None:
        return ()
    move = other.probability - one.probability
    effects = {place: other.probability - found[claim] for place, found in undone.items() if claim in found}
    along = {place: effect for place, effect in effects.items() if effect * move > 0.0}
    most = sorted(along, key=lambda place: (-abs(along[place]), place))
    told = [place for place in most if abs(along[place]) >= _SHARE * abs(move)][:_MOST_CAUSES]
    return tuple(texts[place] for place in told)


def _at_hand(
    claim: str, changes: Sequence[RecordChange], network: Network, texts: Mapping[int, str]
) -> tuple[str, ...]:
    """Where no change alone explains a move: what changed of the claim itself and its rivals."""
    family = network.families.get(claim)
    mine = () if family is None else family.claims
    places = [place for place, one in enumerate(changes) if one.collection == "claims" and one.id in mine]
    return tuple(texts[place] for place in places[:_MOST_CAUSES])


def _sentence(one: Score | None, other: Score | None, causes: tuple[str, ...]) -> str:
    score = other or one
    assert score is not None  # noqa: S101 - a claim that moved has at least one score
    name = quoted(score.claim.text)
    if one is None:
        return f"{name} is new: {_standing(score)}."
    if other is None:
        return f"{name} is not judged any more; it was {_standing(one)}."
    because = f", because {listed(causes)}" if causes else ""
    if abs(one.probability - other.probability) > _NOTABLE or one.word != other.word:
        verb = "raised" if other.probability > one.probability else "lowered"
        same = one.word == other.word and one.estimate.judged == other.estimate.judged
        if same:
            shares = f"from {per_cent(one.probability)} to {per_cent(other.probability)}"
            if per_cent(one.probability) == per_cent(other.probability):
                shares = f"a little, at {per_cent(other.probability)},"
            word = other.word if other.estimate.judged else "not known"
            return f"{name} is {verb} {shares} and stays {word}{because}."
        return f"{name} is {verb} from {_standing(one)} to {_standing(other)}{because}."
    if one.status != other.status:
        return f"{name} stays at {per_cent(other.probability)}; its status changes from {one.status} to {other.status}."
    levels = f"from {one.confidence} to {other.confidence}"
    return f"{name} stays at {per_cent(other.probability)}; confidence changes {levels}."


def _standing(score: Score) -> str:
    word = score.word if score.estimate.judged else "not known"
    return f"{word} ({per_cent(score.probability)})"


# --- records in words ----------------------------------------------------------------------------------------------


def _told(change: RecordChange, before: Network, after: Network, old: Casebook, new: Casebook) -> str:
    """A change of a record, as a clause."""
    if change.collection == "casebook":
        return f"the {change.id} of the casebook changed"
    was, is_ = _item(old, change), _item(new, change)
    network = before if is_ is None else after
    told = _CLAUSES.get(change.collection)
    what = f"{change.collection.removesuffix('s')} {change.id}"
    if told is not None:
        return told(network, was, is_, change)
    return f"{what} {'was added' if was is None else 'is gone' if is_ is None else 'changed'}"


def _of_a_statement(network: Network, was: Statement | None, is_: Statement | None, change: RecordChange) -> str:
    said = is_ or was
    assert said is not None  # noqa: S101 - a change is of a record that one of the two casebooks has
    verb = "asserts" if said.stance == "asserts" else "denies"
    ways = f", heard through {listed(name_of(network, relay) for relay in said.via)}" if said.via else ""
    what = (
        f"a statement of {name_of(network, said.origin)}{ways}, which {verb} {quoted(network.claims[said.claim].text)},"
    )
    if was is None:
        return f"{what} was added"
    if is_ is None:
        return f"{what} is gone"
    if was.stands and not is_.stands:
        because = f" ({is_.standing.because.strip().removesuffix('.')})" if is_.standing.because else ""
        return f"{what} was {is_.standing.is_}{because}"
    if is_.stands and not was.stands:
        return f"{what} stands again"
    return f"{what} changed in {_fields(change, was, is_)}"


def _of_a_source(network: Network, was: Any, is_: Any, change: RecordChange) -> str:  # noqa: ANN401
    name = name_of(network, (is_ or was).id)
    if was is None:
        return f"{name} was added as a source"
    if is_ is None:
        return f"{name} is no source any more"
    if change.fields == ("reliability",):
        is_now = f"is now graded {is_.reliability}" if is_.reliability else "is now without a grade"
        return f"{name} {is_now}, {f'no longer {was.reliability}' if was.reliability else 'and had no grade'}"
    return f"{name} changed in {_fields(change, was, is_)}"


def _of_a_claim(_: Network, was: Any, is_: Any, change: RecordChange) -> str:  # noqa: ANN401
    name = quoted((is_ or was).text)
    if was is None:
        return f"the claim {name} was added"
    if is_ is None:
        return f"the claim {name} is gone"
    return f"the claim {name} changed in {_fields(change, was, is_)}"


def _of_a_link(network: Network, was: Link | None, is_: Link | None, change: RecordChange) -> str:
    link = is_ or was
    assert link is not None  # noqa: S101 - a change is of a record that one of the two casebooks has
    ends = [quoted(network.claims[name].text) for name in (link.from_claim, link.to_claim)]
    what = f"the link from {ends[0]} to {ends[1]}"
    if was is None:
        return f"{what} was added"
    if is_ is None:
        return f"{what} is gone"
    return f"{what} changed in {_fields(change, was, is_)}"


def _of_a_dependence(network: Network, was: Any, is_: Any, change: RecordChange) -> str:  # noqa: ANN401
    names = listed(name_of(network, name) for name in (is_ or was).sources)
    if was is None:
        return f"{names} are now taken to depend on each other"
    if is_ is None:
        return f"{names} are no longer taken to depend on each other"
    return f"the dependence between {names} changed in {_fields(change, was, is_)}"


def _of_what_was_established(network: Network, was: Any, is_: Any, _: RecordChange) -> str:  # noqa: ANN401
    name = name_of(network, (is_ or was).source)
    return f"{name} is {'no longer' if is_ is None else 'now'} taken to speak from itself"


def _fields(change: RecordChange, was: Any, is_: Any) -> str:  # noqa: ANN401
    """The fields that changed, with what they were and are where that is short."""
    told = []
    for name in change.fields:
        ends = [getattr(item, name) for item in (was, is_)]
        shown = ["none" if end is None else f"{end:g}" if isinstance(end, float) else str(end) for end in ends]
        plain = all(end is None or isinstance(end, str | int | float) for end in ends)
        simple = plain and all(len(text) <= _SHORT for text in shown)
        told.append(f"{name.rstrip('_')} (from {shown[0]} to {shown[1]})" if simple else name.rstrip("_"))
    return listed(told)


_CLAUSES: Mapping[str, Callable[[Network, Any, Any, RecordChange], str]] = {
    "statements": _of_a_statement,
    "sources": _of_a_source,
    "claims": _of_a_claim,
    "links": _of_a_link,
    "dependences": _of_a_dependence,
    "established": _of_what_was_established,
}
