"""The words of reasons: one sentence for each step of the working."""

from collections.abc import Callable, Mapping

from claimtrack.network import Network
from claimtrack.scoring import Score, Step
from claimtrack.values.words import per_cent

__all__ = ["counted", "listed", "name_of", "number", "quoted", "sentence"]

_FEW = 4


def number(weight: float) -> str:
    """A weight to three significant digits."""
    return f"{weight:.3g}"


def counted(count: int, noun: str) -> str:
    """A count with its noun: `1 origin`, `3 origins`."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def listed(words: "list[str] | tuple[str, ...]", *, most: int = _FEW) -> str:
    """Words as prose lists them; beyond a few, the rest is counted."""
    shown = list(words[:most])
    if len(words) > most:
        return f"{', '.join(shown)} and {len(words) - most} more"
    return " and ".join([", ".join(shown[:-1]), shown[-1]]) if len(shown) > 1 else "".join(shown)


def quoted(text: str) -> str:
    """A claim's text in quotation marks, without its full stop."""
    return f"“{text.rstrip('. ')}”"


def name_of(network: Network, source_id: str) -> str:
    """How prose names a source: a protected one by what may be published of it."""
    source = network.sources[source_id]
    if not source.protected:
        return source.name
    if network.casebook.audience == "public":
        return f"{source.descriptor} ({source.name})" if source.descriptor else source.name
    return source.descriptor or source.name


def sentence(network: Network, score: Score, step: Step) -> str:
    """A step of the working as a sentence; a rule unknown to this library gets a plain one."""
    told = _SENTENCES.get(step.rule)
    if told is None:
        return f"Rule “{step.rule}” takes {', '.join(step.inputs)}: {number(step.before)} becomes {number(step.after)}."
    return told(network, score, step)


def _prior(network: Network, score: Score, step: Step) -> str:
    family = network.families[score.claim.id]
    if score.claim.prior is not None:
        why = "as the casebook states"
    elif family.question is None:
        why = "neither way"
    elif family.none_of_these:
        why = "an equal share for each rival, and one for none of these"
    else:
        why = "an equal share of what the rivals leave each other"
    return f"Before any statement it has {per_cent(step.after)}: {why}."


def _statement(network: Network, score: Score, step: Step) -> str:
    name, origin, *relays = step.inputs
    chain = next(
        chain
        for claim in network.families[score.claim.id].claims
        for chain in network.chains[claim]
        if chain.statement.id == name
    )
    statement = chain.statement
    grade = f"graded {chain.grade}" if chain.grade else "not graded"
    heard = f", heard through {listed([name_of(network, relay) for relay in relays])}" if relays else ""
    verb = "asserts" if statement.stance == "asserts" else "denies"
    of = "it" if statement.claim == score.claim.id else f"the rival {quoted(network.claims[statement.claim].text)}"
    interest = {"serves": "; saying so serves it", "against": "; saying so goes against its interest"}.get(
        str(statement.propensity), ""
    )
    return (
        f"{_capital(name_of(network, origin))} ({grade}{interest}) {verb} {of}{heard}. "
        f"The chance that knowledge came all the way is {per_cent(step.numbers['knowing'])}, "
        f"the chance of hearing this anyway {per_cent(step.numbers['anyway'])}: "
        f"it weighs {number(step.after)} {_side(step)}."
    )


def _set_aside(network: Network, _: Score, step: Step) -> str:
    name, *sources = step.inputs
    who = listed([name_of(network, source) for source in sources])
    return f"Statement {name} is set aside: the reliability of {who} cannot be judged (grade F)."


def _repetition(network: Network, _: Score, step: Step) -> str:
    origin, *statements = step.inputs
    return (
        f"{_capital(name_of(network, origin))} is behind {len(statements)} of these statements. "
        f"One origin counts once, with its strongest: {number(step.after)} {_side(step)}, not {number(step.before)}."
    )


def _dependence(network: Network, _: Score, step: Step) -> str:
    members = [name_of(network, name) for name in step.inputs if name in network.sources]
    return (
        f"{_capital(listed(members))} do not speak independently (strength {number(step.numbers['strength'])}): "
        f"together they weigh {number(step.after)}, not {number(step.before)}."
    )


def _sum(_: Network, __: Score, step: Step) -> str:
    return f"The {counted(len(step.inputs), 'established origin')} {_side(step)} together weigh {number(step.after)}."


def _one_mouth(network: Network, _: Score, step: Step) -> str:
    relays = listed([name_of(network, relay) for relay in step.inputs]) or "their relays"
    return (
        f"They reach us through {relays}, and no relay can carry more than its own word would weigh: "
        f"{number(step.before)} becomes {number(step.after)} {_side(step)}."
    )


def _not_established(network: Network, _: Score, step: Step) -> str:
    names = listed([name_of(network, name) for name in step.inputs])
    if step.before == 0.0:
        rule = f"the strongest of them holds the claim up alone, with {number(step.after)}"
    elif step.after > step.before:
        rule = f"the strongest of them outweighs the established {number(step.before)} and counts in its place"
    else:
        rule = f"it adds nothing to the established {number(step.before)}"
    return f"How {names} came to know is not established: {rule} {_side(step)}."


def _opinion(_: Network, __: Score, step: Step) -> str:
    return (
        f"Weights of {number(step.numbers['supporting'])} for and {number(step.numbers['opposing'])} against "
        f"turn {per_cent(step.before)} into {per_cent(step.after)}; "
        f"{per_cent(step.numbers['unknown'])} of the ground is unknown."
    )


def _rivals(network: Network, _: Score, step: Step) -> str:
    question = step.inputs[0]
    text = next((q.text for q in network.casebook.questions if q.id == question), question)
    return (
        f"It shares {quoted(text)} with its rivals: beside them, "
        f"{per_cent(step.before)} becomes {per_cent(step.after)}."
    )


def _side(step: Step) -> str:
    return "against it" if step.side == "against" else "for it"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


_SENTENCES: Mapping[str, Callable[[Network, Score, Step], str]] = {
    "prior": _prior,
    "statement": _statement,
    "set aside": _set_aside,
    "repetition": _repetition,
    "dependence": _dependence,
    "sum": _sum,
    "one mouth": _one_mouth,
    "not established": _not_established,
    "opinion": _opinion,
    "rivals": _rivals,
}
