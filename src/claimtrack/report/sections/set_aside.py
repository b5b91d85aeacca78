"""Set aside, corrected, assumed: what counts for nothing and why, what was assumed, and what the desk noted."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.model.claims import Link
from claimtrack.model.notes import Note
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Section, Table, Text, cite, make_section
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital, listed, quoted


def write_set_aside(explanation: Explanation, numbers: Mapping[str, int], *, told: Mapping[str, str]) -> list[Section]:
    """What counts for nothing, what was corrected and what was assumed, and the notes of the casebook.

    Args:
        explanation: what to tell of.
        numbers: the number of each statement in the list of the evidence.
        told: the notes that were told before, and as much of each as was told.
    """
    network = explanation.assessment.network
    items = (*_counts_for_nothing(explanation, numbers), *_assumptions(network))
    parts = [
        make_section("Corrected and retracted", _corrections(network, numbers), level=2),
        make_section("Notes", _notes(network, numbers, told), level=2),
    ]
    filled = [part for part in parts if part.blocks]
    return [make_section("Set aside, corrected, assumed", Bullets(items=items)), *filled] if items or filled else []


def _counts_for_nothing(explanation: Explanation, numbers: Mapping[str, int]) -> Iterator[Text]:
    """Statements without a basis, opinions, rings and idle links, each kind in one sentence."""
    network = explanation.assessment.network
    steps = (step for account in explanation.accounts.values() for step in account.score.steps)
    aside = {step.inputs[0]: step.inputs[1:] for step in steps if step.rule == "set aside"}
    if aside:
        who = listed(
            name_of(network, name) for name in dict.fromkeys(name for names in aside.values() for name in names)
        )
        cited = sorted(numbers[name] for name in aside)
        yield cite("Set aside, since there is nothing to judge ", who, " by (grade F):", cited, ".")
    opinions = [quoted(claim.text) for claim in network.casebook.claims if claim.kind == "opinion"]
    if opinions:
        yield f"Opinions are neither true nor false, and not scored: {listed(opinions, most=len(opinions))}."
    rings = [_ring(network, ring.kind, ring.members) for ring in network.rings]
    if rings:
        yield f"Going round in a ring adds nothing: {'; '.join(rings)}."
    idle = [_idle(network, link) for link in network.idle]
    if idle:
        yield f"Links that count nowhere: {'; '.join(idle)}."


def _ring(network: Network, kind: str, members: Sequence[str]) -> str:
    if kind == "relays":
        return f"{listed((name_of(network, name) for name in members), most=len(members))} relay each other"
    return f"{listed((quoted(network.claims[name].text) for name in members), most=len(members))} feed each other"


def _idle(network: Network, link: Link) -> str:
    """Why a link counts nowhere."""
    start, end = (quoted(network.claims[claim].text) for claim in (link.from_claim, link.to_claim))
    if link.from_claim == link.to_claim:
        return f"from {start} to itself"
    if any(claim not in network.families for claim in (link.from_claim, link.to_claim)):
        return f"from {start} to {end}, of which one is an opinion"
    return f"from {start} to its rival {end}"


def _assumptions(network: Network) -> Iterator[str]:
    """What was assumed: the grades that are missing, the policy, and who is taken to be independent."""
    policy = network.casebook.policy
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    graded = (
        pair
        for chain in chains
        for pair in (
            (chain.statement.origin, chain.grade),
            *zip(chain.statement.relays, chain.relay_grades, strict=True),
        )
    )
    ungraded = dict.fromkeys(source for source, grade in graded if grade is None)
    if ungraded:
        yield (
            f"Nobody graded {listed(name_of(network, source) for source in ungraded)}; what such an origin knows is "
            f"taken to reach us {per_cent(policy.ungraded)} of the time."
        )
    if policy.independence == "assumed":
        yield "All sources are assumed to be independent, as the policy of this casebook says."
    origins = {chain.statement.origin for chain in chains}
    shown = [item for item in network.casebook.established if item.source in origins]
    if shown:
        told = (f"{name_of(network, item.source)} ({item.because.strip().removesuffix('.')})" for item in shown)
        yield f"Taken to be independent: {'; '.join(told)}."


def _corrections(network: Network, numbers: Mapping[str, int]) -> Table:
    """The statements that were corrected or retracted: when, why, and what stands in their place."""
    rows = tuple(
        (
            cite(capital(name_of(network, one.origin)), [numbers[one.id or ""]]),
            one.standing.is_,
            str(one.standing.on or ""),
            one.standing.because or "",
            "" if one.standing.by is None else cite([numbers[one.standing.by]]),
        )
        for one in network.casebook.statements
        if not one.stands
    )
    return Table(headings=("Statement by", "What became of it", "When", "Why", "In its place"), rows=rows)


def _notes(network: Network, numbers: Mapping[str, int], told: Mapping[str, str]) -> Table:
    """What is missing, who disagrees, who was asked; the assumptions first."""
    ordered = sorted(network.casebook.notes, key=lambda note: note.kind != "assumption")
    texts = [" ".join(note.text.split()).removeprefix(told.get(note.text, "")).strip() for note in ordered]
    rows = tuple(
        (capital(note.kind), _subject(network, note.about, numbers), text, _by(note))
        for note, text in zip(ordered, texts, strict=True)
        if text
    )
    if not any(by for *_, by in rows):
        return Table(headings=("Note", "On", "What"), rows=tuple(row[:-1] for row in rows))
    return Table(headings=("Note", "On", "What", "By"), rows=rows)


def _by(note: Note) -> str:
    return f"{note.by}{f', {note.on}' if note.on else ''}" if note.by else ""


def _subject(network: Network, about: str | None, numbers: Mapping[str, int]) -> Text:
    """What a note is about, in words; nothing for what has no name of its own."""
    book = network.casebook
    if about is None:
        return ""
    if about in network.claims:
        return network.claims[about].text
    if about in network.sources:
        return capital(name_of(network, about))
    if about in numbers:
        return cite([numbers[about]])
    for link in book.links:
        if link.id == about:
            ends: Iterable[str] = (quoted(network.claims[claim].text) for claim in (link.from_claim, link.to_claim))
            return " on ".join(ends)
    titles = {name: document.title for name, document in network.documents.items()}
    return (titles | {question.id: question.text for question in book.questions}).get(about, "")
