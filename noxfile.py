"""The project's chores, each in a fresh environment: `nox -l` lists them, `nox -s lint types` runs two of them."""

import re
import tomllib
from pathlib import Path

import nox

nox.needs_version = ">=2024.4"
nox.options.sessions = ["lint", "types", "contracts", "quick"]
nox.options.error_on_missing_interpreters = False  # a Python that is not installed is skipped with a message
nox.options.reuse_venv = "yes"

HERE = Path(__file__).parent
PROJECT = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
PYTHONS = ["3.11", "3.12", "3.13", "3.14"]


@nox.session(python=PYTHONS)
def tests(session: nox.Session) -> None:
    """Run the whole suite as CI does, on each Python that this machine has."""
    session.install(".[test]")
    session.run("pytest", "-q", *session.posargs, env={"CLAIMTRACK_PROFILE": "ci"})


@nox.session
def quick(session: nox.Session) -> None:
    """Run what does not take long: all but laws, faults, browsers and played pages."""
    session.install(".[test]")
    session.run("pytest", "-q", "-m", "not slow", *session.posargs)


@nox.session
def lint(session: nox.Session) -> None:
    """Check style and format."""
    session.install(*_extra("lint", "ruff"))
    session.run("ruff", "check", ".")
    session.run("ruff", "format", "--check", ".")


@nox.session
def types(session: nox.Session) -> None:
    """Check the types of the source, and what a type checker says of a user's code (`typing_tests`)."""
    session.install("-e", ".[test]", *_extra("lint", "mypy", "types-tabulate"))
    session.run("mypy")


@nox.session
def contracts(session: nox.Session) -> None:
    """Check that imports run one way."""
    session.install("-e", ".", *_extra("lint", "import-linter"))
    session.run("lint-imports", "--no-cache")


@nox.session(reuse_venv=False)
def minimal(session: nox.Session) -> None:
    """Install with no extra, run the README's first command, and use the library once."""
    session.install(".")
    session.run("claimtrack", "report", "examples/border_lockdowns/casebook.toml", silent=True)
    session.run("python", "tests/house/minimal_install.py")


@nox.session(python=PYTHONS[0])
def lowest(session: nox.Session) -> None:
    """Run the suite with the lowest version of each dependency that a user may have."""
    extras = PROJECT["optional-dependencies"]
    promised = [*PROJECT["dependencies"], *(need for name in ("documents", "testing") for need in extras.get(name, ()))]
    session.install(".[test]", *(need.replace(">=", "==") for need in promised))
    session.run("pytest", "-q", *session.posargs)


@nox.session
def docs(session: nox.Session) -> None:
    """Check that the generated pages are fresh and that every example in the docs runs."""
    session.install(".[test]")
    session.run("pytest", "-q", "tests/house/test_docs.py", "docs", "README.md", "src", *session.posargs)


@nox.session
def coverage(session: nox.Session) -> None:
    """Measure branch coverage; less than `fail_under` in pyproject.toml fails."""
    session.install(".[test]", "pytest-cov>=6")
    loads_itself = ("test_a_casebook_needs_no_database", "test_importing_the_root_loads_nothing_costly")
    without = " and ".join(f"not {name}" for name in loads_itself)  # coverage imports what these must not find
    session.run("pytest", "-q", "--cov", "--cov-report=term:skip-covered", "-k", without, *session.posargs)


@nox.session
def refresh(session: nox.Session) -> None:
    """Write anew what is generated: pages of the docs, and the snapshot of the public API."""
    session.install("-e", ".[test]")
    session.run("python", "docs/generate.py")
    session.run("python", "tests/house/public_api.py")


@nox.session
def changelog(session: nox.Session) -> None:
    """Show the entry of the changelog that the fragments make."""
    session.install(*_extra("lint", "towncrier"))
    session.run("towncrier", "build", "--draft", "--version", "unreleased")


def _extra(name: str, *tools: str) -> list[str]:
    """What an extra of pyproject.toml asks of some of its packages."""
    return [need for need in PROJECT["optional-dependencies"][name] if re.split(r"[<>=\[]", need)[0] in tools]
