"""Options that several commands share, and readers of option values whose errors name the option."""

import argparse
from collections.abc import Callable, Iterable
from typing import TypeVar

from claimtrack.cli._files import parse_output
from claimtrack.dates import Moment, PartialDate, moment_of
from claimtrack.errors.base import ClaimtrackError, shown
from claimtrack.errors.failures import UnknownName
from claimtrack.scales.load import LIKELIHOOD_SCALES

TEXT_OR_JSON = ("text", "json")
CASEBOOK = "a casebook (TOML or JSON; - for standard input) or a ledger"
BY_SUFFIX = "by the ending of OUT, else text"
TIME = "a day or time, such as 2021-03-30 or 2021-03-30T09:15Z"

Run = Callable[[argparse.Namespace], int]
"""Runs a command with its options, and returns its exit status."""

_T = TypeVar("_T")


_MOST_DIGITS = 12


def add_casebook(parser: argparse.ArgumentParser) -> None:
    """Add FILE, the casebook that a command reads."""
    parser.add_argument("file", metavar="FILE", help=CASEBOOK)


def add_documents(parser: argparse.ArgumentParser) -> None:
    """Add --documents, the folder that documents must lie in."""
    parser.add_argument(
        "--documents",
        metavar="FOLDER",
        help="the folder that documents must lie in, wherever links lead (default: the casebook's own)",
    )


def add_profile(parser: argparse.ArgumentParser) -> None:
    """Add --profile, which findings of the checks are errors; a desk's own file has its masthead too."""
    from claimtrack.checks.profiles import PROFILES  # noqa: PLC0415 - it imports all rules, which scores do without

    parser.add_argument(
        "--profile",
        default="default",
        help=f"which findings are errors, warnings or remarks: {', '.join(PROFILES)}, or your own TOML file",
    )


def add_format(parser: argparse.ArgumentParser, formats: Iterable[str], *, default: str = "") -> None:
    """Add --format; its default is the first format, or None where the help says in words what else decides."""
    first, *others = formats
    parser.add_argument(
        "--format",
        choices=(first, *others),
        default=None if default else first,
        help=f"output format (default: {default or first})",
    )


def add_lengths(parser: argparse.ArgumentParser) -> None:
    """Add --full and --annex; without them `length` is None."""
    lengths = parser.add_mutually_exclusive_group()
    for name, says in (
        ("full", "the chapters too: the case in one picture, why, what would change it, the evidence"),
        ("annex", "the chapters, and tables for a statistician"),
    ):
        lengths.add_argument(f"--{name}", dest="length", action="store_const", const=name, help=says)


def add_budget(parser: argparse.ArgumentParser, usual: int) -> None:
    """Add --budget, how much work closer looks may take."""
    parser.add_argument(
        "--budget",
        metavar="RECORDS",
        type=parse_count,
        default=usual,
        help=f"how many records closer looks may score again; with more, more is looked into (default: {usual})",
    )


def parse_count(text: str) -> int:
    """Read a number of records or events, of which no computer holds more than it may have digits."""
    if not text.isascii() or not text.isdecimal() or len(text) > _MOST_DIGITS:
        raise argparse.ArgumentTypeError(f"expected a whole number of at most {_MOST_DIGITS} digits, not {shown(text)}")
    return int(text)


def add_output(parser: argparse.ArgumentParser, what: str = "this file") -> None:
    """Add -o, the file to write instead of the terminal, and --force."""
    parser.add_argument(
        "-o",
        "--output",
        metavar="OUT",
        type=parse_output,
        help=f"write to {what} instead of the terminal; - for standard output",
    )
    parser.add_argument(
        "--force", action="store_true", help="replace OUT, whatever it is; files of the casebook are never replaced"
    )


def add_readers(parser: argparse.ArgumentParser, *, words: bool = True) -> None:
    """Add what decides who may read the output, how protected sources are labelled, and the likelihood words."""
    add_audience(parser)
    if words:
        add_words(parser)


def add_words(parser: argparse.ArgumentParser) -> None:
    """Add --words, the likelihood scale."""
    usual, *others = LIKELIHOOD_SCALES
    parser.add_argument(
        "--words",
        default=usual,
        metavar="SCALE",
        help=f"likelihood words: {usual} (default), {', '.join(others)}, or your own TOML file",
    )


def add_audience(parser: argparse.ArgumentParser, *, usually: str | None = None) -> None:
    """Add --audience, --key, and --anyway, to publish what the checks would refuse.

    Args:
        parser: of the command.
        usually: who the readers are where nobody says so; by default whatever leaves the terminal is public.
    """
    default = usually or "internal on a terminal, public in files and pipes"
    parser.set_defaults(usually=usually)
    parser.add_argument(
        "--audience",
        choices=("internal", "public"),
        help=f"who may read the output (default: {default}; CLAIMTRACK_AUDIENCE sets another)",
    )
    parser.add_argument(
        "--key", metavar="WORD", help="label protected sources differently for each WORD; keep it secret"
    )
    parser.add_argument(
        "--anyway",
        metavar="REASON",
        type=_parse_reason,
        help="publish what the checks would refuse; REASON is kept in the casebook as a waiver, which internal reports "
        "print",
    )


def _parse_reason(text: str) -> str:
    if not text.strip():
        raise argparse.ArgumentTypeError("expected a reason, such as “the lawyers agreed”")
    return text.strip()


def parse_moment(text: str) -> Moment:
    """Read a moment; a day means its beginning."""
    return _read(moment_of, text)


def parse_end(text: str) -> Moment:
    """Read a moment; a day means its end."""
    return _read(lambda given: moment_of(given, end=True), text)


def parse_date(text: str) -> PartialDate:
    """Read a date that may be in doubt."""
    return _read(PartialDate, text)


def parse_name(kind: str, known: Iterable[str]) -> Callable[[str], str]:
    """Make a reader of one of some names; an unknown one is told with the nearest."""
    names = tuple(known)

    def check(text: str) -> str:
        if text not in names:
            raise UnknownName(kind=kind, seen=text, known=names)
        return text

    return lambda text: _read(check, text)


def parse_pair(shape: str) -> Callable[[str], tuple[str, str]]:
    """Make a reader of two texts with an equals sign between them, such as FIELD=VALUE."""

    def parse(text: str) -> tuple[str, str]:
        name, sign, value = text.partition("=")
        if not (name.strip() and sign):
            raise argparse.ArgumentTypeError(f"expected {shape}, not {text}")
        return name.strip(), value

    return parse


def parse_number(least: float, most: float) -> Callable[[str], float]:
    """Make a reader of a number within bounds."""

    def parse(text: str) -> float:
        try:
            number = float(text)
        except ValueError:
            number = float("nan")
        if not least <= number <= most:
            raise argparse.ArgumentTypeError(f"expected a number from {least:g} to {most:g}, not {text}")
        return number

    return parse


def _read(read: Callable[[str], _T], text: str) -> _T:
    try:
        return read(text)
    except ClaimtrackError as error:
        raise argparse.ArgumentTypeError(error.says()) from None
