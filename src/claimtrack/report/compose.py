"""From an explanation to a report: what readers need first comes first."""

from collections import Counter
from collections.abc import Iterable

from claimtrack.explaining import Account, Explanation, counted, name_of, quoted
from claimtrack.formats import casebook_digest
from claimtrack.network import Network
from claimtrack.report.annex import annex
from claimtrack.report.report import WEIGHTS, Bullets, Paragraph, Report, Section, Table
from claimtrack.scoring import Assessment, Counts
from claimtrack.values.words import per_cent

__all__ = ["compose"]

_MOST_ASKS = 5
_MOST_KEY = 12
_NOTABLE = 0.0005


def compose(explanation: Explanation, *, published: Assessment | None = None) -> Report:
    """Compose a report.

    Args:
        explanation: what to report.
        published: the assessment of the public projection; an internal report shows both scores where they
            differ.

    Cost: linear in the explanation.
    """
    network = explanation.assessment.network
    sections = [
        _bottom_line(explanation),
        _key_judgments(explanation),
        _not_established(network),
        _ask_next(explanation),
        *_both_scores(explanation, published),
        *_rivals(explanation),
        *_why(explanation),
        _all_claims(explanation),
        *annex(explanation),
    ]
    return Report(
        title=network.casebook.title or "Untitled casebook",
        audience=network.casebook.audience,
        digest=casebook_digest(network.casebook),
        sections=tuple(section for section in sections if section.blocks),
    )


def _key_claims(explanation: Explanation) -> list[str]:
    """The rivals of the questions; where there is no question, the first claims."""
    accounts = explanation.accounts
    rivals = [name for question in explanation.assessment.network.casebook.questions for name in question.claims]
    return rivals or list(accounts)[:_MOST_KEY]


def _bottom_line(explanation: Explanation) -> Section:
    network = explanation.assessment.network
    lines = []
    for question in network.casebook.questions:
        accounts = sorted(
            (explanation.accounts[claim] for claim in question.claims),
            key=lambda account: -account.score.probability,
        )
        best = accounts[0]
        evidence = any(account.score.unknown < 1.0 for account in accounts)
        tied = len(accounts) > 1 and accounts[1].score.probability >= best.score.probability
        if not evidence or tied:
            lines.append(Paragraph(text=f"{question.text} On what we have, no answer leads."))
        else:
            text = f"{question.text} Best supported: {quoted(best.score.claim.text)} ({best.lead})."
            lines.append(Paragraph(text=text))
    return Section(title="Bottom line", blocks=(*lines, *map(_paragraph, _standing_on(network))))


def _paragraph(text: str) -> Paragraph:
    return Paragraph(text=text)


def _standing_on(network: Network) -> list[str]:
    """So many statements, so few origins; and through whom most of them come."""
    chains = [chain for rows in network.chains.values() for chain in rows]
    if not chains:
        return ["No statement stands in this casebook."]
    origins = {chain.statement.origin for chain in chains}
    sure = {chain.statement.origin for chain in chains if chain.established is not None}
    if not sure:
        known = "independence is not established for any of them"
    elif sure == origins:
        known = "it is established" if len(origins) == 1 else "all of them are established"
    else:
        known = f"independence is established for only {len(sure)} of them"
    lines = [
        f"Everything here rests on {counted(len(chains), 'statement')} from {counted(len(origins), 'origin')}; {known}."
    ]
    passed = Counter(source for chain in chains for source in chain.path)
    most = max(passed.values())
    for source in sorted(name for name, count in passed.items() if count == most and 2 * count > len(chains) > 1):
        share = "All" if most == len(chains) else f"{most} of {len(chains)}"
        lines.append(f"{share} of these statements reach us from or through one source: {name_of(network, source)}.")
    return lines


def _key_judgments(explanation: Explanation) -> Section:
    items = [item for claim in _key_claims(explanation) for item in _judgment(explanation.accounts[claim])]
    return Section(title="Key judgments", blocks=(Bullets(items=tuple(items)),) if items else ())


def _judgment(account: Account) -> Iterable[str]:
    score = account.score
    yield f"{quoted(score.claim.text)}: {account.lead}. {account.ground} Status: {score.status}. {account.confidence}"


def _not_established(network: Network) -> Section:
    """For each origin, the claims on which nothing shows that it speaks from itself."""
    claims: dict[str, dict[str, None]] = {}
    lineages: dict[str, dict[str, None]] = {}
    for rows in network.chains.values():
        for chain in rows:
            if chain.established is None:
                origin = chain.statement.origin
                claims.setdefault(origin, {})[chain.statement.claim] = None
                lineages.setdefault(origin, {})[_LINEAGES.get(chain.statement.lineage, "")] = None
    items = tuple(
        f"{name_of(network, origin)}, on {counted(len(rows), 'claim')}: {'; '.join(k for k in lineages[origin] if k)}."
        for origin, rows in claims.items()
    )
    return Section(title="What is not established", blocks=(Bullets(items=items),) if items else ())


_LINEAGES = {
    "unknown": "how it is known is not said",
    "told": "told by somebody else",
    "deduced": "deduced, not seen",
}


def _ask_next(explanation: Explanation) -> Section:
    items = tuple(ask.text for ask in explanation.asks[:_MOST_ASKS])
    return Section(title="Whom to ask next", blocks=(Bullets(items=items, numbered=True),) if items else ())


def _both_scores(explanation: Explanation, published: Assessment | None) -> list[Section]:
    if published is None:
        return []
    rows = []
    for claim, account in explanation.accounts.items():
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
    sections = []
    for question in network.casebook.questions:
        rows = []
        for claim in question.claims:
            score = explanation.accounts[claim].score
            counts = score.counts
            rows.append(
                (
                    score.claim.text,
                    per_cent(score.prior),
                    per_cent(score.probability),
                    score.word,
                    f"{counts.origins_for} ({counts.established_for} established)",
                    f"{counts.origins_against} ({counts.established_against} established)",
                )
            )
        family = network.families[question.claims[0]]
        left = 1.0 - sum(explanation.accounts[claim].score.probability for claim in question.claims)
        if family.none_of_these:
            rows.append(("None of these", per_cent(family.none_of_these), per_cent(max(left, 0.0)), "", "", ""))
        headings = ("Answer", "Before", "Now", "Likelihood", "Origins for", "Origins against")
        sections.append(
            Section(
                title="Rivals side by side",
                blocks=(Paragraph(text=question.text), Table(headings=headings, rows=tuple(rows))),
            )
        )
    return sections


def _why(explanation: Explanation) -> list[Section]:
    keys = [name for name in _key_claims(explanation) if explanation.accounts[name].score.counts.statements]
    if not keys:
        return []
    head = Section(title="Why", blocks=(Paragraph(text=WEIGHTS),))
    parts = [
        Section(
            title=explanation.accounts[name].score.claim.text,
            level=2,
            blocks=(Bullets(items=tuple(reason.text for reason in explanation.accounts[name].reasons), numbered=True),),
        )
        for name in keys
    ]
    return [head, *parts]


def _all_claims(explanation: Explanation) -> Section:
    rows = tuple(
        (
            name,
            account.score.claim.text,
            f"{account.score.word}, {per_cent(account.score.probability)}",
            " / ".join(str(count) for count in _three(account.score.counts)),
            account.score.status,
        )
        for name, account in explanation.accounts.items()
    )
    headings = ("Id", "Claim", "Likelihood", "Basis", "Status")
    blocks = (
        Paragraph(text="Basis: statements / origins / established origins."),
        Table(headings=headings, rows=rows),
    )
    return Section(title="All claims", blocks=blocks if rows else ())


def _three(counts: Counts) -> tuple[int, int, int]:
    return counts.statements, counts.origins, counts.established
