"""Process: who was asked, what was searched, what was verified, and which waivers match nothing."""

import re
from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.model.documents import Document
from claimtrack.model.waivers import Waiver, waivers_of
from claimtrack.text.names import mentioning
from claimtrack.text.words import listed

_LIKELY = 0.55
_IDLE = "CT805"
_ASKED = ("person", "official", "organisation")
_PICTURE = r"(?:photo|photograph|video|footage|image|picture|clip|film)s?"
_TITLED = re.compile(
    rf"\W*(?:(?:an?|the)\s+)?(?:{_PICTURE}\s*(?:$|[:(\[]|[-–—]\s|\d|(?:of|from|taken|showing)\b)"
    r"|(?:aerial|amateur|bodycam|cctv|dashcam|drone|mobile|phone|satellite|security[ -]camera|thermal|webcam)\s+"
    rf"(?:imagery|recording|still|{_PICTURE})s?\b)",
    re.IGNORECASE,
)
"""A title that begins by saying that it is an image; inside a title, the same words may mean something else."""
_ENDING = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|tiff?|mp4|m4v|mov|mkv|webm|avi)(?=$|[?#])", re.IGNORECASE)


@declare(
    "CT801",
    "no-right-of-reply",
    "warning",
    standards=("ap", "bbc", "ifcn"),
    says="A claim names a person or body that is a source here, others assert it, and no reply is noted.",
    why="Whoever is accused may know what you do not; and fairness asks for it.",
    fix="Ask, and write a note of kind `right of reply`, also where there was no answer.",
)
def _unasked(case: CaseUnderCheck) -> Iterator[Hit]:
    replied = {note.about for note in case.book.notes if note.kind == "right of reply"}
    asked = [s for s in case.book.sources if s.kind in _ASKED and s.id not in replied and not s.protected]
    mentioned = mentioning({name: source.id for source in asked for name in (source.name, *source.aliases)})
    for claim in case.network.families:
        if claim in replied:
            continue
        chains = case.network.chains[claim]
        asserting = {chain.statement.origin for chain in chains if chain.statement.stance == "asserts"}
        spoke = {chain.statement.origin for chain in chains}
        for source in sorted(mentioned(case.network.claims[claim].text) - spoke) if asserting else ():
            yield Hit("claims", claim, f"{shown(claim)} is about {shown(source)}, and no right of reply is noted")


@declare(
    "CT802",
    "no-search-against",
    "info",
    standards=("icd203", "ifcn", "berkeley"),
    says="A claim is held to be likely, and no search for evidence against it is noted.",
    why="That nobody denies it is no support, unless somebody looked.",
    fix="Look, and write a note of kind `search made`, with where you looked.",
)
def _unsearched(case: CaseUnderCheck) -> Iterator[Hit]:
    searched = {note.about for note in case.book.notes if note.kind == "search made"}
    if None in searched:
        return
    likely = []
    for score in case.assessment.scores.values():
        question = case.network.families[score.claim.id].question
        about = {score.claim.id, question.id if question else score.claim.id}
        if score.counts.statements and score.probability >= _LIKELY and searched.isdisjoint(about):
            likely.append(score)
    # What nobody searched for at all is told once; a claim whose finding is waived is told by itself.
    together = [score.claim.id for score in likely if not case.has_waiver("CT802", score.claim.id)]
    if len(together) > 1:
        claims = listed(map(shown, together), most=len(together))
        yield Hit("casebook", "", f"no search for evidence against {claims}, which are held to be likely, is noted")
    for score in likely:
        if len(together) < 2 or score.claim.id not in together:  # noqa: PLR2004 (several)
            held = f"{shown(score.claim.id)} is held to be {score.word}"
            yield Hit("claims", score.claim.id, f"{held}, and no search for evidence against it is noted")


@declare(
    "CT803",
    "image-not-placed",
    "warning",
    standards=("berkeley", "bbc"),
    says="A statement rests on an image or a video, and its time or place is not noted.",
    why="Images are passed off as taken elsewhere and at another time more often than they are forged.",
    fix="Verify where and when it was taken: the claim's `place` and `when`, or the statement's `occurred`.",
)
def _unplaced(case: CaseUnderCheck) -> Iterator[Hit]:
    footage = {document.id for document in case.book.documents if _is_footage(document)}
    for statement in case.book.statements:
        if not statement.stands or statement.document not in footage:
            continue
        claim = case.network.claims[statement.claim]
        missing = [
            name for name, known in (("time", statement.occurred or claim.when), ("place", claim.place)) if not known
        ]
        if missing:
            verb = "is" if len(missing) == 1 else "are"
            text = f"{shown(statement.document)} is an image, and its {' and '.join(missing)} {verb} not noted"
            yield Hit("statements", statement.id or "", text, "document")


@declare(
    "CT804",
    "not-archived",
    "info",
    standards=("berkeley", "ifcn"),
    says="A document has an address, and neither an archived copy nor a digest.",
    why="Pages change and go; then nobody can see what you saw.",
    fix="Archive it and give `archive_url`, or keep a copy and give its `digest`.",
)
def _unarchived(case: CaseUnderCheck) -> Iterator[Hit]:
    for document in case.book.documents:
        if document.url and not document.archive_url and not document.digest:
            text = f"{shown(document.id)} has neither an archived copy nor a digest"
            yield Hit("documents", document.id, text, "archive_url")


@declare(
    _IDLE,
    "idle-waiver",
    "info",
    standards=(),
    says="A waiver names no rule that there is, or matches no finding.",
    why="It may be misspelled or about the wrong record; or it is left over, and will hide a finding to come.",
    fix="Name the rule by its code, and the record that the finding is about; or take the waiver out.",
    looks_back=True,
)
def _idle(case: CaseUnderCheck) -> Iterator[Hit]:
    """Waivers that match no finding, except of a rule that is off or of this rule, which cannot judge itself."""
    found: dict[str, set[str]] = {}
    for finding in case.earlier:
        found.setdefault(finding.code, set()).add(finding.id)
    for waiver in waivers_of(case.book, case.codes):
        ids = found.get(waiver.code or "", set())
        is_used = waiver.about in ids or (waiver.about is None and ids)
        if not (is_used or waiver.is_of_another) and waiver.code != _IDLE and waiver.code not in case.off:
            yield Hit("notes", waiver.note, _why_idle(waiver), "text")


def _why_idle(waiver: Waiver) -> str:
    if not waiver.written:
        return "the waiver names no rule"
    if waiver.code is None:
        return f"the waiver names {waiver.written}, and there is no such rule"
    return f"the waiver of {waiver.written}{f' about {shown(waiver.about)}' if waiver.about else ''} matches no finding"


def _is_footage(document: Document) -> bool:
    if _TITLED.match(document.title):
        return True
    return any(_ENDING.search(text) for text in (document.title, document.url, document.archive_url) if text)
