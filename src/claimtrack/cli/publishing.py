"""What leaves the house: searched for what is protected before a byte of it is printed or written."""

from collections.abc import Iterable

from claimtrack.cli.output import say
from claimtrack.model import Casebook
from claimtrack.publishing import guard
from claimtrack.report import Report, render

__all__ = ["guarded", "told"]


def guarded(
    text: str, audience: str, books: Iterable[Casebook], *, report: Report | None = None, name: str = ""
) -> str:
    """A text, once it is sure that its readers may see it.

    Args:
        text: what is about to leave.
        audience: for whom; what is internal may hold all.
        books: the whole casebooks that it was made from.
        report: what it renders, which is searched too: a table may break a name over two lines.
        name: the name of the file that it goes into.

    Raises:
        ProtectedStringFound: it holds something protected.
    """
    if audience == "public":
        whole = text if report is None else f"{text}\n{render(report, 'json')}"
        for book in books:
            guard(whole, book, also=(name,))
    return text


def told(text: str, audience: str, books: Iterable[Casebook], *, report: Report | None = None) -> None:
    """Print a text, once it is sure that its readers may see it.

    Raises:
        ProtectedStringFound: it holds something protected.
    """
    say(guarded(text, audience, books, report=report))
