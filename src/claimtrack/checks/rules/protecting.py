"""Sources: two that look like one, terms that nobody agreed, and what gives a protected one away."""

import re
from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.model.casebook import id_or_place
from claimtrack.model.claims import Claim
from claimtrack.model.waivers import PUBLISHED
from claimtrack.privacy.attribution import PERSONS
from claimtrack.privacy.redact import Text
from claimtrack.privacy.secrets import protected_strings, shared_strings
from claimtrack.text.folding import letters_of, scripts_of
from claimtrack.text.name_words import ROLES
from claimtrack.text.words import listed

_ROLE = re.compile(rf"\b(?:{'|'.join(sorted(ROLES))})s?\b", re.IGNORECASE)
_DATE = re.compile(
    r"\b(?:1[89]\d\d|20\d\d|January|February|March|April|May|June|July|August|September|October|November|December|"
    r"Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|last (?:week|month|year))\b"
)
_PLACE = re.compile(r"\b(?:in|at|from|near|of)\s+(?:the\s+)?[A-Z]\w+|\b[A-Z]\w+(?:'s|s')\s")


@declare(
    "CT701",
    "look-alike-sources",
    "warning",
    standards=("icd206", "berkeley"),
    says="Two sources have one name or alias in common.",
    why="If they are one, they count as two origins and are not.",
    fix="Make them one source, or give each the name by which they can be told apart.",
)
def _alike(case: CaseUnderCheck) -> Iterator[Hit]:
    first: dict[str, str] = {}
    for source in case.book.sources:
        names = {letters_of(name) for name in (source.name, *source.aliases)}
        for name in sorted(filter(None, names)):
            if first.setdefault(name, source.id) != source.id:
                text = f"{shown(source.id)} and {shown(first[name])} have one name or alias in common"
                yield Hit("sources", source.id, text, "name")
                break


@declare(
    "CT702",
    "terms-not-agreed",
    "warning",
    standards=("ap", "bbc", "reuters"),
    says="A source that may be a person is relied on, or hidden in public and named in a claim, without noted terms.",
    why="On the record, background and off the record mean different things to different people; until terms are "
    "noted, the public report hides the source, but not in claims that say something of it.",
    fix="Agree on the terms, and write down what was agreed in `terms`; what anybody can read is `published`.",
)
def _not_agreed(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.audience == "public":
        return
    for one in case.redaction.appearances.statements:
        hidden = [who.source for who in one.behind if who.how != "named"]
        if one.statement.terms == "not agreed" and one.statement.stands and hidden:
            said = f"no terms of attribution are noted with {shown(hidden[-1])}"
            yield Hit("statements", one.statement.id or "", said, "terms")
    for left in case.redaction.names_left:
        collection = "claims" if isinstance(left.record, Claim) else "questions"
        who = listed(map(shown, sorted(left.sources)))
        names = f"{shown(left.record.id)} names {who}"
        said = f"{names}, hidden in public only since no terms are noted; the name stays in the text"
        yield Hit(collection, left.record.id, said, "text")


@declare(
    "CT703",
    "telling-descriptor",
    "error",
    standards=("ap", "berkeley", "ifcn"),
    says="The descriptor of a protected source tells role, place and date at once.",
    why="Each alone is vague; together they can fit one person.",
    fix="Leave one of them out, or make it wider: a region for a town, a year for a day.",
)
def _narrow(case: CaseUnderCheck) -> Iterator[Hit]:
    for source in case.book.sources:
        text = source.descriptor or ""
        if source.protected and _ROLE.search(text) and _DATE.search(text) and _PLACE.search(text):
            said = f"the descriptor of {shown(source.id)} tells role, place and date at once"
            yield Hit("sources", source.id, said, "descriptor")


@declare(
    "CT704",
    "part-of-a-protected-name",
    "error",
    standards=("ap", "berkeley"),
    says="In a text that is published, the name of a hidden source may go on beside what was found, or be another's.",
    why="The public report puts a label in the place of the name: what is left beside it, such as a middle name, would "
    "tell; and a surname that a named source shares may mean either.",
    fix="If a word beside it belongs to the name, add the whole name to the source's `aliases`; if not, put another "
    "word between. If it is another's name, it stays where a source has it for its whole name, which needs no "
    'statement, or where a note about the record says so: `kind = "waiver"` and `text = "CT704: another person"`.',
)
def _named(case: CaseUnderCheck) -> Iterator[Hit]:
    redaction = case.redaction
    for text in () if case.book.audience == "public" else redaction.texts:
        for find in redaction.matcher.find(text.text):
            label = redaction.name_labels.hidden[find.who].label
            if find.touches and label in text.public and not text.is_address:  # no label, where the name stays
                yield _hit(case, text, find.who, "the name of {} may go on beside what was found, or be another's,")


@declare(
    "CT706",
    "like-a-protected-name",
    "error",
    standards=("ap", "berkeley"),
    says="A text that is published has a word that may be a form of the name of a hidden source.",
    why="Names are inflected in many languages; a form that is not sure to be one is not replaced.",
    fix="If it means the source, add the form to its `aliases`. If not, write it otherwise, or write a note about the "
    'record: `kind = "waiver"` and `text = "CT706: another word"`; another\'s whole name also stays where a source has '
    "it, which needs no statement.",
)
def _like(case: CaseUnderCheck) -> Iterator[Hit]:
    redaction = case.redaction
    left = {source for one in redaction.names_left for source in one.sources}
    for text in () if case.book.audience == "public" else redaction.texts:
        for who in () if text.is_address else redaction.matcher.find_doubtful(text.text):
            if redaction.name_labels.hidden[who].source not in left:  # or it is named anyway
                yield _hit(case, text, who, "a word that may be a form of the name of {} is left")


def _hit(case: CaseUnderCheck, text: Text, who: int, said: str) -> Hit:
    source = case.redaction.name_labels.hidden[who].source
    where = f"{text.collection} {shown(text.id)}" if text.id else text.collection
    return Hit(text.collection, text.id, f"{said.format(shown(source))} in the {text.field} of {where}", text.field)


@declare(
    "CT707",
    "no-name-in-this-script",
    "warning",
    standards=("ap", "berkeley"),
    says="Texts that are published are written in a script in which a hidden source has no name or alias.",
    why="A name is found in the scripts in which it is written down, and in no other.",
    fix="Add to the source's `aliases` how its name is written there.",
)
def _no_name_in_script(case: CaseUnderCheck) -> Iterator[Hit]:
    redaction = case.redaction
    if case.book.audience == "public" or not redaction.hidden:
        return
    written = {script for text in redaction.texts if not text.is_address for script in scripts_of(text.text)}
    for source in redaction.hidden:
        names = {script for name in (source.name, *source.aliases) for script in scripts_of(name)}
        missing = sorted(written - names)
        if source.kind in PERSONS and names and missing:
            said = f"{shown(source.id)} has no name in {listed(script.capitalize() for script in missing)} script"
            yield Hit("sources", source.id, said, "aliases")


@declare(
    "CT708",
    "named-in-its-document",
    "error",
    standards=("ap", "berkeley"),
    says="A document that is published with its address names a hidden source that speaks in it.",
    why="Readers who open the address find the name there, also where another statement is what cites it.",
    fix="Take out `anonymous` if the text names the source, and `document` where another statement cites the same one; "
    'if readers may know the source, write `terms = "on the record"`.',
)
def _named_in_document(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.audience == "public":
        return
    redaction = case.redaction
    speaking: dict[str | None, set[str]] = {}
    for one in case.book.statements:
        behind = redaction.appearances.hidden.intersection((one.origin, *one.relays))
        speaking.setdefault(one.document, set()).update(behind)
    public = redaction.selection.ids["documents"]
    for document in case.book.documents:
        if public.get(document.id) is None or not isinstance(document.text, str) or not speaking.get(document.id):
            continue
        hidden, found = redaction.name_labels.hidden, redaction.matcher.mentioned(document.text)
        for source in sorted(speaking[document.id].intersection(hidden[who].source for who in found)):
            said = f"the text of {shown(document.id)}, which is published, names {shown(source)}, which speaks in it"
            yield Hit("documents", document.id, said, "text")


@declare(
    "CT709",
    "document-withheld",
    "warning",
    standards=("ap", "berkeley"),
    says="A document that a public statement cites is left out of the public version, since a hidden source was met "
    "in it.",
    why="What was published could name the source, so that its title and address would lead readers to the name.",
    fix="If the text does not name the source, write `anonymous = true` beside the statement; else leave it as it is.",
)
def _document_withheld(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.audience == "public":
        return
    seen, public = case.redaction.appearances, case.redaction.selection.ids["documents"]
    cited = {one.statement.document for one in seen.statements if one.met.how == "named" and one.keeps_text}
    for one in seen.statements:
        document, name = one.statement.document, one.statement.id or ""
        if document and document in cited and public.get(document) is None and one.is_told_by_its_text:
            said = f"{shown(document)} is not published, since its text could name a hidden source of {shown(name)}"
            yield Hit("statements", name, said, "anonymous")


@declare(
    PUBLISHED,
    "protected-and-published",
    "warning",
    standards=("ap", "berkeley"),
    says="What is protected in one field stands in another that is published.",
    why="Words said off the record, a note for the desk or a place from the private file can tell who a source is.",
    fix="Say it in other words, or waive it where readers may know.",
)
def _published(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.audience == "public":
        return
    for shared in shared_strings(case.redaction, protected_strings(case.redaction)):
        one = shared.protected
        if not shared.is_harmless:
            record = case.book.collection(one.collection)[one.at]
            said = f"what stands in {one.place} is protected, and stands in {shared.place} too, which is published"
            yield Hit(one.collection, id_or_place(record, one.at), said, one.field)
