"""Lineage: how an origin knows what it says, and what it is not shown to know."""

from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.model.sources import EXHIBIT_KINDS
from claimtrack.model.statements import serves
from claimtrack.network.chains import FIRST_HAND
from claimtrack.scoring.two_sources import leading_voices
from claimtrack.text.folding import letters_of
from claimtrack.text.words import listed

_SAW = {"witnessed": "seen", "took part": "taken part in", "decided": "decided", "recorded": "recorded"}


@declare(
    "CT110",
    "hearsay-alone",
    "warning",
    standards=("ap", "reuters", "icd206"),
    says="All that counts on the leading side of a claim was told to those who say it.",
    why="However good their names are, they were not there: they are as right as whoever told them.",
    fix="Find who told them, and make that the origin, with those who pass it on in `via`.",
)
def _hearsay_alone(case: CaseUnderCheck) -> Iterator[Hit]:
    for score in case.assessment.scores.values():
        leading = {(voice.origin, voice.side == "for") for voice in leading_voices(score.estimate)}
        chains = [
            chain
            for chain in case.network.chains[score.claim.id]
            if (chain.statement.origin, chain.statement.stance == "asserts") in leading
        ]
        if chains and all(chain.statement.lineage == "told" and chain.established is None for chain in chains):
            who = listed(dict.fromkeys(shown(chain.statement.origin) for chain in chains))
            text = f"{shown(score.claim.id)} rests on hearsay alone: {who} were told it"
            yield Hit("claims", score.claim.id, text if len(leading) > 1 else text.replace(" were ", " was "))


@declare(
    "CT111",
    "media-first-hand",
    "warning",
    standards=("ap", "bbc", "icd206"),
    says="Several media are each marked as knowing one thing first-hand.",
    why="A newsroom mostly passes on what somebody told it or what another wrote; as witnesses its word adds up.",
    fix="Ask of each how it could have seen it. Make its reporter, its footage or whoever it quotes the origin, with "
    "the medium in `via`; or say in `[[established]]` how it knows.",
)
def _media_first_hand(case: CaseUnderCheck) -> Iterator[Hit]:
    media = {source.id for source in case.book.sources if source.kind == "media"}
    reasoned = {(one.source, one.claim) for one in case.book.established}
    for claim in case.network.families:
        said = [
            chain.statement
            for chain in case.network.chains[claim]
            if chain.statement.origin in media
            and chain.statement.lineage in FIRST_HAND
            and reasoned.isdisjoint({(chain.statement.origin, claim), (chain.statement.origin, None)})
        ]
        if len({one.origin for one in said}) > 1:
            for one in said:
                how = f"how could it have {_SAW.get(one.lineage, one.lineage)} it"
                text = f"{shown(one.origin)} is a medium, marked {one.lineage} on {shown(claim)}: {how}?"
                yield Hit("statements", one.id or "", text, "lineage")


@declare(
    "CT112",
    "media-of-one-day",
    "info",
    standards=("ap", "bbc", "icd206", "berkeley"),
    says="Several media say the same with one lineage and one date, and no dependence between them is noted.",
    why="What appears everywhere on one day often comes from one agency, one press release or one leak.",
    fix="Ask whether they share a source. If so, make it the origin, with the media in `via`, or note the dependence.",
)
def _media_of_one_day(case: CaseUnderCheck) -> Iterator[Hit]:
    media = {source.id for source in case.book.sources if source.kind == "media"}
    dates = {document.id: document.published for document in case.book.documents}
    for claim in case.network.families:
        alike: dict[tuple[str, str, str], dict[str, None]] = {}
        for chain in case.network.chains[claim]:
            said = chain.statement
            day = said.published or dates.get(said.document or "")
            if said.origin in media and day is not None:
                alike.setdefault((said.stance, said.lineage, day.text), {})[said.origin] = None
        for (_, lineage, date), origins in alike.items():
            if len({_owner(case, origin) for origin in origins}) > 1:
                who = listed(map(shown, origins))
                text = f"{who} have one lineage ({lineage}) and one date ({date}) on {shown(claim)}: one source?"
                yield Hit("claims", claim, text)


@declare(
    "CT113",
    "document-at-hand",
    "info",
    standards=("icd206", "berkeley"),
    says="A statement came through a relay, and the origin's own document is at hand, or the record itself.",
    why="Whoever showed us the document no longer stands between us and it; as a relay it takes weight off, and with "
    "an interest most of it.",
    fix="Take the relay out of `via`, once you know that the document is genuine.",
)
def _at_hand(case: CaseUnderCheck) -> Iterator[Hit]:
    own = {
        document.id: {letters_of(name) for name in (document.publisher, document.title, document.id) if name}
        for document in case.book.documents
        if document.id in case.texts or document.text or document.digest or document.archive_url
    }
    standing = [statement for statement in case.book.statements if statement.stands]
    direct = {statement.origin for statement in standing if not statement.via}
    for statement in (statement for statement in standing if statement.via):
        source = case.network.sources[statement.origin]
        names = {letters_of(name) for name in (source.id, source.name, *source.aliases)}
        there = ""
        if names & own.get(statement.document or "", set()):
            there = f"{shown(statement.document)}, a document of {shown(source.id)}, is at hand"
        elif source.kind in EXHIBIT_KINDS and source.id in direct:
            there = f"{shown(source.id)} is at hand, as another statement shows"
        if there:
            text = f"{there}: it is heard directly, without {listed(map(shown, statement.relays))}"
            yield Hit("statements", statement.id or "", text, "via")


def _owner(case: CaseUnderCheck, source: str) -> str:
    """The first of those that a source depends on, or itself."""
    group = case.network.groups.get(source)
    return source if group is None or group.strength == 0.0 else group.sources[0]


@declare(
    "CT114",
    "nothing-examined",
    "warning",
    standards=("icd206", "berkeley"),
    says="An origin examined something or deduced what it says, and the statement does not say from what.",
    why="An examiner counts as independent by what it examined. Without it, many weigh as the best of them.",
    fix='Say what was examined: `lineage = "examined"`, and in `exhibits` the ids of documents, records or sensors.',
)
def _nothing_examined(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement in case.book.statements:
        nothing = not (statement.exhibits or statement.unshown)
        # What a party deduces against the other side is its accusation, and weighs next to nothing as it is.
        accuses = statement.lineage == "deduced" and serves(statement.propensity)
        if statement.stands and nothing and statement.lineage in ("examined", "deduced") and not accuses:
            write = 'write lineage = "examined" and exhibits = ["…"]'
            text = f"{shown(statement.origin)} {statement.lineage} it, and what was examined is not said: {write}"
            yield Hit("statements", statement.id or "", text, "exhibits")
