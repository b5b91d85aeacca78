"""Data for machines: flat tables of numbers under names that stay the same, as CSV and as JSON."""

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.report import DataTable, render_data, tabulate_scores
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.source import RandomChooser

EXAMPLE = Path(__file__).resolve().parents[3] / "examples" / "border_lockdowns" / "casebook.toml"
COLUMNS = {
    "score": "claim text kind question prior probability low high word confidence status belief disbelief unknown "
    "disputed settled statements origins established first_hand origins_for origins_against established_for "
    "established_against first_hand_for first_hand_against linked_for linked_against findings_for findings_against "
    "at_most",
    "compare": "claim text question method probability low high word",
    "next": "inquiry kind about text value turns claim probability answer chance probability_then",
    "check": "code name severity place line id text waived",
    "history": "learned probability low high word status confidence established text alerts",
}
"""The columns that docs/reports.md promises."""
SHARES = {"prior", "probability", "low", "high", "probability_then", "chance", "turns"}
ROWS = {"score": "claims", "compare": "scores", "next": "answers", "check": "findings", "history": "points"}
"""Where JSON has the same rows."""


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[[str, str], str]:
    """What a command says of an example in a format."""

    def ask(command: str, format: str) -> str:  # noqa: A002
        words = [command, str(EXAMPLE)]
        if command == "history":
            if not (tmp_path / "case.ledger").exists():
                main(["ledger", "init", str(tmp_path / "case.ledger"), str(EXAMPLE), "--learned", "2021-04-01"])
            words = ["ledger", "history", str(tmp_path / "case.ledger"), "smuggling"]
        capsys.readouterr()
        main([*words, "--format", format])
        return capsys.readouterr().out

    return ask


def rows_of(text: str) -> list[dict[str, str]]:
    """The rows of a sheet by column, once every row is seen to have them all."""
    found = list(csv.reader(StringIO(text, newline="")))
    assert {len(found[0])} == set(map(len, found))
    return [dict(zip(found[0], row, strict=True)) for row in found[1:]]


@pytest.mark.parametrize("command", COLUMNS)
def test_columns_keep_their_names(command: str, ask: Callable[[str, str], str]) -> None:
    """Each table has the columns that are promised, in their order, and something in it."""
    text = ask(command, "csv")
    assert COLUMNS[command].split() == next(csv.reader(StringIO(text)))
    assert rows_of(text)
    page = Path(__file__).resolve().parents[3] / "docs" / "reports.md"
    assert all(f"`{name}`" in page.read_text(encoding="utf-8") for name in COLUMNS[command].split())


@pytest.mark.parametrize("command", COLUMNS)
def test_a_probability_is_a_number(command: str, ask: Callable[[str, str], str]) -> None:
    """Whatever is a share is a number in [0, 1] to the last digit, and never a word or a per cent."""
    rows = rows_of(ask(command, "csv"))
    shares = [float(row[name]) for row in rows for name in SHARES & row.keys() if row[name] != ""]
    assert all(0.0 <= share <= 1.0 for share in shares)
    assert bool(shares) is (command != "check")


@pytest.mark.parametrize("command", COLUMNS)
def test_json_has_the_same_rows(command: str, ask: Callable[[str, str], str]) -> None:
    """What stands in a cell of the sheet stands under the same name in JSON."""
    data = json.loads(ask(command, "json"))[ROWS[command]]
    for place, cells in enumerate(rows_of(ask(command, "csv"))):
        row = data[cells["claim"]] if isinstance(data, dict) else data[place]
        for name, cell in cells.items():
            if isinstance(row.get(name), int | float):
                assert float(cell) == float(row[name])
            elif isinstance(row.get(name), str):
                assert cell.lstrip("'") == row[name].lstrip("'")


def test_an_opinion_has_a_row_and_no_numbers() -> None:
    """It is listed, and every number is missing."""
    book = ct.Casebook(claims=(ct.Claim(id="good", text="It was a good bridge.", kind="opinion"),))
    (row,) = tabulate_scores(ct.score(book)).as_records()
    assert isinstance(row, dict)
    assert row["status"] == "not scored"
    assert row["probability"] is None
    assert '"good","It was a good bridge.","opinion","",""' in render_data(tabulate_scores(ct.score(book)))


def test_every_claim_has_one_row_and_every_row_all_columns() -> None:
    """It is so of whatever a casebook holds; and every row of a whole report has as many cells, too."""
    for seed in range(20):
        book = make_casebook(RandomChooser(seed))
        table = tabulate_scores(ct.score(book))
        assert [claim.id for claim in book.claims] == [row[0] for row in table.rows]
        assert {len(table.columns)} >= set(map(len, table.rows))
        assert rows_of(ct.render(ct.compose(ct.explain(ct.score(book), closely=[])), "csv"))


def test_texts_of_data_do_not_act_and_numbers_stay() -> None:
    """A text that a spreadsheet could run begins with an apostrophe; a number below nought is a number."""
    table = DataTable(columns=("a", "b", "c"), rows=(("=1+1", -1e-05, None), ("-x", 3, "y")))
    assert render_data(table) == '"a","b","c"\r\n"\'=1+1",-1e-05,""\r\n"\'-x",3,"y"\r\n'


def test_problems_of_a_file_have_the_same_columns(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file that is no casebook gives a row for each problem."""
    (tmp_path / "case.toml").write_text('[[claims]]\nid = "fell"\n', encoding="utf-8")
    assert main(["check", str(tmp_path / "case.toml"), "--format", "csv"]) == 1
    (row,) = rows_of(capsys.readouterr().out)
    assert (row["severity"], row["line"]) == ("error", "1")
    assert COLUMNS["check"].split() == list(row)
