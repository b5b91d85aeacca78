"""What every document shares: a title and sections, with its readers and the casebook it was made from."""

from collections.abc import Iterable

from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Section


def assemble(network: Network, title: str, sections: Iterable[Section], *, method: object = None) -> Report:
    """Make a report on a network; sections with nothing in them are left out."""
    casebook = network.casebook
    return Report(
        title=title,
        audience=casebook.audience,
        digest=casebook_digest(casebook),
        cutoff=str(casebook.cutoff or ""),
        method="" if method is None else repr(method),
        sections=tuple(section for section in sections if section.blocks),
    )


def title_of(network: Network) -> str:
    """The title of a casebook, for the title of a document."""
    return network.casebook.title or "Untitled casebook"
