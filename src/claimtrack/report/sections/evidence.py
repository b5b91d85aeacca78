"""The evidence: who said what, the quotes and what came of checking them, the documents, and what was corrected."""

from collections.abc import Mapping

from claimtrack.analysis.sentences import SAID, name_of
from claimtrack.model.records import Statement
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Section, Table
from claimtrack.text.quotes import QuoteCheck
from claimtrack.text.words import listed, quoted

_NOT_HERE = (
    "The texts that the quotes were taken from are no part of this casebook, so that they were not checked here."
)


def corrections_section(network: Network) -> Section:
    """The statements that were corrected or retracted: what, when, why, and what stands in their place."""
    texts = {claim: quoted(one.text) for claim, one in network.claims.items()}
    rows = tuple(
        (
            f"{one.id}: {SAID[one.stance]} by {name_of(network, one.origin)}: {texts[one.claim]}",
            one.standing.is_,
            str(one.standing.on or ""),
            one.standing.because or "",
            one.standing.by or "",
        )
        for one in network.casebook.statements
        if not one.stands
    )
    headings = ("Statement", "What became of it", "When", "Why", "In its place")
    return Section(title="Corrections", blocks=(Table(headings=headings, rows=rows),) if rows else ())


def evidence_sections(network: Network, quotes: Mapping[str, QuoteCheck | None] | None) -> list[Section]:
    """The statements by claim, the quotes, and the documents.

    Args:
        network: what holds them.
        quotes: what came of checking the quote of each statement; None where nobody checked.
    """
    parts = [
        Section(title="Statements", level=2, blocks=_statements(network)),
        Section(title="Quotes", level=2, blocks=_quotes(network, quotes)),
        Section(title="Documents", level=2, blocks=_documents(network)),
    ]
    filled = [part for part in parts if part.blocks]
    head = Paragraph(text="What was said, by whom, where it stands, and when.")
    return [Section(title="Evidence", blocks=(head,)), *filled] if filled else []


def _statements(network: Network) -> tuple[Block, ...]:
    """Who said what, how they know, through whom, and where it stands; by claim."""
    titles = {document.id: document.title for document in network.casebook.documents}
    by_claim: dict[str, list[Statement]] = {}
    for statement in network.casebook.statements:
        by_claim.setdefault(statement.claim, []).append(statement)
    items = tuple(
        _statement(network, statement, titles)
        for claim in network.casebook.claims
        for statement in by_claim.get(claim.id, ())
    )
    return (Bullets(items=items),) if items else ()


def _statement(network: Network, statement: Statement, titles: Mapping[str, str]) -> str:
    how = "" if statement.lineage == "unknown" else f" ({statement.lineage})"
    ways = f", through {listed(name_of(network, relay) for relay in statement.via)}" if statement.via else ""
    hedge = f"; {statement.hedge}" if statement.hedge else ""
    where = f"; in {quoted(titles[statement.document])}" if statement.document else ""
    gone = "" if statement.stands else f"; {statement.standing.is_}"
    return (
        f"{statement.id}: {SAID[statement.stance]} by {name_of(network, statement.origin)}{how}{ways}: "
        f"{quoted(network.claims[statement.claim].text)}{hedge}{where}{_dates(statement)}{gone}."
    )


def _dates(statement: Statement) -> str:
    dates = (
        ("happened", statement.occurred),
        ("observed", statement.observed),
        ("said", statement.stated),
        ("published", statement.published),
        ("seen by us", statement.accessed),
    )
    return "".join(f"; {what} {date}" for what, date in dates if date is not None)


def _quotes(network: Network, checks: Mapping[str, QuoteCheck | None] | None) -> tuple[Block, ...]:
    quoting = [statement for statement in network.casebook.statements if statement.quote]
    if not quoting:
        return ()
    titles = {document.id: document.title for document in network.casebook.documents}
    rows = tuple(
        (
            one.id or "",
            quoted(one.quote or ""),
            titles.get(one.document or "", "not named here"),
            *(() if checks is None else (_checked(checks.get(one.id or "")),)),
        )
        for one in quoting
    )
    headings = ("Statement", "Quote", "From", *(() if checks is None else ("Held against the text",)))
    table = Table(headings=headings, rows=rows)
    return (Paragraph(text=_NOT_HERE), table) if checks is None else (table,)


def _checked(check: QuoteCheck | None) -> str:
    """What came of holding a quote against its text."""
    if check is None:
        return "not checked: the text is not at hand"
    details = [
        *(f"differs in {', '.join(check.normalised)}" for _ in check.normalised[:1]),
        *(f"leaves out {listed(map(quoted, check.omitted), most=2)}" for _ in check.omitted[:1]),
        *(f"puts in {listed(map(quoted, check.inserted), most=2)}" for _ in check.inserted[:1]),
        *(f"has {quoted(one.quoted)} for {quoted(one.text)}" for one in check.differences[:2]),
        *(f"drops {listed(map(quoted, check.lost), most=2)}" for _ in check.lost[:1]),
    ]
    return f"{check.kind}: {'; '.join(details)}" if details else check.kind


def _documents(network: Network) -> tuple[Block, ...]:
    rows = tuple(
        (
            document.title,
            document.publisher or "",
            str(document.published or ""),
            str(document.accessed or ""),
            " ".join(filter(None, (document.url, document.archive_url))),
            document.digest or "",
        )
        for document in network.casebook.documents
    )
    headings = ("Document", "Publisher", "Published", "Seen by us", "Where", "Digest")
    return (Table(headings=headings, rows=rows),) if rows else ()
