"""What a notebook shows: a report as its page, in a frame where the page's styles touch nothing else."""

from html import escape

from claimtrack._records import record
from claimtrack.report.blocks import Report
from claimtrack.report.render.html import render_html


def framed(page: str) -> str:
    """A page in a frame that runs nothing."""
    return (
        f'<iframe srcdoc="{escape(page, quote=True)}" sandbox title="Report" '
        'style="width:100%;height:40rem;border:1px solid #999"></iframe>'
    )


class Page(str):
    """A page as text, which a notebook shows."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        return framed(self)


@record
class Composed(Report):
    """A report that a notebook shows as its page."""

    def _repr_html_(self) -> str:
        return framed(render_html(self))
