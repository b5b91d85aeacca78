"""Scoring methods compared: where they agree on which rival leads, and which broken law explains where they do not."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache, partial
from types import MappingProxyType

import attrs

from claimtrack._records import evolve, record
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Grade
from claimtrack.model.statements import Statement
from claimtrack.network.build import Network, build
from claimtrack.network.groups import groups_of
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import EVEN
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import Method, broken_laws, probabilities

_ROUNDING = 1e-9
"""How close two probabilities are when neither of them leads."""

CasebookChange = Callable[[Casebook], Casebook]


@record
class Divergence:
    """Why a method disagrees with the first one: a law that it breaks, or something that it does not look at."""

    law: str
    """The name of the law; empty if the method breaks none and only does not look at something."""
    reason: str
    """Why the method breaks the law, in its own words; or what it does not look at."""


@record
class QuestionComparison:
    """What methods say of the rivals of one question, or of one lone claim."""

    claims: tuple[str, ...]
    """Ids of the rivals, or of the claim."""
    leading: Mapping[str, str]
    """For each method: the id of the rival that leads; of a lone claim its id, or the id after `not `; or `level`."""
    causes: Mapping[str, tuple[Divergence, ...]]
    """For each method that stands apart from the first one: the laws whose breach explains it, as far as any does."""

    @property
    def agreed(self) -> bool:
        """Whether all methods say the same."""
        return len(set(self.leading.values())) == 1


@record
class MethodComparison:
    """The scores of a casebook by several methods."""

    assessments: Mapping[str, Assessment] = attrs.field(repr=False)
    """The assessment by each method, by the method's name, in the order of asking."""
    verdicts: tuple[QuestionComparison, ...]
    """What they say of each question and each lone claim."""

    @property
    def network(self) -> Network:
        """What was scored."""
        return next(iter(self.assessments.values())).network


def compare_methods(
    network: Network, methods: Mapping[str, Method], *, words: LikelihoodScale | str = "icd203"
) -> MethodComparison:
    """Score a network by several methods, and find where they disagree and why.

    A method may declare the laws that it breaks (`breaks`, by name, with reasons). Where it disagrees with the first
    method, each of these laws is tried. The casebook is freed of what the law is about, such as repetitions, and scored
    again: if the two then agree, the breach explains it. Or the first method is made blind to it, such as to grades: if
    the two then agree, the breach explains it too.

    Args:
        network: what to score.
        methods: the methods by name; the others are held against the first.
        words: the likelihood scale of the words.

    Raises:
        UnknownName: no scale has that name.

    Cost: that of each method, and for each that stands apart at most two more runs for each law that it breaks.

    Example:
        >>> from claimtrack.model import Casebook, Claim
        >>> from claimtrack.scoring import OriginEvidence
        >>> book = Casebook(claims=(Claim(id="fell", text="It fell."),))
        >>> compare_methods(build(book), {"default": OriginEvidence()}).verdicts[0].leading["default"]
        'level'
    """
    assessments = {name: assess(network, method=method, words=words) for name, method in methods.items()}
    families = tuple(dict.fromkeys(family.claims for family in network.families.values()))
    first = next(iter(methods))
    leading = {
        claims: {name: _leading(claims, _shares(found)) for name, found in assessments.items()} for claims in families
    }
    apart = {
        name: [claims for claims in families if leading[claims][name] != leading[claims][first]] for name in methods
    }
    # Several methods are held against the first one on the same changed casebook: each run is made once.
    rerun = cache(partial(_rerun, network, methods))
    causes = {name: _causes(methods, rerun, name, leading, apart[name]) for name in methods}
    return MethodComparison(
        assessments=MappingProxyType(assessments),
        verdicts=tuple(
            QuestionComparison(
                claims=claims,
                leading=MappingProxyType(leading[claims]),
                causes=MappingProxyType({name: causes[name][claims] for name in methods if claims in apart[name]}),
            )
            for claims in families
        ),
    )


def _shares(assessment: Assessment) -> dict[str, float]:
    return {claim: score.probability for claim, score in assessment.scores.items()}


def _leading(claims: tuple[str, ...], shares: Mapping[str, float]) -> str:
    """Which rival leads; of a lone claim, whether it is likelier than not."""
    if len(claims) == 1:
        share = shares[claims[0]]
        if abs(share - EVEN) <= _ROUNDING:
            return "level"
        return claims[0] if share > EVEN else f"not {claims[0]}"
    best, second = sorted(claims, key=lambda claim: -shares[claim])[:2]
    return best if shares[best] - shares[second] > _ROUNDING else "level"


def _causes(
    methods: Mapping[str, Method],
    rerun: Callable[[str, CasebookChange], Mapping[str, float] | None],
    name: str,
    leading: Mapping[tuple[str, ...], Mapping[str, str]],
    apart: Iterable[tuple[str, ...]],
) -> dict[tuple[str, ...], tuple[Divergence, ...]]:
    """The laws whose breach explains where a method stands apart."""
    found: dict[tuple[str, ...], list[Divergence]] = {claims: [] for claims in apart}
    first = next(iter(methods))
    broken = broken_laws(methods[name])
    for law, reason in broken.items() if found else ():
        cured = [rerun(name, change) for change in CURES.get(law, ())]
        blind = [rerun(first, change) for change in BLINDS.get(law, ())]
        for claims, causes in found.items():
            if _is_explained(claims, leading[claims], name, cured, blind):
                causes.append(Divergence(law=law, reason=reason))
    unlooked = {what: rerun(first, change) for what, change in _UNLOOKED.items() if not all(found.values())}
    # Only where no declared law explains a difference is it traced to what a method does not look at.
    for claims, causes in found.items():
        if not causes:
            causes += [
                Divergence(law="", reason=what)
                for what, shares in unlooked.items()
                if _is_explained(claims, leading[claims], name, [], [shares])
            ]
    return {claims: tuple(causes) for claims, causes in found.items()}


def _is_explained(
    claims: tuple[str, ...],
    leading: Mapping[str, str],
    name: str,
    cured: Iterable[Mapping[str, float] | None],
    blind: Iterable[Mapping[str, float] | None],
) -> bool:
    """Whether a method agrees with the first one on a cured casebook, or the first one with it on a blind one."""
    mine, theirs = leading[name], next(iter(leading.values()))
    return any(shares is not None and _leading(claims, shares) == theirs for shares in cured) or any(
        shares is not None and _leading(claims, shares) == mine for shares in blind
    )


def _rerun(
    network: Network, methods: Mapping[str, Method], name: str, change: CasebookChange
) -> Mapping[str, float] | None:
    """The probabilities of a changed casebook; None where nothing is changed."""
    # With nothing to free the casebook of, the law explains nothing, and a run would only repeat the scores.
    changed = change(network.casebook)
    if changed == network.casebook:
        return None
    return probabilities(methods[name], build(changed))


def _kept(book: Casebook, kept: Iterable[Statement]) -> Casebook:
    """The casebook with some of its statements, and nothing that refers to the others."""
    statements = tuple(kept)
    known = {statement.id for statement in statements}
    gone = {statement.id for statement in book.statements} - known
    return evolve(
        book,
        statements=tuple(
            evolve(one, standing=evolve(one.standing, by=None)) if one.standing.by in gone else one
            for one in statements
        ),
        notes=tuple(note for note in book.notes if note.about not in gone or note.about is None),
    )


def _without_repetition(book: Casebook) -> Casebook:
    """Each origin once on each side of each claim, by its shortest way."""
    best: dict[tuple[str, str, str], Statement] = {}
    for one in book.statements:
        key = (one.origin, one.claim, one.stance)
        # The shortest way loses least on its relays: a method that counts repetitions must not lose by the cure.
        if one.stands and (key not in best or len(one.relays) < len(best[key].relays)):
            best[key] = one
    chosen = {one.id for one in best.values()}
    return _kept(book, (one for one in book.statements if one.id in chosen or not one.stands))


def _by_side(book: Casebook) -> Iterator[list[Statement]]:
    """The statements that stand, by claim and side."""
    sides: dict[tuple[str, str], list[Statement]] = {}
    for one in book.statements:
        if one.stands:
            sides.setdefault((one.claim, one.stance), []).append(one)
    return iter(sides.values())


def _one_for_each_mouth(book: Casebook) -> Casebook:
    """Of the statements on a side that came through one relay, the first alone."""
    dropped = set()
    for side in _by_side(book):
        heard: set[str] = set()
        for one in side:
            if heard & set(one.relays):
                dropped.add(one.id)
            heard |= set(one.relays)
    return _kept(book, (one for one in book.statements if one.id not in dropped))


def _one_for_each_group(book: Casebook) -> Casebook:
    """Of sources that depend on each other, the first alone on each side of each claim."""
    groups = groups_of(book.dependences)  # a reason that names the others would show them
    dropped = set()
    for side in _by_side(book):
        heard: dict[frozenset[str], str] = {}
        for one in side:
            group = groups.get(one.origin)
            members = frozenset(group.sources) if group is not None else frozenset({one.origin})
            if heard.setdefault(members, one.origin) != one.origin:
                dropped.add(one.id)
    return _kept(book, (one for one in book.statements if one.id not in dropped))


def _sure(book: Casebook) -> set[str | None]:
    """The ids of the established statements."""
    chains = build(book).chains.values()
    return {chain.statement.id for rows in chains for chain in rows if chain.established is not None}


def _established_alone(book: Casebook) -> Casebook:
    """On each side the established statements; where there is none, those of the first origin."""
    sure = _sure(book)
    dropped = set()
    for side in _by_side(book):
        kept = [one for one in side if one.id in sure] or [one for one in side if one.origin == side[0].origin]
        dropped |= {one.id for one in side} - {one.id for one in kept}
    return _kept(book, (one for one in book.statements if one.id not in dropped))


def _without_rings(book: Casebook) -> Casebook:
    """No link between claims that feed each other."""
    members = [set(ring.members) for ring in build(book).rings if ring.kind != "relays"]
    inside = {link.id for link in book.links for ring in members if link.from_claim in ring and link.to_claim in ring}
    return evolve(
        book,
        links=tuple(link for link in book.links if link.id not in inside),
        notes=tuple(note for note in book.notes if note.about is None or note.about not in inside),
    )


def _without_links(book: Casebook) -> Casebook:
    """No link at all."""
    ids = {link.id for link in book.links}
    return evolve(
        book, links=(), notes=tuple(note for note in book.notes if note.about is None or note.about not in ids)
    )


_WORTHLESS = frozenset({"E", "F"})
"""The grades that stay as they are when all others are made alike: with C, what weighs nothing would begin to count."""


def _neutral(book: Casebook) -> Casebook:
    """Nobody has an interest, and all who can know anything are graded alike."""
    return evolve(
        book,
        sources=tuple(
            source if source.reliability in _WORTHLESS else evolve(source, reliability="C", topics={})
            for source in book.sources
        ),
        statements=tuple(
            evolve(one, propensity="neutral", certainty=1.0, reliability=_worthless(one)) for one in book.statements
        ),
    )


def _worthless(statement: Statement) -> Grade | None:
    return statement.reliability if statement.reliability in _WORTHLESS else None


def _heads(book: Casebook) -> Casebook:
    """Only established statements, all of them direct and alike."""
    sure = _neutral(_established_only(book))
    return evolve(sure, statements=tuple(evolve(one, via=()) for one in sure.statements))


def _independent(book: Casebook) -> Casebook:
    """No dependence is known."""
    ids = {item.id for item in book.dependences}
    notes = tuple(note for note in book.notes if note.about is None or note.about not in ids)
    return evolve(book, dependences=(), notes=notes)


def _assumed(book: Casebook) -> Casebook:
    """All sources are taken to be independent."""
    return evolve(book, policy=evolve(book.policy, independence="assumed"))


def _established_only(book: Casebook) -> Casebook:
    """Only the established statements."""
    sure = _sure(book)
    return _kept(book, (one for one in book.statements if one.id in sure or not one.stands))


CURES: Mapping[str, tuple[CasebookChange, ...]] = MappingProxyType(
    {
        "repetition": (_without_repetition,),
        "one origin": (_without_repetition,),
        "shared-body ceiling": (_one_for_each_mouth,),
        "one mouth": (_one_for_each_mouth,),
        "one mouth over links": (_without_links,),
        "one origin over links": (_without_links,),
        "link cap": (_without_links,),
        "dependence": (_one_for_each_group,),
        "fail closed": (_established_alone,),
        "circles": (_without_rings,),
        "rings": (_without_rings,),
        "no self-influence": (_without_rings,),
    }
)
"""For some laws, the casebook without what the law is about: where it is cured, breaking the law does no harm."""

BLINDS: Mapping[str, tuple[CasebookChange, ...]] = MappingProxyType(
    {
        "one statement is Bayes": (_neutral, _established_only, _heads),
        "conservation": (_neutral,),
        "interest": (_neutral,),
        "better grade": (_neutral,),
        "dependence": (_independent,),
        "fail closed": (_assumed,),
        "link cap": (_without_links,),
    }
)
"""For some laws, the casebook as it looks to a method that does not see what the law is about."""

_UNLOOKED: Mapping[str, CasebookChange] = MappingProxyType(
    {"links": _without_links, "grades and interests": _neutral, "what is not established": _established_only}
)
"""What a method may not look at, without breaking any law."""
