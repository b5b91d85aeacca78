"""The bottom line, and what is not established: which answers lead, and what everything rests on."""

from collections import Counter
from collections.abc import Iterator

from claimtrack.analysis.explanation import LINEAGES, Account, Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Section, make_section
from claimtrack.text.words import capital, counted, quoted

_UNLIKELY = 0.45
"""Below this even the best answer is called unlikely: where that word ends on the scale of ICD 203."""


def write_bottom_line(explanation: Explanation) -> Section:
    """Which answer to each question leads, and how few origins everything rests on."""
    network = explanation.assessment.network
    answers = (
        _answer(question.text, [explanation.accounts[claim] for claim in question.claims])
        for question in network.casebook.questions
    )
    lines = (*answers, *_everything_rests_on(network))
    return make_section("Bottom line", *lines)


def _answer(question: str, accounts: list[Account]) -> str:
    """Which answer to a question leads, if one does."""
    best, *others = sorted(accounts, key=lambda account: -account.score.probability)
    if not any(account.score.estimate.judged for account in accounts):
        return f"{question} Nothing that counts speaks of any answer."
    if others and others[0].score.probability >= best.score.probability:
        return f"{question} On what we have, no answer leads."
    though = "" if best.score.probability >= _UNLIKELY else " It leads the others, and is itself unlikely."
    return f"{question} Best supported: {quoted(best.score.claim.text)} ({best.lead}).{though}"


def _everything_rests_on(network: Network) -> Iterator[str]:
    """How many statements there are from how few origins, and through whom most of them come."""
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    if not chains:
        yield "No statement stands in this casebook."
        return
    established: dict[str, set[bool]] = {}
    for chain in chains:
        established.setdefault(chain.statement.origin, set()).add(chain.established is not None)
    counts = f"{counted(len(chains), 'statement')} from {counted(len(established), 'origin')}"
    yield f"Everything here rests on {counts}; {_independence(established)}."
    passing = Counter(source for chain in chains for source in {chain.statement.origin, *chain.statement.relays})
    most = max(passing.values())
    for source in sorted(name for name, count in passing.items() if count == most and 2 * count > len(chains) > 1):
        share = "All" if most == len(chains) else f"{most} of {len(chains)}"
        yield f"{share} of these statements reach us from or through one source: {name_of(network, source)}."


def _independence(established: dict[str, set[bool]]) -> str:
    """For how many origins independence is established: for all that they say, or for part of it."""
    whole = sum(found == {True} for found in established.values())
    part = sum(len(found) > 1 for found in established.values())
    if whole == len(established):
        return "it is established" if whole == 1 else "all of them are established"
    says = "says" if part == 1 else "say"
    if whole == 0:
        partly = f"independence is established only for part of what {part} of them {says}"
        return partly if part else "independence is not established for any of them"
    also = f", and for part of what {part} more {says}" if part else ""
    return f"independence is established for only {whole} of them{also}"


def write_not_established(network: Network) -> Section:
    """Each origin of which nothing shows that it knows first-hand, and on how many claims."""
    claims: dict[str, set[str]] = {}
    lineages: dict[str, dict[str, None]] = {}
    for claim in network.families:
        for chain in network.chains[claim]:
            if chain.established is None:
                origin = chain.statement.origin
                claims.setdefault(origin, set()).add(claim)
                lineages.setdefault(origin, {})[LINEAGES.get(chain.statement.lineage, "")] = None
    items = tuple(
        f"{capital(name_of(network, origin))}, on {counted(len(found), 'claim')}: "
        f"{'; '.join(filter(None, lineages[origin]))}."
        for origin, found in claims.items()
    )
    return make_section("What is not established", Bullets(items=items))
