"""The table of commands, and the parser that is made from it.

A command is a line in this table and a module of its name: `what-if` is `commands/what_if.py`, and `ledger as-of` is
`commands/ledger/as_of.py`. The module's docstring is its help, `add_options(parser)` declares its options, and
`run(options)` runs it. It is imported only when its command is used, so that `--help` and `--version` stay quick.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module
from keyword import iskeyword

import claimtrack
from claimtrack.errors.base import hint, nearest, shown

COMMANDS = {
    "new": "Write a small commented casebook to start from",
    "check": "List the mistakes in a casebook and the weaknesses of its sourcing",
    "score": "Score every claim",
    "explain": "Show why a claim has its score, and what would change it",
    "report": "Write the full report",
    "next": "List what to find out next, and what each answer would change",
    "what-if": "Show how scores would change under other assumptions",
    "compare": "Score with several methods, and show where they differ and why",
    "diff": "Show what changed between two casebooks, and why scores moved",
    "convert": "Convert a casebook to another format, or make its public version",
    "scales": "List the scales, show one, or convert one to another",
    "laws": "Test scoring methods against the laws of scoring",
    "ledger": "Keep the full history of a casebook",
    "ledger init": "Create a ledger, empty or from a casebook",
    "ledger add": "Add the records of a TOML file",
    "ledger import": "Import the changes in a casebook, or exported events",
    "ledger correct": "Correct fields of a record",
    "ledger retract": "Retract a statement, or all statements of a document or source",
    "ledger restore": "Undo a retraction or removal",
    "ledger remove": "Remove a record that should not have been added",
    "ledger grade": "Change the grade of a source",
    "ledger merge": "Merge two sources that are the same",
    "ledger split": "Split a source that turned out to be two",
    "ledger resolve": "Record whether a claim turned out to be true",
    "ledger log": "List the events, for internal use only",
    "ledger as-of": "Print the casebook as it was at an earlier time",
    "ledger diff": "Show what changed between two times, and why scores moved",
    "ledger history": "Show how the score of a claim changed, and why",
    "ledger record": "Show how often each source was right, and which grade that suggests",
    "ledger calibration": "Show how well past scores match what turned out to be true",
    "ledger verify": "Check that no event was changed, removed, inserted or cut off",
    "ledger export": "Export all events, for internal use only",
    "schema": "Print the JSON Schema of casebook files",
}
"""Each command and what it does; a command of a group has the group's name before its own."""


def make_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Make the parser for the words of a command line; only the command that they name gets its options."""
    parser = argparse.ArgumentParser(
        prog="claimtrack",
        description="Show how well supported each claim is, by whom and through whom.",
        epilog="Start with: claimtrack new case.toml",
    )
    parser.add_argument("--version", action="version", version=f"claimtrack {claimtrack.__version__}")
    _add_commands(parser, "", words)
    return parser


def commands_in(group: str) -> list[str]:
    """The commands of a group, such as `ledger`, without its name; of "", those of `claimtrack` itself."""
    start = f"{group} " if group else ""
    names = [name.removeprefix(start) for name in COMMANDS if name.startswith(start)]
    return [name for name in names if " " not in name]


def _add_commands(parser: argparse.ArgumentParser, group: str, words: Sequence[str]) -> None:
    # The options of `claimtrack` and of a group take no value, so the first word that is no option is the command.
    used, rest = next(((word, words[at + 1 :]) for at, word in enumerate(words) if word[:1] != "-"), (None, ()))
    names = commands_in(group)
    subparsers = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for name in names:
        full = f"{group} {name}".strip()
        subparser = subparsers.add_parser(
            name,
            help=COMMANDS[full],
            description=f"{COMMANDS[full]}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == used and commands_in(full):
            _add_commands(subparser, full, rest)
        elif name == used:
            _add_options(subparser, full)
    if used is not None and used not in names:
        parser.error(f"unknown command {shown(used)}{hint(nearest(used, names)) or f'; see {parser.prog} --help'}")


def _add_options(parser: argparse.ArgumentParser, command: str) -> None:
    path = [f"{name}_" if iskeyword(name) else name for name in command.replace("-", "_").split()]
    module = import_module(".".join(("claimtrack.cli.commands", *path)))
    parser.description = module.__doc__
    module.add_options(parser)
    parser.set_defaults(run=module.run)
