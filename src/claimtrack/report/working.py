"""The working of a score as a table: what weighs, how much, and why so much."""

from collections.abc import Callable, Iterable, Mapping
from typing import NamedTuple

from claimtrack._records import record
from claimtrack.analysis.explanation import Account
from claimtrack.analysis.sentences import (
    Setting,
    describe_start,
    kept_candour,
    name_of,
    name_of_exhibit,
    number,
    relays_of,
    setting_of,
)
from claimtrack.network.build import Network
from claimtrack.report.blocks import Table, Text, cite
from claimtrack.scales.words import per_cent, per_cents
from claimtrack.scoring.assessment import Assessment, Score, Step
from claimtrack.text.words import capital, listed, quoted

_INTERESTS = {"serves": "it serves them", "against": "it goes against their interest"}
_SAID = {"asserts": "Said by", "denies": "Denied by"}


@record
class Working:
    """What the working of a score is told from."""

    setting: Setting
    """The network, with the chains and links that the steps name."""
    numbers: Mapping[str, int]
    """The number of each statement in the list of the evidence."""

    @property
    def network(self) -> Network:
        """The network."""
        return self.setting.network


class _Row(NamedTuple):
    """A step: what it is about, the number after it, and why."""

    what: Text
    number: str
    why: str = ""


def working_of(network: Network, numbers: Mapping[str, int]) -> Working:
    """Index a network for tables of its working. Cost: linear in statements and links."""
    return Working(setting=setting_of(network), numbers=numbers)


def without_mirrors(assessment: Assessment, claims: Iterable[str]) -> list[str]:
    """Some claims, but of a claim and its negation only the likelier: all that counts for the one is against the other.

    Cost: linear in the claims.
    """
    found: dict[tuple[str, ...], str] = {}
    for claim in claims:
        family = assessment.network.families[claim]
        key = family.claims if family.is_negation else (claim,)
        other = found.setdefault(key, claim)
        if assessment[claim].probability > assessment[other].probability:
            found[key] = claim
    return list(found.values())


def tabulate_working(working: Working, account: Account) -> Table:
    """The steps of a score that can be seen, in the order in which they were made. Cost: linear in the steps."""
    rows = [_row(working, account.score, reason.step) for reason in account.reasons if reason.is_visible]
    return Table(headings=("What counts", "Number", "Why"), rows=tuple((row.what, row.number, row.why) for row in rows))


def _row(working: Working, score: Score, step: Step) -> _Row:
    told = _ROWS.get(step.rule)
    if told is None:
        return _Row(capital(step.rule), f"{number(step.before)} becomes {number(step.after)}")
    return told(working, score, step)


def _prior(working: Working, score: Score, step: Step) -> _Row:
    return _Row("Before any evidence", per_cent(step.after), describe_start(working.network, score.claim))


def _statement(working: Working, score: Score, step: Step) -> _Row:
    name, origin, *_ = step.inputs
    network, chain = working.network, working.setting.chains[name]
    said = chain.statement
    rival = f", of its rival {quoted(network.claims[said.claim].text)}" if said.claim != score.claim.id else ""
    through = f", through {relays_of(network, said)}" if said.via else ""
    what = cite(f"{_SAID[said.stance]} {name_of(network, origin)}{through}{rival}", [working.numbers[name]])
    why = [f"graded {chain.grade}" if chain.grade else "not graded", _INTERESTS.get(str(said.propensity), "")]
    why.append(f"trusted only {kept} as far" if (kept := kept_candour(step)) else "")
    if step.after > 0.0:
        why += [f"known {per_cent(step.numbers['knowing'])}, anyway {per_cent(step.numbers['anyway'])}"]
    return _Row(what, _weight(step), "; ".join(filter(None, why)))


def _set_aside(working: Working, _: Score, step: Step) -> _Row:
    name, *sources = step.inputs
    who = listed(name_of(working.network, source) for source in sources)
    return _Row(cite("Set aside", [working.numbers[name]]), "0", f"nothing to judge {who} by (grade F)")


def _repetition(working: Working, _: Score, step: Step) -> _Row:
    origin, *statements = step.inputs
    cited = sorted(working.numbers[name] for name in statements)
    return _Row(cite(f"{capital(name_of(working.network, origin))} counts once", cited), _instead(step))


def _link(working: Working, _: Score, step: Step) -> _Row:
    link_id, source, *origins = step.inputs
    network, link = working.network, working.setting.links[link_id]
    cited = [working.numbers[chain.statement.id or ""] for chain in network.chains[source]]
    whose = f", from {listed(name_of(network, origin) for origin in origins)}" if origins else ""
    what = cite(f"The finding {quoted(network.claims[source].text)}{whose}", cited)
    strength = f"a {link.strength} link" if isinstance(link.strength, str) else f"a link of strength {link.strength:g}"
    because = f". {link.because.strip().removesuffix('.')}" if link.because else ""
    return _Row(what, _weight(step), f"of {number(step.before)}, over {strength}{because}")


def _dependence(working: Working, _: Score, step: Step) -> _Row:
    members = listed(name_of(working.network, name) for name in step.inputs if name in working.network.sources)
    strength = number(step.numbers["strength"])
    return _Row(f"{capital(members)} together", _instead(step), f"they depend on each other (strength {strength})")


def _sum(_: Working, __: Score, step: Step) -> _Row:
    return _Row(f"Together, {len(step.inputs)} independent origins", _weight(step))


def _one_exhibit(working: Working, _: Score, step: Step) -> _Row:
    exhibits, origins = list(step.numbers), step.inputs[len(step.numbers) :]
    seen = listed(name_of_exhibit(working.network, name) for name in exhibits)
    who = listed(name_of(working.network, name) for name in origins)
    return _Row(f"Only once: {seen}", _instead(step), f"what {who} rest on")


def _one_mouth(working: Working, _: Score, step: Step) -> _Row:
    return _Row(
        f"As much as {listed(name_of(working.network, name) for name in step.inputs)} can carry", _instead(step)
    )


def _link_cap(working: Working, _: Score, step: Step) -> _Row:
    links = [name for name in step.inputs if name in working.setting.links]
    claims = [quoted(working.network.claims[working.setting.links[name].from_claim].text) for name in links]
    relays = [name_of(working.network, name) for name in step.inputs if name not in links]
    return _Row(f"As much as {listed([*claims, *relays])} can carry", _instead(step))


def _not_established(working: Working, _: Score, step: Step) -> _Row:
    names = listed(name_of(working.network, name) for name in step.inputs)
    if step.before == 0.0:
        why = "its word alone counts" if len(step.inputs) == 1 else "only the strongest counts"
    else:
        why = "outweighs the others, in their place" if step.after > step.before else "adds nothing to the others"
    return _Row(f"Not known to be first-hand: {names}", _weight(step), why)


def _ring(_: Working, __: Score, step: Step) -> _Row:
    ends = f"between {number(step.before)} and {number(2.0 * step.after - step.before)}: the middle"
    return _Row("It rests on itself, over a ring of links", _weight(step), ends)


def _large_ring(_: Working, __: Score, step: Step) -> _Row:
    ring = f"a ring of {step.numbers['claims']:.0f} claims"
    return _Row(f"Links inside {ring}", "0", "too large to work out; they move the bounds alone")


def _opinion(_: Working, __: Score, step: Step) -> _Row:
    supporting, opposing = number(step.numbers["supporting"]), number(step.numbers["opposing"])
    unknown = per_cent(step.numbers["unknown"])
    return _Row("All of this", per_cent(step.after), f"{supporting} for, {opposing} against; {unknown} still unknown")


def _rivals(_: Working, __: Score, step: Step) -> _Row:
    return _Row("Beside its rivals", per_cent(step.after), "at most one answer is true")


def _bounds(_: Working, __: Score, step: Step) -> _Row:
    low, high = per_cent(step.before), per_cent(step.after)
    if low == high:
        return _Row("Bounds", low, "no grade could move it")
    return _Row("Bounds", per_cents(step.before, step.after), "every grade at an end of its band")


def _weight(step: Step) -> str:
    return f"{number(step.after)} {step.side or ''}".strip()


def _instead(step: Step) -> str:
    before = number(step.before)
    return _weight(step) if before == number(step.after) else f"{_weight(step)}, not {before}"


_ROWS: Mapping[str, Callable[[Working, Score, Step], _Row]] = {
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
