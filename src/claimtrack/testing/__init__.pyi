from claimtrack.testing.check import (
    LawsBroken as LawsBroken,
    check_format as check_format,
    check_history as check_history,
    check_method as check_method,
    check_opinion as check_opinion,
    parametrize_methods as parametrize_methods,
)
from claimtrack.testing.generate.casebooks import (
    a_casebook as a_casebook,
)
from claimtrack.testing.generate.edge_cases import (
    SHAPES as SHAPES,
)
from claimtrack.testing.generate.histories import (
    a_history as a_history,
)
from claimtrack.testing.generate.records import (
    Limits as Limits,
)
from claimtrack.testing.generate.shrinking import (
    shrunk as shrunk,
)
from claimtrack.testing.generate.source import (
    Chance as Chance,
    Chooser as Chooser,
)
from claimtrack.testing.generate.strategies import (
    casebooks as casebooks,
    cases as cases,
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
    Broken as Broken,
    Law as Law,
    Scorer as Scorer,
    Unmet as Unmet,
    given as given,
    hold as hold,
    scorer_of as scorer_of,
    tried as tried,
)
from claimtrack.testing.laws import (
    METHOD_LAWS as METHOD_LAWS,
)
from claimtrack.testing.laws.formats import (
    FORMAT_LAWS as FORMAT_LAWS,
    Format as Format,
)
from claimtrack.testing.laws.histories import (
    HISTORY_LAWS as HISTORY_LAWS,
    Replay as Replay,
)
from claimtrack.testing.laws.opinions import (
    OPINION_LAWS as OPINION_LAWS,
)
from claimtrack.testing.verdict import (
    StaleExcuse as StaleExcuse,
    Verdict as Verdict,
    law_of as law_of,
    smallest as smallest,
    verdict_of as verdict_of,
    verdicts as verdicts,
)
