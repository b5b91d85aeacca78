"""The default method: it counts origins, not outlets, and fails closed."""

from collections.abc import Iterable, Mapping
from fractions import Fraction
from math import fsum

from claimtrack._record import record
from claimtrack.model.records import Statement
from claimtrack.network import Chain, Family, Group, Network
from claimtrack.scoring.assessment import Estimate, Side, Step, Voice
from claimtrack.scoring.flow import maximum_flow
from claimtrack.values.opinions import opinion
from claimtrack.values.witness import MOST, Heard, ceiling, heard

__all__ = ["Fidelity", "OriginEvidence", "Propensity"]

_SIDES: tuple[Side, Side] = ("for", "against")


@record
class Fidelity:
    """The probability f in [0, 1) that a source of each grade passes on what it knows; a design choice."""

    A: float = 0.90
    B: float = 0.60
    C: float = 0.35
    D: float = 0.15
    E: float = 0.0


@record
class Propensity:
    """The probability n in (0, 1] that a source would say this anyway, for each word."""

    neutral: float = 0.5
    serves: float = 1.0
    against: float = 0.05


@record
class _Origin:
    """What one origin brings to one side, from its established or from its other statements."""

    weight: float
    chains: tuple[Chain, ...]


@record
class _Pool:
    """The evidence on one side of a claim."""

    weight: float
    voices: tuple[Voice, ...]
    steps: tuple[Step, ...]


@record
class OriginEvidence:
    """Origin evidence: each origin counts once, through its relays, and only what is established adds up.

    A statement weighs e = LR - 1 as its witness model says. An origin's statements count with the strongest.
    Established origins add up, less their known dependences and at most what their relays can carry
    (a maximum flow); the result competes with the strongest origin that is not established. Rivals of a
    question share one probability.

    Cost: linear in statements and relays where no relay is full.

    Example:
        >>> OriginEvidence().fidelity.C
        0.35

    References:
        [bovens-hartmann-2003] for the witness, [josang-2016] for the opinion, [stanag-2511] for origins.
    """

    fidelity: Fidelity = Fidelity()
    """f by grade. F has none: it is set aside. Who is not graded has the casebook's `policy.ungraded`."""
    propensity: Propensity = Propensity()
    """n by word."""

    def __call__(self, network: Network, /) -> Mapping[str, Estimate]:
        """An estimate for each claim that is no opinion."""
        pools: dict[str, dict[Side, _Pool]] = {}
        for claim, family in network.families.items():
            pools[claim] = {side: self._pool(network, _heard_on(network, family, claim, side), side) for side in _SIDES}
        questions = {family.question.id: family for family in network.families.values() if family.question}
        everything = _everything(questions.values(), pools)
        return {claim: _estimate(claim, family, pools, everything) for claim, family in network.families.items()}

    def _pool(self, network: Network, chains: list[Chain], side: Side) -> _Pool:
        """Sections 1 to 3 of the method: from the chains on one side to their weight."""
        steps: list[Step] = []
        origins: dict[bool, dict[str, list[tuple[float, Chain]]]] = {True: {}, False: {}}
        for chain in chains:
            step = self._weighed(network, chain, side)
            steps.append(step)
            if step.rule == "statement":
                mine = origins[chain.established is not None].setdefault(chain.statement.origin, [])
                mine.append((step.after, chain))
        kept = {established: _strongest(rows, side, steps) for established, rows in origins.items()}
        sure = self._established(network, kept[True], side, steps)
        unsure = max((origin.weight for origin in kept[False].values()), default=0.0)
        weight = min(max(sure, unsure), MOST)
        if kept[False]:
            names = tuple(sorted(kept[False], key=lambda name: -kept[False][name].weight))
            steps.append(
                Step(
                    rule="not established",
                    inputs=names,
                    before=sure,
                    after=weight,
                    side=side,
                    numbers={"strongest": unsure},
                    cites="stanag-2511",
                )
            )
        voices = tuple(
            Voice(
                origin=name,
                side=side,
                weight=origin.weight,
                established=established,
                paths=tuple(chain.path for chain in origin.chains),
            )
            for established, rows in kept.items()
            for name, origin in rows.items()
        )
        return _Pool(weight=weight, voices=voices, steps=tuple(steps))

    def _weighed(self, network: Network, chain: Chain, side: Side) -> Step:
        """Section 1: what one statement weighs, or that it is set aside."""
        statement = chain.statement
        if chain.without_basis:
            return Step(
                rule="set aside",
                inputs=(_id(statement), *chain.without_basis),
                before=0.0,
                after=0.0,
                side=side,
                cites="fm-2-22.3",
            )
        fidelity = self._fidelity(network, chain.grade)
        relays = [self._fidelity(network, grade) for grade in chain.relay_grades]
        n = statement.propensity
        propensity = getattr(self.propensity, n) if isinstance(n, str) else n
        way: Heard = heard(fidelity, propensity, relays, certainty=statement.certainty)
        return Step(
            rule="statement",
            inputs=(_id(statement), statement.origin, *statement.via),
            before=0.0,
            after=way.weight,
            side=side,
            numbers={
                "fidelity": fidelity,
                "propensity": propensity,
                "certainty": statement.certainty,
                "knowing": way.knowing,
                "anyway": way.anyway,
            },
            cites="bovens-hartmann-2003",
        )

    def _fidelity(self, network: Network, grade: str | None) -> float:
        if grade is None:
            return network.casebook.policy.ungraded
        value: float = getattr(self.fidelity, grade)
        return value

    def _established(self, network: Network, origins: Mapping[str, _Origin], side: Side, steps: list[Step]) -> float:
        """Section 3: what the established origins weigh together."""
        shares, groups = _by_group(network.groups, origins)
        for group, members in groups:
            before = fsum(origins[name].weight for name in members)
            steps.append(
                Step(
                    rule="dependence",
                    inputs=(*group.dependences, *members),
                    before=before,
                    after=shares[id(group)],
                    side=side,
                    numbers={"strength": group.strength},
                    cites="denoeux-2008",
                )
            )
        together = fsum(shares.values())
        if len(origins) > 1:
            largest = max(origin.weight for origin in origins.values())
            steps.append(Step(rule="sum", inputs=tuple(origins), before=largest, after=together, side=side))
        limits = self._full_relays(network, origins)
        if not limits:
            return together
        flow, full = _carried(origins, network.groups, shares, limits)
        if flow < together:
            steps.append(
                Step(
                    rule="one mouth",
                    inputs=full,
                    before=together,
                    after=flow,
                    side=side,
                    numbers={relay: limits[relay] for relay in full},
                    cites="dietrich-list-2004",
                )
            )
        return flow

    def _full_relays(self, network: Network, origins: Mapping[str, _Origin]) -> dict[str, float]:
        """The most that each relay can carry, if any relay might be asked for more; empty if none is."""
        asked: dict[str, list[float]] = {}
        limits: dict[str, float] = {}
        for origin in origins.values():
            relays = {
                relay: grade
                for chain in origin.chains
                for relay, grade in zip(chain.statement.via, chain.relay_grades, strict=True)
            }
            for relay, grade in relays.items():
                asked.setdefault(relay, []).append(origin.weight)
                limits[relay] = ceiling(self._fidelity(network, grade))
        over = any(fsum(weights) > limits[relay] for relay, weights in asked.items())
        return limits if over else {}


def _id(statement: Statement) -> str:
    return statement.id or ""


def _heard_on(network: Network, family: Family, claim: str, side: Side) -> list[Chain]:
    """The chains on one side of a claim; of a claim and its negation, each speaks for the other's denial."""
    stance = "asserts" if side == "for" else "denies"
    chains = [chain for chain in network.chains[claim] if chain.statement.stance == stance]
    if family.is_negation:
        rival = next(other for other in family.claims if other != claim)
        chains += [chain for chain in network.chains[rival] if chain.statement.stance != stance]
    return chains


def _strongest(rows: Mapping[str, list[tuple[float, Chain]]], side: Side, steps: list[Step]) -> dict[str, _Origin]:
    """Section 2: of each origin the strongest statement counts; a step says where there were several."""
    kept = {}
    for name, mine in rows.items():
        weight = max(weight for weight, _ in mine)
        kept[name] = _Origin(weight=weight, chains=tuple(chain for _, chain in mine))
        if len(mine) > 1:
            statements = tuple(_id(chain.statement) for _, chain in mine)
            before = fsum(weight for weight, _ in mine)
            steps.append(Step(rule="repetition", inputs=(name, *statements), before=before, after=weight, side=side))
    return kept


def _by_group(
    groups: Mapping[str, Group], origins: Mapping[str, _Origin]
) -> tuple[dict[int | str, float], list[tuple[Group, tuple[str, ...]]]]:
    """What each group, or lone origin, weighs at most; and the groups of which several members speak."""
    members: dict[int | str, list[str]] = {}
    for name in origins:
        members.setdefault(id(groups[name]) if name in groups else name, []).append(name)
    shares: dict[int | str, float] = {}
    several = []
    for key, names in members.items():
        weights = [origins[name].weight for name in names]
        if len(names) == 1:
            shares[key] = weights[0]
            continue
        group = groups[names[0]]
        shares[key] = group.strength * max(weights) + (1.0 - group.strength) * fsum(weights)
        several.append((group, tuple(names)))
    return shares, several


def _carried(
    origins: Mapping[str, _Origin],
    groups: Mapping[str, Group],
    shares: Mapping[int | str, float],
    limits: Mapping[str, float],
) -> tuple[float, tuple[str, ...]]:
    """The maximum flow from groups through origins and relays to us, and the relays that are full.

    Weights are turned into whole numbers of one common unit, so that the flow is exact.
    """
    parts = [Fraction(value) for value in (*shares.values(), *limits.values())]
    parts += [Fraction(origin.weight) for origin in origins.values()]
    unit = max(part.denominator for part in parts)
    everything = sum(int(part * unit) for part in parts) + 1
    arrows: list[tuple[object, object, int]] = []
    ways: set[tuple[object, object]] = set()
    for name, origin in origins.items():
        key = id(groups[name]) if name in groups else name
        arrows.append((("group", key), ("origin", name), int(Fraction(origin.weight) * unit)))
        for chain in origin.chains:
            ways.update(_way(name, chain.statement.via))
    arrows += [("start", ("group", key), int(Fraction(share) * unit)) for key, share in shares.items()]
    arrows += [(("in", relay), ("out", relay), int(Fraction(limit) * unit)) for relay, limit in limits.items()]
    arrows += [(tail, head, everything) for tail, head in ways]
    flow = maximum_flow(arrows, "start", "end")
    full = tuple(sorted(r for r in limits if ("in", r) in flow.near and ("out", r) not in flow.near))
    return float(Fraction(flow.value, unit)), full


def _way(origin: str, relays: tuple[str, ...]) -> Iterable[tuple[object, object]]:
    at: object = ("origin", origin)
    for relay in relays:
        yield at, ("in", relay)
        at = ("out", relay)
    yield at, "end"


def _estimate(
    claim: str, family: Family, pools: Mapping[str, Mapping[Side, _Pool]], everything: Mapping[str, Fraction]
) -> Estimate:
    """Section 4: from the pools to an opinion, alone and then among rivals.

    `everything` holds, for each question, what the odds of all that it allows add up to.
    """
    prior = family.priors[claim]
    mine = pools[claim]
    supporting, opposing = mine["for"].weight, mine["against"].weight
    alone = final = opinion(prior, supporting, opposing)
    steps = [
        Step(rule="prior", inputs=(claim,), before=prior, after=prior),
        *mine["for"].steps,
        *mine["against"].steps,
        Step(
            rule="opinion",
            inputs=(claim,),
            before=prior,
            after=alone.probability,
            numbers={"supporting": supporting, "opposing": opposing, "unknown": alone.unknown},
            cites="josang-2016",
        ),
    ]
    if family.question is not None and len(family.claims) > 1 and not family.is_negation:
        rest = float(everything[family.question.id] - _odds(prior, mine)) / (1.0 - prior)
        final = opinion(
            prior,
            (1.0 + supporting) * max(1.0, 1.0 / rest) - 1.0,
            (1.0 + opposing) * max(1.0, rest) - 1.0,
        )
        steps.append(
            Step(
                rule="rivals",
                inputs=(family.question.id,),
                before=alone.probability,
                after=final.probability,
                numbers={"rivals": rest, "none of these": family.none_of_these},
                cites="bayes",
            )
        )
    return Estimate(
        opinion=final,
        low=final.probability,
        high=final.probability,
        judged=supporting > 0.0 or opposing > 0.0,
        voices=mine["for"].voices + mine["against"].voices,
        steps=tuple(steps),
    )


def _odds(prior: float, pool: Mapping[Side, _Pool]) -> Fraction:
    """a·θ, exactly: a rival's share of the question before the shares are made to add up to 1."""
    return Fraction(prior * (1.0 + pool["for"].weight) / (1.0 + pool["against"].weight))


def _everything(families: Iterable[Family], pools: Mapping[str, Mapping[Side, _Pool]]) -> dict[str, Fraction]:
    """For each question a_0 + Σ a_j·θ_j, exactly, so that no order of the rivals can change it."""
    return {
        family.question.id: Fraction(family.none_of_these)
        + sum(_odds(family.priors[claim], pools[claim]) for claim in family.claims)
        for family in families
        if family.question is not None
    }
