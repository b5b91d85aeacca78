"""The evidence by answer: how each origin sets the answers to a question apart."""

from collections.abc import Iterator

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.hypothesis_matrix import HypothesisMatrix
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Paragraph, Section, Table, make_section
from claimtrack.report.prose import letters_of, write_legend
from claimtrack.text.words import capital, quoted

LEGEND = (
    "C: consistent, I: inconsistent, N: neutral; CC and II from twice the odds. Bits: how far the evidence of one "
    "origin, alone, sets the answers apart. *: without this origin the answers would stand in another order."
)
"""How to read the table."""


def write_evidence_by_answer(explanation: Explanation) -> list[Section]:
    """The evidence on the answers to each question that was looked at closely."""
    network = explanation.assessment.network
    parts = []
    for question in network.casebook.questions:
        looked_at = (explanation.accounts[claim].details for claim in question.claims)
        details = next((one for one in looked_at if one is not None), None)
        if details is not None and details.matrix is not None:
            parts.append(make_section(question.text, *tabulate_matrix(network, details.matrix), level=2))
    filled = [part for part in parts if part.blocks]
    return [make_section("The evidence by answer", LEGEND), *filled] if filled else []


def tabulate_matrix(network: Network, matrix: HypothesisMatrix) -> tuple[Block, ...]:
    """The evidence by rival, folded by origin, the most diagnostic first."""
    rows = tuple(_matrix_rows(network, matrix))
    if not rows:
        return ()
    letters = letters_of(matrix.rivals)
    return (
        Paragraph(text=write_legend(network, letters)),
        Table(headings=("Evidence, by origin", *letters.values(), "Bits"), rows=rows),
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
            yield (f"– {text}", *(HypothesisMatrix.reading(item.cells[rival]) for rival in matrix.rivals), "")
