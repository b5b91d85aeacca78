"""Causes of change: what differs between two assessments, and which change of a record moved which score."""

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from claimtrack._records import evolve, record
from claimtrack.analysis.run_cost import looks_of, records_of
from claimtrack.analysis.sentences import name_of, relays_of, tell_status
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.history.diff import RecordChange, align, diff
from claimtrack.model.casebook import Casebook, Record, id_or_place
from claimtrack.model.claims import Claim, Link
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent_in_word
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.rescore import probabilities_after
from claimtrack.text.words import listed, quoted

_NOTABLE = 0.0005
"""A smaller move of P is not told: it would be printed as the same tenth of a percentage point."""
_SHARE = 0.2
"""A cause is named where taking it back takes back a fifth of the move; smaller ones would bury the main one."""
_MOST_CAUSES = 3
_SHORT = 20
"""How long a value may be, in letters, to be quoted where a field changed."""
_BUDGET = 300_000
"""How many records the search for causes may score again; each change that is taken back is a run over all of them."""
_CAME_AND_WENT = ("was added", "is gone")
_MOVING = frozenset({"sources", "questions", "claims", "statements", "links", "dependences", "established", "casebook"})
"""What a change must be of to move a score: documents and notes move none. `casebook` holds the policy."""


_Placed = tuple[int, RecordChange]
"""A change, and its place among all of them."""


@record
class ScoreChange:
    """A claim whose judgment changed, and why."""

    claim: str
    """Id of the claim."""
    before: Score | None
    """Its score before; None where it was not scored."""
    after: Score | None
    """Its score after; None where it is no longer scored."""
    causes: tuple[str, ...]
    """The causes in words, strongest first; several where none explains the change alone."""
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
    left_out: int = 0
    """How many changes were not looked into as causes, since the budget was spent."""


def explain_change(before: Assessment, after: Assessment) -> ScoreChanges:
    """Explain what changed from one assessment to another, with the cause of each change of a score.

    Causes are found by undoing one change of a record at a time: the change whose undoing takes back most of a claim's
    move is named first. Records without an id of their own are recognised by their content. Where there are many
    changes, those of what was said of the claims that moved most are looked into, and the others are counted.

    Cost: a run of the method on what it moves, for each change of a record that can move a score, as far as 300,000
    records go.
    """
    old, new = before.network.casebook, align(before.network.casebook, after.network.casebook)
    changes = diff(old, new)
    texts = tuple(_clause(change, before.network, after.network) for change in changes)
    claims = dict.fromkeys((*before.scores, *after.scores))
    moves = {claim: _move(before.scores.get(claim), after.scores.get(claim)) for claim in claims}
    moving = [(place, change) for place, change in enumerate(changes) if change.collection in _MOVING]
    undone, left_out = {}, 0
    if any(_differs(before.scores.get(claim), after.scores.get(claim)) for claim in claims):
        looked_into = _affordable(moving, moves, after)
        undone, left_out = _undone(looked_into, moving, old, new, after), len(moving) - len(looked_into)
    scores = []
    for claim in claims:
        was, is_ = before.scores.get(claim), after.scores.get(claim)
        if _differs(was, is_):
            causes = _causes(claim, was, is_, undone, texts) or _at_hand(claim, changes, after.network, texts)
            text = _sentence(was, is_, causes, after.words)
            scores.append(ScoreChange(claim=claim, before=was, after=is_, causes=causes, text=text))
    return ScoreChanges(
        before=before, after=after, records=changes, texts=texts, scores=tuple(scores), left_out=left_out
    )


def _differs(one: Score | None, other: Score | None) -> bool:
    if one is None or other is None:
        return one is not other
    return (
        abs(one.probability - other.probability) > _NOTABLE
        or one.word != other.word
        or one.status != other.status
        or one.confidence != other.confidence
    )


def _move(one: Score | None, other: Score | None) -> float:
    """How far a claim moved; 1 where it came or went."""
    return 1.0 if one is None or other is None else abs(other.probability - one.probability)


def _affordable(moving: Sequence[_Placed], moves: Mapping[str, float], after: Assessment) -> Sequence[_Placed]:
    """As many changes as the budget pays for: those that are about the claims that moved most come first."""
    network = after.network
    most = _BUDGET // max(records_of(network, network.families, looks_of(after)), 1)
    if len(moving) <= most:
        return moving
    weights: dict[str, float] = {}
    for said in network.casebook.statements:
        for name in (said.origin, *said.relays):
            weights[name] = max(weights.get(name, 0.0), moves.get(said.claim, 0.0))

    def weight(change: RecordChange) -> float:
        match change.after or change.before:
            case Statement() as said:
                return moves.get(said.claim, 0.0)
            case Link() as link:
                return moves.get(link.to_claim, 0.0)
            case Source() | Claim() as one:
                return weights.get(one.id, moves.get(one.id, 0.0))
            case Dependence() as one:
                return max(weights.get(name, 0.0) for name in one.sources)
            case _:  # questions, the policy and what was found out of a source: they may move anything
                return 1.0

    chosen = sorted(moving, key=lambda one: (-weight(one[1]), one[0]))[:most]
    return sorted(chosen, key=lambda one: one[0])


def _undone(
    looked_into: Iterable[_Placed], moving: Sequence[_Placed], old: Casebook, new: Casebook, after: Assessment
) -> dict[int, Mapping[str, float]]:
    """P of every claim with one change at a time taken back."""
    found = {}
    for place, change in looked_into:
        back = _possible(change, [other for _, other in moving], old, new)
        if back is not None:
            found[place] = probabilities_after(after, back)
    return found


def _possible(change: RecordChange, others: Sequence[RecordChange], old: Casebook, new: Casebook) -> Casebook | None:
    """The new casebook with a change taken back, and with it what that needs; None where that cannot be."""
    # First alone; a casebook that does not stand without other changes is tried with those that it needs.
    with suppress(InvalidCasebook):
        return _take_back(change, old, new)
    with suppress(InvalidCasebook):
        return _take_back_alike(change, others, new) if change.kind == "changed" else _put_back(change, old, new)
    return None


def _take_back(change: RecordChange, old: Casebook, new: Casebook) -> Casebook:
    """The new casebook with one change taken back."""
    if change.collection == "casebook":
        return evolve(new, **{change.id: getattr(old, change.id)})
    records = list(new.collection(change.collection))
    if change.after is not None:
        place = records.index(change.after)
        records[place : place + 1] = [] if change.before is None else [change.before]
    elif change.before is not None:
        records.append(change.before)
    return evolve(new, **{change.collection: tuple(records)})


def _take_back_alike(change: RecordChange, others: Iterable[RecordChange], new: Casebook) -> Casebook:
    """The new casebook with every changed record of a collection taken back: the priors of rivals fit only together."""
    collection = change.collection
    old = {one.id: one.before for one in others if (one.kind, one.collection) == ("changed", collection)}
    records = (old.get(id_or_place(item, place)) or item for place, item in enumerate(new.collection(collection)))
    return evolve(new, **{collection: tuple(records)})


def _put_back(change: RecordChange, old: Casebook, new: Casebook) -> Casebook:
    """A record that went, put back together with the sources, claims and questions that went, which it may name."""
    back = new
    for collection in ("sources", "claims", "questions"):
        here = {id_or_place(item, 0) for item in new.collection(collection)}
        gone = tuple(item for item in old.collection(collection) if id_or_place(item, 0) not in here)
        back = evolve(back, **{collection: (*back.collection(collection), *gone)}) if gone else back
    return _take_back(change, old, back)


def _causes(
    claim: str,
    one: Score | None,
    other: Score | None,
    undone: Mapping[int, Mapping[str, float]],
    texts: Sequence[str],
) -> tuple[str, ...]:
    """The changes that undo most of a claim's move when they alone are taken back."""
    if one is None or other is None:
        return ()
    move = other.probability - one.probability
    effects = {place: other.probability - found[claim] for place, found in undone.items() if claim in found}
    # A change that pushed the other way did not cause the move, however large its own effect.
    along = {place: effect for place, effect in effects.items() if effect * move > 0.0}
    most = sorted(along, key=lambda place: (-abs(along[place]), place))
    told = [place for place in most if abs(along[place]) >= _SHARE * abs(move)][:_MOST_CAUSES]
    return tuple(texts[place] for place in told)


def _at_hand(claim: str, changes: Sequence[RecordChange], network: Network, texts: Sequence[str]) -> tuple[str, ...]:
    """If no change alone explains a move: the changes of the claim itself and its rivals."""
    family = network.families.get(claim)
    mine = () if family is None else family.claims
    places = [place for place, one in enumerate(changes) if one.collection == "claims" and one.id in mine]
    return tuple(texts[place] for place in places[:_MOST_CAUSES])


def _sentence(one: Score | None, other: Score | None, causes: tuple[str, ...], words: LikelihoodScale) -> str:
    if other is None:
        return (
            "" if one is None else f"{quoted(one.claim.text)} is not judged any more; it was {_standing(one, words)}."
        )
    name, now = quoted(other.claim.text), per_cent_in_word(other.probability, words)
    if one is None:
        return f"{name} is new: {_standing(other, words)}."
    because = f", because {listed(causes)}" if causes else ""
    if abs(one.probability - other.probability) > _NOTABLE or one.word != other.word:
        verb = "raised" if other.probability > one.probability else "lowered"
        if one.word == other.word and one.estimate.judged == other.estimate.judged:
            before = per_cent_in_word(one.probability, words)
            shares = f"from {before} to {now}" if before != now else f"by less than a point, to {now},"
            return f"{name} is {verb} {shares} and stays {_word(other)}{because}."
        return f"{name} is {verb} from {_standing(one, words)} to {_standing(other, words)}{because}."
    if one.status != other.status:
        return f"{name} stays at {now}; its status changes from {tell_status(one)} to {tell_status(other)}."
    return f"{name} stays at {now}; confidence changes from {one.confidence} to {other.confidence}."


def _standing(score: Score, words: LikelihoodScale) -> str:
    return f"{_word(score)} ({per_cent_in_word(score.probability, words)})"


def _word(score: Score) -> str:
    return score.word if score.estimate.judged else "not known"


def _clause(change: RecordChange, before: Network, after: Network) -> str:
    """A change of a record, as a clause."""
    was, is_ = change.before, change.after
    if is_ is None:
        if was is None:
            return f"the {change.id} of the casebook changed"
        what, _, gone = _named(before, was, change)
        return f"{what} {gone}"
    what, added, _ = _named(after, is_, change)
    if was is None:
        return f"{what} {added}"
    special = _special(was, is_, change)
    if special is not None:
        return f"{what} {special}"
    if isinstance(is_, Dependence):
        what = f"the dependence between {what}"
    elif isinstance(is_, Established):
        return f"{what} {added}"
    elif not isinstance(is_, Statement | Source | Claim | Link):
        return f"{what} changed"
    return f"{what} changed in {_fields(change)}"


def _named(network: Network, item: Record, change: RecordChange) -> tuple[str, str, str]:
    """A record in words, and what is said of it where it is new and where it is gone."""
    match item:
        case Statement():
            ways = f", heard through {relays_of(network, item)}" if item.via else ""
            claim = quoted(network.claims[item.claim].text)
            return (
                f"a statement of {name_of(network, item.origin)}{ways}, which {item.stance} {claim},",
                *_CAME_AND_WENT,
            )
        case Source():
            return name_of(network, item.id), "was added as a source", "is no source any more"
        case Claim():
            return f"the claim {quoted(item.text)}", *_CAME_AND_WENT
        case Link():
            ends = [quoted(network.claims[name].text) for name in (item.from_claim, item.to_claim)]
            return f"the link from {ends[0]} to {ends[1]}", *_CAME_AND_WENT
        case Dependence():
            names = listed(name_of(network, name) for name in item.sources)
            return names, "are now taken to depend on each other", "are no longer taken to depend on each other"
        case Established():
            name = name_of(network, item.source)
            return name, "is now taken to be independent", "is no longer taken to be independent"
        case _:
            return f"{change.collection.removesuffix('s')} {change.id}", *_CAME_AND_WENT


def _special(was: Record, is_: Record, change: RecordChange) -> str | None:
    """What is said of a statement that fell or stands again, and of a source with another grade."""
    if isinstance(was, Statement) and isinstance(is_, Statement) and was.stands != is_.stands:
        if is_.stands:
            return "stands again"
        because = f" ({is_.standing.because.strip().removesuffix('.')})" if is_.standing.because else ""
        return f"was {is_.standing.is_}{because}"
    if isinstance(was, Source) and isinstance(is_, Source) and change.fields == ("reliability",):
        now = f"is now graded {is_.reliability}" if is_.reliability else "is now without a grade"
        return f"{now}, {f'no longer {was.reliability}' if was.reliability else 'and had no grade'}"
    return None


def _fields(change: RecordChange) -> str:
    """The fields that changed, with what they were and are where that is short."""
    told = []
    for name in change.fields:
        ends = [getattr(item, name) for item in (change.before, change.after)]
        shown = ["none" if end is None else f"{end:g}" if isinstance(end, float) else str(end) for end in ends]
        plain = all(end is None or isinstance(end, str | int | float) for end in ends)
        simple = plain and all(len(text) <= _SHORT for text in shown)
        told.append(f"{name.rstrip('_')} (from {shown[0]} to {shown[1]})" if simple else name.rstrip("_"))
    return listed(told)
