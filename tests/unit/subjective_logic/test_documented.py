"""The subjective-logic library is documented as a whole."""

from pathlib import Path

from claimtrack import subjective_logic

DOCS = Path(__file__).parents[3] / "docs" / "scoring.md"


def test_each_function_is_on_the_page_of_scoring() -> None:
    """Every function of the package stands in docs/scoring.md, under its parts alone."""
    page = DOCS.read_text()
    functions = [name for name in subjective_logic.__all__ if name[0].islower()]
    assert [name for name in functions if f"`{name}`" not in page] == []
