from claimtrack.scales.grades import (
    Axis as Axis,
    Conversion as Conversion,
    Crosswalk as Crosswalk,
    GradeScale as GradeScale,
    Level as Level,
)
from claimtrack.scales.likelihood import (
    LikelihoodScale as LikelihoodScale,
    Overlap as Overlap,
    Term as Term,
    overlaps as overlaps,
)
from claimtrack.scales.load import (
    GRADE_SCALES as GRADE_SCALES,
    LIKELIHOOD_SCALES as LIKELIHOOD_SCALES,
    convert as convert,
    crosswalk as crosswalk,
    crosswalks as crosswalks,
    grade_scale as grade_scale,
    grades_from_toml as grades_from_toml,
    likelihood_scale as likelihood_scale,
    scale_from_toml as scale_from_toml,
    words_from_toml as words_from_toml,
)
from claimtrack.scales.words import per_cent as per_cent, word_for as word_for
