"""The annex of the report: assumptions and notes, what was set aside, the evidence, and the method."""

from collections.abc import Mapping

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.model.records import Link, Note, Policy
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Section, Table
from claimtrack.report.charts.bars import ruler_figure
from claimtrack.report.charts.pictures import Strip
from claimtrack.report.sections.evidence import corrections_section, evidence_sections
from claimtrack.scales.words import per_cent
from claimtrack.scoring.fidelity import Fidelity
from claimtrack.scoring.protocol import fidelity_of
from claimtrack.text.quotes import QuoteCheck
from claimtrack.text.words import capital, listed, quoted

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


def doubts(network: Network) -> list[Section]:
    """What was assumed, what is missing, who disagrees and who was asked."""
    return [_assumptions(network), *_notes(network)]


def annex(explanation: Explanation, quotes: Mapping[str, QuoteCheck | None] | None) -> list[Section]:
    """The sections at the end: what was set aside and corrected, the evidence, and the method.

    Args:
        explanation: what to report.
        quotes: what came of checking the quote of each statement; None where nobody checked.
    """
    network = explanation.assessment.network
    return [
        _set_aside(explanation),
        corrections_section(network),
        *evidence_sections(network, quotes),
        *_method(explanation),
    ]


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
    items += [note_text(network, note) for note in network.casebook.notes if note.kind == "assumption"]
    items.append("The fidelity that stands for each grade, and its band, are design choices; see the method.")
    return Section(title="Assumptions", blocks=(Bullets(items=tuple(items)),))


def _notes(network: Network) -> list[Section]:
    sections = []
    for kind, title in _NOTE_TITLES.items():
        items = tuple(note_text(network, note) for note in network.casebook.notes if note.kind == kind)
        if items:
            sections.append(Section(title=title, blocks=(Bullets(items=items),)))
    return sections


def note_text(network: Network, note: Note) -> str:
    """A note with what it is about and who wrote it."""
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
    steps = (reason for account in explanation.accounts.values() for reason in account.reasons)
    items = list(dict.fromkeys(reason.text for reason in steps if reason.step.rule == "set aside"))
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


def _method(explanation: Explanation) -> list[Section]:
    assessment = explanation.assessment
    cites = sorted({step.cites for score in assessment.scores.values() for step in score.steps if step.cites})
    lines = [f"Scored by {assessment.method!r}.", _RULES]
    if cites:
        lines.append(f"The rules cite {', '.join(cites)}; the bibliography is in the documentation.")
    first = Section(title="Method", blocks=tuple(Paragraph(text=line) for line in lines))
    scales = [Section(title="Likelihood words", level=2, blocks=(ruler_figure(assessment.words),))]
    fidelity = fidelity_of(assessment.method)
    if fidelity is not None:
        scales.append(Section(title="Grades", level=2, blocks=_grades(fidelity, assessment.network.casebook.policy)))
    return [first, *scales]


def _grades(fidelity: Fidelity, policy: Policy) -> tuple[Block, ...]:
    """What is taken for each grade, and its band."""
    bands = [(grade, getattr(fidelity, grade)) for grade in "ABCDE"]
    rows = tuple(
        (grade, per_cent(band.point), f"{per_cent(band.low)} to {per_cent(band.high)}") for grade, band in bands
    )
    none = ("not graded", per_cent(policy.ungraded), "the policy of this casebook")
    return (
        Paragraph(text="How often a source of each grade is taken to pass on what it knows; a design choice."),
        Table(
            headings=("Grade", "Taken", "Band"),
            rows=(*rows, none, ("F", "nothing", "no basis to judge by; it moves no score")),
            strips=(*(Strip(low=band.low, probability=band.point, high=band.high) for _, band in bands), None, None),
        ),
    )
