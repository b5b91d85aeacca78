"""The public API as text: every name of a public package with its signature. Run it to write the snapshot anew."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"
SNAPSHOT = Path(__file__).with_name("public_api.txt")


def snapshot() -> str:
    """Every public name, under the package that it is imported from; what has several homes is written out once.

    Public is what the stub (`__init__.pyi`) of a package lists, and nothing else. It is read from the source, so that
    it is the same text on every Python.
    """
    seen: dict[tuple[str, str], str] = {}
    parts = []
    for package, stub in sorted(_stubs(), key=lambda found: (found[0].count("."), found[0])):
        lines = [f"# {package}"]
        for name, home in sorted(_names(stub).items()):
            known = seen.setdefault((home, name), f"{package}.{name}")
            lines += _member(home, name) if known == f"{package}.{name}" else [f"{name}: see {known}"]
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def _stubs() -> Iterator[tuple[str, Path]]:
    for stub in SOURCE.rglob("__init__.pyi"):
        yield ".".join(stub.parent.relative_to(SOURCE).parts), stub


def _names(stub: Path) -> dict[str, str]:
    """The module that each name of a stub comes from."""
    statements = [node for node in _tree(stub).body if isinstance(node, ast.ImportFrom)]
    return {alias.name: str(node.module) for node in statements for alias in node.names if alias.asname}


def _member(module: str, name: str) -> list[str]:
    """A public name as it is defined, without its body."""
    path = SOURCE.joinpath(*module.split("."))
    if path.is_dir() and ((path / f"{name}.py").exists() or (path / name).is_dir()):
        return [f"module {name}"]
    file = path / "__init__.py" if path.is_dir() else path.with_suffix(".py")
    found = [node for node in _tree(file).body if name in _defined(node)]
    assert found, f"{module} does not define {name}"
    return _shown(found[-1])


def _defined(node: ast.stmt) -> set[str]:
    match node:
        case ast.FunctionDef() | ast.ClassDef():
            return {node.name}
        case ast.Assign():
            return {ast.unparse(target) for target in node.targets}
        case ast.AnnAssign():
            return {ast.unparse(node.target)}
        case _:
            return set()


def _shown(node: ast.stmt) -> list[str]:
    match node:
        case ast.FunctionDef():
            returns = f" -> {ast.unparse(node.returns)}" if node.returns else ""
            kinds = {"property", "cached_property", "classmethod", "staticmethod"}
            kind = "".join(f"@{word} " for word in map(ast.unparse, node.decorator_list) if word in kinds)
            return [f"{kind}def {node.name}({ast.unparse(node.args)}){returns}"]
        case ast.ClassDef():
            bases = ", ".join(map(ast.unparse, node.bases))
            members = [line for part in node.body if _is_public(part) for line in _shown(part)]
            return [f"class {node.name}" + (f"({bases})" if bases else ""), *(f"    {line}" for line in members)]
        case ast.AnnAssign():
            return [f"{ast.unparse(node.target)}: {ast.unparse(node.annotation)}{_default(node.value)}"]
        case ast.Assign(value=ast.Subscript() | ast.BinOp()):
            return [ast.unparse(node)]
        case ast.Assign():
            return [f"{' = '.join(map(ast.unparse, node.targets))} = …"]
        case _:
            raise AssertionError(ast.dump(node))


def _default(value: ast.expr | None) -> str:
    """That a field has a default: `attrs.field(…)` has one only if it says so."""
    match value:
        case None:
            return ""
        case ast.Call() if ast.unparse(value.func).endswith("field"):
            return " = …" if {"default", "factory"} & {word.arg for word in value.keywords} else ""
        case _:
            return " = …"


def _is_public(node: ast.stmt) -> bool:
    """Whether a part of a class is for users: a field or a method without an underscore in front."""
    return bool(_defined(node)) and not any(name.startswith("_") for name in _defined(node))


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


if __name__ == "__main__":
    SNAPSHOT.write_text(snapshot(), encoding="utf-8")
