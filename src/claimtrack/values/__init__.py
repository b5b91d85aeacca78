"""Values that know nothing of casebooks: dates, words, opinions, weights, digests."""

from claimtrack.values.canonical import canonical_json, digest
from claimtrack.values.dates import PartialDate
from claimtrack.values.opinions import Opinion, opinion, posterior
from claimtrack.values.scales import (
    LIKELIHOOD_SCALES,
    LikelihoodScale,
    Term,
    convert,
    grade_scale,
    likelihood_scale,
)
from claimtrack.values.witness import Heard, attenuated, ceiling, heard
from claimtrack.values.words import per_cent, word_for

__all__ = [
    "LIKELIHOOD_SCALES",
    "Heard",
    "LikelihoodScale",
    "Opinion",
    "PartialDate",
    "Term",
    "attenuated",
    "canonical_json",
    "ceiling",
    "convert",
    "digest",
    "grade_scale",
    "heard",
    "likelihood_scale",
    "opinion",
    "per_cent",
    "posterior",
    "word_for",
]
