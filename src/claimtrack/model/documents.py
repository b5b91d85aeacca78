"""Documents: what statements were found in, with the file that holds the text."""

from claimtrack._public_fields import casebook_record, field
from claimtrack.dates import PartialDate
from claimtrack.model.validators import a_date, a_text, an_id, in_order, maybe, text_or

_TEXT, _DATE, _FILLED = maybe(a_text()), maybe(a_date), a_text(empty=False)


@casebook_record
class TextFile:
    """The path of a file that holds a document's text."""

    path: str = field(
        validator=_FILLED, says="Path of a text file, from the casebook's folder.", public="drop", otherwise=""
    )


@casebook_record
class Document:
    """An article, a letter, a broadcast or anything else that statements were found in."""

    id: str = field(validator=an_id, says="Short word that names the document.", public="id", of="documents")
    title: str = field(validator=_FILLED, says="Title, or what the document is.", public="clean")
    publisher: str | None = field(default=None, validator=_TEXT, says="Who published it.", public="clean")
    url: str | None = field(default=None, validator=_TEXT, says="Where it was found.", public="clean")
    published: PartialDate | None = field(default=None, validator=_DATE, says="When it was published.", public="keep")
    accessed: PartialDate | None = field(default=None, validator=_DATE, says="When we saw it.", public="keep")
    digest: str | None = field(default=None, validator=_TEXT, says="Digest of the bytes that we keep.", public="clean")
    archive_url: str | None = field(default=None, validator=_TEXT, says="Where a copy is archived.", public="clean")
    text: str | TextFile | None = field(
        default=None, validator=maybe(text_or(TextFile)), says="Its text, or the file that holds it.", public="drop"
    )

    def __attrs_post_init__(self) -> None:
        """Refuse dates that run backwards."""
        in_order(("published", self.published, "accessed", self.accessed))
