"""The laws of casebook formats: what holds of whatever writes a casebook as text and reads it back."""

import re
from collections.abc import Callable

from claimtrack._records import evolve, fields_of, record
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Confidential
from claimtrack.testing.generate.casebooks import a_casebook
from claimtrack.testing.generate.records import Limits
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, given, hold

Text = str | bytes

_STANCE = re.compile(r"\b(asserts|denies)\b")
_SPOILT = "mumbles"


@record
class Format:
    """A way to write a casebook and to read it back."""

    dump: Callable[[Casebook], Text]
    """A casebook as text or bytes."""
    load: Callable[[Text], Casebook]
    """The casebook of such a text or bytes; raises `InvalidCasebook` where there is none."""


def _open_part(book: Casebook) -> Casebook:
    """The casebook without its confidential fields, which no file of it may hold."""
    return evolve(book, sources=tuple(evolve(source, confidential=None) for source in book.sources))


def _round_trip(form: Format, book: Casebook) -> None:
    before, after = _open_part(book), form.load(form.dump(book))
    for field in fields_of(Casebook):
        one, other = getattr(before, field.name), getattr(after, field.name)
        hold(one == other, f"{field.name}: {one!r} comes back as {other!r}")


def _canonical(form: Format, book: Casebook) -> None:
    first = form.dump(book)
    hold(form.dump(evolve(book)) == first, "an equal casebook gives another text")
    hold(form.dump(form.load(first)) == first, "the casebook that was read back gives another text")


def _private(form: Format, book: Casebook) -> None:
    kept = [
        (f"{source.id}: {field.name}", getattr(source.confidential, field.name))
        for source in book.sources
        if source.confidential is not None
        for field in fields_of(Confidential)
    ]
    text = _text(form.dump(book))
    secrets = [(where, one) for where, one in kept if isinstance(one, str) and "@" in one]
    given(secrets)
    for where, one in secrets:
        hold(one not in text, f"the text holds the confidential {where}")


def _collected(form: Format, book: Casebook) -> None:
    written = form.dump(book)
    spoilt, number = _STANCE.subn(_SPOILT, _text(written))
    given(number > 1)
    try:
        form.load(spoilt.encode() if isinstance(written, bytes) else spoilt)
    except InvalidCasebook as error:
        count = len(error.problems)
        hold(count >= number, f"{number} stances were made “{_SPOILT}”, and the error has {count} problems: {error}")
    else:
        hold(False, f"{number} stances were made “{_SPOILT}”, and it was read all the same")  # noqa: FBT003


def _clean(form: Format, case: tuple[Casebook, float, str]) -> None:
    book, share, scrap = case
    written = form.dump(book)
    text = _text(written)
    at = int(share * len(text))
    for damaged in (text[:at], text[:at] + scrap + text[at:]):
        try:
            form.load(damaged.encode() if isinstance(written, bytes) else damaged)
        except ClaimtrackError:
            continue
        except Exception as error:  # noqa: BLE001 (any other error is what the law forbids)
            hold(False, f"a damaged text raises {type(error).__name__}: {error}")  # noqa: FBT003


def _text(written: Text) -> str:
    return written.decode() if isinstance(written, bytes) else written


def _book(choose: Chooser) -> Casebook:
    return a_casebook(choose, Limits(wordy=True, opinions=True))


def _damage(choose: Chooser) -> tuple[Casebook, float, str]:
    return _book(choose), choose.real(0.0, 1.0), choose.of(("x", '"', "[", "}", "\n", "=", "\x00", "é"))


def _law(name: str, says: str, check: Callable[..., None], make: Callable[[Chooser], object] = _book) -> Law:
    return Law(name=name, says=says, origin="engineering", make=make, check=check, about="format")


FORMAT_LAWS = (
    _law("round trip", "a casebook that was written is read back whole, but for its confidential fields", _round_trip),
    _law("canonical", "equal casebooks give the same text, also after they were read back", _canonical),
    _law("nothing confidential", "no confidential field stands in the text", _private),
    _law("errors collected", "all problems of a text are reported together, as an InvalidCasebook", _collected),
    _law("clean failure", "a damaged text raises an error of the library, and never another one", _clean, _damage),
)
"""Every law of casebook formats."""
