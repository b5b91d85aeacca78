"""What readers can see of a casebook: every output for the public, to the byte, and how objects show themselves."""

import pickle
import pickletools
import traceback
import warnings
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from unittest import mock

import attrs

import claimtrack as ct
from claimtrack.analysis.what_if import casebook_after, change_prior
from claimtrack.cli.commands.picture import GRAPHS
from claimtrack.cli.main import main
from claimtrack.dates import moment_of
from claimtrack.io.casebooks import casebook_digest
from claimtrack.model.casebook import COLLECTIONS
from claimtrack.privacy.redact import redact
from claimtrack.report.documents.claim import compose_inquiries, render_account_json, render_inquiries_json
from claimtrack.report.documents.pictures import CHARTS, compose_picture
from claimtrack.report.documents.scores import render_scores_json
from claimtrack.report.render.formats import PICTURE_FORMATS, REPORT_FORMATS


def public_bytes(book: ct.Casebook, key: str | None = None) -> dict[str, bytes]:
    """Every public output of a casebook: each form, repr and error, what the commands print, and their log lines."""
    public = ct.for_audience(book, "public", key=key)
    assessment = ct.score(public, audience="public")
    explanation = ct.explain(assessment, closely=list(assessment)[-1:])
    report = ct.compose(explanation, length="annex")
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
    texts |= {f"brief {form}": ct.render(ct.compose(explanation, length="brief"), form) for form in ("text", "json")}
    texts |= drawn(assessment)
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


def drawn(assessment: ct.Assessment) -> dict[str, str]:
    """Each chart in each format that it has."""
    return {
        f"{chart} {form}": ct.render(compose_picture(assessment, chart), form)
        for chart in CHARTS
        for form in PICTURE_FORMATS
        if chart == "case" or form not in GRAPHS
    }


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
    "score {file} --format csv",
    "report {file} --format html",
    "report {file} -o {folder}/out.md",
    "report {file} -o {folder}/tables/",
    "report {file} --annex --format json",
    "report {file} --full --format csv",
    "report {file} --full -o {folder}/out.docx",
    "picture {file}",
    "picture {file} -o {folder}/case.dot",
    "picture {file} -o {folder}/case.mmd",
    "picture {file} --chart evidence --format json",
    "explain {file} {claim}",
    "explain {file} {claim} --format json",
    "next {file}",
    "next {file} --format json",
    "next {file} --format csv",
    "compare {file} --format html",
    "compare {file} --format json",
    "compare {file} --format csv",
    "what-if {file} --prior {claim}=0.3",
    "diff {file} {file} --format csv",
    "convert {file} {folder}/public.toml",
)

KEYED = (
    "score {file} --format json --key word",
    "report {file} -o {folder}/keyed.md --key word",
    "picture {file} --format mermaid --key word",
    "convert {file} {folder}/keyed.toml --key word",
    "convert {file} {folder}/keyed.json --key word",
    "diff {file} {file} --key word",
)
"""Commands whose labels follow from a key and the ids of sources."""


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


def projected(book: ct.Casebook, key: str | None = None) -> dict[str, object]:
    """The public casebook in every form in which it is kept or shown, from which all else is made."""
    public = ct.for_audience(book, "public", key=key)
    return {
        "json": ct.dumps(public, format="json"),
        "toml": ct.dumps(public, format="toml"),
        "repr": repr(public),
        "pickle": pickled_texts(public),
        "claims": tuple(redact(book, key=key).claim_ids.values()),
    }


def pickled_texts(value: object) -> frozenset[object]:
    """The texts and numbers that a pickle of a value holds; how it points from one to another says nothing."""
    stream = BytesIO()
    pickler = pickle.Pickler(stream)
    pickler.dispatch_table = {MappingProxyType: lambda table: (dict, (dict(table),))}
    pickler.dump(value)
    found = pickletools.genops(stream.getvalue())
    return frozenset(held for _, held, _ in found if isinstance(held, str | bytes | float))


def refusal(work: Callable[[], object]) -> str:
    """What is raised by some work, with its traceback; empty where it is done."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ct.errors.ProtectedStringPublished)
            work()
    except ct.ClaimtrackError as error:
        return f"{error!r}\n{''.join(traceback.format_exception_only(error))}"
    return ""


def shown_in_notebook(book: ct.Casebook) -> dict[str, object]:
    """What the values that are made of the public casebook show when they are looked at, pickled or not."""
    assessment = ct.score(book, audience="public")
    explanation = ct.explain(assessment, closely=[])
    report = ct.compose(explanation)
    values = (assessment.network, assessment, *assessment.scores.values(), explanation, report)
    shown = [f"{value!r} {value!s} {getattr(value, '_repr_html_', str)()}" for value in values]
    return {"shown": shown, "pickle": pickled_texts((assessment.network, dict(assessment.scores)))}


def compared(book: ct.Casebook, *, key: str | None = None) -> dict[str, object]:
    """A casebook beside an earlier one, without its last public statement, both as readers of today may see them."""
    last = next((s.id for s in reversed(book.statements) if s.terms in ("on the record", "background")), None)
    earlier = tuple(attrs.evolve(s, standing=ct.Standing()) for s in book.statements if s.id != last)
    notes = tuple(note for note in book.notes if note.about != last)
    before = attrs.evolve(book, statements=earlier, notes=notes)
    now = redact(book, key=key)
    scores = [ct.score(seen, audience="public") for seen in (now.alike(before).casebook, now.casebook)]
    changes = ct.report.compose_changes(ct.explain_change(*scores))
    return {"changes": ct.render(changes, "text"), "differences": repr(ct.diff(*(s.network.casebook for s in scores)))}


def told_by_histories(book: ct.Casebook) -> dict[str, object]:
    """How the score of each claim went, where the days between the public ones follow from the names of the hidden."""
    hidden = {source.id: source for source in redact(book).hidden}
    events = []
    for collection in COLLECTIONS:
        for row in book.collection(collection):
            behind = [hidden[name] for name in (row.origin, *row.relays) if name in hidden] if _is_said(row) else []
            day = 2 + sum(map(ord, behind[0].name)) % 20 if behind else 28 if _is_said(row) else 1
            learned = moment_of(f"2021-03-{day:02}")
            events.append(attrs.evolve(ct.events.event(row), learned=learned, place=len(events)))
    claims = [claim.id for claim in ct.for_audience(book, "public").claims if claim.kind != "opinion"]
    return {claim: repr(_points(events, claim, book)) for claim in claims}


def _is_said(row: object) -> bool:
    return isinstance(row, ct.Statement)


def _points(events: Sequence[ct.events.Event], claim: str, now: ct.Casebook) -> list[tuple[object, str, float]]:
    """The public points of a claim: the day, what is said of it, and the probability."""
    points = ct.tracking.track_score(events, claim, audience="public", now=now).points
    return [(point.learned, point.text, point.score.probability) for point in points]


def names_in_sight(book: ct.Casebook) -> dict[str, object]:
    """The names of protected sources that the whole casebook, and what is made of it, show when they are looked at."""
    hidden = [source for source in book.sources if source.protected]
    names = {name for source in hidden for name in (source.name, *source.aliases) if name != source.descriptor}
    shown = repr((book, book.sources, book.statements, ct.build(book)))
    return {"names": sorted(name for name in names if name in shown)}


TURNS: tuple[Callable[[ct.Casebook], Mapping[str, object]], ...] = (
    lambda book: {"scores": render_scores_json(ct.score(book, audience="public"), "")},
    lambda book: {form: rendered(book, form) for form in ("json", "csv")},
    lambda book: {form: rendered(book, form) for form in ("text", "markdown")},
    lambda book: {"html": rendered(book, "html")},
    shown_in_notebook,
    compared,
    names_in_sight,
    told_by_histories,
    lambda book: {"errors": errors(ct.score(book, audience="public"))},
)
"""What each pair shows beside its projection, in turns."""


def rendered(book: ct.Casebook, format: str) -> str:  # noqa: A002
    """The public report in a format."""
    return ct.render(ct.compose(ct.explain(ct.score(book, audience="public"), closely=[])), format)


@contextmanager
def nets_off() -> Iterator[None]:
    """Without the guard, the checks and their number, and the warning of a missing private file.

    All of these speak to the desk of secrets.
    """
    with (
        mock.patch("claimtrack.cli._output.guard"),
        mock.patch("claimtrack.checks.publishing.ensure_publishable"),
        mock.patch("claimtrack.cli._output.lacks_private", return_value=False),
        mock.patch("claimtrack.cli.commands.report.tell_of_findings"),
    ):
        yield


def quietly(book: ct.Casebook, commands: Iterable[str]) -> dict[str, bytes]:
    """What the commands print where nothing is refused or warned of."""
    with nets_off():
        return printed(book, commands)
