__version__: str

from claimtrack import (
    analysis as analysis,
    checks as checks,
    dates as dates,
    errors as errors,
    history as history,
    io as io,
    ledger as ledger,
    model as model,
    network as network,
    privacy as privacy,
    report as report,
    scales as scales,
    scoring as scoring,
    subjective_logic as subjective_logic,
    testing as testing,
    tracking as tracking,
)
from claimtrack._shortcut import score as score
from claimtrack.analysis.change_causes import explain_change as explain_change
from claimtrack.analysis.explanation import Explanation as Explanation, explain as explain
from claimtrack.analysis.method_comparison import compare_methods as compare_methods
from claimtrack.analysis.what_if import what_if as what_if
from claimtrack.checks.engine import Findings as Findings, check as check
from claimtrack.dates import PartialDate as PartialDate
from claimtrack.documents.read import read_texts as read_texts
from claimtrack.errors.base import ClaimtrackError as ClaimtrackError
from claimtrack.errors.failures import InvalidCasebook as InvalidCasebook
from claimtrack.history import events as events
from claimtrack.history.diff import diff as diff
from claimtrack.history.replay import replay as replay
from claimtrack.io.casebooks import dumps as dumps, loads as loads, read as read, write as write
from claimtrack.io.schema import json_schema as json_schema
from claimtrack.ledger.ledger import Ledger as Ledger
from claimtrack.model.casebook import Casebook as Casebook, Policy as Policy
from claimtrack.model.claims import Claim as Claim, Link as Link, Question as Question
from claimtrack.model.documents import Document as Document, TextFile as TextFile
from claimtrack.model.draft import Draft as Draft
from claimtrack.model.notes import Note as Note
from claimtrack.model.sources import (
    Confidential as Confidential,
    Dependence as Dependence,
    Established as Established,
    Source as Source,
)
from claimtrack.model.statements import Relay as Relay, Standing as Standing, Statement as Statement
from claimtrack.network.build import Network as Network, build as build
from claimtrack.privacy.guard import guard as guard
from claimtrack.privacy.redact import for_audience as for_audience
from claimtrack.report.blocks import Report as Report
from claimtrack.report.display import compose as compose
from claimtrack.report.publication import publish as publish
from claimtrack.report.render.formats import render as render
from claimtrack.scoring.assess import assess as assess
from claimtrack.scoring.assessment import Assessment as Assessment, Score as Score
from claimtrack.scoring.origin_evidence.method import OriginEvidence as OriginEvidence
from claimtrack.scoring.protocol import Method as Method
from claimtrack.scoring.rescore import rescore as rescore
