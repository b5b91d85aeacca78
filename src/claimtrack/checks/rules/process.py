"""Process: who was asked, what was searched, what was verified, and what is waived for nothing."""

import re
from collections.abc import Iterator

from claimtrack.checks.rule import Desk, Found, Rule
from claimtrack.checks.rules.examples import BASE, CLAIM
from claimtrack.model.records import Document
from claimtrack.model.waivers import Waiver, waivers_of
from claimtrack.text.names import mentioning

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
"""A title that says at its start that it is of an image; the words inside a title may mean something else."""
_ENDING = re.compile(r"\.(?:jpe?g|png|gif|webp|heic|tiff?|mp4|m4v|mov|mkv|webm|avi)(?=$|[?#])", re.IGNORECASE)


def _unasked(desk: Desk) -> Iterator[Found]:
    replied = {note.about for note in desk.book.notes if note.kind == "right of reply"}
    asked = [s for s in desk.book.sources if s.kind in _ASKED and s.id not in replied and not s.protected]
    mentioned = mentioning({name: source.id for source in asked for name in (source.name, *source.aliases)})
    for claim in desk.network.families:
        if claim in replied:
            continue
        chains = desk.network.chains[claim]
        asserting = {chain.statement.origin for chain in chains if chain.statement.stance == "asserts"}
        spoke = {chain.statement.origin for chain in chains}
        for source in sorted(mentioned(desk.network.claims[claim].text) - spoke) if asserting else ():
            yield Found("claims", claim, f"{claim} is about {source}, and no right of reply is noted")


def _unsearched(desk: Desk) -> Iterator[Found]:
    searched = {note.about for note in desk.book.notes if note.kind == "search made"}
    if None in searched:
        return
    for score in desk.assessment.scores.values():
        question = desk.network.families[score.claim.id].question
        about = {score.claim.id, question.id if question else score.claim.id}
        if score.counts.statements and score.probability >= _LIKELY and searched.isdisjoint(about):
            text = f"{score.claim.id} is held to be {score.word}, and no search for evidence against it is noted"
            yield Found("claims", score.claim.id, text)


def _unplaced(desk: Desk) -> Iterator[Found]:
    footage = {document.id for document in desk.book.documents if _is_footage(document)}
    for statement in desk.book.statements:
        if not statement.stands or statement.document not in footage:
            continue
        claim = desk.network.claims[statement.claim]
        missing = [
            name for name, known in (("time", statement.occurred or claim.when), ("place", claim.place)) if not known
        ]
        if missing:
            text = f"{statement.document} is an image, and its {' and '.join(missing)} not noted"
            yield Found("statements", statement.id or "", text, "document")


def _unarchived(desk: Desk) -> Iterator[Found]:
    for document in desk.book.documents:
        if document.url and not document.archive_url and not document.digest:
            text = f"{document.id} has neither an archived copy nor a digest"
            yield Found("documents", document.id, text, "archive_url")


def _idle(desk: Desk) -> Iterator[Found]:
    """Waivers without a finding; none of a rule that is off, or of this rule itself, which cannot judge them."""
    found: dict[str, set[str]] = {}
    for finding in desk.earlier:
        found.setdefault(finding.code, set()).add(finding.id)
    for waiver in waivers_of(desk.book, desk.codes):
        ids = found.get(waiver.code or "", set())
        is_used = waiver.about in ids or (waiver.about is None and ids)
        if not is_used and waiver.code != _IDLE and waiver.code not in desk.off:
            yield Found("notes", waiver.note, _why_idle(waiver), "text")


def _why_idle(waiver: Waiver) -> str:
    if not waiver.written:
        return "the waiver names no rule"
    if waiver.code is None:
        return f"the waiver names {waiver.written}, and there is no such rule"
    return f"the waiver of {waiver.written}{f' about {waiver.about}' if waiver.about else ''} matches no finding"


def _is_footage(document: Document) -> bool:
    if _TITLED.match(document.title):
        return True
    return any(_ENDING.search(text) for text in (document.title, document.url, document.archive_url) if text)


_ABOUT = """
[[sources]]
id = "owner"
name = "Vane Lines"
kind = "organisation"
reliability = "C"

[[claims]]
id = "knew"
text = "Vane Lines knew of the leak."

[[statements]]
id = "s-knew"
origin = "pilot"
claim = "knew"
stance = "asserts"
lineage = "witnessed"
terms = "on the record"

[[statements]]
id = "s-knew-too"
origin = "log"
claim = "knew"
stance = "asserts"
lineage = "recorded"
terms = "on the record"

[[notes]]
kind = "search made"
about = "knew"
text = "We read the inspection files of two years."
"""
_REPLY = '\n[[notes]]\nkind = "right of reply"\nabout = "owner"\ntext = "Asked on 6 May; no answer by 10 May."\n'
_WAIVER = '\n[[notes]]\nkind = "waiver"\nabout = "sank"\ntext = "CT101: only the pilot was there."\n'
_VIDEO = '\n[[documents]]\nid = "clip"\ntitle = "Video of the ferry"\n'
_PAGE = '\n[[documents]]\nid = "page"\ntitle = "The Gazette"\nurl = "https://gazette.example/ferry"\n'
_SEEN = BASE.replace('lineage = "recorded"', 'lineage = "recorded"\ndocument = "clip"') + _VIDEO

RULES = (
    Rule(
        code="CT801",
        name="no-right-of-reply",
        severity="warning",
        standards=("ap", "bbc", "ifcn"),
        says="A claim names a person or body that is a source here, others assert it, and no reply is noted.",
        why="Whoever is accused may know what you do not; and fairness asks for it.",
        mend="Ask, and write a note of kind `right of reply`, also where there was no answer.",
        find=_unasked,
        bad=BASE + _ABOUT,
        clean=BASE + _ABOUT + _REPLY,
    ),
    Rule(
        code="CT802",
        name="no-search-against",
        severity="info",
        standards=("icd203", "ifcn", "berkeley"),
        says="A claim is held to be likely, and no search for evidence against it is noted.",
        why="That nobody denies it is no support, unless somebody looked.",
        mend="Look, and write a note of kind `search made`, with where you looked.",
        find=_unsearched,
        bad=BASE[: BASE.index("[[notes]]")],
        clean=BASE,
    ),
    Rule(
        code="CT803",
        name="image-not-placed",
        severity="warning",
        standards=("berkeley", "bbc"),
        says="A statement rests on an image or a video, and its time or place is not noted.",
        why="Images are passed off as taken elsewhere and at another time more often than they are forged.",
        mend="Verify where and when it was taken: the claim's `place` and `when`, or the statement's `occurred`.",
        find=_unplaced,
        bad=_SEEN,
        clean=_SEEN.replace(
            'text = "The ferry sank on 3 May."',
            'text = "The ferry sank on 3 May."\nwhen = 2024-05-03\nplace = "Port Anse"',
        ),
    ),
    Rule(
        code="CT804",
        name="not-archived",
        severity="info",
        standards=("berkeley", "ifcn"),
        says="A document has an address, and neither an archived copy nor a digest.",
        why="Pages change and go; then nobody can see what you saw.",
        mend="Archive it and give `archive_url`, or keep a copy and give its `digest`.",
        find=_unarchived,
        bad=CLAIM + _PAGE,
        clean=BASE + _PAGE + 'archive_url = "https://archive.example/ferry"\n',
    ),
    Rule(
        code=_IDLE,
        name="idle-waiver",
        severity="info",
        standards=(),
        says="A waiver names no rule that there is, or matches no finding.",
        why="It may be misspelled or about the wrong record; or it is left over, and will hide a finding to come.",
        mend="Name the rule by its code, and the record that the finding is about; or take the waiver out.",
        find=_idle,
        bad=BASE + _WAIVER,
        clean=BASE,
        looks_back=True,
    ),
)
"""Process: who was asked, what was searched, what was verified, and what is waived for nothing."""
