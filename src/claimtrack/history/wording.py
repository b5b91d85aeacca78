"""Wording: how sentences about events name a record, sum it up, and write values and changes."""

from collections.abc import Mapping, Sequence

from claimtrack.model.claims import Claim, Link, Question
from claimtrack.model.notes import Note
from claimtrack.model.sources import Dependence, Established, Source
from claimtrack.model.statements import Relay, Statement, describe_interest
from claimtrack.text.words import capital, listed, quoted

_LONG = 300
_KINDS = {"established": "what was established"}


def name_record(collection: str, name: str) -> str:
    """The subject of a sentence about a record, such as `Claim fell`."""
    return f"{capital(_KINDS.get(collection, collection.removesuffix('s')))} {name}"


def summarise_record(item: object) -> str:
    """What a record says, in short."""
    match item:
        case Source():
            return quoted(item.name)
        case Claim() | Question():
            return quoted(item.text)
        case Statement():
            ways = f", heard through {listed(map(_write, item.via))}" if item.via else ""
            seen = f", having examined {listed(item.exhibits)}" if item.lineage == "examined" and item.exhibits else ""
            return f"{item.origin} {item.stance} {item.claim}{seen}{ways}"
        case Link():
            return f"{item.from_claim} {item.sign} {item.to_claim}"
        case Dependence():
            return f"{listed(item.sources)}, {item.kind}"
        case Established():
            return f"{item.source} knows first-hand, because {_write(item.because)}"
        case Note():
            return f"{item.kind}: {_write(item.text)}"
        case _:
            return _write(getattr(item, "title", item))


def describe_changes(before: Mapping[str, object], changes: Mapping[str, object]) -> str:
    """The new values by field, each with the old one if there is one."""
    parts: list[str] = []
    for field, value in changes.items():
        was, name = before.get(field), field.rstrip("_").replace("_", " ")
        if was is None:
            parts.append(f"{name} is {_write(value)}")
        else:
            parts.append(f"{name} changed from {_write(was)} to {_write(value)}")
    return "; ".join(parts)


def _write(value: object) -> str:
    """A value as a sentence has it."""
    if value is None or value == ():
        return "nothing"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, str):
        text = value.strip()
        return f"“{text if len(text) <= _LONG else text[: _LONG - 1] + '…'}”"
    if isinstance(value, Relay):
        interest = describe_interest(value.propensity)
        return f"{value.source} ({interest})" if interest else value.source
    if isinstance(value, Sequence):
        return listed([one if isinstance(one, str) else _write(one) for one in value])
    return str(getattr(value, "is_", value))
