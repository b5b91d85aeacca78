"""Likelihood words: every number gets a word, and an edge belongs to the upper term."""
# ruff: noqa: SIM300 (the expected value stands on the left)

import json
import math
from itertools import pairwise

import pytest
from hypothesis import example, given, strategies as st

from claimtrack.errors.failures import UnknownName
from claimtrack.scales.likelihood import LikelihoodScale, Term
from claimtrack.scales.load import LIKELIHOOD_SCALES, likelihood_scale
from claimtrack.scales.words import per_cent, word_for
from shared_cases import needed, published_scales

_NAMES = LIKELIHOOD_SCALES
_PROBABILITY = st.floats(0.0, 1.0)


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "almost no chance"),
        (0.001, "almost no chance"),
        (0.0499, "almost no chance"),
        (0.05, "very unlikely"),
        (0.20, "unlikely"),
        (0.45, "roughly even chance"),
        (0.5, "roughly even chance"),
        (0.55, "likely"),
        (0.80, "very likely"),
        (0.95, "almost certain"),
        (0.999, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_icd_203(probability: float, word: str) -> None:
    """ICD 203: an edge belongs to the upper term; below 1 % and above 99 % the end term stands."""
    assert word == word_for(probability)


@pytest.mark.parametrize("scale", ["icd203", "stix"])
def test_just_below_an_edge_is_the_lower_term(scale: str) -> None:
    """A number below a touching edge has the lower term; the edge, and what misses it by rounding, the upper one."""
    terms = likelihood_scale(scale).terms
    for lower, upper in pairwise(terms):
        assert (lower.label, upper.label) == (
            word_for(upper.low - 1e-9, scale),
            word_for(upper.low, scale),
        )
        assert upper.label == word_for(math.nextafter(upper.low, 0.0), scale)


@pytest.mark.parametrize(
    ("probability", "word"),
    [
        (0.0, "remote chance"),
        (0.05, "remote chance"),
        (0.07, "between remote chance and highly unlikely"),
        (0.10, "highly unlikely"),
        (0.22, "between highly unlikely and unlikely"),
        (0.25, "unlikely"),
        (0.37, "between unlikely and realistic possibility"),
        (0.40, "realistic possibility"),
        (0.50, "realistic possibility"),
        (0.52, "between realistic possibility and likely or probable"),
        (0.55, "likely or probable"),
        (0.77, "between likely or probable and highly likely"),
        (0.92, "between highly likely and almost certain"),
        (0.95, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_phia_keeps_its_gaps(probability: float, word: str) -> None:
    """PHIA's yardstick has gaps, and a number in one is said to lie between two terms."""
    assert word == word_for(probability, "phia")


@pytest.mark.parametrize(
    ("scale", "probability", "word"),
    [
        ("ipcc", 0.005, "exceptionally unlikely"),
        ("ipcc", 0.05, "very unlikely"),
        ("ipcc", 0.2, "unlikely"),
        ("ipcc", 0.33, "about as likely as not"),
        ("ipcc", 0.66, "likely"),
        ("ipcc", 0.90, "very likely"),
        ("ipcc", 0.99, "virtually certain"),
        ("ipcc", 1.0, "virtually certain"),
        ("kent", 0.0, "impossible"),
        ("kent", 0.40, "chances about even"),
        ("kent", 0.50, "chances about even"),
        ("kent", 0.75, "probable"),
        ("kent", 0.87, "almost certain"),
        ("kent", 1.0, "certain"),
        ("stix", 0.0, "impossible"),
        ("stix", 0.5, "even chance"),
        ("stix", 0.595, "likely"),
        ("stix", 1.0, "certain"),
    ],
)
def test_other_scales(scale: str, probability: float, word: str) -> None:
    """On the other scales the narrowest range that holds a number wins, and an edge is the upper term's."""
    assert word == word_for(probability, scale)


@pytest.mark.parametrize("scale", _NAMES)
@given(probability=_PROBABILITY)
@example(probability=5e-324)
@example(probability=1.0)
def test_every_probability_has_a_word(scale: str, probability: float) -> None:
    """No probability is without a word, and the word is made of the scale's own terms."""
    word = word_for(probability, scale)
    assert word
    assert any(term.label in word for term in likelihood_scale(scale).terms)


@pytest.mark.parametrize("scale", ["icd203", "phia", "stix", "kent"])
@given(one=_PROBABILITY, other=_PROBABILITY)
def test_a_likelier_claim_never_gets_a_lesser_word(scale: str, one: float, other: float) -> None:
    """The words of a scale without nested terms rise with the number."""
    labels = [term.label for term in likelihood_scale(scale).terms]

    def rank(probability: float) -> float:
        word = word_for(probability, scale)
        if word in labels:
            return float(labels.index(word))
        return next(i + 0.5 for i in range(len(labels) - 1) if word == f"between {labels[i]} and {labels[i + 1]}")

    assert rank(min(one, other)) <= rank(max(one, other))


def test_an_unknown_scale_names_the_nearest() -> None:
    """Asking for a scale that is not there says which there are, and which was meant."""
    with pytest.raises(UnknownName) as caught:
        word_for(0.5, "icd230")
    assert ("icd203", tuple(_NAMES)) == (caught.value.near, caught.value.known)


@pytest.mark.parametrize(
    ("probability", "text"),
    [
        (0.0, "0 %"), (1e-9, "under 1 %"), (0.0049, "under 1 %"), (0.01, "1 %"), (0.5, "50 %"), (0.994, "99 %"),
        (0.9949, "99 %"), (0.995, "over 99 %"), (0.9999999, "over 99 %"), (1.0, "100 %"),
    ],
)  # fmt: skip
def test_per_cents_are_whole(probability: float, text: str) -> None:
    """Prose has whole per cents, and never 0 % or 100 % of what is merely near them."""
    assert text.replace(" %", "\N{NO-BREAK SPACE}%") == per_cent(probability)


@given(_PROBABILITY.filter(lambda number: 0.0 < number < 1.0 and number != 0.005))
@example(0.00499999)
@example(0.00500001)
@example(0.995)
def test_what_is_possible_is_never_said_to_be_impossible_or_certain(probability: float) -> None:
    """Strictly between 0 and 1 no probability is printed as 0 % or 100 %."""
    assert per_cent(probability) not in {per_cent(0.0), per_cent(1.0)}


def test_a_half_per_cent_is_not_nothing() -> None:
    """Half a per cent is not printed as 0 %."""
    assert per_cent(0.005) != per_cent(0.0)


@needed(published_scales())
def test_the_scales_are_those_of_the_shared_table() -> None:
    """Where the shared table of scales is at hand, the terms and edges of ICD 203 are its own."""
    text = json.dumps(published_scales()).casefold()
    assert [] == [term.label for term in likelihood_scale("icd203").terms if term.label not in text]


def test_of_equally_narrow_ranges_the_upper_is_taken() -> None:
    """Where two ranges of one width hold a number, the one that begins higher wins, whichever middle is nearer."""
    terms = (Term(label="lower", low=0.2, high=0.6), Term(label="upper", low=0.4, high=0.8))
    scale = LikelihoodScale(id="own", name="Ours", terms=terms)
    assert [word_for(p, scale) for p in (0.3, 0.4, 0.41, 0.59, 0.7)] == ["lower", "upper", "upper", "upper", "upper"]
