"""What several commands begin with: a casebook read, projected for its readers and scored; a desk's own files."""

import argparse
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from claimtrack.cli._progress import stage
from claimtrack.documents.read import read_texts
from claimtrack.errors.failures import InvalidCasebook, UnreadableFile, WrongUse
from claimtrack.io.atomic import read_bytes
from claimtrack.io.casebooks import load_more, read
from claimtrack.io.private_file import read_private
from claimtrack.io.toml import lines_of, with_line
from claimtrack.ledger.ledger import Ledger
from claimtrack.model.casebook import Casebook, Record
from claimtrack.network.build import build
from claimtrack.privacy.redact import for_audience
from claimtrack.privacy.retroactive import with_all_names
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import likelihood_scale, words_from_toml
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment

LEDGER = ".ledger"
"""How the name of a ledger's file ends."""
_OWN = ".toml"


def audience_of(asked: argparse.Namespace) -> str:
    """For whom the output is: as asked; else for all where it leaves the terminal."""
    if asked.audience is not None:
        return str(asked.audience)
    return "internal" if sys.stdout.isatty() and not getattr(asked, "output", None) else "public"


class Case(NamedTuple):
    """A casebook and its scores."""

    book: Casebook
    """The whole casebook, with its private file."""
    audience: str
    """Whom the scores are for."""
    assessment: Assessment
    """The scores for an audience."""


def assessed(asked: argparse.Namespace) -> Case:
    """The casebook that was asked for, scored for the audience that was asked for."""
    audience = audience_of(asked)
    with stage("reading", asked.file):
        casebook = book_of(asked.file, audience)
    with stage("scoring", asked.file):
        return Case(casebook, audience, scored(casebook, asked, audience))


def book_of(file: str, audience: str = "internal") -> Casebook:
    """The casebook of a file, with its private file; of a ledger, the one that its events make by now.

    What is to be shown to the public is made of a ledger's casebook with every name that its hidden sources ever had.
    """
    path = Path(file)
    if path.suffix != LEDGER:
        return read(path)
    with Ledger(path) as ledger:
        state = ledger.state()
    state = state.with_private(read_private(path, state.collections["sources"]))
    return with_all_names(state.casebook(), state) if audience == "public" else state.casebook()


def records_in(file: str, casebook: Casebook) -> tuple[Record, ...]:
    """The records of a TOML file that go with a casebook."""
    if not file.endswith(_OWN):
        raise WrongUse(reason=f"{file}: expected a TOML file with records, such as [[statements]]")
    try:
        return load_more(casebook, read_bytes(Path(file)).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFile(path=file, reason="not UTF-8 text") from None
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=file) from None


def scored(casebook: Casebook, asked: argparse.Namespace, audience: str, *, like: Casebook | None = None) -> Assessment:
    """A casebook scored for an audience, in the words that were asked for; with the labels of another one."""
    public = for_audience(casebook, audience, key=asked.key, like=like)
    return assess(build(public), words=words_of(asked.words))


def published_beside(assessment: Assessment, asked: argparse.Namespace) -> Assessment:
    """What the public sees of a casebook that was scored for internal readers."""
    casebook = for_audience(assessment.network.casebook, "public", key=asked.key)
    return assess(build(casebook), words=assessment.words)


def texts_of(assessment: Assessment, asked: argparse.Namespace) -> dict[str, str]:
    """The texts of documents that are kept in files; the public casebook names none."""
    return texts_beside(assessment.network.casebook, asked.file)


def texts_beside(casebook: Casebook, file: str) -> dict[str, str]:
    """The texts of the documents of a casebook; what cannot be read is told as problems of its file, with lines."""
    try:
        return read_texts(casebook, Path(file).parent)
    except InvalidCasebook as error:
        lines = lines_in(file)
        found = tuple(with_line(problem, lines) for problem in error.problems)
        raise InvalidCasebook(problems=found, path=file) from None


def lines_in(file: str) -> Mapping[str, int]:
    """The line of each place of a casebook's file, where its format has lines."""
    path = Path(file)
    return lines_of(read_bytes(path).decode("utf-8-sig")) if path.suffix == _OWN else {}


def desk_text(name: str) -> str | None:
    """The text of a desk's own file; None where a name is no file's."""
    if not name.endswith(_OWN):
        return None
    try:
        return read_bytes(Path(name)).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(path=name, reason="not UTF-8 text") from None


def words_of(name: str) -> LikelihoodScale:
    """The likelihood words of that name, or of a desk's own file."""
    text = desk_text(name)
    if text is None:
        return likelihood_scale(name)
    try:
        return words_from_toml(text)
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=name) from None
