"""Text made safe for a page."""

from html import escape

from claimtrack.text.escape import one_line


def safe(text: str) -> str:
    r"""Text on one line in which nothing is markup, an escape or a change of direction.

    Example:
        >>> safe("<b>\u202e")
        '&lt;b&gt;\\u202e'
    """
    return escape(one_line(text), quote=True)
