"""What would mislead readers is not published: quotes are held against their documents before anything is written."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli._commands import COMMANDS
from claimtrack.cli.main import main
from claimtrack.errors import NotPublishable
from claimtrack.report import REPORT_FORMATS

Run = Callable[..., str]
PUBLIC = ("--audience", "public")
SAID = "We did not open the sluice on Monday, because the river was low."
CASE = """\
title = "The sluice"

[[sources]]
id = "keeper"
name = "The keeper's office"
kind = "organisation"
reliability = "B"

[[claims]]
id = "opened"
text = "The sluice was opened."

[[documents]]
id = "log"
title = "The log"
text = { path = "log.txt" }

[[statements]]
id = "said"
origin = "keeper"
claim = "opened"
stance = "denies"
lineage = "decided"
terms = "on the record"
document = "log"
quote = "QUOTE"
"""
WRONG = {
    "altered": ("We did not open the gate on Monday", "CT503"),
    "without its negation": ("We did … open the sluice on Monday", "CT502"),
    "not there": ("Nobody ever told us that the lower fields would be flooded", "CT501"),
}
QUOTING = (
    *(f"report case.toml --format {name} -o out.{name}" for name in REPORT_FORMATS),
    "report case.toml -o out.docx",
    "report case.toml -o out/",
    "report case.toml",
    "report case.toml --no-checks",
    "report case.ledger",
    "picture case.toml -o out.svg",
    "convert case.toml out.json",
    "convert case.toml -",
    "ledger as-of case.ledger -o out.toml",
)
"""Every command that prints quotes for the public."""


@pytest.fixture
def write(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Callable[[str], Path]:
    """Write the casebook with a quote, its document and a ledger of it, into the current folder."""
    monkeypatch.chdir(tmp_path)

    def write(quote: str) -> Path:
        Path("case.ledger").unlink(missing_ok=True)
        Path("case.toml").write_text(CASE.replace("QUOTE", quote), encoding="utf-8")
        Path("log.txt").write_text(SAID, encoding="utf-8")
        run("ledger", "init", "case.ledger", "case.toml", "--learned", "2021-03-01")
        return tmp_path

    return write


@pytest.mark.parametrize("way", QUOTING)
@pytest.mark.parametrize("kind", WRONG)
def test_a_wrong_quote_is_not_published(kind: str, way: str, write: Callable[[str], Path], run: Run) -> None:
    """Whatever the form: nothing is written; the refusal names the rule, the line and the place, and what is wrong."""
    quote, code = WRONG[kind]
    folder = write(quote)
    before = sorted(folder.iterdir())
    said = run(*way.split(), *PUBLIC, status=1)
    where = f"case.toml:{CASE.count(chr(10))}: " if "case.toml" in way else "case.ledger: "
    assert f"{where}{code} at statements[0].quote: A quote" in said
    assert "--anyway REASON" in said
    assert quote not in said
    assert before == sorted(folder.iterdir())


@pytest.mark.parametrize("way", QUOTING)
def test_a_true_quote_is_published(way: str, write: Callable[[str], Path], run: Run) -> None:
    """A quote that stands in its document keeps nothing back."""
    write("We did not open the sluice on Monday")
    run(*way.split(), *PUBLIC)


def test_a_wrong_quote_is_published_for_a_reason(write: Callable[[str], Path], run: Run) -> None:
    """The reason stays in the casebook, whose other lines do not change, and every internal report prints it."""
    for file in ("case.toml", "case.ledger", "case.json"):
        write(WRONG["altered"][0])
        run("convert", "case.toml", "case.json", "--force")
        before = Path(file).read_bytes()
        run("report", file, "-o", "out.html", *PUBLIC, "--anyway", "The keeper corrected it himself.")
        assert file == "case.ledger" or Path(file).read_bytes().startswith(before.rstrip()[:-4])
        assert "The keeper corrected it himself." in run("report", file, "--audience", "internal")
        assert "The keeper corrected it himself." not in run("report", file, *PUBLIC)
        Path("out.html").unlink()


def test_only_published_quotes_count(write: Callable[[str], Path], run: Run) -> None:
    """A quote that the public does not see misleads nobody."""
    write(WRONG["altered"][0])
    text = Path("case.toml").read_text(encoding="utf-8")
    Path("case.toml").write_text(text.replace('"on the record"', '"off the record"'), encoding="utf-8")
    run("report", "case.toml", *PUBLIC)


def test_what_cannot_be_waived_for_one_record_is_refused(write: Callable[[str], Path], run: Run) -> None:
    """A waiver is about a record by its own id: one by its place would go over to another; nothing is written then."""
    write(WRONG["altered"][0])
    text = Path("case.toml").read_text(encoding="utf-8").replace('id = "said"\n', "")
    Path("case.toml").write_text(text, encoding="utf-8")
    said = run("report", "case.toml", *PUBLIC, "--anyway", "It is so.", status=2)
    assert "CT503 at statements[0].quote cannot be waived" in said
    assert text == Path("case.toml").read_text(encoding="utf-8")


def test_a_list_of_notes_within_a_line_stays(write: Callable[[str], Path], run: Run) -> None:
    """Nothing can be written behind it: that is said, and the file is as it was."""
    write(WRONG["altered"][0])
    text = 'notes = [{ kind = "gap", text = "No record of the level." }]\n' + Path("case.toml").read_text("utf-8")
    Path("case.toml").write_text(text, encoding="utf-8")
    assert "[[notes]]" in run("report", "case.toml", *PUBLIC, "--anyway", "It is so.", status=2)
    assert text == Path("case.toml").read_text(encoding="utf-8")


def test_the_quote_of_a_retracted_statement_is_checked_too() -> None:
    """It is no finding, since nothing rests on it; and readers of the evidence learn whether it was said."""
    text = "We opened the sluice."
    book = ct.Casebook(
        sources=(ct.Source(id="keeper", name="The keeper"),),
        claims=(ct.Claim(id="opened", text="The sluice was opened."),),
        documents=(ct.Document(id="log", title="The log", text=text),),
        statements=(
            ct.Statement(
                id="said",
                origin="keeper",
                claim="opened",
                stance="asserts",
                document="log",
                quote=text,
                standing=ct.Standing(is_="retracted", because="a slip"),
            ),
        ),
    )
    check = ct.check(ct.score(book)).quotes["said"]
    assert check is not None
    assert check.kind == "verbatim"


def test_findings_are_counted_beside_a_public_report(
    write: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Errors and warnings for which nothing is refused are counted on stderr, with the command that lists them."""
    write("We did not open the sluice on Monday")
    findings = ct.check(ct.score(ct.read("case.toml")), texts={"log": SAID}).findings
    warnings = sum(one.severity == "warning" for one in findings)
    capsys.readouterr()
    assert main(["report", "case.toml", *PUBLIC]) == 0
    told = f"{warnings} warning{'s' if warnings > 1 else ''}; `claimtrack check case.toml` lists them"
    assert (told in capsys.readouterr().err) is bool(warnings)
    assert main(["report", "case.toml", *PUBLIC, "--no-checks"]) == 0
    assert "lists them" not in capsys.readouterr().err


@pytest.mark.parametrize(
    "way",
    [
        "score case.toml",
        "explain case.toml opened",
        "next case.toml",
        "compare case.toml",
        "what-if case.toml --prior opened=0.3",
        "diff case.toml case.toml",
        "ledger history case.ledger opened",
        "ledger calibration case.ledger",
        "ledger record case.ledger",
        "ledger diff case.ledger 2021-02-02",
    ],
)
@pytest.mark.parametrize("format", ["text", "json"])
def test_no_other_command_prints_a_quote(way: str, format: str, write: Callable[[str], Path], run: Run) -> None:  # noqa: A002
    """So these are not held to the documents; whichever begins to print quotes takes --documents, and is."""
    quote = "We did not open the sluice on Monday"
    write(quote)
    out = run(*way.split(), "--format", format, *PUBLIC)
    assert quote not in json.dumps(out)
    assert way.removeprefix("ledger ").split()[0] in {name.split()[-1] for name in COMMANDS}


def test_python_has_a_short_way_that_refuses_the_same(write: Callable[[str], Path], run: Run) -> None:
    """`publish` makes what the command makes, and raises where the command refuses."""
    folder = write(WRONG["altered"][0])
    book = ct.read("case.toml")
    with pytest.raises(NotPublishable, match="CT503"):
        ct.publish(book, ct.read_texts(book, folder))
    write("We did not open the sluice on Monday")
    book = ct.read("case.toml")
    run("report", "case.toml", "-o", "out.html", *PUBLIC)
    assert Path("out.html").read_text(encoding="utf-8") == ct.publish(book, ct.read_texts(book, folder))
