"""Checks to call in tests: that a method, a maker of opinions, a format or a replay keeps its laws."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from claimtrack._records import error
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import MissingExtra
from claimtrack.model.casebook import Casebook
from claimtrack.scoring.protocol import Method, broken_laws
from claimtrack.testing.generate.source import Choices, ReplayChooser
from claimtrack.testing.law import Law, LawBroken, NotTold, scorer_of, try_law
from claimtrack.testing.laws import METHOD_LAWS
from claimtrack.testing.laws.formats import FORMAT_LAWS, CasebookFormat, Content
from claimtrack.testing.laws.histories import HISTORY_LAWS, Replayer
from claimtrack.testing.laws.opinions import OPINION_LAWS, OpinionMaker
from claimtrack.testing.shrinking import shrink
from claimtrack.testing.verdict import StaleExcuse, law_of, verdict_of

_TestFunction = TypeVar("_TestFunction", bound=Callable[..., Any])


class LawNotTried(UserWarning):
    """A law that says nothing of what was checked: it needs what a method does not tell, or no case met its premise."""


@error
class LawsBroken(ClaimtrackError, AssertionError):
    """Several laws do not hold, or several excuses are stale."""

    failures: tuple[LawBroken | StaleExcuse, ...]
    """Each of them."""
    laws: int
    """How many laws were tried."""

    def says(self) -> str:
        """How many, their names, and then each in full."""
        names = ", ".join(failure.law.name for failure in self.failures)
        head = f"{len(self.failures)} of {self.laws} laws fail: {names}"
        return "\n\n".join([head, *map(str, self.failures)])


def check_method(
    method: Method,
    *,
    laws: Sequence[Law] = METHOD_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that a scoring method keeps the laws, and breaks those that it is excused from.

    Hypothesis makes up the cases and shows the smallest that breaks a law. An excuse is tried on at least
    10,000 cases, the same every time.

    Args:
        method: what to check.
        laws: which laws; by default all.
        expect_fail: for each law that the method is meant to break, the reason; None takes those of its `breaks`.
        examples: how many cases for each law; None takes as many as the Hypothesis profile that is loaded.

    Raises:
        LawBroken: one law does not hold; the message shows the smallest case found.
        StaleExcuse: one law is excused, and no case broke it.
        LawsBroken: several of these.
        UnknownName: `expect_fail` names a law that does not exist.
        MissingExtra: Hypothesis is not installed.

    Warns:
        LawNotTried: a law needs a parameter that the method does not tell, or no case met its premise.

    Cost: every case is scored a few times.

    Example:
        >>> from claimtrack.scoring import OriginEvidence
        >>> check_method(OriginEvidence(), laws=METHOD_LAWS[:2], examples=5)
    """
    __tracebackhide__ = True
    excuses = broken_laws(method) if expect_fail is None else expect_fail
    _check(laws, METHOD_LAWS, scorer_of(method), excuses, examples)


def check_opinion(
    make: OpinionMaker,
    *,
    laws: Sequence[Law] = OPINION_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that a maker of opinions keeps the laws of opinions; arguments and errors as in `check_method`.

    Args:
        make: takes a base rate in (0, 1) and the weights of the evidence for and against, from 0 up.
        laws: which laws.
        expect_fail: for each law that it is meant to break, the reason.
        examples: how many cases for each law.

    Example:
        >>> from claimtrack.subjective_logic.opinions import opinion
        >>> check_opinion(opinion, examples=5)
    """
    __tracebackhide__ = True
    _check(laws, OPINION_LAWS, make, expect_fail or {}, examples)


def check_format(
    dump: Callable[[Casebook], Content],
    load: Callable[[Any], Casebook],
    *,
    laws: Sequence[Law] = FORMAT_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that a casebook format keeps the laws of formats; arguments and errors as in `check_method`.

    Args:
        dump: writes a casebook as text or bytes.
        load: reads such a text or bytes.
        laws: which laws.
        expect_fail: for each law that the format is meant to break, the reason.
        examples: how many cases for each law.

    Example:
        >>> from functools import partial
        >>> from claimtrack import dumps, loads
        >>> check_format(partial(dumps, format="json"), partial(loads, format="json"), examples=5)
    """
    __tracebackhide__ = True
    _check(laws, FORMAT_LAWS, CasebookFormat(dump=dump, load=load), expect_fail or {}, examples)


def check_history(
    replay: Replayer,
    *,
    laws: Sequence[Law] = HISTORY_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that a replay of events keeps the laws of histories; arguments and errors as in `check_method`.

    Args:
        replay: takes events, and the times up to which they count, as `claimtrack.replay` does.
        laws: which laws.
        expect_fail: for each law that it is meant to break, the reason.
        examples: how many cases for each law.

    Example:
        >>> from claimtrack import replay
        >>> check_history(replay, examples=5)
    """
    __tracebackhide__ = True
    _check(laws, HISTORY_LAWS, replay, expect_fail or {}, examples)


def parametrize_methods(
    *methods: Method,
    laws: Sequence[Law] = METHOD_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> Callable[[_TestFunction], _TestFunction]:
    """Parametrize a test over methods and laws; it is given a `check` to call.

    Args:
        methods: what to check.
        laws: which laws.
        expect_fail: for each law that the methods are meant to break, the reason; None takes those of their `breaks`.
        examples: how many cases for each law.

    Raises:
        UnknownName: `expect_fail` names a law that does not exist.
        MissingExtra: pytest is not installed.

    Example:
        >>> from claimtrack.scoring import OriginEvidence
        >>> @parametrize_methods(OriginEvidence(), examples=5)
        ... def test_the_laws(check):
        ...     check()
    """
    try:
        import pytest  # noqa: PLC0415 (needed only to decorate a test)
    except ModuleNotFoundError:
        raise MissingExtra(extra="testing", what="tests with pytest") from None
    for name in expect_fail or {}:
        law_of(name, METHOD_LAWS)
    checks = [
        pytest.param(
            partial(check_method, method, laws=(law,), expect_fail=expect_fail, examples=examples),
            id=f"{_name_of(method)}-{law.name}",
        )
        for method in methods
        for law in laws
    ]
    return pytest.mark.parametrize("check", checks)


def _name_of(method: object) -> str:
    return str(getattr(method, "__name__", type(method).__name__))


def _check(
    laws: Sequence[Law], known: Sequence[Law], subject: object, excuses: Mapping[str, str], examples: int | None
) -> None:
    __tracebackhide__ = True
    for name in excuses:
        law_of(name, (*laws, *known))
    failures = [found for law in laws if (found := _failure(law, subject, excuses.get(law.name), examples)) is not None]
    if len(failures) == 1:
        raise failures[0]
    if failures:
        raise LawsBroken(failures=tuple(failures), laws=len(laws))


def _failure(law: Law, subject: object, reason: str | None, examples: int | None) -> LawBroken | StaleExcuse | None:
    if reason is None:
        return _found(law, subject, examples)
    verdict = verdict_of(law, subject, examples=examples or 1, reason=reason)
    if verdict.broken is not None:
        return None
    return StaleExcuse(law=law, reason=reason, examples=verdict.examples)


def _found(law: Law, subject: object, examples: int | None) -> LawBroken | None:
    """The smallest case found that breaks a law."""
    # Hypothesis finds a case and shrinks it as a list of choices. Afterwards our own shrinking leaves out whole parts,
    # such as a source with all of its statements, which changes choices far apart at once.
    from claimtrack.testing.case_strategies import choices_for  # noqa: PLC0415, I001 (says how to get Hypothesis)
    from hypothesis import HealthCheck, Phase, assume, given, settings  # noqa: PLC0415
    from hypothesis.errors import Unsatisfiable  # noqa: PLC0415

    last: Choices = ()
    missing: str | None = None

    @settings(
        max_examples=examples or settings().max_examples,
        database=None,
        deadline=None,
        print_blob=False,
        report_multiple_bugs=False,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(choices_for(law))
    def run(choices: Choices) -> None:
        nonlocal last, missing
        last = choices
        try:
            applies = try_law(law, subject, law.make(ReplayChooser(choices)))
        except NotTold as untold:
            applies, missing = False, str(untold)
        assume(applies)

    try:
        run()
    except LawBroken as broken:
        found = shrink(law, subject, ReplayChooser(last)) or broken
        return LawBroken(law=law, seen=found.seen, casebooks=found.casebooks)
    except Unsatisfiable:
        missing = missing or "no case met its premise"
    if missing is not None:
        _warn(law, missing)
    return None


def _warn(law: Law, because: str) -> None:
    text = f"the law “{law.name}” is not applicable, because {because}"
    warnings.warn(text, LawNotTried, stacklevel=5)
