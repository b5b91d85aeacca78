"""The matrix of methods by laws, as text, Markdown and data."""

from collections.abc import Mapping, Sequence

from claimtrack.report import table_text
from claimtrack.testing.judging import Verdict

__all__ = ["matrix_data", "matrix_markdown", "matrix_text", "word_of"]

Matrix = Mapping[str, Sequence[Verdict]]
"""For each method its verdicts, in the order of the laws."""


def word_of(verdict: Verdict) -> str:
    """A verdict in words.

    A break that the method declares comes with its reason; one that it does not declare, and an excuse that no longer
    holds, are said to be so.
    """
    if verdict.word == "broken":
        return f"broken: {verdict.reason}" if verdict.reason else "BROKEN, and not declared"
    return f"excused and {verdict.word.upper()}: {verdict.reason}" if verdict.reason else verdict.word


def matrix_text(matrix: Matrix, examples: int) -> str:
    """The matrix for a terminal, and what fails below it."""
    table = table_text(("Law", *matrix), _rows(matrix))
    lines = [table, f"Each law was tried on {examples:,} cases; {_summary(matrix)}."]
    failing = [(name, verdict) for name, row in matrix.items() for verdict in row if verdict.fails]
    for name, verdict in failing:
        law = verdict.law
        lines.append(f"{name}: {law.name}: {law.says}.")
        if verdict.broken is not None:
            lines.append(f"  seen: {verdict.broken.seen}")
            lines.append(f'  claimtrack laws --method {name} --show "{law.name}" shows a casebook.')
        else:
            lines.append("  It is excused, and no case broke it: take the excuse away.")
    return "\n".join(lines) + "\n"


def matrix_markdown(matrix: Matrix, examples: int) -> str:
    """The matrix as a table in Markdown."""
    rows = [("law", *matrix), ("---",) * (len(matrix) + 1), *_rows(matrix)]
    lines = [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in rows]
    return "\n".join([*lines, "", f"Each law was tried on {examples:,} cases; {_summary(matrix)}."]) + "\n"


def matrix_data(matrix: Matrix, examples: int) -> dict[str, object]:
    """The matrix as plain data."""
    return {
        "examples": examples,
        "methods": {
            name: {
                verdict.law.name: {
                    "verdict": verdict.word,
                    "reason": verdict.reason,
                    "fails": verdict.fails,
                    "met": verdict.met,
                    "seen": None if verdict.broken is None else verdict.broken.seen,
                }
                for verdict in row
            }
            for name, row in matrix.items()
        },
        "laws": {verdict.law.name: verdict.law.says for row in list(matrix.values())[:1] for verdict in row},
    }


def _rows(matrix: Matrix) -> list[tuple[str, ...]]:
    return [(row[0].law.name, *map(word_of, row)) for row in zip(*matrix.values(), strict=True)]


def _summary(matrix: Matrix) -> str:
    every = [verdict for row in matrix.values() for verdict in row]
    failing = sum(verdict.fails for verdict in every)
    kept = sum(verdict.word == "kept" for verdict in every)
    broken = sum(verdict.word == "broken" for verdict in every)
    return f"{kept} kept, {broken} broken, {len(every) - kept - broken} not applicable, {failing} failing"
