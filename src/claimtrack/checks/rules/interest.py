"""Interest: who would say it anyway, and who says both."""

from collections.abc import Iterator

from claimtrack.checks.rule import Desk, Found, Rule
from claimtrack.checks.rules.examples import BASE, SOURCES
from claimtrack.network.chains import Chain
from claimtrack.scoring.status import leading_voices

_OWNER = """
[[sources]]
id = "owner"
name = "The ferry's owner"
kind = "organisation"
reliability = "C"
"""
_DENIAL = """
[[statements]]
id = "s-owner"
origin = "owner"
claim = "sank"
stance = "denies"
lineage = "decided"
propensity = "serves"
terms = "on the record"
"""
_LATER = """
[[statements]]
id = "s-later"
origin = "pilot"
claim = "sank"
stance = "denies"
lineage = "witnessed"
terms = "on the record"
"""
_REPLY = """
[[notes]]
kind = "right of reply"
about = "owner"
text = "Asked on 6 May, answered on 7 May."
"""
_ACCOUNT = """
[[claims]]
id = "drill"
text = "The ferry was out on a drill."

[[statements]]
id = "s-drill"
origin = "owner"
via = ["pilot"]
claim = "drill"
stance = "asserts"
lineage = "decided"
propensity = "serves"
terms = "on the record"
"""


def _serves(chain: Chain) -> bool:
    n = chain.statement.propensity
    return n == "serves" or (isinstance(n, float) and n > 0.5)  # noqa: PLR2004 (neutral)


def _self_serving_denial(desk: Desk) -> Iterator[Found]:
    for claim in desk.network.families:
        denials = [chain for chain in desk.network.chains[claim] if chain.statement.stance == "denies"]
        if denials and all(map(_serves, denials)):
            for chain in denials:
                text = (
                    f"{chain.statement.origin} would deny {claim} anyway, and nobody denies it whom that does not serve"
                )
                yield Found("statements", chain.statement.id or "", text, "propensity")


def _hearsay(desk: Desk) -> Iterator[Found]:
    for claim in desk.network.families:
        chains = [chain for chain in desk.network.chains[claim] if chain.statement.stance == "asserts"]
        if chains and all(_serves(chain) and chain.statement.via for chain in chains):
            for chain in chains:
                relays = ", ".join(chain.statement.via)
                text = f"{claim} has only the self-serving account of {chain.statement.origin}, heard through {relays}"
                yield Found("statements", chain.statement.id or "", text, "via")


def _reversal(desk: Desk) -> Iterator[Found]:
    for claim in desk.network.families:
        stances: dict[str, set[str]] = {}
        for chain in desk.network.chains[claim]:
            stances.setdefault(chain.statement.origin, set()).add(chain.statement.stance)
        for origin, both in stances.items():
            if len(both) > 1:
                yield Found("claims", claim, f"{origin} both asserts and denies {claim}")


def _undeceived(desk: Desk) -> Iterator[Found]:
    checked = {note.about for note in desk.book.notes if note.kind == "deception check"}
    for score in desk.assessment.scores.values():
        voices = leading_voices(score.estimate)
        by_id = {chain.statement.origin: chain for chain in desk.network.chains[score.claim.id] if _serves(chain)}
        if len({voice.origin for voice in voices}) == 1 and (chain := by_id.get(voices[0].origin)):
            about = {chain.statement.origin, chain.statement.id, score.claim.id}
            if checked.isdisjoint(about):
                text = (
                    f"{score.claim.id} rests on {chain.statement.origin} alone, whom it serves, unchecked for deception"
                )
                yield Found("claims", score.claim.id, text)


RULES = (
    Rule(
        code="CT301",
        name="self-serving-denial",
        severity="info",
        standards=("bbc", "ifcn", "icd203"),
        says="All who deny a claim would deny it whether or not it is true.",
        why="Such a denial is weak counter-evidence; its absence would tell more.",
        mend="Report the denial as theirs. Look for somebody with no stake who can say that it is not so.",
        find=_self_serving_denial,
        bad=_OWNER + "\n[[claims]]\nid = 'sank'\ntext = 'The ferry sank on 3 May.'\n" + _DENIAL,
        clean=BASE + _OWNER + _DENIAL.replace('"serves"', '"neutral"') + _REPLY,
    ),
    Rule(
        code="CT302",
        name="self-serving-hearsay",
        severity="warning",
        standards=("icd206", "berkeley"),
        says="All that supports a claim is a self-serving account, and it was heard through others.",
        why="It says little even from the source itself; through relays it says next to nothing.",
        mend="Get the account from whoever gives it, in their words, and evidence from somebody it does not serve.",
        find=_hearsay,
        bad=SOURCES + _OWNER + _ACCOUNT,
        clean=BASE,
    ),
    Rule(
        code="CT303",
        name="reversal",
        severity="warning",
        standards=("icd206", "berkeley"),
        says="One origin both asserts and denies a claim.",
        why="Both count, each on its side. Only you can know which one it stands by.",
        mend="Ask. Mark the earlier statement `corrected` if the source took it back.",
        find=_reversal,
        bad=BASE + _LATER,
        clean=BASE + _LATER + 'standing = { is = "corrected", because = "He had another ferry in mind." }\n',
    ),
    Rule(
        code="CT304",
        name="no-deception-check",
        severity="info",
        standards=("icd203",),
        says="A claim rests on one source whom it serves, and no deception check is noted.",
        why="Whoever gains, and is alone, is worth one look at motive, opportunity and means.",
        mend="Write a note of kind `deception check` about the source, the statement or the claim.",
        find=_undeceived,
        bad=SOURCES + _OWNER + _ACCOUNT,
        clean=BASE,
    ),
)
"""Interest: who would say it anyway, and who says both."""
