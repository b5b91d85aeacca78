"""What a judgment rests on, in sentences that cite the evidence: who says so, what points to it, and why it is no more.

Every number in them is one of the claim's counts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from claimtrack._records import record
from claimtrack.analysis.explanation import LINEAGES
from claimtrack.analysis.sentences import bears, name_of
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.blocks import Sentence, Text, cite
from claimtrack.report.prose import tell_likelihood
from claimtrack.report.quotable import finding
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Score, Side, Voice, rivals_move_most
from claimtrack.scoring.two_sources import ENOUGH
from claimtrack.text.words import counted, listed

_MOST_NAMES, _MOST_CITES, _MOST_REASONS = 3, 3, 2
_NEARLY_CERTAIN, _HARDLY, _NOTABLE = 0.95, 0.05, 0.05
_EVEN = 0.5
_INTERESTS = {"serves": "self-serving", "against": "against interest"}
"""What a statement is to its origin."""


@record
class Ground:
    """What speaks on one side of a claim, the weightiest first."""

    assessment: Assessment
    """What the claim was scored in."""
    score: Score
    """The score of the claim."""
    side: Side
    """The side."""
    chains: tuple[Chain, ...]
    """What was said of the claim itself; of a claim and its negation, what was said of either."""
    findings: tuple[str, ...]
    """Ids of the other claims that bear on it over links."""
    numbers: Mapping[str, int]
    """The number of each statement in the list of the evidence."""

    @property
    def network(self) -> Network:
        """What was scored."""
        return self.assessment.network

    @property
    def voices(self) -> list[Voice]:
        """What each origin weighs on this side, over links too."""
        return [voice for voice in self.score.estimate.voices if voice.side == self.side and voice.weight > 0.0]

    @property
    def origins(self) -> list[str]:
        """The origins that speak of the claim itself."""
        return list(dict.fromkeys(chain.statement.origin for chain in self.chains))

    def cites(self, chains: Iterable[Chain]) -> list[int]:
        """The numbers of some statements, in rising order; of many, the first few."""
        return sorted(self.numbers[chain.statement.id or ""] for chain in chains)[:_MOST_CITES]


def ground_of(assessment: Assessment, claim: str, side: Side, numbers: Mapping[str, int]) -> Ground:
    """Gather what speaks on one side of a claim. Cost: linear in what bears on the claim, and in its working."""
    network, score = assessment.network, assessment.scores[claim]
    family = network.families[claim]
    rivals = [other for other in family.claims if other != claim] if family.is_negation else []
    stance = "asserts" if side == "for" else "denies"
    said = [chain for chain in network.chains[claim] if chain.statement.stance == stance]
    said += [chain for rival in rivals for chain in network.chains[rival] if chain.statement.stance != stance]
    weights = {voice.origin: voice.weight for voice in score.estimate.voices if voice.side == side}
    return Ground(
        assessment=assessment,
        score=score,
        side=side,
        chains=tuple(sorted(said, key=lambda chain: -weights.get(chain.statement.origin, 0.0))),
        findings=_findings(network, score, side, (claim, *rivals)),
        numbers=numbers,
    )


def _findings(network: Network, score: Score, side: Side, claims: Iterable[str]) -> tuple[str, ...]:
    sources = {link.id: link.from_claim for claim in claims for link in network.inflow.get(claim, ())}
    weights: dict[str, float] = {}
    for voice in score.estimate.voices:
        if voice.side == side and voice.weight > 0.0:
            weights |= {sources[name]: 0.0 for name in voice.links if name in sources}
    for step in score.steps:
        if step.rule == "link" and step.side == side and step.inputs[1] in weights:
            weights[step.inputs[1]] = max(weights[step.inputs[1]], step.after)
    return tuple(sorted(weights, key=lambda claim: -weights[claim]))


def _confidence(score: Score) -> str:
    """The level of confidence, with the analyst's reason where the analyst set it."""
    if score.override is None:
        return f"Confidence is {score.confidence}."
    return f"Confidence is {score.confidence}, set by the analyst: {score.override.strip().removesuffix('.')}."


def tell_grounds(assessment: Assessment, claim: str, numbers: Mapping[str, int]) -> Sentence:
    """Say on whose word a judgment is what it is, why it is no more, and what speaks against it."""
    leading, other = find_both_sides(assessment, claim, numbers)
    limits = list(_limits(leading, other))
    sentences = [
        *_sources(leading, tell_how=not limits),
        *_told_findings(leading),
        *limits,
        *_all_the_same(other),
    ]
    return cite(*(piece for sentence in sentences for piece in (sentence, " ")), _confidence(leading.score))


def tell_other_side(assessment: Assessment, claim: str, numbers: Mapping[str, int]) -> Iterator[Text]:
    """Say what speaks against a judgment: for a claim that the evidence made less likely, against any other."""
    _, other = find_both_sides(assessment, claim, numbers)
    told = list(_all_the_same(other))
    silence = "no denial" if other.side == "for" else "no support"
    yield from told or [f"Nothing here speaks {other.side} it, which is {silence}."]


def find_both_sides(assessment: Assessment, claim: str, numbers: Mapping[str, int]) -> tuple[Ground, Ground]:
    """What speaks on the side that a judgment leans to, and on the other.

    It leans to the claim from even odds on, and where the evidence raised it, as with the best of many answers; where
    nothing speaks on that side, as with one that its rivals put down, it leans to the other.
    """
    score = assessment.scores[claim]
    sides: tuple[Side, Side] = ("for", "against")
    if score.probability < min(score.prior, _EVEN):
        sides = ("against", "for")
    leading, other = (ground_of(assessment, claim, side, numbers) for side in sides)
    return (leading, other) if leading.voices or not other.voices else (other, leading)


def _sources(ground: Ground, *, tell_how: bool) -> Iterator[Text]:
    """Who says so, and how they know; of one who is not known to be first-hand only if that is not told elsewhere."""
    counts = ground.score.counts
    is_for = ground.side == "for"
    origins = counts.origins_for if is_for else counts.origins_against
    if not origins:
        return
    first_hand = counts.first_hand_for if is_for else counts.first_hand_against
    shown = (counts.established_for if is_for else counts.established_against) - first_hand
    verb = ("says so" if origins == 1 else "say so") if is_for else ("denies it" if origins == 1 else "deny it")
    if origins > 1:
        how = ", ".join(
            f"{'all' if count == origins else f'{count} of them'} {word}"
            for count, word in ((first_hand, "first-hand"), (shown, "shown independent"))
            if count
        )
        second_hand = all(chain.statement.lineage in {"told", "deduced"} for chain in ground.chains)
        how = how or f"none of them {'' if second_hand else 'known to be '}first-hand"
    elif first_hand or shown:
        how = "first-hand" if first_hand else "shown independent"
    else:
        lineages = dict.fromkeys(LINEAGES[chain.statement.lineage] for chain in ground.chains)
        how = listed(lineages) if tell_how else ""
    said = f"{counted(origins, 'source')} {verb}{f', {how}' if how else ''}: "
    most = "At most " if counts.at_most and origins > 1 else ""
    yield cite(f"{most}{said}", _names(ground), f"{_through(ground)}.")


def _names(ground: Ground) -> Sentence:
    """The names of those who speak of the claim itself, each with its evidence; of many, the weightiest."""
    origins = ground.origins
    shown = origins[:_MOST_NAMES] if len(origins) > _MOST_NAMES + 1 else origins
    items: list[Text] = [_name(ground, origin) for origin in shown]
    if len(shown) < len(origins):
        items.append(f"{len(origins) - len(shown)} more")
    return list_cited(items)


def _name(ground: Ground, origin: str) -> Sentence:
    """The name of an origin, with its interest where all that it says has the same one, and with its evidence."""
    mine = [chain for chain in ground.chains if chain.statement.origin == origin]
    interests = {chain.statement.propensity for chain in mine}
    interest = _INTERESTS.get(str(*interests), "") if len(interests) == 1 else ""
    name = name_of(ground.network, origin)
    if interest:
        name = f"{name[:-1]}; {interest})" if name.endswith(")") else f"{name} ({interest})"
    return cite(name, ground.cites(mine))


def list_cited(items: Sequence[Text]) -> Sentence:
    """Texts as prose lists them, with semicolons where one of them has a comma."""
    by, last = ("; ", "; and ") if len(items) > 1 and any("," in str(item) for item in items) else (", ", " and ")
    pieces: list[Text] = []
    for place, item in enumerate(items):
        pieces += ["" if place == 0 else last if place == len(items) - 1 else by, item]
    return cite(*pieces)


def _through(ground: Ground) -> str:
    """The relays that all of what is said of the claim itself came through."""
    shared = _shared(chain.statement.relays for chain in ground.chains)
    names = listed(name_of(ground.network, relay) for relay in shared)
    every = "all " if len(ground.origins) > 1 else ""
    return f", {every}heard only through {names}" if shared else ""


def _shared(ways: Iterable[Sequence[str]]) -> list[str]:
    """The sources that are on all of some ways to us."""
    ways = list(ways)
    return [name for name in ways[0] if all(name in way for way in ways)] if ways else []


def _told_findings(ground: Ground) -> Iterator[Text]:
    """How many findings bear on the claim, and which most."""
    counts = ground.score.counts
    count = counts.findings_for if ground.side == "for" else counts.findings_against
    if count and ground.findings:
        heard = dict.fromkeys(voice.origin for voice in ground.voices if voice.links)
        whose = (
            f", all from {listed(name_of(ground.network, one) for one in heard)}," if len(heard) == 1 < count else ""
        )
        lead = (
            f"{counted(count, 'finding')}{whose} {bears(count, ground.side)} it{':' if count == 1 else ', above all'} "
        )
        yield cite(lead, _strongest(ground), ".")


def _strongest(ground: Ground) -> Sentence:
    """The strongest finding, how likely it is itself, and the evidence for it."""
    claim = ground.findings[0]
    score = ground.assessment.scores[claim]
    likelihood = tell_likelihood(score.probability, ground.assessment.words)
    return cite(f"{finding(score.claim.text)} ({likelihood})", _cites_of(ground, claim))


def _cites_of(ground: Ground, claim: str) -> list[int]:
    """The evidence for a finding; where nobody speaks of it, the evidence for the strongest finding behind it."""
    heard = {voice.origin for voice in ground.voices if voice.links}
    seen: set[str] = set()
    while claim not in seen:
        seen.add(claim)
        rows = [one for one in ground.network.chains[claim] if one.statement.stance == "asserts"]
        cited = [one for one in rows if one.statement.origin in heard] or rows
        if cited:
            return ground.cites(cited)
        behind = _findings(ground.network, ground.assessment.scores[claim], "for", (claim,))
        claim = behind[0] if behind else claim
    return []


def _limits(ground: Ground, other: Ground) -> Iterator[Text]:
    """Why the claim is not likelier, or not less likely, than it is."""
    probability, is_for = ground.score.probability, ground.side == "for"
    if not ground.voices or not _HARDLY < probability < _NEARLY_CERTAIN:
        return
    reasons = list(_reasons(ground, other))[:_MOST_REASONS]
    if reasons:
        yield f"Why not {'more' if is_for else 'less'}: {'; '.join(reasons)}."


def _reasons(ground: Ground, other: Ground) -> Iterator[str]:
    """What holds a judgment back, as clauses; what holds it back most comes first."""
    network, score, voices = ground.network, ground.score, ground.voices
    origins = list(dict.fromkeys(voice.origin for voice in voices))
    alone = len({*origins, *ground.origins}) == 1
    if ground.side == "for" and score.probability < _EVEN and rivals_move_most(score) is not None:
        yield "another answer is better supported"
    if not any(voice.established for voice in voices):
        yield _unsure(ground, origins[0]) if alone else "nobody whose word counts is known to be first-hand"
    if alone:
        yield "nobody else says so" if ground.side == "for" else "nobody else speaks against it"
    elif len(origins) == 1:
        yield f"only the word of {name_of(network, origins[0])} counts"
    elif shared := _shared(way.relays for voice in voices for way in voice.ways):
        yield f"all of it comes through {listed(name_of(network, name) for name in shared)}"
    if max((voice.weight for voice in other.voices), default=0.0) >= ENOUGH:
        yield f"there is evidence {other.side} it too"
    left = 1.0 - sum(ground.assessment.scores[claim].probability for claim in network.families[score.claim.id].claims)
    if ground.side == "for" and network.families[score.claim.id].question is not None and left >= _NOTABLE:
        yield f"{per_cent(left)} is left for answers that are not listed here"


def _unsure(ground: Ground, origin: str) -> str:
    """How an origin knows that is not known to be first-hand, as a clause that goes with one or with several."""
    lineages = {chain.statement.lineage for chain in ground.chains}
    name = name_of(ground.network, origin)
    known = {frozenset({"deduced"}): f"{name} only deduced it", frozenset({"told"}): f"{name} only heard of it"}
    return known.get(frozenset(lineages), f"how {name} knew is not said")


def _all_the_same(ground: Ground) -> Iterator[Text]:
    """What speaks on the other side."""
    counts, is_for = ground.score.counts, ground.side == "for"
    label = "Speaking for it all the same: " if is_for else "Speaking against it: "
    items: list[Text] = [_names(ground)] if ground.chains else []
    count = counts.findings_for if is_for else counts.findings_against
    if count and ground.findings:
        many = "the finding " if count == 1 else f"{count} findings, above all "
        items.append(cite(many, _strongest(ground)))
    if items:
        yield cite(label, *([items[0], "; and ", items[1]] if len(items) > 1 else items), ".")
