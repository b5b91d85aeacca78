from claimtrack.report.blocks import (
    Block as Block,
    Bullets as Bullets,
    Figure as Figure,
    Judgment as Judgment,
    Outline as Outline,
    Paragraph as Paragraph,
    Picture as Picture,
    References as References,
    Report as Report,
    Section as Section,
    Sentence as Sentence,
    Strip as Strip,
    Table as Table,
    Text as Text,
    Zone as Zone,
    put_masthead as put_masthead,
)
from claimtrack.report.charts.answers import chart_answers as chart_answers
from claimtrack.report.charts.bars import chart_bars as chart_bars
from claimtrack.report.charts.case.chart import chart_case as chart_case
from claimtrack.report.charts.evidence import chart_evidence as chart_evidence
from claimtrack.report.charts.line import chart_line as chart_line
from claimtrack.report.charts.reliability import chart_reliability as chart_reliability
from claimtrack.report.charts.strip import chart_scale as chart_scale
from claimtrack.report.charts.timeline import chart_timeline as chart_timeline
from claimtrack.report.display import (
    compose as compose,
    compose_account as compose_account,
    compose_calibration as compose_calibration,
    compose_changes as compose_changes,
    compose_comparison as compose_comparison,
    compose_history as compose_history,
    compose_inquiries as compose_inquiries,
    compose_log as compose_log,
    compose_picture as compose_picture,
    compose_records as compose_records,
)
from claimtrack.report.documents.calibration import render_calibration_json as render_calibration_json
from claimtrack.report.documents.changes import render_changes_json as render_changes_json
from claimtrack.report.documents.claim import (
    render_account_json as render_account_json,
    render_inquiries_json as render_inquiries_json,
    tabulate_inquiries as tabulate_inquiries,
)
from claimtrack.report.documents.findings import (
    FINDING_FORMATS as FINDING_FORMATS,
    explain_rule as explain_rule,
    render_findings as render_findings,
    render_problems_csv as render_problems_csv,
    render_problems_sarif as render_problems_sarif,
)
from claimtrack.report.documents.ledger_log import (
    DescribedEvent as DescribedEvent,
    describe_events as describe_events,
    render_log_json as render_log_json,
)
from claimtrack.report.documents.methods import (
    render_comparison_json as render_comparison_json,
    tabulate_comparison as tabulate_comparison,
)
from claimtrack.report.documents.report import LENGTHS as LENGTHS, Length as Length
from claimtrack.report.documents.score_history import (
    render_history_json as render_history_json,
    tabulate_history as tabulate_history,
)
from claimtrack.report.documents.scores import (
    render_scores_json as render_scores_json,
    tabulate_scores as tabulate_scores,
)
from claimtrack.report.documents.track_records import render_records_json as render_records_json
from claimtrack.report.logo import Logo as Logo, logo_of as logo_of
from claimtrack.report.markup import Markup as Markup, element as element
from claimtrack.report.masthead import Masthead as Masthead, masthead_from_toml as masthead_from_toml
from claimtrack.report.publication import publish as publish
from claimtrack.report.render.csv import render_tables as render_tables
from claimtrack.report.render.docx import render_docx as render_docx
from claimtrack.report.render.formats import (
    PICTURE_FORMATS as PICTURE_FORMATS,
    REPORT_FORMATS as REPORT_FORMATS,
    ReportFormat as ReportFormat,
)
from claimtrack.report.render.html import render_html as render_html
from claimtrack.report.render.page_frame import Page as Page
from claimtrack.report.render.text import lay_out_table as lay_out_table
from claimtrack.report.sheet import DataTable as DataTable, Datum as Datum, render_data as render_data
