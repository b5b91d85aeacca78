"""What a type checker knows of the main pipeline, from a file to a page; mypy reads this file, nothing runs it."""

from collections.abc import Mapping
from typing import assert_type

import claimtrack as ct
from claimtrack.scoring import Estimate
from claimtrack.subjective_logic import opinion


def the_stages(path: str) -> None:
    """Each stage is a value of its own class, and the next stage takes it."""
    casebook = assert_type(ct.read(path), ct.Casebook)
    public = assert_type(ct.for_audience(casebook, "public"), ct.Casebook)
    network = assert_type(ct.build(public), ct.Network)
    assessment = assert_type(ct.assess(network), ct.Assessment)
    explanation = assert_type(ct.explain(assessment), ct.Explanation)
    report = assert_type(ct.compose(explanation), ct.Report)
    assert_type(ct.render(report, "html"), str)
    assert_type(ct.check(assessment), ct.Findings)


def one_score(casebook: ct.Casebook) -> None:
    """A claim's score has numbers, a word, and words of its own for status and confidence."""
    score = assert_type(ct.score(casebook)["fell"], ct.Score)
    assert_type(score.probability, float)
    assert_type(score.low, float)
    assert_type(score.word, str)
    assert_type(score.estimate, Estimate)


def files(casebook: ct.Casebook) -> None:
    """Reading gives a casebook, writing a text."""
    assert_type(ct.loads("", format="toml"), ct.Casebook)
    assert_type(ct.dumps(casebook, format="json"), str)


def records() -> None:
    """Fields of records have the types that their pages say, and wrong ones are seen."""
    source = ct.Source(id="kim", name="Kim", reliability="B")
    assert_type(source.name, str)
    assert_type(source.protected, bool)
    assert_type(source.aliases, tuple[str, ...])
    ct.Source(id="kim", name="Kim", reliability="G")  # type: ignore[arg-type]
    ct.Source(name="Kim")  # type: ignore[call-arg]
    source.name = "Lee"  # type: ignore[misc]
    relays = ("paper", ct.Relay(source="service", propensity="serves"))
    said = ct.Statement(origin="kim", claim="fell", stance="asserts", via=relays)
    assert_type(said.via, tuple[ct.Relay, ...])
    assert_type(said.relays, tuple[str, ...])
    ct.Statement(origin="kim", claim="fell", stance="asserts", via=(5,))  # type: ignore[arg-type]


def a_ledger(path: str) -> None:
    """Events replay to a casebook."""
    with ct.Ledger(path) as ledger:
        assert_type(ct.replay(ledger.events()), ct.Casebook)


class Even:
    """A method of one's own is any callable of this shape; nothing is inherited."""

    def __call__(self, network: ct.Network) -> Mapping[str, Estimate]:
        """Every claim is as likely as not."""
        view = opinion(0.5, 0.0, 0.0)
        return {claim: Estimate(opinion=view, low=0.0, high=1.0, judged=False) for claim in network.families}


def a_method(network: ct.Network) -> None:
    """Such a method scores."""
    method: ct.Method = Even()
    assert_type(ct.assess(network, method=method), ct.Assessment)
