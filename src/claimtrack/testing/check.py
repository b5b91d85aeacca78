"""Checks that a test calls: whether a method, a maker of opinions or a format keeps its laws."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any, TypeVar

from claimtrack._records import error
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import MissingExtra
from claimtrack.model.casebook import Casebook
from claimtrack.scoring.protocol import Method, broken_laws
from claimtrack.testing.generate.shrinking import Choices, Replay as Again, shrunk
from claimtrack.testing.law import Broken, Law, scorer_of, tried
from claimtrack.testing.laws import METHOD_LAWS
from claimtrack.testing.laws.formats import FORMAT_LAWS, Format, Text
from claimtrack.testing.laws.histories import HISTORY_LAWS, Replay
from claimtrack.testing.laws.opinions import OPINION_LAWS, Make
from claimtrack.testing.verdict import StaleExcuse, law_of, verdict_of

_Test = TypeVar("_Test", bound=Callable[..., Any])


@error
class LawsBroken(ClaimtrackError, AssertionError):
    """Several laws that do not hold, or excuses that no longer do."""

    failures: tuple[Broken | StaleExcuse, ...]
    """Each of them."""
    laws: int
    """How many laws were tried."""

    def says(self) -> str:
        """How many, their names, and then each at length."""
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

    Hypothesis makes up the cases and shows the smallest that breaks a law. An excuse is held against at least 2,000
    cases that are the same every time.

    Args:
        method: what to check.
        laws: which laws; all of them as it stands.
        expect_fail: for each law that the method is meant to break, why; None takes its `breaks`, if it has any.
        examples: how many cases for each law; None takes as many as the Hypothesis profile that is loaded.

    Raises:
        Broken: one law does not hold; the message has the smallest case found, with its casebooks and scores.
        StaleExcuse: one law is excused, and nothing broke it.
        LawsBroken: several of these.
        UnknownName: there is no law of a name in `expect_fail`.
        MissingExtra: Hypothesis is not installed.

    Cost: every case is scored a few times.

    Example:
        >>> from claimtrack.scoring import OriginEvidence
        >>> check_method(OriginEvidence(), laws=METHOD_LAWS[:2], examples=5)
    """
    __tracebackhide__ = True
    excuses = broken_laws(method) if expect_fail is None else expect_fail
    _check(laws, METHOD_LAWS, scorer_of(method), excuses, examples)


def check_opinion(
    make: Make,
    *,
    laws: Sequence[Law] = OPINION_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that whatever makes opinions keeps the laws of opinions; arguments and errors as in `check_method`.

    Args:
        make: takes a base rate in (0, 1) and the weights of the evidence for and against, from 0 up.
        laws: which laws.
        expect_fail: for each law that it is meant to break, why.
        examples: how many cases for each law.

    Example:
        >>> from claimtrack.subjective_logic.opinions import opinion
        >>> check_opinion(opinion, examples=5)
    """
    __tracebackhide__ = True
    _check(laws, OPINION_LAWS, make, expect_fail or {}, examples)


def check_format(
    dump: Callable[[Casebook], Text],
    load: Callable[[Any], Casebook],
    *,
    laws: Sequence[Law] = FORMAT_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that a casebook format keeps the laws of formats; arguments and errors as in `check_method`.

    Args:
        dump: a casebook as text or bytes.
        load: the casebook of such a text or bytes.
        laws: which laws.
        expect_fail: for each law that the format is meant to break, why.
        examples: how many cases for each law.

    Example:
        >>> from functools import partial
        >>> from claimtrack import dumps, loads
        >>> check_format(partial(dumps, format="json"), partial(loads, format="json"), examples=5)
    """
    __tracebackhide__ = True
    _check(laws, FORMAT_LAWS, Format(dump=dump, load=load), expect_fail or {}, examples)


def check_history(
    replay: Replay,
    *,
    laws: Sequence[Law] = HISTORY_LAWS,
    expect_fail: Mapping[str, str] | None = None,
    examples: int | None = None,
) -> None:
    """Check that whatever replays events keeps the laws of histories; arguments and errors as in `check_method`.

    Args:
        replay: takes events, and the times up to which they count, as `claimtrack.replay` does.
        laws: which laws.
        expect_fail: for each law that it is meant to break, why.
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
) -> Callable[[_Test], _Test]:
    """Turn a test into one for each method and law; it gets a `check` to call.

    Args:
        methods: what to check.
        laws: which laws.
        expect_fail: for each law that the methods are meant to break, why; None takes each method's `breaks`.
        examples: how many cases for each law.

    Raises:
        UnknownName: there is no law of a name in `expect_fail`.
        MissingExtra: pytest is not installed.

    Example:
        >>> from claimtrack.scoring import OriginEvidence
        >>> @parametrize_methods(OriginEvidence(), examples=5)
        ... def test_the_laws(check):
        ...     check()
    """
    try:
        import pytest  # noqa: PLC0415 (only who decorates a test needs it)
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


def _failure(law: Law, subject: object, reason: str | None, examples: int | None) -> Broken | StaleExcuse | None:
    if reason is None:
        return _found(law, subject, examples)
    verdict = verdict_of(law, subject, examples=examples or 1, reason=reason)
    if verdict.broken is not None:
        return None
    return StaleExcuse(law=law, reason=reason, examples=verdict.examples)


def _found(law: Law, subject: object, examples: int | None) -> Broken | None:
    """The smallest case that is found to break a law.

    Hypothesis finds and shrinks it; then parts are left out that only its kind of choices hold together.
    """
    from claimtrack.testing.generate.strategies import choices_for  # noqa: PLC0415, I001 (says how to get Hypothesis)
    from hypothesis import HealthCheck, Phase, assume, given, settings  # noqa: PLC0415
    from hypothesis.errors import Unsatisfiable  # noqa: PLC0415

    last: Choices = ()

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
        nonlocal last
        last = choices
        assume(tried(law, subject, law.make(Again(choices))))

    try:
        run()
    except Broken as broken:
        found = shrunk(law, subject, Again(last)) or broken
        return Broken(law=law, seen=found.seen, casebooks=found.casebooks)
    except Unsatisfiable:
        return None
    return None
