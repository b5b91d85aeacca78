"""The commands and their options."""

import argparse

import claimtrack
from claimtrack.cli.ledger_parser import add_ledger

_CASEBOOK = "a casebook file (TOML or JSON), or a ledger"
_FORMS = ("text", "markdown", "html", "csv", "json")


def parser() -> argparse.ArgumentParser:
    """The parser of the command line; what a command does stands in the module of its name."""
    top = argparse.ArgumentParser(
        prog="claimtrack",
        epilog="Start with: claimtrack new case.toml",
        description="How well supported is each claim, by whom, through whom?",
    )
    top.add_argument("--version", action="version", version=f"claimtrack {claimtrack.__version__}")
    subs = top.add_subparsers(dest="command", required=True, metavar="COMMAND")

    def command(name: str, says: str, formats: tuple[str, ...]) -> argparse.ArgumentParser:
        sub = subs.add_parser(name, help=says, description=says)
        sub.add_argument("--format", choices=formats, default=None, help=f"form of the output (default: {formats[0]})")
        return sub

    new = command("new", "write a short commented casebook to start from", ("toml", "json"))
    new.add_argument("file", metavar="FILE", help="the file to make; an existing one is left as it is")

    check = command(
        "check", "say all that is wrong with a casebook file, and with its sourcing", ("text", "json", "sarif")
    )
    check.add_argument("file", metavar="FILE", nargs="?", help=_CASEBOOK)
    check.add_argument(
        "--profile",
        default="default",
        help="default, ap, bbc, reuters, ifcn, icd203, icd206, berkeley, or a desk's own TOML file",
    )
    check.add_argument(
        "--fail-on",
        choices=("error", "warning", "info", "never"),
        default="error",
        help="end with status 1 where something as grave as this is found (default: error)",
    )
    check.add_argument("--all", action="store_true", help="show every finding, also where one rule has many")
    check.add_argument("--explain", metavar="CODE", help="say what a rule looks for, why, and how to mend it")

    score = command("score", "score every claim", ("text", "json"))
    _casebook_options(score)

    explain = command("explain", "say why a claim has its score, and what would change it", _FORMS)
    _casebook_options(explain, claim=True)

    report = command("report", "write the report", _FORMS)
    _casebook_options(report)
    report.add_argument(
        "--no-checks",
        dest="checks",
        action="store_false",
        help="leave the findings of the checks out of an internal report; a public one never has them",
    )
    report.add_argument("-o", "--output", metavar="OUT", help="write to a file instead of the terminal")

    inquiries = command("next", "say what to find out next, and what each answer would do", _FORMS)
    _casebook_options(inquiries)

    supposing = command("what-if", "say what would change if something were otherwise", _FORMS)
    _casebook_options(supposing)
    for option, metavar, says in (
        ("--grade", "SOURCE=GRADE", "a source has another grade, A to F or none"),
        ("--retract", "STATEMENT", "a statement is taken back"),
        ("--without", "SOURCE", "nothing counts that a source said or passed on"),
        ("--establish", "SOURCE", "a source is found to speak from itself"),
        ("--depend", "SOURCE,SOURCE", "sources depend on each other; =0.5 at the end for half"),
        ("--prior", "CLAIM=P", "a claim begins at another probability"),
        ("--cut", "LINK", "a link counts for nothing"),
        ("--add", "MORE.toml", "these records are added, such as a new statement"),
    ):
        supposing.add_argument(option, metavar=metavar, action="append", default=[], help=says)

    comparing = command("compare", "score by several methods, and say where they part and why", _FORMS)
    _casebook_options(comparing)
    comparing.add_argument(
        "--method",
        action="append",
        metavar="NAME",
        help="a method, the first being the one that others are held against: a built-in one, or module:attribute",
    )

    diff = command("diff", "say what changed from one casebook to another, and why", _FORMS)
    diff.add_argument("before", metavar="BEFORE", help=_CASEBOOK)
    diff.add_argument("after", metavar="AFTER", help=_CASEBOOK)
    _reading_options(diff)

    convert = command("convert", "turn a casebook file into another format", ("toml", "json"))
    convert.add_argument("file", metavar="IN", help=_CASEBOOK)
    convert.add_argument("output", metavar="OUT", help="the file to write; its ending tells the format")
    convert.add_argument("--force", action="store_true", help="write over a file that is there already")
    _audience(convert, "default: internal, since this is the working file")

    scales = command(
        "scales", "show the scales that are known, a scale, or the way from one to another", ("text", "json")
    )
    scales.add_argument("scale", metavar="SCALE", nargs="?", help="the name of a scale, or a desk's own TOML file")
    scales.add_argument("--to", metavar="SCALE", help="show what each of its levels is on another scale")

    laws = command("laws", "say which laws scoring methods keep, and which they break", ("text", "markdown", "json"))
    laws.add_argument(
        "--method",
        metavar="NAME",
        action="append",
        help="a method by name, such as origin-evidence, or your own by module:attribute (default: all by name)",
    )
    laws.add_argument(
        "--examples", metavar="N", type=int, default=200, help="try each law on so many casebooks (default: 200)"
    )
    laws.add_argument("--show", metavar="LAW", help="show the smallest casebook that breaks a law")

    add_ledger(subs, _reading_options)

    command("schema", "print the JSON Schema of a casebook file", ("json",))
    return top


def _casebook_options(sub: argparse.ArgumentParser, *, claim: bool = False) -> None:
    sub.add_argument("file", metavar="FILE", help=_CASEBOOK)
    if claim:
        sub.add_argument("claim", metavar="CLAIM", help="the id of a claim")
    _reading_options(sub)


def _reading_options(sub: argparse.ArgumentParser, *, words: bool = True) -> None:
    _audience(sub, "default: internal on a terminal, public into files and pipes")
    if not words:
        return
    sub.add_argument(
        "--words",
        default="icd203",
        metavar="SCALE",
        help="likelihood words: icd203 (default), phia, ipcc, kent, stix, or a desk's own TOML file",
    )


def _audience(sub: argparse.ArgumentParser, default: str) -> None:
    sub.add_argument("--audience", choices=("internal", "public"), default=None, help=f"for whom ({default})")
    sub.add_argument("--key", default=None, help="make other labels for protected sources for each key")
