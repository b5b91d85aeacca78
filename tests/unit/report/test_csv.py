"""The report in a spreadsheet: all of it, each table on its own, and no cell that acts."""

import csv
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.report.blocks import Figure, Paragraph, Report, Section, Table

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"


def saying(*cells: str) -> Report:
    """A report of one table with some cells."""
    table = Table(headings=tuple(f"h{place}" for place in range(len(cells))), rows=(cells,))
    return Report(title="t", audience="public", digest="", sections=(Section(title="Cells", blocks=(table,)),))


def rows(text: str) -> list[list[str]]:
    """The rows of a sheet, as a spreadsheet reads them."""
    return list(csv.reader(StringIO(text, newline="")))


@pytest.mark.parametrize(
    "cell",
    [
        "=1+1",
        "+cmd|' /C calc'!A0",
        "-2+3+cmd|x",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        " =1",
        "＝1+1",
        "|x",
        "%0A=1",
        "=",
        "-",
        "\n=1",
    ],
)
def test_no_cell_is_a_formula(cell: str) -> None:
    """What a spreadsheet could run begins with an apostrophe, in both kinds of sheet."""
    for text in (ct.render(saying(cell), "csv"), ct.report.render_tables(saying(cell))["cells"]):
        assert rows(text)[-1][-1].startswith("'")


@pytest.mark.parametrize("cell", ["-3", "+10.5", "46\u00a0%", "-0.5", "+1.5 ± 0.2", "7", "2021-03~", "plain"])
def test_numbers_stay_numbers(cell: str) -> None:
    """A number may begin with its sign."""
    assert rows(ct.report.render_tables(saying(cell))["cells"])[1] == [cell]


@given(st.lists(st.text(max_size=30), min_size=1, max_size=4))
def test_whatever_a_cell_holds_stays_in_its_cell(cells: list[str]) -> None:
    """No comma, quotation mark or line break of a text ends its cell, and no cell begins as a formula does."""
    heads, found = rows(ct.report.render_tables(saying(*cells))["cells"])
    assert len(found) == len(heads) == len(cells)
    assert not any(cell[:1] in set("=@|%") for cell in found)


def test_the_sheet_says_all_that_the_report_says() -> None:
    """Every paragraph and every table of the report is in the one sheet; each table also has a sheet of its own."""
    report = ct.compose(ct.explain(ct.score(ct.read(EXAMPLE)), closely=[]))
    cells = {cell.lstrip("'") for row in rows(ct.render(report, "csv")) for cell in row}
    blocks = [block for section in report.sections for block in section.blocks]
    blocks += [block.words for block in blocks if isinstance(block, Figure)]
    assert {str(block.text) for block in blocks if isinstance(block, Paragraph)} <= cells
    tables = [block for block in blocks if isinstance(block, Table)]
    assert len(ct.report.render_tables(report)) == len(tables) > 5
    assert all(name.strip("-") and name == name.lower() for name in ct.report.render_tables(report))


def test_a_folder_takes_the_tables(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A path that ends with a slash becomes a folder with a file for each table, whole or not at all."""
    folder = tmp_path / "tables"
    assert main(["report", str(EXAMPLE), "-o", f"{folder}/"]) == 0
    report = ct.compose(ct.explain(ct.score(ct.read(EXAMPLE), audience="public")), length="annex")
    found = {path.stem: path.read_bytes().decode() for path in folder.iterdir()}
    assert found == ct.report.render_tables(report)
    assert main(["report", str(EXAMPLE), "-o", f"{folder}/"]) == 2
    assert main(["report", str(EXAMPLE), "-o", f"{tmp_path}/other/", "--format", "html"]) == 2
    seen = capsys.readouterr().err
    assert "tables" in seen
    assert "CSV" in seen
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]
