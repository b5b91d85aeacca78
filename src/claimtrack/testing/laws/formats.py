"""The laws of casebook formats: what must hold of anything that writes a casebook as text and reads it back."""

import re
from collections.abc import Callable

from claimtrack._records import evolve, fields_of, record
from claimtrack.errors.base import ClaimtrackError
from claimtrack.errors.failures import InvalidCasebook
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Confidential
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import without_confidential
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, assume, require

Content = str | bytes
"""What a format writes."""

_STANCE = re.compile(r"\b(asserts|denies)\b")
_SPOILT = "mumbles"


@record
class CasebookFormat:
    """A way to write a casebook and to read it back."""

    dump: Callable[[Casebook], Content]
    """Writes a casebook as text or bytes."""
    load: Callable[[Content], Casebook]
    """Reads such a text or bytes; raises `InvalidCasebook` where it holds no valid casebook."""


def _round_trip(pair: CasebookFormat, book: Casebook) -> None:
    before, after = without_confidential(book), pair.load(pair.dump(book))
    for field in fields_of(Casebook):
        one, other = getattr(before, field.name), getattr(after, field.name)
        require(one == other, f"{field.name}: {one!r} comes back as {other!r}")


def _canonical(pair: CasebookFormat, book: Casebook) -> None:
    first = pair.dump(book)
    require(pair.dump(evolve(book)) == first, "an equal casebook gives another text")
    require(pair.dump(pair.load(first)) == first, "the casebook that was read back gives another text")


def _private(pair: CasebookFormat, book: Casebook) -> None:
    kept = [
        (f"{source.id}: {field.name}", getattr(source.confidential, field.name))
        for source in book.sources
        if source.confidential is not None
        for field in fields_of(Confidential)
    ]
    text = _text(pair.dump(book))
    secrets = [(where, one) for where, one in kept if isinstance(one, str) and "@" in one]
    assume(secrets)
    for where, one in secrets:
        require(one not in text, f"the text holds the confidential {where}")


def _collected(pair: CasebookFormat, book: Casebook) -> None:
    written = pair.dump(book)
    spoilt, number = _STANCE.subn(_SPOILT, _text(written))
    assume(number > 1)
    try:
        pair.load(spoilt.encode() if isinstance(written, bytes) else spoilt)
    except InvalidCasebook as error:
        count = len(error.problems)
        require(count >= number, f"{number} stances were made “{_SPOILT}”, and the error has {count} problems: {error}")
    else:
        require(False, f"{number} stances were made “{_SPOILT}”, and it was read all the same")  # noqa: FBT003


def _clean(pair: CasebookFormat, case: tuple[Casebook, float, str]) -> None:
    book, share, scrap = case
    written = pair.dump(book)
    text = _text(written)
    at = int(share * len(text))
    for damaged in (text[:at], text[:at] + scrap + text[at:]):
        try:
            pair.load(damaged.encode() if isinstance(written, bytes) else damaged)
        except ClaimtrackError:
            continue
        except Exception as error:  # noqa: BLE001 (any other error is what the law forbids)
            require(False, f"a damaged text raises {type(error).__name__}: {error}")  # noqa: FBT003


def _text(written: Content) -> str:
    return written.decode() if isinstance(written, bytes) else written


def _book(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(wordy=True, opinions=True))


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
