"""What several methods say of the same casebook: claims by method, where they part and why, and where they agree."""

from collections.abc import Iterator, Sequence

from claimtrack.analysis.method_comparison import Divergence, MethodComparison, QuestionComparison
from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Report, Table, make_section
from claimtrack.report.documents.assemble import assemble, encode_fields, title_of
from claimtrack.report.sheet import DataTable, table_of
from claimtrack.scales.words import per_cent
from claimtrack.scoring.methods.summaries import SUMMARIES
from claimtrack.scoring.protocol import tell_method
from claimtrack.text.canonical_json import json_text
from claimtrack.text.words import listed, quoted

_HEAD = (
    "The first method is the one that the others are held against. A law is named where its breach explains the "
    "difference: without what the law is about the two would say the same."
)
_NOWHERE = "Nowhere: every method puts the same answer first. Their probabilities still differ."
_MOST = 20
"""How many of the claims that all methods agree on are listed."""


def compose_comparison(comparison: MethodComparison) -> Report:
    """Compose the claims by method, where the methods part and why, and where they agree."""
    network, assessments = comparison.network, comparison.assessments
    names = list(assessments)
    apart = [verdict for verdict in comparison.verdicts if not verdict.agreed]
    numbers = [f"({place})" for place in range(1, len(names) + 1)]
    rows = tuple(
        (network.claims[claim].text, *(per_cent(one.scores[claim].probability) for one in assessments.values()))
        for claim in network.families
    )
    methods = Table(
        headings=("No.", "Method", "What it does"),
        rows=tuple((number, name, SUMMARIES.get(name, "")) for number, name in zip(numbers, names, strict=True)),
    )
    table = Table(headings=("Claim", *numbers), rows=rows)
    parting = tuple(_where_they_part(network, apart, names[0])) or (_NOWHERE,)
    sections = [
        make_section("The methods", methods),
        make_section("Claims by method", table),
        make_section("Where they part", _HEAD, *parting),
        make_section("Where they agree", Bullets(items=tuple(_where_they_agree(comparison)))),
    ]
    return assemble(network, f"Second opinions: {title_of(network)}", sections)


def _where_they_part(network: Network, verdicts: Sequence[QuestionComparison], first: str) -> Iterator[Block]:
    """What the methods say where they part, and which broken law explains it; claims that are alike go together."""
    alike: dict[tuple[object, ...], list[QuestionComparison]] = {}
    for verdict in verdicts:
        lone = len(verdict.claims) == 1
        said = tuple(_says(network, verdict, name) for name in verdict.leading) if lone else verdict.claims
        alike.setdefault((lone, said, tuple(verdict.causes.items())), []).append(verdict)
    for group in alike.values():
        verdict = group[0]
        yield Paragraph(text=f"{_subject(network, group)} {_says(network, verdict, first)} says {first}.")
        yield Bullets(items=tuple(_others(network, verdict, first)))


def _others(network: Network, verdict: QuestionComparison, first: str) -> Iterator[str]:
    """What the methods that part from the first say, and why."""
    groups: dict[str, list[str]] = {}
    for name, leading in verdict.leading.items():
        if leading != verdict.leading[first]:
            groups.setdefault(leading, []).append(name)
    for names in groups.values():
        yield f"{_says(network, verdict, names[0])} {'say' if len(names) > 1 else 'says'} {listed(names)}."
        yield from (f"{name}: {_why(verdict.causes[name], first)}." for name in names)


def _why(causes: Sequence[Divergence], first: str) -> str:
    laws = [f"it breaks “{cause.law}” ({cause.reason.removesuffix('.')})" for cause in causes if cause.law]
    if laws:
        return "; ".join(laws)
    unlooked = [cause.reason for cause in causes]
    if unlooked:
        return f"no law, but without {' or '.join(unlooked)} {first} says the same"
    return "no law that it declares to break explains this alone"


def _subject(network: Network, verdicts: Sequence[QuestionComparison]) -> str:
    question = network.families[verdicts[0].claims[0]].question
    if question is not None:
        return question.text
    texts = [quoted(network.claims[verdict.claims[0]].text) for verdict in verdicts]
    return f"Is it so that {texts[0]}?" if len(texts) == 1 else f"Are these so: {listed(texts)}?"


def _says(network: Network, verdict: QuestionComparison, name: str) -> str:
    """What a method says, in words."""
    leading = verdict.leading[name]
    if leading == "level":
        return "No answer leads," if len(verdict.claims) > 1 else "It is as likely as not,"
    if len(verdict.claims) == 1:
        return "Likelier than not," if leading == verdict.claims[0] else "Less likely than not,"
    return f"{quoted(network.claims[leading].text)},"


def _where_they_agree(comparison: MethodComparison) -> Iterator[str]:
    """The answer that all methods put first, question by question; claims of which all say the same go together."""
    network = comparison.network
    alike: dict[str, list[QuestionComparison]] = {}
    for verdict in comparison.verdicts:
        if verdict.agreed:
            said = _says(network, verdict, next(iter(verdict.leading))).removesuffix(",")
            if len(verdict.claims) > 1:
                yield f"{_subject(network, [verdict])} {said}."
            else:
                alike.setdefault(said, []).append(verdict)
    for said, verdicts in alike.items():
        yield f"{said}: {listed((quoted(network.claims[one.claims[0]].text) for one in verdicts), most=_MOST)}."


COMPARISON_COLUMNS = ("claim", "text", "question", "method", "probability", "low", "high", "word")
"""The columns of a comparison as data."""


def tabulate_comparison(comparison: MethodComparison) -> DataTable:
    """The scores by several methods as data, one row for each claim and method.

    Cost: linear in claims times methods.
    """
    network = comparison.network
    rows = (
        {
            "claim": claim,
            "text": network.claims[claim].text,
            "question": None if family.question is None else family.question.id,
            "method": name,
            **encode_fields(one.scores[claim], "probability", "low", "high", "word"),
        }
        for claim, family in network.families.items()
        for name, one in comparison.assessments.items()
    )
    return table_of(COMPARISON_COLUMNS, rows)


def render_comparison_json(comparison: MethodComparison) -> str:
    """Render the scores by method, which are the rows of the table, and what follows from them as JSON."""
    network, assessments = comparison.network, comparison.assessments
    return json_text(
        {
            "audience": network.casebook.audience,
            "casebook": {"title": network.casebook.title, "digest": casebook_digest(network.casebook)},
            "methods": {name: tell_method(one.method, network.casebook) for name, one in assessments.items()},
            "scores": tabulate_comparison(comparison).as_records(),
            "verdicts": [encode_fields(one, "claims", "leading", "agreed", "causes") for one in comparison.verdicts],
        }
    )
