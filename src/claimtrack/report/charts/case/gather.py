"""What bears on a question: findings, what origins say of them, and what they do to the answers, before any folding."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import log2

from claimtrack._records import record
from claimtrack.model.claims import Link
from claimtrack.network.chains import Chain
from claimtrack.scoring.assessment import Assessment

Key = tuple[str, ...]
"""What a row is about: the ids of its claims; or "" and the ids of the origins that speak of the answers outright."""
Names = tuple[str, ...]
"""Ids of the origins that share a box."""

_EVEN = 1.0
"""What a statement or link weighs, in doublings, where the method does not say."""


@record
class Said:
    """What some origins say of the claims of a row."""

    origins: Names
    row: Key
    denies: bool
    sure: bool
    weight: float


@record
class Does:
    """What a row does to an answer."""

    row: Key
    answer: str
    against: bool
    weight: float
    count: int = 1


@record
class Evidence:
    """All that bears on some answers."""

    said: tuple[Said, ...]
    does: tuple[Does, ...]
    feeds: tuple[Link, ...]
    """Links from one finding to another."""
    findings: tuple[Key, ...]
    """The rows of findings, whether or not anybody speaks of them."""


def gather_evidence(assessment: Assessment, answers: Sequence[str]) -> Evidence:
    """Gather what bears on the answers to a question.

    Cost: linear in the claims, statements and links from which the answers can be reached.
    """
    inflow = assessment.network.inflow
    findings = dict.fromkeys(_upstream(inflow, answers))
    weights = _link_weights(assessment, (*answers, *findings))
    does = [
        Does(row=(link.from_claim,), answer=answer, against=link.sign == "undermines", weight=weights[link.id or ""])
        for answer in answers
        for link in inflow.get(answer, ())
        if link.from_claim in findings
    ]
    feeds = [link for finding in findings for link in inflow.get(finding, ()) if link.from_claim in findings]
    said = [line for finding in findings for line in _said_of(assessment, finding)]
    for answer in answers:
        for line in _said_of(assessment, answer):
            row = ("", *line.origins)
            said.append(Said(origins=line.origins, row=row, denies=False, sure=line.sure, weight=line.weight))
            does.append(Does(row=row, answer=answer, against=line.denies, weight=line.weight))
    rows = tuple((finding,) for finding in findings)
    return Evidence(said=merge_said(said), does=merge_does(does), feeds=tuple(feeds), findings=rows)


def gather_claims(assessment: Assessment, claims: Iterable[str]) -> Evidence:
    """Gather what is said of claims that bear on no answer. Cost: linear in the statements and links on them."""
    mine = dict.fromkeys(claims)
    feeds = [link for claim in mine for link in assessment.network.inflow.get(claim, ()) if link.from_claim in mine]
    said = [line for claim in mine for line in _said_of(assessment, claim)]
    rows = tuple((claim,) for claim in mine)
    return Evidence(said=merge_said(said), does=(), feeds=tuple(feeds), findings=rows)


def _upstream(inflow: Mapping[str, Sequence[Link]], answers: Sequence[str]) -> Iterator[str]:
    """The claims from which links lead to the answers, directly or through others; the nearest first."""
    seen, found = set(answers), [*answers]
    for claim in found:
        for link in inflow.get(claim, ()):
            if link.from_claim not in seen:
                seen.add(link.from_claim)
                found.append(link.from_claim)
                yield link.from_claim


def _link_weights(assessment: Assessment, claims: Iterable[str]) -> dict[str, float]:
    steps = (step for claim in claims if claim in assessment.scores for step in assessment[claim].steps)
    weights = {step.inputs[0]: log2(1.0 + step.after) for step in steps if step.rule == "link"}
    is_told = bool(weights)
    for link in assessment.network.casebook.links:
        # A method that tells what links weigh tells nothing of those that carry nothing.
        weights.setdefault(link.id or "", 0.0 if is_told else _EVEN)
    return weights


def _said_of(assessment: Assessment, claim: str) -> Iterator[Said]:
    """What origins say of a claim, each on each side once."""
    steps = assessment[claim].steps if claim in assessment.scores else ()
    weights = {step.inputs[0]: log2(1.0 + step.after) for step in steps if step.rule in ("statement", "set aside")}
    for chain in assessment.network.chains[claim]:
        weight = weights.get(chain.statement.id or "", 0.0 if weights else _EVEN)
        yield _line(chain, claim, weight)


def _line(chain: Chain, claim: str, weight: float) -> Said:
    said = chain.statement
    return Said(
        origins=(said.origin,),
        row=(claim,),
        denies=said.stance == "denies",
        sure=chain.established is not None,
        weight=weight,
    )


def merge_said(lines: Iterable[Said]) -> tuple[Said, ...]:
    """What the same origins say on one side of a row, once: sure if all of it is, and as heavy as the heaviest."""
    found: dict[tuple[Names, Key, bool], Said] = {}
    for line in lines:
        key = (line.origins, line.row, line.denies)
        old = found.get(key, line)
        found[key] = Said(
            origins=line.origins,
            row=line.row,
            denies=line.denies,
            sure=old.sure and line.sure,
            weight=max(old.weight, line.weight),
        )
    return tuple(found.values())


def merge_does(marks: Iterable[Does], *, count: bool = False) -> tuple[Does, ...]:
    """What the same row does to the same answer on one side, once; counted where rows were folded."""
    found: dict[tuple[Key, str, bool], Does] = {}
    for mark in marks:
        key = (mark.row, mark.answer, mark.against)
        old = found.get(key)
        found[key] = Does(
            row=mark.row,
            answer=mark.answer,
            against=mark.against,
            weight=mark.weight if old is None else max(old.weight, mark.weight),
            count=mark.count if old is None or not count else old.count + mark.count,
        )
    return tuple(found.values())
