"""Who is behind a claim, and by how many ways it reached us."""

from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.scoring.assessment import Score
from claimtrack.scoring.two_sources import leading_voices, two_sources
from claimtrack.text.words import listed


def _scores(case: CaseUnderCheck) -> Iterator[Score]:
    """The scores of claims that some statement or link counts for or against."""
    return (score for score in case.assessment.scores.values() if score.estimate.judged)


@declare(
    "CT101",
    "single-origin",
    "warning",
    standards=("ap", "bbc", "reuters", "icd206"),
    says="All that counts on the leading side of a claim comes from one origin.",
    why="Ten outlets that quote one source are one source. If it is wrong, so are they all.",
    fix="Find somebody else who knows first-hand, or print the claim as that source's.",
)
def _single_origin(case: CaseUnderCheck) -> Iterator[Hit]:
    """A sensor that saw it is no source to be confirmed by another; what it shows is a question for its exhibit."""
    for score in _scores(case):
        voices = leading_voices(score.estimate)
        if len({voice.origin for voice in voices}) == 1 and case.network.sources[voices[0].origin].kind != "sensor":
            first = voices[0]
            text = f"all that counts {first.side} {shown(score.claim.id)} comes from {shown(first.origin)}"
            yield Hit("claims", score.claim.id, text)


@declare(
    "CT102",
    "two-source-rule",
    "info",
    standards=("ap", "bbc", "ifcn"),
    says="A claim has several origins, and no two of them are established and reach us through nobody in common.",
    why="Two sources count as two only if they know first-hand and came by two ways.",
    fix="Establish how each origin knows, and hear at least two of them by ways of their own.",
)
def _two_sources_unmet(case: CaseUnderCheck) -> Iterator[Hit]:
    """Claims of several origins only; a single origin is what `single-origin` finds."""
    for score in _scores(case):
        voices = leading_voices(score.estimate)
        rule = two_sources(voices, case.network.groups)
        if not rule.met and len({voice.origin for voice in voices}) > 1:
            text = f"two-source rule for {shown(score.claim.id)}: {rule.verdict}; {rule.why}"
            yield Hit("claims", score.claim.id, text)


@declare(
    "CT103",
    "circular-sourcing",
    "error",
    standards=("icd206", "berkeley"),
    says="Sources relay each other, or claims feed each other over links.",
    why="What goes round in a ring looks like confirmation and is none.",
    fix="Find out who said it first; take out the link that runs back.",
)
def _circular(case: CaseUnderCheck) -> Iterator[Hit]:
    for ring in case.network.rings:
        collection = "sources" if ring.kind == "relays" else "claims"
        what = "relay each other" if ring.kind == "relays" else "feed each other over links"
        yield Hit(collection, ring.members[0], f"{listed(map(shown, ring.members), most=len(ring.members))} {what}")


@declare(
    "CT104",
    "one-relay",
    "warning",
    standards=("bbc", "icd206", "berkeley"),
    says="Several origins on a claim all reach us through one relay.",
    why="What comes through one mouth is worth no more than that mouth's word.",
    fix="Hear one of the origins directly, or through somebody else.",
)
def _one_relay(case: CaseUnderCheck) -> Iterator[Hit]:
    for score in _scores(case):
        chains = case.network.chains[score.claim.id]
        if len({chain.statement.origin for chain in chains}) > 1:
            shared = frozenset.intersection(*(frozenset(chain.statement.relays) for chain in chains))
            for relay in sorted(shared):
                text = f"all origins on {shown(score.claim.id)} reach us through {shown(relay)}"
                yield Hit("claims", score.claim.id, text)


@declare(
    "CT105",
    "unknown-lineage",
    "warning",
    standards=("ap", "reuters", "icd206"),
    says="An origin that is not shown to know first-hand carries a claim.",
    why="Whoever was told, or guesses, may pass on what you have already.",
    fix="Ask how they know. Set `lineage`, or write down in `[[established]]` how you found out.",
)
def _unknown_lineage(case: CaseUnderCheck) -> Iterator[Hit]:
    for score in _scores(case):
        voices = leading_voices(score.estimate)
        sure = max((voice.weight for voice in voices if voice.established), default=0.0)
        for voice in voices:
            # An answer and its negation rest on the same word: it is told once, of the answer that it is for.
            told = voice.side == "against" and case.network.families[score.claim.id].is_negation
            if not voice.established and voice.weight > sure and not voice.links and not told:
                text = f"how {shown(voice.origin)} knows is not known, and its word carries {shown(score.claim.id)}"
                yield Hit("claims", score.claim.id, text)


@declare(
    "CT106",
    "rival-not-addressed",
    "warning",
    standards=("icd203",),
    says="No statement and no link speaks of one of the answers to a question.",
    why="An answer that nobody was asked about has not lost; it was not looked at.",
    fix="Look for somebody who can say whether it is so, or take it out of the question.",
)
def _unaddressed(case: CaseUnderCheck) -> Iterator[Hit]:
    for question in case.book.questions:
        for claim in question.claims:
            if not case.network.chains[claim] and claim not in case.network.inflow and len(question.claims) > 1:
                text = f"no statement and no link addresses {shown(claim)}, an answer to {shown(question.id)}"
                yield Hit("claims", claim, text)


@declare(
    "CT107",
    "idle-link",
    "warning",
    standards=("icd203",),
    says="A link counts nowhere: it joins a claim with itself, with a rival, or with an opinion.",
    why="It looks like evidence in the file and moves nothing.",
    fix="Take it out. That two claims are rivals is said by their question.",
)
def _idle_link(case: CaseUnderCheck) -> Iterator[Hit]:
    for link in case.network.idle:
        ends = f"the link from {shown(link.from_claim)} to {shown(link.to_claim)}"
        text = f"{ends} counts nowhere: one claim, rivals, or an opinion"
        yield Hit("links", link.id or "", text)


@declare(
    "CT108",
    "rests-on-assumption",
    "warning",
    standards=("icd203",),
    says="Independence is assumed for all, or a claim rests on an assumption and on no established origin.",
    why="A reader takes a conclusion for a finding unless the assumption is said with it.",
    fix="Say it in one sentence with the claim, or find evidence that does without it.",
)
def _assumed(case: CaseUnderCheck) -> Iterator[Hit]:
    if case.book.policy.independence == "assumed":
        yield Hit("casebook", "", "the policy assumes that all sources are independent", "policy")
    for note in case.book.notes:
        score = case.assessment.scores.get(note.about or "")
        if note.kind == "assumption" and score is not None:
            voices = leading_voices(score.estimate)
            if not any(voice.established for voice in voices):
                text = f"{shown(score.claim.id)} rests on an assumption and on no established origin"
                yield Hit("claims", score.claim.id, text)


@declare(
    "CT109",
    "idle-exhibits",
    "warning",
    standards=("icd206", "berkeley"),
    says="A statement names exhibits, and its lineage is not `examined`.",
    why="Exhibits count only as what was examined; beside another lineage they look like evidence and are none.",
    fix="Set `lineage` to `examined` if that is how the origin knows; otherwise take the exhibits out.",
)
def _idle_exhibits(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement in case.book.statements:
        if statement.exhibits and statement.lineage != "examined":
            exhibits = listed(map(shown, statement.exhibits))
            count = "counts" if len(statement.exhibits) == 1 else "count"
            text = f"{exhibits} {count} for nothing, since the lineage is {shown(statement.lineage)}"
            yield Hit("statements", statement.id or "", text, "exhibits")
