"""Where every report is put together: a title and sections, with whom it is for and what it was made from."""

from collections.abc import Iterable

from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Section
from claimtrack.report.notebook import Composed


def composed(network: Network, title: str, sections: Iterable[Section]) -> Report:
    """A report on what a network holds; sections with nothing in them are left out."""
    casebook = network.casebook
    return Composed(
        title=title,
        audience=casebook.audience,
        digest=casebook_digest(casebook),
        cutoff=str(casebook.cutoff or ""),
        sections=tuple(section for section in sections if section.blocks),
    )
