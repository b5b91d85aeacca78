"""From a case that breaks a law to a smaller one.

A case is made again from the list of choices that made it. Parts are left out and choices lowered for as long as the
law stays broken, so that whatever is left is needed to break it.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any

from claimtrack.testing.generate.source import Choices, Chooser, ReplayChooser
from claimtrack.testing.law import Law, LawBroken, NotApplicable, try_law

_MOST_TRIALS = 1000


def shrink(law: Law, subject: Any, choose: Chooser) -> LawBroken | None:  # noqa: ANN401
    """The smallest case found that breaks a law, from the case that a chooser makes; None where that breaks nothing.

    Cost: at most 1,000 trials of the law.
    """
    best = ReplayChooser(recording=choose)
    broken = _break(law, subject, best)
    if broken is None:
        return None
    # Each pass goes through its candidates in order. One that still breaks the law becomes the case, and the pass goes
    # on at the same place among the new case's candidates; those before it were just tried in vain.
    trials, improved = 0, True
    while improved:
        improved = False
        for candidates in (_leave_out, _simplify_parts, _lower_choices):
            place = 0
            while trials < _MOST_TRIALS:
                choices = next(islice(candidates(best), place, None), None)
                if choices is None:
                    break
                trials, smaller = trials + 1, ReplayChooser(choices)
                found = _break(law, subject, smaller)
                if found is not None and _size(smaller) < _size(best):
                    best, broken, improved = smaller, found, True
                else:
                    place += 1
        improved = improved and trials < _MOST_TRIALS
    return broken


def _break(law: Law, subject: Any, choose: Chooser) -> LawBroken | None:  # noqa: ANN401
    """How the case that a chooser makes breaks a law; None where it does not."""
    try:
        try_law(law, subject, law.make(choose))
    except LawBroken as broken:
        return broken
    except NotApplicable:
        pass
    return None


def _size(replay: ReplayChooser) -> tuple[int, int, Choices]:
    """How large a case is: the number of choices, then of those that are not the simplest, then the choices."""
    return len(replay.made), sum(1 for one in replay.made if one), tuple(replay.made)


def _leave_out(replay: ReplayChooser) -> Iterator[Choices]:
    """One thing fewer in a batch, the batches with the largest things first."""
    choices, batches = tuple(replay.made), replay.batches
    counts = [batch.count for batch in batches if batch.count is not None]
    for batch in sorted(batches, key=lambda batch: -batch.longest):
        # The size of a fixed batch was chosen elsewhere, such as the number of ids to make something for: try them all.
        own = counts if batch.count is None else [batch.count]
        for start, end in reversed(batch.spans):
            for count in own:
                if count < start and choices[count] >= 1.0:
                    yield _lower(choices[:start], count) + choices[end:]
        if batch.count is not None and not batch.longest and choices[batch.count]:
            yield _lower(choices, batch.count)


def _lower(choices: Choices, place: int) -> Choices:
    return (*choices[:place], choices[place] - 1.0, *choices[place + 1 :])


def _simplify_parts(replay: ReplayChooser) -> Iterator[Choices]:
    """One thing as simple as can be, the largest first."""
    choices = tuple(replay.made)
    spans = {span for batch in replay.batches for span in batch.spans}
    for start, end in sorted(spans, key=lambda span: span[0] - span[1]):
        simple = (*choices[:start], *([0.0] * (end - start)), *choices[end:])
        if simple != choices:
            yield simple


def _lower_choices(replay: ReplayChooser) -> Iterator[Choices]:
    """One choice lower, or rounder; or lower and without the choice that follows it."""
    choices = tuple(replay.made)
    for place, one in enumerate(choices):
        for lower in dict.fromkeys((0.0, one // 2, one - 1.0, round(one, 1), round(one, 2))):
            if 0.0 <= lower < one:
                yield (*choices[:place], lower, *choices[place + 1 :])
        if one >= 1.0:
            yield (*choices[:place], one - 1.0, *choices[place + 2 :])
