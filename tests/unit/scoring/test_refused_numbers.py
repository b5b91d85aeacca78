"""What is refused: numbers that cannot be, estimates that are none, and numbers for sources that are not there."""

from collections.abc import Callable, Mapping
from math import inf, nan
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack.errors.failures import InvalidEstimate
from claimtrack.errors.problems import OutOfRange, UnknownId, WrongType
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate
from claimtrack.scoring.fidelity import Band, Fidelity, Propensity, RelayFidelity, Strength
from claimtrack.scoring.protocol import rename_sources, tell_method
from claimtrack.subjective_logic.opinions import Opinion, opinion
from claimtrack.testing.generate.changes import just, plain_claim, witness

_HALF = Band(0.5, 0.5, 0.5)
_VIEW = opinion(0.5, 3.0, 0.0)

WRONG: dict[str, Callable[[], object]] = {
    "a band below its low end": lambda: Band(0.1, 0.2, 0.3),
    "a band up to 1": lambda: Band(0.5, 0.2, 1.0),
    "a band of NaN": lambda: Band(nan, 0.0, 0.5),
    "a band of words": lambda: Band("high", 0.0, 0.5),  # type: ignore[arg-type]
    "a B above A": lambda: Fidelity(B=Band(0.95, 0.45, 0.96)),
    "a band wider than a better one's": lambda: Fidelity(C=Band(0.35, 0.2, 0.9)),
    "a relay's B above A": lambda: RelayFidelity(B=Band(0.985, 0.85, 0.985)),
    "a number for F": lambda: RelayFidelity(F=Band(0.1, 0.0, 0.9)),
    "serves below neutral": lambda: Propensity(serves=0.4),
    "against at 0": lambda: Propensity(against=0.0),
    "a propensity of NaN": lambda: Propensity(neutral=nan),
    "a strength of 1": lambda: Strength(strong=1.0),
    "weak above moderate": lambda: Strength(weak=0.7),
    "a candour above 1": lambda: ct.OriginEvidence(candour=1.5),
    "a candour of NaN": lambda: ct.OriginEvidence(candour=nan),
    "an opinion of more than 1": lambda: attrs.evolve(_VIEW, belief=0.9),
    "an opinion of NaN": lambda: attrs.evolve(_VIEW, probability=nan),
    "an opinion below 0": lambda: Opinion(belief=-0.5, disbelief=0.5, unknown=1.0, base_rate=0.5, probability=0.0),
    "a P that is not b + a·u": lambda: attrs.evolve(_VIEW, probability=0.5),
    "bounds that leave P out": lambda: Estimate(opinion=_VIEW, low=0.1, high=0.2),
    "bounds in the wrong order": lambda: Estimate(opinion=_VIEW, low=0.9, high=0.1),
    "a bound of NaN": lambda: Estimate(opinion=_VIEW, low=nan, high=0.9),
    "a bound above 1": lambda: Estimate(opinion=_VIEW, low=0.1, high=inf),
}


@pytest.mark.parametrize("make", WRONG.values(), ids=WRONG)
def test_numbers_that_cannot_be_are_refused(make: Callable[[], object]) -> None:
    """Each is out of range, and none becomes a value."""
    with pytest.raises(OutOfRange):
        make()


def test_what_is_no_band_is_refused() -> None:
    """A bare number is no band, for a grade or for a source."""
    with pytest.raises(WrongType):
        Fidelity(A=0.9)  # type: ignore[arg-type]
    with pytest.raises(WrongType):
        ct.OriginEvidence(sources={"kim": 0.9})  # type: ignore[dict-item]


def _unchecked(**changes: float) -> Estimate:
    """An estimate that a method made without its constructor."""
    made = Estimate(opinion=_VIEW, low=0.1, high=0.9)
    for name, value in changes.items():
        object.__setattr__(made, name, value)
    return made


RETURNED: dict[str, tuple[object, str]] = {
    "nothing": ({}, "there is none"),
    "no mapping": (None, "there is none, since NoneType is no mapping"),
    "a number": ({"fell": 0.8}, "it is a float, not an Estimate"),
    "NaN": ({"fell": _unchecked(low=nan)}, "not all of its numbers are finite"),
    "bounds without P": ({"fell": _unchecked(low=0.85)}, "its bounds do not hold its probability"),
}


@pytest.mark.parametrize(("returned", "wrong"), RETURNED.values(), ids=RETURNED)
def test_what_a_method_returns_is_checked(returned: Any, wrong: str) -> None:
    """The error names the claim and says what is wrong with its estimate."""

    def method(_: Network, /) -> Mapping[str, Estimate]:
        return returned  # type: ignore[no-any-return]

    with pytest.raises(InvalidEstimate, match=wrong) as caught:
        ct.score(just(plain_claim(), *witness("kim", "fell")), method=method)
    assert caught.value.claim == "fell"


def test_a_source_that_is_not_there_is_an_error() -> None:
    """Numbers for an unknown source are refused with the nearest id, as origin and as relay."""
    book = just(plain_claim(), *witness("whisper", "fell"))
    for role in ("sources", "relays"):
        with pytest.raises(UnknownId) as caught:
            ct.score(book, method=ct.OriginEvidence(**{role: {"whispr": _HALF}}))
        assert (caught.value.seen, caught.value.near) == ("whispr", "whisper")


def _hidden() -> ct.Casebook:
    """A casebook whose source is hidden in public."""
    source, said = witness("whisper", "fell", grade="D")
    return just(
        plain_claim(),
        attrs.evolve(source, name="Ada Quill", protected=True, descriptor="a nurse"),
        attrs.evolve(said, terms="background"),
    )


def test_numbers_of_single_sources_go_through_the_public_projection() -> None:
    """A hidden source keeps its number in public, under its label; its id stands nowhere."""
    method = ct.OriginEvidence(sources={"whisper": Band(0.8, 0.7, 0.9)})
    public = ct.score(_hidden(), audience="public", method=method)
    assert public["fell"].probability == pytest.approx(0.9)
    assert public["fell"].probability == ct.score(_hidden(), method=method)["fell"].probability
    for form in ("text", "json"):
        assert "whisper" not in ct.render(ct.compose(ct.explain(public)), form)
    assert public.network.casebook.sources[0].id in public.method.sources  # type: ignore[attr-defined]


def test_a_number_for_what_the_public_does_not_see_is_dropped() -> None:
    """Of a source of which nothing is public no number is left."""
    method = ct.OriginEvidence(sources={"kim": _HALF}, relays={"lee": _HALF})
    moved = rename_sources(method, {"kim": ("source-1", "source-2")})
    assert (dict(moved.sources), dict(moved.relays)) == ({"source-1": _HALF, "source-2": _HALF}, {})
    assert rename_sources(ct.OriginEvidence(), {}) == ct.OriginEvidence()


def test_the_line_of_a_method_makes_it_again() -> None:
    """A report's line has the numbers of single sources by id, and of protected ones a digest of them."""
    book = just(plain_claim(), *witness("kim", "fell"), *_hidden().sources)
    method = ct.OriginEvidence(sources={"kim": _HALF}, relays={"kim": _HALF})
    names = {name: getattr(ct.scoring, name) for name in ct.scoring.__all__}
    assert method == eval(tell_method(method, book), names)  # noqa: S307
    assert "kim" not in repr(method)
    both = ct.OriginEvidence(sources={"kim": _HALF, "whisper": _HALF})
    told = tell_method(both, book)
    assert "'kim': Band(point=0.5, low=0.5, high=0.5), <1 source, digest " in told
    assert "whisper" not in told
    other = ct.OriginEvidence(sources={"kim": _HALF, "whisper": Band(0.6, 0.5, 0.7)})
    assert len({repr(one) for one in (both, other)}) == len({told, tell_method(other, book)}) == 2
