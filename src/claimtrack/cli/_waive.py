"""What --anyway does: it writes its reason into the casebook as a waiver of what the checks would refuse to publish."""

import argparse
import re

from claimtrack.checks.publishing import find_refusals
from claimtrack.checks.rule import Finding
from claimtrack.cli._casebook import LEDGER_SUFFIX, file_of, load_profile, read_casebook, read_texts_beside
from claimtrack.cli._files import is_standard_input
from claimtrack.cli._terminal import print_note
from claimtrack.errors.failures import WrongUse
from claimtrack.history.events import event
from claimtrack.io.casebooks import append_notes
from claimtrack.model.casebook import Casebook
from claimtrack.model.notes import Note
from claimtrack.model.waivers import TOUCHED
from claimtrack.text.words import listed

_ANOTHER = re.compile(r"\banother\b", re.IGNORECASE)


def waive(options: argparse.Namespace) -> None:
    """Waive, with the reason of --anyway, all for which a command would be refused.

    The waivers are notes like those that people write. So nothing needs to be asked twice, `check` counts them, and
    internal reports print them.

    Raises:
        WrongUse: the casebook came from standard input; or a finding is about no record that has an id of its own, or
            the reason would say that a hidden name is another's.
    """
    profile = load_profile(options.profile) if hasattr(options, "profile") else "default"
    for file in filter(None, (file_of(options), *(getattr(options, name, "") for name in ("before", "after")))):
        casebook = _read(file)
        texts = read_texts_beside(casebook, options) if hasattr(options, "documents") else None
        found = find_refusals(casebook, texts=texts, profile=profile)
        if found:
            _keep(file, [_waiver(finding, options.anyway) for finding in found])
            print_note(f"{file}: waiver added: {listed(f'{one.code} at {one.place}' for one in found)}")


def _read(file: str) -> Casebook:
    """The casebook of a file as its public version is made."""
    if not file.endswith(LEDGER_SUFFIX):
        return read_casebook(file)
    from claimtrack.cli._ledger import read_ledger  # noqa: PLC0415 - most casebooks need no SQLite

    return read_ledger(file, "internal").all_names


def _waiver(finding: Finding, reason: str) -> Note:
    what = f"{finding.code} at {finding.place or 'the casebook'}"
    place = re.match(r"\w+\[(\d+)\]", finding.place)
    if place is None or finding.id in (place[1], f"{finding.collection}-{place[1]}"):
        raise WrongUse(reason=f"{what} cannot be waived: a waiver is about a record that has an id of its own")
    if finding.code == TOUCHED and _ANOTHER.search(reason):
        says = "with the word “another” in its reason, a waiver would leave the hidden name where it stands"
        raise WrongUse(reason=f"{what}: {says}; say it in other words, or write the waiver yourself")
    return Note(kind="waiver", about=finding.id, text=f"{finding.code}: {reason}")


def _keep(file: str, waivers: list[Note]) -> None:
    """Write waivers into a casebook's file, or a ledger."""
    notes = tuple(dict.fromkeys(waivers))
    if is_standard_input(file):
        raise WrongUse(reason="--anyway keeps its reason in the casebook, and standard input is no file to write to")
    if not file.endswith(LEDGER_SUFFIX):
        append_notes(file, *notes)
        return
    from claimtrack.cli._ledger import open_ledger  # noqa: PLC0415 - most casebooks need no SQLite

    with open_ledger(file, read_only=False) as ledger:
        ledger.append(*(event(note) for note in notes))
