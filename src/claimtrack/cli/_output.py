"""Output: what must be certain before the public sees any, and how it is printed or written to a file."""

import argparse
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.cli._files import check_output, write_output
from claimtrack.cli._terminal import FINE, print_note, print_text
from claimtrack.errors.failures import UnknownName
from claimtrack.io.atomic import write_folder_atomic
from claimtrack.io.private_file import lacks_private, private_path
from claimtrack.model.casebook import Casebook
from claimtrack.privacy.guard import guard
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.report.blocks import Report
from claimtrack.report.guarded_text import what_to_guard
from claimtrack.scales.likelihood import LikelihoodScale

if TYPE_CHECKING:
    from claimtrack.checks.profiles import Profile  # it imports all rules, which scores do without


class Readers(NamedTuple):
    """Who may read an output, and how it speaks to them."""

    audience: str
    """Internal or public."""
    key: str | None
    """What the labels of protected sources depend on."""
    words: LikelihoodScale
    """The words for likelihoods."""
    profile: "Profile | str" = "default"
    """Which findings of the checks must not be published."""
    read_texts: Callable[[Casebook], Mapping[str, str]] | None = None
    """Reads the documents that quotes are held against; None where the output carries no quotes."""


def warn_without_private(casebook: Casebook, file: str, audience: str) -> None:
    """Say on stderr that there are protected sources and no private file, if the output is for the public.

    A private file that was left behind would have said which names must not be published.
    """
    if audience == "public" and lacks_private(casebook, Path(file)):
        print_note(
            f"claimtrack: warning: {file}: it has protected sources, and {private_path(Path(file)).name} is not beside "
            "it; names that stand only there are not looked for. Write `private = false` into the casebook if there "
            "is none, or `private = true` to make this an error"
        )


def check_publishable(
    readers: Readers,
    text: str,
    casebooks: Iterable[Casebook | Redaction],
    *,
    report: Report | None = None,
    file: str | None = None,
) -> None:
    """Refuse public output that contains something protected, or of which the checks say that it misleads or tells.

    Args:
        readers: who may read the output; internal output may contain everything.
        text: the output.
        casebooks: the whole casebooks that it was made from, or their redactions. Quotes are those of the first, and
            what is waived in one of them is waived in all.
        report: the report that it shows. Its strings are searched too, because a table may break a name over two lines.
        file: the file that it goes to, whose name is searched too.

    Raises:
        NotPublishable: the checks found that a casebook would mislead readers or give a source away.
        ProtectedStringFound: it contains something protected.
    """
    if readers.audience == "public":
        from claimtrack.checks.publishing import ensure_publishable  # noqa: PLC0415 - internal output needs no checks

        whole = what_to_guard(text, report)
        made_from = [one if isinstance(one, Redaction) else redact(one, key=readers.key) for one in casebooks]
        texts = None if readers.read_texts is None else readers.read_texts(made_from[0].whole)
        for place, redaction in enumerate(made_from):
            others = (one.whole for one in made_from if one is not redaction)
            ensure_publishable(redaction, profile=readers.profile, texts=None if place else texts, waived_in=others)
            guard(whole, redaction, also=(Path(file or "").name,))


def print_for(
    readers: Readers, text: str, casebooks: Iterable[Casebook | Redaction], *, report: Report | None = None
) -> int:
    """Print a text, once it is certain that its readers may see it."""
    check_publishable(readers, text, casebooks, report=report)
    print_text(text)
    return FINE


def print_or_write(
    readers: Readers,
    text: str,
    casebooks: Sequence[Casebook | Redaction],
    options: argparse.Namespace,
    *,
    report: Report | None = None,
) -> int:
    """Print a text, or write it to the file of -o, once it is certain that its readers may see it."""
    if options.output is None:
        return print_for(readers, text, casebooks, report=report)
    check_publishable(readers, text, casebooks, report=report, file=options.output)
    first = casebooks[0]
    write_output(options, text, readers.audience, first.whole if isinstance(first, Redaction) else first)
    return FINE


def write_tables(output: str, texts: Mapping[str, str], audience: str) -> None:
    """Write the tables of a report to the files of a new folder: all of them, or none."""
    tables = {f"{name}.csv": text.encode() for name, text in texts.items()}
    write_folder_atomic(Path(output), tables, private=audience == "internal")
    print_note(f"{output}: written for {audience} readers")


def choose_format(options: argparse.Namespace, endings: Mapping[str, str] | None = None) -> str:
    """Choose a format by its name, else by the ending of the output; refuse to replace a file that is no report.

    Args:
        options: of the command.
        endings: the ending of each format that there is, the usual one first; by default those of a report.
    """
    chosen: str = options.format or _format_for(options.output, endings)
    if options.output is not None:
        check_output(options)
    return chosen


def _format_for(output: str | None, endings: Mapping[str, str] | None) -> str:
    if endings is None:
        from claimtrack.report.render.formats import REPORT_FORMATS  # noqa: PLC0415 - scores need no renderer

        endings = {name: one.suffix for name, one in REPORT_FORMATS.items()}
    if output is None:
        return next(iter(endings))
    by_ending = {ending: name for name, ending in endings.items()}
    suffix = Path(output).suffix
    if suffix not in by_ending:
        raise UnknownName(kind="file ending", seen=suffix or output, known=tuple(by_ending), near=None)
    return by_ending[suffix]
