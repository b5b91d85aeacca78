"""The notes of a casebook: If this is wrong, Assumptions, and a section for each kind of note."""

from collections.abc import Sequence

from claimtrack.analysis.sentences import name_of
from claimtrack.model.notes import Note
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Section, make_section
from claimtrack.scales.words import per_cent
from claimtrack.text.names import mentioning
from claimtrack.text.words import capital, listed, quoted

_TITLES = {
    "gap": "Gaps",
    "search made": "Searches made",
    "right of reply": "Right of reply",
    "deception check": "Deception checks",
    "indicator": "Indicators to watch",
    "dissent": "Dissent",
    "waiver": "Waivers",
}


def write_if_this_is_wrong(network: Network, claims: Sequence[str]) -> Section:
    """Who is harmed if the key judgments are wrong, as far as the notes say, and who is named in them."""
    harms = _notes_of_kind(network, "harm")
    mentioned_in = mentioning(
        {name: source.id for source in network.sources.values() for name in (source.name, *source.aliases)}
    )
    items = list(harms)
    for claim in claims:
        text = network.claims[claim].text
        mentioned = mentioned_in(text)
        if mentioned:
            names = listed(name_of(network, source) for source in network.sources if source in mentioned)
            items.append(f"{quoted(text)} names {names}.")
    if not harms and network.casebook.audience == "internal":
        items.append("Nobody has noted who is harmed if a judgment here is wrong: a note of kind “harm” says so.")
    return _bullets("If this is wrong", items)


def write_assumptions(network: Network) -> Section:
    """What was assumed: the grades that are missing, the policy, the establishing remarks, and the notes."""
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
    items = []
    if ungraded:
        names = listed(name_of(network, source) for source in ungraded)
        items.append(
            f"Nobody graded {names}; such a source is taken to pass on what it knows "
            f"{per_cent(policy.ungraded)} of the time."
        )
    if policy.independence == "assumed":
        items.append("The policy of this casebook assumes that all sources are independent.")
    origins = {chain.statement.origin for rows in network.chains.values() for chain in rows}
    items += [
        f"{capital(name_of(network, item.source))} is taken to know first-hand: {item.because}"
        for item in network.casebook.established
        if item.source in origins
    ]
    items += _notes_of_kind(network, "assumption")
    items.append("The fidelity that stands for each grade, and its band, are design choices; see the method.")
    return _bullets("Assumptions", items)


def write_notes_by_kind(network: Network) -> list[Section]:
    """What is missing, who disagrees, who was asked: a section for each kind of note."""
    return [_bullets(title, _notes_of_kind(network, kind)) for kind, title in _TITLES.items()]


def _bullets(title: str, items: Sequence[str]) -> Section:
    return make_section(title, Bullets(items=tuple(items)))


def _notes_of_kind(network: Network, kind: str) -> list[str]:
    return [_describe(network, note) for note in network.casebook.notes if note.kind == kind]


def _describe(network: Network, note: Note) -> str:
    """A note with its subject and its author."""
    subject = _subject(network, note.about) if note.about else None
    by = f" ({note.by}{f', {note.on}' if note.on else ''})" if note.by else ""
    return f"On {subject}: {note.text}{by}" if subject else f"{note.text}{by}"


def _subject(network: Network, about: str) -> str | None:
    """What a note is about, in words."""
    book = network.casebook
    if about in network.claims:
        return quoted(network.claims[about].text)
    if about in network.sources:
        return name_of(network, about)
    titles = {name: document.title for name, document in network.documents.items()}
    titles |= {question.id: quoted(question.text) for question in book.questions}
    titles |= {statement.id or "": f"statement {statement.id}" for statement in book.statements}
    titles |= {link.id or "": f"link {link.id}" for link in book.links}
    return titles.get(about)
