"""A project of somebody else's can hold its method against the laws, with what is installed and nothing else."""

import os
import subprocess
import sys
from pathlib import Path

METHOD = '''
from claimtrack.scoring import Estimate
from claimtrack.subjective_logic import opinion


class Voting:
    """Each statement is a vote."""

    def __call__(self, network):
        return {claim: self.estimate(network, claim) for claim in network.families}

    def estimate(self, network, claim):
        said = [chain.statement.stance for chain in network.chains[claim]]
        view = opinion(network.families[claim].priors[claim], said.count("asserts"), said.count("denies"))
        return Estimate(opinion=view, low=view.probability, high=view.probability, judged=bool(said))
'''

TESTS = """
from hypothesis import given, strategies as st
from voting import Voting

from claimtrack import Casebook
from claimtrack.testing import check_method, law_of, parametrize_methods

LAWS = [law_of(name) for name in ("bounded", "repetition", "stability")]


@parametrize_methods(Voting(), laws=LAWS, expect_fail={"stability": "an excuse that does not hold"}, examples=40)
def test_the_laws(check):
    check()


def test_with_an_excuse():
    check_method(Voting(), laws=LAWS, expect_fail={"repetition": "every outlet has a vote"}, examples=40)


@given(st.from_type(Casebook))
def test_casebooks_of_a_type(book):
    assert book.claims
"""


def test_a_project_outside_can_check_its_method(tmp_path: Path) -> None:
    """Its failures show the law, its sentence, a casebook in TOML and the scores; an empty excuse fails too."""
    (tmp_path / "voting.py").write_text(METHOD, encoding="utf-8")
    (tmp_path / "test_voting.py").write_text(TESTS, encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if name not in ("PYTHONPATH", "CLAIMTRACK_PROFILE")}
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", str(tmp_path)],
        cwd=tmp_path,
        env=clean,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    shown = [line.removeprefix("E").strip() for line in done.stdout.splitlines()]
    assert done.returncode == 1, done.stdout + done.stderr
    assert "2 failed, 3 passed" in done.stdout
    told = next(line for line in shown if "the law “repetition” is broken: " in line)
    assert "the same statement again, or nine more outlets that pass on what already reached us" in told
    for line in ("casebook 1 of 2:", "[[claims]]", 'id = "clm-0"', "P(clm-0) = 0.666667", "P(clm-0) = 0.75"):
        assert line in shown
    assert any("the law “stability” is excused (an excuse that does not hold), and none of" in line for line in shown)
    assert "Falsifying example" not in done.stdout
    assert "site-packages/hypothesis" not in done.stdout
    assert len(done.stdout.splitlines()) < 120
