"""What must hold of the documentation: fresh, complete, and true when it is followed."""

import ast
import importlib
import importlib.util
import re
import sys
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import get_args

import pytest

import claimtrack
from claimtrack import testing
from claimtrack.checks.rules import RULES
from claimtrack.model.statements import Lineage, Terms
from claimtrack.scoring.assessment import Confidence, Status

_SPREAD = re.DOTALL | re.MULTILINE
ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
PAGES = (*sorted(DOCS.rglob("*.md")), *sorted(ROOT.glob("*.md")))


@cache
def _generator() -> ModuleType:
    spec = importlib.util.spec_from_file_location("docs_generate", DOCS / "generate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _help_of_any_python(text: str) -> str:
    """The text without what argparse lays out differently from one Python to the next."""
    return " ".join(re.sub(r"(-\w) ([A-Z]+), (--\w+ \2)", r"\1, \3", text).split())


@pytest.mark.parametrize("page", ["format.md", "reference.md", "checks.md", "scales.md", "laws.md"])
def test_generated_pages_are_fresh(page: str) -> None:
    """`python docs/generate.py` would write the page as it stands."""
    assert _generator().PAGES[page]() == _text(DOCS / page)


def test_the_words_of_all_outputs_are_fresh() -> None:
    """`python docs/generate_output_words.py` would write the lists of the guard as they stand."""
    maker = importlib.import_module("generate_output_words")
    made = maker.output_words_files()
    assert made == {name: _text(maker.HOME / name) for name in made}


def test_the_gallery_is_fresh() -> None:
    """Its pages are the reports that the examples give now, and it has one for each example."""
    made = dict(importlib.import_module("generate_gallery").gallery())
    assert {name: _text(DOCS / name) for name in made} == made
    examples = {path.parent.name for path in (ROOT / "examples").glob("*/casebook.toml")}
    assert {Path(name).stem for name in made} - {"gallery"} == examples


def test_the_page_of_commands_is_fresh() -> None:
    """The help in the page is the help that the commands print."""
    assert _help_of_any_python(_generator().commands_page()) == _help_of_any_python(_text(DOCS / "commands.md"))


@pytest.mark.skipif(sys.platform == "win32", reason="the tutorial is played at a POSIX terminal")
@pytest.mark.parametrize("page", ["tutorial.md", "ledger.md"])
def test_what_is_played_is_true(page: str) -> None:
    """Whoever follows the tutorial, or the page of the ledger, sees what it shows."""
    assert _generator().PAGES[page]() == _text(DOCS / page)


def test_every_block_of_the_tutorial_is_played() -> None:
    """No command, edit or output of the tutorial stands without its mark."""
    text = _text(DOCS / "tutorial.md")
    blocks = re.findall(r"^```(\w+)$", text, re.MULTILINE)
    played = list(_generator()._BLOCK.finditer(text))
    assert len(blocks) == len(played) + sum(block["output"] is not None for block in played)


def test_every_public_name_is_documented() -> None:
    """Each name in `claimtrack.__all__` has a heading of its own in the reference."""
    headings = set(re.findall(r"^### (?:ct\.)?(\w+)$", _text(DOCS / "reference.md"), re.MULTILINE))
    assert [name for name in claimtrack.__all__ if name not in headings] == []


def test_every_law_and_every_name_of_the_kit_is_documented() -> None:
    """The page of the laws has each law of methods, opinions, formats and histories, and each name of the kit."""
    page = _text(DOCS / "laws.md")
    scores = (*testing.METHOD_LAWS, *testing.OPINION_LAWS)
    every = (*scores, *testing.FORMAT_LAWS, *testing.HISTORY_LAWS)
    assert [law.name for law in every if f"| **{law.name}** | {law.says} |" not in page] == []
    assert [name for name in testing.__all__ if f"| `{name}` |" not in page] == []


def test_every_command_is_documented() -> None:
    """Each command has a part of its own, and the tutorial or the README shows those that a newcomer needs."""
    from claimtrack.cli._commands import COMMANDS  # noqa: PLC0415
    from claimtrack.cli.main import main  # noqa: PLC0415

    named = re.findall(r"^##+ claimtrack ([\w -]+)$", _text(DOCS / "commands.md"), re.MULTILINE)
    assert sorted(COMMANDS) == sorted(named)
    assert [name for name in COMMANDS if main([*name.split(), "--help"]) != 0] == []
    used = set(re.findall(r"claimtrack (new|check|score|explain|report)\b", _text(DOCS / "tutorial.md")))
    assert used == {"new", "check", "score", "explain", "report"}


def test_every_problem_is_documented() -> None:
    """Each code that `check` can give stands in the page of the format."""
    page = _text(DOCS / "format.md")
    assert [kind.code for kind in _generator()._problems() if f"`{kind.code}`" not in page] == []


def test_every_rule_is_documented_with_its_examples() -> None:
    """The page has the casebooks that the tests of the rules run, for each rule both of them."""
    blocks = re.findall(r"^### (CT\d+) .+?```toml\n(.+?)```.+?```toml\n(.+?)```", _text(DOCS / "checks.md"), _SPREAD)
    shown = {code: (bad.strip(), clean.strip()) for code, bad, clean in blocks}
    assert shown == {rule.code: (rule.bad.strip(), rule.clean.strip()) for rule in RULES}


def test_a_desks_own_files_are_as_documented() -> None:
    """The files that the pages show are read."""
    blocks = re.findall(r"```toml\n(name = .+?)```", _text(DOCS / "checks.md") + _text(DOCS / "scales.md"), re.DOTALL)
    profile, words, grades = blocks
    assert claimtrack.checks.profile_from_toml(profile).level_of("CT802") == "off"
    assert len(claimtrack.scales.words_from_toml(words).terms) == 3
    assert claimtrack.scales.grades_from_toml(grades).convert("solid").code == "B"


def test_the_examples_of_modelling_make_one_casebook() -> None:
    """The blocks that belong together are a valid casebook."""
    blocks = re.findall(r"<!-- together -->\n```toml\n(.*?)```", _text(DOCS / "format.md"), re.DOTALL)
    book = claimtrack.loads("\n".join(blocks), format="toml")
    assert [len(book.statements), len(book.dependences), len(book.established)] == [7, 1, 1]


def _anchors(path: Path) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    heads = re.findall(
        r"^#+ (.+)$", re.sub(r"^```.*?^```$", "", _text(path), flags=re.DOTALL | re.MULTILINE), re.MULTILINE
    )
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_every_local_link_resolves(page: Path) -> None:
    """A link to a file or to a heading leads to one."""
    text = re.sub(r"^```.*?^```$", "", _text(page), flags=re.DOTALL | re.MULTILINE)
    broken = []
    for link in re.findall(r"\]\(([^)\s]+)\)", text):
        target, _, anchor = link.partition("#")
        if re.match(r"[a-z]+:", target):
            continue
        path = page.parent / target if target else page
        if not path.exists() or (anchor and anchor not in _anchors(path)):
            broken.append(link)
    assert broken == []


_MODULES = frozenset(
    path.relative_to(ROOT / "src" / "claimtrack").with_suffix("").as_posix().removesuffix("/__init__")
    for path in (ROOT / "src" / "claimtrack").rglob("*.py")
)
_NOT_OURS = frozenset({"dev", "ci", "deep", "nox", "chromium", "fail_under", "scales.json"})
"""Names in the pages that are neither modules nor defined in the code: of tools and of their settings."""


@cache
def _defined() -> frozenset[str]:
    """The names of all functions, classes, fields and constants in the code, and of the sessions of nox."""
    sources = [*(ROOT / "src").rglob("*.py"), *(ROOT / "tests").rglob("*.py"), ROOT / "noxfile.py"]
    trees = [node for path in sources for node in ast.walk(ast.parse(_text(path)))]
    named = {node.name for node in trees if isinstance(node, ast.FunctionDef | ast.ClassDef)}
    stored = {node.id for node in trees if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}
    arguments = {node.arg for node in trees if isinstance(node, ast.arg)}
    return frozenset(named | stored | arguments)


def _exists(name: str) -> bool:
    """Whether a name in a page is a module or package, a file of the project, or defined in the code."""
    path = name.removesuffix(".py").removesuffix(".pyi")
    module = path if "/" in path else path.replace(".", "/")
    return (
        any(found == module or found.endswith(f"/{module}") for found in _MODULES)
        or any((folder / name).exists() for folder in (ROOT, DOCS))
        or any((ROOT / "src" / "claimtrack").rglob(name))
        or name in _defined()
        or name in _NOT_OURS
    )


@pytest.mark.parametrize("page", ["docs/architecture.md", "CONTRIBUTING.md"])
def test_every_module_that_a_page_names_exists(page: str) -> None:
    """What stands in backticks and could be a module, a package or a file of the project is one, or is in the code."""
    prose = re.sub(r"```.*?```", "", _text(ROOT / page), flags=re.DOTALL)
    names = set(re.findall(r"`(_?[a-z][\w]*(?:[/.][\w.]+)*)`", prose))
    assert sorted(name for name in names if not _exists(name)) == []


def test_the_table_of_rooms_has_all_of_them() -> None:
    """Each room of the code stands in the table of the architecture, or is named just before it."""
    page = _text(DOCS / "architecture.md")
    start, end = page.index("## The rooms"), page.index("Import contracts")
    table = [line.split("|")[1] for line in page[start:end].splitlines() if line.startswith("| `")]
    named = {name for cell in table for name in re.findall(r"`(\w+)`", cell)} | {"_shortcut", "__main__"}
    assert {name for name in _MODULES if "/" not in name and name != "__init__"} == named


def test_the_glossary_has_every_word_of_a_list() -> None:
    """Where the glossary lists the values of a field, it lists all that the code takes."""
    page = _text(DOCS / "glossary.md")
    lists = {"lineage": Lineage, "terms": Terms, "status": Status, "confidence": Confidence}
    rows = {word: re.search(rf"^\| \*\*{word}\*\* \| (.+) \|$", page, re.MULTILINE) for word in lists}
    missing = {
        word: [value for value in get_args(values) if row is None or not re.search(rf"\b{value}\b", row[1])]
        for (word, values), row in zip(lists.items(), rows.values(), strict=True)
    }
    assert [word for word, values in missing.items() if values] == []
