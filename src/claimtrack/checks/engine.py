"""Run the rules of a profile on an assessment."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

import attrs

from claimtrack._records import evolve, record
from claimtrack.checks.profiles import Profile, profile_of
from claimtrack.checks.rule import SEVERITIES, CaseUnderCheck, Finding, Hit, Rule
from claimtrack.checks.rules import RULES
from claimtrack.checks.standards import STANDARDS, Requirement, Standard
from claimtrack.errors.failures import UnknownName
from claimtrack.model.casebook import COLLECTIONS, Casebook, id_or_place
from claimtrack.model.waivers import Waiver, waivers_of
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.quotes import PreparedText, QuoteCheck

ChecklistAnswer = Literal["pass", "fail", "waived", "not looked at", "not applicable"]
"""Whether a casebook does what a standard requires.

`fail`: a finding stands against it. `waived`: all findings against it are waived. `not looked at`: a rule by which it
is seen is off, and the others found nothing. `not applicable`: the casebook has nothing that the requirement is about.
"""

_CODES = {name: rule.code for rule in RULES for name in (rule.code, rule.name)}


@record
class Checklist:
    """A standard, answered requirement by requirement."""

    standard: Standard
    """The standard."""
    answers: tuple[tuple[str, ChecklistAnswer, tuple[Finding, ...]], ...]
    """Each requirement, the answer, and the findings that make it fail or that are waived."""


@record
class Findings:
    """What a check found."""

    assessment: Assessment
    """What was checked."""
    profile: Profile
    """By which rules."""
    findings: tuple[Finding, ...]
    """The findings that stand: the most serious first, then by rule and place."""
    waived: tuple[Finding, ...]
    """The findings that a note waives, each with its reason."""
    checklists: tuple[Checklist, ...]
    """Each standard, answered requirement by requirement."""
    quotes: Mapping[str, QuoteCheck | None] = attrs.field(factory=dict, hash=False, repr=False)
    """The check of each statement's quote, by the statement's id; None where the document's text is not at hand."""

    def of(self, code: str) -> tuple[Finding, ...]:
        """The findings of one rule that stand."""
        return tuple(finding for finding in self.findings if finding.code == code)


def check(
    assessment: Assessment,
    *,
    profile: Profile | str = "default",
    texts: Mapping[str, str] | None = None,
) -> Findings:
    """Run the rules of a profile on an assessment.

    A note of kind `waiver` whose text begins with a rule's code or name waives its findings about one record or,
    where the note is about nothing, all of them.

    Args:
        assessment: what to check.
        profile: a profile or the name of one: default, ap, bbc, reuters, ifcn, icd203, icd206, berkeley.
        texts: the text of each document by its id, besides those in the casebook.

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
    case = prepare(assessment, texts or {}, chosen)
    judged = judge(case, chosen)
    return Findings(
        assessment=assessment,
        profile=chosen,
        findings=standing(judged),
        waived=tuple(finding for finding in judged if finding.waived is not None),
        checklists=tuple(_answer_all(standard, case, judged) for standard in STANDARDS),
        quotes={statement.id or "": found for statement, found in case.all_quotes},
    )


def rule_of(code: str) -> Rule:
    """The rule of that code, in capitals or not, or of that name.

    Raises:
        UnknownName: there is no such rule.
    """
    for rule in RULES:
        if code.upper() == rule.code or code == rule.name:
            return rule
    raise UnknownName(kind="rule", seen=code, known=tuple(_CODES), listing="`claimtrack.checks.RULES` holds them all")


def prepare(assessment: Assessment, texts: Mapping[str, str], profile: Profile) -> CaseUnderCheck:
    """What the rules of a profile look at."""
    book = assessment.network.casebook
    known = {document.id: document.text for document in book.documents if isinstance(document.text, str)}
    prepared = {name: PreparedText(text) for name, text in {**known, **texts}.items()}
    off = frozenset(rule.code for rule in RULES if profile.level_of(rule.code) == "off")
    return CaseUnderCheck(assessment, prepared, codes=_CODES, off=off)


def judge(case: CaseUnderCheck, profile: Profile, *, waived_in: Iterable[Casebook] = ()) -> tuple[Finding, ...]:
    """All findings of a profile, each with the reason why it is waived if it is, also in other casebooks."""
    waivers = [waiver for book in (*waived_in, case.book) for waiver in waivers_of(book, case.codes)]
    return tuple(_waive(_run_rules(case, profile), waivers))


def standing(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings that no note waives: the most serious first, then by rule and place.

    What one of them says too is told once, as seriously as the most serious of them.
    """
    left = [finding for finding in findings if finding.waived is None]
    told = {one for finding in left for one in finding.also}
    levels = {(finding.code, finding.id): SEVERITIES.index(finding.severity) for finding in left}
    found = []
    for finding in left:
        own = (finding.code, finding.id)
        if own not in told:
            level = min(levels[one] for one in (own, *finding.also) if one in levels)
            found.append(evolve(finding, severity=SEVERITIES[level]))
    return tuple(sorted(found, key=lambda finding: (SEVERITIES.index(finding.severity), finding.code)))


def _run_rules(case: CaseUnderCheck, profile: Profile) -> tuple[Finding, ...]:
    """The distinct findings of all rules that are not off; rules that look back at findings run last."""
    places = _places_of(case.book)

    def found_by(rules: Iterable[Rule], case: CaseUnderCheck) -> Iterator[Finding]:
        return (_finding_of(rule, hit, profile, places) for rule in rules for hit in rule.find(case))

    on = [rule for rule in RULES if rule.code not in case.off]
    first = tuple(dict.fromkeys(found_by((rule for rule in on if not rule.looks_back), case)))
    after = attrs.evolve(case, earlier=first)
    return tuple(dict.fromkeys((*first, *found_by((rule for rule in on if rule.looks_back), after))))


def _places_of(book: Casebook) -> dict[tuple[str, str], str]:
    """Where each record stands, by collection and id; notes, and records without an id, by their number."""
    return {
        (collection, id_or_place(item, place)): f"{collection}[{place}]"
        for collection in COLLECTIONS
        for place, item in enumerate(book.collection(collection))
    }


def _finding_of(rule: Rule, hit: Hit, profile: Profile, places: Mapping[tuple[str, str], str]) -> Finding:
    place = places.get((hit.collection, hit.id), "")
    level = profile.level_of(rule.code)
    return Finding(
        code=rule.code,
        name=rule.name,
        severity=rule.severity if level == "off" else level,
        collection=hit.collection,
        id=hit.id,
        place=".".join(filter(None, (place, hit.field))),
        text=hit.text,
        also=hit.also,
    )


def _waive(findings: Iterable[Finding], waivers: Iterable[Waiver]) -> Iterator[Finding]:
    """Findings, each with the reason why it is waived; a waiver of one record comes before one of all."""
    reasons = {(waiver.code, waiver.about): waiver.reason for waiver in waivers}
    for finding in findings:
        general = reasons.get((finding.code, None))
        yield evolve(finding, waived=reasons.get((finding.code, finding.id), general))


def _answer_all(standard: Standard, case: CaseUnderCheck, findings: Iterable[Finding]) -> Checklist:
    by_code: dict[str, list[Finding]] = {}
    for finding in findings:
        by_code.setdefault(finding.code, []).append(finding)
    answers = tuple((one.asks, *_answer(one, case, by_code)) for one in standard.requirements)
    return Checklist(standard=standard, answers=answers)


def _answer(
    requirement: Requirement, case: CaseUnderCheck, by_code: Mapping[str, list[Finding]]
) -> tuple[ChecklistAnswer, tuple[Finding, ...]]:
    """Whether one requirement is met, and the findings that decide it."""
    found = [finding for code in requirement.codes for finding in by_code.get(code, ())]
    left = tuple(finding for finding in found if finding.waived is None)
    if left:
        return "fail", left
    if found:
        return "waived", tuple(found)
    if not requirement.applies(case):
        return "not applicable", ()
    return ("not looked at" if case.off.intersection(requirement.codes) else "pass"), ()
