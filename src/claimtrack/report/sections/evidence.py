"""Evidence: the numbered list of who said what, in which words and where; and the documents."""

from collections.abc import Mapping

from claimtrack.analysis.sentences import lineage_of, name_of, relays_of
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.report.blocks import References, Section, Table, make_section
from claimtrack.text.quotes import QuoteCheck
from claimtrack.text.words import capital, listed, quoted

_NOT_HERE = "The texts that these quotes come from are held by the desk, and are not part of this report."

_DIGEST = 19
"""How much of a digest is shown: enough to tell a document by."""


def write_evidence(
    network: Network, numbers: Mapping[str, int], quotes: Mapping[str, QuoteCheck | None] | None
) -> list[Section]:
    """The statements by number, and the documents.

    Args:
        network: what holds them.
        numbers: the number of each statement.
        quotes: the result of checking the quote of each statement; None where nobody checked.
    """
    marks = {document.id: f"D{place}" for place, document in enumerate(network.casebook.documents, start=1)}
    ordered = sorted(network.casebook.statements, key=lambda statement: numbers[statement.id or ""])
    entries = tuple((numbers[one.id or ""], _statement(network, one, marks, quotes)) for one in ordered)
    documents = make_section("Documents", _documents(network, marks), level=2)
    parts = [documents] if documents.blocks else []
    unchecked = quotes is None and any(one.quote for one in ordered)
    if not entries and not parts:
        return []
    return [make_section("Evidence", References(entries=entries), _NOT_HERE if unchecked else None), *parts]


def _statement(
    network: Network, one: Statement, marks: Mapping[str, str], quotes: Mapping[str, QuoteCheck | None] | None
) -> str:
    """Who said what, how they know, through whom, in which words, where and when."""
    how = "" if one.lineage == "unknown" else f" ({lineage_of(network, one)})"
    through = f", through {relays_of(network, one)}" if one.via else ""
    hedge = f", “{one.hedge}”" if one.hedge else ""
    denied = "" if one.stance == "asserts" else "denied by "
    claim = quoted(network.claims[one.claim].text)
    said = f"{capital(denied + name_of(network, one.origin))}{how}{through}: {claim}{hedge}."
    mark = f"in {marks[one.document]}" if one.document is not None else ""
    more = ", ".join(filter(None, (mark, *_dates(one), _standing(one))))
    # Readers inside can find it in the file of the case; the public one has other ids.
    place = f"In the file: {one.id}." if network.casebook.audience == "internal" else ""
    return " ".join(filter(None, (said, _quote(one, quotes), f"{capital(more)}." if more else "", place)))


def _standing(one: Statement) -> str:
    return "" if one.stands else f"{one.standing.is_}, counts for nothing"


def _quote(one: Statement, quotes: Mapping[str, QuoteCheck | None] | None) -> str:
    """The words that were quoted, with the result of holding them against their text."""
    if not one.quote:
        return ""
    checked = "" if quotes is None else f" ({_describe_check(quotes.get(one.id or ''))})"
    return f"In the words {quoted(one.quote)}{checked}."


def _dates(one: Statement) -> list[str]:
    dates = (
        ("happened", one.occurred),
        ("observed", one.observed),
        ("said", one.stated),
        ("published", one.published),
        ("seen by us", one.accessed),
    )
    return [f"{what} {date}" for what, date in dates if date is not None]


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


def _documents(network: Network, marks: Mapping[str, str]) -> Table:
    """The documents under their marks; a column that would be empty is left out."""
    headings = ("Mark", "Document", "Publisher", "Published", "Seen by us", "Where", "Digest")
    rows = [
        (
            marks[document.id],
            document.title,
            document.publisher or "",
            str(document.published or ""),
            str(document.accessed or ""),
            " ".join(filter(None, (document.url, document.archive_url))),
            (document.digest or "")[:_DIGEST],
        )
        for document in network.casebook.documents
    ]
    filled = [place for place in range(len(headings)) if any(row[place] for row in rows)]
    return Table(
        headings=tuple(headings[place] for place in filled),
        rows=tuple(tuple(row[place] for place in filled) for row in rows),
    )
