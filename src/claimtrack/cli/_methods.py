"""Find a scoring method by name: a built-in one, or the user's own."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from claimtrack.errors.failures import UnknownName, WrongUse
from claimtrack.scoring.methods import METHODS
from claimtrack.scoring.protocol import Method


def find_method(name: str) -> Method:
    """Find a method by its name, or the user's own by `module:attribute`."""
    if name in METHODS:
        return METHODS[name]
    module, colon, attribute = name.partition(":")
    if not colon:
        raise UnknownName(kind="method", seen=name, known=(*METHODS, "module:attribute"))
    with _search_here():
        try:
            found = getattr(import_module(module), attribute, None)
        except ModuleNotFoundError as error:
            raise WrongUse(reason=_tell_missing(module, error.name or module)) from None
        except Exception as error:  # noqa: BLE001 - the user's own code may raise anything
            raise WrongUse(reason=f"cannot import {module}: {type(error).__name__}: {error}") from None
    if isinstance(found, type):
        try:
            found = found()
        except Exception as error:  # noqa: BLE001 - the user's own code may raise anything
            raise WrongUse(reason=f"cannot create {name}: {type(error).__name__}: {error}") from None
    if found is None:
        raise WrongUse(reason=f"{module} has no {attribute}; expected a method, which takes a network")
    if not callable(found):
        raise WrongUse(reason=f"{name} is of type {type(found).__name__}; expected a method, which takes a network")
    return found  # type: ignore[no-any-return]


def _tell_missing(module: str, missing: str) -> str:
    """Tell that the module is missing, or one that it needs in turn."""
    if module == missing or module.startswith(f"{missing}."):
        return f"there is no module {module} here or among the installed packages"
    return f"cannot import {module}: it needs the module {missing}, which is not installed"


@contextmanager
def _search_here() -> Iterator[None]:
    """Search the current folder first, as `python -m` does."""
    before = list(sys.path)
    sys.path.insert(0, str(Path.cwd()))
    try:
        yield
    finally:
        sys.path[:] = before
