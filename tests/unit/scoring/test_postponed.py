"""The words and the working of a score are found when they are asked for, and nobody can tell."""

import copy
import gc
import pickle

import pytest

import claimtrack as ct
from claimtrack._records import evolve, fields_of
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Estimate, Override, Score
from claimtrack.testing import RandomChooser
from claimtrack.testing.generate.casebooks import Limits, make_casebook

_FULL = Limits(sources=9, claims=6, statements=25, links=9, dependences=3)


def _casebook(seed: int) -> ct.Casebook:
    return make_casebook(RandomChooser(seed), _FULL)


def _whole(score: Score) -> Score:
    """The same score, built from all of its fields."""
    one = score.estimate
    estimate = Estimate(**{field.name: getattr(one, field.name) for field in fields_of(Estimate)})
    others = {field.name: getattr(score, field.name) for field in fields_of(Score)}
    return Score(**others | {"estimate": estimate})


@pytest.mark.parametrize("seed", range(8))
def test_a_score_is_equal_to_one_built_whole(seed: int) -> None:
    """A score is equal to one that is built of all its fields, whichever of the two is asked first."""
    whole = {claim: _whole(score) for claim, score in ct.score(_casebook(seed)).scores.items()}
    assert whole == dict(ct.score(_casebook(seed)).scores)
    assert dict(ct.score(_casebook(seed)).scores) == whole


@pytest.mark.parametrize("seed", range(8))
def test_a_copy_is_whole(seed: int) -> None:
    """A score that was pickled, copied or changed before it was asked for anything holds its words and working."""
    whole = {claim: _whole(score) for claim, score in ct.score(_casebook(seed)).scores.items()}
    assert whole == dict(pickle.loads(pickle.dumps(ct.score(_casebook(seed)))).scores)  # noqa: S301
    assert whole == {claim: copy.deepcopy(score) for claim, score in ct.score(_casebook(seed)).scores.items()}
    assert whole == {claim: copy.copy(score) for claim, score in ct.score(_casebook(seed)).scores.items()}
    assert whole == {claim: evolve(score) for claim, score in ct.score(_casebook(seed)).scores.items()}


def test_the_words_are_those_of_the_scale_and_the_hand() -> None:
    """Words that are asked for late are those of the scale and the overrides that the claim was scored with."""
    book = _casebook(3)
    claim = next(iter(ct.score(book)))
    override = Override(claim=claim, confidence="high", because="We were there.")
    score = ct.assess(ct.build(book), words="kent", overrides=[override])[claim]
    assert override == Override(claim=claim, confidence=score.confidence, because=score.override or "")


def test_a_misspelt_field_is_named() -> None:
    """What a score does not have is an attribute error that names it, before and after its words are found."""
    score = next(iter(ct.score(_casebook(3)).scores.values()))
    for _ in range(2):
        with pytest.raises(AttributeError, match="sttus"):
            _ = score.sttus  # type: ignore[attr-defined]
        with pytest.raises(AttributeError, match="_sttus"):
            _ = score._sttus  # type: ignore[attr-defined]
        assert score.status


def test_a_score_does_not_hold_the_network() -> None:
    """A score that outlives its assessment, whether or not it was asked for its words, holds no network."""
    assessment = ct.score(_casebook(3))
    asked, unasked, *_ = assessment.scores.values()
    assert asked.steps
    del assessment
    gc.collect()
    reached = set[int]()
    waiting: list[object] = [asked, unasked]
    while waiting:
        one = waiting.pop()
        assert not isinstance(one, Network)
        if id(one) not in reached and not isinstance(one, type) and type(one).__name__ not in ("module", "function"):
            reached.add(id(one))
            waiting += gc.get_referents(one)
