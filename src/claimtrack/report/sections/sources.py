"""Sources: what they are worth together, a table of all, and the picture of when."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.model.sources import Source, SourceKind
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.blocks import Bullets, Section, Table, make_section
from claimtrack.report.charts.timeline import chart_timeline
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital, counted, listed, quoted

_GOOD, _POOR = frozenset("AB"), frozenset("DE")
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

_Test = Callable[[Chain], bool]


def write_sources(explanation: Explanation) -> Section:
    """What the sources are worth together (a source summary statement), and a table of them.

    Cost: linear in statements.

    References:
        [icd-206] for what a source summary statement says.
    """
    network = explanation.assessment.network
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    return make_section("Sources", Bullets(items=tuple(_summary(explanation, chains))), _table(network))


def _summary(explanation: Explanation, chains: Sequence[Chain]) -> Iterator[str]:
    network = explanation.assessment.network
    origins = list(dict.fromkeys(chain.statement.origin for chain in chains))
    if not origins:
        return
    yield f"{counted(len(chains), 'statement')} from {counted(len(origins), 'origin')}: {_kinds(network, origins)}."
    yield from _strengths(network, chains, origins)
    yield from _weaknesses(network, chains, origins)
    yield from _most_important(explanation)
    yield from _resting_on_one(explanation)
    yield from _age(chains)


def _kinds(network: Network, origins: Iterable[str]) -> str:
    kinds = Counter(network.sources[origin].kind for origin in origins)
    return ", ".join(f"{count} {_KINDS[kind][count > 1]}" for kind, count in sorted(kinds.items()))


def _strengths(network: Network, chains: Iterable[Chain], origins: Sequence[str]) -> Iterator[str]:
    established = _having(chains, lambda chain: chain.established is not None)
    if established:
        share = f"{len(established)} of {counted(len(origins), 'origin')} {'is' if len(established) == 1 else 'are'}"
        yield f"Strength: {share} known to speak first-hand: {_names(network, established)}."
    good = _having(chains, lambda chain: chain.grade in _GOOD)
    if good:
        yield f"Strength: graded A or B: {_names(network, good)}."


def _weaknesses(network: Network, chains: Iterable[Chain], origins: Sequence[str]) -> Iterator[str]:
    chains = list(chains)
    established = _having(chains, lambda chain: chain.established is not None)
    if not established:
        yield "Weakness: none of them is known to speak first-hand."
    for what, rows in (
        ("nobody graded", _having(chains, lambda chain: chain.grade is None)),
        ("graded D or E:", _having(chains, lambda chain: chain.grade in _POOR)),
        ("of grade F, which says that there is nothing to judge by:", _having(chains, lambda c: c.grade == "F")),
        ("would say it anyway:", _having(chains, lambda chain: chain.statement.propensity == "serves")),
    ):
        if rows:
            yield f"Weakness: {what} {_names(network, rows)}."
    hidden = [origin for origin in origins if network.sources[origin].protected]
    if hidden:
        share = f"{len(hidden)} of {counted(len(origins), 'origin')}"
        yield f"Weakness: {share} cannot be named, so that readers cannot ask them."
    relayed = sum(bool(chain.statement.relays) for chain in chains)
    if relayed > _HALF * len(chains):
        yield f"Weakness: {relayed} of {counted(len(chains), 'statement')} came through somebody else."


def _having(chains: Iterable[Chain], test: _Test) -> list[str]:
    return list(dict.fromkeys(chain.statement.origin for chain in chains if test(chain)))


def _names(network: Network, origins: Iterable[str]) -> str:
    return listed(name_of(network, origin) for origin in origins)


def _most_important(explanation: Explanation) -> Iterator[str]:
    """The origins that carry most of a claim, of the claims that were looked at closely."""
    network = explanation.assessment.network
    carried: dict[str, list[str]] = {}
    for account in explanation.accounts.values():
        share = account.details.contributions.share if account.details is not None else None
        if share is not None and share[1] >= _HALF and share[0] in network.sources:
            carried.setdefault(share[0], []).append(
                f"{per_cent(share[1])} of what moves {quoted(account.score.claim.text)}"
            )
    for origin, claims in carried.items():
        yield f"Most important: {name_of(network, origin)} carries {listed(claims, most=2)}."


def _resting_on_one(explanation: Explanation) -> Iterator[str]:
    judged = [account.score for account in explanation.accounts.values() if account.score.estimate.judged]
    alone = [quoted(score.claim.text) for score in judged if score.counts.origins == 1]
    if alone:
        verb = "rests" if len(alone) == 1 else "rest"
        share = f"{len(alone)} of {counted(len(judged), 'claim')}"
        yield f"On a single origin {verb} {share}: {listed(alone, most=3)}."


def _age(chains: Iterable[Chain]) -> Iterator[str]:
    dates = [date for chain in chains for date in (chain.statement.stated, chain.statement.published) if date]
    if dates:
        first, last = min(dates, key=lambda d: d.earliest), max(dates, key=lambda d: d.latest)
        yield (
            f"Age: said or published on {first}."
            if first == last
            else f"Age: said or published from {first} to {last}."
        )


def _table(network: Network) -> Table:
    said: dict[str, list[Statement]] = {}
    passed: Counter[str] = Counter()
    for rows in network.chains.values():
        for chain in rows:
            said.setdefault(chain.statement.origin, []).append(chain.statement)
            passed.update(chain.statement.relays)
    return Table(
        headings=("Source", "Reliability", "How it knows", "Would say it anyway", "Terms", "Said", "Passed on"),
        rows=tuple(
            (
                _described(network, source),
                (source.reliability or "not graded") + _topics(source.topics),
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


def write_timeline(network: Network) -> Section:
    """When it happened, was said and was published."""
    return make_section("Timeline", chart_timeline(network))
