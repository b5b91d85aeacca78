from claimtrack.testing.case_strategies import cases as cases
from claimtrack.testing.check import (
    LawNotTried as LawNotTried,
    LawsBroken as LawsBroken,
    check_format as check_format,
    check_history as check_history,
    check_method as check_method,
    check_opinion as check_opinion,
    parametrize_methods as parametrize_methods,
)
from claimtrack.testing.generate.casebooks import Limits as Limits, make_casebook as make_casebook
from claimtrack.testing.generate.edge_cases import SHAPES as SHAPES
from claimtrack.testing.generate.histories import make_history as make_history
from claimtrack.testing.generate.methods import make_method as make_method
from claimtrack.testing.generate.source import (
    BaseChooser as BaseChooser,
    Choices as Choices,
    Chooser as Chooser,
    RandomChooser as RandomChooser,
    ReplayChooser as ReplayChooser,
)
from claimtrack.testing.generate.strategies import (
    casebooks as casebooks,
    claims as claims,
    dependences as dependences,
    documents as documents,
    established as established,
    links as links,
    notes as notes,
    questions as questions,
    sources as sources,
    statements as statements,
)
from claimtrack.testing.law import (
    Law as Law,
    LawBroken as LawBroken,
    NotApplicable as NotApplicable,
    NotTold as NotTold,
    Scorer as Scorer,
    SubjectKind as SubjectKind,
    assume as assume,
    require as require,
    scorer_of as scorer_of,
    try_law as try_law,
)
from claimtrack.testing.laws import METHOD_LAWS as METHOD_LAWS
from claimtrack.testing.laws.formats import (
    FORMAT_LAWS as FORMAT_LAWS,
    CasebookFormat as CasebookFormat,
    Content as Content,
)
from claimtrack.testing.laws.histories import HISTORY_LAWS as HISTORY_LAWS, Replayer as Replayer
from claimtrack.testing.laws.opinions import OPINION_LAWS as OPINION_LAWS, OpinionMaker as OpinionMaker
from claimtrack.testing.shrinking import shrink as shrink
from claimtrack.testing.verdict import (
    StaleExcuse as StaleExcuse,
    Verdict as Verdict,
    VerdictWord as VerdictWord,
    find_smallest as find_smallest,
    law_of as law_of,
    verdict_of as verdict_of,
    verdicts as verdicts,
)
