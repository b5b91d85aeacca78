"""The default method keeps every law in cases made up from seeds: few, hundreds, or 20,000 by profile."""

import os
import sys
from contextlib import suppress

import pytest

from claimtrack.testing import METHOD_LAWS, Chance, Law, Unmet, scorer_of, tried

CASES = {"dev": 100, "ci": 300, "deep": 20_000}[os.environ.get("CLAIMTRACK_PROFILE", "dev")]
FIRST = 1_000_000
FLOOR = 0.2
"""The share of cases that must meet the premise of a law."""
_STEP = 500


def shown(law: Law, done: int) -> None:
    """Say on a terminal how far it is, past what pytest captures."""
    terminal = sys.__stderr__
    if terminal is not None and terminal.isatty() and CASES > _STEP:
        end = "\n" if done == CASES else ""
        print(f"\r{law.name}: {done:,} of {CASES:,} \x1b[K", end=end, file=terminal, flush=True)


@pytest.mark.parametrize("law", METHOD_LAWS, ids=lambda law: law.name)
def test_the_default_method_keeps_it_and_its_premise_is_not_trivial(law: Law) -> None:
    """The law holds of every case from a seed, and at least one case in five meets its premise."""
    score, met = scorer_of(), 0
    for done in range(CASES):
        with suppress(Unmet):
            met += tried(law, score, law.make(Chance(FIRST + done)))
        if done % _STEP == 0:
            shown(law, done)
    shown(law, CASES)
    assert met >= FLOOR * CASES - 3.0 * (CASES * FLOOR * (1.0 - FLOOR)) ** 0.5
