"""Looking back: a claim scored by what was known at some time, for the readers of today."""

from claimtrack._records import record
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.history.state import State
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.privacy.retroactive import redact_past, with_all_names
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method


@record
class Look:
    """How readers look back: which readers, by which method, with what is known now."""

    state: State
    """What is known of each record now."""
    now: Redaction
    """The casebook as it is now, whole and as its readers see it; it is projected once for all looks."""
    method: Method
    """How to score."""
    words: LikelihoodScale | str
    """The likelihood scale."""

    def scored(self, known: State, claim: str) -> tuple[Assessment, Score] | None:
        """A claim of the whole casebook, by its id there, scored by what was known.

        None where it was not there or was an opinion, or where the records contradicted each other for a time, since
        something was entered late.

        Cost: a run of the method on what bears on the claim, and linear in what was known.
        """
        try:
            seen = redact_past(known.casebook(pruned=True), self.now, self.state)
            name, book = seen.claim_ids.get(claim), seen.casebook
        except InvalidCasebook:
            return None
        if name is None or book.claim(name).kind == "opinion":
            return None
        assessment = assess(build(book), method=self.method, words=self.words, only=[name])
        return assessment, assessment[name]


def look_of(
    state: State,
    *,
    audience: str,
    key: str | None,
    now: Casebook | None,
    method: Method | None,
    words: LikelihoodScale | str,
) -> Look:
    """How readers look back; without `now` or `method`, with what the events make and by the default method."""
    book = state.casebook() if now is None else now
    whole = with_all_names(book, state) if audience == "public" else book
    return Look(
        state=state,
        now=redact(whole, audience, key=key),
        method=OriginEvidence() if method is None else method,
        words=words,
    )
