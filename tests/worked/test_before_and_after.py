"""The page of face validity compares two examples with version 1 of the method: it leaves no claim out."""

import re
from pathlib import Path

import pytest

import claimtrack as ct

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.parametrize("example", ["border_lockdowns", "dam_release"])
def test_each_claim_of_an_example_stands_in_the_comparison_once(example: str) -> None:
    """The rows of an example name each claim that has a score, and none twice."""
    page = (ROOT / "docs" / "face_validity.md").read_text(encoding="utf-8")
    told = [claim for row in re.findall(rf"<!-- {example}: (.+?) -->", page) for claim in row.split(", ")]
    assert sorted(ct.score(ct.read(ROOT / "examples" / example / "casebook.toml"))) == sorted(told)
