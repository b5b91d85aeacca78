"""Sheets: rows of cells as CSV, in which nothing acts, and tables of numbers for machines."""

import csv
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from io import StringIO

from claimtrack._records import record
from claimtrack.report.blocks import Text
from claimtrack.text.canonical_json import JsonValue
from claimtrack.text.escape import one_line

_ACTING = "=+-@|%\t\r"
"""What a spreadsheet may take for the beginning of a formula."""
_NUMBER = re.compile(r"[+-]?[0-9]+(?:[.,][0-9]+)?(?:\u00a0?%)?(?: ± [0-9.]+)?", re.ASCII)

Datum = str | int | float | None
"""A cell of a data table: a word or text, a number, or nothing."""


@record
class DataTable:
    """Rows of numbers and words under names that stay the same, for machines: whatever is a number is a number."""

    columns: tuple[str, ...]
    """The names of the columns."""
    rows: tuple[tuple[Datum, ...], ...]
    """The cells of each row, as many as there are columns; None where there is nothing to say."""

    def as_records(self) -> list[JsonValue]:
        """The rows as JSON has them: each an object with all columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


def table_of(columns: tuple[str, ...], rows: Iterable[Mapping[str, JsonValue]]) -> DataTable:
    """Make a data table of records; what one does not have is None, and what is no column is left out."""
    return DataTable(columns=columns, rows=tuple(tuple(_datum(row.get(name)) for name in columns) for row in rows))


def _datum(value: JsonValue) -> Datum:
    if isinstance(value, list):
        return " ".join(map(str, value))
    return value if value is None or isinstance(value, str | int | float) else str(value)


def render_data(table: DataTable) -> str:
    """Render a data table as CSV: a row of names, then texts in quotation marks and numbers without.

    Example:
        >>> render_data(DataTable(columns=("claim", "probability"), rows=(("fell", 0.8),))).split()
        ['"claim","probability"', '"fell",0.8']
    """
    return write_sheet([table.columns, *table.rows])


def write_sheet(rows: Iterable[Sequence[Text | Datum]]) -> str:
    """Write cells as CSV: texts in quotation marks, none of which acts as a formula, and numbers as they are."""
    text = StringIO()
    sheet = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC, lineterminator="\r\n")
    sheet.writerows([map(_disarmed, row) for row in rows])
    return text.getvalue()


def _disarmed(cell: Text | Datum) -> Datum:
    """A cell that no spreadsheet takes for a formula; a number stays a number."""
    if cell is None or isinstance(cell, int | float):
        return int(cell) if isinstance(cell, bool) else cell
    text = one_line(str(cell))
    # Spreadsheets also take the full-width signs of East Asian keyboards for the beginning of a formula.
    begins = unicodedata.normalize("NFKC", text.lstrip()[:1])
    if begins[:1] in tuple(_ACTING) and not _NUMBER.fullmatch(text):
        return f"'{text}"
    return text
