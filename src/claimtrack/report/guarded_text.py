"""What the guard searches of an output that shows a report."""

from collections.abc import Iterator, Mapping

from claimtrack._records import fields_of, is_record
from claimtrack.report.blocks import Report


def what_to_guard(text: str, report: Report | None = None) -> str:
    """All that the guard has to search: an output, and the strings of the report that it shows.

    A table may break a name over two lines, so that the strings are searched too. What stands between two of them keeps
    the end of one and the start of the next from being read as a name.
    """
    return '",\n"'.join([text, *_strings_in(report)])


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
