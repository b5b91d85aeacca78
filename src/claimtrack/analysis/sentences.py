"""A sentence or two for each step in the working of a score, and the names that sentences give to sources."""

import re
from collections.abc import Callable, Mapping

from claimtrack._records import record
from claimtrack.model.claims import Claim, Link
from claimtrack.model.sources import EXHIBIT_KINDS
from claimtrack.model.statements import Statement, describe_interest
from claimtrack.network.build import Network
from claimtrack.network.chains import Chain
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Counts, Score, Step
from claimtrack.scoring.counts import CaseCounts
from claimtrack.scoring.two_sources import leading_side
from claimtrack.text.words import capital, counted, listed, quoted

SAID = {"asserts": "asserted", "denies": "denied"}
"""What was done to a claim, by the stance of a statement."""
_SIGNIFICANT = 3
_ARTICLE = re.compile(r"^(?:An?|The) ")


@record
class Setting:
    """A network, with the chains and links that the steps name."""

    network: Network
    """The network."""
    chains: Mapping[str, Chain]
    """The chain of each statement that stands, by the statement's id."""
    links: Mapping[str, Link]
    """Each link by its id."""


def setting_of(network: Network) -> Setting:
    """Index a network for sentences about its steps. Cost: linear in statements and links."""
    return Setting(
        network=network,
        chains={chain.statement.id or "": chain for rows in network.chains.values() for chain in rows},
        links={link.id or "": link for link in network.casebook.links},
    )


def number(weight: float) -> str:
    """A weight to three significant digits.

    Example:
        >>> number(0.53162), number(12345.0), number(0.0)
        ('0.532', '12300', '0')
    """
    if weight == 0.0:
        return "0"
    text = f"{weight:.{_SIGNIFICANT}g}"
    return f"{float(text):.0f}" if "e+" in text else text


def name_of(network: Network, source_id: str, more: str = "") -> str:
    """The name of a source in a sentence; a protected one has, in public, its descriptor and its label."""
    source = network.sources[source_id]
    name = _ARTICLE.sub(lambda match: match[0].lower(), source.name)
    if source.protected and source.descriptor and network.casebook.audience == "public":
        return f"{source.descriptor} ({'; '.join(filter(None, (source.name, more)))})"
    return f"{name} ({more})" if more else name


def tell_counts(counts: Counts | CaseCounts, aside: str = "") -> str:
    """How many statements from how few origins, and how many of these are first-hand or shown independent.

    Args:
        counts: what was counted; at least one statement.
        aside: what is to be told of the statements.

    Example:
        >>> from claimtrack.scoring.counts import CaseCounts
        >>> tell_counts(CaseCounts(statements=9, origins=3, first_hand=1, shown_independent=1, partly=0, at_most=True))
        '9 statements from at most 3 origins; 1 is first-hand, 1 shown independent.'
    """
    most = "at most " if counts.at_most else ""
    origins = f"{most}{counted(counts.origins, 'origin')}"
    return f"{counted(counts.statements, 'statement')}{aside} from {origins}; {tell_first_hand(counts)}."


def tell_first_hand(counts: Counts | CaseCounts) -> str:
    """How many origins are first-hand or shown independent, as a clause; of the others it is not known."""
    first_hand, shown = counts.first_hand, counts.established - counts.first_hand
    if counts.established == 0:
        return "it is not known to be first-hand" if counts.origins == 1 else "none is known to be first-hand"
    if counts.origins == 1:
        return "it is first-hand" if first_hand else "it is shown independent"
    if max(first_hand, shown) == counts.origins:
        return f"all are {'first-hand' if first_hand else 'shown independent'}"
    said = [(first_hand, "first-hand"), (shown, "shown independent")]
    told = [(count, word) for count, word in said if count]
    verb = "is" if told[0][0] == 1 else "are"
    return f"{told[0][0]} {verb} {told[0][1]}" + "".join(f", {count} {word}" for count, word in told[1:])


def tell_status(score: Score) -> str:
    """What the number stands on, in the words that readers see, with its side where it could be taken for another."""
    words = {
        "independence not established": "independence not known",
        "outweighed": "outweighed, by where it starts or by its rivals",
    }
    told = words.get(score.status, score.status)
    sides = {voice.side for voice in score.estimate.voices if voice.weight > 0.0}
    if len(sides) > 1 and score.status in ("single origin", "independence not established"):
        return f"{told}, on the side {leading_side(score.estimate)} it"
    return told


def tell_origins(counts: Counts) -> str:
    """How many origins say so and how many deny it, with how many of each are first-hand; nothing for none."""
    rows = (
        (counts.origins_for, counts.first_hand_for, "says so", "say so"),
        (counts.origins_against, counts.first_hand_against, "denies it", "deny it"),
    )
    told = []
    for origins, first_hand, one, several in rows:
        if origins:
            most = "at most " if counts.at_most and origins > 1 else ""
            sure = (
                "" if not first_hand else ", first-hand" if first_hand == origins == 1 else f", {first_hand} first-hand"
            )
            told.append(f"{most}{origins} {one if origins == 1 else several}{sure}")
    return "; ".join(told)


def tell_findings(counts: Counts) -> str:
    """How many findings point to a claim, and how many speak against it; nothing for none."""
    rows = ((counts.findings_for, "for"), (counts.findings_against, "against"))
    return "; ".join(f"{count} {bears(count, side)} it" for count, side in rows if count)


def bears(count: int, side: str) -> str:
    """What findings do to a claim on one side: one `points to` it, several `point to` it."""
    one, several = ("points to", "point to") if side == "for" else ("speaks against", "speak against")
    return one if count == 1 else several


def relays_of(network: Network, statement: Statement) -> str:
    """The relays of a statement in a sentence, each with its interest."""
    return listed(name_of(network, relay.source, describe_interest(relay.propensity)) for relay in statement.via)


def lineage_of(network: Network, statement: Statement) -> str:
    """How a statement's origin knows, with what it examined: documents by their title, records and sensors by name."""
    if statement.lineage != "examined" or not statement.exhibits:
        return statement.lineage
    return f"examined {listed(name_of_exhibit(network, name) for name in statement.exhibits)}"


def name_of_exhibit(network: Network, exhibit: str) -> str:
    """What an exhibit is called in a sentence: a record or sensor by its name, a document by its title."""
    source = network.sources.get(exhibit)
    is_source = source is not None and source.kind in EXHIBIT_KINDS
    return name_of(network, exhibit) if is_source else quoted(network.documents[exhibit].title)


def sentence(setting: Setting, score: Score, step: Step) -> str:
    """A step of the working as a sentence; a plain one if the rule is unknown to this library."""
    told = _SENTENCES.get(step.rule)
    if told is None:
        return f"Rule “{step.rule}” takes {', '.join(step.inputs)}: {number(step.before)} becomes {number(step.after)}."
    return told(setting, score, step)


def _prior(setting: Setting, score: Score, step: Step) -> str:
    return f"Before any evidence it has {per_cent(step.after)}: {describe_start(setting.network, score.claim)}."


def describe_start(network: Network, claim: Claim) -> str:
    """Why a claim starts where it does."""
    family = network.families[claim.id]
    if claim.prior is not None:
        return "as the casebook states"
    if family.question is None:
        return "no prior is given, so it starts from even"
    if family.none_of_these:
        return "an equal share for each rival, and one for none of these"
    if any(network.claims[rival].prior is not None for rival in family.claims):
        return "an equal share of what the stated priors leave"
    return "the rivals share the probability equally"


def _statement(setting: Setting, score: Score, step: Step) -> str:
    name, origin, *_ = step.inputs
    network, chain = setting.network, setting.chains[name]
    statement = chain.statement
    interest = {"serves": "it serves them", "against": "it goes against their interest"}.get(str(statement.propensity))
    grade = f"graded {chain.grade}" if chain.grade else "not graded"
    who = name_of(network, origin, "; ".join(filter(None, (grade, interest))))
    is_seen = statement.lineage == "examined" and statement.exhibits
    seen = f", having {lineage_of(network, statement)}" if is_seen else ""
    heard = f"{seen}, heard through {relays_of(network, statement)}" if statement.via else seen
    verb = "Asserted" if statement.stance == "asserts" else "Denied"
    if statement.claim != score.claim.id:
        verb = f"Of the rival {quoted(network.claims[statement.claim].text)}: {verb.lower()}"
    if step.after == 0.0:
        return f"{verb} by {who}{heard}. It weighs nothing: none of their knowledge reached us."
    return (
        f"{verb} by {who}{heard}. {_candour(step)}The chance that their knowledge reached us is "
        f"{per_cent(step.numbers['knowing'])}, the chance of hearing this anyway {per_cent(step.numbers['anyway'])}: "
        f"it weighs {number(step.after)} {_side(step)}."
    )


def _candour(step: Step) -> str:
    """How far those are trusted who would say this anyway; nothing where all of them are candid."""
    kept = kept_candour(step)
    return f"A speaker whom it serves is trusted only {kept} as far as the grade allows. " if kept else ""


def kept_candour(step: Step) -> str:
    """The shares of their fidelity that speakers keep who would say this anyway; nothing where all keep all of it."""
    kept = {per_cent(share) for name, share in step.numbers.items() if name.endswith("candour") and share < 1.0}
    return listed(sorted(kept))


def _set_aside(setting: Setting, _: Score, step: Step) -> str:
    name, *sources = step.inputs
    who = listed(name_of(setting.network, source) for source in sources)
    origin = name_of(setting.network, setting.chains[name].statement.origin)
    return f"A statement by {origin} is set aside: there is nothing to judge {who} by (grade F)."


def _repetition(setting: Setting, _: Score, step: Step) -> str:
    origin, *statements = step.inputs
    return (
        f"{capital(name_of(setting.network, origin))} is behind {len(statements)} of these statements. "
        f"One origin counts once, with its strongest: {number(step.after)} {_side(step)}, not {number(step.before)}."
    )


def _link(setting: Setting, _: Score, step: Step) -> str:
    link_id, source, *origins = step.inputs
    link = setting.links[link_id]
    text = quoted(setting.network.claims[source].text)
    verb = bears(1, step.side or "for")
    because = f" Why: {link.because.strip().removesuffix('.')}." if link.because else ""
    if step.after == 0.0:
        return f"{text} has nothing left to pass on to it.{because}"
    whose = listed(name_of(setting.network, origin) for origin in origins)
    strength = f"a {link.strength} link" if isinstance(link.strength, str) else f"a link of strength {link.strength:g}"
    return (
        f"{text}, resting on {whose}, {verb} it. {capital(strength)} passes on {number(step.after)} of the "
        f"{number(step.before)} there.{because}"
    )


def _dependence(setting: Setting, _: Score, step: Step) -> str:
    members = [name_of(setting.network, name) for name in step.inputs if name in setting.network.sources]
    return (
        f"{capital(listed(members))} depend on each other (strength {number(step.numbers['strength'])}): "
        f"together they weigh {number(step.after)}, not {number(step.before)}."
    )


def _sum(_: Setting, __: Score, step: Step) -> str:
    return f"The {counted(len(step.inputs), 'independent origin')} {_side(step)} together weigh {number(step.after)}."


def _one_exhibit(setting: Setting, _: Score, step: Step) -> str:
    exhibits, origins = list(step.numbers), step.inputs[len(step.numbers) :]
    seen = listed(name_of_exhibit(setting.network, name) for name in exhibits)
    who = capital(listed(name_of(setting.network, name) for name in origins))
    return (
        f"{who} rest on {seen}. Together they weigh no more than the strongest of them: "
        f"{number(step.before)} becomes {number(step.after)} {_side(step)}."
    )


def _one_mouth(setting: Setting, _: Score, step: Step) -> str:
    relays = listed(name_of(setting.network, relay) for relay in step.inputs)
    return (
        f"They reach us through {relays}, and no relay carries more than its own word would weigh: "
        f"{number(step.before)} becomes {number(step.after)} {_side(step)}."
    )


def _link_cap(setting: Setting, _: Score, step: Step) -> str:
    links = [name for name in step.inputs if name in setting.links]
    claims = listed(quoted(setting.network.claims[setting.links[name].from_claim].text) for name in links)
    relays = listed(name_of(setting.network, name) for name in step.inputs if name not in links)
    mouths = f", nor {relays} more than its own word would weigh" if relays else ""
    return (
        f"No link carries more than the claim behind it is worth (here {claims}){mouths}: "
        f"{number(step.before)} becomes {number(step.after)} {_side(step)}."
    )


def _not_established(setting: Setting, _: Score, step: Step) -> str:
    one = len(step.inputs) == 1
    names = listed(name_of(setting.network, name) for name in step.inputs)
    word = "its word" if one else "the strongest of them"
    if step.before == 0.0:
        rule = f"{word} alone counts, with {number(step.after)} {_side(step)}"
    elif step.after > step.before:
        rule = f"{word} outweighs the {number(step.before)} of the others {_side(step)}, and counts in its place"
    else:
        rule = f"that adds nothing to the {number(step.before)} of the others {_side(step)}"
    return f"Not known to be first-hand: {names}. {capital(rule)}."


def _ring(_: Setting, __: Score, step: Step) -> str:
    return (
        f"Over a ring of links this rests on itself, between {number(step.before)} and "
        f"{number(2.0 * step.after - step.before)} {_side(step)}: the middle, {number(step.after)}, is used."
    )


def _large_ring(_: Setting, __: Score, step: Step) -> str:
    return (
        f"It is one of {step.numbers['claims']:.0f} claims that feed each other, which would take too long to "
        "work out: links among them move the bounds alone, not the number."
    )


def _opinion(_: Setting, __: Score, step: Step) -> str:
    supporting, opposing = step.numbers["supporting"], step.numbers["opposing"]
    if supporting == 0.0 and opposing == 0.0:
        return f"Nothing weighs for or against it: it stays at {per_cent(step.after)}."
    return (
        f"{number(supporting)} for and {number(opposing)} against turn {per_cent(step.before)} into "
        f"{per_cent(step.after)}; {per_cent(step.numbers['unknown'])} is still unknown."
    )


def _rivals(setting: Setting, _: Score, step: Step) -> str:
    question = step.inputs[0]
    text = next((q.text for q in setting.network.casebook.questions if q.id == question), question)
    before, after = per_cent(step.before), per_cent(step.after)
    change = f"{before} becomes {after}" if before != after else f"it stays at {after}"
    return f"To {quoted(text)} at most one answer is true. Beside its rivals {change}."


def _bounds(_: Setting, __: Score, step: Step) -> str:
    if step.before == step.after:
        return "No grade could move it: nothing that is graded speaks of it."
    return (
        f"With every grade at the low or high end of its band, it lies between {per_cent(step.before)} and "
        f"{per_cent(step.after)}."
    )


def _side(step: Step) -> str:
    return "against it" if step.side == "against" else "for it"


_SENTENCES: Mapping[str, Callable[[Setting, Score, Step], str]] = {
    "prior": _prior,
    "statement": _statement,
    "set aside": _set_aside,
    "repetition": _repetition,
    "link": _link,
    "dependence": _dependence,
    "sum": _sum,
    "one exhibit": _one_exhibit,
    "one mouth": _one_mouth,
    "link cap": _link_cap,
    "not established": _not_established,
    "ring": _ring,
    "large ring": _large_ring,
    "opinion": _opinion,
    "rivals": _rivals,
    "bounds": _bounds,
}
