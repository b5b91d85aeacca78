"""The bottom line: which answer to each question leads, and how few origins everything rests on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from claimtrack.analysis.explanation import Explanation
from claimtrack.analysis.sentences import name_of, tell_counts
from claimtrack.network.build import Network
from claimtrack.report.blocks import Section, make_section
from claimtrack.report.charts.answers import chart_answers
from claimtrack.report.quotable import mention, quote_judgment
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import EVEN, per_cent
from claimtrack.scoring.assessment import Score
from claimtrack.scoring.counts import counts_of_case
from claimtrack.text.words import counted, listed

_MOST_QUESTIONS, _MOST_MORE, _MOST_RIVALS, _MOST_ALONE = 2, 4, 6, 3
"""How many questions have a table of their answers, how many more a sentence; how many answers a table has; and of how
many claims without a question each is quoted."""


def write_bottom_line(explanation: Explanation) -> list[Section]:
    """Which answer to each question leads, and on how few origins everything rests.

    Cost: linear in the casebook.
    """
    network, scores = explanation.assessment.network, explanation.assessment.scores
    questions, words = network.casebook.questions, explanation.assessment.words
    rests = tuple(_everything_rests_on(network))
    if not questions:
        return [make_section("Bottom line", *_without_questions(list(scores.values()), words), *rests)]
    sections = []
    for place, question in enumerate(questions[:_MOST_QUESTIONS]):
        rivals = [scores[claim] for claim in question.claims]
        sentences = (*_answer(rivals, words), *(() if place else rests))
        sections.append(
            make_section(
                question.text, *sentences, chart_answers(explanation.assessment, question.id, most=_MOST_RIVALS)
            )
        )
    more = questions[_MOST_QUESTIONS:]
    if more:
        told = [
            f"{question.text} {' '.join(_answer([scores[claim] for claim in question.claims], words))}"
            for question in more[:_MOST_MORE]
        ]
        left = len(more) - len(told)
        rest = f"{counted(left, 'more question')} {'is' if left == 1 else 'are'} answered in the full report."
        sections.append(make_section("Other questions", *told, rest if left else None))
    return sections


def _without_questions(scores: Sequence[Score], words: LikelihoodScale) -> Iterator[str]:
    """The judgments of a few claims, or how many of many claims are likelier than not."""
    if not scores:
        yield "There is no claim here that could be judged."
    elif len(scores) <= _MOST_ALONE:
        yield from (quote_judgment(score, words) for score in scores)
    else:
        judged = [score for score in scores if score.estimate.judged]
        likelier = sum(score.probability > EVEN for score in judged)
        some = f"Of {len(scores)} claims, {likelier} {'is' if likelier == 1 else 'are'}"
        said = f"{f'All {likelier} claims are' if likelier == len(scores) else some} likelier than not"
        unknown = len(scores) - len(judged)
        yield f"{said}; of {unknown} nothing is known." if unknown else f"{said}."


def _answer(rivals: Sequence[Score], words: LikelihoodScale) -> Iterator[str]:
    """Which answer to a question leads, if one does."""
    best, *others = sorted(rivals, key=lambda score: -score.probability)
    if not any(score.estimate.judged for score in rivals):
        yield "Not known: nothing speaks of any answer."
    elif others and others[0].probability >= best.probability:
        tied = sum(score.probability >= best.probability for score in rivals)
        yield f"No answer leads: {tied} stand at {per_cent(best.probability)} each."
    elif not best.estimate.judged:
        yield f"{mention(best.claim.text)} has {per_cent(best.probability)} only because its rivals have less."
    else:
        more = "; no other answer is likelier." if best.probability < EVEN else "."
        yield f"{quote_judgment(best, words).removesuffix('.')}{more}"


def _everything_rests_on(network: Network) -> Iterator[str]:
    """How many statements there are from how few origins, and through whom most of them come."""
    counts = counts_of_case(network)
    if not counts.statements:
        yield "No statement stands in this casebook."
        return
    told = tell_counts(counts)
    if counts.partly:
        told = (
            f"{told.removesuffix('.')}, though not in all that {'it says' if counts.established == 1 else 'they say'}."
        )
    yield f"Everything here rests on {told}"
    chains = [chain for claim in network.families for chain in network.chains[claim]]
    passing = Counter(source for chain in chains for source in {chain.statement.origin, *chain.statement.relays})
    most = max(passing.values())
    names = sorted(name for name, count in passing.items() if count == most and 2 * count > len(chains) > 1)
    if names:
        share = "All" if most == len(chains) else str(most)
        each = "each of " if len(names) > 1 else ""
        sources = listed(name_of(network, name) for name in names)
        yield f"{share} of these statements reach us from or through {each}{sources}."
