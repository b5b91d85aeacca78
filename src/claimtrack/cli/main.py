"""What each command does, and how it ends: 0 fine, 1 the input has problems, 2 wrong use."""

import argparse
import json
import os
import sys
import warnings
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.cli.output import make_ready, say, say_json
from claimtrack.cli.parser import parser
from claimtrack.cli.progress import stage
from claimtrack.errors import (
    ClaimtrackError,
    FileInTheWay,
    InvalidCasebook,
    NotScored,
    PrivateFileExposed,
    Problem,
    UnknownClaim,
    UnknownFormat,
    UnreadableFile,
    WrongUse,
)

if TYPE_CHECKING:
    from claimtrack.checks import Findings, Profile
    from claimtrack.model import Casebook
    from claimtrack.scoring import Assessment

__all__ = ["main"]

_FINE, _PROBLEMS, _WRONG_USE = 0, 1, 2
_MOST_SHOWN = 50
_ENDINGS = {".txt": "text", ".md": "markdown", ".json": "json"}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command and return its exit status.

    Args:
        arguments: the words after `claimtrack`; None takes those of the process.
    """
    commands = {
        "new": _new,
        "check": _check,
        "score": _score,
        "explain": _explain,
        "report": _report,
        "convert": _convert,
        "schema": _schema,
    }
    make_ready()
    try:
        asked = parser(commands).parse_args(arguments)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else _WRONG_USE
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("always", PrivateFileExposed)
            warnings.showwarning = lambda message, *_, **__: print(f"claimtrack: warning: {message}", file=sys.stderr)
            status: int = asked.run(asked)
        sys.stdout.flush()
    except InvalidCasebook as error:
        return _listed(error)
    except (UnknownClaim, NotScored, UnknownFormat, FileInTheWay, WrongUse) as error:
        return _failed(error, _WRONG_USE)
    except ClaimtrackError as error:
        return _failed(error, _PROBLEMS)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return _FINE
    except OSError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        print(f"claimtrack: cannot write the output: {(error.strerror or 'no reason given').lower()}", file=sys.stderr)
        return _PROBLEMS
    except KeyboardInterrupt:
        print("claimtrack: stopped", file=sys.stderr)
        return _PROBLEMS
    return status


def _failed(error: ClaimtrackError, status: int) -> int:
    print(f"claimtrack: {error}", file=sys.stderr)
    return status


def _listed(error: InvalidCasebook) -> int:
    count = len(error.problems)
    print(f"{error.path}: {count} problem{'' if count == 1 else 's'}", file=sys.stderr)
    for problem in error.problems[:_MOST_SHOWN]:
        print(f"  {problem}", file=sys.stderr)
    if count > _MOST_SHOWN:
        print(f"  and {count - _MOST_SHOWN} more; --format json of `check` lists all", file=sys.stderr)
    return _PROBLEMS


def _audience(asked: argparse.Namespace) -> str:
    if asked.audience is not None:
        return str(asked.audience)
    return "internal" if sys.stdout.isatty() and not getattr(asked, "output", None) else "public"


def _new(asked: argparse.Namespace) -> int:
    from claimtrack.formats import exists, format_of, put, refuse_private, starter  # noqa: PLC0415

    path = Path(asked.file)
    refuse_private(path)
    form = format_of(path, asked.format)
    if exists(path):
        raise FileInTheWay(path=str(path))
    put(path, starter(form).encode())
    print(f"{path}: a casebook to start from. Next: claimtrack report {path}")
    return _FINE


def _check(asked: argparse.Namespace) -> int:
    from claimtrack.checks import rule_of  # noqa: PLC0415
    from claimtrack.formats import read  # noqa: PLC0415
    from claimtrack.report import rule_text  # noqa: PLC0415

    if asked.explain is not None:
        rule = rule_of(asked.explain)
        if rule is None:
            raise WrongUse(
                reason=f"no rule is called {asked.explain}; the codes are in the documentation of the checks"
            )
        say(rule_text(rule))
        return _FINE
    if asked.file is None:
        raise WrongUse(reason="check needs a casebook file, or --explain and a code")
    try:
        with stage("reading", asked.file):
            casebook = read(asked.file)
    except InvalidCasebook as error:
        if asked.format != "json":
            raise
        problems = [_as_data(problem) for problem in error.problems]
        say_json({"file": asked.file, "problems": problems})
        return _PROBLEMS
    return _checked(asked, casebook)


def _checked(asked: argparse.Namespace, casebook: "Casebook") -> int:
    from claimtrack.checks import SEVERITIES, check  # noqa: PLC0415
    from claimtrack.formats import lines_of, read_texts, taken  # noqa: PLC0415
    from claimtrack.network import build  # noqa: PLC0415
    from claimtrack.report import render_findings  # noqa: PLC0415
    from claimtrack.scoring import assess  # noqa: PLC0415

    path = Path(asked.file)
    profile = _profile(asked.profile)
    with stage("checking", asked.file):
        findings = check(assess(build(casebook)), profile=profile, texts=read_texts(casebook, path.parent))
    lines = lines_of(taken(path).decode("utf-8-sig")) if path.suffix == ".toml" else {}
    form = asked.format or "text"
    say(render_findings(findings, form, path=asked.file, lines=lines))
    if form == "text":
        say(f"{asked.file}: valid; {_sizes(casebook)}; {_tally(findings)}\n")
    gravest = SEVERITIES.index(asked.fail_on) if asked.fail_on != "never" else -1
    return _PROBLEMS if any(SEVERITIES.index(f.severity) <= gravest for f in findings.findings) else _FINE


def _profile(name: str) -> "Profile":
    """A profile by its name, or from a desk's own file."""
    from claimtrack.checks import profile_from_toml, profile_of  # noqa: PLC0415
    from claimtrack.formats import taken  # noqa: PLC0415

    if not name.endswith(".toml"):
        return profile_of(name)
    try:
        return profile_from_toml(taken(Path(name)).decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise UnreadableFile(path=name, reason="not UTF-8 text") from None
    except InvalidCasebook as error:
        raise InvalidCasebook(problems=error.problems, path=name) from None


def _sizes(casebook: "Casebook") -> str:
    """How much a casebook holds."""
    shelves = (("claims", casebook.claims), ("sources", casebook.sources), ("statements", casebook.statements))
    counts = ", ".join(f"{len(rows)} {name if len(rows) != 1 else name.removesuffix('s')}" for name, rows in shelves)
    private = sum(source.confidential is not None for source in casebook.sources)
    return f"{counts}; private fields for {private} of the sources" if private else counts


def _tally(findings: "Findings") -> str:
    """How many findings of each severity."""
    counts: Counter[str] = Counter(finding.severity for finding in findings.findings)
    names = (("error", "errors"), ("warning", "warnings"), ("info", "remarks"))
    said = [
        f"{counts[key]} {name.removesuffix('s') if counts[key] == 1 else name}" for key, name in names if counts[key]
    ]
    return ", ".join(said) if said else "nothing found"


def _as_data(problem: Problem) -> dict[str, object]:
    return {"code": problem.code, "place": problem.place, "line": problem.line, "message": problem.says()}


def _score(asked: argparse.Namespace) -> int:
    from claimtrack.formats import casebook_digest  # noqa: PLC0415
    from claimtrack.report import render_scores, table_text  # noqa: PLC0415
    from claimtrack.values import per_cent  # noqa: PLC0415

    assessment = _assessed(asked, _audience(asked))
    if asked.format == "json":
        say(render_scores(assessment, casebook_digest(assessment.network.casebook)))
        return _FINE
    rows = [
        (
            name,
            f"{score.probability:.3f}",
            f"{score.word}, {per_cent(score.probability)}",
            str(score.counts.statements),
            str(score.counts.origins),
            str(score.counts.established),
            score.status,
        )
        for name, score in assessment.scores.items()
    ]
    print(table_text(("Claim", "P", "Likelihood", "Statements", "Origins", "Established", "Status"), rows))
    print(f"For readers: {assessment.network.casebook.audience}.")
    return _FINE


def _explain(asked: argparse.Namespace) -> int:
    from claimtrack.explaining import explain  # noqa: PLC0415
    from claimtrack.report import compose_account, render, render_account  # noqa: PLC0415

    explanation = explain(_assessed(asked, _audience(asked)))
    if asked.format == "json":
        say(render_account(explanation[asked.claim], explanation))
    else:
        say(render(compose_account(explanation, asked.claim), asked.format or "text"))
    return _FINE


def _report(asked: argparse.Namespace) -> int:
    from claimtrack.explaining import explain  # noqa: PLC0415
    from claimtrack.formats import put  # noqa: PLC0415
    from claimtrack.report import compose, render  # noqa: PLC0415

    form = asked.format or _by_ending(asked.output)
    if asked.output is not None:
        _refuse_to_lose(Path(asked.output))
    audience = _audience(asked)
    assessment = _assessed(asked, audience)
    published = _published(assessment, asked) if audience == "internal" else None
    from claimtrack.checks import check  # noqa: PLC0415

    findings = check(assessment, texts=_texts(assessment, asked)) if asked.checks else None
    with stage("writing", asked.file):
        text = render(compose(explain(assessment), published=published, findings=findings), form)
    if asked.output is None:
        say(text)
        return _FINE
    put(Path(asked.output), text.encode(), private=audience == "internal")
    print(f"{asked.output}: written for {audience} readers", file=sys.stderr)
    return _FINE


def _by_ending(output: str | None) -> str:
    """The form that a file's ending asks for; text on the terminal."""
    if output is None:
        return "text"
    ending = Path(output).suffix
    if ending not in _ENDINGS:
        raise UnknownFormat(seen=ending or output, known=tuple(_ENDINGS), kind="ending of a report")
    return _ENDINGS[ending]


def _refuse_to_lose(output: Path) -> None:
    """Refuse to write a report over a file that may be a casebook, or a private file."""
    from claimtrack.formats import exists, refuse_private, taken  # noqa: PLC0415

    refuse_private(output)
    if not exists(output) or output.suffix in {".txt", ".md"} or not output.is_file():
        return
    try:
        seen = json.loads(taken(output)) if output.suffix == ".json" else None
        is_report = isinstance(seen, dict) and "sections" in seen
    except (ValueError, RecursionError):
        is_report = False
    if not is_report:
        raise FileInTheWay(path=str(output))


def _convert(asked: argparse.Namespace) -> int:
    from claimtrack.formats import exists, format_of, private_path, read, write  # noqa: PLC0415
    from claimtrack.model import for_audience  # noqa: PLC0415

    form = format_of(Path(asked.output), asked.format)
    audience = asked.audience or "internal"
    if asked.key is not None and audience != "public":
        raise WrongUse(reason="--key makes labels for the public; it needs --audience public")
    casebook = for_audience(read(asked.file), audience, key=asked.key)
    private = private_path(Path(asked.output)) if any(source.confidential for source in casebook.sources) else None
    for path in (Path(asked.output), private):
        if path is not None and exists(path) and not asked.force:
            raise FileInTheWay(path=str(path))
    write(casebook, asked.output, format=form)
    protected = audience == "internal" and any(source.protected for source in casebook.sources)
    warning = "; it holds protected sources: use --audience public for what others may see" if protected else ""
    print(f"{asked.output}: written for {audience} readers{warning}", file=sys.stderr)
    if private is not None:
        print(f"{private}: written for the owner alone", file=sys.stderr)
    return _FINE


def _schema(_: argparse.Namespace) -> int:
    from claimtrack.formats import json_schema  # noqa: PLC0415

    say_json(json_schema())
    return _FINE


def _assessed(asked: argparse.Namespace, audience: str) -> "Assessment":
    from claimtrack.formats import read  # noqa: PLC0415
    from claimtrack.model import for_audience  # noqa: PLC0415
    from claimtrack.network import build  # noqa: PLC0415
    from claimtrack.scoring import assess  # noqa: PLC0415

    with stage("reading", asked.file):
        casebook = for_audience(read(asked.file), audience, key=asked.key)
    with stage("scoring", asked.file):
        return assess(build(casebook), words=asked.words)


def _published(assessment: "Assessment", asked: argparse.Namespace) -> "Assessment":
    from claimtrack.model import for_audience  # noqa: PLC0415
    from claimtrack.network import build  # noqa: PLC0415
    from claimtrack.scoring import assess  # noqa: PLC0415

    return assess(build(for_audience(assessment.network.casebook, "public", key=asked.key)), words=asked.words)


def _texts(assessment: "Assessment", asked: argparse.Namespace) -> dict[str, str]:
    """The texts of documents that are kept in files; the public casebook names none."""
    from claimtrack.formats import read_texts  # noqa: PLC0415

    return read_texts(assessment.network.casebook, Path(asked.file).parent)
