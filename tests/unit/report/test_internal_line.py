"""An internal report says that it is one, at both ends; a public one says nothing of it."""

import pytest

import claimtrack as ct
from casebooks import fell_and


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_an_internal_report_begins_and_ends_with_a_line_that_says_so(format: str) -> None:  # noqa: A002
    """Whoever sees one end of it knows; in the page the line is the first and the last thing that is shown."""
    line = "Internal: not for publication."
    internal = ct.render(ct.compose(ct.explain(ct.score(fell_and()))), format)
    shown = internal.partition("<body>")[2] if format == "html" else internal
    assert shown.count(line) == 2
    assert line in shown.strip().splitlines()[0]
    assert line in shown.replace("</body>", "").replace("</html>", "").strip().splitlines()[-1]
    assert line not in ct.render(ct.compose(ct.explain(ct.score(fell_and(), audience="public"))), format)
