"""What we do not know: the gaps that matter most to the key judgments, three at most."""

from collections.abc import Iterator, Sequence

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Section, make_section
from claimtrack.report.quotable import mention
from claimtrack.text.words import listed

_MOST, _LONGEST = 3, 200


def write_not_known(explanation: Explanation, claims: Sequence[str]) -> Section:
    """The gaps that the analyst noted, those about the key claims first, and what the evidence itself leaves open."""
    noted = choose_gaps(explanation.assessment.network, claims).values()
    items = dict.fromkeys((*noted, *_unsure(explanation, claims)))
    return make_section("What we do not know", Bullets(items=tuple(items)[:_MOST]))


def choose_gaps(network: Network, claims: Sequence[str]) -> dict[str, str]:
    """The few gaps in the notes to tell of, and as much of each as there is room for.

    Those on a question or a key claim come first, then those on who speaks of them, then all others.
    """
    near = {*claims, *(question.id for question in network.casebook.questions)}
    speaking = {chain.statement.origin for claim in claims for chain in network.chains[claim]}
    gaps = [note for note in network.casebook.notes if note.kind == "gap"]
    ordered = sorted(gaps, key=lambda note: (note.about not in near, note.about not in speaking))
    return {note.text: _shortened(note.text) for note in ordered[:_MOST]}


def _shortened(text: str) -> str:
    """A text, or its first sentence, or as much of that as there is room for."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        text = text.partition(". ")[0].removesuffix(".") + "."
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …"


def _unsure(explanation: Explanation, claims: Sequence[str]) -> Iterator[str]:
    """Which key claims nothing speaks of, and who speaks of them without saying how they know."""
    network, scores = explanation.assessment.network, explanation.assessment.scores
    silent = [mention(scores[claim].claim.text) for claim in claims if not scores[claim].estimate.judged]
    if silent:
        yield f"Nothing speaks of {listed(silent, most=1)}."
    unsure = {
        chain.statement.origin: None
        for claim in claims
        for chain in network.chains[claim]
        if chain.established is None and chain.statement.lineage not in ("told", "deduced")
    }
    if unsure:
        names = listed((name_of(network, origin) for origin in unsure), most=2)
        yield f"Whether what comes from {names} is first-hand."
    ungraded = {
        chain.statement.origin: None for claim in claims for chain in network.chains[claim] if chain.grade is None
    }
    if ungraded:
        names = listed((name_of(network, origin) for origin in ungraded), most=2)
        yield f"How far to trust {names}: nobody has graded {'this source' if len(ungraded) == 1 else 'these sources'}."
