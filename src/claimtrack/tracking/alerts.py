"""Alerts: changes of a judgment that nobody should miss."""

from collections.abc import Iterable
from typing import Literal

from claimtrack._records import record
from claimtrack.analysis.sentences import tell_status
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.text.words import quoted


@record
class Alert:
    """A claim that crossed a word, changed its status, or lost its last established origin."""

    claim: str
    """Id of the claim."""
    kind: Literal["word", "status", "established"]
    """What happened to it."""
    before: str
    """The word, the status, or the number of established origins before."""
    after: str
    """The same after."""
    text: str
    """A sentence that says so."""


def find_alerts(before: Assessment, after: Assessment) -> tuple[Alert, ...]:
    """The changes from one assessment to another that nobody should miss, in the order of the casebook.

    Cost: linear in the claims.
    """
    both = (claim for claim in after.scores if claim in before.scores)
    return tuple(alert for claim in both for alert in alerts_of(before.scores[claim], after.scores[claim]))


def alerts_of(before: Score, after: Score) -> Iterable[Alert]:
    """The alerts of one claim. Cost: constant."""
    claim, name = after.claim.id, quoted(after.claim.text)
    if before.word != after.word:
        unjudged = not before.estimate.judged and not after.estimate.judged
        was, now = (before.word, after.word) if unjudged else (_word(before), _word(after))
        text = f"{name} crosses from {was} to {now}."
        yield Alert(claim=claim, kind="word", before=before.word, after=after.word, text=text)
    if before.status != after.status:
        text = f"The status of {name} changes from {tell_status(before)} to {tell_status(after)}."
        yield Alert(claim=claim, kind="status", before=before.status, after=after.status, text=text)
    had, has = before.counts.established, after.counts.established
    if had and not has:
        text = f"{name} loses its last independent origin."
        yield Alert(claim=claim, kind="established", before=str(had), after=str(has), text=text)


def _word(score: Score) -> str:
    return score.word if score.estimate.judged else "not known"
