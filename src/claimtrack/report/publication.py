"""Publish a casebook: the public report, held to the checks and to the guard before anybody has it."""

from collections.abc import Mapping

from claimtrack.analysis.explanation import explain
from claimtrack.checks.publishing import ensure_publishable
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.guard import guard
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.report import Length, compose
from claimtrack.report.guarded_text import what_to_guard
from claimtrack.report.render.formats import render
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scoring.assess import assess


def publish(
    casebook: Casebook,
    texts: Mapping[str, str],
    format: str = "html",  # noqa: A002
    *,
    length: Length = "brief",
    key: str | None = None,
    words: LikelihoodScale | str = "icd203",
) -> str:
    """Make the public report of a casebook, as `claimtrack report` does: the short way, and the safe one.

    The quotes are held against the texts, the checks on protection are asked, and what was made is searched for all
    that is protected. What may be published against a check has a waiver in the casebook: a note of kind `waiver`.

    Args:
        casebook: the whole casebook, with its private file.
        texts: the text of each document that is in no casebook but in a file, as `read_texts` reads them.
        format: a format of reports.
        length: as in `compose`.
        key: as in `for_audience`.
        words: the likelihood scale.

    Raises:
        NotPublishable: it has a quote that is not in its document, has other words or drops a negation, or something
            would give a source away.
        ProtectedStringFound: the report would hold something protected.
        UnknownName: there is no such format, length or scale.

    Cost: that of scoring and explaining the casebook; else linear in it and in the texts.

    Example:
        >>> from claimtrack.model import Casebook, Claim, Source, Statement
        >>> book = Casebook(
        ...     sources=(Source(id="gazette", name="The Gazette", kind="media"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="gazette", claim="fell", stance="asserts"),),
        ... )
        >>> "For public readers." in publish(book, {}, "text")
        True
    """
    redaction = redact(casebook, key=key)
    ensure_publishable(redaction, texts=texts)
    report = compose(explain(assess(build(redaction.casebook), words=words)), length=length)
    text = render(report, format)
    guard(what_to_guard(text, report), redaction)
    return text
