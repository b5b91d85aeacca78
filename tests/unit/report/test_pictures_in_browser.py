"""The pictures in a real browser: no text runs out of its box, nor out of the picture, whatever typeface it has."""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest

import claimtrack as ct
from claimtrack._packaged import read_packaged
from claimtrack.report.charts.drawing import NARROW, WIDE
from claimtrack.report.documents.pictures import CHARTS
from claimtrack.testing.generate.casebooks import make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
MADE = by_profile(dev=10, ci=40, deep=300)
BROWSER = shutil.which("chromium") or shutil.which("chromium-browser")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(BROWSER is None, reason="there is no chromium on this machine"),
]
_MEASURE = """
<script>
const found = [];
for (const picture of document.querySelectorAll("svg")) {
  const wide = picture.viewBox.baseVal.width;
  const boxes = [...picture.querySelectorAll(".finding, .origin, .card, .cell, .frame")].map(box => box.getBBox());
  for (const text of picture.querySelectorAll("text")) {
    const at = text.getBBox(), x = Number(text.getAttribute("x")), y = at.y + at.height / 2;
    if (at.x < -1 || at.x + at.width > wide + 1) found.push([picture.parentNode.title, text.textContent]);
    const holds = box => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height;
    const box = boxes.filter(holds).sort((one, other) => one.width * one.height - other.width * other.height)[0];
    if (box && (at.x < box.x - 1 || at.x + at.width > box.x + box.width + 1))
      found.push([picture.parentNode.title, text.textContent]);
  }
}
document.body.innerHTML = "<pre>" + JSON.stringify(found).replaceAll("<", "&lt;") + "</pre>";
</script>
"""


def pictures() -> Iterator[str]:
    """Each chart of the examples and of made-up casebooks, in both forms."""
    books = {path.parent.name: ct.read(path) for path in sorted(EXAMPLES.glob("*/casebook.toml"))}
    books |= {f"seed {seed}": make_casebook(RandomChooser(seed)) for seed in range(MADE)}
    for name, book in books.items():
        assessment = ct.score(book)
        for chart, draw in CHARTS.items():
            for _, figure in draw(assessment):
                for wide in (WIDE, NARROW) if figure is not None else ():
                    yield f'<div title="{name}, {chart}">{figure.picture.draw(1, wide=wide)}</div>'


def test_no_text_runs_out_of_its_box(tmp_path: Path) -> None:
    """Whatever the names and claims are, the text that a browser draws stays in the box that it begins in."""
    style = read_packaged("claimtrack.report.charts", "pictures.css")
    page = tmp_path / "pictures.html"
    page.write_text(
        f"<!DOCTYPE html><meta charset=utf-8><style>{style}</style>{''.join(pictures())}{_MEASURE}", encoding="utf-8"
    )
    assert BROWSER is not None
    words = [BROWSER, "--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=20000", "--dump-dom"]
    done = subprocess.run([*words, page.as_uri()], capture_output=True, check=False)
    found = re.search(r"<pre>(.*?)</pre>", done.stdout.decode(), re.DOTALL)
    assert found is not None
    assert json.loads(unescape(found[1])) == []
