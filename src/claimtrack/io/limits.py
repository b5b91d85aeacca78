"""How large a file may be that is read, so that none takes all memory; CLAIMTRACK_LIMITS sets other limits."""

import os
from functools import lru_cache

from claimtrack._records import fields_of, record
from claimtrack.errors.failures import UnknownName, WrongUse

_SWITCH = "CLAIMTRACK_LIMITS"
_MOST_DIGITS = 18


@record
class Limits:
    """What is read, and how long is waited, at most; what is over is refused with the name of the limit."""

    file: int = 50_000_000
    """Bytes of a casebook, a private file, events in lines, or any other file but a document."""
    document: int = 50_000_000
    """Bytes of a document."""
    markdown: int = 3_000_000
    """Bytes of a document in Markdown, whose parser takes a hundred times as much memory."""
    cells: int = 100_000
    """Cells that rows of tables in Markdown are short of."""
    depth: int = 1_000
    """Elements of a page that are open within each other."""
    pages: int = 2_000
    """Pages of a PDF."""
    text: int = 20_000_000
    """Characters of the text of a PDF."""
    drawing: int = 20_000_000
    """Bytes of the instructions that draw the pages of a PDF, unpacked: a few kilobytes can unpack to gigabytes."""
    unpacking: int = 30
    """Bytes that draw the pages of a PDF for each byte of the file, beyond the first 500,000."""
    ledger: int = 1_000_000_000
    """Bytes of a ledger, and of each file beside it, that are copied to read it where its writer was killed."""
    wait: int = 60
    """Seconds to wait for a ledger that another process is using."""


def limits() -> Limits:
    """The limits that hold: those of CLAIMTRACK_LIMITS, such as `document=200000000,pages=5000`, else the defaults.

    Raises:
        UnknownName: it names a limit that there is not.
        WrongUse: it gives a limit that is no whole number.
    """
    return _parsed(os.environ.get(_SWITCH, ""))


def over(name: str, unit: str) -> str:
    """The reason why something is refused that is over a limit, and how to raise the limit.

    Example:
        >>> over("pages", "pages")
        'it has more than 2,000 pages; to raise this limit, set CLAIMTRACK_LIMITS=pages=N'
    """
    return f"it has more than {getattr(limits(), name):,} {unit}; to raise this limit, set {_SWITCH}={name}=N"


@lru_cache(maxsize=8)
def _parsed(text: str) -> Limits:
    known = tuple(field.name for field in fields_of(Limits))
    given: dict[str, int] = {}
    for part in text.split(",") if text.strip() else ():
        name, _, number = (word.strip() for word in part.partition("="))
        if name not in known:
            raise UnknownName(kind=f"limit in {_SWITCH}", seen=name, known=known)
        digits = number.replace("_", "")
        if not (digits.isascii() and digits.isdecimal() and len(digits) <= _MOST_DIGITS):
            expected = f"a whole number of at most {_MOST_DIGITS} digits for {name}, such as {name}=100000000"
            raise WrongUse(reason=f"{_SWITCH}: expected {expected}")
        given[name] = int(digits)
    return Limits(**given)
