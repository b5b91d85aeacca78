"""The same casebook gives the same bytes in every process; that it gives the same scores is a law of methods."""

import os
import subprocess
import sys

import claimtrack as ct
from claimtrack.testing.generate.changes import witness

_REPORT = """
import sys, claimtrack as ct
from claimtrack.io.casebooks import casebook_digest
from claimtrack.report import render_scores_json
book = ct.loads(sys.stdin.read(), format="json")
assessment = ct.score(book)
print(render_scores_json(assessment, casebook_digest(book)))
explanation = ct.explain(assessment, closely=["sank"])
for form in ("text", "markdown", "json"):
    print(ct.render(ct.compose(explanation), form))
"""


def test_deterministic_bytes() -> None:
    """The same casebook gives the same bytes in another process with another hash seed."""
    records = [record for place in range(4) for record in witness(f"who-{place}", "fell", via=("paper",))]
    tie = ct.Dependence(sources=("who-1", "who-2", "who-3"), kind="copies", strength=0.5)
    claims = tuple(ct.Claim(id=name, text=f"It {name}.") for name in ("fell", "burnt", "sank"))
    links = [ct.Link(from_claim=a, to_claim=b, sign="supports") for a, b in (("fell", "burnt"), ("burnt", "sank"))]
    book = ct.Casebook(claims=claims, sources=(ct.Source(id="paper", name="P"),))
    ring = ct.Link(from_claim="sank", to_claim="fell", sign="undermines")
    text = ct.dumps(book.with_records(*records, tie, *links, ring), format="json")
    outputs = set()
    for seed in ("1", "2"):
        done = subprocess.run(
            [sys.executable, "-c", _REPORT],
            input=text,
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            text=True,
            check=True,
        )
        outputs.add(done.stdout)
    assert len(outputs) == 1
