__version__: str

from claimtrack._shortcut import score as score
from claimtrack.analysis.change_causes import (
    ScoreChanges as ScoreChanges,
    explain_change as explain_change,
)
from claimtrack.analysis.explanation import (
    Account as Account,
    DetailedAccount as DetailedAccount,
    Explanation as Explanation,
    explain as explain,
)
from claimtrack.analysis.information_value import (
    Inquiry as Inquiry,
)
from claimtrack.analysis.method_comparison import (
    MethodComparison as MethodComparison,
    compare_methods as compare_methods,
)
from claimtrack.analysis.what_if import (
    WhatIf as WhatIf,
    what_if as what_if,
)
from claimtrack.checks.engine import (
    Findings as Findings,
    check as check,
)
from claimtrack.checks.profiles import (
    Profile as Profile,
    profile_from_toml as profile_from_toml,
)
from claimtrack.checks.rule import (
    Finding as Finding,
)
from claimtrack.dates import (
    Moment as Moment,
    PartialDate as PartialDate,
    moment_of as moment_of,
)
from claimtrack.documents.read import (
    read_texts as read_texts,
)
from claimtrack.errors.base import (
    ClaimtrackError as ClaimtrackError,
)
from claimtrack.errors.failures import (
    InvalidCasebook as InvalidCasebook,
)
from claimtrack.errors.problems import (
    Problem as Problem,
)
from claimtrack.history.diff import (
    diff as diff,
    events_between as events_between,
)
from claimtrack.history.events import (
    Added as Added,
    Arranged as Arranged,
    Corrected as Corrected,
    Event as Event,
    Graded as Graded,
    Merged as Merged,
    Removed as Removed,
    Resolved as Resolved,
    Restored as Restored,
    Retracted as Retracted,
    Split as Split,
    event as event,
)
from claimtrack.history.replay import (
    replay as replay,
    resolutions as resolutions,
)
from claimtrack.io.casebooks import (
    dumps as dumps,
    loads as loads,
    read as read,
    write as write,
)
from claimtrack.io.schema import (
    json_schema as json_schema,
)
from claimtrack.ledger.import_export import (
    export_lines as export_lines,
    import_casebook as import_casebook,
    import_lines as import_lines,
)
from claimtrack.ledger.ledger import (
    Ledger as Ledger,
)
from claimtrack.ledger.verify import (
    verify as verify,
)
from claimtrack.model.casebook import (
    Casebook as Casebook,
)
from claimtrack.model.draft import (
    Draft as Draft,
)
from claimtrack.model.records import (
    Claim as Claim,
    Confidential as Confidential,
    Dependence as Dependence,
    Document as Document,
    Established as Established,
    Link as Link,
    Note as Note,
    Policy as Policy,
    Question as Question,
    Source as Source,
    Standing as Standing,
    Statement as Statement,
    TextFile as TextFile,
)
from claimtrack.network.build import (
    Network as Network,
    build as build,
)
from claimtrack.privacy.guard import (
    guard as guard,
)
from claimtrack.privacy.redact import (
    for_audience as for_audience,
)
from claimtrack.report.blocks import (
    Report as Report,
)
from claimtrack.report.documents.findings import (
    render_findings as render_findings,
)
from claimtrack.report.notebook import (
    compose as compose,
    compose_account as compose_account,
    compose_calibration as compose_calibration,
    compose_changes as compose_changes,
    compose_comparison as compose_comparison,
    compose_history as compose_history,
    compose_records as compose_records,
)
from claimtrack.report.render.csv import (
    render_tables as render_tables,
)
from claimtrack.report.render.formats import (
    render as render,
)
from claimtrack.scales.load import (
    convert as convert,
    grades_from_toml as grades_from_toml,
    words_from_toml as words_from_toml,
)
from claimtrack.scales.words import (
    word_for as word_for,
)
from claimtrack.scoring.assess import assess as assess
from claimtrack.scoring.assessment import (
    Assessment as Assessment,
    Override as Override,
    Score as Score,
)
from claimtrack.scoring.methods.ach import (
    Ach as Ach,
)
from claimtrack.scoring.methods.argumentation import (
    Argumentation as Argumentation,
)
from claimtrack.scoring.methods.origin_count import (
    OriginCount as OriginCount,
)
from claimtrack.scoring.methods.subjective_logic import (
    SubjectiveLogic as SubjectiveLogic,
)
from claimtrack.scoring.methods.weight_of_evidence import (
    WeightOfEvidence as WeightOfEvidence,
)
from claimtrack.scoring.origin_evidence.method import (
    OriginEvidence as OriginEvidence,
)
from claimtrack.scoring.protocol import (
    Method as Method,
)
from claimtrack.subjective_logic.opinions import (
    Opinion as Opinion,
)
from claimtrack.tracking.alerts import (
    alerts as alerts,
)
from claimtrack.tracking.calibration import (
    calibration as calibration,
    forecasts as forecasts,
)
from claimtrack.tracking.score_history import (
    score_history as score_history,
)
from claimtrack.tracking.track_record import (
    track_records as track_records,
)
