"""The check: every rule of a profile over one assessment."""

import re
from collections.abc import Iterable, Mapping
from typing import Literal

from claimtrack._record import evolve, record
from claimtrack.checks.profile import Profile, profile_of
from claimtrack.checks.rule import SEVERITIES, Desk, Finding, Found, Rule
from claimtrack.checks.rules import RULES
from claimtrack.checks.standards import STANDARDS, Standard
from claimtrack.model.casebook import Casebook
from claimtrack.scoring import Assessment
from claimtrack.values.quotes import Prepared

__all__ = ["Answer", "Checklist", "Findings", "check", "rule_of"]

Answer = Literal["pass", "fail", "not applicable"]

_CODE = re.compile(r"\bCT\d{3}\b")


@record
class Checklist:
    """A standard, answered point by point."""

    standard: Standard
    """The standard."""
    answers: tuple[tuple[str, Answer, tuple[Finding, ...]], ...]
    """What it asks, the answer, and the findings behind a fail."""


@record
class Findings:
    """What a check found."""

    assessment: Assessment
    """What was checked."""
    profile: Profile
    """By which rules."""
    findings: tuple[Finding, ...]
    """What stands: the gravest first, then by rule and place."""
    waived: tuple[Finding, ...]
    """What the desk lets stand, each with its reason."""
    checklists: tuple[Checklist, ...]
    """Each standard, point by point."""

    def of(self, code: str) -> tuple[Finding, ...]:
        """The findings of one rule that stand."""
        return tuple(finding for finding in self.findings if finding.code == code)


def check(
    assessment: Assessment,
    *,
    profile: Profile | str = "default",
    texts: Mapping[str, str] | None = None,
) -> Findings:
    """Look for what good sourcing avoids.

    A note of kind `waiver` whose text names a rule's code lets its findings stand, about one record or, where the
    note is about nothing, about all.

    Args:
        assessment: what to check.
        profile: a profile or the name of one: default, ap, bbc, reuters, ifcn, icd203, icd206, berkeley.
        texts: the text of each document by its id, besides those that stand in the casebook.

    Raises:
        UnknownFormat: there is no such profile.

    Cost: linear in the records and in the texts of documents; each rule looks once.

    Example:
        >>> from claimtrack.model import Casebook, Claim, Source, Statement
        >>> from claimtrack.scoring import score
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", reliability="B"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
        ... )
        >>> [finding.name for finding in check(score(book)).findings][:2]
        ['single-origin', 'terms-not-agreed']
    """
    chosen = profile_of(profile) if isinstance(profile, str) else profile
    desk = _desk(assessment, texts or {})
    places = _places(desk.book)
    found = [
        _finding(rule, one, chosen, places)
        for rule in RULES
        if chosen.level_of(rule.code) != "off"
        for one in rule.find(desk)
    ]
    reasons = _waivers(desk.book)
    judged = [evolve(finding, waived=_waived(finding, reasons)) for finding in dict.fromkeys(found)]
    standing = [finding for finding in judged if finding.waived is None]
    standing.sort(key=lambda finding: (SEVERITIES.index(finding.severity), finding.code))
    return Findings(
        assessment=assessment,
        profile=chosen,
        findings=tuple(standing),
        waived=tuple(finding for finding in judged if finding.waived is not None),
        checklists=tuple(_answered(standard, desk, standing) for standard in STANDARDS),
    )


def rule_of(code: str) -> Rule | None:
    """The rule of that code or name, or None."""
    return next((rule for rule in RULES if code.upper() == rule.code or code == rule.name), None)


def _desk(assessment: Assessment, texts: Mapping[str, str]) -> Desk:
    book = assessment.network.casebook
    known = {document.id: document.text for document in book.documents if isinstance(document.text, str)}
    return Desk(assessment, {name: Prepared(text) for name, text in {**known, **texts}.items()})


def _places(book: Casebook) -> dict[tuple[str, str], str]:
    """Where each record stands, by collection and id; notes and what has no id by their number."""
    shelves = ("sources", "questions", "claims", "statements", "links", "dependences", "documents", "notes")
    return {
        (shelf, getattr(item, "id", None) or str(place)): f"{shelf}[{place}]"
        for shelf in shelves
        for place, item in enumerate(getattr(book, shelf))
    }


def _finding(rule: Rule, found: Found, profile: Profile, places: Mapping[tuple[str, str], str]) -> Finding:
    place = places.get((found.shelf, found.id), "")
    level = profile.level_of(rule.code)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity if level == "off" else level,
        shelf=found.shelf,
        id=found.id,
        place=".".join(filter(None, (place, found.field))),
        text=found.text,
    )


def _waivers(book: Casebook) -> Mapping[tuple[str, str | None], str]:
    """The reason of each waiver, by code and by what it is about; None is about all."""
    return {
        (code, note.about): note.text
        for note in book.notes
        if note.kind == "waiver"
        for code in _CODE.findall(note.text)
    }


def _waived(finding: Finding, reasons: Mapping[tuple[str, str | None], str]) -> str | None:
    return reasons.get((finding.code, finding.id), reasons.get((finding.code, None)))


def _answered(standard: Standard, desk: Desk, findings: Iterable[Finding]) -> Checklist:
    answers: list[tuple[str, Answer, tuple[Finding, ...]]] = []
    for item in standard.items:
        against = tuple(finding for finding in findings if finding.code in item.codes)
        answer: Answer = "fail" if against else "pass" if item.applies(desk) else "not applicable"
        answers.append((item.asks, answer, against))
    return Checklist(standard=standard, answers=tuple(answers))
