"""Published cases that stand outside the project; the tests on them are skipped where they are not at hand."""

import json
import os
from pathlib import Path
from typing import Any

import pytest


def published(name: str) -> list[dict[str, Any]]:
    """The cases of a file in the folder `cases` of what CLAIMTRACK_SHARED names; none where it is not set."""
    shared = os.environ.get("CLAIMTRACK_SHARED")
    if not shared:
        return []
    return json.loads((Path(shared) / "cases" / name).read_text(encoding="utf-8"))["cases"]


def needed(cases: list[Any]) -> Any:
    """A mark that skips a test, and says why, where there are no cases."""
    return pytest.mark.skipif(not cases, reason="set CLAIMTRACK_SHARED to the folder that holds cases/*.json")
