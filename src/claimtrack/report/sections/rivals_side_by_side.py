"""Rivals side by side: the answers to each question, and the evidence by rival."""

from collections.abc import Iterator

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.hypothesis_matrix import HypothesisMatrix
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Paragraph, Section, Table, make_section
from claimtrack.report.charts.strip import strip_of
from claimtrack.report.prose import label_claim, write_bounds
from claimtrack.scales.words import per_cent
from claimtrack.text.words import capital, quoted

_HEAD = (
    "At most one answer to a question is true. For and against: how many origins; in brackets, how many of them are "
    "established."
)
_LEGEND = (
    "C: consistent, I: inconsistent, N: neutral; CC and II from twice the odds. Bits: how far the evidence of one "
    "origin, alone, sets the answers apart. *: without this origin the answers would stand in another order."
)


def write_rivals_side_by_side(explanation: Explanation) -> list[Section]:
    """The answers to each question in a table, with the matrix of evidence where the question was looked at closely."""
    network = explanation.assessment.network
    sections = [make_section("Rivals side by side", _HEAD)]
    for question in network.casebook.questions:
        accounts = [explanation.accounts[claim] for claim in question.claims]
        rows = [*map(_row, accounts)]
        strips = [strip_of(account.score) for account in accounts]
        none_of_these = network.families[question.claims[0]].none_of_these
        if none_of_these:
            left = max(1.0 - sum(account.score.probability for account in accounts), 0.0)
            rows.append(("None of these", per_cent(none_of_these), per_cent(left), "", "", ""))
        table = Table(
            headings=("Answer", "Before", "Now", "Likelihood", "For (established)", "Against (established)"),
            rows=tuple(rows),
            strips=(*strips, None) if none_of_these else tuple(strips),
        )
        details = next((account.details for account in accounts if account.details is not None), None)
        matrix = tabulate_matrix(network, details.matrix) if details is not None and details.matrix is not None else ()
        sections.append(make_section(question.text, table, *matrix, level=2))
    return sections if network.casebook.questions else []


def _row(account: Account) -> tuple[str, ...]:
    score, counts = account.score, account.score.counts
    return (
        label_claim(score.claim),
        per_cent(score.prior),
        write_bounds(score),
        score.word if score.estimate.judged else "not known",
        _origins(counts.origins_for, counts.established_for, counts.linked_for),
        _origins(counts.origins_against, counts.established_against, counts.linked_against),
    )


def _origins(heard: int, established: int, linked: int) -> str:
    return f"{heard} ({established})" + (f", {linked} over links" if linked else "")


def tabulate_matrix(network: Network, matrix: HypothesisMatrix) -> tuple[Block, ...]:
    """The evidence by rival, folded by origin, the most diagnostic first."""
    rows = tuple(_matrix_rows(network, matrix))
    if not rows:
        return ()
    letters = tuple(f"({chr(ord('a') + place)})" for place in range(len(matrix.rivals)))
    rivals = "; ".join(
        f"{letter} {quoted(network.claims[rival].text)}" for letter, rival in zip(letters, matrix.rivals, strict=True)
    )
    return (
        Paragraph(text=f"{rivals}. {_LEGEND}"),
        Table(headings=("Evidence, by origin", *letters, "Bits"), rows=rows),
    )


def _matrix_rows(network: Network, matrix: HypothesisMatrix) -> Iterator[tuple[str, ...]]:
    for row in matrix.rows:
        name = f"{capital(name_of(network, row.origin))}{' *' if row.decides else ''}"
        yield (
            name,
            *(HypothesisMatrix.reading(row.cells[rival]) for rival in matrix.rivals),
            f"{row.diagnosticity:.1f}",
        )
        for item in row.items:
            text = quoted(network.claims[item.claim].text)
            label = f"– {text}" if item.link is None else f"– {text} ({item.link})"
            yield (label, *(HypothesisMatrix.reading(item.cells[rival]) for rival in matrix.rivals), "")
