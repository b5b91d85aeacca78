"""Small files that would take much time or memory are refused, or reported up to a bound, in every reader."""

import tomllib
from pathlib import Path

import pytest

from claimtrack.checks.profiles import profile_from_toml
from claimtrack.errors import base
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import MoreProblems, Problem, TooDeep
from claimtrack.io.casebooks import load_more, loads
from claimtrack.io.private_file import read_private
from claimtrack.io.toml import check_keys
from claimtrack.model.casebook import Casebook
from claimtrack.scales.load import grades_from_toml, words_from_toml

_MANY = 12_000
_LONG_KEYS = {
    "bare": "a." * 10 + "a = 1",
    "spaced": "a . " * 10 + "a = 1",
    "quoted": '"a".' * 10 + "'a' = 1",
    "header": f"[{'a.' * 10}a]",
    "list": f"[[{'a.' * 10}a]]",
    "inline": f"x = {{ {'a.' * 10}a = 1 }}",
    "long": "a." * 20_000 + "a = 1",
}


def problems_of(text: str, format: str = "toml") -> tuple[Problem, ...]:  # noqa: A002
    """The problems of a text."""
    with pytest.raises(InvalidCasebook) as caught:
        loads(text, format=format)
    return tuple(caught.value.problems)


@pytest.mark.parametrize("key", _LONG_KEYS.values(), ids=_LONG_KEYS)
def test_keys_of_many_parts_are_refused_before_they_are_parsed(
    key: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The parser needs quadratic memory for them, so that no reader gives it any; the line is told."""

    def refuse(_: str) -> None:
        raise AssertionError("parsed")

    monkeypatch.setattr(tomllib, "loads", refuse)
    text = f"# a comment\n{key}\n"
    readers = (
        lambda: loads(text, format="toml"),
        lambda: load_more(Casebook(), text),
        lambda: words_from_toml(text),
        lambda: grades_from_toml(text),
        lambda: profile_from_toml(text),
        lambda: read_private(tmp_path / "case.toml", ()),
    )
    private = tmp_path / "case.private.toml"
    private.write_text(text, encoding="utf-8")
    private.chmod(0o600)
    for read in readers:
        with pytest.raises(InvalidCasebook, match="line 2") as caught:
            read()
        assert [type(problem) for problem in caught.value.problems] == [TooDeep]


@pytest.mark.parametrize(
    "text",
    [
        f'title = "{"a." * 30}"',
        f"title = '''\n{'a.' * 30}'''",
        f'title = """\n{"a." * 30} "" \\" """',
        f"# {'a.' * 30}\ntitle = 'x'",
        f'"{"a." * 30}" = 1',
        ".".join("abcdefghij") + " = 1",
    ],
)
def test_dots_in_texts_and_comments_are_no_key(text: str) -> None:
    """Only keys are counted, and ten parts are as many as there may be."""
    check_keys(text)


def test_problems_end_where_there_are_too_many(subtests: pytest.Subtests) -> None:
    """Of mistakes by the ten thousand the first are told, and the last one says that there may be more."""
    source, claim = '{"id": "s", "name": "S"}', '{"id": "c", "text": "C"}'
    gone = ",".join('"x"' for _ in range(_MANY))
    texts = {
        "empty records": '{"claims": [' + "{}," * _MANY + "{}]}",
        "unknown keys": "{" + ",".join(f'"k{number}": 1' for number in range(_MANY)) + "}",
        "unknown keys of a claim": '{"claims": [{' + ",".join(f'"k{number}": 1' for number in range(_MANY)) + "}]}",
        "unknown ids": f'{{"sources": [{source}], "claims": [{claim}], "dependences": [{{"kind": "told by", '
        f'"sources": [{gone}]}}]}}',
    }
    for name, text in texts.items():
        with subtests.test(name=name):
            *_, last = problems = problems_of(text, "json")
            assert isinstance(last, MoreProblems) or any(isinstance(one, MoreProblems) for one in problems)
            assert len(problems) <= 20_010


def test_names_are_suggested_for_the_first_mistakes_only(
    monkeypatch: pytest.MonkeyPatch, subtests: pytest.Subtests
) -> None:
    """Looking for the nearest name is dear, so that it is done for some fifty mistakes, whatever file they are in."""
    compared: list[str] = []
    matches = base.get_close_matches
    monkeypatch.setattr(
        base, "get_close_matches", lambda word, *given, **more: compared.append(word) or matches(word, *given, **more)
    )
    keys = "".join(f"k{number} = 1\n" for number in range(1_000))
    lists = "".join(f"kk{number} = []\n" for number in range(1_000))
    readers = {
        "casebook": lambda: loads(keys, format="toml"),
        "lists": lambda: loads(lists, format="toml"),
        "more records": lambda: load_more(Casebook(), keys),
        "words": lambda: words_from_toml(keys),
        "rules": lambda: profile_from_toml(f"name = 'x'\n[rules]\n{keys}"),
    }
    for name, read in readers.items():
        with subtests.test(name=name):
            compared.clear()
            with pytest.raises(InvalidCasebook):
                read()
            assert 1 <= len(compared) <= 70


def test_a_scale_has_at_most_two_hundred_rows() -> None:
    """No scale is longer, and some work is done for each pair."""
    terms = "".join(f'[[terms]]\nlabel = "{n}"\nlow = {n / 300}\nhigh = {(n + 1) / 300}\n' for n in range(201))
    with pytest.raises(InvalidCasebook, match="201 tables is out of range; expected at most 200"):
        words_from_toml(f'name = "x"\n{terms}')


@pytest.mark.parametrize("digits", ["9" * 309, "9" * 4_000, "0x" + "f" * 5_000, "-" + "9" * 400, "9" * 5_000])
def test_numbers_of_many_digits_are_told_as_such(digits: str) -> None:
    """A whole number beyond every float is out of range like any other, wherever it stands."""
    row = f'label = "x"\nlow = {digits}\nhigh = 1'
    for read in (
        lambda: words_from_toml(f'name = "x"\n[[terms]]\n{row}\n[[terms]]\n{row}\n'),
        lambda: profile_from_toml(f'name = "x"\n[rules]\nCT101 = {digits}\n'),
        lambda: loads(f'[[claims]]\nid = "c"\ntext = "C"\nprior = {digits}\n', format="toml"),
        lambda: loads(f'[[sources]]\nid = "c"\nname = "C"\ncredibility = {digits}\n', format="toml"),
    ):
        with pytest.raises(ClaimtrackError) as caught:
            read()
        assert len(str(caught.value)) < 1_000
