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
    return f"“{text.strip().removesuffix('.')}”"


def name_of(network: Network, source_id: str) -> str:
    """How prose names a source; in public a protected one by its descriptor, with its label."""
    source = network.sources[source_id]
    if source.protected and source.descriptor and network.casebook.audience == "public":
        return f"{source.descriptor} ({source.name})"
    return source.name


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
    verb = "Asserted" if statement.stance == "asserts" else "Denied"
    rival = statement.claim != score.claim.id
    of = f"Of the rival {quoted(network.claims[statement.claim].text)}: {verb.lower()}" if rival else verb
    interest = {"serves": "; it serves them", "against": "; against their interest"}.get(str(statement.propensity), "")
    return (
        f"{of} by {name_of(network, origin)} ({grade}{interest}){heard}. "
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
        f"Behind {len(statements)} of these statements stands {name_of(network, origin)}. "
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
        rule = f"the strongest of these voices holds the claim up alone, with {number(step.after)}"
    elif step.after > step.before:
        rule = f"the strongest of these voices outweighs the established {number(step.before)} and takes its place"
    else:
        rule = f"that adds nothing to the established {number(step.before)}"
    if len(step.inputs) == 1:
        rule = rule.replace("the strongest of these voices", "that voice")
    return f"Not established is how this came to be known: {names}; {rule} {_side(step)}."


def _opinion(_: Network, __: Score, step: Step) -> str:
    return (
        f"Weights of {number(step.numbers['supporting'])} for and {number(step.numbers['opposing'])} against "
        f"turn {per_cent(step.before)} into {per_cent(step.after)}; "
        f"{per_cent(step.numbers['unknown'])} of it, taken alone, is unknown."
    )


def _rivals(network: Network, _: Score, step: Step) -> str:
    question = step.inputs[0]
    text = next((q.text for q in network.casebook.questions if q.id == question), question)
    before, after = per_cent(step.before), per_cent(step.after)
    change = f"{before} becomes {after}" if before != after else f"it stays at {after}"
    return f"Under {quoted(text)} at most one answer is true. Beside its rivals {change}."


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
