"""Values that know nothing of casebooks: dates, words, opinions, weights, digests."""

from claimtrack.values.binomial import (
    Evidence,
    binomial,
    complement,
    conflict,
    discounted,
    evidence_of,
    from_evidence,
    uncertainty_maximised,
    weakened,
)
from claimtrack.values.canonical import canonical_json, digest
from claimtrack.values.dates import PartialDate
from claimtrack.values.fusion import (
    FUSIONS,
    Fusion,
    averaging,
    consensus,
    constraint,
    cumulative,
    fused,
    weighted,
)
from claimtrack.values.moments import Moment, moment_of
from claimtrack.values.multinomial import (
    Multinomial,
    evidence_for,
    from_counts,
    multinomial,
    multinomial_conflict,
    multinomial_uncertainty_maximised,
)
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
    "FUSIONS",
    "LIKELIHOOD_SCALES",
    "Evidence",
    "Fusion",
    "Heard",
    "LikelihoodScale",
    "Moment",
    "Multinomial",
    "Opinion",
    "PartialDate",
    "Term",
    "attenuated",
    "averaging",
    "binomial",
    "canonical_json",
    "ceiling",
    "complement",
    "conflict",
    "consensus",
    "constraint",
    "convert",
    "cumulative",
    "digest",
    "discounted",
    "evidence_for",
    "evidence_of",
    "from_counts",
    "from_evidence",
    "fused",
    "grade_scale",
    "heard",
    "likelihood_scale",
    "moment_of",
    "multinomial",
    "multinomial_conflict",
    "multinomial_uncertainty_maximised",
    "opinion",
    "per_cent",
    "posterior",
    "uncertainty_maximised",
    "weakened",
    "weighted",
    "word_for",
]
