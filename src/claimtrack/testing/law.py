"""Laws: rules for scores, opinions, formats and histories, each with a name, a sentence, an origin and a check."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Literal

from claimtrack._records import constant_record, error
from claimtrack.errors.base import ClaimtrackError
from claimtrack.io.casebooks import FORMATS, casebook_tables
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.origin_evidence.method import OriginEvidence
from claimtrack.scoring.protocol import Method
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.source import Chooser

_MOST_LINES = 60
_MOST_CASEBOOKS = 6
"""How much of the casebooks of a case is shown."""

Scorer = Callable[[Casebook], Assessment]
"""A way to score a casebook."""


SubjectKind = Literal["method", "opinion", "format", "history"]
"""What a law is about."""

_Tables = dict[str, Any]


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
    """Raises where the rule does not hold in a case, and `NotApplicable` where the case does not meet its premise.

    A law that depends on parameters reads them from the method that scored the case, and raises `NotTold` where that
    does not tell them.
    """
    make: Callable[[Chooser], Any] = make_casebook
    """Makes up a case to try it on; by default any casebook."""
    about: SubjectKind = "method"
    """What kind of subject it is tried on: a `Scorer`, an `OpinionMaker`, a `CasebookFormat` or a `Replayer`."""


class NotApplicable(Exception):
    """The case does not meet the premise of the law, and so says nothing about it."""


class NotTold(NotApplicable):
    """The law needs a parameter of the method which the method does not tell, and so no case says anything about it."""

    def __init__(self, attribute: str) -> None:
        super().__init__(attribute)
        self.attribute = attribute
        """The attribute by which a method tells it, such as `fidelity`."""

    def __str__(self) -> str:
        return f"the method has no attribute `{self.attribute}` that tells what it takes"


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
        NotTold: the law needs a parameter that the method does not tell.
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
    except NotTold:
        raise
    except NotApplicable:
        return False
    except _RuleBroken as error:
        raise LawBroken(law=law, seen=str(error), casebooks=tuple(seen)) from None
    except Exception as error:
        raise LawBroken(law=law, seen=f"{type(error).__name__}: {error}", casebooks=tuple(seen)) from error
    return True


def show_casebooks(casebooks: Sequence[tuple[Casebook, Mapping[str, float]]]) -> str:
    """Casebooks in TOML, each with the probabilities of its claims; long ones are cut."""
    lines: list[str] = []
    first: _Tables = {}
    for place, (casebook, scores) in enumerate(casebooks[:_MOST_CASEBOOKS], start=1):
        tables = casebook_tables(casebook)
        lines += ["", *_casebook(tables, first, f"casebook {place} of {len(casebooks)}")]
        lines += _cut([f"  P({claim}) = {probability:.6g}" for claim, probability in scores.items()])
        first = first or tables
    return "\n".join(["", *lines]).rstrip() if lines else ""


def _casebook(tables: _Tables, first: _Tables, name: str) -> list[str]:
    if not tables:
        return [f"{name} is empty"]
    if not first:
        return [f"{name}:", "", *_toml(tables), ""]
    if tables == first:
        return [f"{name} is the first again:", ""]
    new, gone = _beyond(tables, first), _beyond(first, tables)
    if _size(new) + _size(gone) >= _size(tables):
        return [f"{name}:", "", *_toml(tables), ""]
    if not new and not gone:
        return [f"{name} is the first in another order:", ""]
    ids = {
        (collection, item.get("id")) for collection, items in new.items() if isinstance(items, list) for item in items
    }
    lost = [
        f"{collection}: {item.get('id', item)}"
        for collection, items in gone.items()
        if isinstance(items, list)
        for item in items
        if item.get("id") is None or (collection, item["id"]) not in ids
    ]
    lines = [f"{name} is the first without:", *_cut([f"  {one}" for one in lost])] if lost else []
    if new:
        lines += ["and with:" if lost else f"{name} is the first with:", "", *_toml(new)]
    return [*lines, ""]


def _beyond(tables: _Tables, other: _Tables) -> _Tables:
    """What some tables hold that others do not."""
    found: _Tables = {}
    for name, value in tables.items():
        old = other.get(name)
        if isinstance(value, list) and isinstance(old, list):
            value = [item for item in value if item not in old]  # noqa: PLW2901 (what is left of it)
        if value not in ([], old):
            found[name] = value
    return found


def _size(tables: _Tables) -> int:
    return sum(len(value) if isinstance(value, list) else 1 for value in tables.values())


def _toml(tables: _Tables) -> list[str]:
    return _cut(FORMATS["toml"].dump(tables).rstrip().split("\n"))


def _cut(lines: list[str]) -> list[str]:
    if len(lines) <= _MOST_LINES:
        return lines
    return [*lines[:_MOST_LINES], f"  … and {len(lines) - _MOST_LINES} more lines"]
