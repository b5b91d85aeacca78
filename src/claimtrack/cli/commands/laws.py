"""`claimtrack laws`: which laws scoring methods keep."""

import argparse
from collections.abc import Callable, Iterator

from claimtrack.cli._methods import method_of
from claimtrack.cli._output import FINE, PROBLEMS, say, say_json
from claimtrack.cli._progress import counting
from claimtrack.errors.failures import WrongUse
from claimtrack.scoring.methods import METHODS
from claimtrack.scoring.protocol import Method
from claimtrack.testing.law import Broken, scorer_of
from claimtrack.testing.laws import METHOD_LAWS
from claimtrack.testing.matrix import matrix_data, matrix_markdown, matrix_text
from claimtrack.testing.verdict import Verdict, law_of, smallest, verdicts

_MOST_EXAMPLES = 1_000_000


def run(asked: argparse.Namespace) -> int:
    """Print the matrix of methods by laws, or the smallest case that breaks one law."""
    if not 1 <= asked.examples <= _MOST_EXAMPLES:
        raise WrongUse(reason=f"--examples is {asked.examples}; expected 1 to {_MOST_EXAMPLES:,}")
    methods = {name: method_of(name) for name in asked.method or METHODS}
    if asked.show is not None:
        return _shown(methods, asked)
    found: dict[str, tuple[Verdict, ...]] = {}
    with counting("trying laws", len(methods) * len(METHOD_LAWS)) as one_more:
        for name, method in methods.items():
            found[name] = tuple(_each(verdicts(method, examples=asked.examples), one_more))
    if asked.format == "json":
        say_json(matrix_data(found, asked.examples))
    else:
        say((matrix_markdown if asked.format == "markdown" else matrix_text)(found, asked.examples))
    return PROBLEMS if any(verdict.fails for row in found.values() for verdict in row) else FINE


def _each(found: Iterator[Verdict], one_more: Callable[[], None]) -> Iterator[Verdict]:
    for verdict in found:
        one_more()
        yield verdict


def _shown(methods: dict[str, Method], asked: argparse.Namespace) -> int:
    law = law_of(asked.show)
    cases = {name: smallest(law, scorer_of(method), examples=asked.examples) for name, method in methods.items()}
    if asked.format == "json":
        say_json({"law": law.name, "says": law.says, "broken": {name: _text(case) for name, case in cases.items()}})
        return FINE
    for name, case in cases.items():
        kept = f"none of {asked.examples:,} cases breaks “{law.name}”: {law.says}"
        say(f"{name}: {kept if case is None else _text(case)}\n")
    return FINE


def _text(case: Broken | None) -> str | None:
    return None if case is None else str(case)
