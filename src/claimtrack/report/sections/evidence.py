"""Evidence, Corrections and What was set aside: who said what, in which words and where, and what no longer counts."""

from collections.abc import Mapping

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import SAID, lineage_of, name_of, relays_of
from claimtrack.model.claims import Link
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Section, Table, make_section
from claimtrack.text.quotes import QuoteCheck
from claimtrack.text.words import capital, listed, quoted

_NOT_HERE = (
    "The texts that the quotes were taken from are no part of this casebook, so that they were not checked here."
)


def write_set_aside(explanation: Explanation) -> Section:
    """What counts for nothing and why: statements, opinions, rings and idle links."""
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
    return make_section("What was set aside", Bullets(items=tuple(items)))


def _idle(network: Network, link: Link) -> str:
    """Why a link counts nowhere."""
    ends = [quoted(network.claims[claim].text) for claim in (link.from_claim, link.to_claim)]
    if link.from_claim == link.to_claim:
        return f"Link {link.id} leads from {ends[0]} to itself: it counts nowhere."
    if any(claim not in network.families for claim in (link.from_claim, link.to_claim)):
        return f"Link {link.id} joins {ends[0]} and {ends[1]}, and an opinion is neither evidence nor scored."
    return f"Link {link.id} leads from {ends[0]} to its rival {ends[1]}; that they are rivals is all there is to count."


def write_corrections(network: Network) -> Section:
    """The statements that were corrected or retracted: when, why, and what stands in their place."""
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
    return make_section("Corrections", Table(headings=headings, rows=rows))


def write_evidence(network: Network, quotes: Mapping[str, QuoteCheck | None] | None) -> list[Section]:
    """The statements by claim, the quotes, and the documents.

    Args:
        network: what holds them.
        quotes: the result of checking the quote of each statement; None where nobody checked.
    """
    checked_nothing = quotes is None and any(statement.quote for statement in network.casebook.statements)
    parts = [
        make_section("Statements", _statements(network), level=2),
        make_section("Quotes", _NOT_HERE if checked_nothing else None, _quotes(network, quotes), level=2),
        make_section("Documents", _documents(network), level=2),
    ]
    filled = [part for part in parts if part.blocks]
    head = make_section("Evidence", "What was said, by whom, where it stands, and when.")
    return [head, *filled] if filled else []


def _statements(network: Network) -> Bullets:
    """Who said what, how they know, through whom, and where it stands; by claim."""
    by_claim: dict[str, list[Statement]] = {}
    for statement in network.casebook.statements:
        by_claim.setdefault(statement.claim, []).append(statement)
    items = tuple(
        _statement(network, statement) for claim in network.casebook.claims for statement in by_claim.get(claim.id, ())
    )
    return Bullets(items=items)


def _statement(network: Network, statement: Statement) -> str:
    how = "" if statement.lineage == "unknown" else f" ({lineage_of(network, statement)})"
    ways = f", through {relays_of(network, statement)}" if statement.via else ""
    hedge = f"; {statement.hedge}" if statement.hedge else ""
    where = f"; in {quoted(network.documents[statement.document].title)}" if statement.document else ""
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


def _quotes(network: Network, checks: Mapping[str, QuoteCheck | None] | None) -> Table:
    titles = {name: document.title for name, document in network.documents.items()}
    rows = tuple(
        (
            one.id or "",
            quoted(one.quote or ""),
            titles.get(one.document or "", "not named here"),
            *(() if checks is None else (_describe_check(checks.get(one.id or "")),)),
        )
        for one in network.casebook.statements
        if one.quote
    )
    headings = ("Statement", "Quote", "From", *(() if checks is None else ("Held against the text",)))
    return Table(headings=headings, rows=rows)


def _describe_check(check: QuoteCheck | None) -> str:
    """The result of holding a quote against its text."""
    if check is None:
        return "not checked: the text is not at hand"
    details = []
    if check.normalised:
        details.append(f"differs in {', '.join(check.normalised)}")
    if check.omitted:
        details.append(f"leaves out {listed(map(quoted, check.omitted), most=2)}")
    if check.inserted:
        details.append(f"puts in {listed(map(quoted, check.inserted), most=2)}")
    details += [f"has {quoted(one.quoted)} for {quoted(one.text)}" for one in check.differences[:2]]
    if check.lost:
        details.append(f"drops {listed(map(quoted, check.lost), most=2)}")
    return f"{check.kind}: {'; '.join(details)}" if details else check.kind


def _documents(network: Network) -> Table:
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
    return Table(headings=headings, rows=rows)
