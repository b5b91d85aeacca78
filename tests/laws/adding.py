"""Whether the numbers of a tree of reasons add up, each step from the steps that it rests on."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from math import fsum, isclose

from claimtrack.analysis.reasons import Reason
from claimtrack.scoring.assessment import Score
from claimtrack.subjective_logic.opinions import posterior

__all__ = ["errors_in"]


def errors_in(why: Reason, score: Score) -> list[str]:
    """What does not add up, in words; nothing where all does."""
    found = [] if close(why.step.after, score.probability) else [f"the root gives {why.step.after}"]
    for reason in why.walk():
        check = _CHECKS.get(reason.step.rule)
        if check is not None:
            found += [f"{reason.step.rule}: {text}" for text in check(reason)]
    return found


def close(one: float, other: float) -> bool:
    """Whether two numbers are the same but for rounding."""
    return isclose(one, other, rel_tol=1e-9, abs_tol=1e-12)


def _rivals(reason: Reason) -> Iterator[str]:
    (part,) = reason.parts
    if not close(reason.step.before, part.step.after):
        yield f"begins at {reason.step.before}, not at {part.step.after}"


def _opinion(reason: Reason) -> Iterator[str]:
    step = reason.step
    priors = [part.step.after for part in reason.parts if part.step.rule == "prior"]
    if priors != [step.before]:
        yield f"begins at {step.before}, not at {priors}"
    for side, name in (("for", "supporting"), ("against", "opposing")):
        worth = weighs(part for part in reason.parts if part.step.side == side)
        if not close(worth, step.numbers[name]):
            yield f"{name} is {step.numbers[name]}, and its reasons weigh {worth}"
    expected = posterior(step.before, step.numbers["supporting"], step.numbers["opposing"])
    if not close(step.after, expected):
        yield f"ends at {step.after}, not at {expected}"


def weighs(parts: Iterable[Reason]) -> float:
    """What reasons on one side weigh together: one step's number, or the strongest of what counts once."""
    return max((_worth(part) for part in parts), default=0.0)


def _worth(part: Reason) -> float:
    return 0.0 if part.step.rule == "set aside" else part.step.after


def _statement(reason: Reason) -> Iterator[str]:
    numbers = reason.step.numbers
    expected = min(numbers["knowing"] / numbers["anyway"], 1e12)
    if not close(reason.step.after, expected):
        yield f"weighs {reason.step.after}, not {expected}"


def _repetition(reason: Reason) -> Iterator[str]:
    weights = [part.step.after for part in reason.parts]
    if not close(reason.step.before, fsum(weights)) or not close(reason.step.after, max(weights)):
        yield f"{reason.step.before} and {reason.step.after} are not the sum and the strongest of {weights}"


def _dependence(reason: Reason) -> Iterator[str]:
    strength, members = reason.step.numbers["strength"], reason.step.inputs
    best = [_best(reason.parts, name) for name in members]
    weights = [weight for weight in best if weight > 0.0]
    expected = strength * max(weights) + (1.0 - strength) * fsum(weights)
    if not close(reason.step.before, fsum(weights)) or not close(reason.step.after, expected):
        yield f"{weights} make {expected}, not {reason.step.after}"


def _best(parts: Iterable[Reason], origin: str) -> float:
    """The strongest that some reasons bring of an origin."""
    return max((_brings(part, origin) for part in parts), default=0.0)


def _brings(part: Reason, origin: str) -> float:
    step = part.step
    if step.rule == "link":
        return step.numbers.get(f"from {origin}", 0.0)
    if step.rule == "repetition":
        return step.after if step.inputs[0] == origin else 0.0
    return step.after if step.rule == "statement" and step.inputs[1] == origin else 0.0


def _sum(reason: Reason) -> Iterator[str]:
    numbers = reason.step.numbers
    if not close(reason.step.after, fsum(numbers.values())):
        yield f"{dict(numbers)} do not make {reason.step.after}"
    for origin, weight in numbers.items():
        grouped = [part for part in reason.parts if part.step.rule == "dependence" and origin in part.step.inputs]
        brought = grouped[0].step.after if grouped else _best(reason.parts, origin)
        if not close(weight, brought):
            yield f"{origin} counts with {weight}, and its reasons bring {brought}"


def _capped(reason: Reason) -> Iterator[str]:
    before = weighs(reason.parts)
    if (
        len(reason.parts) == 1
        and reason.parts[0].step.rule in ("sum", "dependence")
        and not close(reason.step.before, before)
    ):
        yield f"begins at {reason.step.before}, not at {before}"
    if reason.step.after > reason.step.before * (1.0 + 1e-9):
        yield "lets more through than there is"


def _not_established(reason: Reason) -> Iterator[str]:
    step = reason.step
    expected = max(step.before, min(step.numbers["strongest"], 1e12))
    if not close(step.after, expected):
        yield f"{step.after} is not the greater of {step.before} and {step.numbers['strongest']}"


def _ring(reason: Reason) -> Iterator[str]:
    if not close(reason.step.before, weighs(reason.parts)):
        yield f"begins at {reason.step.before}, not at {weighs(reason.parts)}"


_CHECKS: Mapping[str, Callable[[Reason], Iterator[str]]] = {
    "rivals": _rivals,
    "opinion": _opinion,
    "statement": _statement,
    "repetition": _repetition,
    "dependence": _dependence,
    "sum": _sum,
    "one mouth": _capped,
    "link cap": _capped,
    "not established": _not_established,
    "ring": _ring,
}
