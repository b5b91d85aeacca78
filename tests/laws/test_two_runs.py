"""The two-run law: two casebooks that differ only in what is confidential give the same public bytes."""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from unittest import mock

import attrs
import pytest
from hypothesis import given, settings, strategies as st

import claimtrack as ct
from casebooks import fell_and
from claimtrack.analysis.what_if import casebook_after, change_prior
from claimtrack.cli.main import main
from claimtrack.io.casebooks import casebook_digest
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.claim import compose_inquiries, render_account_json, render_inquiries_json
from claimtrack.report.documents.scores import render_scores_json
from claimtrack.report.render.formats import REPORT_FORMATS
from claimtrack.testing.generate.changes import restated
from claimtrack.testing.generate.strategies import casebooks
from profiles import by_profile

NEW_NAMES = (
    "Zo",
    "Ivo Marsh",
    "Łukasz Ďurov",
    "Hans Groß",
    "J. (Jim) O'Neil+",
    "김영희",
    "Maria del Carmen Ruiz y Lopez",
)


def public_bytes(book: ct.Casebook, key: str | None = None) -> dict[str, bytes]:
    """Every public output of a casebook: each form, repr and error, what the commands print, and their log lines."""
    public = ct.for_audience(book, "public", key=key)
    assessment = ct.score(public, audience="public")
    explanation = ct.explain(assessment, closely=list(assessment)[-1:])
    report = ct.compose(explanation)
    texts = {
        "json": ct.dumps(public, format="json"),
        "toml": ct.dumps(public, format="toml"),
        "scores": render_scores_json(assessment, casebook_digest(public)),
        "inquiries": render_inquiries_json(explanation),
        "repr": repr((public, assessment, explanation, report)),
        "records": repr((public.sources, public.statements, public.dependences, public.established, public.notes)),
        "sheets": repr(ct.report.render_tables(report)),
        "errors": errors(assessment),
    }
    texts |= {f"report {form}": ct.render(report, form) for form in REPORT_FORMATS}
    texts |= {f"next {form}": ct.render(compose_inquiries(explanation), form) for form in ("text", "html")}
    for claim in assessment:
        account = ct.report.compose_account(explanation, claim)
        texts[f"account of {claim}"] = ct.render(account, "text")
        texts[f"account of {claim} as data"] = render_account_json(explanation[claim], explanation)
    if len(assessment):
        likelier = casebook_after(book, *change_prior(book, book.claims[-1].id, 0.3)) if book.claims else book
        otherwise = ct.score(ct.for_audience(likelier, "public", key=key, like=book), audience="public")
        texts["what if"] = ct.render(ct.report.compose_changes(ct.explain_change(assessment, otherwise)), "html")
    return {name: text.encode() for name, text in texts.items()}


def errors(assessment: ct.Assessment) -> str:
    """What is said of questions that have no answer."""
    said = []
    for name in ("nobody", "sourc-1", *assessment.network.claims):
        try:
            repr(assessment[name])
        except ct.ClaimtrackError as error:
            said.append(f"{error} {error!r}")
    return "\n".join(said)


QUICK = ("score {file}", "explain {file} nobody", "convert {file} {folder}/public.json")
COMMANDS = (
    *QUICK,
    "score {file} --format json",
    "report {file} --format html",
    "report {file} -o {folder}/out.md",
    "report {file} -o {folder}/tables/",
    "explain {file} {claim}",
    "next {file} --format json",
    "compare {file} --format html",
    "what-if {file} --prior {claim}=0.3",
    "diff {file} {file} --format csv",
    "convert {file} {folder}/public.toml",
)


def printed(book: ct.Casebook, commands: Iterable[str]) -> dict[str, bytes]:
    """What commands print for the public, on both streams, and the files that they write."""
    found: dict[str, bytes] = {}
    with TemporaryDirectory() as folder:
        file = Path(folder, "case.toml")
        ct.write(book, file)
        kept = set(Path(folder).iterdir())
        claim = next((claim.id for claim in ct.for_audience(book, "public").claims), "none")
        for words in commands:
            out, err = StringIO(), StringIO()
            command = words.format(file=file, folder=folder, claim=claim).split(" ")
            with redirect_stdout(out), redirect_stderr(err):
                status = main([*command, "--audience", "public"])
            found[words] = f"{status}\n{out.getvalue()}\n{err.getvalue()}".replace(folder, "").encode()
        for made in sorted(path for path in Path(folder).rglob("*") if path.is_file() and path not in kept):
            found[made.relative_to(folder).as_posix()] = made.read_bytes()
    return found


def changed_texts(value: Any, change: Callable[[str], str]) -> Any:
    """A record with every string in it changed, those of the records in it included."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(changed_texts(item, change) for item in value)
    if attrs.has(type(value)) and not isinstance(value, ct.PartialDate):
        fields = [f for f in attrs.fields(type(value)) if f.init]
        return type(value)(**{f.alias: changed_texts(getattr(value, f.alias), change) for f in fields})
    return value


def replacer(words: Mapping[str, str]) -> Callable[[str], str]:
    """A function that replaces whole words, in one pass."""
    if not words:
        return lambda text: text
    longest_first = sorted(words, key=len, reverse=True)
    pattern = re.compile(r"(?<!\w)(?:" + "|".join(map(re.escape, longest_first)) + r")(?!\w)")
    return lambda text: pattern.sub(lambda match: words[match[0]], text)


def secret(book: ct.Casebook) -> list[ct.Source]:
    """The sources that are hidden, without those whom only missing terms hide and of whom claims say something."""
    seen = redact(book)
    spoken_of = {source for one in seen.names_left for source in one.sources}
    return [source for source in seen.hidden if source.id not in spoken_of]


@st.composite
def other_identities(draw: Any, book: ct.Casebook, *, keep_ids: bool = False) -> ct.Casebook:
    """The casebook with other ids, names, aliases, notes, kinds and private fields of its secret sources.

    Labels under a key follow from the ids, which are kept then.
    """
    names = draw(st.permutations(NEW_NAMES))
    words: dict[str, str] = {}
    others: dict[str, dict[str, Any]] = {}
    for place, source in enumerate(secret(book)):
        new_ids = (f"other-{place}", f"Zz.{place}", f"src-{place + 90}")
        new_id = source.id if keep_ids else draw(st.sampled_from(new_ids))
        words |= {source.id: new_id, source.name: names[place]}
        words |= dict.fromkeys(source.aliases, f"Nom{place} de guerre")
        private = source.confidential
        if private is not None:
            words |= {private.name or "": f"Truename{place}", private.contact or "": f"+{place} 555 123"}
        others[new_id] = {
            "kind": draw(st.sampled_from(("person", "official", "organisation", "media")))
            if source.protected
            else source.kind,
            "note": draw(st.sampled_from((None, "A secret remark."))),
            "aliases": () if source.aliases else draw(st.sampled_from(((), ("Nobody Knows",)))),
            "confidential": ct.Confidential(name="Quite Unsaid", place="Nowhere") if private is None else private,
        }
    words.pop("", None)
    changed = changed_texts(book, replacer(words))
    sources = []
    for source in changed.sources:
        new = dict(others.get(source.id, {}))
        if new:
            new["aliases"] = (*source.aliases, *new["aliases"])
            new["confidential"] = source.confidential or new["confidential"]
        sources.append(attrs.evolve(source, **new))
    return attrs.evolve(changed, sources=tuple(sources))


def heard_besides(book: ct.Casebook) -> set[str]:
    """The sources that are as hidden, or as open, whatever is off the record."""
    stands = ct.Standing()
    without = restated(
        attrs.evolve(book, notes=()),
        lambda said: () if said.terms == "off the record" else (attrs.evolve(said, standing=stands),),
    )
    seen = redact(without).appearances
    return set(seen.confidential | {source for source, how in seen.main.items() if how == "named"})


@st.composite
def other_secrets(draw: Any, book: ct.Casebook) -> ct.Casebook:
    """The casebook with more, fewer or other statements off the record, of sources that are hidden or named without."""
    said = [s for s in book.statements if s.terms == "off the record"]
    heard = heard_besides(book)
    free = [s for s in said if heard.issuperset((s.origin, *s.via))]
    fates = {s.id: draw(st.sampled_from(("keeps", "goes", "turns"))) for s in free}
    gone = {name for name, fate in fates.items() if fate == "goes"}

    def change(statement: ct.Statement) -> tuple[ct.Statement, ...]:
        if statement.id in gone:
            return ()
        if statement.standing.by in gone:
            statement = attrs.evolve(statement, standing=attrs.evolve(statement.standing, by=None))
        if fates.get(statement.id) != "turns":
            return (statement,)
        return (
            attrs.evolve(
                statement,
                claim=draw(st.sampled_from([claim.id for claim in book.claims])),
                stance=draw(st.sampled_from(("asserts", "denies"))),
                quote="Whispered.",
                via=(),
                document=None,
                lineage="witnessed",
            ),
        )

    found = restated(book, change)
    notes = tuple(note for note in found.notes if note.about not in gone)
    more = [
        ct.Statement(
            id=f"secret-{place}",
            origin=draw(st.sampled_from(sorted(heard))),
            claim=draw(st.sampled_from([claim.id for claim in book.claims])),
            stance=draw(st.sampled_from(("asserts", "denies"))),
            lineage="witnessed",
            terms="off the record",
            via=(),
        )
        for place in range(draw(st.integers(0, 3)) if heard else 0)
    ]
    statements = list(found.statements)
    for statement in more:
        statements.insert(draw(st.integers(0, len(statements))), statement)
    return attrs.evolve(found, statements=tuple(statements), notes=notes)


@st.composite
def secretive(draw: Any) -> ct.Casebook:
    """A wordy casebook in which statements may be replaced by others, some of these off the record."""
    book = draw(casebooks(wordy=True, opinions=True, statements=6))
    names = [s.id for s in book.statements]
    if not names:
        return book
    by = draw(st.lists(st.sampled_from((None, *names)), min_size=len(names), max_size=len(names)))
    replaced = dict(zip(names, by, strict=True))
    return restated(
        book,
        lambda s: [attrs.evolve(s, standing=attrs.evolve(s.standing, by=replaced[s.id], because="See Ada Quill."))],
    )


PAIRS = by_profile(dev=6, ci=170, deep=6_700)
"""Three tests try so many pairs each: 500 in all in a run of the gate, 20,000 in a deep one."""
many = settings(max_examples=PAIRS)


@contextmanager
def nets_off() -> Iterator[None]:
    """Without the guard, the checks, and the warning of a missing private file: all speak to the desk of secrets."""
    with (
        mock.patch("claimtrack.cli._output.guard"),
        mock.patch("claimtrack.checks.publishing.ensure_publishable"),
        mock.patch("claimtrack.cli._private_file.lacks_private", return_value=False),
    ):
        yield


def seen_outside(book: ct.Casebook, key: str | None = None) -> dict[str, bytes]:
    """All that readers could see, with the guard off: outputs of the library, and of the commands that cost little."""
    with nets_off():
        return public_bytes(book, key) | printed(book, QUICK)


@many
@given(st.data(), st.sampled_from((None, "a key")))
def test_two_runs_identity(data: st.DataObject, key: str | None) -> None:
    """Who a protected source is moves no byte of any public output."""
    book = data.draw(secretive())
    assert seen_outside(book, key) == seen_outside(data.draw(other_identities(book, keep_ids=key is not None)), key)


@many
@given(st.data())
def test_two_runs_off_the_record(data: st.DataObject) -> None:
    """What is off the record, and how much of it there is, moves no byte of any public output."""
    book = data.draw(secretive())
    assert seen_outside(book) == seen_outside(data.draw(other_secrets(book)))


@many
@given(st.data())
def test_two_runs_both(data: st.DataObject) -> None:
    """Both together move no byte either."""
    book = data.draw(secretive())
    assert seen_outside(book) == seen_outside(data.draw(other_identities(data.draw(other_secrets(book)))))


@settings(max_examples=max(PAIRS // 6, 5))
@given(st.data())
def test_two_runs_at_every_command(data: st.DataObject) -> None:
    """No command prints or writes another byte, on either stream or into a file."""
    book = data.draw(secretive())
    other = data.draw(other_identities(data.draw(other_secrets(book))))
    with nets_off():
        assert printed(book, COMMANDS) == printed(other, COMMANDS)


@given(secretive())
def test_no_secret_is_in_the_bytes(book: ct.Casebook) -> None:
    """No name, alias, real name, contact or id of a protected source is in any public output."""
    outputs = b"\n".join(public_bytes(book).values()).decode()
    for source in secret(book):
        private = source.confidential or ct.Confidential()
        said = (source.id, source.name, *source.aliases, private.name, private.contact)
        for word in filter(None, said):
            assert re.search(rf"(?<!\w){re.escape(word)}(?!\w)", outputs) is None, word


def _heard(name: str, text: str) -> ct.Casebook:
    """A protected source of some name, and a quote that names it."""
    return fell_and(
        ct.Source(id="whisper", name=name, protected=True),
        ct.Statement(id="one", origin="whisper", claim="fell", stance="asserts", quote=text.format(name)),
    )


@pytest.mark.parametrize("name", [*NEW_NAMES, "Ada\u00a0Quill", "İpek Şahin", "ADA quill", "A. B."])
@pytest.mark.parametrize("text", ["{} saw it.", "It was {}", "“{}”, they say", "{0}'s sister saw {0}."])
def test_a_name_of_any_script_is_replaced(name: str, text: str) -> None:
    """A protected name is replaced wherever it stands as words of its own, in any script."""
    assert public_bytes(_heard(name, text)) == public_bytes(_heard("Ada Quill", text))
