"""Made-up casebooks as Hypothesis strategies, which shrink to the dullest legal value."""

from collections.abc import Sequence
from typing import Any, TypeVar

from hypothesis import assume
from hypothesis import strategies as st

from claimtrack.model.casebook import Casebook
from claimtrack.testing.law import Law, Unmet
from claimtrack.testing.made import Limits, a_casebook

__all__ = ["casebooks", "cases"]

_T = TypeVar("_T")


class _Drawn:
    """A chooser that lets Hypothesis choose, and shrink."""

    def __init__(self, draw: st.DrawFn) -> None:
        self._draw = draw

    def of(self, options: Sequence[_T]) -> _T:
        return options[self._draw(st.integers(0, len(options) - 1))]

    def whole(self, low: int, high: int) -> int:
        return self._draw(st.integers(low, high))

    def real(self, low: float, high: float) -> float:
        return self._draw(st.floats(low, high))


@st.composite
def casebooks(draw: st.DrawFn, /, **limits: Any) -> Casebook:  # noqa: ANN401
    """Any valid casebook within some limits: the fields of `Limits`."""
    return a_casebook(_Drawn(draw), Limits(**limits))


@st.composite
def cases(draw: st.DrawFn, law: Law) -> Any:  # noqa: ANN401
    """The cases that a law is tried on."""
    try:
        return law.make(_Drawn(draw))
    except Unmet:
        assume(False)  # noqa: FBT003
