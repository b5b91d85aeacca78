"""Folding: what is alike shares a row or a box where a picture would hold too many, and the lightest become one."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from typing import TypeVar

from claimtrack._records import evolve
from claimtrack.report.charts.case.gather import Evidence, Key, Names, merge_does, merge_said

MOST_FINDINGS, MOST_ORIGINS = 12, 14
"""How many rows of findings, and how many boxes of origins, a panel holds."""

_Group = TypeVar("_Group", bound=tuple[str, ...])


def fold(evidence: Evidence, frame_of: Callable[[str], str | None], *, most: int = MOST_FINDINGS) -> Evidence:
    """Fold evidence until a panel can hold it.

    Findings that the same origins speak of alike, and that do the same to the answers, share a row; then origins that
    came through the same relay and say the same share a box; then the lightest of what is still too much become one.

    Args:
        evidence: what there is to show.
        frame_of: the relay in whose frame an origin stands, by id, or None.
        most: how many rows of findings there may be.

    Cost: linear in the evidence, and sorting it.
    """
    if len(evidence.findings) > most:
        evidence = _regroup_rows(evidence, _alike(evidence.findings, _signatures_of_rows(evidence)))
    if len(evidence.findings) > most:
        weights: dict[Key, float] = {}
        for mark in evidence.does:
            weights[mark.row] = max(weights.get(mark.row, 0.0), mark.weight)
        for line in evidence.said:
            weights.setdefault(line.row, 0.0)
        evidence = _regroup_rows(evidence, _lightest(evidence.findings, weights, most))
    origins = tuple(dict.fromkeys(line.origins for line in evidence.said))
    if len(origins) > MOST_ORIGINS:
        evidence = _regroup_origins(evidence, _alike(origins, _signatures_of_origins(evidence, frame_of)))
        origins = tuple(dict.fromkeys(line.origins for line in evidence.said))
    if len(origins) > MOST_ORIGINS:
        heaviest: dict[Names, float] = {}
        for line in evidence.said:
            heaviest[line.origins] = max(heaviest.get(line.origins, 0.0), line.weight)
        evidence = _regroup_origins(evidence, _lightest(origins, heaviest, MOST_ORIGINS))
    return evidence


def _signatures_of_rows(evidence: Evidence) -> Mapping[Key, frozenset[Hashable]]:
    found: dict[Key, set[Hashable]] = {row: set() for row in evidence.findings}
    for line in evidence.said:
        found.setdefault(line.row, set()).add((line.origins, line.denies, line.sure))
    for mark in evidence.does:
        found.setdefault(mark.row, set()).add((mark.answer, mark.against))
    for link in evidence.feeds:
        found[link.from_claim,].add(("feeds", link.to_claim, link.sign))
    return {row: frozenset(parts) for row, parts in found.items()}


def _signatures_of_origins(
    evidence: Evidence, frame_of: Callable[[str], str | None]
) -> Mapping[Names, frozenset[Hashable]]:
    found: dict[Names, set[Hashable]] = {}
    outright = {}
    for line in evidence.said:
        mine = found.setdefault(line.origins, {("frame", frame_of(line.origins[0]))})
        if line.row[0]:
            mine.add((line.row, line.denies, line.sure))
        else:
            outright[line.row] = line
    for mark in evidence.does:
        if mark.row in outright:
            line = outright[mark.row]
            found[line.origins].add(("outright", mark.answer, mark.against, line.sure))
    return {origins: frozenset(parts) for origins, parts in found.items()}


def _alike(groups: Sequence[_Group], signatures: Mapping[_Group, frozenset[Hashable]]) -> dict[_Group, tuple[str, ...]]:
    """The larger group of each: all that have the same signature."""
    together: dict[frozenset[Hashable], list[str]] = {}
    for group in groups:
        together.setdefault(signatures[group], []).extend(group)
    return {group: tuple(together[signatures[group]]) for group in groups}


def _lightest(groups: Sequence[_Group], weights: Mapping[_Group, float], most: int) -> dict[_Group, tuple[str, ...]]:
    """One larger group for all that are too many: the lightest."""
    heaviest = sorted(groups, key=lambda group: (-weights.get(group, 0.0), -len(group)))
    kept = set(heaviest[: most - 1])
    rest = tuple(name for group in groups if group not in kept for name in group)
    return {group: group if group in kept else rest for group in groups}


def _regroup_rows(evidence: Evidence, larger: Mapping[Key, Key]) -> Evidence:
    return Evidence(
        said=merge_said(evolve(line, row=larger.get(line.row, line.row)) for line in evidence.said),
        does=merge_does((evolve(mark, row=larger.get(mark.row, mark.row)) for mark in evidence.does), count=True),
        feeds=evidence.feeds,
        findings=tuple(dict.fromkeys(larger[row] for row in evidence.findings)),
    )


def _regroup_origins(evidence: Evidence, larger: Mapping[Names, Names]) -> Evidence:
    """Origins in larger groups; what they say of the answers outright is a row of the group."""
    rows = {line.row: ("", *larger.get(line.origins, line.origins)) for line in evidence.said if not line.row[0]}
    return Evidence(
        said=merge_said(
            evolve(line, origins=larger.get(line.origins, line.origins), row=rows.get(line.row, line.row))
            for line in evidence.said
        ),
        does=merge_does((evolve(mark, row=rows.get(mark.row, mark.row)) for mark in evidence.does), count=True),
        feeds=evidence.feeds,
        findings=evidence.findings,
    )
