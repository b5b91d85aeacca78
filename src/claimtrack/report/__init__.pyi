from claimtrack.report.blocks import (
    Block as Block,
    Bullets as Bullets,
    Figure as Figure,
    Judgment as Judgment,
    Outline as Outline,
    Paragraph as Paragraph,
    Report as Report,
    Section as Section,
    Table as Table,
)
from claimtrack.report.charts.bars import (
    bars_figure as bars_figure,
    ruler_figure as ruler_figure,
    zones_of as zones_of,
)
from claimtrack.report.charts.matrix import (
    matrix_figure as matrix_figure,
)
from claimtrack.report.charts.pictures import (
    Strip as Strip,
)
from claimtrack.report.charts.provenance import (
    READING as READING,
    provenance_figure as provenance_figure,
)
from claimtrack.report.charts.svg.bars import (
    bars_svg as bars_svg,
)
from claimtrack.report.charts.svg.flow import (
    flow_svg as flow_svg,
)
from claimtrack.report.charts.svg.grid import (
    grid_svg as grid_svg,
)
from claimtrack.report.charts.svg.line import (
    course_svg as course_svg,
)
from claimtrack.report.charts.svg.reliability import (
    reliability_svg as reliability_svg,
)
from claimtrack.report.charts.svg.ruler import (
    ruler_svg as ruler_svg,
)
from claimtrack.report.charts.svg.strip import (
    strip_svg as strip_svg,
)
from claimtrack.report.charts.svg.timeline import (
    timeline_svg as timeline_svg,
)
from claimtrack.report.charts.timeline import (
    timeline_figure as timeline_figure,
)
from claimtrack.report.documents.calibration import (
    compose_calibration as compose_calibration,
    render_calibration as render_calibration,
)
from claimtrack.report.documents.changes import (
    compose_changes as compose_changes,
    render_changes as render_changes,
)
from claimtrack.report.documents.claim import (
    compose_account as compose_account,
    compose_inquiries as compose_inquiries,
)
from claimtrack.report.documents.findings import (
    FINDING_FORMS as FINDING_FORMS,
    problems_sarif as problems_sarif,
    render_findings as render_findings,
    rule_text as rule_text,
)
from claimtrack.report.documents.ledger_log import (
    compose_log as compose_log,
    render_log as render_log,
)
from claimtrack.report.documents.methods import (
    compose_comparison as compose_comparison,
    render_comparison as render_comparison,
)
from claimtrack.report.documents.score_history import (
    compose_history as compose_history,
    render_history as render_history,
)
from claimtrack.report.documents.track_records import (
    compose_records as compose_records,
    render_records as render_records,
)
from claimtrack.report.render.csv import (
    sheets as sheets,
)
from claimtrack.report.render.html import (
    render_html as render_html,
)
from claimtrack.report.render.json import (
    render_account as render_account,
    render_inquiries as render_inquiries,
    render_scores as render_scores,
)
from claimtrack.report.render.render import (
    FORMS as FORMS,
)
from claimtrack.report.render.text import (
    table_text as table_text,
)
