"""All that is wrong with a file is said in one run, each thing with its place and a way out."""

from functools import partial

import pytest

from claimtrack.cli.main import main
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import Problem, UnknownKey
from claimtrack.io.casebooks import loads
from claimtrack.io.toml import lines_of
from scaling import LINEAR, growth

BAD = """\
title = "Many mistakes"
cutoff = 2021-03-31
colour = "red"

[[sources]]
id = "kim"
name = "Kim"
reliabilty = "B"

[[sources]]
id = "kim"
name = "Kim again"

[[sources]]
id = "gazette"
name = 5

[[questions]]
id = "why"
text = "Why?"
claims = ["covid", "smuggling"]

[[questions]]
id = "who"
text = "Who?"
claims = ["covid"]

[[claims]]
id = "covid"
text = "Covid."
prior = 0.7

[[claims]]
id = "smuggling"
text = "Smuggling."
prior = 0.6

[[claims]]
id = "third"
text = "Third."
prior = 1.5

[[claims]]
id = "fourth"
text = "Fourth."
prior = nan

[[statements]]
origin = "kim"
claim = "covd"
stance = "asserts"

[[statements]]
origin = "kim"
claim = "covid"
stance = "asserts"
via = ["gazette", "gazette"]

[[statements]]
origin = "kim"
claim = "covid"
stance = "asserts"
published = 2021-04-01

[[statements]]
origin = "kim"
claim = "covid"
stance = "asserts"
stated = 2021-03-10
published = 2021-03-09

[[statements]]
origin = "kim"
claim = "covid"

[[notes]]
kind = "gp"
text = "x"
"""

EXPECTED = [
    ("unknown-key", "colour", 3, None),
    ("unknown-key", "sources[0].reliabilty", 8, "reliability"),
    ("duplicate-id", "sources[1].id", 11, None),
    ("wrong-type", "sources[2].name", 16, None),
    ("rivals-over-one", "questions[0]", 18, None),
    ("claim-in-two-questions", "questions[1].claims[0]", 26, None),
    ("out-of-range", "claims[2].prior", 41, None),
    ("not-finite", "claims[3].prior", 46, None),
    ("unknown-id", "statements[0].claim", 50, "covid"),
    ("source-twice-in-chain", "statements[1].via[1]", 57, None),
    ("after-cutoff", "statements[2].published", 63, None),
    ("dates-out-of-order", "statements[3].published", 70, None),
    ("missing-field", "statements[4].stance", 72, None),
    ("not-one-of", "notes[0].kind", 77, "gap"),
]


def problems(content: str | bytes, form: str = "toml") -> tuple[Problem, ...]:
    """The problems of a text."""
    with pytest.raises(InvalidCasebook) as caught:
        loads(content, format=form)
    return tuple(caught.value.problems)


def test_every_mistake_is_found_at_once_in_its_place() -> None:
    """Fourteen mistakes of fourteen sorts give fourteen problems, in the order of the file, with lines and hints."""
    seen = [(p.code, p.place, p.line, getattr(p, "near", None)) for p in problems(BAD)]
    assert seen == EXPECTED


def test_the_command_lists_them_all(tmp_path, capsys) -> None:
    """`check` prints every problem on stderr, a line each, nothing on stdout, and ends with 1."""
    file = tmp_path / "bad.toml"
    file.write_text(BAD, encoding="utf-8")
    assert main(["check", str(file)]) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    lines = err.splitlines()
    assert f"{file}: {len(EXPECTED)} problems" == lines[0]
    assert 1 + len(EXPECTED) == len(lines)
    for (_, place, line, near), said in zip(EXPECTED, lines[1:], strict=True):
        assert said.startswith(f"  {place} (line {line}): ")
        assert (near is None) or f'did you mean "{near}"?' in said


@pytest.mark.parametrize("command", [["score"], ["report"], ["explain"], ["check", "--format", "json"]])
def test_every_command_that_reads_refuses_the_file(tmp_path, capsys, command: list[str]) -> None:
    """A bad casebook ends each reading command with 1 and no traceback."""
    file = tmp_path / "bad.toml"
    file.write_text(BAD, encoding="utf-8")
    claim = ["covid"] if command == ["explain"] else []
    assert main([command[0], str(file), *claim, *command[1:]]) == 1
    assert "Traceback" not in capsys.readouterr().err


ONE = """\
[[sources]]
id = "kim"
name = "Kim"
[[sources]]
id = "lee"
name = "Lee"
[[claims]]
id = "fell"
text = "It fell."
[[claims]]
id = "stood"
text = "It stood."
"""
SAID = '[[statements]]\norigin = "kim"\nclaim = "fell"\nstance = "asserts"\n'


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ('[[statements]]\norigin = "kmi"\nclaim = "fell"\nstance = "asserts"', "unknown-id", "statements[0].origin"),
        (SAID + 'via = ["kim"]', "source-twice-in-chain", "statements[0].via[0]"),
        (SAID + 'via = ["lee", "nobody"]', "unknown-id", "statements[0].via[1]"),
        (SAID + 'via = "lee"', "wrong-type", "statements[0].via"),
        (SAID + "via = [5]", "wrong-type", "statements[0].via[0]"),
        (SAID + 'document = "d"', "unknown-id", "statements[0].document"),
        (SAID + 'standing = { is = "corrected", by = "nix" }', "unknown-id", "statements[0].standing.by"),
        (SAID + 'standing = { is = "gone" }', "not-one-of", "statements[0].standing.is"),
        (SAID + 'standing = { wat = "gone" }', "unknown-key", "statements[0].standing.wat"),
        (SAID + 'standing = "retracted"', "wrong-type", "statements[0].standing"),
        (SAID + "certainty = 0", "out-of-range", "statements[0].certainty"),
        (SAID + "certainty = -inf", "not-finite", "statements[0].certainty"),
        (SAID + "certainty = true", "wrong-type", "statements[0].certainty"),
        (SAID + 'propensity = "servse"', "not-one-of", "statements[0].propensity"),
        (SAID + "propensity = 0.0", "out-of-range", "statements[0].propensity"),
        (SAID + "credibility = 7", "out-of-range", "statements[0].credibility"),
        (SAID + "credibility = 2.0", "wrong-type", "statements[0].credibility"),
        (SAID + 'reliability = "G"', "not-one-of", "statements[0].reliability"),
        (SAID + 'stated = "2021-02-30"', "bad-date", "statements[0].stated"),
        (SAID + "stated = 2021", "wrong-type", "statements[0].stated"),
        (SAID + "stated = 10:00:00", "wrong-type", "statements[0].stated"),
        (SAID + 'id = ""', "bad-id", "statements[0].id"),
        (SAID + 'id = "two words"', "bad-id", "statements[0].id"),
        ('[[links]]\nfrom = "fell"\nto = "stod"\nsign = "supports"', "unknown-id", "links[0].to"),
        ('[[links]]\nfrom = "fel"\nto = "stood"\nsign = "supports"', "unknown-id", "links[0].from"),
        ('[[links]]\nfrom_claim = "fell"\nto = "stood"\nsign = "supports"', "unknown-key", "links[0].from_claim"),
        ('[[links]]\nfrom = "fell"\nto = "stood"\nsign = "supports"\nstrength = 1.0', "out-of-range",
         "links[0].strength"),
        ('[[dependences]]\nsources = ["kim"]\nkind = "copies"', "too-few", "dependences[0].sources"),
        ('[[dependences]]\nsources = ["kim", "kim"]\nkind = "copies"', "duplicate-id", "dependences[0].sources[1]"),
        ('[[dependences]]\nsources = ["kim", "lea"]\nkind = "copies"', "unknown-id", "dependences[0].sources[1]"),
        ('[[established]]\nsource = "kim"\nbecause = " "', "empty-text", "established[0].because"),
        ('[[established]]\nsource = "kim"', "missing-field", "established[0].because"),
        ('[[established]]\nsource = "kin"\nbecause = "met"', "unknown-id", "established[0].source"),
        ('[[notes]]\nkind = "gap"\nabout = "smugling"\ntext = "x"', "unknown-id", "notes[0].about"),
        ("[policy]\nungraded = 0.61", "out-of-range", "policy.ungraded"),
        ("[policy]\nungarded = 0.1", "unknown-key", "policy.ungarded"),
        ('[[questions]]\nid = "q"\ntext = "?"\nclaims = []', "too-few", "questions[0].claims"),
        ('[[questions]]\nid = "q"\ntext = "?"\nclaims = ["fell", "fell"]', "claim-in-two-questions",
         "questions[0].claims[1]"),
        ('[[questions]]\nid = "q"\ntext = "?"\nclaims = ["fell"]\nexhaustive = true', "too-few",
         "questions[0].claims"),
        ('[[questions]]\nid = "q"\ntext = "?"\nclaims = ["fell"]\nexhaustive = "yes"', "wrong-type",
         "questions[0].exhaustive"),
        ('[[sources]]\nid = "x"\nname = "X"\ntopics = { a = "Z" }', "not-one-of", "sources[2].topics.a"),
        ('[[sources]]\nid = "x"\nname = "X"\nconfidential = { name = "Y" }', "unknown-key",
         "sources[2].confidential"),
        ('[[sources]]\nid = "x"\nname = "X"\nprotected = 1', "wrong-type", "sources[2].protected"),
        ('[[sources]]\nid = "x"\nname = ""', "empty-text", "sources[2].name"),
        ('[[documents]]\nid = "d"\ntitle = "T"\ntext = 5', "wrong-type", "documents[0].text"),
        ('[[documents]]\nid = "d"\ntitle = "T"\ntext = { pat = "a" }', "unknown-key", "documents[0].text.pat"),
        ('[[documents]]\nid = "d"\ntitle = "T"\npublished = 2021-02-02\naccessed = 2021-02-01',
         "dates-out-of-order", "documents[0].accessed"),
    ],
)  # fmt: skip
def test_each_sort_of_mistake_has_its_place(text: str, code: str, place: str) -> None:
    """One mistake in an otherwise right file gives a problem of the right sort in the right place."""
    found = [(p.code, p.place) for p in problems(ONE + text)]
    assert (code, place) in found
    also_missing = place in {"links[0].from_claim", "documents[0].text.pat"}
    assert 1 + also_missing == len(found)


@pytest.mark.parametrize("collection", ["sources", "claims", "statements", "links", "notes", "policy"])
@pytest.mark.parametrize("value", ['"text"', "5", "[1, 2]", "true", "{ a = 1 }"])
def test_a_collection_of_another_shape_is_refused(collection: str, value: str) -> None:
    """Where a list of tables is expected, nothing else is taken, and nothing but a problem comes of it."""
    assert all(p.place.startswith(collection) for p in problems(f"{collection} = {value}\n"))


def test_a_message_shows_no_more_than_a_line_of_what_was_typed() -> None:
    """A hostile value is cut short and its control characters are escaped in the message."""
    text = ONE + SAID.replace('"fell"', '"' + "x" * 5000 + '"')
    hostile = ONE + SAID.replace('"asserts"', '"\\u001b[31mred\\u202e' + "y" * 5000 + '"')
    for content in (text, hostile):
        for problem in problems(content):
            assert len(str(problem)) < 300
            assert str(problem).isprintable()


def test_mistakes_by_the_thousand_stay_quick_and_are_cut_on_the_terminal(tmp_path, capsys) -> None:
    """Three thousand unknown references are all found; the terminal shows fifty and says how many more there are."""
    many = ONE + "".join(SAID.replace("fell", f"fel{n}") for n in range(3000))
    assert len(problems(many)) == 3000
    file = tmp_path / "many.toml"
    file.write_text(many, encoding="utf-8")
    assert main(["check", str(file)]) == 1
    err = capsys.readouterr().err
    assert len(err.splitlines()) == 52
    assert "2950 more" in err


@pytest.mark.parametrize(
    "before",
    [
        '# never use """ for titles',
        "# nor ''', nor [",
        "title = '''say \"\"\" twice'''",
        "title = \"an \\\" and ''' and # [ {\"",
        'title = """\n[[claims]]\nid = 5 \\""" # """""',
        "title = '''\n[[claims]]\n'''",
        'title = "T" # it\'s "so',
    ],
)
def test_lines_are_right_after_any_string_or_comment(before: str) -> None:
    """What looks like the start of a string, a list or a table within a string or a comment moves no line."""
    (problem,) = problems(f'{before}\n{ONE}[[claims]]\nid = 7\ntext = "T"')
    assert (problem.place, problem.line) == ("claims[2].id", before.count("\n") + 15)


def test_the_lines_of_a_list_are_no_headings() -> None:
    """A list over some lines may hold lists; they are not taken for tables."""
    text = 'title = "T"\nodd = [\n  [1],\n  "a]", # ]\n]\n[policy]\nungraded = 5\n'
    assert ("policy.ungraded", 7) in [(p.place, p.line) for p in problems(text)]


def test_finding_lines_takes_no_longer_than_the_text_is_long() -> None:
    """Four times any mark takes about four times the work."""
    units = ('"""', "'''\n", '"\\', '["', "[", '# """\n', "'")
    grown = {
        unit: growth(lambda size, unit=unit: partial(lines_of, unit * (size // len(unit))), 100_000) for unit in units
    }
    assert {unit: times for unit, times in grown.items() if times > LINEAR} == {}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"claims": [],}', "there is a comma after the last entry"),
        ('{"claims": [1, 2, ]}', "there is a comma after the last entry"),
        ('{"claims": [{"id": "a" "text": "b"}]}', "a comma is missing here"),
        ('{"claims" []}', "the colon between a key and its value is missing"),
        ('{"claims": }', "a value is missing here"),
        ("{'claims': []}", "use straight double quotation marks"),
        ('{"title": “A case”}', "use straight double quotation marks"),
        ("{claims: []}", "put keys and text in double quotation marks"),
        ('{"title": A case}', "put keys and text in double quotation marks"),
        ('{"exhaustive": True}', "write true, false or null, in small letters"),
        ('{"prior": 0,3}', "write the decimal sign as a point"),
        ('{"prior": .3}', "write the nought before the point"),
        ('{"prior": 30 %}', "write per cents as a share"),
        ('{"cutoff": 2021-03-30}', "put dates in double quotation marks"),
        ('{"title": "A case\n}', "close its quotation mark"),
        ('{"title": "A case', "the quotation mark at the end of this text is missing"),
        ('{"title": "C:\\Users"}', "write a backslash within a text twice"),
        ('{"claims": []', "the file ends too early"),
        ("", "the file ends too early"),
        ('{"claims": [] # none\n}', "JSON has no comments"),
        ('{"claims": []} {}', "there is more after the end of the casebook"),
    ],
)
def test_a_slip_in_json_is_told_in_plain_words(text: str, told: str) -> None:
    """What is wrong and how to fix it, not what the parser expected."""
    with pytest.raises(InvalidCasebook) as caught:
        loads(text, format="json")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[questions]]\nid = "q"\nclaims = ["a",\n  "b"\ntext = "?"\n', "line 3: this is not TOML: the bracket"),
        ('[[questions]]\nclaims = ["a"\n\n[[claims]]\nid = "a"\n', "list that begins in line 2 is missing"),
        ('[[questions]]\nclaims = ["a", # [\n[[claims]]\nid = "a"\n', "list that begins in line 2 is missing"),
        ('[[questions]]\nclaims = ["a"\n', "list that begins in line 2 is missing"),
        ('[[questions]]\nclaims = ["a", 0,3%]\n', "this is not TOML"),
    ],
)
def test_a_list_that_does_not_end_is_told_where_it_begins(text: str, told: str) -> None:
    """The parser stumbles further down, where nothing is wrong."""
    with pytest.raises(InvalidCasebook) as caught:
        loads(text, format="toml")
    assert told in str(caught.value)


@pytest.mark.parametrize(
    ("setting", "told"),
    [
        ("prior = 30", "for 30 per cent write 0.3"),
        ('prior = "1.5 %"', "for 1.5 per cent write 0.015"),
        ("prior = 1.5", ""),
        ("prior = 0", ""),
        ("prior = 100", ""),
        ("prior = -5", ""),
        ("prior = 400", ""),
        ('prior = "0 %"', ""),
        ('prior = "100 %"', ""),
    ],
)
def test_per_cents_are_told_as_shares_where_they_make_some(setting: str, told: str) -> None:
    """Where a number is far too large for a share or has the sign, and fits as a share."""
    (problem,) = problems(f'[[claims]]\nid = "fell"\ntext = "It fell."\n{setting}\n')
    assert told in str(problem)
    assert bool(told) == ("per cent" in str(problem))


@pytest.mark.parametrize(
    ("text", "near"),
    [
        ('[[links]]\nfrom = "fell"\nto = "stood"\nkind = "supports"', "sign"),
        (SAID + "said = 2021-03-30", "stated"),
        (SAID + 'source = "kim"', "origin"),
        (SAID + 'ids = "s1"', "id"),
        (SAID + 'wide = "x"', None),
    ],
)
def test_the_key_that_was_meant_is_suggested(text: str, near: str | None) -> None:
    """Keys have synonyms of their own, and a short key is not taken for whatever has two letters of it."""
    assert [near] == [problem.near for problem in problems(ONE + text) if isinstance(problem, UnknownKey)]
