"""An internal report says that it is one, at both ends; a public one does not."""

import pytest

import claimtrack as ct
from casebooks import fell_and


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_an_internal_report_begins_and_ends_with_a_line_that_says_so(format: str) -> None:  # noqa: A002
    """A reader who sees only one end of it knows; in the page the line stands in the header and in the footer."""
    line = "Internal: not for publication."
    internal = ct.render(ct.compose(ct.explain(ct.score(fell_and()))), format)
    shown = internal.partition("<body>")[2] if format == "html" else internal
    assert shown.count(line) == 2
    lines = shown.replace("</body>", "").replace("</html>", "").strip().splitlines()
    first = lines[1 if format == "html" else 0]  # behind the link that only screen readers see
    assert (line in first, line in lines[-1]) == (True, True)
    assert line not in ct.render(ct.compose(ct.explain(ct.score(fell_and(), audience="public"))), format)
