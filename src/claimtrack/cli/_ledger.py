"""What the commands of the ledger share: a case as it was and as it is, records found by id, what was appended told."""

import argparse
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from textwrap import fill
from typing import NamedTuple

from claimtrack.analysis.change_causes import Difference, difference
from claimtrack.cli._casebook import LEDGER, audience_of, scored
from claimtrack.cli._files import form_of, put_report, refuse_to_lose
from claimtrack.cli._output import FINE, guarded, say, told
from claimtrack.dates import Moment, PartialDate, moment_of
from claimtrack.errors.base import nearest
from claimtrack.errors.failures import InvalidCasebook, ProtectedStringFound, WrongUse
from claimtrack.errors.problems import BadMoment, Problem, UnknownId
from claimtrack.history.events import Event
from claimtrack.history.replay import known_by, state_of
from claimtrack.history.state import State
from claimtrack.io.private_file import read_private
from claimtrack.ledger.chain import Head
from claimtrack.ledger.event_json import plain_event
from claimtrack.ledger.ledger import Ledger
from claimtrack.model.casebook import COLLECTIONS, Casebook
from claimtrack.model.records import Confidential
from claimtrack.network.subgraph import downstream
from claimtrack.privacy.retroactive import as_seen_now, still_protected, with_all_names
from claimtrack.report.blocks import Report
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.escape import one_line
from claimtrack.text.words import counted
from claimtrack.tracking.alerts import alerts

_WIDE = 88
_MOST = 8
"""So many judgments that moved are told one by one."""


class _Done(NamedTuple):
    """What was appended, and what it did."""

    path: str
    audience: str
    events: Sequence[Event]
    added: int
    head: Head
    moved: Difference
    rests: Sequence[str]


Private = Mapping[str, Confidential]
"""The confidential fields of sources, by id."""


class Case(NamedTuple):
    """A case as events make it, with its private fields."""

    state: State
    """What is known of each record."""
    book: Casebook
    """The casebook."""

    @property
    def outcomes(self) -> dict[str, str]:
        """How claims turned out."""
        return {claim: one.outcome for claim, one in self.state.resolutions.items()}

    @property
    def named(self) -> Casebook:
        """The casebook with every name that its hidden sources ever had: what the public may see is made of it."""
        return with_all_names(self.book, self.state)

    def seen(self, now: "Case", audience: str) -> Casebook:
        """The casebook as readers may see it now, what is protected by now protected."""
        return self.book if audience == "internal" else as_seen_now(self.book, now.named, now.state)


def refuse_name(path: str) -> None:
    """Refuse a name that is no ledger's."""
    if Path(path).suffix != LEDGER:
        raise WrongUse(reason=f"{path}: the name of a ledger ends in {LEDGER}")


def private_of(path: str, events: Iterable[Event]) -> Private:
    """The confidential fields in the private file beside a ledger, by source; that of another source is refused."""
    return read_private(Path(path), {event.what.id for event in events if event.what.collection == "sources"})


def case_at(
    private: Private,
    events: Iterable[Event],
    *,
    as_of: Moment | None = None,
    so_on: PartialDate | None = None,
    as_learned: bool = False,
) -> Case:
    """The case that events make, as it was believed at a moment or was on a day; private fields are those of now."""
    state = state_of(known_by(events, as_of=as_of, so_on=so_on, as_learned=as_learned))
    here = {name: fields for name, fields in private.items() if name in state.collections["sources"]}
    state = state.with_private(here)
    return Case(state, state.casebook(pruned=so_on is not None))


def opened(path: str) -> tuple[list[Event], Private, Case]:
    """The events of a ledger, the private fields beside it, and the case as it is now."""
    with Ledger(path) as ledger:
        events = list(ledger.events())
    private = private_of(path, events)
    return events, private, case_at(private, events)


def form_asked(asked: argparse.Namespace) -> str:
    """The form of a report, as asked or by the ending of its file; no file is lost that may be something else."""
    form: str = asked.format or form_of(asked.output)
    if asked.output is not None:
        refuse_to_lose(Path(asked.output))
    return form


def moment_asked(option: str, text: str | None, *, end: bool = False) -> Moment | None:
    """A moment as it was asked for."""
    if text is None:
        return None
    try:
        return moment_of(text, end=end)
    except BadMoment as error:
        raise WrongUse(reason=f"{option}: {error.says()}") from None


def date_asked(option: str, text: str | None) -> PartialDate | None:
    """A date as it was asked for."""
    if text is None:
        return None
    try:
        return PartialDate(text)
    except Problem as error:
        raise WrongUse(reason=f"{option}: {error.says()}") from None


def found(state: State, name: str, *collections: str) -> tuple[str, str]:
    """The collection and id of a record by its id, or by `statements/s1` where several kinds have the id.

    Raises:
        WrongUse: there is none, or several kinds of records have it.
    """
    wanted = collections or tuple(COLLECTIONS)
    collection, slash, rest = name.partition("/")
    if slash and collection in wanted:
        wanted, name = (collection,), rest
    homes = [each for each in wanted if name in state.collections[each]]
    if len(homes) > 1:
        words = " or ".join(f"{home}/{name}" for home in homes)
        raise WrongUse(reason=f"several records have the id {name}; write {words}")
    if not homes:
        known = [one for each in wanted for one in state.collections[each]]
        kind = wanted[0].removesuffix("s") if len(wanted) == 1 else "id"
        error = UnknownId(place="", kind=kind, seen=name, near=nearest(name, known))
        raise WrongUse(reason=f"the ledger has no such record: {error.says()}")
    return homes[0], name


def change(asked: argparse.Namespace, make: Callable[[State], Sequence[Event]]) -> int:
    """Append what is made of what is known, if the casebook stays valid, and tell what it did to the judgments."""
    with Ledger(asked.ledger) as ledger:
        events = list(ledger.events())
        new = make(state_of(events))
        private = private_of(asked.ledger, [*events, *new])
        try:
            before, after = case_at(private, events), case_at(private, [*events, *new])
        except InvalidCasebook as error:
            raise InvalidCasebook(problems=error.problems, path=f"{asked.ledger}, with what would be added") from None
        if before.book == after.book and before.outcomes == after.outcomes:
            raise WrongUse(reason="that changes nothing: it is so already, and nothing was added")
        head = ledger.append(*new, after=len(events))
    return appended(asked, before, after, new, head)


def shown(asked: argparse.Namespace, text: str, audience: str, books: Sequence[Casebook], report: Report) -> int:
    """Print what was composed, or put it into the file that was asked for, once it is sure that readers may see it."""
    output = getattr(asked, "output", None)
    if output is None:
        told(text, audience, books, report=report)
        return FINE
    guarded(text, audience, books, report=report, name=Path(output).name)
    put_report(Path(output), {"": text}, private=audience == "internal")
    print(f"{output}: written for {audience} readers", file=sys.stderr)
    return FINE


def appended(asked: argparse.Namespace, before: Case, after: Case, new: Sequence[Event], head: Head) -> int:
    """Print the head, to be pinned elsewhere, and what changed of the judgments, for whom it may concern."""
    audience = audience_of(asked)
    was, now = (scored(case.seen(after, audience), asked, audience, like=after.named) for case in (before, after))
    done = _Done(
        path=asked.ledger,
        audience=audience,
        events=new if audience == "internal" else (),
        added=len(new),
        head=head,
        moved=difference(was, now),
        rests=_resting(was, new) if audience == "internal" else (),
    )
    text = json_text(_data(done)) if asked.format == "json" else _text(done)
    try:
        told(text, audience, [still_protected(before.book, after.named), after.named])
    except ProtectedStringFound as error:
        bare = done._replace(moved=difference(now, now))
        say(json_text(_data(bare)) if asked.format == "json" else _text(bare))
        where = ", ".join(place for place, _ in error.places)
        print(f"claimtrack: warning: what it did is not shown, since {where} would be in it", file=sys.stderr)
    return FINE


def _resting(before: Assessment, new: Sequence[Event]) -> tuple[str, ...]:
    """The claims that rest on what was retracted, whether they moved or not."""
    fallen = [event.what.id for event in new if event.kind in ("retracted", "restored", "removed")]
    return downstream(before.network, fallen)


def _text(done: _Done) -> str:
    added = f"{done.added} event{'' if done.added == 1 else 's'} added" if done.added else "nothing to add"
    lines = [f"{done.path}: {added}; {done.head}"]
    moved = [one for one in done.moved.moved if one.before is not None]
    fresh = len(done.moved.moved) - len(moved)
    lines += [f"  {counted(fresh, 'claim')} {'is' if fresh == 1 else 'are'} new."] if fresh else []
    lines += [f"  {one_line(one.text)}" for one in moved[:_MOST]]
    lines += (
        [f"  and {len(moved) - _MOST} more judgments moved; `claimtrack ledger diff` tells them all."]
        if len(moved) > _MOST
        else []
    )
    lines += [f"! {one_line(alert.text)}" for alert in alerts(done.moved.before, done.moved.after)]
    same = [claim for claim in done.rests if all(one.claim != claim for one in done.moved.moved)]
    if same:
        lines.append(f"  Rests on it too, and stays as it is: {', '.join(same)}.")
    head, *rest = lines
    return "\n".join(
        [head, *(fill(line, _WIDE, subsequent_indent="    ", break_long_words=False) for line in rest), ""]
    )


def _data(done: _Done) -> dict[str, JsonValue]:
    moved = done.moved
    return {
        "ledger": Path(done.path).name,
        "audience": done.audience,
        "added": done.added,
        "count": done.head.count,
        "head": done.head.hash,
        "events": [plain_event(event) for event in done.events],
        "moved": [
            {
                "claim": one.claim,
                "before": None if one.before is None else one.before.probability,
                "after": None if one.after is None else one.after.probability,
                "text": one.text,
            }
            for one in moved.moved
        ],
        "alerts": [
            {"claim": one.claim, "kind": one.kind, "before": one.before, "after": one.after, "text": one.text}
            for one in alerts(moved.before, moved.after)
        ],
        "rests_on_it": list(done.rests),
    }
