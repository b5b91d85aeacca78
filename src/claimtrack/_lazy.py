"""Public packages that import a name only when it is first used (PEP 562)."""

import sys
from collections.abc import Callable
from importlib import import_module


def attach(package: str, file: str) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Make `__getattr__`, `__dir__` and `__all__` for a package from the imports in the stub beside it.

    The stub (`__init__.pyi`) is what type checkers read, so each public name is written once, there. A name that it
    imports from the package itself, or that its home does not define, is a module.
    """
    this = sys.modules[package]
    stub: bytes = this.__spec__.loader.get_data(f"{file.rpartition('.')[0]}.pyi")  # type: ignore[union-attr]
    homes = _read_homes(stub.decode())

    def import_name(name: str) -> object:
        home = homes.get(name)
        if home is None:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=this)
        found = None if home == package else getattr(import_module(home), name, None)
        value: object = import_module(f"{home}.{name}") if found is None else found
        setattr(this, name, value)
        return value

    names = sorted(homes)
    return import_name, lambda: names, names


def _read_homes(stub: str) -> dict[str, str]:
    """The module that each name of a stub is imported from."""
    homes: dict[str, str] = {}
    for statement in stub.replace("(", " ").replace(")", " ").split("from ")[1:]:
        module, _, names = statement.partition(" import ")
        homes |= {name.split(" as ")[0].strip(): module for name in names.split(",") if " as " in name}
    return homes
