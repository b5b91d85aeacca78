"""Methods by name: those of the library, and the user's own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from claimtrack.errors.failures import UnknownName, WrongUse
from claimtrack.scoring.methods import METHODS
from claimtrack.scoring.protocol import Method


def method_of(name: str) -> Method:
    """A method by its name, or the user's own by `module:attribute`."""
    if name in METHODS:
        return METHODS[name]
    module, colon, attribute = name.partition(":")
    if not colon:
        known = (*METHODS, "module:attribute")
        raise UnknownName(kind="method", seen=name, known=known)
    with _here():
        try:
            home = import_module(module)
        except Exception as error:  # noqa: BLE001 (the user's own code may raise anything)
            raise WrongUse(reason=f"{module} cannot be imported: {type(error).__name__}: {error}") from None
    found = getattr(home, attribute, None)
    if isinstance(found, type):
        try:
            found = found()
        except Exception as error:  # noqa: BLE001 (the user's own code may raise anything)
            raise WrongUse(reason=f"{name} cannot be made: {type(error).__name__}: {error}") from None
    if not callable(found):
        seen = "has no such name" if found is None else f"has something of type {type(found).__name__} there"
        raise WrongUse(reason=f"{name} is no method: {module} {seen}; expected something that takes a network")
    return found  # type: ignore[no-any-return]


@contextmanager
def _here() -> Iterator[None]:
    """Look for modules in the current folder first, as `python -m` does."""
    before = list(sys.path)
    sys.path.insert(0, str(Path.cwd()))
    try:
        yield
    finally:
        sys.path[:] = before
