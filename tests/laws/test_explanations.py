"""What must hold of explanations: they add up, and they are what running the method again gives."""

from itertools import combinations
from math import fsum
from typing import get_args

import pytest
from hypothesis import example, given, strategies as st

import claimtrack as ct
from casebooks import fell_and
from claimtrack._records import evolve
from claimtrack.analysis.contributions import Contributions, Shares, find_contributions
from claimtrack.analysis.explanation import key_claims
from claimtrack.analysis.information_value import find_inquiries
from claimtrack.analysis.reasons import Reason
from claimtrack.analysis.rerun import Reruns, reruns_of
from claimtrack.analysis.sensitivity import measure_swings
from claimtrack.analysis.tipping_points import Flip, find_tipping_points, leader_of, newcomers
from claimtrack.analysis.what_if import casebook_after, regrade, what_if, withhold
from claimtrack.history.events import Happening, Retracted
from claimtrack.model.sources import Grade
from claimtrack.network.subgraph import upstream
from claimtrack.scales.words import word_for
from claimtrack.scoring.assessment import Assessment
from claimtrack.scoring.protocol import probabilities
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import restated, witness
from claimtrack.testing.generate.source import RandomChooser, shuffle
from claimtrack.testing.generate.strategies import casebooks
from laws.adding import close, errors_in

LITTLE = {"sources": 4, "claims": 2, "statements": 8, "links": 2, "relays": 2}


def looked_at(book: ct.Casebook) -> tuple[Assessment, Reruns]:
    """An assessment and reruns of the claim on which the most bears."""
    assessment = ct.score(book)
    network = assessment.network
    name = max(
        assessment.scores, key=lambda claim: sum(len(network.chains[other]) for other in upstream(network, claim))
    )
    return assessment, reruns_of(assessment, name)


def games(contributions: Contributions) -> list[Shares]:
    """The three ways to share out what moves a claim."""
    return [contributions.origins, contributions.relays, contributions.links]


@given(casebooks(opinions=True))
def test_the_reasons_add_up(book: ct.Casebook) -> None:
    """Each step of a tree of reasons follows from those below it, down to statements, and the root gives the score."""
    explanation = ct.explain(ct.score(book), closely=[])
    for account in explanation.accounts.values():
        assert account.why is not None
        assert errors_in(account.why, account.score) == []
        told = [reason.step for reason in account.why.walk()]
        left = [step for step in account.score.steps if step not in told]
        assert {step.rule for step in left} <= {"bounds", "large ring"}


def test_a_tree_with_one_wrong_number_does_not_add_up() -> None:
    """Whatever number of a tree is changed, the check of its sums sees it."""
    book = ct.read("examples/border_lockdowns/casebook.toml")
    account = ct.explain(ct.score(book), closely=[]).accounts["covid"]
    assert account.why is not None
    changed = 0
    for reason in account.why.walk():
        if reason.step.rule in ("bounds", "prior", "link"):
            continue
        wrong = evolve(reason.step, after=reason.step.after + 0.01)
        tree = _with(account.why, reason, evolve(reason, step=wrong))
        assert errors_in(tree, account.score) != []
        changed += 1
    assert changed >= 4


def _with(tree: Reason, old: object, new: Reason) -> Reason:
    """The tree with another reason in the place of one of its own."""
    if tree is old:
        return new
    return evolve(tree, parts=tuple(_with(part, old, new) for part in tree.parts))


@given(casebooks(**LITTLE))
def test_contributions_add_up(book: ct.Casebook) -> None:
    """In each game the Shapley values add up to the probability less the prior, to 1e-9."""
    _, reruns = looked_at(book)
    contributions = find_contributions(reruns)
    for game in games(contributions):
        total = fsum(one.shapley for one in game.contributions)
        assert abs(total - (contributions.probability - contributions.before)) <= 1e-9


def test_what_is_lost_alone_does_not_add_up() -> None:
    """Leave-one-out alone breaks the law of the sum: two equal origins each seem to carry nothing."""
    book = fell_and(*witness("ann", "fell", lineage="told"), *witness("bob", "fell", lineage="told"))
    contributions = find_contributions(reruns_of(ct.score(book), "fell"))
    assert [one.if_lost for one in contributions.origins.contributions] == [0.0, 0.0]
    assert all(one.redundant for one in contributions.origins.contributions)
    assert contributions.probability - contributions.before == pytest.approx(0.3)


@given(casebooks(**LITTLE))
def test_what_is_lost_is_the_difference_of_two_runs(book: ct.Casebook) -> None:
    """Leave-one-out is P less P of the whole casebook without that origin, relay or link, to the last bit."""
    assessment, reruns = looked_at(book)
    claim, network = reruns.claim, assessment.network
    contributions = find_contributions(reruns)

    def without(gone: object) -> float:
        return float(ct.score(restated(network.casebook, lambda one: () if gone(one) else (one,)))[claim].probability)  # type: ignore[operator]

    for one in contributions.origins.contributions:
        assert contributions.probability - without(lambda said, name=one.id: said.origin == name) == one.if_lost
    for one in contributions.relays.contributions:
        lost = without(lambda said, name=one.id: name in said.relays if name else not said.via)
        assert contributions.probability - lost == one.if_lost
    for one in contributions.links.contributions:
        if one.id:
            cut = evolve(network.casebook, links=tuple(link for link in network.casebook.links if link.id != one.id))
            assert contributions.probability - ct.score(cut)[claim].probability == one.if_lost


@given(casebooks(**LITTLE))
def test_no_path_no_contribution(book: ct.Casebook) -> None:
    """Whoever says nothing on a claim, its rivals or what leads to them contributes nothing to it."""
    assessment, reruns = looked_at(book)
    network = assessment.network
    known = set(upstream(network, reruns.claim))
    near = [chain.statement for name in known for chain in network.chains[name]]
    contributions = find_contributions(reruns)
    assert {one.id for one in contributions.origins.contributions} == {said.origin for said in near}
    assert {one.id for one in contributions.relays.contributions if one.id} == {
        name for said in near for name in said.relays
    }
    leading = {link.id for name in known for link in network.inflow.get(name, ())}
    assert {one.id for one in contributions.links.contributions if one.id} == leading


@given(casebooks(**LITTLE), st.integers(0, 2**20))
def test_order_and_names_move_no_contribution(book: ct.Casebook, seed: int) -> None:
    """With the records in another order, every exact contribution is the same but for rounding."""
    assessment, reruns = looked_at(book)
    choose = RandomChooser(seed)
    shuffled = evolve(
        book,
        sources=shuffle(choose, book.sources),
        statements=shuffle(choose, book.statements),
        links=shuffle(choose, book.links),
    )
    other = find_contributions(reruns_of(ct.score(shuffled), reruns.claim))
    for mine, theirs in zip(games(find_contributions(reruns)), games(other), strict=True):
        one, two = ({c.id: c.shapley for c in game.contributions} for game in (mine, theirs))
        assert one.keys() == two.keys()
        assert all(abs(one[name] - two[name]) <= 1e-12 for name in one)
    assert len(assessment) == len(ct.score(shuffled))


def test_a_sample_is_told_with_its_error() -> None:
    """Beyond eight origins shares are sampled: they still add up, and lie near the exact ones."""
    grades = "ABCDABCDA"
    said = [
        record
        for place, grade in enumerate(grades)
        for record in witness(f"who-{place}", "fell", grade=grade, via=("paper",) if place % 3 == 0 else ())
    ]
    book = ct.Casebook(
        claims=(ct.Claim(id="fell", text="It fell."),), sources=(ct.Source(id="paper", name="P", reliability="C"),)
    ).with_records(*said)
    reruns = reruns_of(ct.score(book), "fell")
    game = find_contributions(reruns).origins
    assert not game.exact
    names = [f"who-{place}" for place in range(len(grades))]
    behind = {
        name: frozenset(one.id or "" for one in reruns.casebook.statements if name == one.origin) for name in names
    }

    def worth(inside: frozenset[str]) -> float:
        out = [name for name in names if name not in inside]
        return reruns.without(frozenset().union(*(behind[name] for name in out)))["fell"]

    exact = dict.fromkeys(names, 0.0)
    factorials = [1.0]
    for number in range(1, len(names) + 1):
        factorials.append(factorials[-1] * number)
    for size in range(len(names)):
        weight = factorials[size] * factorials[len(names) - size - 1] / factorials[len(names)]
        for chosen in combinations(names, size):
            inside = frozenset(chosen)
            for name in set(names) - inside:
                exact[name] += weight * (worth(inside | {name}) - worth(inside))
    found = {one.id: one for one in game.contributions}
    assert abs(fsum(one.shapley for one in game.contributions) - (reruns.without()["fell"] - reruns.prior)) <= 1e-9
    assert all(abs(found[name].shapley - exact[name]) <= 2.0 * found[name].error + 1e-6 for name in names)
    assert any(one.error > 0.0 for one in game.contributions)


@given(casebooks(**LITTLE))
def test_every_flip_is_what_running_again_gives(book: ct.Casebook) -> None:
    """What is said of a flip is what the whole casebook, changed so, is scored with."""
    assessment, reruns = looked_at(book)
    now = {claim: assessment[claim].probability for claim in reruns.family.claims}
    for flip in find_tipping_points(reruns, assessment[reruns.claim], assessment.words).flips:
        after = what_if(assessment, *flip.events).after
        found = {claim: after[claim].probability for claim in reruns.family.claims}
        assert (found[reruns.claim], after[reruns.claim].word) == (flip.probability, flip.word)
        assert leader_of(reruns.family, found) == flip.leader
        if flip.target == "leader":
            assert flip.leader != leader_of(reruns.family, now)
        else:
            assert flip.word != assessment[reruns.claim].word


def _sets(reruns: Reruns, kind: str, size: int) -> list[tuple[Happening, ...]]:
    """What happens in every set of that many losses or regradings."""
    book = reruns.casebook
    names = sorted({name for one in book.statements for name in (one.origin, *one.relays)})
    atoms: list[tuple[str, tuple[Happening, ...]]]
    if kind == "statements":
        atoms = [(one.id or "", (Retracted(id=one.id or ""),)) for one in book.statements]
    elif kind == "sources":
        atoms = [(name, withhold(book, name)) for name in names]
    else:
        atoms = [(name, regrade(book, name, grade)) for name in names for grade in get_args(Grade)]
    sets = [one for one in combinations(atoms, size) if len({name for name, _ in one}) == size]
    return [tuple(event for _, events in one for event in events) for one in sets]


def _turns(reruns: Reruns, flip: Flip, words: object, happened: tuple[Happening, ...]) -> bool:
    found = probabilities(reruns.method, ct.build(casebook_after(reruns.casebook, *happened)))
    now = reruns.without()
    if flip.target == "leader":
        return leader_of(reruns.family, found) != leader_of(reruns.family, now)
    return word_for(found[reruns.claim], words) != word_for(now[reruns.claim], words)  # type: ignore[arg-type]


@given(casebooks(sources=3, claims=2, statements=8, links=1, relays=1, dependences=1))
def test_no_set_is_smaller_than_one_called_smallest(book: ct.Casebook) -> None:
    """By brute force: fewer losses or regradings than in a set that is called smallest turn nothing."""
    assessment, reruns = looked_at(book)
    flips = find_tipping_points(reruns, assessment[reruns.claim], assessment.words).flips
    for target in ("leader", "word"):
        for kind in ("statements", "sources", "grades"):
            called = [flip for flip in flips if (flip.target, flip.kind) == (target, kind) and flip.smallest]
            for size in range(1, len(called[0].ids) if called else 0):
                assert not any(_turns(reruns, called[0], assessment.words, one) for one in _sets(reruns, kind, size)), (
                    target,
                    kind,
                    size,
                )


@given(casebooks(**LITTLE))
def test_the_origins_needed_reach_a_word_and_no_fewer_do(book: ct.Casebook) -> None:
    """As many new origins as are said to be needed reach a word or pass it, and one fewer does not."""
    assessment, reruns = looked_at(book)
    words = assessment.words
    order = [term.label for term in words.terms]
    here = order.index(assessment[reruns.claim].word)
    for needed in find_tipping_points(reruns, assessment[reruns.claim], words).needed:
        place = order.index(needed.word)
        assert needed.stance == ("asserts" if place > here else "denies")
        for grade, count in needed.counts.items():
            if count is None:
                continue
            for fewer in (0, 1):
                new = newcomers(reruns.claim, grade, needed.stance, count - fewer)  # type: ignore[arg-type]
                found = what_if(assessment, *new).after[reruns.claim].word if count > fewer else order[here]
                seen = order.index(found)
                reached = seen >= place if place > here else seen <= place
                assert reached == (fewer == 0)


@given(casebooks(**LITTLE))
def test_swings_are_what_running_again_gives(book: ct.Casebook) -> None:
    """The tornado is sorted, holds P of the claim at both ends, and no swing of grades is wider than what moves P."""
    _, reruns = looked_at(book)
    swings = measure_swings(reruns)
    assert [swing.width for swing in swings] == sorted((swing.width for swing in swings), reverse=True)
    for swing in swings:
        assert 0.0 <= min(swing.at_low, swing.at_high) <= max(swing.at_low, swing.at_high) <= 1.0
        if swing.kind == "strength":
            link = next(link for link in reruns.casebook.links if link.id == swing.id)
            now = {"weak": 0.3, "moderate": 0.6, "strong": 0.9}.get(str(link.strength), link.strength)
            low = evolve(link, strength=max(0.0, float(now) - 0.15))
            assert ct.score(reruns.casebook.with_records(low))[reruns.claim].probability == swing.at_low


@given(casebooks(links=0, opinions=True))
@example(ct.Casebook(claims=(ct.Claim(id="fell", text="It fell.", prior=0.2),)))
def test_expected_values_are_conserved_where_nothing_was_said(book: ct.Casebook) -> None:
    """Of a claim on which nobody spoke, the expected probability after asking another origin is the prior."""
    assessment = ct.score(book)
    network = assessment.network
    for claim in assessment:
        if any(network.chains[other] for other in network.families[claim].claims):
            continue
        found = [one for one in find_inquiries((reruns_of(assessment, claim),)) if one.about == (claim,)]
        for inquiry in found:
            expected = fsum(answer.chance * answer.probabilities[claim] for answer in inquiry.answers)
            assert close(expected, assessment[claim].probability)


@given(casebooks(**LITTLE))
def test_inquiries_are_worth_what_their_answers_do(book: ct.Casebook) -> None:
    """Chances add up to 1, and at most ten questions are asked, the most worth knowing first, none for half a point."""
    _, reruns = looked_at(book)
    found = find_inquiries((reruns,))
    assert [one.value for one in found] == sorted((one.value for one in found), reverse=True)
    assert len(found) <= 10
    for inquiry in found:
        assert close(1.0, fsum(answer.chance for answer in inquiry.answers))
        assert 0.005 <= inquiry.value <= 1.0
        assert 0.0 <= inquiry.turns <= 1.0 + 1e-12


@given(casebooks(**LITTLE))
def test_only_what_bears_on_a_claim_is_run(book: ct.Casebook) -> None:
    """The part of a casebook that bears on a claim gives it, and its rivals, the very score of the whole."""
    assessment = ct.score(book)
    for claim in assessment:
        reruns = reruns_of(assessment, claim)
        assert reruns.without() == {name: assessment[name].probability for name in reruns.without()}


def test_the_key_claims_are_the_rivals() -> None:
    """Without being asked, explanations look closely at the rivals of questions, or at all claims, up to twelve."""
    book = ct.read("examples/border_lockdowns/casebook.toml")
    explanation = ct.explain(ct.score(book))
    assert [name for name, account in explanation.accounts.items() if account.details] == ["covid", "smuggling"]
    lone = evolve(book, questions=(), notes=())
    assert len(key_claims(ct.score(lone))) > 12
    assert sum(account.details is not None for account in ct.explain(ct.score(lone)).accounts.values()) == 12


def test_made_cases_are_not_trivial() -> None:
    """Of the casebooks that these laws are tried on, at least a quarter have flips, and several to share."""
    telling = 0
    for seed in range(60):
        assessment, reruns = looked_at(make_casebook(RandomChooser(seed), Limits(**LITTLE)))
        tipping = find_tipping_points(reruns, assessment[reruns.claim], assessment.words)
        telling += bool(tipping.flips) and len(find_contributions(reruns).origins.contributions) > 1
    assert telling >= 15
