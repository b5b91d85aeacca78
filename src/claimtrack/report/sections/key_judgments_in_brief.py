"""The key judgments in the brief: for each two or three sentences, with the evidence they cite."""

from collections.abc import Mapping, Sequence

from claimtrack.analysis.explanation import Explanation, key_claims
from claimtrack.report.blocks import Section, cite, make_section
from claimtrack.report.grounds import tell_grounds
from claimtrack.report.prose import tell_likelihood, write_range
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.words import capital, counted

_MOST = 4


def write_key_judgments_briefly(explanation: Explanation, numbers: Mapping[str, int]) -> list[Section]:
    """The judgments that matter most, the likeliest answer to each question first.

    Cost: linear in the casebook.
    """
    claims = choose_for_brief(explanation.assessment)
    parts = []
    for claim in claims[:_MOST]:
        score = explanation.accounts[claim].score
        if score.estimate.judged:
            likelihood = tell_likelihood(score.probability, explanation.assessment.words)
            lead = f"{capital(likelihood)} ({write_range(score)}). "
            text = cite(lead, tell_grounds(explanation.assessment, claim, numbers))
        else:
            share = per_cent(score.probability)
            moved = score.probability != score.prior
            text = cite(f"Not known: {f'its rivals leave it {share}' if moved else f'{share} is where it starts'}.")
        parts.append(make_section(score.claim.text, text, level=2))
    left = len(claims) - len(parts)
    more = f"These are {len(parts)} of {counted(len(claims), 'judgment')}." if left else None
    return [make_section("Key judgments", more), *parts] if parts else []


def choose_for_brief(assessment: Assessment) -> Sequence[str]:
    """The claims to judge in a brief: the answers to a question, or the leading answers to several.

    Of a claim and its negation it is the likelier one, since that says all. Without questions they are the claims that
    support no other, and then the rest.
    """
    network, scores = assessment.network, assessment.scores
    questions = network.casebook.questions
    if not questions:
        used = {link.from_claim for link in network.casebook.links}
        return sorted(key_claims(assessment), key=lambda claim: claim in used)
    ranked = [sorted(one.claims, key=lambda claim: -scores[claim].probability) for one in questions]
    if len(ranked) == 1 and not network.families[ranked[0][0]].is_negation:
        return ranked[0]
    return [rivals[0] for rivals in ranked]
