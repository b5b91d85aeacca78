"""More than twenty ways in which what is confidential could leak: each a small patch of the library, and a sentence."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from hashlib import sha256
from typing import Any, NamedTuple
from unittest import mock

import attrs

import claimtrack as ct
from claimtrack.cli.commands import files
from claimtrack.privacy import guard, redact, selection
from claimtrack.report import sheet
from claimtrack.tracking import score_history
from laws import outputs

View = Callable[[ct.Casebook], Mapping[str, object]]


class Leak(NamedTuple):
    """A leak that was planted."""

    says: str
    """What it leaks."""
    patch: Callable[[], AbstractContextManager[Any]]
    """Plants it."""
    view: View
    """Where the two-run law sees it."""


def _field(kind: type, name: str) -> Callable[[], AbstractContextManager[Any]]:
    """A projection that publishes one field as it is."""
    rules = redact._rules

    def leaky(one: type) -> Any:
        return tuple(
            (field, argument, attrs.evolve(rule, treatment="keep", when="always"), None)
            if (one, field.lstrip("_")) == (kind, name)
            else (field, argument, rule, treat)
            for field, argument, rule, treat in rules(one)
        )

    return lambda: mock.patch.object(redact, "_rules", leaky)


def _projection(change: Callable[[ct.Casebook, ct.Casebook], ct.Casebook]) -> Callable[[], AbstractContextManager[Any]]:
    """A projection that is changed by something of the whole casebook."""
    redacted = redact.redacted
    return lambda: mock.patch.object(redact, "redacted", lambda row: change(redacted(row), row.record))


def _matcher(spares: Callable[[str], bool]) -> Callable[[], AbstractContextManager[Any]]:
    """A matcher that leaves some texts as they are."""
    in_each = redact._in_each

    def leaky(change: Callable[[str], str | None], value: Any) -> Any:
        return value if isinstance(value, str) and spares(value) else in_each(change, value)

    return lambda: mock.patch.object(redact, "_in_each", leaky)


def _overhearing(
    target: object, name: str, told: Callable[[str], str], *, prints: bool = False
) -> Callable[[], AbstractContextManager[Any]]:
    """A function that gives or prints a text, with something of the casebook that was projected last."""

    @contextmanager
    def plant() -> Iterator[None]:
        heard: list[ct.Casebook] = []
        select, work = redact.select, getattr(target, name)

        def listening(book: ct.Casebook, *args: Any) -> Any:
            heard.append(book)
            return select(book, *args)

        def telling(*args: Any, **options: Any) -> Any:
            names = " ".join(source.name for source in heard[-1].sources) if heard else ""
            if prints:
                return work(f"{args[0]}{told(names)}")
            return f"{work(*args, **options)}{told(names)}"

        with ExitStack() as patches:
            patches.enter_context(mock.patch.object(redact, "select", listening))
            patches.enter_context(mock.patch.object(target, name, telling))
            yield

    return plant


def _marked(public: ct.Casebook, mark: str) -> ct.Casebook:
    made = attrs.evolve(public, title=f"{public.title} {mark}")
    object.__setattr__(made, "audience", "public")
    return made


def _names(book: ct.Casebook) -> list[str]:
    return [source.name for source in book.sources]


def _in_order(public: ct.Casebook, whole: ct.Casebook) -> ct.Casebook:
    return _marked(public, " ".join(str(_names(whole).index(name)) for name in sorted(_names(whole))))


def _alike(self: redact.Redaction, other: ct.Casebook) -> redact.Redaction:
    return redact.Redaction(other, is_public=self.is_public, key=self.key)


def _told_by_command(book: ct.Casebook) -> Mapping[str, object]:
    return outputs.quietly(book, outputs.QUICK)


def _report(form: str) -> View:
    return lambda book: {form: outputs.rendered(book, form)}


def _errors(book: ct.Casebook) -> Mapping[str, object]:
    return {"errors": outputs.errors(ct.score(book, audience="public"))}


def _guarded(book: ct.Casebook) -> Mapping[str, object]:
    """Which names of people who are hidden a guard lets pass, in no order."""
    hidden = redact.redact(book).hidden
    words = [word for source in hidden for word in (source.name, *source.aliases) if word != source.descriptor]
    return {
        "passed": [word for word in words if not outputs.refusal(lambda word=word: ct.guard(f"<p>{word}</p>", book))]
    }


def _secret_notes() -> AbstractContextManager[Any]:
    return mock.patch.object(selection, "INTERNAL_NOTES", frozenset())


def _shown_by_repr() -> AbstractContextManager[Any]:
    return mock.patch.object(ct.Casebook, "__repr__", lambda book: " ".join(_names(book)))


LEAKS: Mapping[str, Leak] = {
    "remark": Leak("The analyst's remark on a source.", _field(ct.Source, "note"), outputs.projected),
    "remark on a claim": Leak("The analyst's remark on a claim.", _field(ct.Claim, "note"), outputs.projected),
    "writer": Leak("Who wrote a note.", _field(ct.Note, "by"), outputs.projected),
    "document": Leak("The whole text of a document.", _field(ct.Document, "text"), outputs.projected),
    "pickle": Leak(
        "The private fields, which no format writes, but which go along in a pickle.",
        _field(ct.Source, "confidential"),
        outputs.projected,
    ),
    "quote": Leak("Names in quotes, since only claims are searched.", _field(ct.Statement, "quote"), outputs.projected),
    "topic": Leak("Names in topics.", _field(ct.Claim, "topic"), outputs.projected),
    "internal notes": Leak("Notes on who is harmed.", _secret_notes, outputs.projected),
    "possessive": Leak("Names with an apostrophe behind.", _matcher(lambda text: "'s" in text), outputs.projected),
    "capitals": Leak(
        "Names in capitals.", _matcher(lambda text: any(map(str.isupper, text.split()))), outputs.projected
    ),
    "count": Leak(
        "How many statements there are, those off the record included.",
        _projection(lambda public, whole: _marked(public, f"{len(whole.statements)} statements")),
        outputs.projected,
    ),
    "order": Leak("The order of the hidden names.", _projection(_in_order), outputs.projected),
    "digest": Leak(
        "A digest of the names, against which a guess can be tried.",
        _projection(lambda public, whole: _marked(public, sha256(repr(_names(whole)).encode()).hexdigest()[:8])),
        outputs.projected,
    ),
    "length": Leak(
        "How long a hidden name is.",
        _projection(lambda public, whole: _marked(public, "x" * sum(map(len, _names(whole))))),
        outputs.projected,
    ),
    "error": Leak(
        "The names that are known, in an error about one that is not.",
        _overhearing(ct.errors.UnknownClaim, "says", lambda names: f"; sources: {names}"),
        _errors,
    ),
    "stream": Leak(
        "Names in a remark on the error stream.",
        _overhearing(files, "print_note", lambda names: names, prints=True),
        _told_by_command,
    ),
    "comment": Leak(
        "A comment in the page, which nobody sees.",
        _overhearing(ct, "render", lambda names: f"<!-- {names} -->"),
        _report("html"),
    ),
    "table": Leak("A cell more in a table.", _overhearing(sheet, "_disarmed", lambda names: names), _report("csv")),
    "diff": Leak(
        "Who went off the record, since the earlier casebook hides only whom it hid itself.",
        lambda: mock.patch.object(redact.Redaction, "alike", _alike),
        outputs.compared,
    ),
    "history": Leak(
        "The day on which something was learned of a hidden source.",
        lambda: mock.patch.object(score_history, "_tells_only_of_named", return_value=True),
        outputs.told_by_histories,
    ),
    "notebook": Leak("Names, where a casebook is looked at.", _shown_by_repr, outputs.names_in_sight),
    "guard": Leak(
        "Every hidden name, since the guard reads nothing.",
        lambda: mock.patch.object(guard, "readings_of", return_value=()),
        _guarded,
    ),
}
