"""Second opinions as a small report, and as data: claims by method, where they agree, where not, and why."""

from collections.abc import Iterator, Sequence

from claimtrack.analysis.method_comparison import Divergence, MethodComparison, QuestionComparison
from claimtrack.io.casebooks import casebook_digest
from claimtrack.network.build import Network
from claimtrack.report.blocks import Block, Bullets, Paragraph, Report, Section, Table
from claimtrack.report.composed import composed
from claimtrack.scales.words import per_cent
from claimtrack.text.canonical_json import JsonValue, json_text
from claimtrack.text.words import listed, quoted

_HEAD = (
    "The first method is the one that the others are held against. A law is named where its breach explains the "
    "difference: without what the law is about the two would say the same."
)
_MOST = 20
"""So many claims that all methods agree on are told one by one."""


def compose_comparison(comparison: MethodComparison) -> Report:
    """Compose the claims by method, where the methods part and why, and where they agree."""
    network = comparison.network
    names = list(comparison.assessments)
    apart = [verdict for verdict in comparison.verdicts if not verdict.agreed]
    agreed = [verdict for verdict in comparison.verdicts if verdict.agreed]
    rows = tuple(
        (
            network.claims[claim].text,
            *(per_cent(found.scores[claim].probability) for found in comparison.assessments.values()),
        )
        for claim in network.families
    )
    numbers = [f"({place})" for place in range(1, len(names) + 1)]
    legend = Paragraph(text=f"{'; '.join(f'{number} {name}' for number, name in zip(numbers, names, strict=True))}.")
    none = Paragraph(text="Nowhere: all methods say the same of every question and claim.")
    blocks: tuple[Block, ...] = tuple(_parted(network, apart, names[0])) or (none,)
    sections = [
        Section(
            title="Claims by method", blocks=(legend, Table(headings=("Claim", *numbers), rows=rows)) if rows else ()
        ),
        Section(title="Where they part", blocks=(Paragraph(text=_HEAD), *blocks)),
        Section(title="Where they agree", blocks=_bullets([_agreed(network, verdict) for verdict in agreed])),
    ]
    return composed(network, f"Second opinions: {network.casebook.title or 'Untitled casebook'}", sections)


def _bullets(items: list[str]) -> tuple[Bullets, ...]:
    if len(items) > _MOST:
        items = [*items[:_MOST], f"and {len(items) - _MOST} more."]
    return (Bullets(items=tuple(items)),) if items else ()


def _parted(network: Network, verdicts: Sequence[QuestionComparison], first: str) -> Iterator[Block]:
    """What the methods say where they part, and which broken law explains it; lone claims that are alike at once."""
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
    """What the methods say that stand apart, and why."""
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


def _agreed(network: Network, verdict: QuestionComparison) -> str:
    name = next(iter(verdict.leading))
    return f"{_subject(network, [verdict])} {_says(network, verdict, name).removesuffix(',')}."


def render_comparison(comparison: MethodComparison) -> str:
    """The scores by method and what follows from them, as JSON."""
    network = comparison.network
    return json_text(
        {
            "audience": network.casebook.audience,
            "casebook": {"title": network.casebook.title, "digest": casebook_digest(network.casebook)},
            "methods": {name: repr(found.method) for name, found in comparison.assessments.items()},
            "claims": {
                claim: {
                    name: {
                        "probability": found.scores[claim].probability,
                        "low": found.scores[claim].low,
                        "high": found.scores[claim].high,
                        "word": found.scores[claim].word,
                    }
                    for name, found in comparison.assessments.items()
                }
                for claim in network.families
            },
            "verdicts": [_verdict(verdict) for verdict in comparison.verdicts],
        }
    )


def _verdict(verdict: QuestionComparison) -> dict[str, JsonValue]:
    return {
        "claims": list(verdict.claims),
        "leading": dict(verdict.leading),
        "agreed": verdict.agreed,
        "causes": {
            name: [{"law": cause.law, "reason": cause.reason} for cause in causes]
            for name, causes in verdict.causes.items()
        },
    }
