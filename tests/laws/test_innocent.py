"""Innocent casebooks are published as they are: nothing is refused, and nobody who may be named is rewritten."""

from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.report.render.formats import PICTURE_FORMATS, REPORT_FORMATS
from claimtrack.testing.generate.source import RandomChooser
from laws.innocent import make_innocent
from profiles import by_profile

MADE = by_profile(dev=20, ci=200, deep=2_000)
PARTS = by_profile(dev=2, ci=4, deep=20)
COMMANDS = (
    *(f"report {{file}} --format {form}" for form in REPORT_FORMATS),
    *(f"picture {{file}} --format {form}" for form in PICTURE_FORMATS),
    "score {file}",
    "score {file} --format json",
    "explain {file} {claim}",
    "convert {file} {folder}/public.toml --force",
    "convert {file} {folder}/public.json --force",
)


@pytest.mark.parametrize("part", range(PARTS))
def test_nothing_innocent_is_refused(part: int, tmp_path: Path) -> None:
    """No public command refuses a casebook in which nobody was met in confidence, whatever its names are."""
    refused = []
    for seed in range(part, MADE, PARTS):
        file = tmp_path / f"{seed}.toml"
        book = make_innocent(RandomChooser(seed))
        ct.write(book, file)
        claim = book.statements[0].claim
        for command in COMMANDS:
            words = [word.format(file=file, folder=tmp_path, claim=claim) for word in command.split(" ")]
            out, err = StringIO(), StringIO()
            with redirect_stdout(out), redirect_stderr(err):
                status = main([*words, "--audience", "public"])
            if status:
                refused.append((seed, command, err.getvalue()))
    assert refused == []


def test_nothing_innocent_is_rewritten() -> None:
    """What is said of people who are no confidential sources stands in public as the desk wrote it."""
    rewritten = []
    for seed in range(MADE):
        book = make_innocent(RandomChooser(seed))
        public = ct.for_audience(book, "public")
        met = {word for source in book.sources if source.id == "met" for word in source.name.split()}
        kept = [(row.id, row.text) for row in book.claims] + [(row.id, row.title) for row in book.documents]
        seen = {row.id: row.text for row in public.claims} | {row.id: row.title for row in public.documents}
        texts = [*((seen[name], text) for name, text in kept if name in seen), (public.title, book.title)]
        rewritten += [(seed, text) for now, text in texts if now != text and not met.intersection(text.split())]
    assert rewritten == []
