"""Wording: hedges in claims, predictions that look like facts, and likelihood mixed with confidence."""

import re
from collections.abc import Iterator
from functools import cache

from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.scales.load import likelihood_scale

_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|purportedly|presumably|rumou?red to|is said to|are said to|"
    r"it is understood|is believed to|are believed to|appears? to have|claimed to have|so-called)\b",
    re.IGNORECASE,
)
_VERBS = (
    r"(?:appear|arrive|be|become|begin|come|decide|depart|expire|fly|give|go|hold|leave|make|meet|pay|publish|receive|"
    r"resign|resume|retire|sail|speak|take|testify)\b|"
    r"(?:close|dock|end|face|finish|land|launch|move|open|report|return|run|sign|stand|start|stop|travel|visit|vote)"
    r"(?=\s+(?:a|again|an|at|by|for|from|her|his|in|its|next|on|the|their|this|to|\d+)\b|\s*[.,;]|\s*$)"
)
"""What may follow “due to” where it speaks of the future; a word that is a noun too, only where it is a verb."""
_NOUN_WILL = re.compile(
    r"(?:\b(?:the|a|his|her|their|its|my|our|your|last|free|living|handwritten)|['’]s|s['’])\s+will\b"
    r"|\bwill\b(?=\s+(?:was|is|says|said|had|has|of|and testament)\b)",
    re.IGNORECASE,
)
"""The noun: a testament, or what somebody wants."""
_FUTURE = re.compile(
    r"\b(?:(?:(?-i:will|WILL)|shall|won['’]t|(?:is|are) (?:about|set|expected|likely) to)\b"
    r"|(?:is|are) going to\b(?!\s+(?:(?:a|an|court|press|prison|school|that|the|this|trial|war|work)\b|(?-i:[A-Z])))"
    rf"|(?:is|are) due to (?:{_VERBS}))",
    re.IGNORECASE,
)
_REPORTED = re.compile(r"\b(?:that|whether|rumou?rs?|says?|said|plans?|promised|ordered)\b", re.IGNORECASE)
_DEGREE = r"(?:low|moderate|medium|high|limited|weak|good|strong|great|full)"
_CONFIDENCE = re.compile(
    rf"\b{_DEGREE}(?:\s+(?:analytic|analytical|degree\s+of|level\s+of))?\s+confidence\b(?!\s+(?:vote|trick|man)\b)"
    r"|\bwith\s+(?:\w+\s+)?confidence\b"
    rf"|\bconfidence(?:\s+level)?(?:\s+in\s+(?:\w+\s+)?\w+)?\s*(?:is|remains|:)\s*(?:very\s+|only\s+)?{_DEGREE}\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.!?]+[.!?]?")


@declare(
    "CT401",
    "hedged-claim",
    "warning",
    standards=("ap", "ifcn"),
    says="A claim's text has a hedge such as “reportedly”.",
    why="A hedge marks who says it and how far off they stand. In the claim, it makes a sentence true anyway.",
    fix="Write the claim as it would be if it were true, and put the relay's word into the statement's `hedge`.",
)
def _hedged(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.book.claims:
        match = _HEDGE.search(claim.text)
        if match:
            yield Hit("claims", claim.id, f"the claim says “{match[0]}”", "text")


@declare(
    "CT402",
    "prediction-as-fact",
    "warning",
    standards=("icd203",),
    says="A claim speaks of the future and is of kind fact.",
    why="Nobody can have witnessed it. It is neither true nor false yet, and readers should know.",
    fix='Set `kind = "prediction"`, or word it as what is so today.',
)
def _future(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.book.claims:
        text = _NOUN_WILL.sub("", claim.text)
        match = _FUTURE.search(text)
        # “The minister said that he will resign” is about what was said, and that is a fact.
        if match and claim.kind == "fact" and not _REPORTED.search(text, 0, match.start()):
            yield Hit("claims", claim.id, f"the claim says “{match[0]}” and is of kind fact", "text")


@declare(
    "CT404",
    "undated-prediction",
    "warning",
    standards=("icd203",),
    says="A claim is a prediction, and no date says by when it can be checked.",
    why="A forecast without a date is never shown to be wrong. Its score says who expects it, not what will be.",
    fix="Set the claim's `when` to the time it speaks of; print it as the expectation of whoever holds it.",
)
def _undated(case: CaseUnderCheck) -> Iterator[Hit]:
    for claim in case.book.claims:
        if claim.kind == "prediction" and claim.when is None:
            text = f"{shown(claim.id)} is a prediction without a date by which it can be checked"
            yield Hit("claims", claim.id, text, "when")


@declare(
    "CT403",
    "likelihood-with-confidence",
    "error",
    standards=("icd203",),
    says="One sentence of a note has a likelihood word and a confidence level.",
    why="They answer two questions, how likely and how sure of that; readers mix them up when they stand together.",
    fix="Say each in a sentence of its own.",
)
def _mixed(case: CaseUnderCheck) -> Iterator[Hit]:
    for place, note in enumerate(case.book.notes):
        for sentence in _SENTENCE.findall(note.text):
            term = _likelihood_words().search(sentence)
            if term and _CONFIDENCE.search(sentence):
                yield Hit("notes", str(place), f"one sentence has “{term[0]}” and a confidence", "text")


@cache
def _likelihood_words() -> "re.Pattern[str]":
    """The terms of ICD 203; made at the first note, since the scale is read from a file."""
    terms = sorted({term.label for term in likelihood_scale("icd203").terms} | {"probable", "improbable"})
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, terms))})\b", re.IGNORECASE)
