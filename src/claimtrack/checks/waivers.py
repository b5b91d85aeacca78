"""Waivers: which findings the notes of a casebook let stand."""

from collections.abc import Iterable, Iterator

from claimtrack._records import evolve
from claimtrack.checks.rule import Finding
from claimtrack.model.waivers import Waiver


def waived(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> Iterator[Finding]:
    """Findings, each with the reason for which it may stand; a waiver of its record comes before one of all."""
    reasons = {(waiver.code, waiver.about): waiver.reason for waiver in waivers}
    for finding in findings:
        general = reasons.get((finding.code, None))
        yield evolve(finding, waived=reasons.get((finding.code, finding.id), general))
