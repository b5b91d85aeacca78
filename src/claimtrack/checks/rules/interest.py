"""Interest: who would say it anyway, and who says both."""

from collections.abc import Callable, Iterable, Iterator

from claimtrack.checks.rule import MOST_RESCORED, CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.model.casebook import part_of
from claimtrack.model.statements import Statement, serves
from claimtrack.network.chains import Chain
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import rivals_move_most
from claimtrack.scoring.two_sources import leading_voices
from claimtrack.text.names import mentioning
from claimtrack.text.words import listed

_CORRECTED = 'standing = { is = "corrected", because = "…" }'
_Parties = tuple[set[str], set[str]]
"""Those that a claim names, and those with an interest in it or a rival, which all rivals share."""
_PARTIES = ("person", "official", "organisation")
_SEVERAL = 3
"""From so many who serve one side, that they speak alike calls for a question."""


def _serves(chain: Chain) -> bool:
    return serves(chain.statement.propensity)


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
    fix="Ask. If the source took the earlier statement back, mark it `corrected`, as the finding shows.",
)
def _reversal(case: CaseUnderCheck) -> Iterator[Hit]:
    left = MOST_RESCORED
    for claim in case.network.families:
        by_origin: dict[str, list[Statement]] = {}
        for chain in case.network.chains[claim]:
            by_origin.setdefault(chain.statement.origin, []).append(chain.statement)
        for origin, said in by_origin.items():
            if len({one.stance for one in said}) > 1:
                earlier = _earlier(said)
                without = ""
                if left:
                    left -= 1
                    without = f"; without it {_score_without(case, claim, earlier)}"
                lines = " and ".join(f'below id = "{one.id}" the line {_CORRECTED}' for one in earlier)
                text = (
                    f"{shown(origin)} both asserts and denies {shown(claim)}; both count. If what was said first was "
                )
                yield Hit("claims", claim, f"{text}taken back, write {lines}{without}")


def _earlier(said: list[Statement]) -> list[Statement]:
    """Of statements on both sides, those that the last one turns from: by their dates, else by their order."""
    *before, last = said
    for one in before:
        mine, latest = one.stated or one.published, last.stated or last.published
        if mine is not None and latest is not None and latest.surely_before(mine):
            last = one
    return [one for one in said if one.stance != last.stance]


def _score_without(case: CaseUnderCheck, claim: str, gone: list[Statement]) -> str:
    """What becomes of a claim where some statements do not count."""
    kept = tuple(one for one in case.book.statements if one not in gone)
    before = case.assessment[claim].probability
    after = case.rescored(part_of(case.book, statements=kept), [claim])[claim].probability
    if per_cent(before) == per_cent(after):
        return f"P would stay at {per_cent(after)}"
    return f"P would be {per_cent(after)} and not {per_cent(before)}"


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
        if len({voice.origin for voice in voices}) != 1 or rivals_move_most(score):
            continue
        stance = "asserts" if voices[0].side == "for" else "denies"
        said = [
            chain
            for chain in case.network.chains[score.claim.id]
            if chain.statement.origin == voices[0].origin and chain.statement.stance == stance
        ]
        about = {voices[0].origin, score.claim.id, *(chain.statement.id for chain in said)}
        if said and all(map(_serves, said)) and checked.isdisjoint(about):
            origin = shown(voices[0].origin)
            text = f"{shown(score.claim.id)} rests on {origin} alone, whom it serves, unchecked for deception"
            denials = (("CT301", chain.statement.id or "") for chain in said)
            yield Hit("claims", score.claim.id, text, also=(("CT101", score.claim.id), *denials))


@declare(
    "CT305",
    "party-without-interest",
    "warning",
    standards=("bbc", "icd203", "berkeley"),
    says="A source that a claim names, or that depends on one, speaks on the claim, and counts as without an interest.",
    why="Who is a party to a dispute would often say the same whether or not it is true.",
    fix='Write `propensity = "serves"` into the statement where it serves the source, and `"against"` where it admits '
    "something. Waive this where the claim is nothing to the source.",
)
def _party(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, party in _neutral_parties(case, lambda one: [(one.origin, one.propensity)]):
        does = f"is a party to {shown(statement.claim)} and {statement.stance} it as if without an interest"
        yield Hit("statements", statement.id or "", f"{shown(party)} {does}", "propensity")


@declare(
    "CT306",
    "relay-with-interest",
    "warning",
    standards=("bbc", "icd203", "berkeley"),
    says="A relay is a party to a claim, or depends on one, and counts as without an interest in what it passes on.",
    why="Who gains from what it shows chooses what to show. A service that publishes an intercept serves itself.",
    fix='Write the relay as `{ source = "…", propensity = "serves" }` in `via`, or `"against"` if it would rather not '
    "have passed it on. Waive this where it gains nothing.",
)
def _relay(case: CaseUnderCheck) -> Iterator[Hit]:
    for statement, party in _neutral_parties(case, lambda one: [(relay.source, relay.propensity) for relay in one.via]):
        passes = f"passes on what {shown(statement.origin)} says, as if without an interest"
        text = f"{shown(party)} is a party to {shown(statement.claim)} and {passes}"
        yield Hit("statements", statement.id or "", text, "via")


@declare(
    "CT307",
    "one-side-speaks-alike",
    "info",
    standards=("icd203", "icd206", "berkeley"),
    says="Three or more sources that it serves say the same of a claim, and no dependence between them is noted.",
    why="The spokesmen of one side are one voice; as many origins they look like confirmation.",
    fix="Ask whether they answer to one another or act together, and note it in `[[dependences]]`, such as "
    '`kind = "shared interest"`.',
)
def _alike(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.network.families:
        for stance, verb in (("asserts", "assert"), ("denies", "deny")):
            chains = [chain for chain in case.network.chains[claim] if chain.statement.stance == stance]
            voices = dict.fromkeys(chain.statement.origin for chain in chains if _serves(chain))
            if len({_owner(case, voice) for voice in voices}) >= _SEVERAL:
                who = listed(map(shown, voices))
                text = f"{who} {verb} {shown(claim)}, which serves them all, and how they depend on each other is open"
                yield Hit("claims", claim, text)


@declare(
    "CT308",
    "admission-by-hearsay",
    "warning",
    standards=("bbc", "icd206", "berkeley"),
    says="A statement counts as made against the speaker's interest, and the speaker was told what it says.",
    why="An admission tells so much since whoever makes it knows. Who repeats hearsay admits nothing.",
    fix="If the source itself admits it, make that source the origin, and put the one who tells it in `via`. Otherwise "
    'write `propensity = "neutral"`.',
)
def _told_admission(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.network.families:
        for chain in case.network.chains[claim]:
            one = chain.statement
            if one.lineage == "told" and _is_against(one.propensity):
                text = f"{shown(one.origin)} was told it, so that it admits nothing, and counts as if it did"
                yield Hit("statements", one.id or "", text, "propensity")


def _is_against(propensity: str | float) -> bool:
    return propensity == "against" or (isinstance(propensity, float) and propensity < 0.5)  # noqa: PLR2004 (neutral)


def _is_neutral(propensity: str | float) -> bool:
    return propensity in ("neutral", 0.5)


def _neutral_parties(
    case: CaseUnderCheck, speakers: Callable[[Statement], Iterable[tuple[str, str | float]]]
) -> Iterator[tuple[Statement, str]]:
    """The statements with those of their speakers who are parties to the claim, and count as without an interest."""
    for claim, parties in _parties(case):
        for chain in case.network.chains[claim]:
            for source, propensity in speakers(chain.statement):
                if _is_neutral(propensity) and any(_owner(case, source) in some for some in parties):
                    yield chain.statement, source


def _parties(case: CaseUnderCheck) -> Iterator[tuple[str, _Parties]]:
    """For each claim the sources that it names and those with an interest in it or a rival, each by its `_owner`."""
    people = [s for s in case.book.sources if s.kind in _PARTIES and not s.protected]
    mentioned = mentioning({name: source.id for source in people for name in (source.name, *source.aliases)})
    interested: dict[str, set[str]] = {}
    for claim, family in case.network.families.items():
        mine = interested.setdefault(family.claims[0], set())
        said = (chain.statement for chain in case.network.chains[claim])
        mine |= {_owner(case, one.origin) for one in said if not _is_neutral(one.propensity)}
    for claim, family in case.network.families.items():
        named = {_owner(case, name) for name in mentioned(case.network.claims[claim].text)}
        yield claim, (named, interested[family.claims[0]])


def _owner(case: CaseUnderCheck, source: str) -> str:
    """What stands for a source and all that it depends on: the first of them."""
    return case.network.groups[source].sources[0] if source in case.network.groups else source
