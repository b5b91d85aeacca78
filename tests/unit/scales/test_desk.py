"""A desk's own files: profiles, words and grades, and what is said of mistakes in them."""

from collections.abc import Callable
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.cli.main import main
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.errors.problems import DuplicateId, OutOfRange
from claimtrack.scales.grades import Crosswalk
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import scale_from_toml

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
    words = ct.scales.words_from_toml(_WORDS)
    assert [ct.scales.word_for(p, words) for p in (0.0, 0.39, 0.4, 0.6, 1.0)] == [
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
    grades = ct.scales.grades_from_toml(_GRADES)
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
        (ct.checks.profile_from_toml, "[rules]\nCT101 = 'error'", ["name: missing"]),
        (
            ct.checks.profile_from_toml,
            "name = 'A'\n[rules]\nCT8O1 = 'error'",
            ['rules.CT8O1 (line 3): unknown key; did you mean "CT801"?'],
        ),
        (
            ct.checks.profile_from_toml,
            "name = 'A'\n[rules]\nCT101 = 'eror'",
            ["rules.CT101 (line 3): unknown word", 'did you mean "error"?'],
        ),
        (ct.checks.profile_from_toml, "name = 'A'\nbased_on = 'app'", ["based_on (line 2): unknown word", "ap"]),
        (ct.checks.profile_from_toml, "name = 'A'\nrule = 1", ["rule (line 2): unknown key", "rules"]),
        (ct.checks.profile_from_toml, "name = 'A'\nrules = 1", ["rules (line 2): expected a table"]),
        (ct.checks.profile_from_toml, "name = ", ["this is not TOML"]),
        (ct.scales.words_from_toml, "name = 'A'", ["terms: missing"]),
        (
            ct.scales.words_from_toml,
            _WORDS.replace("high = 0.4\n", "high = 40\n"),
            ["terms[0].high (line 6): 40 is out of range"],
        ),
        (ct.scales.words_from_toml, _WORDS.replace('"open"', '"doubtful"'), ["terms[1].label", "duplicate"]),
        (ct.scales.words_from_toml, _WORDS.replace("low = 0.6\nhigh = 1", "low = 0\nhigh = 0.1"), ["rising order"]),
        (ct.scales.words_from_toml, _WORDS.replace("low = 0.4\nhigh = 0.6", "low = 0.6\nhigh = 0.4"), ["at least 0.6"]),
        (ct.scales.words_from_toml, _WORDS.replace("label =", "labl ="), ["terms[0].labl", 'did you mean "label"?']),
        (
            ct.scales.words_from_toml,
            _WORDS.replace("low = 0\n", 'low = "0"\n'),
            ["terms[0].low", "a number from 0 to 1"],
        ),
        (ct.scales.words_from_toml, _WORDS.replace("low = 0\n", "low = nan\n"), ["terms[0].low"]),
        (ct.scales.grades_from_toml, _GRADES.replace('to = "A"', 'to = "G"'), ["levels[0].to", "unknown word", "A, B"]),
        (
            ct.scales.grades_from_toml,
            _GRADES.replace("loses", "lose"),
            ["levels[1].loses", "missing", "levels[1].lose"],
        ),
        (ct.scales.grades_from_toml, _GRADES.replace('"new"', '"gold"'), ["levels[2].code", "duplicate"]),
        (
            ct.scales.grades_from_toml,
            _GRADES.replace("basis = false", "basis = 'no'"),
            ["levels[2].basis", "true or false"],
        ),
        (
            ct.scales.grades_from_toml,
            _GRADES.replace("admiralty.rel", "admirality.rel"),
            ["converts_to", "admiralty.reliability"],
        ),
        (
            ct.scales.grades_from_toml,
            _GRADES.replace("admiralty.reliability", "lineage"),
            ["converts_to (line 2): expected a scale of source reliability", "got lineage, a scale of directness"],
        ),
    ],
)
def test_mistakes_are_told_kindly(read: Callable[[str], object], text: str, said: list[str]) -> None:
    """Each mistake says what, where, what was expected, and the nearest right name."""
    with pytest.raises(InvalidCasebook) as caught:
        read(text)
    message = "\n".join(map(str, caught.value.problems))
    assert [part for part in said if part.casefold() not in message.casefold()] == []


@pytest.mark.parametrize(
    "text",
    [
        _WORDS,
        _WORDS.replace("[[terms]]", "[[ terms ]]"),
        'name = "Ours"\nterms = [{label = "no", low = 0, high = 0.5}, {label = "yes", low = 0.5, high = 1}]\n',
        "# not [[levels]]\n" + _WORDS,
    ],
)
def test_a_file_with_terms_holds_words(text: str) -> None:
    """However TOML spells a list of tables, and whatever a comment says."""
    assert isinstance(scale_from_toml(text), LikelihoodScale)


@pytest.mark.parametrize(
    "text", [_GRADES, "# not [[terms]]\n" + _GRADES, _GRADES.replace("[[levels]]", "[[ levels ]]")]
)
def test_a_file_without_terms_holds_grades(text: str) -> None:
    """What a comment says makes no words of them."""
    assert isinstance(scale_from_toml(text), Crosswalk)


@pytest.mark.parametrize(
    ("read", "text"),
    [
        (ct.scales.grades_from_toml, _GRADES.replace("code =", "cod =")),
        (ct.scales.words_from_toml, _WORDS.replace("label =", "labl =")),
        (ct.scales.words_from_toml, _WORDS.replace("low =", "lo =").replace("high =", "hig =")),
    ],
)
def test_what_is_missing_is_told_once(read: Callable[[str], object], text: str) -> None:
    """Levels without a code and terms without a label or ends are no duplicates, and in no wrong order."""
    with pytest.raises(InvalidCasebook) as caught:
        read(text)
    assert not any(isinstance(problem, DuplicateId | OutOfRange) for problem in caught.value.problems)


def test_a_wrong_axis_is_told_without_what_follows_from_it() -> None:
    """Where the axis is no axis, nothing is said of the scale that it does not go with."""
    with pytest.raises(InvalidCasebook) as caught:
        ct.scales.grades_from_toml('axis = "directnes"\n' + _GRADES.replace("admiralty.reliability", "lineage"))
    assert {problem.place for problem in caught.value.problems if "levels" not in problem.place} == {"axis"}


def test_grades_convert_on_their_own_axis() -> None:
    """A desk that grades how an origin knows says so, and converts to a scale of that."""
    text = 'axis = "directness"\n' + _GRADES.replace("admiralty.reliability", "lineage").replace('"A"', '"witnessed"')
    assert ct.scales.grades_from_toml(text.replace('to = "F"', 'to = "unknown"')).convert("gold").code == "witnessed"


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["{grades}", "--to", "misp"], "{grades} converts to admiralty.reliability only"),
        (["{grades}", "--to", "icd203"], "{grades} has grades and icd203 has likelihood words: one cannot"),
        (["uk5x5x5.source", "--to", "icd203"], "uk5x5x5.source has grades and icd203 has likelihood words"),
        (
            ["phia", "--to", "misp"],
            "phia has likelihood words and misp has grades: one cannot be converted to the other",
        ),
        (
            ["misp", "--to", "{grades}"],
            "{grades} converts to admiralty.reliability, and nothing converts to it",
        ),
    ],
)
def test_a_way_that_is_not_there_is_told_in_the_users_words(
    words: list[str], said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """The scales are named as they were asked for, with what they hold and where they lead."""
    path = tmp_path / "grades.toml"
    path.write_text(_GRADES, encoding="utf-8")
    assert main(["scales", *(word.format(grades=path) for word in words)]) == 2
    assert said.format(grades=path) in " ".join(capsys.readouterr().err.split())


def test_a_desks_files_are_shown(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its grades with their way, and its words in any spelling of TOML beside those of a known scale."""
    grades, words = tmp_path / "grades.toml", tmp_path / "words.toml"
    grades.write_text("# not [[terms]]\n" + _GRADES, encoding="utf-8")
    words.write_text(_WORDS.replace("[[terms]]", "[[ terms ]]"), encoding="utf-8")
    assert main(["scales", str(grades), "--to", "admiralty.reliability"]) == 0
    assert main(["scales", str(words), "--to", "icd203"]) == 0
    shown = capsys.readouterr().out
    assert "that it depends on the day" in shown
    assert "doubtful" in shown
