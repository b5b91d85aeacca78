"""Hostile files: each ends in a problem with a place, never in a crash."""

import json

import pytest
from hypothesis import example, given, strategies as st

from claimtrack.cli.main import main
from claimtrack.errors.failures import InvalidCasebook, UnknownName
from claimtrack.errors.problems import Problem
from claimtrack.io.casebooks import dumps, loads
from claimtrack.model.casebook import Casebook

CLAIM = '{"claims": [{"id": "a", "text": "A.", "prior": %s}]}'


def problems(content: str | bytes, form: str) -> tuple[Problem, ...]:
    """The problems of a text."""
    with pytest.raises(InvalidCasebook) as caught:
        loads(content, format=form)
    return tuple(caught.value.problems)


def codes(content: str | bytes, form: str) -> list[str]:
    """The codes of the problems of a text."""
    return [problem.code for problem in problems(content, form)]


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("json", "[" * 100_000),
        ("json", "[" * 100_000 + "]" * 100_000),
        ("json", '{"a":' * 100_000),
        ("toml", "a = " + "[" * 100_000),
        ("toml", "a = " + "[" * 100_000 + "]" * 100_000),
        ("toml", "a = " + "{ a = " * 100_000),
    ],
)
def test_deep_nesting_is_a_problem(form: str, content: str) -> None:
    """A hundred thousand brackets give one problem about depth, not a crash."""
    assert codes(content, form) == ["too-deep"]


def test_a_very_long_dotted_key_is_a_problem() -> None:
    """A dotted key of ten thousand parts ends in a problem, not in a crash."""
    assert codes("a" + ".a" * 10_000 + " = 1\n", "toml")


@pytest.mark.parametrize("depth", [10, 200, 900])
def test_nesting_below_the_parsers_limit_is_a_problem_too(depth: int) -> None:
    """Values nested deeply where text is expected are of the wrong type, however deep."""
    nested = "[" * depth + "]" * depth
    assert codes(f'{{"title": {nested}}}', "json")
    assert codes(f'{{"claims": {nested}}}', "json")
    assert codes(f"title = {nested}", "toml")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ('{"title": "a", "title": "b"}', ["title"]),
        ('{"claims": [{"id": "a", "id": "b", "text": "t"}]}', ["claims[0].id"]),
        ('{"title": "a", "title": "b", "policy": {"ungraded": 0.1, "ungraded": 0.2, "ungraded": 0.3}}',
         ["title", "policy.ungraded"]),
    ],
)  # fmt: skip
def test_a_key_twice_in_json_is_a_problem(text: str, places: list[str]) -> None:
    """JSON allows a key twice and a casebook does not: the last one must not win in silence."""
    assert [("duplicate-key", place) for place in places] == [(p.code, p.place) for p in problems(text, "json")]


@pytest.mark.parametrize("form", ["json", "toml"])
@pytest.mark.parametrize(
    ("content", "line", "byte"),
    [(b"\xff", 1, 0), (b"title = 'a'\n# \xc3\x28", 2, 14), (b"\n\n\xed\xa0\x80", 3, 2), (b"a\xc0\xaf", 1, 1)],
)
def test_bytes_that_are_not_utf_8(form: str, content: bytes, line: int, byte: int) -> None:
    """Bytes that are no UTF-8, overlong forms and surrogates among them, are placed by line and byte."""
    (problem,) = problems(content, form)
    assert ("invalid-utf8", line, byte) == (problem.code, problem.line, problem.byte)


def test_a_byte_order_mark_is_skipped() -> None:
    """A file that begins with a byte order mark reads like one without."""
    text = dumps(Casebook(title="Ü"), format="json")
    assert loads(b"\xef\xbb\xbf" + text.encode(), format="json").title == "Ü"
    assert loads(b"\xef\xbb\xbf" + 'title = "Ü"'.encode(), format="toml").title == "Ü"


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400, "-1" + "0" * 400])
def test_a_number_that_is_not_finite_is_a_problem_in_json(number: str) -> None:
    """NaN, the infinities and 10**400 are refused where they stand."""
    ((code, place),) = [(p.code, p.place) for p in problems(CLAIM % number, "json")]
    assert (code, place) == ("not-finite", "claims[0].prior")


@pytest.mark.parametrize("number", ["nan", "inf", "-inf", "1e999", "1" + "0" * 400])
def test_a_number_that_is_not_finite_is_a_problem_in_toml(number: str) -> None:
    """The same in TOML."""
    ((code, place),) = [
        (p.code, p.place) for p in problems(f'[[claims]]\nid = "a"\ntext = "A."\nprior = {number}', "toml")
    ]
    assert (code, place) == ("not-finite", "claims[0].prior")


@pytest.mark.parametrize("form", ["json", "toml"])
def test_a_number_of_a_hundred_thousand_digits_is_a_problem(form: str) -> None:
    """A number too long to be read is a problem, not a crash."""
    digits = "1" * 100_000
    assert codes(CLAIM % digits if form == "json" else f"cutoff = {digits}", form)


@pytest.mark.parametrize("text", ["null", "[]", "5", '"text"', "true"])
def test_json_that_is_no_object(text: str) -> None:
    """A JSON file whose top is no object is refused."""
    assert codes(text, "json") == ["wrong-type"]


def test_an_empty_file() -> None:
    """An empty TOML file is an empty casebook, as TOML has it; an empty JSON file is not JSON."""
    assert Casebook() == loads("", format="toml")
    assert Casebook() == loads(b"\xef\xbb\xbf", format="toml")
    assert Casebook() == loads("{}", format="json")
    assert codes("", "json") == ["bad-syntax"]


@pytest.mark.parametrize(
    "text",
    [
        '{"title": "\\ud800"}',
        '{"claims": [{"id": "a", "text": "\\udfff"}]}',
        '{"claims": [{"id": "\\ud800", "text": "A."}]}',
        '{"\\ud800": 1}',
        '{"sources": [{"id": "a", "name": "A", "aliases": ["\\ud800"]}]}',
        '{"sources": [{"id": "a", "name": "A", "topics": {"\\ud800": "A"}}]}',
        '{"claims": [{"id": "a", "text": "A.", "topic": "\\ud800"}]}',
        '{"claims": [{"id": "a", "text": "A.", "kind": "\\ud800"}]}',
        '{"claims": [{"id": "a", "text": "A.", "when": "\\ud800"}]}',
        '{"documents": [{"id": "a", "title": "A", "text": "\\ud800"}]}',
        '{"documents": [{"id": "a", "title": "A", "text": {"path": "\\ud800"}}]}',
    ],
)
def test_half_a_character_is_refused(text: str) -> None:
    """A lone surrogate, which no file can hold, is refused wherever it stands, and the message can be printed."""
    for problem in problems(text, "json"):
        assert str(problem).encode()


@pytest.mark.parametrize(
    ("text", "line"), [("title = ", 1), ("a = 1\nb = = 2", 2), ("[[claims]\n", 1), ('title = "a\n', 1)]
)
def test_broken_toml_has_a_line(text: str, line: int) -> None:
    """Text that is not TOML is placed by its line."""
    (problem,) = problems(text, "toml")
    assert problem.code == "bad-syntax"
    assert problem.line in {line, None}


def test_broken_json_has_a_line() -> None:
    """Text that is not JSON is placed by its line; a comma after the last entry by its own, with each Python."""
    for line, text in ((2, '{\n"title": "a",\n}'), (2, '{"notes":\n[1 ,\n\n]}'), (3, '{\n"title": "a"\n"b"}')):
        (problem,) = problems(text, "json")
        assert ("bad-syntax", line) == (problem.code, problem.line)


def test_toml_keys_twice_are_syntax() -> None:
    """TOML itself forbids a key twice."""
    assert codes("title = 'a'\ntitle = 'b'", "toml") == ["bad-syntax"]


@pytest.mark.parametrize("key", ["[", "a[b", "sources[x]", "[]", "[0]", "statements[0]", "a]b", ".", ""])
def test_an_unknown_key_may_look_like_a_place(key: str) -> None:
    """An unknown key that has brackets in it is an unknown key."""
    assert codes(json.dumps({key: 1}), "json") == ["unknown-key"]


def test_the_problems_of_hostile_files_print_on_one_line(tmp_path, capsys) -> None:
    """On the terminal, a key made of escape codes and new lines is shown as text, on one line."""
    file = tmp_path / "bad.json"
    key = "\x1b[31m\n\u202e\x07" + "k" * 500
    file.write_text(json.dumps({key: 1, "claims": [{"id": "a", "text": "A.", key: 2}]}), encoding="utf-8")
    assert main(["check", str(file)]) == 1
    err = capsys.readouterr().err
    assert all(line.isprintable() for line in err.splitlines())
    assert len(err.splitlines()) == 3


def test_an_unknown_format_names_the_known_ones() -> None:
    """There is TOML and there is JSON; another name is refused with both."""
    with pytest.raises(UnknownName) as caught:
        loads("", format="tmol")
    assert (caught.value.known, caught.value.near) == (("toml", "json"), "toml")


_JUNK = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=4), inner, max_size=3),
    max_leaves=6,
)
_KEYS = st.sampled_from(
    ["title", "cutoff", "policy", "sources", "questions", "claims", "statements", "links", "dependences",
     "established", "documents", "notes", "id", "text", "via", "standing", "topics", "prior"]
)  # fmt: skip
_SHAPED = st.dictionaries(_KEYS, _JUNK | st.lists(st.dictionaries(_KEYS, _JUNK, max_size=4), max_size=3), max_size=4)


def outcome(content: str | bytes, form: str) -> Casebook | tuple[Problem, ...]:
    """The casebook that a text holds, or its problems."""
    try:
        return loads(content, format=form)
    except InvalidCasebook as error:
        return tuple(error.problems)


@given(_SHAPED)
@example({"claims": [{"id": "a", "text": {}}]})
@example({"claims": None})
@example({"sources": [{"id": "a", "name": "a", "topics": {"": "A"}}]})
@example({"sources": [{"id": "a", "name": "a", "topics": {"t": None}}]})
@example({"statements": [{"standing": None}]})
@example({"policy": None})
@example({"title": None})
def test_any_json_is_a_casebook_or_a_list_of_problems(raw: dict) -> None:
    """Whatever JSON a file holds, it is read as a casebook or refused with problems; nothing else is raised."""
    found = outcome(json.dumps(raw), "json")
    if isinstance(found, Casebook):
        assert found == loads(dumps(found, format="json"), format="json")
    else:
        assert all(map(str, found))


@given(st.binary(max_size=200))
@example(b"a = 1979-05-27T07:32:00\x00")
@example(b"\x00")
def test_any_bytes_are_a_casebook_or_a_list_of_problems(content: bytes) -> None:
    """Whatever bytes a file holds, reading ends in a casebook or in problems."""
    assert all(outcome(content, form) for form in ("json", "toml"))
