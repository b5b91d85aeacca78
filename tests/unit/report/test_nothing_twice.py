"""Nothing is said twice: no sentence of a full report is there again, nor nearly so."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack._records import fields_of, is_record
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Source
from claimtrack.report.blocks import (
    Block,
    Bullets,
    Figure,
    Judgment,
    Outline,
    Paragraph,
    References,
    Report,
    Section,
    Table,
    Text,
)
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile

KAKHOVKA = Path(os.environ.get("CLAIMTRACK_SHARED", ""), "trials", "kakhovka", "case.toml")
EXAMPLES = sorted((Path(__file__).resolve().parents[3] / "examples").glob("*/casebook.toml"))
_RUN = 8
"""Two sentences with so many words in a row in common are nearly the same; names and numbers are no words."""
_SENTENCE = re.compile(r"(?<=[.?!:;])\s+(?=[“A-Z0-9¤])")
_WORD = re.compile(r"[\w-]+|¤")


def _prose(report: Report) -> Iterator[str]:
    """The texts of a report but what tables and the list of evidence hold: these are data, one row as the other."""
    for section in report.sections:
        for block in section.blocks:
            yield from map(str, _texts(block))


def _texts(block: Block) -> Iterator[Text]:
    match block:
        case Paragraph():
            yield block.text
        case Bullets():
            yield from block.items
        case Outline():
            yield from (text for _, text in block.items)
        case Judgment():
            yield from (block.lead, *block.lines)
        case Figure():
            yield block.caption
            yield from _texts(block.words)
        case Table() | References():
            return


def _names(value: object) -> Iterator[str]:
    """Every text that a casebook holds: names, claims, titles, reasons and notes."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple | frozenset):
        for one in value:
            yield from _names(one)
    elif is_record(value):
        for field in fields_of(type(value)):
            yield from _names(getattr(value, field.name))


def _skeletons(book: Casebook, report: Report) -> list[tuple[str, list[str]]]:
    """Each sentence, with its words; what the casebook says is ¤."""
    names = {name.strip().removesuffix(".") for name in _names(book) if len(name) > 2}
    names |= {name[:1].lower() + name[1:] for name in names}
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    either = re.compile(rf"(?<!\w)(?:{longest_first or '(?!)'})(?!\w)")
    found = []
    for text in _prose(report):
        plain = re.sub(r"“[^”]*”", "¤", either.sub("¤", text))
        plain = re.sub(r"\[\d+\]", "", plain)
        for sentence in _SENTENCE.split(plain):
            words = _WORD.findall(sentence.casefold())
            found.append((sentence, words))
    return found


def twice(book: Casebook, report: Report) -> list[tuple[str, str]]:
    """The sentences of which eight words in a row, with no name or number among them, are in another one too."""
    seen: dict[tuple[str, ...], str] = {}
    found = []
    for sentence, words in _skeletons(book, report):
        runs = {tuple(words[place : place + _RUN]) for place in range(len(words) - _RUN + 1)}
        runs = {run for run in runs if not any(word == "¤" or word.isdigit() for word in run)}
        found += [(seen[run], sentence) for run in sorted(runs & seen.keys())[:1]]
        seen |= dict.fromkeys(runs - seen.keys(), sentence)
    return found


def full_reports(book: Casebook) -> list[tuple[Casebook, Report]]:
    """The full report of each audience, with what the casebook says to it."""
    found = []
    for audience in ("public", "internal"):
        assessment = ct.score(book, audience=audience)
        found.append((assessment.network.casebook, ct.compose(ct.explain(assessment))))
    return found


@pytest.mark.parametrize("path", EXAMPLES, ids=[path.parent.name for path in EXAMPLES])
def test_no_example_says_anything_twice(path: Path) -> None:
    """No two sentences of an example's full report have eight words in a row in common."""
    for book, report in full_reports(ct.read(path)):
        assert twice(book, report) == []


@pytest.mark.skipif(not KAKHOVKA.is_file(), reason="set CLAIMTRACK_SHARED to the folder that holds trials")
def test_an_editors_case_says_nothing_twice() -> None:
    """The same holds for the case that an editor tried the library with."""
    for book, report in full_reports(ct.read(KAKHOVKA)):
        assert twice(book, report) == []


def test_no_made_up_casebook_is_told_twice(subtests: pytest.Subtests) -> None:
    """The same holds for casebooks of any shape."""
    for seed in range(by_profile(dev=6, ci=60, deep=1000)):
        with subtests.test(seed=seed):
            for book, report in full_reports(make_casebook(RandomChooser(seed), Limits())):
                assert twice(book, report) == []


def test_a_sentence_said_twice_is_found() -> None:
    """Another name or number does not make another sentence."""
    book = Casebook(title="Kim", sources=(Source(id="lee", name="Lee Ann"),))
    lines = (
        "Without Kim, who said so first, no answer to this would lead: 33 %.",
        "Without Lee Ann, who said so first, no answer to this would lead: 41 %.",
    )
    section = Section(title="S", blocks=(Bullets(items=lines),))
    report = Report(title="T", audience="public", digest="", sections=(section,))
    assert len(twice(book, report)) == 1
