"""The default method and its slow twin give the same numbers and the same status."""

from typing import Any

import pytest
from hypothesis import example, given, settings

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.model.documents import Document
from claimtrack.model.statements import Relay
from claimtrack.scoring.fidelity import Band
from claimtrack.testing import RandomChooser
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.methods import make_method, score_by
from claimtrack.testing.generate.source import Chooser, choose_some
from claimtrack.testing.generate.strategies import casebooks, strategy_from
from laws.twin import Twin
from laws.twin_status import status
from profiles import by_profile

_CLOSE, _CLOSE_WITH_LINKS = 1e-14, 1e-9
"""Sums in another order move the last digits; a ring is worked out in rounds until hardly anything moves."""
_DOCUMENTS = tuple(Document(id=name, title="Words.") for name in ("video", "src-0", "log"))
"""One of them has the id of a source, which is another thing."""
_PAPERS = ("paper", "wire")
_CHAINS = (("paper",), ("paper", "wire"), ("wire",), ("wire", "paper"), ())
_GAINS = ("neutral", "serves", 0.8, "against")


def _crowded(choose: Chooser, **limits: int) -> ct.Casebook:
    """A casebook whose origins crowd: before exhibits that they share, and into two relays that gain from them."""
    book = make_casebook(choose, Limits(policies=False, **limits))
    sources = tuple(evolve(s, kind=choose.of(("person", "record", "sensor"))) for s in book.sources)
    papers = tuple(ct.Source(id=name, name="Paper", reliability=choose.of(("D", "E", None, "C"))) for name in _PAPERS)
    exhibits = [d.id for d in _DOCUMENTS] + [s.id for s in sources[1:3] if s.kind != "person"]

    def crowded(statement: ct.Statement) -> ct.Statement:
        lineage = choose.of(("examined", "witnessed", "examined", "witnessed", "told"))
        return evolve(
            statement,
            lineage=lineage,
            exhibits=tuple(choose_some(choose, exhibits, 2)) if lineage == "examined" else (),
            reliability=choose.of(("A", "B")),
            propensity=choose.of(("neutral", "against", 0.3)),
            via=tuple(Relay(source=name, propensity=choose.of(_GAINS)) for name in choose.of(_CHAINS)),
        )

    statements = tuple(map(crowded, book.statements))
    return evolve(book, sources=(*sources, *papers), documents=_DOCUMENTS, statements=statements)


_RING = ct.loads(
    """
    sources = [{ id = "ada", name = "Ada", reliability = "F" }, { id = "ben", name = "Ben", reliability = "F" }]
    claims = [{ id = "fed", text = "Words." }, { id = "one", text = "Words." }, { id = "other", text = "Words." }]
    statements = [
        { origin = "ada", claim = "other", stance = "asserts", lineage = "witnessed" },
        { origin = "ben", claim = "other", stance = "asserts", lineage = "witnessed" },
    ]
    links = [
        { from = "one", to = "other", sign = "supports" },
        { from = "other", to = "one", sign = "supports" },
        { from = "one", to = "fed", sign = "undermines", strength = "strong" },
    ]
    """,
    format="toml",
)
"""A ring that weighs something at the kind ends of bands only, and feeds a claim outside it."""


def _compare(book: ct.Casebook, twin: Twin | None = None, scores: ct.Assessment | None = None) -> None:
    twin, scores = twin or Twin(book), scores or ct.score(book)
    estimates, close = twin.estimates(), _CLOSE_WITH_LINKS if book.links else _CLOSE
    assert set(estimates) == set(scores)
    for claim, one in estimates.items():
        score = scores[claim]
        expected = (one.opinion.probability, one.low, one.high)
        assert pytest.approx(expected, rel=0.0, abs=close) == (score.probability, score.low, score.high), claim
        assert status(twin, claim, one) in (None, score.status), claim


def _tables(method: ct.OriginEvidence) -> dict[str, Any]:
    """The parameters of a method as the tables of its twin."""

    def ends(band: Band) -> tuple[float, float, float]:
        return band.low, band.point, band.high

    return {
        "bands": {grade: ends(method.fidelity.of(grade)) for grade in "ABCDE"} | {"F": Twin.bands["F"]},
        "relaying": {grade: ends(method.relay_fidelity.of(grade)) for grade in (*"ABCDEF", None)},
        "propensity": {word: method.propensity.of(word) for word in Twin.propensity},
        "strength": {word: method.strength.of(word) for word in Twin.strength},
        "candour": method.candour,
        "known_origins": {name: ends(band) for name, band in method.sources.items()},
        "known_relays": {name: ends(band) for name, band in method.relays.items()},
    }


@settings(max_examples=by_profile(dev=20, ci=150, deep=5000))
@example(_RING)
@given(casebooks(links=9, claims=5, statements=9))
def test_the_method_is_its_twin(book: ct.Casebook) -> None:
    """Probability, bounds and status are those of the plain twin, with links, rings, rivals and dependences."""
    _compare(book)


@settings(max_examples=by_profile(dev=20, ci=150, deep=5000))
@given(strategy_from(lambda choose: _crowded(choose, links=6, sources=9, claims=2, statements=16)))
def test_the_method_is_its_twin_in_a_crowd(book: ct.Casebook) -> None:
    """So they are where statements rest on exhibits that they share, and full relays gain from what they pass on."""
    _compare(book)


@pytest.mark.parametrize("first", range(0, by_profile(dev=50, ci=300, deep=10_000), 50))
def test_the_method_is_its_twin_by_seed(first: int) -> None:
    """So they are in casebooks that are made up by seeds, which are fuller than those that shrink."""
    for seed in range(first, first + 50):
        links = (0, 0, 3, 8)[seed % 4]
        _compare(_crowded(RandomChooser(seed), links=links, sources=12, claims=1 + seed % 3, statements=40))


@settings(max_examples=by_profile(dev=20, ci=150, deep=5000))
@given(strategy_from(make_method), strategy_from(lambda choose: _crowded(choose, links=4, claims=2, statements=14)))
def test_the_method_is_its_twin_with_any_parameters(method: ct.OriginEvidence, book: ct.Casebook) -> None:
    """So they are with other fidelities, propensities, strengths and candour, and with what is known of sources."""
    _compare(book, Twin(book, **_tables(method)), score_by(method, book))
