"""Looking back: a claim scored as it was at some time, for readers of now."""

from collections.abc import Mapping

from claimtrack._records import record
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.history.state import State
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import for_audience, public_claims
from claimtrack.privacy.retroactive import as_seen_now, with_all_names
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment, Score
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method


@record
class Look:
    """How the past is looked at: for whom, by which method, with what is known now."""

    state: State
    """What is known of each record now."""
    now: Casebook
    """The whole casebook as it is now."""
    is_public: bool
    """Whether only what the public may see counts."""
    key: str | None
    """As in `for_audience`."""
    method: Method
    """How to score."""
    words: LikelihoodScale | str
    """The likelihood scale."""

    @property
    def claims(self) -> Mapping[str, str]:
        """The id under which readers know each claim, by its id in the house."""
        return public_claims(self.now, key=self.key) if self.is_public else {one.id: one.id for one in self.now.claims}

    def scored(self, known: State, claim: str) -> tuple[Assessment, Score] | None:
        """A claim, by its id in the house, scored by what was known; None where it was not there, or was an opinion.

        None also where the records contradicted each other for a time, since something was entered late.

        Cost: a run of the method on what bears on the claim, and linear in what was known.
        """
        name: str | None = claim
        try:
            book = known.casebook(pruned=True)
            if self.is_public:
                seen = as_seen_now(book, self.now, self.state)
                name = public_claims(seen, key=self.key, like=self.now).get(claim)
                book = for_audience(seen, "public", key=self.key, like=self.now)
        except InvalidCasebook:
            return None
        if name is None or all(one.id != name or one.kind == "opinion" for one in book.claims):
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
    """How readers of an audience look back; what is None is what the events make, and the default method."""
    book = state.casebook() if now is None else now
    return Look(
        state=state,
        now=with_all_names(book, state) if audience == "public" else book,
        is_public=audience == "public",
        key=key,
        method=OriginEvidence() if method is None else method,
        words=words,
    )
