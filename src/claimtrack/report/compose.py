"""From an explanation to a report: what readers need first comes first."""

from collections import Counter

from claimtrack.analysis.explanation import LINEAGES, Account, Explanation
from claimtrack.analysis.sentences import name_of
from claimtrack.checks.engine import Findings
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Judgment, Paragraph, Report, Section
from claimtrack.report.charts.bars import zones_of
from claimtrack.report.composed import composed
from claimtrack.report.documents.findings import findings_sections
from claimtrack.report.sections.annex import annex, doubts, note_text
from claimtrack.report.sections.counter_evidence import counter_evidence
from claimtrack.report.sections.detailed_account import asking
from claimtrack.report.sections.summary import body, strip_of
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.status import leading_voices, two_sources
from claimtrack.text.names import mentioning
from claimtrack.text.words import capital, counted, listed, quoted

_MOST_KEY = 12
_EVEN = 0.45


def compose(
    explanation: Explanation, *, published: Assessment | None = None, findings: Findings | None = None
) -> Report:
    """Compose a report.

    Args:
        explanation: what to report.
        published: the assessment of the public projection; an internal report shows both scores where they
            differ.
        findings: what a check of the same assessment found, for a section of its own; with it, what came of checking
            the quotes.

    Cost: linear in the explanation.
    """
    network = explanation.assessment.network
    keys = _key_claims(explanation)
    sections = [
        _bottom_line(explanation),
        _key_judgments(explanation, keys),
        _not_established(network),
        _ask_next(explanation),
        _if_wrong(network, keys),
        *body(explanation, keys, published),
        *doubts(network),
        *(findings_sections(findings) if findings is not None else ()),
        *annex(explanation, None if findings is None else findings.quotes),
    ]
    return composed(network, network.casebook.title or "Untitled casebook", sections)


def _key_claims(explanation: Explanation) -> list[str]:
    """The rivals of the questions; where there is no question, the first claims."""
    rivals = [name for question in explanation.assessment.network.casebook.questions for name in question.claims]
    return rivals or list(explanation.accounts)[:_MOST_KEY]


def _bottom_line(explanation: Explanation) -> Section:
    network = explanation.assessment.network
    lines = [
        _answer(question.text, [explanation.accounts[claim] for claim in question.claims])
        for question in network.casebook.questions
    ]
    return Section(title="Bottom line", blocks=tuple(Paragraph(text=line) for line in (*lines, *_standing_on(network))))


def _answer(question: str, accounts: list[Account]) -> str:
    """Which answer to a question is ahead, if one is."""
    best, *others = sorted(accounts, key=lambda account: -account.score.probability)
    if not any(account.score.estimate.judged for account in accounts):
        return f"{question} Nothing that counts speaks of any answer."
    if others and others[0].score.probability >= best.score.probability:
        return f"{question} On what we have, no answer leads."
    though = "" if best.score.probability >= _EVEN else " It leads the others, and is itself unlikely."
    return f"{question} Best supported: {quoted(best.score.claim.text)} ({best.lead}).{though}"


def _standing_on(network: Network) -> list[str]:
    """So many statements, so few origins; and through whom most of them come."""
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    if not chains:
        return ["No statement stands in this casebook."]
    sure: dict[str, set[bool]] = {}
    for chain in chains:
        sure.setdefault(chain.statement.origin, set()).add(chain.established is not None)
    said = f"Everything here rests on {counted(len(chains), 'statement')} from {counted(len(sure), 'origin')}"
    lines = [f"{said}; {_known(sure)}."]
    passed = Counter(source for chain in chains for source in {chain.statement.origin, *chain.statement.via})
    most = max(passed.values())
    for source in sorted(name for name, count in passed.items() if count == most and 2 * count > len(chains) > 1):
        share = "All" if most == len(chains) else f"{most} of {len(chains)}"
        lines.append(f"{share} of these statements reach us from or through one source: {name_of(network, source)}.")
    return lines


def _known(sure: dict[str, set[bool]]) -> str:
    """For how many origins independence is established, for all that they say or for a part."""
    whole = sum(mine == {True} for mine in sure.values())
    part = sum(len(mine) > 1 for mine in sure.values())
    if whole == len(sure):
        return "it is established" if whole == 1 else "all of them are established"
    says = "says" if part == 1 else "say"
    if whole == 0:
        partly = f"independence is established only for part of what {part} of them {says}"
        return partly if part else "independence is not established for any of them"
    also = f", and for part of what {part} more {says}" if part else ""
    return f"independence is established for only {whole} of them{also}"


def _key_judgments(explanation: Explanation, keys: list[str]) -> Section:
    return Section(title="Key judgments", blocks=tuple(judgment_of(explanation, claim) for claim in keys))


def judgment_of(explanation: Explanation, claim: str) -> Judgment:
    """What is judged of one claim; likelihood and confidence on lines of their own."""
    account = explanation.accounts[claim]
    score = account.score
    met, why = two_sources(leading_voices(score.estimate), explanation.assessment.network)
    judged = (f"Two-source rule: {'met' if met else 'not met'}; {why}.", counter_evidence(explanation, claim))
    return Judgment(
        claim=score.claim.text,
        lead=f"{capital(account.lead)}; bounds {per_cent(score.low)} to {per_cent(score.high)}.",
        strip=strip_of(score, zones_of(explanation.assessment.words)),
        lines=(
            *account.ground,
            *(judged if score.estimate.judged else ()),
            f"Status: {score.status}.",
            account.confidence,
        ),
    )


def _not_established(network: Network) -> Section:
    """For each origin, the claims on which nothing shows that it speaks from itself."""
    claims: dict[str, dict[str, None]] = {}
    lineages: dict[str, dict[str, None]] = {}
    for claim in network.families:
        for chain in network.chains[claim]:
            if chain.established is None:
                origin = chain.statement.origin
                claims.setdefault(origin, {})[claim] = None
                lineages.setdefault(origin, {})[LINEAGES.get(chain.statement.lineage, "")] = None
    items = tuple(
        f"{capital(name_of(network, origin))}, on {counted(len(rows), 'claim')}: "
        f"{'; '.join(filter(None, lineages[origin]))}."
        for origin, rows in claims.items()
    )
    return Section(title="What is not established", blocks=(Bullets(items=items),) if items else ())


def _ask_next(explanation: Explanation) -> Section:
    blocks = asking(explanation.assessment.network, explanation.inquiries)
    return Section(title="What to find out next", blocks=blocks)


def _if_wrong(network: Network, keys: list[str]) -> Section:
    """Who is named in the key judgments, and who is harmed if they are wrong: what the desk noted of it."""
    items = [note_text(network, note) for note in network.casebook.notes if note.kind == "harm"]
    tell = mentioning(
        {name: source.id for source in network.sources.values() for name in (source.name, *source.aliases)}
    )
    nobody = not items and network.casebook.audience == "internal"
    for claim in keys[:_MOST_KEY]:
        text = network.claims[claim].text
        told = tell(text)
        if told:
            names = listed(name_of(network, source) for source in network.sources if source in told)
            items.append(f"{quoted(text)} names {names}.")
    if nobody:
        items.append("Nobody has noted who is harmed if a judgment here is wrong: a note of kind “harm” says so.")
    return Section(title="If this is wrong", blocks=(Bullets(items=tuple(items)),) if items else ())
