"""What is public changes only when somebody means it to."""

import importlib

import pytest

import claimtrack
from house.public_api import SNAPSHOT, SOURCE, snapshot

PACKAGES = sorted(
    ".".join(stub.parent.relative_to(SOURCE).parts) for stub in (SOURCE / "claimtrack").rglob("__init__.pyi")
)


def test_the_public_names_and_signatures_are_those_of_the_snapshot() -> None:
    """A name or a signature that was meant to change is written by `python tests/house/public_api.py`."""
    assert SNAPSHOT.read_text(encoding="utf-8") == snapshot()


@pytest.mark.parametrize("package", PACKAGES)
def test_every_public_name_can_be_imported(package: str) -> None:
    """Each name that a stub lists leads somewhere, and `__all__` and `dir` list the same names."""
    face = importlib.import_module(package)
    assert [name for name in face.__all__ if not hasattr(face, name)] == []
    assert list(face.__all__) == dir(face)


def test_only_the_stub_makes_a_name_public() -> None:
    """What the stub does not list cannot be had from the root, though it is defined somewhere in the package."""
    with pytest.raises(AttributeError, match="no attribute 'evolve'"):
        claimtrack.evolve  # noqa: B018
