"""Checks of methods: excuses, names and messages."""

import subprocess
import sys

import pytest

import claimtrack as ct
from claimtrack.errors.failures import UnknownName
from claimtrack.network.build import Network
from claimtrack.testing import (
    METHOD_LAWS,
    Law,
    LawBroken,
    LawNotTried,
    StaleExcuse,
    assume,
    check_method,
    law_of,
    parametrize_methods,
    require,
    scorer_of,
    verdict_of,
)
from claimtrack.testing.matrix import matrix_markdown, matrix_text


class Confident:
    """The default method, and always right in the end."""

    breaks = {"bounded": "it is never in doubt"}  # noqa: RUF012 (as users write it)

    def __call__(self, network: Network, /) -> dict[str, ct.scoring.Estimate]:  # type: ignore[name-defined]
        found = ct.OriginEvidence()(network)
        for one in found.values():
            object.__setattr__(one, "high", 2.0)  # an estimate that is made so is refused
        return dict(found)


def test_a_broken_law_is_told_with_its_smallest_case() -> None:
    """The message has the law's name and sentence, what is wrong, and one claim in TOML, and nothing else."""
    with pytest.raises(LawBroken) as caught:
        check_method(Confident(), laws=[law_of("bounded")], expect_fail={}, examples=20)
    expected = """\
the law “bounded” is broken: b, d and u are shares of 1; P lies between b and 1 - d, and between low and high \
(josang-2016)
seen: InvalidEstimate: the method's estimate of claim "clm-0": its bounds do not hold its probability

casebook 1 of 1:

title = "It is said."

[[sources]]
id = "src-0"
name = "Ada Quill"
reliability = "B"

[[claims]]
id = "clm-0"
text = "It is said."
"""
    assert expected == f"{caught.value}\n"
    assert not getattr(caught.value, "__notes__", [])


def silent(network: Network) -> dict[str, ct.scoring.Estimate]:  # type: ignore[name-defined]
    """The default method, which as a bare function tells nothing of its parameters."""
    return dict(ct.OriginEvidence()(network))


def test_a_law_that_needs_what_a_method_does_not_tell_says_so() -> None:
    """It is not applicable, neither kept nor broken, and what is missing is named, in the verdict and in a warning."""
    law, because = law_of("conservation"), "the method has no attribute `fidelity` that tells what it takes"
    verdict = verdict_of(law, scorer_of(silent), examples=9)
    assert ("not applicable", because, 0) == (verdict.word, verdict.because, verdict.met)
    with pytest.warns(LawNotTried, match="the law “conservation” is not applicable, because the method has"):
        check_method(silent, laws=[law], examples=5)
    assert because in matrix_text({"mine:silent": [verdict]}, 9)
    assert because in matrix_markdown({"mine:silent": [verdict]}, 9)


def test_a_law_whose_premise_no_case_meets_says_so() -> None:
    """A law that was never tried is not silently kept."""
    law = Law(name="idle", says="nothing", origin="nowhere", check=lambda *_: assume(condition=False))
    assert verdict_of(law, scorer_of(), examples=9).because == "none of 9 cases met its premise"
    with pytest.warns(LawNotTried, match="no case met its premise"):
        check_method(ct.OriginEvidence(), laws=[law], examples=5)


def test_an_excuse_that_holds_passes() -> None:
    """A method's own `breaks` are its excuses, and a test can give others."""
    check_method(Confident(), laws=[law_of("bounded")])
    check_method(Confident(), laws=[law_of("bounded")], expect_fail={"bounded": "by design"})


def test_an_excuse_that_no_longer_holds_fails() -> None:
    """A law that is excused, and that nothing broke in at least 10,000 cases, is told with the excuse."""
    with pytest.raises(StaleExcuse) as caught:
        check_method(ct.OriginEvidence(), laws=[law_of("confirmation sign")], expect_fail={"confirmation sign": "why"})
    assert str(caught.value) == (
        "the law “confirmation sign” is excused (why), and none of 10,000 cases broke it: take the excuse away"
    )


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("circels", 'unknown law "circels"; did you mean "circles"?'),
        ("x", 'unknown law "x"; docs/laws.md and `claimtrack laws` list them all'),
    ],
)
def test_an_excuse_for_no_law_names_the_nearest(name: str, message: str) -> None:
    """An excuse for a law that there is not is an error, before anything is tried."""
    with pytest.raises(UnknownName) as caught:
        check_method(ct.OriginEvidence(), expect_fail={name: "why"})
    assert message == str(caught.value)
    with pytest.raises(UnknownName):
        parametrize_methods(ct.OriginEvidence(), expect_fail={name: "why"})


def test_a_method_that_raises_breaks_the_law() -> None:
    """An error of the method is told as what was seen, with the casebook on which it was raised."""

    def raises(_: Network) -> dict[str, ct.scoring.Estimate]:  # type: ignore[name-defined]
        raise ZeroDivisionError("by zero")

    with pytest.raises(LawBroken) as caught:
        check_method(raises, laws=[law_of("order")], examples=5)
    assert "seen: ZeroDivisionError: by zero\n" in str(caught.value)
    assert len(caught.value.casebooks) == 1


def test_a_law_of_ones_own_is_checked_alike() -> None:
    """A law that a user writes is tried, and excused, like any other."""

    def unmoved(score: ct.testing.Scorer, book: ct.Casebook) -> None:  # type: ignore[name-defined]
        require(all(one.probability == one.prior for one in score(book).scores.values()), "P moved")

    law = Law(name="unmoved", says="nothing moves P", origin="nowhere", check=unmoved)
    with pytest.raises(LawBroken):
        check_method(ct.OriginEvidence(), laws=[law], examples=100)
    check_method(ct.OriginEvidence(), laws=[law], expect_fail={"unmoved": "evidence moves it"})


@parametrize_methods(ct.OriginEvidence(), laws=METHOD_LAWS[:3], examples=3)
def test_a_decorated_test_gets_a_check(check) -> None:  # type: ignore[no-untyped-def]
    """A test that is decorated runs once for each method and law."""
    check()


def test_without_hypothesis_only_strategies_and_checks_are_missed() -> None:
    """Without Hypothesis the laws can be listed and tried from seeds; what needs it says how to install it."""
    code = """
import sys
sys.modules["hypothesis"] = None
import claimtrack as ct
from claimtrack.testing import METHOD_LAWS, check_method, verdicts
print([one.word for one in verdicts(ct.OriginEvidence(), laws=METHOD_LAWS[:2], examples=2)])
for tried in (lambda: check_method(ct.OriginEvidence()), lambda: __import__("claimtrack.testing").testing.casebooks):
    try:
        tried()
    except ImportError as error:
        print(error)
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    missing = "making up records with Hypothesis needs more than is installed; run: pip install 'claimtrack[testing]'\n"
    assert done.stdout == "['kept', 'kept']\n" + 2 * missing, done.stderr
