"""The annex of the report: sources, assumptions, notes, what was set aside, and the method."""

from collections.abc import Mapping

from claimtrack.explaining import Explanation, capital, listed, name_of, quoted
from claimtrack.model.records import Link, Note, Statement
from claimtrack.network import Network
from claimtrack.report.report import Bullets, Paragraph, Section, Table
from claimtrack.values.words import per_cent

__all__ = ["annex"]

_NOTE_TITLES = {
    "gap": "Gaps",
    "search made": "Searches made",
    "right of reply": "Right of reply",
    "deception check": "Deception checks",
    "indicator": "Indicators to watch",
    "dissent": "Dissent",
    "waiver": "Waivers",
}

_RULES = (
    "Repeating a statement adds nothing. An origin that is not established can hold a claim up and never "
    "adds to another. What comes through one relay never weighs more than that relay's own word, and what comes over "
    "a link never more than the claim behind it is worth. Bounds take every grade at the ends of its band; they are "
    "no credible interval."
)


def annex(explanation: Explanation) -> list[Section]:
    """The sections that follow the reasons."""
    network = explanation.assessment.network
    return [
        _sources(network),
        _statements(network),
        _assumptions(network),
        *_notes(network),
        _set_aside(explanation),
        _documents(network),
        _method(explanation),
    ]


def _sources(network: Network) -> Section:
    said: dict[str, int] = {}
    passed: dict[str, int] = {}
    for rows in network.chains.values():
        for chain in rows:
            said[chain.statement.origin] = said.get(chain.statement.origin, 0) + 1
            for relay in chain.statement.via:
                passed[relay] = passed.get(relay, 0) + 1
    table = tuple(
        (
            capital(name_of(network, source.id)),
            source.kind,
            (source.reliability or "not graded") + "".join(f"; {k}: {v}" for k, v in sorted(source.topics.items())),
            str(said.get(source.id, 0)),
            str(passed.get(source.id, 0)),
            "yes" if source.protected else "no",
        )
        for source in network.casebook.sources
    )
    last = "Named by label" if network.casebook.audience == "public" else "Protected"
    headings = ("Source", "Kind", "Reliability", "Statements", "Passed on", last)
    return Section(title="Sources", blocks=(Table(headings=headings, rows=table),) if table else ())


def _statements(network: Network) -> Section:
    """Who said what, how they know, through whom, and where it stands; by claim."""
    titles = {document.id: document.title for document in network.casebook.documents}
    items = tuple(
        _statement(network, statement, titles)
        for claim in network.casebook.claims
        for statement in network.casebook.statements
        if statement.claim == claim.id
    )
    return Section(title="Statements", blocks=(Bullets(items=items),) if items else ())


def _statement(network: Network, statement: Statement, titles: Mapping[str, str]) -> str:
    verb = "asserts" if statement.stance == "asserts" else "denies"
    how = "" if statement.lineage == "unknown" else f" ({statement.lineage})"
    ways = f", through {listed(name_of(network, relay) for relay in statement.via)}" if statement.via else ""
    hedge = f"; {statement.hedge}" if statement.hedge else ""
    where = f"; in {quoted(titles[statement.document])}" if statement.document else ""
    when = f"; said on {statement.stated}" if statement.stated else ""
    quote = f"; in the words {quoted(statement.quote)}" if statement.quote else ""
    gone = "" if statement.stands else f"; {statement.standing.is_}"
    return (
        f"{statement.id}: {name_of(network, statement.origin)} {verb}{how}{ways}: "
        f"{quoted(network.claims[statement.claim].text)}{hedge}{where}{when}{quote}{gone}."
    )


def _assumptions(network: Network) -> Section:
    policy = network.casebook.policy
    items = []
    ungraded: dict[str, None] = {}
    for claim in network.families:
        for chain in network.chains[claim]:
            pairs = ((chain.statement.origin, chain.grade), *zip(chain.statement.via, chain.relay_grades, strict=True))
            ungraded.update(dict.fromkeys(source for source, grade in pairs if grade is None))
    if ungraded:
        names = listed(name_of(network, source) for source in ungraded)
        items.append(
            f"Nobody graded {names}; such a source is taken to pass on what it knows "
            f"{per_cent(policy.ungraded)} of the time."
        )
    if policy.independence == "assumed":
        items.append("The policy of this casebook assumes that all sources are independent.")
    found = {chain.statement.origin for rows in network.chains.values() for chain in rows}
    items += [
        f"{capital(name_of(network, item.source))} is taken to speak from itself: {item.because}"
        for item in network.casebook.established
        if item.source in found
    ]
    items += [_note(network, note) for note in network.casebook.notes if note.kind == "assumption"]
    items.append("The fidelity that stands for each grade, and its band, are design choices; see the method.")
    return Section(title="Assumptions", blocks=(Bullets(items=tuple(items)),))


def _notes(network: Network) -> list[Section]:
    sections = []
    for kind, title in _NOTE_TITLES.items():
        items = tuple(_note(network, note) for note in network.casebook.notes if note.kind == kind)
        if items:
            sections.append(Section(title=title, blocks=(Bullets(items=items),)))
    return sections


def _note(network: Network, note: Note) -> str:
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
    titles = {document.id: document.title for document in book.documents}
    titles |= {question.id: quoted(question.text) for question in book.questions}
    titles |= {statement.id or "": f"statement {statement.id}" for statement in book.statements}
    titles |= {link.id or "": f"link {link.id}" for link in book.links}
    return titles.get(about)


def _set_aside(explanation: Explanation) -> Section:
    network = explanation.assessment.network
    items = list(dict.fromkeys(text for account in explanation.accounts.values() for text in account.set_aside))
    opinions = [claim for claim in network.casebook.claims if claim.kind == "opinion"]
    items += [f"{quoted(claim.text)} is an opinion: neither true nor false, and not scored." for claim in opinions]
    for ring in network.rings:
        members = [name_of(network, name) if ring.kind == "relays" else name for name in ring.members]
        what = "relay each other" if ring.kind == "relays" else "are claims that feed each other over links"
        items.append(f"{capital(listed(members))} {what}: going round in this ring adds nothing.")
    items += [_idle(network, link) for link in network.idle]
    return Section(title="What was set aside", blocks=(Bullets(items=tuple(items)),) if items else ())


def _idle(network: Network, link: Link) -> str:
    """Why a link counts nowhere."""
    ends = [quoted(network.claims[claim].text) for claim in (link.from_claim, link.to_claim)]
    if link.from_claim == link.to_claim:
        return f"Link {link.id} leads from {ends[0]} to itself: it counts nowhere."
    if any(claim not in network.families for claim in (link.from_claim, link.to_claim)):
        return f"Link {link.id} joins {ends[0]} and {ends[1]}, and an opinion is neither evidence nor scored."
    return f"Link {link.id} leads from {ends[0]} to its rival {ends[1]}; that they are rivals is all there is to count."


def _documents(network: Network) -> Section:
    rows = tuple(
        (d.title, d.publisher or "", str(d.published or ""), d.url or d.archive_url or "", d.digest or "")
        for d in network.casebook.documents
    )
    headings = ("Document", "Publisher", "Published", "Where", "Digest")
    return Section(title="Documents", blocks=(Table(headings=headings, rows=rows),) if rows else ())


def _method(explanation: Explanation) -> Section:
    assessment = explanation.assessment
    cites = sorted({step.cites for score in assessment.scores.values() for step in score.steps if step.cites})
    lines = [
        f"Scored by {assessment.method!r}.",
        f"Likelihood words: {assessment.words.name}. A touching edge belongs to the upper term.",
        _RULES,
    ]
    if cites:
        lines.append(f"The rules cite {', '.join(cites)}; the bibliography is in the documentation.")
    return Section(title="Method", blocks=tuple(Paragraph(text=line) for line in lines))
