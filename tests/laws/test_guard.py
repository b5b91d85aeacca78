"""The guard as a law: what the projection lets out passes it, nearly always; what it hides never does."""

import re
import warnings

import pytest
from hypothesis import given

import claimtrack as ct
from claimtrack.errors.failures import ProtectedStringFound, ProtectedStringPublished
from claimtrack.privacy.redact import redact
from claimtrack.privacy.secrets import SHORTEST, protected_strings
from claimtrack.report.render.formats import REPORT_FORMATS
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.source import RandomChooser
from laws.test_two_runs import secret, secretive
from profiles import by_profile

_MADE = by_profile(dev=20, ci=200, deep=2_000)
_MOST_REFUSED = 0.1


def test_more_than_nine_in_ten_exports_are_written() -> None:
    """Of made-up casebooks with protected sources, private files and wordy notes, the guard stops hardly any."""
    asked = refused = 0
    for seed in range(_MADE):
        book = make_casebook(RandomChooser(seed), Limits(wordy=True, statements=6))
        if not protected_strings(redact(book)):
            continue
        report = ct.compose(ct.explain(ct.score(book, audience="public"), closely=[]))
        texts = [ct.render(report, form) for form in REPORT_FORMATS]
        texts += [ct.dumps(ct.for_audience(book, "public"), format=form) for form in ("toml", "json")]
        for text in texts:
            asked += 1
            try:
                with warnings.catch_warnings():
                    warnings.simplefilter("ignore", ProtectedStringPublished)
                    ct.guard(text, book)
            except ProtectedStringFound:
                refused += 1
    assert asked > _MADE
    assert refused < _MOST_REFUSED * asked, f"{refused} of {asked} exports were refused"


@given(secretive())
def test_every_hidden_name_is_refused(book: ct.Casebook) -> None:
    """A text that has the name of a hidden source, its id or an alias is refused, and the error does not repeat it.

    An id that the casebook's own prose has as a word is shared, which is warned of.
    """
    prose = "\n".join(text.text for text in redact(book).texts)
    for source in secret(book):
        for word in (source.id, source.name, *source.aliases):
            is_short = len(re.sub(r"\W", "", word)) < SHORTEST
            if is_short or word == source.descriptor or (word == source.id and word in prose):
                continue
            with pytest.raises(ProtectedStringFound) as caught:
                ct.guard(f"It was 〈{word}〉 who said so.", book)
            assert word not in str(caught.value)
