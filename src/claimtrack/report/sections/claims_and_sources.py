"""Claims and sources: a row for each claim, a row for each source, and what the sources are worth together."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.sentences import name_of, tell_findings, tell_origins, tell_status
from claimtrack.model.sources import Source, SourceKind
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.blocks import Section, Table, Text, cite, make_section
from claimtrack.report.charts.strip import strip_of
from claimtrack.report.prose import label_claim, tell_likelihood, write_range
from claimtrack.text.words import capital, counted

_HALF = 0.5
_KINDS: Mapping[SourceKind, tuple[str, str]] = {
    "person": ("person", "people"),
    "official": ("official", "officials"),
    "organisation": ("organisation", "organisations"),
    "media": ("media outlet", "media outlets"),
    "record": ("record", "records"),
    "sensor": ("sensor", "sensors"),
    "other": ("of another kind", "of other kinds"),
}
"""Each kind of source, for one and for several."""


def write_claims_and_sources(explanation: Explanation, numbers: Mapping[str, int]) -> list[Section]:
    """Each claim with its likelihood and what it stands on, and each source with how it knows.

    Args:
        explanation: what to tell of.
        numbers: the number of each statement in the list of the evidence.

    Cost: linear in claims, sources and statements.

    References:
        [icd-206] for what is said of the sources together.
    """
    network = explanation.assessment.network
    claims, sources = tabulate_claims(explanation, numbers), _tabulate_sources(network)
    if not claims.rows and not sources.rows:
        return []
    return [
        make_section("Claims and sources", claims),
        make_section("Sources", " ".join(_summarise(explanation)) or None, sources, level=2),
    ]


def tabulate_claims(explanation: Explanation, numbers: Mapping[str, int]) -> Table:
    """A row for each claim; its numbers are `score.counts`."""
    accounts = explanation.accounts.values()
    return Table(
        headings=("Claim", "Likelihood", "Statements", "Origins", "Findings", "Stands on"),
        rows=tuple(_claim(explanation, account, numbers) for account in accounts),
        strips=tuple(strip_of(account.score) if account.score.estimate.judged else None for account in accounts),
    )


def _claim(explanation: Explanation, account: Account, numbers: Mapping[str, int]) -> tuple[Text, ...]:
    score, counts = account.score, account.score.counts
    chains = explanation.assessment.network.chains[score.claim.id]
    cited = [numbers[chain.statement.id or ""] for chain in chains]
    return (
        cite(label_claim(score.claim).removesuffix("."), cited),
        f"{tell_likelihood(score.probability, explanation.assessment.words)} ({write_range(score)})"
        if score.estimate.judged
        else "not known",
        str(counts.statements),
        tell_origins(counts),
        tell_findings(counts),
        tell_status(score) + ("" if score.override is None else f"; confidence {score.confidence}, set by the analyst"),
    )


def _summarise(explanation: Explanation) -> Iterator[str]:
    """What readers cannot see in the table: of what kinds the origins are, how many are hidden, and how old it is."""
    network = explanation.assessment.network
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    origins = dict.fromkeys(chain.statement.origin for chain in chains)
    if not origins:
        return
    kinds = Counter(network.sources[origin].kind for origin in origins)
    yield f"{', '.join(f'{count} {_KINDS[kind][count > 1]}' for kind, count in sorted(kinds.items()))}."
    hidden = sum(network.sources[origin].protected for origin in origins)
    if hidden:
        yield f"{hidden} of them cannot be named, so that readers cannot ask them."
    relayed = sum(bool(chain.statement.relays) for chain in chains)
    if relayed > _HALF * len(chains):
        yield f"{relayed} of {counted(len(chains), 'statement')} came through somebody else."
    judged = [account.score for account in explanation.accounts.values() if account.score.estimate.judged]
    alone = sum(score.counts.origins == 1 for score in judged)
    if alone:
        yield f"{alone} of {counted(len(judged), 'claim')} {'rests' if alone == 1 else 'rest'} on one origin alone."
    yield from _age(chains)


def _age(chains: Iterable[Chain]) -> Iterator[str]:
    dates = [date for chain in chains for date in (chain.statement.stated, chain.statement.published) if date]
    if dates:
        first, last = min(dates, key=lambda d: d.earliest), max(dates, key=lambda d: d.latest)
        yield f"Said or published {f'on {first}' if first == last else f'from {first} to {last}'}."


def _tabulate_sources(network: Network) -> Table:
    said: dict[str, list[Statement]] = {}
    passed: Counter[str] = Counter()
    for rows in network.chains.values():
        for chain in rows:
            said.setdefault(chain.statement.origin, []).append(chain.statement)
            passed.update(chain.statement.relays)
    return Table(
        headings=("Source", "Grade", "How it knows", "Interest", "Terms", "Said", "Passed on"),
        rows=tuple(
            (
                _described(network, source),
                (source.reliability or "none") + _topics(source.topics),
                _each(one.lineage for one in said.get(source.id, ())),
                _each(str(one.propensity) for one in said.get(source.id, ())),
                _each(one.terms for one in said.get(source.id, ())),
                str(len(said.get(source.id, ()))),
                str(passed[source.id]),
            )
            for source in network.casebook.sources
        ),
    )


def _described(network: Network, source: Source) -> str:
    name = capital(name_of(network, source.id))
    if network.casebook.audience == "public":
        return name if source.protected else f"{name}, {source.kind}"
    return f"{name}, {source.kind}{'; protected' if source.protected else ''}"


def _topics(topics: Mapping[str, str]) -> str:
    return "".join(f"; {topic}: {grade}" for topic, grade in sorted(topics.items()))


def _each(words: Iterable[str]) -> str:
    """Each word once, the commonest first."""
    return ", ".join(word for word, _ in Counter(words).most_common())
