"""The guard: what is protected is found in any form that it could take, and nothing is written."""

import base64
import json
import unicodedata
import warnings
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest

import claimtrack as ct
from casebooks import fell_and
from claimtrack.cli.main import main
from claimtrack.errors.failures import ProtectedStringFound, ProtectedStringPublished
from claimtrack.privacy.output_words import output_words
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.report.render.formats import REPORT_FORMATS
from claimtrack.testing.generate.changes import witness

NAME = "Łucja Bár-Quill"


def book(**private: str) -> ct.Casebook:
    """A casebook with a protected source of which all is known."""
    confidential = ct.Confidential(
        name="Zofia Marten",
        contact="zofia@post.example, +49 171 5550123",
        place="Anse Harbour",
        note="Met at the old mill.",
    )
    source = ct.Source(
        id="whisper-7",
        name=NAME,
        aliases=("The Heron",),
        note="Her brother is the pilot.",
        protected=True,
        confidential=ct.Confidential(**private) if private else confidential,
        descriptor="a nurse",
        reliability="B",
    )
    _, said = witness("whisper-7", "fell")
    return fell_and(source, said)


def refused(data: str | bytes, whole: ct.Casebook | None = None) -> str:
    """What the guard says of some data that it refuses."""
    with pytest.raises(ProtectedStringFound) as caught:
        ct.guard(data, whole or book())
    return str(caught.value)


def test_a_house_is_found_without_its_town() -> None:
    """A private place with a number is protected up to its first comma too."""
    whole = book(place="12 Quarry Lane, Mossville")
    assert "place in the private file" in refused("It stood at 12 Quarry Lane.", whole)
    ct.guard("It stood in Mossville.", whole)


FORMS = {
    "as it is": lambda name: f"by {name}, they say",
    "small": lambda name: name.casefold(),
    "capitals": lambda name: name.upper(),
    "apart": lambda name: unicodedata.normalize("NFD", name),
    "wide": lambda name: "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in name),
    "without accents": lambda _: "Lucja Bar Quill",
    "over two lines": lambda name: name.replace(" ", "\n   "),
    "entities": lambda name: "".join(f"&#{ord(c)};" for c in name),
    "hexadecimal entities": lambda name: "".join(f"&#x{ord(c):x};" for c in name),
    "in an address": lambda name: f"https://x.example/{quote(name)}",
    "in a query": lambda name: f"https://x.example/?who={quote_plus(name)}",
    "JSON": lambda name: json.dumps({"who": name}),
    "base64": lambda name: f"data:text/plain;base64,{base64.b64encode(name.encode()).decode()}",
    "base64 in a word": lambda name: base64.urlsafe_b64encode(f"source={name};".encode()).decode().rstrip("="),
    "split by tags": lambda name: "".join(f"<b>{c}</b>" for c in name),
    "a comment": lambda name: f"<!-- {name} -->",
    "an attribute": lambda name: f'<p title="{name}">',
    "Markdown": lambda name: name.replace("-", "\\-"),
    "a file name": lambda name: name.replace(" ", "_") + ".html",
}


@pytest.mark.parametrize("form", FORMS)
def test_a_name_is_found_in_any_form(form: str) -> None:
    """Whatever form a name takes, the guard finds it, and says where it stands without saying it."""
    text = FORMS[form](NAME)
    said = refused(f"Before. {text} After.")
    assert "sources[0].name" in said
    assert "quill" not in said.casefold()
    assert said == refused(f"Before. {text} After.".encode())


@pytest.mark.parametrize(
    ("text", "field"),
    [
        ("the heron", "sources[0].aliases"),
        ("id: whisper-7", "sources[0].id"),
        ("source_whisper_7", None),
        ("Whisper 7", "sources[0].id"),
        ("her brother is the pilot", "sources[0].note"),
        ("Zofia Marten", "sources[0].name in the private file"),
        ("mailto:zofia@post.example", "sources[0].contact in the private file"),
        ("call +49-171-555-0123", "sources[0].contact in the private file"),
        ("Anse Harbour", "sources[0].place in the private file"),
        ("We met at the old mill.", "sources[0].note in the private file"),
        ("A nurse said so.", None),
        ("Source 1", None),
        ("Zofia", "sources[0].name in the private file"),
        ("Marten, Zofia", "sources[0].name in the private file"),
        ("Martens Zofia", "sources[0].name in the private file"),
        ("to Bár-Quillowi", "sources[0].name"),
        ("quill_lucja77 on the forum", "sources[0].name"),
        ("mailto:zmarten@post.example", "sources[0].name in the private file"),
    ],
)
def test_every_protected_field_is_looked_for(text: str, field: str | None) -> None:
    """Ids, aliases, remarks and all private fields; names as people write them, and nothing that may be published."""
    if field is None and not text.startswith("source_"):
        assert ct.guard(text, book()) == ()
    else:
        assert (field or "sources[0].id") in refused(text)


def test_short_strings_are_not_looked_for() -> None:
    """Three letters stand in any prose; two of an East Asian script may be a whole name."""
    whole = book(name="Kim", place="Ur", contact="123")
    assert ct.guard("Kim went to Ur: 123.", whole) == ()
    assert "sources[0].name in the private file" in refused("她叫李明。", book(name="李明"))


@pytest.mark.parametrize("word", ["media", "person", "record", "witnessed", "source", "table", "public", "unknown"])
@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_the_outputs_own_words_are_no_leak(word: str, form: str) -> None:
    """A source whose id is a word of the outputs can be published: its id says nothing there."""
    source = ct.Source(id=word, name="Ada Quill", protected=True)
    _, said = witness(word, "fell")
    whole = fell_and(source, said)
    report = ct.compose(ct.explain(ct.score(whole, audience="public")))
    ct.guard(ct.render(report, form), whole)
    assert word in output_words()


def shared(*notes: ct.Note) -> ct.Casebook:
    """A casebook whose claim tells of the village where the protected source lives."""
    found = book().with_records(ct.Claim(id="shut", text="Anse Harbour was shut."), *notes)
    _, said = witness("whisper-7", "shut")
    return found.with_records(said)


def test_what_is_published_elsewhere_is_warned_of() -> None:
    """A place that a claim tells of is published; the desk is told that it is protected too, without the place."""
    with pytest.warns(ProtectedStringPublished) as caught:
        seen = ct.guard("Anse Harbour was shut.", shared())
    (warning,) = caught
    assert "sources[0].place in the private file" in str(warning.message)
    assert "claims shut, text" in str(warning.message)
    assert "Anse" not in str(warning.message)
    assert "Anse" not in repr(seen)
    (finding,) = ct.check(ct.score(shared())).of("CT705")
    assert finding.id == "whisper-7"


@pytest.mark.parametrize("about", ["whisper-7", None])
def test_a_waiver_says_that_it_is_meant(about: str | None) -> None:
    """A waiver of CT705 about the source, or about all, lets it pass in silence."""
    waiver = ct.Note(kind="waiver", about=about, text="CT705: everybody knows the harbour.")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert len(ct.guard("Anse Harbour was shut.", shared(waiver))) == 1


def test_a_name_in_free_text_is_no_excuse() -> None:
    """That the desk wrote a name into a note does not make it public: only the projection may let text out."""
    whole = book().with_records(ct.Note(kind="gap", text=f"Ask {NAME} again."))
    assert "sources[0].name" in refused(f"Ask {NAME} again.", whole)


@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_a_hole_in_the_projection_is_caught(form: str) -> None:
    """Were the whole casebook rendered as it is, no form of it would pass."""
    whole = book()
    report = ct.compose(ct.explain(ct.score(whole), closely=[]))
    assert "sources[0].name" in refused(ct.render(report, form), whole)


COMMANDS = [
    ("report", "{book}"),
    ("report", "{book}", "-o", "{out}.html"),
    ("report", "{book}", "-o", "{out}/"),
    ("picture", "{book}"),
    ("picture", "{book}", "-o", "{out}.svg"),
    ("picture", "{book}", "-o", "{out}.mmd"),
    ("explain", "{book}", "fell"),
    ("score", "{book}", "--format", "json"),
    ("next", "{book}"),
    ("what-if", "{book}", "--prior", "fell=0.4"),
    ("diff", "{book}", "{other}"),
    ("convert", "{book}", "{out}.json"),
]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_no_command_writes_what_is_protected(
    words: tuple[str, ...], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With a projection that lets all through, every command ends with an error and has written nothing."""
    text = "Ada Quill was on the bridge."
    whole = ct.Casebook(
        sources=(ct.Source(id="quill-9", name="Ada Quill", protected=True, reliability="B"),),
        claims=(ct.Claim(id="fell", text=text),),
        statements=(
            ct.Statement(origin="quill-9", claim="fell", stance="asserts", lineage="witnessed", terms="background"),
        ),
    )
    ct.write(whole, tmp_path / "case.toml")
    regraded = ct.Casebook(sources=(ct.Source(id="quill-9", name="Ada Quill", protected=True),), claims=whole.claims)
    ct.write(regraded.with_records(*whole.statements), tmp_path / "other.toml")

    def holed(casebook: ct.Casebook, _: str, **__: object) -> Redaction:
        return redact(casebook, "internal")

    monkeypatch.setattr("claimtrack.cli._casebook.redact", holed)
    out = tmp_path / "out"
    command = [word.format(book=tmp_path / "case.toml", other=tmp_path / "other.toml", out=out) for word in words]
    before = sorted(tmp_path.iterdir())
    assert main([*command, "--audience", "public"]) == 1
    seen = capsys.readouterr()
    assert seen.out == ""
    assert "nothing was written" in seen.err
    assert "quill" not in seen.err.casefold()
    assert sorted(tmp_path.iterdir()) == before


def test_a_telling_file_name_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A public report does not go into a file that is called after its source."""
    ct.write(book(), tmp_path / "case.toml")
    assert main(["report", str(tmp_path / "case.toml"), "-o", str(tmp_path / "lucja-bar-quill.html")]) == 1
    assert "in the name of the file" in capsys.readouterr().err
    assert not (tmp_path / "lucja-bar-quill.html").exists()


@pytest.mark.parametrize("name", ["Grade B", "A source", "Source s0", "Source s7", "Nobody graded", "What we know"])
@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_phrases_of_every_output_are_no_leak(name: str, form: str) -> None:
    """A hidden source that is called like a phrase that stands in the outputs of all casebooks does not stop one."""
    whole = fell_and(
        ct.Source(id="s0", name=name), ct.Statement(origin="s0", claim="fell", stance="asserts", lineage="witnessed")
    )
    report = ct.compose(ct.explain(ct.score(whole, audience="public")))
    ct.guard(ct.render(report, form), whole)


@pytest.mark.parametrize(
    ("name", "innocent", "telling"),
    [
        ("The Ferry", "It is from The Ministry.\n - Two-ferry rule: not met.", "The\n  Ferry"),
        ("The Report", '"State Report","The Board"', "The Report"),
        ("Will Grant", "the last Will   Grant of rights", "Grant, Will"),
        ("The Board", "<td>The</td><td>board</td>", "The Board"),
    ],
)
def test_common_words_that_meet_by_chance_are_no_leak(name: str, innocent: str, telling: str) -> None:
    """Two words of every prose that come together over a sentence or a cell name nobody; as one names them, they do."""
    whole = ct.Casebook(sources=(ct.Source(id="w-7", name=name, protected=True),))
    public = whole.with_records(ct.Note(kind="gap", text="The board met; grant us the will to report a source."))
    assert ct.guard(innocent, public) == ()
    assert "sources[0].name" in refused(f"It was {telling} who said so.", public)


PROSE = ("Rose petals lay there.", "Grant the wish.", "Hope is not lost.", "Bill, who paid, left.")


@pytest.mark.parametrize("name", ["Rose Field", "Will Grant", "Hope Banks", "Bill Price"])
@pytest.mark.parametrize("form", REPORT_FORMATS)
def test_words_that_the_projection_leaves_are_no_leak(name: str, form: str) -> None:
    """A word at the beginning of a sentence is no name, whatever stands before that sentence in the output."""
    claims = [ct.Claim(id=f"c-{number}", text=text) for number, text in enumerate(PROSE)]
    said = [
        ct.Statement(id=f"s-{number}", origin="w-7", claim=claim.id, stance="asserts", terms="background")
        for number, claim in enumerate(claims)
    ]
    whole = ct.Casebook(
        sources=(ct.Source(id="w-7", name=name, protected=True),), claims=tuple(claims), statements=tuple(said)
    )
    report = ct.compose(ct.explain(ct.score(whole, audience="public")))
    page = ct.render(report, form)
    assert PROSE[0].split()[0] in page
    assert ct.guard(f"{page}, Rose petals, Grant the wish, Hope is, Bill, who", whole) == ()
    assert "sources[0].name" in refused(f"{page}, {name}, who", whole)


@pytest.mark.parametrize("name", ["White Field", "Grade Quill", "Source Quill", "Link 12 34 56", "Low Bottom"])
def test_words_of_outputs_that_never_stand_together_are_a_name(name: str) -> None:
    """Each word may be one of the outputs' own; side by side they are a name, and are found."""
    whole = ct.Casebook(sources=(ct.Source(id="w1", name=name, protected=True),))
    with pytest.raises(ProtectedStringFound):
        ct.guard(f"It was {name} who said so.", whole)


ADDRESSES = [
    "https://t.me/owl_44",
    "mailto:zofia@post.example",
    "box:cdefgh",
    "Cass Ito <zofia@post.example>",
    "Signal owl_44 (nights)",
    "+49 171 5550123 / +49 171 5550124",
    "@owl44 on Signal",
    "10:45 Mill Lane",
]


@pytest.mark.parametrize("address", ADDRESSES)
@pytest.mark.parametrize("field", ["name", "contact", "alias"])
def test_a_protected_string_is_found_as_it_stands(address: str, field: str) -> None:
    """Letter by letter, whichever field it is of and however it is written; the projection finds it too."""
    alias, private = ((address,), {}) if field == "alias" else ((), {field: address})
    source = ct.Source(
        id="w", name="Ada", aliases=alias, protected=True, confidential=ct.Confidential(**private), descriptor="a nurse"
    )
    _, said = witness("w", "fell")
    whole = fell_and(source, said, ct.Note(kind="gap", about="fell", text=f"Ask at {address} again."))
    assert "sources[0]" in refused(f"Ask at {address} again.", whole)
    public = ct.for_audience(whole, "public")
    assert address not in public.notes[0].text
    ct.guard(public.notes[0].text, whole)
