"""The checks take any casebook: a rule that tries a change never makes one that cannot be."""

import claimtrack as ct
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile


def test_no_rule_fails_on_a_casebook() -> None:
    """Whatever a casebook holds, all rules run on it, and on what its readers would see of it."""
    for seed in range(by_profile(dev=30, ci=150, deep=3_000)):
        book = make_casebook(RandomChooser(seed))
        ct.check(ct.score(book))
        ct.check(ct.score(book, audience="public"))
