"""Test scoring methods against the laws of scoring."""

import argparse
from collections.abc import Callable, Iterator

from claimtrack.cli._methods import find_method
from claimtrack.cli._options import Run, add_format, parse_count
from claimtrack.cli._terminal import FINE, PROBLEMS, count_progress, print_json, print_text
from claimtrack.scoring.methods import METHODS
from claimtrack.scoring.protocol import Method
from claimtrack.testing.law import LawBroken, scorer_of
from claimtrack.testing.laws import METHOD_LAWS
from claimtrack.testing.matrix import matrix_data, matrix_markdown, matrix_text
from claimtrack.testing.verdict import Verdict, find_smallest, law_of, verdicts

_MOST_EXAMPLES = 1_000_000


def prepare_laws(parser: argparse.ArgumentParser) -> Run:
    """Test scoring methods against the laws of scoring.

    Prints which laws each method keeps and which it breaks. The exit status is 1
    if a method breaks a law without declaring it, or declares a break that does
    not occur.
    """
    parser.add_argument(
        "--method",
        metavar="NAME",
        action="append",
        help="a built-in method, or your own as module:attribute (may be repeated; default: all built-in methods)",
    )
    parser.add_argument(
        "--examples",
        metavar="N",
        type=_parse_count,
        default=200,
        help="how many casebooks each law is tried on (default: 200)",
    )
    parser.add_argument("--show", metavar="LAW", help="show the smallest casebook that breaks this law")
    add_format(parser, ("text", "markdown", "json"))
    return _run


def _run(options: argparse.Namespace) -> int:
    methods = {name: find_method(name) for name in options.method or METHODS}
    if options.show is not None:
        return _show(methods, options)
    found: dict[str, tuple[Verdict, ...]] = {}
    with count_progress("trying laws", len(methods) * len(METHOD_LAWS)) as advance:
        for name, method in methods.items():
            found[name] = tuple(_counted(verdicts(method, examples=options.examples), advance))
    if options.format == "json":
        print_json(matrix_data(found, options.examples))
    else:
        render = matrix_markdown if options.format == "markdown" else matrix_text
        print_text(render(found, options.examples))
    return PROBLEMS if any(verdict.fails for row in found.values() for verdict in row) else FINE


def _counted(found: Iterator[Verdict], advance: Callable[[], None]) -> Iterator[Verdict]:
    for verdict in found:
        advance()
        yield verdict


def _show(methods: dict[str, Method], options: argparse.Namespace) -> int:
    law = law_of(options.show)
    cases = {name: find_smallest(law, scorer_of(method), examples=options.examples) for name, method in methods.items()}
    if options.format == "json":
        print_json({"law": law.name, "says": law.says, "broken": {name: _text(case) for name, case in cases.items()}})
        return FINE
    kept = f"none of {options.examples:,} cases breaks “{law.name}”: {law.says}"
    for name, case in cases.items():
        print_text(f"{name}: {_text(case) or kept}\n")
    return FINE


def _text(case: LawBroken | None) -> str | None:
    return None if case is None else str(case)


def _parse_count(text: str) -> int:
    count = parse_count(text)
    if not 1 <= count <= _MOST_EXAMPLES:
        raise argparse.ArgumentTypeError(f"expected a number from 1 to {_MOST_EXAMPLES:,}, not {text}")
    return count
