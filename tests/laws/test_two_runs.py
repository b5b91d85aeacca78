"""The two-run law: two casebooks that differ only in what is confidential give the same public bytes.

Pairs are made anew from seeds, so that they are the same every time; Hypothesis makes some more, which it shrinks.
"""

import re
from collections import Counter

import pytest
from hypothesis import given, settings, strategies as st

import claimtrack as ct
from casebooks import fell_and
from claimtrack.testing.generate.source import RandomChooser
from claimtrack.testing.generate.strategies import strategy_from
from laws.outputs import COMMANDS, KEYED, QUICK, projected, public_bytes, quietly
from laws.pairs import hidden_ids, make_case, make_other, make_pair, other_identities, other_secrets
from laws.run_pairs import differences
from profiles import by_profile

SEEDED = by_profile(dev=40, ci=1_000, deep=100_000)
"""So many pairs are made from seeds: each shows its projection in every form, and one more output in turns."""
PARTS = by_profile(dev=2, ci=4, deep=100)
"""They are tried in so many parts; `run_pairs.py` beside this file tries a range of them, so that many run at once."""
many = settings(max_examples=by_profile(dev=4, ci=30, deep=1_000))
NAMES = ("Zo", "Ivo Marsh", "Łukasz Ďurov", "Hans Groß", "J. (Jim) O'Neil+", "김영희", "Maria del Carmen Ruiz y Lopez")


def secret(book: ct.Casebook) -> list[ct.Source]:
    """The sources that the public must not see."""
    hidden = hidden_ids(book)
    return [source for source in book.sources if source.id in hidden]


def secretive() -> st.SearchStrategy[ct.Casebook]:
    """Wordy casebooks in which somebody may be hidden for any reason."""
    return strategy_from(make_case)


def seen_outside(book: ct.Casebook, key: str | None = None) -> dict[str, object]:
    """All that readers could see, with the guard off: outputs of the library, and of the commands that cost little."""
    return {**projected(book, key), **public_bytes(book, key), **quietly(book, QUICK)}


@pytest.mark.parametrize("part", range(PARTS))
def test_many_pairs(part: int) -> None:
    """What is confidential moves no byte of the public casebook in any form, nor of what is made of it."""
    for seed in range(part, SEEDED, PARTS):
        assert (seed, []) == (seed, list(differences(seed)))


def test_pairs_are_of_every_kind() -> None:
    """Among few pairs are sources hidden for each reason, and each kind of secret differs."""
    found: Counter[str] = Counter()
    for seed in range(40):
        book, other = make_pair(RandomChooser(seed))
        hidden = hidden_ids(book)
        heard = {s.origin: {o.terms for o in book.statements if o.origin == s.origin} for s in book.statements}
        names = {source.id for source in book.sources if source.id in hidden and not source.protected}
        found["off the record only"] += any(heard.get(name) == {"off the record"} for name in names)
        found["relayed without a row of their own"] += any(
            s.relays[-1:] == (name,) and name not in heard for s in book.statements for name in names
        )
        found["same person"] += any(
            item.kind == "same person" and hidden >= {*item.sources} for item in book.dependences
        )
        found["other ids"] += {one.id for one in book.sources} != {one.id for one in other.sources}
        found["other names"] += {one.name for one in book.sources} != {one.name for one in other.sources}
        found["other claims"] += book.claims != other.claims
        found["other secrets"] += len(book.statements) != len(other.statements)
        found["other private fields"] += [s.confidential for s in book.sources] != [
            s.confidential for s in other.sources
        ]
        found["other internal notes"] += len(book.notes) != len(other.notes)
    assert [kind for kind, count in found.items() if not count] == []


@many
@given(st.data(), st.sampled_from((None, "a key")))
def test_two_runs_identity(data: st.DataObject, key: str | None) -> None:
    """Who a hidden source is moves no byte of any public output."""
    book = data.draw(secretive())
    keep_ids = key is not None
    other = data.draw(strategy_from(lambda choose: other_identities(choose, book, keep_ids=keep_ids)))
    assert seen_outside(book, key) == seen_outside(other, key)


@many
@given(st.data())
def test_two_runs_off_the_record(data: st.DataObject) -> None:
    """What is off the record, and how much of it there is, moves no byte of any public output."""
    book = data.draw(secretive())
    assert seen_outside(book) == seen_outside(data.draw(strategy_from(lambda choose: other_secrets(choose, book))))


@many
@given(st.data())
def test_two_runs_of_all(data: st.DataObject) -> None:
    """All together move no byte either."""
    book = data.draw(secretive())
    assert seen_outside(book) == seen_outside(data.draw(strategy_from(lambda choose: make_other(choose, book))))


@pytest.mark.parametrize("part", range(PARTS))
def test_two_runs_at_every_command(part: int) -> None:
    """No command prints or writes another byte, on either stream or into a file."""
    for seed in range(part, by_profile(dev=3, ci=30, deep=1_000), PARTS):
        book, other = make_pair(RandomChooser(seed))
        assert (seed, quietly(book, COMMANDS)) == (seed, quietly(other, COMMANDS))


@pytest.mark.parametrize("part", range(PARTS))
def test_two_runs_at_every_command_with_a_key(part: int) -> None:
    """Under a key the labels follow from the ids, and nothing else that is confidential moves a byte."""
    for seed in range(part, by_profile(dev=6, ci=60, deep=2_000), PARTS):
        book, other = make_pair(RandomChooser(seed), keep_ids=True)
        assert (seed, quietly(book, KEYED)) == (seed, quietly(other, KEYED))


@given(secretive())
def test_no_secret_is_in_the_bytes(book: ct.Casebook) -> None:
    """No name, alias, real name, contact or id of a protected source is in any public output."""
    outputs = b"\n".join(public_bytes(book).values()).decode()
    for source in secret(book):
        private = source.confidential or ct.Confidential()
        for word in filter(None, (source.id, source.name, *source.aliases, private.name, private.contact)):
            assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", outputs) is None, word


def _heard(name: str, text: str) -> ct.Casebook:
    """A protected source of some name, and a quote that names it."""
    return fell_and(
        ct.Source(id="whisper", name=name, protected=True),
        ct.Statement(id="one", origin="whisper", claim="fell", stance="asserts", quote=text.format(name)),
    )


@pytest.mark.parametrize("name", [*NAMES, "Ada\u00a0Quill", "İpek Şahin", "ADA quill", "A. B."])
@pytest.mark.parametrize("text", ["{} saw it.", "It was {}", "“{}”, they say", "{0}'s sister saw {0}."])
def test_a_name_of_any_script_is_replaced(name: str, text: str) -> None:
    """A protected name is replaced wherever it stands as words of its own, in any script."""
    assert public_bytes(_heard(name, text)) == public_bytes(_heard("Ada Quill", text))
