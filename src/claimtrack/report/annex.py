"""The annex of the report: sources, assumptions, notes, what was set aside, and the method."""

from claimtrack.explaining import Explanation, counted, listed, name_of, quoted
from claimtrack.model.records import Note
from claimtrack.network import Network
from claimtrack.report.report import Bullets, Paragraph, Section, Table
from claimtrack.values.words import likelihood_scale, per_cent

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
    "adds to another. What comes through one relay never weighs more than that relay's own word."
)


def annex(explanation: Explanation) -> list[Section]:
    """The sections that follow the reasons."""
    network = explanation.assessment.network
    return [
        _sources(network),
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
            name_of(network, source.id),
            source.kind,
            (source.reliability or "not graded") + "".join(f"; {k}: {v}" for k, v in sorted(source.topics.items())),
            str(said.get(source.id, 0)),
            str(passed.get(source.id, 0)),
            "yes" if source.protected else "no",
        )
        for source in network.casebook.sources
    )
    headings = ("Source", "Kind", "Reliability", "Statements", "Passed on", "Protected")
    return Section(title="Sources", blocks=(Table(headings=headings, rows=table),) if table else ())


def _assumptions(network: Network) -> Section:
    policy = network.casebook.policy
    items = []
    ungraded = [name_of(network, source.id) for source in network.casebook.sources if source.reliability is None]
    if ungraded:
        items.append(
            f"Nobody graded {listed(ungraded)}; such a source is taken to pass on what it knows "
            f"{per_cent(policy.ungraded)} of the time."
        )
    if policy.independence == "assumed":
        items.append("The policy of this casebook assumes that all sources are independent.")
    items += [_note(network, note) for note in network.casebook.notes if note.kind == "assumption"]
    items.append("The fidelity that stands for each grade is a design choice; see the method.")
    return Section(title="Assumptions", blocks=(Bullets(items=tuple(items)),))


def _notes(network: Network) -> list[Section]:
    sections = []
    for kind, title in _NOTE_TITLES.items():
        items = tuple(_note(network, note) for note in network.casebook.notes if note.kind == kind)
        if items:
            sections.append(Section(title=title, blocks=(Bullets(items=items),)))
    return sections


def _note(network: Network, note: Note) -> str:
    about = note.about or ""
    if about in network.claims:
        subject = f"On {quoted(network.claims[about].text)}: "
    elif about in network.sources:
        subject = f"On {name_of(network, about)}: "
    else:
        titles = {document.id: document.title for document in network.casebook.documents}
        titles |= {statement.id or "": f"statement {statement.id}" for statement in network.casebook.statements}
        subject = f"On {titles[about]}: " if about in titles else ""
    by = f" ({note.by}{f', {note.on}' if note.on else ''})" if note.by else ""
    return f"{subject}{note.text}{by}"


def _set_aside(explanation: Explanation) -> Section:
    network = explanation.assessment.network
    items = [text for account in explanation.accounts.values() for text in account.set_aside]
    opinions = [claim for claim in network.casebook.claims if claim.kind == "opinion"]
    items += [f"{quoted(claim.text)} is an opinion: neither true nor false, and not scored." for claim in opinions]
    for ring in network.rings:
        members = [name_of(network, name) if ring.kind == "relays" else name for name in ring.members]
        what = "relay each other" if ring.kind == "relays" else "are claims that feed each other"
        items.append(f"{listed(members)} {what}: what goes round this ring counts for nothing extra.")
    if network.casebook.links:
        count = counted(len(network.casebook.links), "link")
        items.append(
            f"{count} between claims {'is' if count.startswith('1 ') else 'are'} recorded; scores do not use links yet."
        )
    return Section(title="What was set aside", blocks=(Bullets(items=tuple(items)),) if items else ())


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
        f"Scored by {assessment.method}.",
        f"Likelihood words: {likelihood_scale(assessment.words).name}. A touching edge belongs to the upper term.",
        _RULES,
    ]
    if cites:
        lines.append(f"The rules cite {', '.join(cites)}; the bibliography is in the documentation.")
    return Section(title="Method", blocks=tuple(Paragraph(text=line) for line in lines))
