"""The gallery: the reports of the examples as pages, and a page that leads to them."""

from collections.abc import Iterator
from pathlib import Path

import claimtrack as ct

EXAMPLES = Path(__file__).resolve().parent.parent / "examples"
_LOOK_AT = {
    "border_lockdowns": "two rivals, one newspaper behind nearly everything, and how little is established",
    "dam_release": "a protected source, a retraction, a timeline, quotes, a right of reply and a dissent",
    "denial_and_admission": "a denial that serves its speaker beside an admission against interest",
    "ten_outlets": "one origin behind ten outlets, in one box",
    "three_events": "links from events to what they are said to show, and one mouth behind three of them",
}
_START = """\
# Gallery

The reports of the [examples](../examples/README.md), as anybody may see them: sources are under the labels and
descriptors of the public casebook. Each is one file that asks for nothing. Open it in a browser, or print it.

| report | what to look at |
| --- | --- |
"""
_END = """
The pages come from commands such as this one:

```sh
claimtrack report examples/dam_release/casebook.toml --full --audience public -o dam.html
```

Beside each example stand the same report as [text]({text}) for the desk, its [brief]({brief}) for readers, and the
[case in one picture]({picture}).
`-o report.csv` makes one sheet of it, and `-o tables/` a folder with a sheet for each table.
"""


def gallery() -> Iterator[tuple[str, str]]:
    """The files of the gallery: their names in the docs, and their texts."""
    rows = []
    for name, look_at in _LOOK_AT.items():
        book = ct.read(EXAMPLES / name / "casebook.toml")
        report = ct.compose(ct.explain(ct.score(book, audience="public")))
        page = ct.render(report, "html")
        ct.guard(page, book)
        yield f"gallery/{name}.html", str(page)
        rows.append(f"| [{report.title}](gallery/{name}.html) | {look_at} |\n")
    folder = "../examples/dam_release"
    end = _END.format(text=f"{folder}/report.txt", brief=f"{folder}/brief.md", picture=f"{folder}/case.svg")
    yield "gallery.md", f"{_START}{''.join(rows)}{end}"
