"""Laws: what scores, opinions and formats keep, each a value with a name, a sentence, an origin and a check."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from claimtrack._records import error, record
from claimtrack.errors.base import ClaimtrackError
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method
from claimtrack.testing.display import shown_casebooks
from claimtrack.testing.generate.casebooks import a_casebook
from claimtrack.testing.generate.source import Chooser

Scorer = Callable[[Casebook], Assessment]
"""A way to score a casebook."""


@record
class Law:
    """A rule that scores, opinions or formats keep.

    A check takes what is tried and a case. It calls `given` for the premise and `hold` for the rule.

    Example:
        >>> def within(score, book):
        ...     for claim, one in score(book).scores.items():
        ...         hold(0.0 <= one.probability <= 1.0, f"P({claim}) = {one.probability}")
        >>> law = Law(name="within", says="P is a share", origin="probability", check=within)
        >>> tried(law, scorer_of(), Casebook())
        True
    """

    name: str
    """Its name, in small letters."""
    says: str
    """The rule in a sentence."""
    origin: str
    """Where it comes from: a key of the bibliography, or what kind of reason there is for it."""
    check: Callable[[Any, Any], None]
    """Raises where the rule does not hold of a case, and `Unmet` where the case says nothing about it."""
    make: Callable[[Chooser], Any] = a_casebook
    """Makes up a case to try it on; any casebook, unless another way is given."""
    about: Literal["method", "opinion", "format", "history"] = "method"
    """What is tried: a way to score a casebook, a maker of opinions, a format, or a way to replay events."""


class Unmet(Exception):
    """The case does not meet the premise of the law, so that it says nothing about it."""


@error
class Broken(ClaimtrackError, AssertionError):
    """A law that does not hold, with the case that shows it."""

    law: Law
    """The law."""
    seen: str
    """What was seen, in words."""
    casebooks: tuple[tuple[Casebook, Mapping[str, float]], ...]
    """The casebooks of the case in the order in which they were tried, each with P by claim."""

    def says(self) -> str:
        """The law, what was seen, and the casebooks with their scores."""
        head = f"the law “{self.law.name}” is broken: {self.law.says} ({self.law.origin})\nseen: {self.seen}"
        return head + shown_casebooks(self.casebooks)


class _Held(AssertionError):
    """What was seen where a law does not hold."""


def hold(condition: object, seen: str = "the rule does not hold") -> None:
    """Demand that a law holds; what was seen is told where it does not."""
    if not condition:
        raise _Held(seen)


def given(condition: object) -> None:
    """Demand the premise of a law; a case that does not meet it says nothing."""
    if not condition:
        raise Unmet


def scorer_of(method: Method | None = None) -> Scorer:
    """The way to score a casebook by a method, the default one without any, projecting nothing."""
    chosen = OriginEvidence() if method is None else method
    return lambda casebook: assess(build(casebook), method=chosen)


def tried(law: Law, subject: Any, case: Any) -> bool:  # noqa: ANN401
    """Try a law on a case; whether the case met its premise.

    Args:
        law: the law.
        subject: what it is about: a `Scorer`, a maker of opinions, a format, or a way to replay events.
        case: what `law.make` made up.

    Raises:
        Broken: the law does not hold of the case, or what is tried raises an error on it.
    """
    seen: list[tuple[Casebook, Mapping[str, float]]] = []

    def recorded(casebook: Casebook) -> Assessment:
        seen.append((casebook, {}))
        place = len(seen) - 1
        assessment: Assessment = subject(casebook)
        seen[place] = (casebook, {claim: one.probability for claim, one in assessment.scores.items()})
        return assessment

    if law.about == "format":
        seen.append((case[0] if isinstance(case, tuple) else case, {}))
    try:
        law.check(recorded if law.about == "method" else subject, case)
    except Unmet:
        return False
    except _Held as error:
        raise Broken(law=law, seen=str(error), casebooks=tuple(seen)) from None
    except Exception as error:
        raise Broken(law=law, seen=f"{type(error).__name__}: {error}", casebooks=tuple(seen)) from error
    return True
