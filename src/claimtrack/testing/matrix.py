"""The matrix of methods by laws, as text, Markdown and data."""

from collections.abc import Mapping, Sequence

from claimtrack.report.render.text import lay_out_table
from claimtrack.testing.verdict import Verdict

LawMatrix = Mapping[str, Sequence[Verdict]]
"""For each method its verdicts, in the order of the laws."""


_SIGNS = {"kept": "+", "broken": "-", "not applicable": "."}


def word_of(verdict: Verdict) -> str:
    """A verdict in a word; in capitals where a law is broken without an excuse, or an excuse is stale."""
    return verdict.word.upper() if verdict.fails else verdict.word


def matrix_text(matrix: LawMatrix, examples: int) -> str:
    """The matrix for a terminal, one sign per cell, followed by what each method breaks and why, and what fails."""
    rows = [
        (row[0].law.name, *("!" if verdict.fails else _SIGNS[verdict.word] for verdict in row))
        for row in zip(*matrix.values(), strict=True)
    ]
    numbers = [str(place) for place in range(1, len(matrix) + 1)]
    lines = [*(f"{number} {name}" for number, name in zip(numbers, matrix, strict=True)), ""]
    lines += ["+ kept, - broken as the method says, . not applicable, ! failing", ""]
    lines += [lay_out_table(("Law", *numbers), rows), ""]
    for name, row in matrix.items():
        reasons = _reasons(row)
        broken = [f"  {', '.join(laws)}: {reason}" for reason, laws in reasons.items()]
        lines += [f"{name} breaks{'' if reasons else ' no law'}", *broken, ""]
    for name, row in matrix.items():
        untried = [f"  {', '.join(laws)}: {because}" for because, laws in _untried(row).items()]
        lines += [f"{name}: not applicable", *untried, ""] if untried else []
    lines.append(f"Each law was tried on {examples:,} cases; {_summary(matrix)}.")
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


def _reasons(row: Sequence[Verdict]) -> dict[str, list[str]]:
    """The laws that a method breaks, by the reason."""
    found: dict[str, list[str]] = {}
    for verdict in row:
        if verdict.word == "broken":
            found.setdefault(verdict.reason or "it does not say why.", []).append(verdict.law.name)
    return found


def _untried(row: Sequence[Verdict]) -> dict[str, list[str]]:
    """The laws that say nothing of a method, by the reason."""
    found: dict[str, list[str]] = {}
    for verdict in row:
        if verdict.because is not None:
            found.setdefault(verdict.because, []).append(verdict.law.name)
    return found


def matrix_markdown(matrix: LawMatrix, examples: int) -> str:
    """The matrix as a table in Markdown, and what each method breaks and why."""
    numbers = [str(place) for place in range(1, len(matrix) + 1)]
    lines = [f"{number}. `{name}`" for number, name in zip(numbers, matrix, strict=True)]
    words = [(row[0].law.name, *map(word_of, row)) for row in zip(*matrix.values(), strict=True)]
    lines += ["", *_table(("law", *numbers), words)]
    lines += ["", f"Each law was tried on {examples:,} cases; {_summary(matrix)}.", ""]
    rows = [
        (f"`{name}`", ", ".join(laws), reason) for name, row in matrix.items() for reason, laws in _reasons(row).items()
    ]
    lines += _table(("method", "breaks", "because"), rows)
    rows = [
        (f"`{name}`", ", ".join(laws), because)
        for name, row in matrix.items()
        for because, laws in _untried(row).items()
    ]
    lines += ["", *_table(("method", "not applicable", "because"), rows)] if rows else []
    return "\n".join(lines) + "\n"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """A table in Markdown."""
    cells = [head, ("---",) * len(head), *rows]
    return [f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |" for row in cells]


def matrix_data(matrix: LawMatrix, examples: int) -> dict[str, object]:
    """The matrix as plain data."""
    return {
        "examples": examples,
        "methods": {
            name: {
                verdict.law.name: {
                    "verdict": verdict.word,
                    "reason": verdict.reason,
                    "because": verdict.because,
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


def _summary(matrix: LawMatrix) -> str:
    every = [verdict for row in matrix.values() for verdict in row]
    failing = sum(verdict.fails for verdict in every)
    kept = sum(verdict.word == "kept" for verdict in every)
    broken = sum(verdict.word == "broken" for verdict in every)
    return f"{kept} kept, {broken} broken, {len(every) - kept - broken} not applicable, {failing} failing"
