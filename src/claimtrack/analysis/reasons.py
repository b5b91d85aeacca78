"""Reasons: the working of a score as a tree, from the judgment down to statements, each step with its sentence."""

from collections.abc import Iterable, Iterator, Sequence

from claimtrack._records import record
from claimtrack.analysis.sentences import Setting, number, sentence
from claimtrack.scoring.assessment import Score, Step

_LEAVES = ("statement", "set aside", "link")
_CUTS = ("one exhibit", "one mouth", "link cap")
"""The rules that let through less than came in, sometimes by less than is shown."""


@record
class Reason:
    """One step of the working with its sentence, and the reasons that it rests on."""

    step: Step
    """The step, as data."""
    text: str
    """The step in a sentence."""
    parts: "tuple[Reason, ...]" = ()
    """The reasons that the step was made from; none for a statement, a link or a prior."""
    claim: str | None = None
    """For a link: the id of the claim that it leads from. Its reasons are in that claim's account."""

    @property
    def is_visible(self) -> bool:
        """Whether it says anything: a cut from 21.43 to 21.41 would read as one from 21.4 to 21.4."""
        step = self.step
        return step.rule not in _CUTS or number(step.before) != number(step.after)

    def walk(self) -> "Iterator[Reason]":
        """Iterate over this reason and all below it."""
        yield self
        for part in self.parts:
            yield from part.walk()


def reasons_of(setting: Setting, score: Score) -> tuple[Reason, ...]:
    """The steps of a score in the order in which they were made, each with its sentence."""
    return tuple(_reason(setting, score, step) for step in score.steps)


def _reason(setting: Setting, score: Score, step: Step, parts: Iterable[Reason] = ()) -> Reason:
    claim = step.inputs[1] if step.rule == "link" else None
    return Reason(step=step, text=sentence(setting, score, step), parts=tuple(parts), claim=claim)


def tree_of(setting: Setting, score: Score) -> Reason | None:
    """The working of a score as a tree; None for a method that leaves none.

    The root is the last step that made the probability: sharing among rivals, or the opinion. Below it are the prior
    and, on each side, what is not established beside what is; what relays and links let through; the sum over
    origins; dependent origins; repetitions; and at the leaves statements and links. Steps of a rule that is not known
    here hang below the root in their order.

    Cost: linear in the steps.
    """
    steps = {step.rule: step for step in score.steps if step.side is None}
    opinion = steps.pop("opinion", None)
    if opinion is None:
        return None
    known = {"prior", "rivals", "bounds", "large ring"}
    before = [steps["prior"]] if "prior" in steps else []
    after = [step for name, step in steps.items() if name not in known]
    sides = [part for side in ("for", "against") for part in _side(setting, score, side)]
    parts = [*(_reason(setting, score, step) for step in (*before, *after)), *sides]
    root = _reason(setting, score, opinion, parts)
    return _reason(setting, score, steps["rivals"], [root]) if "rivals" in steps else root


def _side(setting: Setting, score: Score, side: str) -> list[Reason]:
    """What one side of a claim rests on, the last step outermost."""
    steps = [step for step in score.steps if step.side == side]
    leaves = _leaves(setting, score, steps)
    unsure = [leaf for leaf in leaves if not _is_sure(setting, leaf)]
    rest = [leaf for leaf in leaves if _is_sure(setting, leaf) or leaf.step.numbers.get("established", 0.0) > 0.0]
    for step in steps:
        if step.rule == "dependence":
            joined = set(step.inputs)
            apart = [joined.isdisjoint(_origins(leaf)) for leaf in rest]
            parts = [leaf for leaf, other in zip(rest, apart, strict=True) if not other]
            others = [leaf for leaf, other in zip(rest, apart, strict=True) if other]
            rest = [_reason(setting, score, step, parts), *others]
        elif step.rule == "not established":
            there = set(map(id, rest))
            parts = [*rest, *(leaf for leaf in unsure if id(leaf) not in there)]
            rest, unsure = [_reason(setting, score, step, parts)], []
        elif step.rule not in (*_LEAVES, "repetition"):
            rest = [_reason(setting, score, step, rest)]
    return [*rest, *unsure]


def _leaves(setting: Setting, score: Score, steps: Sequence[Step]) -> list[Reason]:
    """The statements and links; those of one origin that count only once are grouped, where the first of them stood."""
    repetitions = [step for step in steps if step.rule == "repetition"]
    whole: dict[str, int] = {}
    for place, step in enumerate(repetitions):
        for name in step.inputs[1:]:
            whole.setdefault(name, place)
    found: list[Reason] = []
    parts: dict[int, list[Reason]] = {}
    places: dict[int, int] = {}
    for step in steps:
        if step.rule in _LEAVES:
            leaf = _reason(setting, score, step)
            group = whole.get(step.inputs[0]) if step.rule == "statement" else None
            if group is None:
                found.append(leaf)
            elif group in parts:
                parts[group].append(leaf)
            else:
                parts[group], places[group] = [leaf], len(found)
                found.append(leaf)
    for group, place in places.items():
        found[place] = _reason(setting, score, repetitions[group], parts[group])
    return found


def _is_sure(setting: Setting, leaf: Reason) -> bool:
    """Whether a leaf, or the group that it stands for, is established."""
    step = leaf.step
    if step.rule == "link":
        return step.numbers["established"] > 0.0 and step.numbers["not established"] == 0.0
    name = step.inputs[1] if step.rule == "repetition" else step.inputs[0]
    return step.rule != "set aside" and setting.chains[name].established is not None


def _origins(leaf: Reason) -> set[str]:
    """The origins that a leaf brings."""
    step = leaf.step
    if step.rule == "link":
        return {name.removeprefix("from ") for name in step.numbers if name.startswith("from ")}
    if step.rule == "repetition":
        return {step.inputs[0]}
    return {step.inputs[1]} if step.rule == "statement" else set()
