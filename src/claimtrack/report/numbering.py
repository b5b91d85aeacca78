"""The numbers of the evidence: one for each statement, in the order of the list at the end of a report."""

from collections.abc import Collection, Iterator, Mapping

from claimtrack._records import fields_of, is_record
from claimtrack.analysis.sentences import lineage_of, name_of, relays_of
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.network.chains import FIRST_HAND
from claimtrack.report.blocks import References, Section, Sentence
from claimtrack.text.words import capital, quoted

_HOW = {"told": "by hearsay", "deduced": "by deduction"}


def number_evidence(network: Network) -> Mapping[str, int]:
    """Number the statements from 1, claim by claim; also those that no longer stand.

    The same number stands for a statement in every part of a report, and in the brief and the full report alike.

    Cost: linear in statements and claims.
    """
    places = {claim.id: place for place, claim in enumerate(network.casebook.claims)}
    ordered = sorted(network.casebook.statements, key=lambda statement: places[statement.claim])
    return {statement.id or "": number for number, statement in enumerate(ordered, start=1)}


def list_cited_evidence(network: Network, numbers: Mapping[str, int], sections: Collection[Section]) -> References:
    """List the evidence that some sections cite, a line each: who, how they know, through whom, where and when.

    Cost: linear in the sections and the casebook.
    """
    cited = set(_numbers_in(tuple(sections)))
    said = {numbers[statement.id or ""]: statement for statement in network.casebook.statements}
    return References(entries=tuple((number, _entry(network, said[number])) for number in sorted(cited)))


def _numbers_in(value: object) -> Iterator[int]:
    if isinstance(value, Sentence):
        yield from (piece for piece in value.pieces if isinstance(piece, int))
    elif isinstance(value, tuple):
        for one in value:
            yield from _numbers_in(one)
    elif is_record(value):
        for field in fields_of(type(value)):
            yield from _numbers_in(getattr(value, field.name))


def _entry(network: Network, statement: Statement) -> str:
    lineage = statement.lineage
    how = f", first-hand ({lineage})" if lineage in FIRST_HAND else f", {_HOW.get(lineage, '')}".rstrip(", ")
    if lineage == "examined" and statement.exhibits:
        how = f", having {lineage_of(network, statement)}"
    ways = f", through {relays_of(network, statement)}" if statement.via else ""
    # The document is named where no relay is: on one page there is no room for both.
    document = None if statement.via else statement.document
    where = f"; {quoted(network.documents[document].title)}" if document else ""
    date = statement.stated or statement.published or statement.observed or statement.accessed
    return f"{capital(name_of(network, statement.origin))}{how}{ways}{where}{f', {date}' if date else ''}."
