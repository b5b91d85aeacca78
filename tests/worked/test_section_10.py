"""The case of section 10 of the scoring method, to three decimals, from casebook files."""

from pathlib import Path

import pytest

import claimtrack as ct

HERE = Path(__file__).parent

TABLE = {
    "nothing": (0.400, 0.400),
    "authorities": (0.440, 0.374),
    "local": (0.370, 0.472),
    "one_paper": (0.370, 0.472),
    "two_papers": (0.370, 0.472),
    "second_origin": (0.277, 0.606),
    "admission": (0.013, 0.981),
}


@pytest.mark.parametrize("state", TABLE)
def test_section_10(state: str) -> None:
    """Each state of the case gives its two rivals the published probabilities."""
    scores = ct.score(ct.read(HERE / f"section_10_{state}.toml"))
    assert TABLE[state] == tuple(round(scores[claim].probability, 3) for claim in ("covid", "smuggling"))


def test_papers_change_no_bit() -> None:
    """One or two papers that relay the local leave every score as it was, to the last bit."""
    states = (ct.score(ct.read(HERE / f"section_10_{state}.toml")) for state in ("local", "one_paper", "two_papers"))
    assert len({tuple(scores[claim].probability for claim in scores) for scores in states}) == 1
