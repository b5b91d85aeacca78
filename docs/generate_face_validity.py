"""The page of face validity: what the method gives for each case, put into the page after the mark that names its file.

`<!-- scores of section_11/outlets -->` stands in a cell of a table, and the scores follow it in the cell;
`<!-- table of published/jury -->` stands alone, and a table of the scores follows it. `<!-- dam_release: before -->`
stands in a cell before what claims of an example score; those in one cell score alike. All else is written by hand.
"""

import re
from pathlib import Path

import claimtrack as ct

__all__ = ["face_validity_page"]

HERE = Path(__file__).resolve().parent
WORKED = HERE.parent / "tests" / "worked"
_CELL = re.compile(r"<!-- scores of (?P<file>\S+) -->[^|\n]*")
EXAMPLES = HERE.parent / "examples"
_IN_EXAMPLE = re.compile(r"<!-- (?P<example>\w+): (?P<claims>[^>]*\w) -->[^|\n]*")
_TABLE = re.compile(r"<!-- table of (?P<file>\S+) -->\n(?:\n(?:\|.*\n)+)?")


def face_validity_page() -> str:
    """The page as it stands, with the scores that the method gives now."""
    text = (HERE / "face_validity.md").read_text(encoding="utf-8")
    assessments = {
        name: ct.score(ct.read(EXAMPLES / name / "casebook.toml"))
        for name in dict.fromkeys(found["example"] for found in _IN_EXAMPLE.finditer(text))
    }
    text = _IN_EXAMPLE.sub(lambda found: _in_example(found, assessments[found["example"]]), text)
    return _TABLE.sub(_table, _CELL.sub(_cell, text))


def _in_example(found: re.Match[str], assessment: ct.Assessment) -> str:
    scores = [assessment[claim] for claim in found["claims"].split(", ")]
    alike = {
        f"{_number(one.probability)} ({_number(one.low)} to {_number(one.high)}), {one.status}": None for one in scores
    }
    (said,) = alike
    return f"<!-- {found['example']}: {found['claims']} --> {said} "


def _cell(found: re.Match[str]) -> str:
    scores = _scores(found["file"])
    said = [f"{_words(claim)}: {_number(scores[claim].probability)}, {scores[claim].status}" for claim in scores]
    return f"<!-- scores of {found['file']} --> {'; '.join(said)} "


def _table(found: re.Match[str]) -> str:
    scores = _scores(found["file"])
    rows = "".join(
        f"| {_words(claim)} | {_number(scores[claim].probability)} | {_number(scores[claim].low)} to "
        f"{_number(scores[claim].high)} | {scores[claim].status} |\n"
        for claim in scores
    )
    return f"<!-- table of {found['file']} -->\n\n| claim | P | bounds | status |\n| --- | --- | --- | --- |\n{rows}"


def _scores(file: str) -> ct.Assessment:
    return ct.score(ct.read(WORKED / f"{file}.toml"))


def _words(claim: str) -> str:
    return claim.replace("-", " ")


def _number(value: float) -> str:
    return f"{value:.3f}".removeprefix("0")
