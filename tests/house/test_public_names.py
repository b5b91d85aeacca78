"""What must hold of the public names: each stands once, leads somewhere, and brings the types of its signature."""

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import pytest

SOURCE = Path(__file__).resolve().parents[2] / "src"
PUBLIC = sorted(".".join(path.parent.relative_to(SOURCE).parts) for path in SOURCE.rglob("__init__.pyi"))


@cache
def _public_values() -> list[object]:
    found = [
        getattr(module, name) for package in PUBLIC for module in [import_module(package)] for name in _names(module)
    ]
    modules = [value for value in found if isinstance(value, ModuleType) and value.__name__ not in PUBLIC]
    return found + [value for module in modules for name, value in vars(module).items() if not name.startswith("_")]


def _names(module: ModuleType) -> list[str]:
    return [name for name in module.__all__ if not name.startswith("_")]


@pytest.mark.parametrize("package", PUBLIC)
def test_every_public_name_leads_somewhere(package: str) -> None:
    """Each name of a stub can be imported, and no module of the package hides it."""
    module = import_module(package)
    folder = Path(str(module.__file__)).parent
    modules = {path.stem for path in folder.glob("*.py")} | {path.name for path in folder.iterdir() if path.is_dir()}
    hidden = [n for n in _names(module) if n in modules and not isinstance(getattr(module, n), ModuleType)]
    assert hidden == []


def test_the_root_is_small() -> None:
    """What most people need stands at the root; the rest has a package of its own."""
    import claimtrack  # noqa: PLC0415

    assert len([n for n in claimtrack.__all__ if not isinstance(getattr(claimtrack, n), ModuleType)]) <= 50


@pytest.mark.parametrize("package", PUBLIC)
def test_every_type_of_a_public_signature_is_public(package: str) -> None:
    """Whoever annotates code of their own can import what a public function takes and gives."""
    module = import_module(package)
    missing = {
        f"{name}: {annotation}"
        for name in _names(module)
        for annotation, value in _types_of(getattr(module, name))
        if not any(value is other or value == other for other in _public_values())
    }
    assert set() == missing


def _types_of(value: object) -> Iterator[tuple[str, object]]:
    """The names of claimtrack's own types in the annotations of a function, or of a class and its public methods."""
    if not (inspect.isfunction(value) or inspect.isclass(value)) or not value.__module__.startswith("claimtrack"):
        return
    home = vars(import_module(value.__module__))
    tree = ast.parse(textwrap.dedent(inspect.getsource(value)))
    for annotation in _annotations(tree.body[0]):
        for word in re.findall(r"[A-Za-z_]\w*", ast.unparse(annotation)):
            found = home.get(word)
            is_own = getattr(found, "__module__", "").startswith("claimtrack") or _is_alias(value.__module__, word)
            if found is not None and is_own and not isinstance(found, TypeVar) and not inspect.isfunction(found):
                yield word, found


def _annotations(node: ast.AST) -> Iterator[ast.expr]:
    if isinstance(node, ast.FunctionDef):
        arguments = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
        yield from (one.annotation for one in arguments if one.annotation is not None)
        if node.returns is not None:
            yield node.returns
    elif isinstance(node, ast.ClassDef):
        for child in node.body:
            if isinstance(child, ast.AnnAssign) and not ast.unparse(child.target).startswith("_"):
                yield child.annotation
            elif isinstance(child, ast.FunctionDef) and not child.name.startswith("_"):
                yield from _annotations(child)


@cache
def _aliases(module: str) -> frozenset[str]:
    """The names that a module of claimtrack, or one that it imports them from, gives to types."""
    tree = ast.parse(inspect.getsource(import_module(module)))
    own = {
        ast.unparse(target)
        for node in tree.body
        if isinstance(node, ast.Assign | ast.AnnAssign)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
    }
    taken = {
        name.asname or name.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("claimtrack")
        for name in node.names
    }
    return frozenset(own | taken)


def _is_alias(module: str, word: str) -> bool:
    return word in _aliases(module)
