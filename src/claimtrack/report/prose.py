"""Claims and numbers in words, and the closer looks: who carries a claim, what would turn it, what to find out next."""

from collections.abc import Iterable, Mapping

from claimtrack.analysis.contributions import Contribution, Contributions, Shares
from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.information_value import Inquiry
from claimtrack.analysis.sensitivity import Swing
from claimtrack.analysis.sentences import name_of
from claimtrack.analysis.tipping_points import Flip, Needed, TippingPoints
from claimtrack.history.events import Graded
from claimtrack.model.claims import Claim
from claimtrack.network.build import Network
from claimtrack.scales.words import EVEN, per_cent
from claimtrack.scoring.assessment import Score
from claimtrack.text.words import capital, listed, quoted

_NOTABLE = 0.0005
_FEW = 3
"""How many flips of one kind are described."""


def write_bounds(score: Score) -> str:
    """A probability with its bounds; alone where they are one."""
    now, low, high = map(per_cent, (score.probability, score.low, score.high))
    return now if low == high else f"{now} ({low.removesuffix('%').strip()} to {high})"


def label_claim(claim: Claim) -> str:
    """The text of a claim, with a label for a prediction."""
    return f"{claim.text} (a prediction)" if claim.kind == "prediction" else claim.text


def write_points(difference: float) -> str:
    """A difference of probabilities in percentage points, with its sign.

    Example:
        >>> write_points(0.2), write_points(-0.0512), write_points(0.0)
        ('+20', '−5.1', '0')
    """
    if abs(difference) < _NOTABLE:
        return "0"
    size = f"{abs(difference) * 100:.1f}".removesuffix(".0")
    return f"{'+' if difference > 0 else '−'}{size}"


def _describe_changes(network: Network, flip: Flip) -> str:
    """What would have to be otherwise for a flip, as a clause that follows `if`."""
    match flip.kind:
        case "statements":
            places = {said.id: place for place, said in enumerate(network.casebook.statements)}
            ids = sorted(flip.ids, key=lambda name: places.get(name, 0))
            count = "this statement" if len(ids) == 1 else f"these {len(ids)} statements"
            return f"{count} did not count ({', '.join(ids)})"
        case "sources":
            names = listed((name_of(network, name) for name in flip.ids), most=len(flip.ids))
            return f"nothing counted that {names} {'says or passes' if len(flip.ids) == 1 else 'say or pass'} on"
        case "grades":
            grades = {one.id: one.grade for one in flip.events if isinstance(one, Graded) and one.topic is None}
            return " and ".join(
                f"{name_of(network, name)} were {f'graded {grades[name]}' if grades[name] else 'not graded'}"
                for name in flip.ids
            )


def describe_left_out(left_out: Mapping[str, int]) -> str | None:
    """Say what was not looked into; None where everything was."""
    if not left_out:
        return None
    told = listed((f"{kind} ({count})" for kind, count in left_out.items()), most=len(left_out))
    return f"What weighs most was looked into first. Not looked into further: {told}."


def describe_claims_left_out(explanation: Explanation) -> str | None:
    """Say which claims were not looked at closely; None where all were that could be."""
    if not explanation.left_out:
        return None
    claims = explanation.assessment.network.claims
    return f"Not looked into further: {listed(quoted(claims[name].text) for name in explanation.left_out)}."


def find_single_points(network: Network, tipping: TippingPoints) -> list[str]:
    """The sources whose loss alone would turn the judgment."""
    alone = [flip.ids[0] for flip in tipping.of("leader", "sources") if len(flip.ids) == 1]
    return [capital(name_of(network, name)) for name in alone]


def describe_contributions(network: Network, contributions: Contributions) -> list[str]:
    """Say who carries a claim."""
    lines = []
    share, largest = contributions.share, contributions.origins.largest
    if share is not None and largest is not None:
        moved = f"from {per_cent(contributions.before)} to {per_cent(contributions.probability)}"
        whole = "all" if share[1] > 1.0 - _NOTABLE else per_cent(share[1])
        fall = per_cent(contributions.probability - largest.if_lost)
        lines.append(
            f"{capital(name_of(network, share[0]))} carries {whole} of what moves it {moved}; without that it would "
            f"stand at {fall}."
        )
    for game in (contributions.origins, contributions.relays, contributions.links):
        spare = [name_contributor(network, game, one) for one in game.contributions if _is_spare(network, one)]
        if spare:
            adds, any_one = ("adds", "it") if len(spare) == 1 else ("add", "any one of them")
            lines.append(
                f"{capital(listed(spare))} would count alone, but {adds} little or nothing to the others: losing "
                f"{any_one} hardly changes the number."
            )
    lines += [
        f"The shares of {game.kind}s are sampled; each is given with two standard errors."
        for game in (contributions.origins, contributions.relays, contributions.links)
        if not game.exact
    ]
    return lines


def _is_spare(network: Network, one: Contribution) -> bool:
    """Whether it adds nothing to the others, and may be said to: not if that is for a dependence that is not shown."""
    group = network.groups.get(one.id)
    return one.redundant and (group is None or group.is_shown)


def name_contributor(network: Network, game: Shares, one: Contribution) -> str:
    """Name what contributes: a source, a link, or what is heard directly."""
    if game.kind == "link":
        links = {link.id: link for link in network.casebook.links}
        if not one.id:
            return "what is said of it, or of a rival, itself"
        return f"the link from {quoted(network.claims[links[one.id].from_claim].text)} ({one.id})"
    return name_of(network, one.id) if one.id else "what is heard directly"


def describe_tipping_points(network: Network, tipping: TippingPoints, claim: str) -> list[str]:
    """Say what would turn a judgment, the smallest sets of changes first, and each of them once."""
    lines = []
    told: set[object] = set()
    for target, describe in (("leader", _describe_turn), ("word", _describe_new_word)):
        found = [flip for flip in tipping.flips if flip.target == target]
        kinds = dict.fromkeys(flip.kind for flip in sorted(found, key=lambda flip: len(flip.ids)))
        for kind in kinds:
            mine = _select(flip for flip in found if flip.kind == kind and (kind, flip.ids, flip.word) not in told)
            told.update((kind, flip.ids, flip.word) for flip in mine)
            lines += [describe(network, flip, claim) for flip in mine]
    if not tipping.of("leader", "sources"):
        lines.insert(0, "No loss of sources, alone or together, was found that would turn it.")
    return lines


def _select(flips: Iterable[Flip]) -> list[Flip]:
    """The flips to describe: of those that regrade the same sources, the gentlest with each outcome."""
    found: dict[object, Flip] = {}
    for place, flip in enumerate(flips):
        sources = flip.ids if flip.kind == "grades" else ()
        outcome = flip.leader if flip.target == "leader" else flip.word
        found.setdefault((sources, outcome) if sources else place, flip)
    return list(found.values())[:_FEW]


def _describe_turn(network: Network, flip: Flip, claim: str) -> str:
    if len(network.families[claim].claims) == 1:
        what = "it would not be likelier than not" if flip.probability <= EVEN else "it would be likelier than not"
    elif flip.leader is None:
        what = "no answer would lead"
    else:
        what = f"{quoted(network.claims[flip.leader].text)} would lead"
    changes, stand = _describe_changes(network, flip), per_cent(flip.probability)
    return f"If {changes}, {what}; it would stand at {stand}{_reservation(flip)}."


def _describe_new_word(network: Network, flip: Flip, _: str) -> str:
    changes = _describe_changes(network, flip)
    return f"If {changes}, it would be {flip.word} ({per_cent(flip.probability)}){_reservation(flip)}."


def _reservation(flip: Flip) -> str:
    """A reservation where it is not known that no smaller set does it."""
    return "" if flip.smallest else "; found step by step, so that a smaller set may do it too"


def describe_needed(needed: Needed) -> str:
    """Say how many new origins it would take to reach a word."""
    counts = [
        f"{count} of grade {grade}" if count is not None else f"more than 20 of grade {grade}"
        for grade, count in needed.counts.items()
    ]
    verb = "confirm" if needed.stance == "asserts" else "deny"
    return f"To reach {needed.word}, new established origins that {verb} it: {'; '.join(counts)}."


def describe_swing(network: Network, swing: Swing) -> str:
    """Say what the number is that a swing varies."""
    links = {link.id: link for link in network.casebook.links}
    said = {one.id: one for one in network.casebook.statements}
    match swing.kind:
        case "fidelity":
            return f"how far {name_of(network, swing.id)} can be trusted"
        case "relay fidelity":
            return f"how far {name_of(network, swing.id)} passes on what it heard"
        case "propensity":
            return f"would {name_of(network, said[swing.id].origin)} say it anyway ({swing.id})"
        case "relay propensity":
            statement, relay = swing.id.split(" ")
            return f"would {name_of(network, relay)} pass it on anyway ({statement})"
        case "candour":
            return "how far a speaker whom it serves can be trusted"
        case "dependence":
            sources = next(one.sources for one in network.casebook.dependences if one.id == swing.id)
            return f"how far {listed(name_of(network, name) for name in sources)} depend on each other"
        case "strength":
            return f"how strongly {quoted(network.claims[links[swing.id].from_claim].text)} bears on it ({swing.id})"
        case _:
            return "what it begins at, before any evidence"


def describe_inquiry(network: Network, inquiry: Inquiry) -> str:
    """Say what to find out, what it is worth, and what each answer would do to the claim it matters most for."""
    expected = write_points(inquiry.value).removeprefix("+")
    turns = f"; a {per_cent(inquiry.turns)} chance that it tips the judgment" if inquiry.turns > _NOTABLE else ""
    points = "1 point" if expected == "1" else f"{expected} points"
    what = f"Expected to move the judgments by {points}{turns}"
    return f"{_question(network, inquiry)} {what}: {_answers(inquiry)}."


def _question(network: Network, inquiry: Inquiry) -> str:
    names = [name_of(network, name) for name in inquiry.about if name in network.sources]
    match inquiry.kind:
        case "first-hand":
            return f"Ask {names[0]}: is this known first-hand, or from whom?"
        case "heard directly":
            source = network.sources[inquiry.about[0]]
            through = dict.fromkeys(
                relay
                for rows in network.chains.values()
                for chain in rows
                if chain.statement.origin == source.id
                for relay in chain.statement.relays
            )
            how = (
                f"See what {names[0]} says itself"
                if source.kind in ("record", "sensor")
                else f"Hear {names[0]} directly"
            )
            return f"{how}; so far only through {listed(name_of(network, relay) for relay in through)}."
        case "shared source":
            return f"Find out whether {names[0]} and {names[1]} have it from one source."
        case "grade":
            grade = network.sources[inquiry.about[0]].reliability
            known = f"graded {grade}" if grade and grade != "F" else "nobody has graded this source"
            if grade == "F":
                known = "F, which means that nobody knows"
            return f"Look into how far {names[0]} can be trusted ({known})."
        case _:
            return f"Find another origin, who knows first-hand, on {quoted(network.claims[inquiry.claim].text)}."


def _answers(inquiry: Inquiry) -> str:
    answers = [
        f"{answer.text} ({per_cent(answer.chance)}), then {per_cent(answer.probabilities[inquiry.claim])}"
        for answer in inquiry.answers
        if inquiry.claim in answer.probabilities
    ]
    return "; ".join(answers)
