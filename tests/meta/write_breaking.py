"""Write breaking.py, the sets of laws that the wrong methods break: `python tests/meta/write_breaking.py`, in minutes.

Look at what changes in it: a set that grows says that a law forbids more than its sentence.
"""

import sys
from collections.abc import Mapping
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEEDS = 6

_START = '''"""For each wrong method the laws that it is there for, and what it breaks in so many cases."""

from collections.abc import Mapping

__all__ = ["BREAKING", "SEEDS"]

SEEDS = {seeds}

BREAKING: Mapping[str, set[str]] = {{
'''


def written(sets: Mapping[str, list[str]]) -> str:
    """The text of the module."""
    lines = []
    for name, laws in sorted(sets.items()):
        every = "".join(f'        "{law}",\n' for law in laws)
        lines.append(f'    "{name}": {{\n{every}    }},\n' if laws else f'    "{name}": set(),\n')
    return _START.format(seeds=SEEDS) + "".join(lines) + "}\n"


def main() -> None:
    """Try every wrong method on every law."""
    sys.path.insert(0, str(HERE.parent))
    from claimtrack.testing import METHOD_LAWS, scorer_of, verdict_of  # noqa: PLC0415
    from meta.every import WRONG  # noqa: PLC0415

    sets = {
        method.kind.__name__: [
            law.name
            for law in METHOD_LAWS
            if WRONG[law.name] == method or verdict_of(law, scorer_of(method), examples=SEEDS).word == "broken"
        ]
        for method in WRONG.values()
    }
    (HERE / "breaking.py").write_text(written(sets), encoding="utf-8")


if __name__ == "__main__":
    main()
