"""What several commands begin with: a casebook read, projected for its readers and scored; a desk's own files."""

import argparse
import sys
from pathlib import Path

from claimtrack.cli.progress import stage
from claimtrack.desk import words_from_toml
from claimtrack.errors import InvalidCasebook, UnreadableFile
from claimtrack.formats import read, read_texts, taken
from claimtrack.model import for_audience
from claimtrack.network import build
from claimtrack.scoring import Assessment, assess
from claimtrack.values.scales import LikelihoodScale, likelihood_scale

__all__ = ["assessed", "audience_of", "desk_text", "published_beside", "texts_of"]

_OWN = ".toml"


def audience_of(asked: argparse.Namespace) -> str:
    """For whom the output is: as asked; else for all where it leaves the terminal."""
    if asked.audience is not None:
        return str(asked.audience)
    return "internal" if sys.stdout.isatty() and not getattr(asked, "output", None) else "public"


def assessed(asked: argparse.Namespace, audience: str) -> Assessment:
    """The casebook that was asked for, scored for an audience."""
    words = _words(asked.words)
    with stage("reading", asked.file):
        casebook = for_audience(read(asked.file), audience, key=asked.key)
    with stage("scoring", asked.file):
        return assess(build(casebook), words=words)


def published_beside(assessment: Assessment, asked: argparse.Namespace) -> Assessment:
    """What the public sees of a casebook that was scored for internal readers."""
    casebook = for_audience(assessment.network.casebook, "public", key=asked.key)
    return assess(build(casebook), words=assessment.words)


def texts_of(assessment: Assessment, asked: argparse.Namespace) -> dict[str, str]:
    """The texts of documents that are kept in files; the public casebook names none."""
    return read_texts(assessment.network.casebook, Path(asked.file).parent)


def desk_text(name: str) -> str | None:
    """The text of a desk's own file; None where a name is no file's."""
    if not name.endswith(_OWN):
        return None
    try:
        return taken(Path(name)).decode("utf-8-sig")
    except UnicodeDecodeError:
        raise UnreadableFile(path=name, reason="not UTF-8 text") from None


def _words(name: str) -> LikelihoodScale:
    """The likelihood words of that name, or of a desk's own file."""
    text = desk_text(name)
    if text is None:
        return likelihood_scale(name)
    try:
        return words_from_toml(text)
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=name) from None
