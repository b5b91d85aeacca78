"""Parts of names: whatever part of a protected name stands in a free text, and in whatever form, is never printed."""

from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import claimtrack as ct
from claimtrack._public_fields import public_rule
from claimtrack._records import is_record
from claimtrack.cli.main import main
from claimtrack.model.casebook import COLLECTIONS
from claimtrack.privacy.redact import redact
from claimtrack.report.render.formats import REPORT_FORMATS
from laws.pairs import PROSE
from profiles import by_profile

SPOKEN = {
    "whole": "Zadie Quillmark",
    "first name": "Zadie",
    "surname": "Quillmark",
    "initial and surname": "Z. Quillmark",
    "first name and initial": "Zadie Q.",
    "turned round": "Quillmark, Zadie",
    "turned round, without a comma": "Quillmark Zadie",
    "with a title": "Nurse Quillmark",
    "with a middle name": "Zadie Rose Quillmark",
    "with a middle initial": "Zadie R. Quillmark",
    "possessive": "Quillmark's",
    "plural": "the Quillmarks",
    "inflected": "Quillmarkem",
    "inflected twice": "Zadien Quillmarkowi",
    "in capitals": "QUILLMARK",
    "with digits": "Quillmark1985",
    "a handle": "@zadiequillmark77",
    "a handle with lines": "zadie_quillmark",
    "an address": "zadie.quillmark@mail.example",
    "an address with digits": "zquillmark85@mail.example",
    "a url": "https://social.example/ZadieQuillmark77/status/1",
    "a real name": "Orla Vantreight",
    "a real surname": "Vantreight",
    "an alias": "Brannick",
}
"""What may stand in a text of somebody whose name is Dr. Zadie Quillmark."""
TOLD = ("quillmark", "zadie", "vantreight", "orla", "brannick")
"""What must never be printed, in small letters."""


def _case() -> ct.Casebook:
    """A casebook in which each free text of a record that the public sees holds something."""
    real = ct.Confidential(name="Orla Vantreight")
    whisper = ct.Source(
        id="w1",
        name="Dr. Zadie Quillmark",
        protected=True,
        descriptor="a nurse",
        aliases=("Brannick",),
        confidential=real,
    )
    council = ct.Source(id="council", name="Oxley council", kind="organisation", aliases=("the council",), note="Slow.")
    claims = (
        ct.Claim(id="c1", text="It fell.", topic="bridges", place="the north bank", note="So?"),
        ct.Claim(id="c2", text="It burnt."),
    )
    said = ct.Statement(
        id="s1",
        origin="council",
        claim="c1",
        stance="asserts",
        terms="on the record",
        hedge="as it seems",
        quote="it came down",
        document="d1",
        standing=ct.Standing(is_="corrected", because="it was late"),
    )
    return ct.Casebook(
        title="a bridge",
        sources=(whisper, council),
        questions=(ct.Question(id="q1", text="what happened?", claims=("c1", "c2")),),
        claims=claims,
        statements=(
            said,
            ct.Statement(id="s2", origin="w1", claim="c1", stance="asserts", terms="background", quote="it is gone"),
            ct.Statement(id="s3", origin="council", claim="c2", stance="denies", terms="on the record"),
        ),
        links=(ct.Link(id="k1", from_claim="c1", to_claim="c2", sign="supports", because="of haste"),),
        dependences=(ct.Dependence(id="e1", sources=("council", "w1"), kind="told by", because="of money"),),
        established=(ct.Established(source="council", because="we read it"),),
        documents=(
            ct.Document(
                id="d1",
                title="a page",
                publisher="a press",
                url="https://page.example/1",
                archive_url="https://archive.example/1",
                digest="sha256:ab",
            ),
        ),
        notes=(ct.Note(kind="gap", about="c1", text="nobody looked", by="the desk"),),
    )


CASE = _case()


_NAMES = ("name", "aliases")
"""Of a source that is named; what is called after somebody may be called so."""


def _places(record: Any, within: str = "") -> Iterator[tuple[str, Any]]:
    """Each free text in a record by its place, and the record with more in it, through a function of what is said."""
    for field in attrs.fields(type(record)):
        rule, held = field.metadata.get("public"), getattr(record, field.name)
        if rule is None or not field.init or held is None:
            continue
        place, argument = f"{within}{field.name}", field.alias

        def put(said: str, argument: str = argument, held: Any = held) -> Any:
            more = f"{held} {said}" if isinstance(held, str) else (*held, said)
            return attrs.evolve(record, **{argument: more})

        if public_rule(field).treatment in PROSE and place not in _NAMES and isinstance(held, str | tuple) and held:
            yield place, put
        elif is_record(held) and not isinstance(held, ct.PartialDate):
            for inner, change in _places(held, f"{place}."):
                yield (
                    inner,
                    lambda said, change=change, argument=argument: attrs.evolve(record, **{argument: change(said)}),
                )


def _cases() -> dict[str, Any]:
    """The casebook with more in one of its free texts, by the place of that text; the hidden descriptor is one."""
    found: dict[str, Any] = dict(_places(CASE))
    found["sources[0].descriptor"] = lambda said: _with_source(0, descriptor=f"a nurse, {said}")
    for collection in COLLECTIONS:
        rows = CASE.collection(collection)
        for at, row in enumerate(rows):
            if getattr(row, "id", "") == "w1":
                continue
            for place, put in _places(row):
                found[f"{collection}[{at}].{place}"] = lambda said, put=put, rows=rows, at=at, name=collection: (
                    attrs.evolve(CASE, **{name: (*rows[:at], put(said), *rows[at + 1 :])})
                )
    return found


def _with_source(at: int, **changes: Any) -> ct.Casebook:
    """The casebook with other fields of one source."""
    rows = list(CASE.sources)
    rows[at] = attrs.evolve(rows[at], **changes)
    return attrs.evolve(CASE, sources=tuple(rows))


CASES = _cases()


def _published(book: ct.Casebook, *, reported: bool) -> Iterator[tuple[str, str]]:
    """Every public form of a casebook that is not refused."""
    public = redact(book).casebook
    texts = {f"casebook as {form}": ct.dumps(public, format=form) for form in ("toml", "json")}
    if reported:
        report = ct.compose(ct.explain(ct.score(public, audience="public"), closely=[]))
        texts |= {form: ct.render(report, form) for form in REPORT_FORMATS}
    for form, text in texts.items():
        try:
            ct.guard(text, book)
        except ct.ClaimtrackError:
            continue
        yield form, text


@pytest.mark.parametrize("place", CASES)
def test_no_part_of_a_name_is_printed(place: str) -> None:
    """Of a protected name no part is printed in any format, wherever it stands in a free text."""
    told = []
    first = list(CASES).index(place)
    for at, (form, said) in enumerate(SPOKEN.items()):
        # A report is made of the public casebook alone: a few of them are enough in most runs.
        reported = (at + first) % by_profile(dev=12, ci=4, deep=1) == 0
        for format, text in _published(CASES[place](said), reported=reported):  # noqa: A001
            told += [(form, format, word) for word in TOLD if word in text.casefold()]
    assert told == []


def test_every_free_text_of_every_record_is_tried() -> None:
    """The places are those of the table of fields."""
    expected = {
        (collection, field.name)
        for collection, kind in COLLECTIONS.items()
        for field in attrs.fields(kind)
        if public_rule(field).treatment in ("clean", "topic", "descriptor") and "Mapping" not in str(field.type)
    }
    tried = {(place.partition("[")[0], place.split(".", 1)[-1].split(".")[0]) for place in CASES}
    assert expected - {("sources", "name"), ("sources", "aliases")} <= tried


WHOLE = ("Zadie Quillmark", "Orla Vantreight", "Brannick", "zadie.quillmark@mail.example", "@zadiequillmark77")
"""Names that are those of the hidden source and of nobody else."""


@pytest.mark.parametrize("field", _NAMES)
def test_a_named_source_may_share_a_part_of_a_name(field: str) -> None:
    """What others are called is published as it is, but not with the whole name of the hidden source in it."""
    told = []
    for said in (*SPOKEN.values(), *WHOLE):
        for called in (said, f"{said} & Sons"):
            book = _with_source(1, **{field: called if field == "name" else (called,)})
            named = next(one for one in redact(book).casebook.sources if not one.protected)
            shown = named.name if field == "name" else named.aliases[0]
            told += [(called, shown)] if shown != called and "Source 1" not in shown else []
            told += [(called, shown)] if said in WHOLE and shown == called else []
    assert told == []


@pytest.mark.parametrize("said", ["Nurse Quillmark", "Quillmark1985", "zadie.quillmark@mail.example"])
@pytest.mark.parametrize("place", ["claims[0].text", "notes[0].text", "documents[0].url"])
def test_the_commands_print_no_part(place: str, said: str, tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """Neither stream of a public command, nor the file that it writes, holds a part of a protected name."""
    ct.write(CASES[place](said), tmp_path / "case.toml")
    main(["report", str(tmp_path / "case.toml"), "-o", str(tmp_path / "out.html"), "--audience", "public"])
    streams = capsys.readouterr()
    files = [path.read_text() for path in tmp_path.glob("out*")]
    assert not any(word in text.casefold() for word in TOLD for text in (streams.out, streams.err, *files))
