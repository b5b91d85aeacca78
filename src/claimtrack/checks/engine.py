"""The check: every rule of a profile over one assessment."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import attrs

from claimtrack._records import record
from claimtrack.checks.profiles import Profile, profile_of
from claimtrack.checks.rule import SEVERITIES, Desk, Finding, Found, Rule
from claimtrack.checks.rules import RULES
from claimtrack.checks.standards import STANDARDS, Item, Standard
from claimtrack.checks.waivers import waived
from claimtrack.model.casebook import Casebook
from claimtrack.model.waivers import waivers_of
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.quotes import Prepared, QuoteCheck

Answer = Literal["pass", "fail", "waived", "not looked at", "not applicable"]
"""How a casebook answers a point of a standard.

`fail`: a finding stands against it. `waived`: all findings against it are waived. `not looked at`: a rule by which it
is seen is off, and the others found nothing. `not applicable`: the casebook has nothing that it is about.
"""

_CODES = {name: rule.code for rule in RULES for name in (rule.code, rule.name)}


@record
class Checklist:
    """A standard, answered point by point."""

    standard: Standard
    """The standard."""
    answers: tuple[tuple[str, Answer, tuple[Finding, ...]], ...]
    """What it asks, the answer, and the findings behind a fail, or those that are waived."""


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
    quotes: Mapping[str, QuoteCheck | None] = attrs.field(factory=dict, hash=False, repr=False)
    """What came of holding the quote of each statement against its document; None where the text is not at hand."""

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

    A note of kind `waiver` whose text begins with a rule's code or name lets its findings stand, about one record or,
    where the note is about nothing, about all.

    Args:
        assessment: what to check.
        profile: a profile or the name of one: default, ap, bbc, reuters, ifcn, icd203, icd206, berkeley.
        texts: the text of each document by its id, besides those that stand in the casebook.

    Raises:
        UnknownName: there is no such profile.

    Cost: linear in the records and in the texts of documents; each rule looks once.

    Example:
        >>> from claimtrack.model import Casebook, Claim, Source, Statement
        >>> from claimtrack import score
        >>> book = Casebook(
        ...     sources=(Source(id="kim", name="Kim", reliability="B"),),
        ...     claims=(Claim(id="fell", text="The bridge fell."),),
        ...     statements=(Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
        ... )
        >>> [finding.name for finding in check(score(book)).findings][:2]
        ['single-origin', 'terms-not-agreed']
    """
    chosen = profile_of(profile) if isinstance(profile, str) else profile
    desk = _desk(assessment, texts or {}, chosen)
    judged = tuple(waived(_found(desk, chosen), waivers_of(desk.book, desk.codes)))
    standing = [finding for finding in judged if finding.waived is None]
    standing.sort(key=lambda finding: (SEVERITIES.index(finding.severity), finding.code))
    return Findings(
        assessment=assessment,
        profile=chosen,
        findings=tuple(standing),
        waived=tuple(finding for finding in judged if finding.waived is not None),
        checklists=tuple(_answered(standard, desk, judged) for standard in STANDARDS),
        quotes={statement.id or "": found for statement, found in desk.quotes},
    )


def rule_of(code: str) -> Rule | None:
    """The rule of that code or name, or None."""
    return next((rule for rule in RULES if code.upper() == rule.code or code == rule.name), None)


def _desk(assessment: Assessment, texts: Mapping[str, str], profile: Profile) -> Desk:
    book = assessment.network.casebook
    known = {document.id: document.text for document in book.documents if isinstance(document.text, str)}
    prepared = {name: Prepared(text) for name, text in {**known, **texts}.items()}
    off = frozenset(rule.code for rule in RULES if profile.level_of(rule.code) == "off")
    return Desk(assessment, prepared, codes=_CODES, off=off)


def _found(desk: Desk, profile: Profile) -> tuple[Finding, ...]:
    """What the rules find that are not off, each thing once; those that look at what others found come last."""
    places = _places(desk.book)

    def found_by(rules: Iterable[Rule], desk: Desk) -> Iterator[Finding]:
        return (_finding(rule, one, profile, places) for rule in rules for one in rule.find(desk))

    looked = [rule for rule in RULES if rule.code not in desk.off]
    first = tuple(dict.fromkeys(found_by((rule for rule in looked if not rule.looks_back), desk)))
    after = attrs.evolve(desk, earlier=first)
    return tuple(dict.fromkeys((*first, *found_by((rule for rule in looked if rule.looks_back), after))))


def _places(book: Casebook) -> dict[tuple[str, str], str]:
    """Where each record stands, by collection and id; notes and what has no id by their number."""
    collections = ("sources", "questions", "claims", "statements", "links", "dependences", "documents", "notes")
    return {
        (collection, getattr(item, "id", None) or str(place)): f"{collection}[{place}]"
        for collection in collections
        for place, item in enumerate(getattr(book, collection))
    }


def _finding(rule: Rule, found: Found, profile: Profile, places: Mapping[tuple[str, str], str]) -> Finding:
    place = places.get((found.collection, found.id), "")
    level = profile.level_of(rule.code)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity if level == "off" else level,
        collection=found.collection,
        id=found.id,
        place=".".join(filter(None, (place, found.field))),
        text=found.text,
    )


def _answered(standard: Standard, desk: Desk, findings: Iterable[Finding]) -> Checklist:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    return Checklist(
        standard=standard, answers=tuple((item.asks, *_answer(item, desk, by_code)) for item in standard.items)
    )


def _answer(item: Item, desk: Desk, by_code: Mapping[str, list[Finding]]) -> tuple[Answer, tuple[Finding, ...]]:
    """The answer to one point, and the findings behind it."""
    found = [finding for code in item.codes for finding in by_code.get(code, ())]
    standing = tuple(finding for finding in found if finding.waived is None)
    if standing:
        return "fail", standing
    if found:
        return "waived", tuple(found)
    if not item.applies(desk):
        return "not applicable", ()
    return ("not looked at" if desk.off.intersection(item.codes) else "pass"), ()
