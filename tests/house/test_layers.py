"""What must hold of the imports at every depth, beside the contracts in `pyproject.toml`."""

import tomllib
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import grimp
import pytest

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = sorted(
    ".".join(path.parent.relative_to(ROOT / "src").parts) for path in (ROOT / "src" / "claimtrack").rglob("__init__.py")
)


@cache
def _graph() -> grimp.ImportGraph:
    return grimp.build_graph("claimtrack", cache_dir=None)


@pytest.mark.parametrize("package", PACKAGES)
def test_no_circle_at_any_depth(package: str) -> None:
    """The modules and packages inside a package, each with all that is in it, import each other without circles."""
    graph = _graph()
    children = sorted(graph.find_children(package))
    imports = {
        child: {
            other
            for other in children
            if other != child and graph.direct_import_exists(importer=child, imported=other, as_packages=True)
        }
        for child in children
    }
    try:
        tuple(TopologicalSorter(imports).static_order())
    except CycleError as error:
        pytest.fail(f"a circle of imports: {' -> '.join(error.args[1])}")


def test_every_package_has_an_exhaustive_contract() -> None:
    """Whatever is added to a package must be given its layer there, or be independent of what stands beside it."""
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contracts = settings["tool"]["importlinter"]["contracts"]
    covered = {
        container
        for contract in contracts
        if contract["type"] == "layers" and contract.get("exhaustive")
        for container in contract["containers"]
    }
    covered |= {
        module.removesuffix(".*")
        for contract in contracts
        if contract["type"] == "independence"
        for module in contract["modules"]
        if module.endswith(".*")
    }
    graph = _graph()
    assert {package for package in PACKAGES if len(graph.find_children(package)) > 1} == covered
