"""Ask the checks and search public output for protected strings before it is printed."""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from claimtrack._records import fields_of, is_record
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import NotPublishable
from claimtrack.model.casebook import Casebook
from claimtrack.privacy.guard import guard
from claimtrack.privacy.redact import Redaction
from claimtrack.report.blocks import Report


def check_protection(audience: str, casebook: Casebook, *, anyway: bool) -> None:
    """Refuse to publish a casebook of which the checks say that it would give a source away.

    Args:
        audience: who may read the output; internal output may give anything away.
        casebook: the whole casebook that it is made from.
        anyway: whether to publish all the same, and only to say so.

    Raises:
        NotPublishable: the checks found such a thing.
    """
    if audience != "public":
        return
    from claimtrack.checks.publishing import ensure_publishable  # noqa: PLC0415 - few commands need the checks

    try:
        ensure_publishable(casebook)
    except NotPublishable as error:
        if not anyway:
            raise
        print_note(f"claimtrack: warning: published anyway, although the checks find {error.found()}")


def check_leaks(
    audience: str,
    text: str,
    casebooks: Iterable[Casebook | Redaction],
    *,
    report: Report | None = None,
    file: str | None = None,
) -> None:
    """Refuse public output that contains something protected.

    Args:
        audience: who may read the output; internal output may contain everything.
        text: the output.
        casebooks: the whole casebooks that it was made from, or their redactions.
        report: the report that it shows. Its strings are searched too, because a table may break a name over two lines.
        file: the file that it goes to, whose name is searched too.

    Raises:
        ProtectedStringFound: it contains something protected.
    """
    if audience == "public":
        # What stands between two strings keeps the end of one and the start of the next from being read as a name.
        whole = '",\n"'.join([text, *_strings_in(report)])
        for casebook in casebooks:
            guard(whole, casebook, also=(Path(file or "").name,))


def print_for(
    audience: str, text: str, casebooks: Iterable[Casebook | Redaction], *, report: Report | None = None
) -> int:
    """Print a text, once it is certain that its readers may see it."""
    check_leaks(audience, text, casebooks, report=report)
    print_text(text)
    return FINE


def _strings_in(value: object) -> Iterator[str]:
    """Every string in a report, unescaped and unbroken."""
    if isinstance(value, str):
        yield value
    elif is_record(value):
        for field in fields_of(type(value)):
            yield from _strings_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        for key, held in value.items():
            yield from _strings_in(key)
            yield from _strings_in(held)
    elif isinstance(value, tuple | list | frozenset):
        for held in value:
            yield from _strings_in(held)
