"""A desk's own files: profiles, words and grades, and what is said of mistakes in them."""

from collections.abc import Callable

import pytest

import claimtrack as ct
from claimtrack.errors import InvalidCasebook

_WORDS = """\
name = "Our words"

[[terms]]
label = "doubtful"
low = 0
high = 0.4

[[terms]]
label = "open"
low = 0.4
high = 0.6

[[terms]]
label = "likely"
low = 0.6
high = 1
"""
_GRADES = """\
name = "Our grades"
converts_to = "admiralty.reliability"

[[levels]]
code = "gold"
label = "Always right so far"
to = "A"

[[levels]]
code = "odd"
label = "Right on some days"
loses = "that it depends on the day"

[[levels]]
code = "new"
label = "New to us"
basis = false
to = "F"
"""


def test_a_desk_has_its_own_words() -> None:
    """Words from a file stand in every score, and the report names their scale."""
    words = ct.words_from_toml(_WORDS)
    assert [ct.word_for(p, words) for p in (0.0, 0.39, 0.4, 0.6, 1.0)] == [
        "doubtful",
        "doubtful",
        "open",
        "likely",
        "likely",
    ]
    assessment = ct.assess(ct.build(_book()), words=words)
    assert assessment["fell"].word == "likely"
    assert "Our words" in ct.render(ct.compose(ct.explain(assessment)), "text")


def test_a_desk_has_its_own_grades() -> None:
    """Grades from a file convert, and say what they lose."""
    grades = ct.grades_from_toml(_GRADES)
    assert (grades.convert("gold").code, grades.convert("gold").loses) == ("A", "")
    assert (grades.convert("odd").code, grades.convert("odd").loses) == (None, "that it depends on the day")
    assert grades.start.rank("new") is None


def _book() -> ct.Casebook:
    return ct.Casebook(
        sources=(ct.Source(id="kim", name="Kim", reliability="B"),),
        claims=(ct.Claim(id="fell", text="The bridge fell."),),
        statements=(ct.Statement(origin="kim", claim="fell", stance="asserts", lineage="witnessed"),),
    )


@pytest.mark.parametrize(
    ("read", "text", "said"),
    [
        (ct.profile_from_toml, "[rules]\nCT101 = 'error'", ["name: missing"]),
        (
            ct.profile_from_toml,
            "name = 'A'\n[rules]\nCT11 = 'error'",
            ['rules.CT11 (line 3): unknown key; did you mean "CT101"?'],
        ),
        (
            ct.profile_from_toml,
            "name = 'A'\n[rules]\nCT101 = 'eror'",
            ["rules.CT101 (line 3): unknown word", 'did you mean "error"?'],
        ),
        (ct.profile_from_toml, "name = 'A'\nbased_on = 'app'", ["based_on (line 2): unknown word", "ap"]),
        (ct.profile_from_toml, "name = 'A'\nrule = 1", ["rule (line 2): unknown key", "rules"]),
        (ct.profile_from_toml, "name = 'A'\nrules = 1", ["rules (line 2): expected a table"]),
        (ct.profile_from_toml, "name = ", ["this is not TOML"]),
        (ct.words_from_toml, "name = 'A'", ["terms: missing"]),
        (
            ct.words_from_toml,
            _WORDS.replace("high = 0.4\n", "high = 40\n"),
            ["terms[0].high (line 6): 40 is out of range"],
        ),
        (ct.words_from_toml, _WORDS.replace('"open"', '"doubtful"'), ["terms[1].label", "duplicate"]),
        (ct.words_from_toml, _WORDS.replace("low = 0.6\nhigh = 1", "low = 0\nhigh = 0.1"), ["rising order"]),
        (ct.words_from_toml, _WORDS.replace("low = 0.4\nhigh = 0.6", "low = 0.6\nhigh = 0.4"), ["at least 0.6"]),
        (ct.words_from_toml, _WORDS.replace("label =", "labl ="), ["terms[0].labl", 'did you mean "label"?']),
        (ct.words_from_toml, _WORDS.replace("low = 0\n", 'low = "0"\n'), ["terms[0].low", "a number from 0 to 1"]),
        (ct.words_from_toml, _WORDS.replace("low = 0\n", "low = nan\n"), ["terms[0].low"]),
        (ct.grades_from_toml, _GRADES.replace('to = "A"', 'to = "G"'), ["levels[0].to", "unknown word", "A, B"]),
        (ct.grades_from_toml, _GRADES.replace("loses", "lose"), ["levels[1].loses", "missing", "levels[1].lose"]),
        (ct.grades_from_toml, _GRADES.replace('"new"', '"gold"'), ["levels[2].code", "duplicate"]),
        (ct.grades_from_toml, _GRADES.replace("basis = false", "basis = 'no'"), ["levels[2].basis", "true or false"]),
        (
            ct.grades_from_toml,
            _GRADES.replace("admiralty.rel", "admirality.rel"),
            ["converts_to", "admiralty.reliability"],
        ),
    ],
)
def test_mistakes_are_told_kindly(read: Callable[[str], object], text: str, said: list[str]) -> None:
    """Each mistake says what, where, what was expected, and the nearest right name."""
    with pytest.raises(InvalidCasebook) as caught:
        read(text)
    message = "\n".join(map(str, caught.value.problems))
    assert [part for part in said if part.casefold() not in message.casefold()] == []
