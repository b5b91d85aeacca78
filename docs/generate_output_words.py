"""The words that stand in outputs whatever the casebook, written into `privacy/` for the guard."""

import re
from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from pathlib import Path
from textwrap import wrap

from claimtrack._shortcut import score
from claimtrack.analysis.change_causes import explain_change
from claimtrack.analysis.explanation import explain
from claimtrack.dates import PartialDate
from claimtrack.io.casebooks import dumps
from claimtrack.io.schema import json_schema
from claimtrack.model import Casebook, Claim, Document, Link, Note, Question, Relay, Source, Standing, Statement
from claimtrack.privacy.encodings import readings_of
from claimtrack.privacy.guard import without_numbers
from claimtrack.report.documents.changes import compose_changes, render_changes_json
from claimtrack.report.documents.claim import (
    compose_account,
    compose_inquiries,
    render_account_json,
    render_inquiries_json,
)
from claimtrack.report.documents.report import compose
from claimtrack.report.documents.scores import render_scores_json
from claimtrack.report.render.formats import REPORT_FORMATS, render
from claimtrack.text.canonical_json import json_text
from claimtrack.text.folding import letters_of

_WORD = re.compile(r"[^\W\d_]+")
_PART = re.compile(r"[^\W_]+")
_PROSE = re.compile(r"(?<![\w.\-/#$@&*\"])[a-z]{3,}(?![\w/=@\"-])(?!\.\w)")
HOME = Path(__file__).resolve().parents[1] / "src" / "claimtrack" / "privacy"


def output_words_files() -> dict[str, str]:
    """The files that list the words, and the pairs of words, by their names."""
    texts = _outputs()
    return {
        "output_words.txt": _lines(output_words(texts)),
        "prose_words.txt": _lines(prose_words(texts)),
        "output_pairs.txt": _lines(output_pairs(texts)),
    }


def _lines(words: Iterable[str]) -> str:
    return "\n".join(wrap(" ".join(sorted(words)), 120, break_on_hyphens=False)) + "\n"


def output_pairs(texts: Iterable[str]) -> frozenset[str]:
    """Two words that stand side by side in an output, with its tags or without them, as one word.

    A number is a 0, so that `"sources": 7` in one casebook is what `"sources": 12` is in another.
    """
    words = (
        [without_numbers(letters_of(word)) for word in _PART.findall(reading)]
        for text in texts
        for how, reading in readings_of(text)
        if how != "in base64"
    )
    return frozenset(f"{one}{other}" for each in words for one, other in pairwise(each) if one.isalpha())


def output_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of every output, in small letters without accents.

    A source whose id or only name is such a word cannot be told from the output's own words by them, and whoever reads
    the word there learns nothing: it stands in the outputs of all casebooks.

    Cost: linear in the outputs.
    """
    return frozenset(letters_of(word) for text in texts for word in _WORD.findall(text))


def prose_words(texts: Iterable[str]) -> frozenset[str]:
    """The words of three letters or more that stand in outputs in small letters, without marks, addresses and keys.

    The names of authors, of typefaces and of attributes are none. Cost: linear in the outputs.
    """
    return frozenset(word for text in texts if not text.startswith("<") for word in _PROSE.findall(text))


def _outputs() -> list[str]:
    """What the commands print for a casebook that says nothing."""
    book = _a_casebook()
    found = score(book)
    explanation = explain(found)
    changed = explain_change(found, score(Casebook(claims=book.claims, questions=book.questions)))
    reports = [
        compose(explanation),
        compose_account(explanation, "x-1"),
        compose_inquiries(explanation),
        compose_changes(changed),
    ]
    return [
        json_text(json_schema()),
        *(render(report, name) for report in reports for name in REPORT_FORMATS),
        *(dumps(book, format=name) for name in ("toml", "json")),
        render_scores_json(found, ""),
        render_account_json(explanation["x-1"], explanation),
        render_inquiries_json(explanation),
        render_changes_json(changed),
    ]


def _a_casebook() -> Casebook:
    """A casebook of all kinds of records, in which no text says anything."""
    day = PartialDate(date(2001, 1, 1).isoformat())
    claims = tuple(Claim(id=f"x-{place}", text="X.", when=day) for place in range(1, 4))
    kinds = ("assumption", "gap", "indicator", "search made", "right of reply", "dissent", "harm")
    return Casebook(
        title="X",
        cutoff=None,
        sources=(
            Source(id="y-1", name="Y", reliability="C"),
            Source(id="y-2", name="Y", kind="media", protected=True, descriptor="y"),
            Source(id="y-3", name="Y", kind="sensor"),
        ),
        claims=claims,
        questions=(Question(id="z", text="Z?", claims=("x-1", "x-2")),),
        statements=(
            Statement(
                id="s-1", origin="y-1", claim="x-1", stance="asserts", lineage="witnessed", document="d", quote="x"
            ),
            Statement(
                id="s-2", origin="y-2", claim="x-1", stance="denies", via=("y-1",), propensity="serves", stated=day
            ),
            *(
                Statement(
                    id=f"s-{place}",
                    origin="y-1",
                    claim="x-2",
                    stance="asserts",
                    lineage="examined",
                    exhibits=exhibits,
                    via=(Relay(source="y-2", propensity=interest),),
                )
                for place, (interest, exhibits) in enumerate((("against", ()), ("serves", ("d", "y-3")), (0.8, ())), 5)
            ),
            Statement(id="s-3", origin="y-2", claim="x-3", stance="asserts", terms="background", published=day),
            Statement(
                id="s-4", origin="y-2", claim="x-3", stance="denies", standing=Standing(is_="retracted", because="x")
            ),
        ),
        links=(Link(id="l-1", from_claim="x-3", to_claim="x-1", sign="supports", because="x"),),
        documents=(Document(id="d", title="D", publisher="D", published=day),),
        notes=tuple(Note(kind=kind, text="x") for kind in kinds),  # type: ignore[arg-type]
    )


if __name__ == "__main__":
    for name, content in output_words_files().items():
        (HOME / name).write_text(content, encoding="utf-8")
