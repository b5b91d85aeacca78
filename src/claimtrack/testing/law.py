"""Laws: what a scoring method keeps, each a value with a name, a sentence, an origin and a check."""

from collections.abc import Callable, Mapping
from typing import Any

from claimtrack._record import error, record
from claimtrack.errors import ClaimtrackError
from claimtrack.formats import dumps
from claimtrack.model.casebook import Casebook
from claimtrack.network import build
from claimtrack.scoring import Assessment, Method, OriginEvidence, assess
from claimtrack.testing.choosing import Chooser

__all__ = ["Broken", "Law", "Scorer", "Unmet", "given", "hold", "scorer_of", "tried"]

Scorer = Callable[[Casebook], Assessment]
"""A way to score a casebook."""


@record
class Law:
    """A rule that scores keep."""

    name: str
    """Its name, in small letters."""
    says: str
    """The rule in a sentence."""
    origin: str
    """Where it comes from: a key of the bibliography, or what kind of reason there is for it."""
    make: Callable[[Chooser], Any]
    """Makes up a case to try it on."""
    check: Callable[[Scorer, Any], None]
    """Raises where the rule does not hold of a case, and `Unmet` where the case says nothing about it."""


class Unmet(Exception):
    """The case does not meet the premise of the law, so that it says nothing about it."""


@error
class Broken(ClaimtrackError, AssertionError):
    """A law that does not hold, with the case that shows it."""

    law: Law
    seen: str
    casebooks: tuple[tuple[Casebook, Mapping[str, float]], ...]

    def says(self) -> str:
        """The law, what was seen, and the casebooks with their scores."""
        lines = [f"the law “{self.law.name}” is broken: {self.law.says} ({self.law.origin})", f"seen: {self.seen}"]
        for place, (casebook, scores) in enumerate(self.casebooks, start=1):
            lines += [
                "",
                f"casebook {place} of {len(self.casebooks)}:",
                "",
                dumps(casebook, format="toml").rstrip(),
                "",
            ]
            lines += [f"  P({claim}) = {probability:.6g}" for claim, probability in scores.items()]
        return "\n".join(lines)


class _Held(AssertionError):
    """What was seen where a law does not hold."""


def hold(condition: object, seen: str = "the rule does not hold") -> None:
    """Demand that a law holds."""
    if not condition:
        raise _Held(seen)


def given(condition: object) -> None:
    """Demand the premise of a law."""
    if not condition:
        raise Unmet


def scorer_of(method: Method | None = None) -> Scorer:
    """The way to score a casebook by a method, projecting nothing."""
    chosen = OriginEvidence() if method is None else method
    return lambda casebook: assess(build(casebook), method=chosen)


def tried(law: Law, score: Scorer, case: Any) -> bool:  # noqa: ANN401
    """Try a law on a case; whether the case met its premise.

    Raises:
        Broken: the law does not hold of the case.
    """
    seen: list[tuple[Casebook, Mapping[str, float]]] = []

    def recorded(casebook: Casebook) -> Assessment:
        assessment = score(casebook)
        seen.append((casebook, {claim: one.probability for claim, one in assessment.scores.items()}))
        return assessment

    try:
        law.check(recorded, case)
    except Unmet:
        return False
    except _Held as error:
        raise Broken(law=law, seen=str(error), casebooks=tuple(seen)) from None
    except Exception as error:
        raise Broken(law=law, seen=f"{type(error).__name__}: {error}", casebooks=tuple(seen)) from error
    return True
