"""The table of commands, and the parser that is made from it.

A command is a line in this table and a function in the module that it names: `what-if` is `prepare_what_if(parser)` in
`commands/what_if.py`. The function's docstring is the help of the command; it adds the options and returns what runs
them. Its module is imported only when the command is used, so that `--help` and `--version` stay quick.
"""

import argparse
from collections.abc import Sequence
from importlib import import_module
from typing import Any, NamedTuple, NoReturn

import claimtrack
from claimtrack.errors.base import hint, nearest, shown


class Command(NamedTuple):
    """What a command does, and where it is."""

    says: str
    module: str = ""
    """The module in `commands`; a group of commands has none."""


COMMANDS = {
    "new": Command("Write a small commented casebook to start from", "files"),
    "check": Command("List the mistakes in a casebook and the weaknesses of its sourcing", "check"),
    "score": Command("Score every claim", "score"),
    "explain": Command("Show why a claim has its score, and what would change it", "explain"),
    "report": Command("Write the report: one page, or with its chapters", "report"),
    "picture": Command("Draw the whole case in one picture", "picture"),
    "serve": Command("Show the report in a browser on this computer, and follow the casebook", "serve"),
    "next": Command("List what to find out next, and what each answer would change", "explain"),
    "what-if": Command("Show how scores would change under other assumptions", "what_if"),
    "compare": Command("Score with several methods, and show where they differ and why", "compare"),
    "diff": Command("Show what changed between two casebooks, and why scores moved", "compare"),
    "convert": Command("Convert a casebook to another format, or make its public version", "files"),
    "scales": Command("List the scales, show one, or convert one to another", "scales"),
    "laws": Command("Test scoring methods against the laws of scoring", "laws"),
    "ledger": Command("Keep the full history of a casebook"),
    "ledger init": Command("Create a ledger, empty or from a casebook", "ledger_files"),
    "ledger add": Command("Add the records of a TOML file", "ledger_events"),
    "ledger import": Command("Import the changes in a casebook, or exported events", "ledger_files"),
    "ledger correct": Command("Correct fields of a record", "ledger_events"),
    "ledger retract": Command("Retract a statement, or all statements of a document or source", "ledger_events"),
    "ledger restore": Command("Undo a retraction or removal", "ledger_events"),
    "ledger remove": Command("Remove a record that should not have been added", "ledger_events"),
    "ledger grade": Command("Change the grade of a source", "ledger_events"),
    "ledger merge": Command("Merge two sources that are the same", "ledger_events"),
    "ledger split": Command("Split a source that turned out to be two", "ledger_events"),
    "ledger resolve": Command("Record whether a claim turned out to be true", "ledger_events"),
    "ledger log": Command("List the events, for internal use only", "ledger_past"),
    "ledger as-of": Command("Print the casebook as it was at an earlier time", "ledger_past"),
    "ledger diff": Command("Show what changed between two times, and why scores moved", "ledger_past"),
    "ledger history": Command("Show how the score of a claim changed, and why", "ledger_tracking"),
    "ledger record": Command("Show how often each source was right, and which grade that suggests", "ledger_tracking"),
    "ledger calibration": Command("Show how well past scores match what turned out to be true", "ledger_tracking"),
    "ledger verify": Command("Check that no event was changed, removed, inserted or cut off", "ledger_verify"),
    "ledger export": Command("Export all events, for internal use only", "ledger_files"),
    "schema": Command("Print the JSON Schema of casebook files", "files"),
}
"""Each command and what it does; a command of a group has the group's name before its own."""


class _Parser(argparse.ArgumentParser):
    """A parser whose messages hold nothing that acts on a terminal, whatever words it was given."""

    def error(self, message: str) -> NoReturn:
        """Print what is wrong, and end."""
        if not message.isprintable():
            from claimtrack.text.escape import visible  # noqa: PLC0415 - hardly any message needs it

            message = visible(message)
        super().error(message)

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:  # noqa: ANN401 - as argparse has it
        """Parse, and refuse what a command does not take with that command's own usage."""
        options, others = super().parse_known_args(args, namespace)
        if others:
            self.error(f"unrecognized arguments: {' '.join(others)}")
        return options, others


def make_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Make the parser for the words of a command line; only the command that they name gets its options."""
    parser = _Parser(
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
            help=COMMANDS[full].says,
            description=f"{COMMANDS[full].says}.",
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )
        if name == used and commands_in(full):
            _add_commands(subparser, full, rest)
        elif name == used:
            _add_options(subparser, full)
    if used is not None and used not in names:
        parser.error(f"unknown command {shown(used)}{hint(nearest(used, names)) or f'; see {parser.prog} --help'}")


def _add_options(parser: argparse.ArgumentParser, command: str) -> None:
    from inspect import cleandoc  # noqa: PLC0415 - `--help` and `--version` do without

    module = import_module(f"claimtrack.cli.commands.{COMMANDS[command].module}")
    prepare = getattr(module, f"prepare_{command.removeprefix('ledger ').replace('-', '_')}")
    parser.description = cleandoc(prepare.__doc__ or "")
    parser.set_defaults(run=prepare(parser))
