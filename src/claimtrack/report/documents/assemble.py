"""What all documents share: a title and sections with their readers, and records as plain data for JSON."""

from collections.abc import Iterable, Mapping
from itertools import zip_longest
from math import isfinite
from typing import Any

from claimtrack._records import fields_of, is_record
from claimtrack.history.events import Happening, kind_name
from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report, Section
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import JsonValue


def assemble(network: Network, title: str, sections: Iterable[Section], *, method: object = None) -> Report:
    """Make a report on a network; sections with nothing in them are left out, but for the title of the next."""
    casebook = network.casebook
    sections = list(sections)
    return Report(
        title=title,
        audience=casebook.audience,
        digest=casebook_digest(casebook),
        cutoff=str(casebook.cutoff or ""),
        method="" if method is None else tell_method(method, casebook),
        sections=tuple(
            section
            for section, following in zip_longest(sections, sections[1:])
            if section.blocks or (following is not None and following.level > section.level and following.blocks)
        ),
    )


def title_of(network: Network) -> str:
    """The title of a casebook, for the title of a document."""
    return network.casebook.title or "Untitled casebook"


def encode(value: Any) -> JsonValue:  # noqa: ANN401
    """Encode records, tables and lists of them as plain data.

    What happened says its kind first; a number that is not finite becomes null.
    """
    if is_record(value):
        data: dict[str, JsonValue] = {"kind": kind_name(value)} if isinstance(value, Happening) else {}
        return data | {field.name: encode(getattr(value, field.name)) for field in fields_of(type(value))}
    if isinstance(value, Mapping):
        return {str(key): encode(one) for key, one in value.items()}
    if isinstance(value, tuple | list | frozenset):
        return [encode(one) for one in value]
    if isinstance(value, float) and not isfinite(value):
        return None
    return value if isinstance(value, str | int | float | bool) or value is None else str(value)


def encode_fields(value: object, *names: str) -> dict[str, JsonValue]:
    """Encode some fields of a record, in the order given."""
    return {name: encode(getattr(value, name)) for name in names}
