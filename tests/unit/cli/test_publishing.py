"""Publishing asks the checks: what they say about protection is heard before anything is written."""

import pickle
from collections.abc import Callable
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack.checks import ensure_publishable
from claimtrack.cli.main import main
from claimtrack.errors import NotPublishable
from claimtrack.io.casebooks import dumps

Run = Callable[..., str]
PUBLIC = ("--audience", "public")


def telling() -> ct.Casebook:
    """A casebook whose public report would tell role, place and date of its protected source."""
    return ct.Casebook(
        sources=(
            ct.Source(
                id="w1",
                name="Ada Quill",
                protected=True,
                descriptor="the head nurse at the Oxley clinic since May",
            ),
            ct.Source(id="council", name="Oxley Council", kind="organisation"),
        ),
        claims=(ct.Claim(id="closed", text="The ward was closed."),),
        statements=(
            ct.Statement(origin="w1", claim="closed", stance="asserts", terms="background"),
            ct.Statement(origin="council", claim="closed", stance="asserts", terms="on the record"),
        ),
    )


@pytest.fixture
def case(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, run: Run) -> Path:
    """The current folder, with the casebook and a ledger of it."""
    monkeypatch.chdir(tmp_path)
    Path("case.toml").write_text(dumps(telling(), format="toml"), encoding="utf-8")
    run("ledger", "init", "case.ledger", "case.toml", "--learned", "2021-03-01")
    return tmp_path


WAYS = (
    "report case.toml -o out.html",
    "report case.toml -o out/",
    "report case.ledger -o out.md",
    "report case.toml",
    "score case.toml",
    "explain case.toml closed",
    "next case.toml",
    "compare case.toml",
    "what-if case.toml --prior closed=0.3",
    "diff case.toml case.toml",
    "convert case.toml out.json",
    "ledger history case.ledger closed -o out.txt",
    "ledger history case.ledger closed",
    "ledger calibration case.ledger -o out.csv",
    "ledger calibration case.ledger",
    "ledger record case.ledger",
    "ledger diff case.ledger 2021-03-02",
    "ledger as-of case.ledger 2031-01-01 -o out.toml",
    "ledger as-of case.ledger 2031-01-01",
)
"""Every command that makes something for the public, printed or written."""


@pytest.mark.parametrize("way", WAYS)
def test_what_would_give_a_source_away_is_not_published(way: str, case: Path, run: Run) -> None:
    """Nothing is written; the refusal names rule and place, and first what is usually right."""
    before = sorted(case.iterdir())
    said = run(*way.split(), *PUBLIC, status=1)
    assert "nothing was written" in said
    assert "CT703 at sources[0].descriptor" in said
    assert said.index('terms = "on the record"') < said.index("Leave one of them out")
    assert before == sorted(case.iterdir())


@pytest.mark.parametrize("way", WAYS)
def test_it_is_published_anyway_for_a_reason(way: str, case: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    """The reason becomes a waiver in the casebook, a line on stderr says of what; then nothing needs to be asked."""
    assert main([*way.split(), *PUBLIC, "--anyway", "forty nurses worked there"]) == 0
    out, err = capsys.readouterr()
    assert "waiver added: CT703 at sources[0].descriptor" in err
    assert "forty" not in out
    file = next(word for word in way.split() if word.startswith("case."))
    assert main(["check", file]) == 0
    assert "waived: CT703 telling-descriptor at sources[0].descriptor: CT703: forty nurses" in capsys.readouterr().out


def test_a_reason_says_something(case: Path, run: Run) -> None:  # noqa: ARG001
    """An empty reason is none, and a command without one is told what is missing."""
    assert "expected a reason" in run("report", "case.toml", "--anyway", " ", status=2)
    assert "expected one argument" in run("report", "case.toml", "--anyway", status=2)


def test_what_was_entered_is_kept(case: Path, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG001
    """A ledger takes the event and prints its head; only what that changed is not shown."""
    words = ["ledger", "grade", "case.ledger", "council", "B", "--because", "it was right before"]
    assert main([*words, *PUBLIC]) == 0
    out, err = capsys.readouterr()
    assert out.startswith("case.ledger: 1 event added")
    assert "effect not shown: the output could give a source away (CT703 at sources[0].descriptor)" in err


def test_internal_output_is_never_refused(case: Path, run: Run) -> None:  # noqa: ARG001
    """Who may see the whole casebook gets it whatever the checks say."""
    run("report", "case.toml", "-o", "out.html", "--audience", "internal")
    run("convert", "case.toml", "out.toml")


def test_python_asks_the_same() -> None:
    """The function raises what the commands print; a waiver lets a finding stand; a profile can be stricter."""
    with pytest.raises(NotPublishable) as caught:
        ensure_publishable(telling())
    assert caught.value.findings == (("CT703", "sources[0].descriptor"),)
    assert caught.value.findings == pickle.loads(pickle.dumps(caught.value)).findings  # noqa: S301
    assert "Quill" not in str(caught.value)
    waiver = ct.Note(kind="waiver", about="w1", text="CT703: forty nurses have worked there since May.")
    ensure_publishable(telling().with_records(waiver))
    not_agreed = ct.Casebook(
        sources=(ct.Source(id="kim", name="Kim Ra"),),
        claims=(ct.Claim(id="fell", text="It fell."),),
        statements=(ct.Statement(origin="kim", claim="fell", stance="asserts"),),
    )
    ensure_publishable(not_agreed)
    with pytest.raises(NotPublishable, match="CT702"):
        ensure_publishable(not_agreed, profile="ap")
