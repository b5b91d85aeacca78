from claimtrack.scales.crosswalks import (
    CROSSWALKS as CROSSWALKS,
    Conversion as Conversion,
    Crosswalk as Crosswalk,
    Overlap as Overlap,
    convert as convert,
    crosswalk as crosswalk,
    overlaps as overlaps,
)
from claimtrack.scales.custom import (
    grades_from_toml as grades_from_toml,
    scale_from_toml as scale_from_toml,
    words_from_toml as words_from_toml,
)
from claimtrack.scales.grades import (
    GRADE_SCALES as GRADE_SCALES,
    Axis as Axis,
    GradeScale as GradeScale,
    Level as Level,
    grade_scale as grade_scale,
)
from claimtrack.scales.likelihood import (
    LIKELIHOOD_SCALES as LIKELIHOOD_SCALES,
    LikelihoodScale as LikelihoodScale,
    Term as Term,
    likelihood_scale as likelihood_scale,
)
from claimtrack.scales.words import (
    per_cent as per_cent,
    word_for as word_for,
)
