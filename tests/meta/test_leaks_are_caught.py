"""Eight ways in which what is confidential can leak; the two-run law catches each, with the guard off."""

from collections.abc import Callable
from hashlib import sha256

import pytest
from hypothesis import HealthCheck, Phase, given, settings, strategies as st

import claimtrack as ct
from claimtrack.io.casebooks import casebook_digest
from laws.test_two_runs import other_identities, other_secrets, public_bytes, secret, secretive
from profiles import by_profile


def _page(book: ct.Casebook) -> str:
    """The public page, which leaks nothing."""
    return ct.render(ct.compose(ct.explain(ct.score(book, audience="public"), closely=[])), "html")


def _id(book: ct.Casebook) -> str:
    """An id made from a name, so that whoever guesses the name can try it."""
    marks = [sha256(source.name.encode()).hexdigest()[:8] for source in secret(book)]
    return _page(book) + "".join(f'<i id="source-{mark}"></i>' for mark in marks)


def _order(book: ct.Casebook) -> str:
    """Sources in the order of their names, under labels that say nothing."""
    names = [source.name for source in secret(book)]
    return _page(book) + " ".join(f"Source {names.index(name) + 1}" for name in sorted(names))


def _count(book: ct.Casebook) -> str:
    """How many statements there are, those off the record included."""
    return f"{_page(book)} made from {len(book.statements)} statements"


def _digest(book: ct.Casebook) -> str:
    """The digest of the whole casebook, against which a guess can be tried."""
    return _page(book) + casebook_digest(book)


def _file_name(book: ct.Casebook) -> str:
    """A file that is called after its first source."""
    return _page(book) + f"{book.sources[0].id if book.sources else 'report'}.html"


def _error(book: ct.Casebook) -> str:
    """An error that lists what is known, from the casebook behind the public one."""
    try:
        repr(ct.score(book)["nobody"])
    except ct.ClaimtrackError as error:
        return f"{_page(book)} {error}; sources: {', '.join(source.id for source in book.sources)}"
    return _page(book)


def _comment(book: ct.Casebook) -> str:
    """A comment that nobody sees on the page."""
    return f"{_page(book)}<!-- {'; '.join(source.note or '' for source in book.sources)} -->"


def _repr(book: ct.Casebook) -> str:
    """A log line that somebody wrote by hand, with the ids of protected sources."""
    return _page(book) + repr([source.id for source in book.sources])


LEAKS = (_id, _order, _count, _digest, _file_name, _error, _comment, _repr)


def _law(leaky: Callable[[ct.Casebook], str], pairs: int = 400) -> Callable[[], None]:
    @settings(
        max_examples=pairs,
        database=None,
        derandomize=True,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(st.data())
    def law(data: st.DataObject) -> None:
        book = data.draw(secretive())
        other = data.draw(other_identities(data.draw(other_secrets(book))))
        assert leaky(book) == leaky(other)

    return law


@pytest.mark.parametrize("leaky", LEAKS, ids=[leaky.__name__.strip("_") for leaky in LEAKS])
def test_each_planted_leak_is_caught(leaky: Callable[[ct.Casebook], str]) -> None:
    """Two casebooks are found soon that differ in what is confidential alone, and whose outputs differ."""
    with pytest.raises(AssertionError):
        _law(leaky)()


def test_what_is_not_planted_is_not_caught() -> None:
    """The page without a leak, and all public outputs, pass the same law over a few pairs."""
    _law(_page, by_profile(dev=15, ci=40, deep=40))()
    _law(lambda book: repr(public_bytes(book)), by_profile(dev=6, ci=20, deep=20))()
