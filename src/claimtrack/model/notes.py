"""Notes: what the analyst assumed, did not find, searched for, or was told in reply."""

from typing import Literal

from claimtrack._public_fields import casebook_record, field
from claimtrack.dates import PartialDate
from claimtrack.model.validators import a_date, a_text, an_id, maybe, word_of

NoteKind = Literal[
    "assumption", "gap", "indicator", "search made", "right of reply", "deception check", "dissent", "harm", "waiver"
]

INTERNAL_NOTES: frozenset[NoteKind] = frozenset({"deception check", "harm", "waiver"})
"""The kinds of notes that are never public."""


@casebook_record
class Note:
    """What the analyst assumed, did not find, searched for, or was told in reply."""

    kind: NoteKind = field(validator=word_of(NoteKind), says="What sort of note this is.", public="keep")
    about: str | None = field(
        default=None,
        validator=maybe(an_id),
        says="Id of what it is about; none means the whole casebook.",
        public="id",
        of="records",
    )
    text: str = field(validator=a_text(empty=False), says="The note.", public="clean", guarded="text")
    by: str | None = field(default=None, validator=maybe(a_text()), says="Who wrote it.", public="drop")
    on: PartialDate | None = field(default=None, validator=maybe(a_date), says="When.", public="keep")
