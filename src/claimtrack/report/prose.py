"""Claims and numbers in words, and the closer looks: who carries a claim, what would turn it, what to find out next."""

from collections.abc import Iterable, Mapping

from claimtrack.analysis.contributions import Contribution, Contributions, Shares
from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sensitivity import Swing
from claimtrack.analysis.sentences import name_of
from claimtrack.model.claims import Claim
from claimtrack.network.build import Network
from claimtrack.report.blocks import Text, cite
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent, per_cent_in_word, per_cents, word_for
from claimtrack.scoring.assessment import Score
from claimtrack.scoring.counts import labelled_sources
from claimtrack.text.words import capital, listed, quoted

_NOTABLE = 0.0005
_FEW = 3
"""How many flips of one kind are described."""


def tell_likelihood(probability: float, scale: LikelihoodScale) -> str:
    """The likelihood word of a probability with its per cent.

    Example:
        >>> from claimtrack.scales import likelihood_scale
        >>> print(tell_likelihood(0.5495, likelihood_scale("icd203")).replace("\u00a0", " "))
        roughly even chance, just under 55 %
    """
    return f"{word_for(probability, scale)}, {per_cent_in_word(probability, scale)}"


def write_range(score: Score) -> str:
    """The bounds of a score, as they stand in brackets: `44 to 63 %`."""
    return per_cents(score.low, score.high) if per_cent(score.low) != per_cent(score.high) else "no grade moves it"


def letters_of(claims: Iterable[str]) -> dict[str, str]:
    """A letter for each of several claims; none for one alone.

    Example:
        >>> letters_of(["fell", "stood"]), letters_of(["fell"])
        ({'fell': '(a)', 'stood': '(b)'}, {'fell': ''})
    """
    claims = list(claims)
    return {claim: _letter(place) if len(claims) > 1 else "" for place, claim in enumerate(claims)}


def _letter(place: int) -> str:
    letters = ""
    while place >= 0:
        letters = f"{chr(ord('a') + place % 26)}{letters}"
        place = place // 26 - 1
    return f"({letters})"


def write_legend(network: Network, letters: Mapping[str, str]) -> str:
    """What the letters stand for."""
    told = (f"{letter} {network.claims[claim].text}" for claim, letter in letters.items() if letter)
    return " ".join(f"{one.strip().removesuffix('.')}." for one in told)


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
    """Whether it adds nothing to the others, and may be said to.

    Where there are labels, no source is: that could be for a tie between a label and a name, which is never told, and
    to be silent on those who are tied alone would tell of it.
    """
    return one.redundant and not (one.id in network.sources and labelled_sources(network))


def name_contributor(network: Network, game: Shares, one: Contribution) -> str:
    """Name what contributes: a source, a link, or what is heard directly."""
    if game.kind == "link":
        links = {link.id: link for link in network.casebook.links}
        if not one.id:
            return "what is said of it, or of a rival, itself"
        ends = (quoted(network.claims[claim].text) for claim in (links[one.id].from_claim, links[one.id].to_claim))
        return f"the link from {' to '.join(ends)}"
    return name_of(network, one.id) if one.id else "what is heard directly"


def describe_swing(network: Network, swing: Swing, numbers: Mapping[str, int]) -> Text:
    """Say what the number is that a swing varies."""
    match swing.kind:
        case "fidelity":
            return f"How far {name_of(network, swing.id)} can be trusted"
        case "relay fidelity":
            return f"How far {name_of(network, swing.id)} passes on what it heard"
        case "propensity":
            said = next(one for one in network.casebook.statements if one.id == swing.id)
            return cite(f"Would {name_of(network, said.origin)} say it anyway", [numbers[swing.id]])
        case "relay propensity":
            statement, relay = swing.id.split(" ")
            return cite(f"Would {name_of(network, relay)} pass it on anyway", [numbers[statement]])
        case "candour":
            return "How far a speaker whom it serves can be trusted"
        case "dependence":
            sources = next(one.sources for one in network.casebook.dependences if one.id == swing.id)
            return f"How far {listed(name_of(network, name) for name in sources)} depend on each other"
        case "strength":
            link = next(one for one in network.casebook.links if one.id == swing.id)
            ends = (quoted(network.claims[claim].text) for claim in (link.from_claim, link.to_claim))
            return f"How strongly {' bears on '.join(ends)}"
        case _:
            return "What it begins at, before any evidence"
