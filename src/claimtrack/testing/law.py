"""Laws: rules for scores, opinions, formats and histories, each with a name, a sentence, an origin and a check."""

from collections.abc import Callable, Mapping
from typing import Any, Literal

from claimtrack._records import constant_record, error
from claimtrack.errors.base import ClaimtrackError
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method
from claimtrack.testing.display import show_casebooks
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.source import Chooser

Scorer = Callable[[Casebook], Assessment]
"""A way to score a casebook."""


SubjectKind = Literal["method", "opinion", "format", "history"]
"""What a law is about."""


@constant_record
class Law:
    """A rule that scores, opinions, formats or histories keep.

    A check takes the subject and a case. It calls `assume` for the premise and `require` for the rule.

    Example:
        >>> def within(score, book):
        ...     for claim, one in score(book).scores.items():
        ...         require(0.0 <= one.probability <= 1.0, f"P({claim}) = {one.probability}")
        >>> law = Law(name="within", says="P is a share", origin="probability", check=within)
        >>> try_law(law, scorer_of(), Casebook())
        True
    """

    name: str
    """Its name, in lower case."""
    says: str
    """The rule in a sentence."""
    origin: str
    """Where it comes from: a key of the bibliography, or the kind of reason for it."""
    check: Callable[[Any, Any], None]
    """Raises where the rule does not hold in a case, and `NotApplicable` where the case does not meet its premise."""
    make: Callable[[Chooser], Any] = make_casebook
    """Makes up a case to try it on; by default any casebook."""
    about: SubjectKind = "method"
    """What kind of subject it is tried on: a `Scorer`, an `OpinionMaker`, a `CasebookFormat` or a `Replayer`."""


class NotApplicable(Exception):
    """The case does not meet the premise of the law, and so says nothing about it."""


@error
class LawBroken(ClaimtrackError, AssertionError):
    """A law does not hold; the error has the case that shows it."""

    law: Law
    """The law."""
    seen: str
    """What was seen, in words."""
    casebooks: tuple[tuple[Casebook, Mapping[str, float]], ...]
    """The casebooks of the case in the order in which they were tried, each with P by claim."""

    def says(self) -> str:
        """The law, what was seen, and the casebooks with their scores."""
        head = f"the law “{self.law.name}” is broken: {self.law.says} ({self.law.origin})\nseen: {self.seen}"
        return head + show_casebooks(self.casebooks)


class _RuleBroken(AssertionError):
    """What was seen where a law does not hold."""


def require(condition: object, seen: str = "the rule does not hold") -> None:
    """Require that the rule of a law holds; `seen` says what was seen where it does not."""
    if not condition:
        raise _RuleBroken(seen)


def assume(condition: object) -> None:
    """Assume the premise of a law; a case that does not meet it says nothing."""
    if not condition:
        raise NotApplicable


def scorer_of(method: Method | None = None) -> Scorer:
    """Score casebooks by a method, or by the default one, without any projection."""
    chosen = OriginEvidence() if method is None else method
    return lambda casebook: assess(build(casebook), method=chosen)


def try_law(law: Law, subject: Any, case: Any) -> bool:  # noqa: ANN401
    """Try a law on a case, and return whether the case met its premise.

    Args:
        law: the law.
        subject: what it is tried on: a `Scorer`, an `OpinionMaker`, a `CasebookFormat` or a `Replayer`.
        case: what `law.make` made up.

    Raises:
        LawBroken: the law does not hold in the case, or the subject raises an error on it.
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
    except NotApplicable:
        return False
    except _RuleBroken as error:
        raise LawBroken(law=law, seen=str(error), casebooks=tuple(seen)) from None
    except Exception as error:
        raise LawBroken(law=law, seen=f"{type(error).__name__}: {error}", casebooks=tuple(seen)) from error
    return True
