"""The body of the report: both scores where they differ, rivals side by side, the reasons, and all claims."""

from collections.abc import Sequence

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.model.records import Claim
from claimtrack.network.build import Network
from claimtrack.report.blocks import WEIGHTS, Bullets, Figure, Paragraph, Section, Table
from claimtrack.report.charts.bars import bars_figure
from claimtrack.report.charts.matrix import matrix_figure
from claimtrack.report.charts.pictures import Strip, Zone
from claimtrack.report.charts.provenance import READING, provenance_figure
from claimtrack.report.charts.timeline import timeline_figure
from claimtrack.report.sections.detailed_account import closer_sections, matrix_blocks
from claimtrack.report.sections.sources import sources_section
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment, Score

_NOTABLE = 0.0005
_FEW = 12
_RIVALS = (
    "Of the answers to one question, one is true at most. For and against: how many origins; in brackets, how many of "
    "them are established."
)


def body(explanation: Explanation, keys: Sequence[str], published: Assessment | None) -> list[Section]:
    """The sections between the first page and the annex.

    Args:
        explanation: what to report.
        keys: ids of the claims whose reasons are told; where there are few claims, all are.
        published: the assessment of the public projection, for what differs from it.
    """
    return [
        *_both_scores(explanation, published),
        *_rivals(explanation),
        _shares(explanation, keys),
        *_why(explanation, keys),
        *closer_sections(explanation, keys),
        _all_claims(explanation),
        sources_section(explanation),
        *_ways(explanation.assessment.network, keys),
        _dates(explanation.assessment.network),
    ]


def _both_scores(explanation: Explanation, published: Assessment | None) -> list[Section]:
    if published is None:
        return []
    rows = []
    for claim, account in explanation.accounts.items():
        if not account.score.estimate.judged:
            continue
        mine = account.score.probability
        theirs = published.scores[claim].probability if claim in published.scores else None
        if theirs is None or abs(mine - theirs) > _NOTABLE:
            public = "not in the public casebook" if theirs is None else per_cent(theirs)
            rows.append((account.score.claim.text, per_cent(mine), public))
    if not rows:
        return []
    headings = ("Claim", "On all we have", "On what we can print")
    return [Section(title="What we know and what we can print", blocks=(Table(headings=headings, rows=tuple(rows)),))]


def _rivals(explanation: Explanation) -> list[Section]:
    network = explanation.assessment.network
    if not network.casebook.questions:
        return []
    sections = [Section(title="Rivals side by side", blocks=(Paragraph(text=_RIVALS),))]
    headings = ("Answer", "Before", "Now", "Likelihood", "For (established)", "Against (established)")
    for question in network.casebook.questions:
        rows = [_rival(explanation.accounts[claim]) for claim in question.claims]
        family = network.families[question.claims[0]]
        if family.none_of_these:
            left = 1.0 - sum(explanation.accounts[claim].score.probability for claim in question.claims)
            rows.append(("None of these", per_cent(family.none_of_these), per_cent(max(left, 0.0)), "", "", ""))
        details = explanation.accounts[question.claims[0]].details
        matrix = matrix_blocks(network, details.matrix) if details is not None and details.matrix is not None else ()
        strips = tuple(strip_of(explanation.accounts[claim].score) for claim in question.claims)
        none = (None,) * (len(rows) - len(strips))
        table = Table(headings=headings, rows=tuple(rows), strips=(*strips, *none))
        sections.append(Section(title=question.text, level=2, blocks=(table, *matrix)))
    return sections


def _rival(account: Account) -> tuple[str, ...]:
    score = account.score
    counts = score.counts
    return (
        _labelled(score.claim),
        per_cent(score.prior),
        _bounded(score),
        score.word if score.estimate.judged else "not known",
        f"{counts.origins_for} ({counts.established_for})",
        f"{counts.origins_against} ({counts.established_against})",
    )


def _shares(explanation: Explanation, keys: Sequence[str]) -> Section:
    """Unknown is not disputed: how much of each key claim is believed, disbelieved and not known."""
    scores = [explanation.accounts[claim].score for claim in keys[:_FEW]]
    return Section(title="Believed, disbelieved, not known", blocks=(bars_figure(scores),) if scores else ())


def _ways(network: Network, keys: Sequence[str]) -> list[Section]:
    """Where each key claim comes from, and which origin says what of them."""
    drawn = [(network.claims[claim].text, provenance_figure(network, claim)) for claim in keys[:_FEW]]
    matrix = matrix_figure(network, keys[:_FEW])
    parts = [Section(title=text, level=2, blocks=_figures(figure)) for text, figure in drawn if figure is not None]
    if not parts:
        return []
    return [
        Section(title="Where it comes from", blocks=(*_figures(matrix), Paragraph(text=READING))),
        *parts,
    ]


def _dates(network: Network) -> Section:
    return Section(title="Timeline", blocks=_figures(timeline_figure(network)))


def _figures(figure: Figure | None) -> tuple[Figure, ...]:
    return () if figure is None else (figure,)


def strip_of(score: Score, zones: tuple[Zone, ...] = ()) -> Strip:
    """A score as it is drawn, over the words of its scale where they are given."""
    return Strip(low=score.low, probability=score.probability, high=score.high, zones=zones, word=score.word)


def _bounded(score: Score) -> str:
    """A probability with its bounds; where they are one, alone."""
    now, low, high = (per_cent(number) for number in (score.probability, score.low, score.high))
    return now if low == high else f"{now} ({low.removesuffix('%').strip()} to {high})"


def _labelled(claim: Claim) -> str:
    return f"{claim.text} (a prediction)" if claim.kind == "prediction" else claim.text


def _why(explanation: Explanation, keys: Sequence[str]) -> list[Section]:
    accounts = explanation.accounts
    told = list(accounts) if len(accounts) <= _FEW else [name for name in keys if name in accounts]
    if not told:
        return []
    head = [Paragraph(text=WEIGHTS)]
    if len(told) < len(accounts):
        head.append(
            Paragraph(
                text="These are the reasons of the key judgments. `claimtrack explain FILE ID` gives any other's."
            )
        )
    parts = [
        Section(
            title=accounts[name].score.claim.text,
            level=2,
            blocks=(Bullets(items=tuple(reason.text for reason in accounts[name].reasons), numbered=True),),
        )
        for name in told
    ]
    return [Section(title="Why", blocks=tuple(head)), *parts]


def _all_claims(explanation: Explanation) -> Section:
    rows = tuple(_row(name, account) for name, account in explanation.accounts.items())
    headings = ("Id", "Claim", "Likelihood", "Basis", "Status")
    blocks = (
        Paragraph(text="Basis: statements / origins / established origins."),
        Table(
            headings=headings,
            rows=rows,
            strips=tuple(
                strip_of(account.score) if account.score.estimate.judged else None
                for account in explanation.accounts.values()
            ),
        ),
    )
    return Section(title="All claims", blocks=blocks if rows else ())


def _row(name: str, account: Account) -> tuple[str, ...]:
    score = account.score
    return (
        name,
        _labelled(score.claim),
        f"{score.word}, {_bounded(score)}" if score.estimate.judged else "not known",
        f"{score.counts.statements} / {score.counts.origins} / {score.counts.established}",
        score.status,
    )
