"""Use claimtrack as it is installed with no extra: read, score, explain, compose and render one casebook."""

import sys
from importlib.metadata import distributions

import claimtrack as ct

assessment = ct.score(ct.read("examples/border_lockdowns/casebook.toml"))
report = ct.compose(ct.explain(assessment))
assert all(ct.render(report, kind) for kind in ("text", "markdown", "html", "json"))
findings = ct.check(assessment)
assert ct.report.render_findings(findings, "text")

needed = {"attrs", "cattrs", "claimtrack", "tabulate", "typing_extensions", "typing-extensions", "pip", "setuptools"}
surplus = {found.metadata["Name"] for found in distributions()} - needed
sys.exit(f"more is installed than is needed: {sorted(surplus)}" if surplus else 0)
