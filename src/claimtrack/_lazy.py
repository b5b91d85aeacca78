"""Public packages that import a name only when it is first used (PEP 562)."""

import sys
from collections.abc import Callable
from importlib import import_module


def attach(package: str, file: str) -> tuple[Callable[[str], object], Callable[[], list[str]], list[str]]:
    """Make `__getattr__`, `__dir__` and `__all__` for a package from the imports in the stub beside it.

    The stub (`__init__.pyi`) is what type checkers read, so each public name is written once, there.
    """
    spec = sys.modules[package].__spec__
    stub: bytes = spec.loader.get_data(f"{file.rpartition('.')[0]}.pyi")  # type: ignore[union-attr]
    homes = _homes(stub.decode())

    def getattr_(name: str) -> object:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}", name=name, obj=sys.modules[package])
        value: object = getattr(import_module(homes[name]), name)
        setattr(sys.modules[package], name, value)
        return value

    names = sorted(homes)
    return getattr_, lambda: names, names


def _homes(stub: str) -> dict[str, str]:
    """The module that each name of a stub is imported from."""
    homes: dict[str, str] = {}
    for statement in stub.replace("(", " ").replace(")", " ").split("from ")[1:]:
        module, _, names = statement.partition(" import ")
        homes |= {name.split(" as ")[0].strip(): module for name in names.split(",") if " as " in name}
    return homes
