"""Who is behind a claim, and by how many ways it reached us."""

from collections.abc import Iterator

from claimtrack.checks.rule import Desk, Found, Rule
from claimtrack.checks.rules.examples import BASE, CLAIM, SOURCES
from claimtrack.scoring.assessment import Score
from claimtrack.scoring.status import leading_voices, two_sources

_ONE = (
    SOURCES
    + CLAIM
    + """
[[statements]]
id = "s-pilot"
origin = "pilot"
claim = "sank"
stance = "asserts"
lineage = "witnessed"
terms = "on the record"
"""
)
_TOLD = _ONE.replace("witnessed", "told")
_GAZETTE = """
[[sources]]
id = "gazette"
name = "The Gazette"
kind = "media"
reliability = "C"
"""
_ONE_RELAY = BASE.replace('claim = "sank"', 'via = ["gazette"]\nclaim = "sank"') + _GAZETTE
_QUESTION = """
[[questions]]
id = "why"
text = "Why did it sink?"
claims = ["leak", "fire"]

[[claims]]
id = "leak"
text = "A leak sank the ferry."

[[claims]]
id = "fire"
text = "A fire sank the ferry."
"""
_LINK = """
[[links]]
id = "l-one"
from = "sank"
to = "other"
sign = "supports"
because = "A ferry that sank did not arrive."
"""
_OTHER = """
[[claims]]
id = "other"
text = "The ferry did not arrive at Port Anse."
"""
_ANSWERED = """
[[statements]]
id = "s-leak"
origin = "log"
claim = "leak"
stance = "asserts"
lineage = "recorded"
terms = "on the record"

[[statements]]
id = "s-leak-too"
origin = "pilot"
claim = "leak"
stance = "asserts"
lineage = "witnessed"
terms = "on the record"

[[statements]]
id = "s-fire"
origin = "pilot"
claim = "fire"
stance = "denies"
lineage = "witnessed"
terms = "on the record"

[[statements]]
id = "s-fire-too"
origin = "log"
claim = "fire"
stance = "denies"
lineage = "recorded"
terms = "on the record"

[[notes]]
kind = "search made"
about = "why"
text = "We asked the owner and the insurer for any other cause."
"""


def _scores(desk: Desk) -> Iterator[Score]:
    """The scores of claims of which something that counts speaks."""
    return (score for score in desk.assessment.scores.values() if score.estimate.judged)


def _single_origin(desk: Desk) -> Iterator[Found]:
    for score in _scores(desk):
        voices = leading_voices(score.estimate)
        if len({voice.origin for voice in voices}) == 1:
            first = voices[0]
            text = f"all that counts {first.side} {score.claim.id} comes from {first.origin}"
            yield Found("claims", score.claim.id, text)


def _two_sources_unmet(desk: Desk) -> Iterator[Found]:
    """Claims of several origins; what comes from one is the matter of another rule."""
    for score in _scores(desk):
        voices = leading_voices(score.estimate)
        met, why = two_sources(voices, desk.network)
        if not met and len({voice.origin for voice in voices}) > 1:
            yield Found("claims", score.claim.id, f"the two-source rule is not met for {score.claim.id}: {why}")


def _circular(desk: Desk) -> Iterator[Found]:
    for ring in desk.network.rings:
        collection = "sources" if ring.kind == "relays" else "claims"
        what = "relay each other" if ring.kind == "relays" else "feed each other over links"
        yield Found(collection, ring.members[0], f"{', '.join(ring.members)} {what}")


def _one_relay(desk: Desk) -> Iterator[Found]:
    for score in _scores(desk):
        chains = desk.network.chains[score.claim.id]
        if len({chain.statement.origin for chain in chains}) > 1:
            shared = frozenset.intersection(*(frozenset(chain.statement.via) for chain in chains))
            for relay in sorted(shared):
                yield Found("claims", score.claim.id, f"all origins on {score.claim.id} reach us through {relay}")


def _unknown_lineage(desk: Desk) -> Iterator[Found]:
    for score in _scores(desk):
        voices = leading_voices(score.estimate)
        sure = max((voice.weight for voice in voices if voice.established), default=0.0)
        for voice in voices:
            if not voice.established and voice.weight > sure and not voice.links:
                text = f"how {voice.origin} knows is not established, and its word carries {score.claim.id}"
                yield Found("claims", score.claim.id, text)


def _unaddressed(desk: Desk) -> Iterator[Found]:
    for question in desk.book.questions:
        for claim in question.claims:
            if not desk.network.chains[claim] and claim not in desk.network.inflow and len(question.claims) > 1:
                yield Found("claims", claim, f"no statement and no link addresses {claim}, an answer to {question.id}")


def _idle_link(desk: Desk) -> Iterator[Found]:
    for link in desk.network.idle:
        text = f"the link from {link.from_claim} to {link.to_claim} counts nowhere: one claim, rivals, or an opinion"
        yield Found("links", link.id or "", text)


def _assumed(desk: Desk) -> Iterator[Found]:
    if desk.book.policy.independence == "assumed":
        yield Found("casebook", "", "the policy assumes that all sources are independent", "policy")
    for note in desk.book.notes:
        score = desk.assessment.scores.get(note.about or "")
        if note.kind == "assumption" and score is not None:
            voices = leading_voices(score.estimate)
            if not any(voice.established for voice in voices):
                text = f"{score.claim.id} rests on an assumption and on no established origin"
                yield Found("claims", score.claim.id, text)


RULES = (
    Rule(
        code="CT101",
        name="single-origin",
        severity="warning",
        standards=("ap", "bbc", "reuters", "icd206"),
        says="All that counts on the leading side of a claim comes from one origin.",
        why="Ten outlets that quote one source are one source. If it is wrong, so are they all.",
        mend="Find somebody else who knows from themselves, or print the claim as that source's.",
        find=_single_origin,
        bad=_ONE,
        clean=BASE,
    ),
    Rule(
        code="CT102",
        name="two-source-rule",
        severity="info",
        standards=("ap", "bbc", "ifcn"),
        says="A claim has several origins, and no two of them are established and reach us through nobody in common.",
        why="Two sources count as two only if they know from themselves and came by two ways.",
        mend="Establish how each origin knows, and hear at least two of them by ways of their own.",
        find=_two_sources_unmet,
        bad=BASE.replace("witnessed", "told"),
        clean=BASE,
    ),
    Rule(
        code="CT103",
        name="circular-sourcing",
        severity="error",
        standards=("icd206", "berkeley"),
        says="Sources relay each other, or claims feed each other over links.",
        why="What goes round in a ring looks like confirmation and is none.",
        mend="Find out who said it first; take out the link that runs back.",
        find=_circular,
        bad=SOURCES
        + CLAIM
        + """
[[statements]]
origin = "log"
via = ["pilot"]
claim = "sank"
stance = "asserts"

[[statements]]
origin = "pilot"
via = ["log"]
claim = "sank"
stance = "asserts"
""",
        clean=BASE,
    ),
    Rule(
        code="CT104",
        name="one-relay",
        severity="warning",
        standards=("bbc", "icd206", "berkeley"),
        says="Several origins on a claim all reach us through one relay.",
        why="What comes through one mouth is worth no more than that mouth's word.",
        mend="Hear one of the origins directly, or through somebody else.",
        find=_one_relay,
        bad=_ONE_RELAY,
        clean=BASE,
    ),
    Rule(
        code="CT105",
        name="unknown-lineage",
        severity="warning",
        standards=("ap", "reuters", "icd206"),
        says="An origin that is not shown to know from itself carries a claim.",
        why="Whoever was told, or guesses, may pass on what you have already.",
        mend="Ask how they know. Set `lineage`, or write down in `[[established]]` how you found out.",
        find=_unknown_lineage,
        bad=_TOLD,
        clean=BASE,
    ),
    Rule(
        code="CT106",
        name="rival-not-addressed",
        severity="warning",
        standards=("icd203",),
        says="No statement and no link speaks of one of the answers to a question.",
        why="An answer that nobody was asked about has not lost; it was not looked at.",
        mend="Look for somebody who can say whether it is so, or take it out of the question.",
        find=_unaddressed,
        bad=_QUESTION,
        clean=SOURCES + _QUESTION + _ANSWERED,
    ),
    Rule(
        code="CT107",
        name="idle-link",
        severity="warning",
        standards=("icd203",),
        says="A link counts nowhere: it joins a claim with itself, with a rival, or with an opinion.",
        why="It looks like evidence in the file and moves nothing.",
        mend="Take it out. That two claims are rivals is said by their question.",
        find=_idle_link,
        bad=CLAIM + _LINK.replace("other", "sank"),
        clean=BASE + _OTHER + _LINK,
    ),
    Rule(
        code="CT108",
        name="rests-on-assumption",
        severity="warning",
        standards=("icd203",),
        says="Independence is assumed for all, or a claim rests on an assumption and on no established origin.",
        why="A reader takes a conclusion for a finding unless the assumption is said with it.",
        mend="Say it in one sentence with the claim, or find evidence that does without it.",
        find=_assumed,
        bad=CLAIM + '\n[[notes]]\nkind = "assumption"\nabout = "sank"\ntext = "The ferry left on time."\n',
        clean=BASE + '\n[[notes]]\nkind = "assumption"\nabout = "sank"\ntext = "The ferry left on time."\n',
    ),
)
"""Who is behind a claim, and by how many ways it reached us."""
