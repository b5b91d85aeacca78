"""Read a casebook with its documents, redact it for its readers and score it; read the user's own TOML files."""

import argparse
import os
import sys
from codecs import BOM_UTF8
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from claimtrack.cli._files import STANDARD_INPUT, is_standard_input, read_standard_input
from claimtrack.cli._output import Readers, warn_without_private
from claimtrack.cli._terminal import print_note, show_status
from claimtrack.errors.failures import InvalidCasebook, UnknownName, UnreadableFile, WrongUse
from claimtrack.io.atomic import read_bytes, translate_os_errors
from claimtrack.io.casebooks import load_more, loads, read
from claimtrack.io.private_file import join_private
from claimtrack.io.toml import lines_of, with_line
from claimtrack.model.casebook import Casebook, Record
from claimtrack.network.build import build
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.report.masthead import Masthead, masthead_from_toml
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import LIKELIHOOD_SCALES, likelihood_scale, words_from_toml
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.words import listed

if TYPE_CHECKING:
    from claimtrack.checks.profiles import Profile

LEDGER_SUFFIX = ".ledger"
_TOML = ".toml"
_MOST_NAMES = 8
_SWITCH = "CLAIMTRACK_AUDIENCE"
_AUDIENCES = ("internal", "public")

_T = TypeVar("_T")


class ScoredCasebook(NamedTuple):
    """A casebook, and its scores as its readers may see them."""

    casebook: Casebook
    """The whole casebook, with its private file."""
    readers: Readers
    """Who the scores are for."""
    assessment: Assessment
    """The scores of what they may see."""


def choose_readers(options: argparse.Namespace) -> Readers:
    """Choose the readers that were asked for; a command with --documents makes what carries quotes."""
    words = load_words(getattr(options, "words", LIKELIHOOD_SCALES[0]))
    carries_quotes = hasattr(options, "documents")
    texts = cache(lambda casebook: read_texts_beside(casebook, options)) if carries_quotes else None
    readers = Readers(audience=choose_audience(options), key=options.key, words=words, read_texts=texts)
    return readers._replace(profile=load_profile(options.profile)) if hasattr(options, "profile") else readers


def choose_audience(options: argparse.Namespace) -> str:
    """The audience that was asked for; CLAIMTRACK_AUDIENCE decides before any default.

    Where a command has no default, whatever leaves the terminal is public.
    """
    leaves = not sys.stdout.isatty() or getattr(options, "output", None) is not None
    return options.audience or chosen_audience() or options.usually or ("public" if leaves else "internal")


def chosen_audience() -> str | None:
    """The audience that the environment sets for all commands; None if it sets none."""
    chosen = os.environ.get(_SWITCH)
    if chosen and chosen not in _AUDIENCES:
        raise UnknownName(kind=f"audience in {_SWITCH}", seen=chosen, known=_AUDIENCES)
    return chosen or None


def tell_internal_only() -> None:
    """Say that an output names hidden sources whatever the switch says, where it says that readers are the public."""
    if chosen_audience() == "public":
        print_note(f"claimtrack: warning: this is for internal readers only, though {_SWITCH} says public")


def load_and_score(options: argparse.Namespace) -> ScoredCasebook:
    """Read the casebook of a command, and score it for its readers."""
    readers = choose_readers(options)
    with show_status("reading", options.file):
        casebook = read_casebook(options.file, readers.audience)
    with show_status("scoring", options.file):
        return ScoredCasebook(casebook, readers, score_for(readers, redact_for(readers, casebook)))


def read_casebook(file: str, audience: str = "internal") -> Casebook:
    """Read a casebook with its private file; a ledger gives the casebook of now.

    For the public, hidden sources of a ledger get all names that they ever had, so that none of them is published.
    """
    if not file.endswith(LEDGER_SUFFIX):
        casebook = join_private(_load_standard_input(), Path(file)) if is_standard_input(file) else read(file)
        warn_without_private(casebook, file, audience)
        return casebook
    from claimtrack.cli._ledger import read_ledger  # noqa: PLC0415 - most casebooks need no SQLite, so they do not wait

    content = read_ledger(file, audience)
    return content.all_names if audience == "public" else content.now.casebook


def _load_standard_input() -> Casebook:
    """Load the casebook on standard input: JSON where it begins with a brace, as no TOML does, else TOML."""
    content = read_standard_input()
    is_json = content.removeprefix(BOM_UTF8).lstrip()[:1] == b"{"
    try:
        return loads(content, format="json" if is_json else "toml")
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=STANDARD_INPUT) from None


def redact_for(readers: Readers, casebook: Casebook) -> Redaction:
    """Redact a casebook for its readers: once, since what is scored and listed beside it shares the redaction."""
    redaction = redact(casebook, readers.audience, key=readers.key)
    tell_who_is_hidden(redaction)
    return redaction


def tell_who_is_hidden(redaction: Redaction) -> None:
    """Print a line about the sources that only missing terms hide, with what to write; their ids on a terminal only."""
    if not redaction.is_public or not (seen := redaction.appearances).without_terms:
        return
    shows_ids = sys.stderr.isatty()
    names = [f"{seen.label_of(one)} ({one})" if shows_ids else seen.label_of(one) for one in seen.without_terms]
    are, they = ("is", "this source") if len(names) == 1 else ("are", "a source")
    print_note(
        f"claimtrack: note: {listed(names, most=_MOST_NAMES)} {are} hidden because no terms were noted; "
        f'if {they} may be named, write terms = "on the record", or "published" if the statement is public anyway; '
        f'if {they} is no person, write its kind, such as "organisation" or "media" '
        "(`claimtrack check` lists these statements under CT702)"
    )


def score_for(readers: Readers, redaction: Redaction) -> Assessment:
    """Score what the readers may see of a casebook."""
    return assess(build(redaction.casebook), words=readers.words)


def read_records(file: str, casebook: Casebook) -> tuple[Record, ...]:
    """Read the records of a TOML file that belong to a casebook."""
    if not file.endswith(_TOML):
        raise WrongUse(reason=f"{file}: expected a TOML file with records, such as [[statements]]")
    return _read_toml(file, lambda text: load_more(casebook, text))


def find_lines(file: str) -> Mapping[str, int]:
    """Find the line of each place in a casebook's file; only TOML has lines."""
    if is_standard_input(file):
        return lines_of(read_standard_input().decode("utf-8-sig"))
    return _read_toml(file, lines_of) if file.endswith(_TOML) else {}


def read_texts_beside(casebook: Casebook, options: argparse.Namespace) -> dict[str, str]:
    """Read the texts of a casebook's documents; those that cannot be read are problems of its file, with lines."""
    from claimtrack.documents.read import read_texts  # noqa: PLC0415 - most commands read no document

    file = file_of(options)
    try:
        return read_texts(casebook, Path(file).parent, within=options.documents)
    except InvalidCasebook as error:
        lines = find_lines(file)
        problems = tuple(with_line(problem, lines) for problem in error.problems)
        raise InvalidCasebook(problems=problems, path=file) from None


def file_of(options: argparse.Namespace) -> str:
    """The casebook or ledger that a command reads; empty for one that reads none, or two."""
    return getattr(options, "file", None) or getattr(options, "ledger", None) or ""


def load_words(name: str) -> LikelihoodScale:
    """Load likelihood words that are built in, or the user's own."""
    return load_own(name, likelihood_scale, words_from_toml)


def load_own(name: str, built_in: Callable[[str], _T], read_own: Callable[[str], _T]) -> _T:
    """Load what a name stands for: something built in, or the user's own TOML file."""
    return _read_toml(name, read_own) if name.endswith(_TOML) else built_in(name)


def load_profile(name: str) -> "Profile":
    """Load a profile of the checks that is built in, or the desk's own."""
    from claimtrack.checks.profiles import profile_from_toml, profile_of  # noqa: PLC0415 - it imports all rules

    return load_own(name, profile_of, profile_from_toml)


def load_masthead(profile: str) -> Masthead | None:
    """Load the masthead in a desk's own file, with the logo beside it; a built-in profile has none."""
    if not profile.endswith(_TOML):
        return None
    return _read_toml(profile, lambda text: masthead_from_toml(text, lambda name: _read_beside(profile, name)))


def _read_beside(file: str, name: str) -> bytes:
    """Read a file that another names, if it lies in the same folder or below it."""
    folder = Path(file).parent
    path = folder / name
    with translate_os_errors(path):
        if not Path(os.path.realpath(path)).is_relative_to(os.path.realpath(folder)):
            raise UnreadableFile(path=name, reason=f"it is not in the folder of {Path(file).name}")
    return read_bytes(path)


def _read_toml(file: str, parse: Callable[[str], _T]) -> _T:
    try:
        return parse(read_bytes(Path(file)).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFile(path=file, reason="not UTF-8 text") from None
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=file) from None
