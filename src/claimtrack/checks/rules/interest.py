"""Interest: who would say it anyway, and who says both."""

from collections.abc import Iterator

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.network.chains import Chain
from claimtrack.scoring.two_sources import leading_voices
from claimtrack.text.words import listed


def _serves(chain: Chain) -> bool:
    n = chain.statement.propensity
    return n == "serves" or (isinstance(n, float) and n > 0.5)  # noqa: PLR2004 (neutral)


@declare(
    "CT301",
    "self-serving-denial",
    "info",
    standards=("bbc", "ifcn", "icd203"),
    says="All who deny a claim would deny it whether or not it is true.",
    why="Such a denial is weak counter-evidence; its absence would tell more.",
    fix="Report the denial as theirs. Look for somebody with no stake who can say that it is not so.",
)
def _self_serving_denial(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.network.families:
        denials = [chain for chain in case.network.chains[claim] if chain.statement.stance == "denies"]
        if denials and all(map(_serves, denials)):
            for chain in denials:
                origin = shown(chain.statement.origin)
                text = f"{origin} would deny {shown(claim)} anyway, and nobody without an interest denies it"
                yield Hit("statements", chain.statement.id or "", text, "propensity")


@declare(
    "CT302",
    "self-serving-hearsay",
    "warning",
    standards=("icd206", "berkeley"),
    says="All that supports a claim is a self-serving account, and it was heard through others.",
    why="It says little even from the source itself; through relays it says next to nothing.",
    fix="Get the account from whoever gives it, in their words, and evidence from somebody it does not serve.",
)
def _hearsay(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.network.families:
        chains = [chain for chain in case.network.chains[claim] if chain.statement.stance == "asserts"]
        if chains and all(_serves(chain) and chain.statement.relays for chain in chains):
            for chain in chains:
                origin, relays = shown(chain.statement.origin), listed(map(shown, chain.statement.relays))
                text = f"{shown(claim)} has only the self-serving account of {origin}, heard through {relays}"
                yield Hit("statements", chain.statement.id or "", text, "via")


@declare(
    "CT303",
    "reversal",
    "warning",
    standards=("icd206", "berkeley"),
    says="One origin both asserts and denies a claim.",
    why="Both count, each on its side. Only you can know which one it stands by.",
    fix="Ask. Mark the earlier statement `corrected` if the source took it back.",
)
def _reversal(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.network.families:
        stances: dict[str, set[str]] = {}
        for chain in case.network.chains[claim]:
            stances.setdefault(chain.statement.origin, set()).add(chain.statement.stance)
        for origin, both in stances.items():
            if len(both) > 1:
                yield Hit("claims", claim, f"{shown(origin)} both asserts and denies {shown(claim)}")


@declare(
    "CT304",
    "no-deception-check",
    "info",
    standards=("icd203",),
    says="A claim rests on one source whom it serves, and no deception check is noted.",
    why="Whoever gains, and is alone, is worth one look at motive, opportunity and means.",
    fix="Write a note of kind `deception check` about the source, the statement or the claim.",
)
def _undeceived(case: CaseUnderCheck) -> Iterator[Hit]:
    checked = {note.about for note in case.book.notes if note.kind == "deception check"}
    for score in case.assessment.scores.values():
        voices = leading_voices(score.estimate)
        by_id = {chain.statement.origin: chain for chain in case.network.chains[score.claim.id] if _serves(chain)}
        if len({voice.origin for voice in voices}) == 1 and (chain := by_id.get(voices[0].origin)):
            about = {chain.statement.origin, chain.statement.id, score.claim.id}
            if checked.isdisjoint(about):
                origin = shown(chain.statement.origin)
                text = f"{shown(score.claim.id)} rests on {origin} alone, whom it serves, unchecked for deception"
                yield Hit("claims", score.claim.id, text)
