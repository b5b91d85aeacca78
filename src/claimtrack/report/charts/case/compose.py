"""The panels of a case: its evidence folded, put in order and put into words."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import fsum

from claimtrack._records import evolve, record
from claimtrack.analysis.sentences import name_of
from claimtrack.model.statements import describe_interest
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.report.charts.answers import answers_of
from claimtrack.report.charts.case.fold import MOST_FINDINGS, fold
from claimtrack.report.charts.case.gather import Does, Evidence, Key, Names, gather_claims, gather_evidence
from claimtrack.report.charts.case.order import uncross
from claimtrack.report.charts.case.panel import Line, Mark, Origin, Panel, Row
from claimtrack.scales.words import per_cent, per_cent_in_word
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.counts import labelled_sources, may_be_fewer
from claimtrack.text.words import capital, counted, listed, quoted

MOST_PANELS, MOST_ANSWERS = 4, 8
"""How many questions, and how many answers to one, are drawn."""
_MOST_OTHERS = 3
"""How many rows the claims that bear on no answer take where there is a question."""
_MOST_WAYS = 2
"""How many ways by which an origin reached us are named one by one."""


@record
class _Ways:
    """How what each origin says in a panel reached us."""

    chains: Mapping[str, tuple[Chain, ...]]
    """The chains of each origin, by its id."""
    frames: Mapping[str, str]
    """The relay in whose frame an origin stands, by the ids of both; those without are not in it."""
    gains: Mapping[str, str]
    """What each relay has to gain from what it passes on, in words."""


def compose_panels(assessment: Assessment) -> tuple[Panel, ...]:
    """Compose a panel for each question, the first ones, and one for the claims that bear on none of their answers.

    Cost: linear in the records, and sorting them.
    """
    network = assessment.network
    panels: list[Panel] = []
    shown: set[str] = set()
    for question in network.casebook.questions[:MOST_PANELS]:
        claims = sorted(question.claims, key=lambda claim: -assessment[claim].probability)[:MOST_ANSWERS]
        evidence = gather_evidence(assessment, claims)
        shown.update(question.claims, *evidence.findings)
        answers, none_of_these = answers_of(assessment, question.id)
        panel = _panel(assessment, evidence, question.text, claims)
        panels.append(evolve(panel, answers=answers[:MOST_ANSWERS], none_of_these=none_of_these))
    others = [claim for claim in assessment.scores if claim not in shown]
    if others:
        evidence = gather_claims(assessment, others)
        most = _MOST_OTHERS if panels else MOST_FINDINGS
        if len(others) > most:
            evidence = evolve(evidence, feeds=())
        title = "What bears on none of these answers" if panels else None
        panels.append(_panel(assessment, evidence, title, (), most=most))
    return tuple(panels)


def _panel(
    assessment: Assessment,
    evidence: Evidence,
    title: str | None,
    answers: Sequence[str],
    *,
    most: int = MOST_FINDINGS,
) -> Panel:
    network = assessment.network
    ways = _ways_of(network, (*answers, *(claim for row in evidence.findings for claim in row)))
    evidence = fold(evidence, ways.frames.get, most=most)
    rows = _ordered(evidence, answers)
    origins = _ordered_origins(evidence, [row for row, _ in rows], ways.frames)
    return Panel(
        title=title,
        answers=(),
        none_of_these=None,
        origins=tuple(_origin(network, names, ways) for names in origins),
        rows=tuple(_rows(assessment, evidence, rows, origins, answers)),
    )


def _ways_of(network: Network, claims: Iterable[str]) -> _Ways:
    """How each origin of some claims reached us; a relay through which two or more came has a frame."""
    chains: dict[str, list[Chain]] = {}
    for claim in claims:
        for chain in network.chains[claim]:
            chains.setdefault(chain.statement.origin, []).append(chain)
    through: dict[str, list[str]] = {}
    for origin, mine in chains.items():
        last = {chain.statement.relays[-1] if chain.statement.relays else "" for chain in mine}
        relay = last.pop() if len(last) == 1 else ""
        if relay:
            through.setdefault(relay, []).append(origin)
    frames = {}
    for relay, origins in through.items():
        itself = [relay] if relay in chains and relay not in frames else []
        if len(origins) + len(itself) > 1:
            frames.update(dict.fromkeys((*origins, *itself), relay))
    gains: dict[str, dict[str, None]] = {}
    for one in (relay for mine in chains.values() for chain in mine for relay in chain.statement.via):
        gains.setdefault(one.source, {})[describe_interest(one.propensity)] = None
    return _Ways(
        chains={origin: tuple(mine) for origin, mine in chains.items()},
        frames=frames,
        gains={relay: listed(filter(None, words)) for relay, words in gains.items()},
    )


def _ordered(evidence: Evidence, answers: Sequence[str]) -> list[tuple[Key, Key | None]]:
    """The rows with the row that each stands under: by the answer that a row tells most of, the heaviest first."""
    does: dict[Key, list[Does]] = {}
    for mark in evidence.does:
        does.setdefault(mark.row, []).append(mark)
    places = {answer: place for place, answer in enumerate(answers)}

    def rank(row: Key) -> tuple[int, bool, float]:
        top = min(does[row], key=lambda mark: (mark.against, -mark.weight, places[mark.answer]))
        return places[top.answer], top.against, -top.weight

    row_of = {claim: row for row in evidence.findings for claim in row}
    below: dict[Key, list[Key]] = {}
    for link in evidence.feeds:
        row, target = row_of[link.from_claim], row_of[link.to_claim]
        if row not in does and row != target and all(row not in rows for rows in below.values()):
            below.setdefault(target, []).append(row)
    nested = {row for rows in below.values() for row in rows}
    found: dict[Key, Key | None] = {}
    tops = sorted(does, key=rank)
    # Findings that only bear on each other, in a ring, have no top: the first of them is taken.
    tops += [row for row in evidence.findings if row not in does and row not in nested]
    for top in (*tops, *evidence.findings):
        stack: list[tuple[Key, Key | None]] = [(top, None)]
        while stack:
            row, above = stack.pop()
            if row not in found:
                found[row] = above
                stack += [(one, row) for one in reversed(below.get(row, []))]
    return list(found.items())


def _ordered_origins(evidence: Evidence, rows: Sequence[Key], frames: Mapping[str, str]) -> list[Names]:
    """The origins in the order of the rows that they speak in, those of one frame together, with few lines crossing."""
    places = {row: place for place, row in enumerate(rows)}
    spoken: dict[Names, list[tuple[int, float]]] = {}
    for line in evidence.said:
        spoken.setdefault(line.origins, []).append((places[line.row], 1.0 + line.weight))
    units: dict[str, list[Names]] = {}
    for origins in sorted(spoken, key=lambda one: _mean(spoken[one])):
        # An id has no blank, so that a frame and a lone box never share a name.
        units.setdefault(frames.get(origins[0], " ".join(("", *origins))), []).append(origins)
    lines = [[line for origins in unit for line in spoken[origins]] for unit in units.values()]
    order = uncross(sorted(range(len(lines)), key=lambda at: _mean(lines[at])), lines)
    grouped = list(units.values())
    return [origins for at in order for origins in grouped[at]]


def _mean(lines: Sequence[tuple[int, float]]) -> float:
    return fsum(place for place, _ in lines) / len(lines)


def _origin(network: Network, names: Names, ways: _Ways) -> Origin:
    relay = ways.frames.get(names[0], "")
    shown = capital(listed((name_of(network, name) for name in names), most=2))
    if len(names) > 1:
        fewer = "at most " if may_be_fewer(set(names), labelled_sources(network)) else ""
        notes = f"{fewer}{counted(len(names), 'origin')}"
    else:
        chains = ways.chains[names[0]]
        grades = dict.fromkeys(f"grade {chain.grade}" if chain.grade else "not graded" for chain in chains)
        knows = dict.fromkeys(map(_knows, chains))
        notes = "; ".join(
            filter(None, (f"{', '.join(grades)}: {', '.join(knows)}", _through(network, chains, relay, ways)))
        )
    return Origin(
        names=shown,
        notes=notes,
        relay=name_of(network, relay, ways.gains[relay]) if relay else None,
        is_relay=names[0] == relay,
    )


def _knows(chain: Chain) -> str:
    if chain.is_first_hand:
        return "first-hand"
    if chain.established is not None:
        return "shown independent"
    return {"deduced": "deduced", "told": "was told"}.get(chain.statement.lineage, "not known how")


def _through(network: Network, chains: Iterable[Chain], relay: str, known: _Ways) -> str:
    """Through whom an origin reached us, but for the relay whose frame says so."""
    ways = dict.fromkeys(chain.statement.relays for chain in chains)
    told = [
        " and then ".join(
            name_of(network, one, known.gains[one]) for one in (way[:-1] if way and way[-1] == relay else way)
        )
        for way in ways
    ]
    named = list(dict.fromkeys(filter(None, told)))
    if not named:
        return ""
    if len(named) > _MOST_WAYS:
        named[1:] = [f"by {counted(len(named) - 1, 'other way')}"]
    return f"through {' or '.join(named)}" + (" or directly" if () in ways else "")


def _rows(
    assessment: Assessment,
    evidence: Evidence,
    rows: Sequence[tuple[Key, Key | None]],
    origins: Sequence[Names],
    answers: Sequence[str],
) -> Iterator[Row]:
    places = {row: place for place, (row, _) in enumerate(rows)}
    boxes = {names: place for place, names in enumerate(origins)}
    lines: dict[Key, list[Line]] = {}
    for said in evidence.said:
        line = Line(origin=boxes[said.origins], denies=said.denies, sure=said.sure, weight=said.weight)
        lines.setdefault(said.row, []).append(line)
    marks: dict[Key, list[Mark]] = {}
    for mark in sorted(evidence.does, key=lambda mark: mark.against):
        one = Mark(answer=answers.index(mark.answer), against=mark.against, weight=mark.weight, count=mark.count)
        marks.setdefault(mark.row, []).append(one)
    signs = {(link.from_claim, link.to_claim): link.sign for link in evidence.feeds}
    depths: dict[Key, int] = {}
    for row, above in rows:
        depths[row] = 0 if above is None else depths[above] + 1
        ties = [signs[pair] for pair in ((one, other) for one in row for other in above or ()) if pair in signs]
        yield Row(
            text=_text(assessment, row, answers),
            notes="; ".join(filter(None, (_likelihood(assessment, row), *_also(assessment, evidence, row, above)))),
            lines=tuple(sorted(lines.get(row, ()), key=lambda line: line.origin)),
            marks=tuple(marks.get(row, ())),
            under=None if above is None else places[above],
            undermines="undermines" in ties,
            depth=depths[row],
        )


def _text(assessment: Assessment, row: Key, answers: Sequence[str]) -> str | None:
    if not row[0]:
        return None
    claims = assessment.network.claims
    if len(row) == 1:
        return claims[row[0]].text
    texts = listed((quoted(claims[one].text) for one in row), most=1)
    return f"{counted(len(row), 'finding' if answers else 'claim')}: {texts}"


def _also(assessment: Assessment, evidence: Evidence, row: Key, above: Key | None) -> Iterator[str]:
    """What a finding does to others than the one that it stands under, in words: no line of the picture shows it."""
    if len(row) == 1:
        for link in evidence.feeds:
            if link.from_claim == row[0] and link.to_claim not in (*row, *(above or ())):
                yield f"also {link.sign} {quoted(assessment.network.claims[link.to_claim].text)}"


def _likelihood(assessment: Assessment, row: Key) -> str:
    scores = [assessment[claim] for claim in row if claim in assessment.scores]
    if not scores:
        return ""
    if len(scores) == 1:
        score = scores[0]
        exactly = per_cent_in_word(score.probability, assessment.words)
        return f"{score.word}, {exactly}" if score.estimate.judged else "not known"
    low, high = min(one.probability for one in scores), max(one.probability for one in scores)
    return per_cent(low) if per_cent(low) == per_cent(high) else f"{per_cent(low)} to {per_cent(high)}"
