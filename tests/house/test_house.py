"""What must hold of the project itself: its imports and its examples."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
EXAMPLE = ROOT / "examples" / "border_lockdowns"


def _run(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, text=True, check=False)


def test_importing_the_root_loads_nothing_costly() -> None:
    """`import claimtrack` loads neither attrs, cattrs, tabulate, sqlite3 nor any optional package."""
    code = (
        "import sys, claimtrack; "
        "print(sorted({'attr', 'attrs', 'cattrs', 'tabulate', 'sqlite3', 'networkx', 'numpy'} & set(sys.modules)))"
    )
    assert _run("-c", code).stdout.strip() == "[]"


@pytest.mark.parametrize(
    "folder", ["border_lockdowns", "dam_release", "denial_and_admission", "ten_outlets", "three_events"]
)
@pytest.mark.parametrize(
    ("name", "command"),
    [
        ("report.txt", "report --full --audience internal --format text"),
        ("brief.md", "report --audience public --format markdown"),
        ("case.svg", "picture --audience public --format svg"),
    ],
)
def test_the_example_reports_are_fresh(folder: str, name: str, command: str) -> None:
    """The reports and the picture beside an example's casebook are the ones that the casebook gives now."""
    example = ROOT / "examples" / folder
    done = _run("-m", "claimtrack", *command.split(), str(example / "casebook.toml"))
    assert done.stdout == (example / name).read_text(encoding="utf-8")


def test_the_example_in_code_is_the_example_in_toml() -> None:
    """`build.py` builds the same casebook as the file."""
    import claimtrack  # noqa: PLC0415

    done = _run(str(EXAMPLE / "build.py"))
    assert done.returncode == 0, done.stderr
    built = claimtrack.loads(done.stdout, format="json")
    assert claimtrack.diff(claimtrack.read(EXAMPLE / "casebook.toml"), built) == ()


def test_nothing_in_the_project_names_this_machine() -> None:
    """No tracked text carries a path of the machine that it was written on."""
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if tracked.returncode != 0:
        files = [path for path in ROOT.rglob("*") if path.is_file() and ".venv" not in path.parts]
    else:
        files = [ROOT / line for line in tracked.stdout.splitlines()]
    marks = ("/work" + "/main", "/root" + "/")
    guilty = [
        path.name
        for path in files
        if path.suffix in {".py", ".md", ".toml"} and any(m in path.read_text(encoding="utf-8") for m in marks)
    ]
    assert guilty == []
