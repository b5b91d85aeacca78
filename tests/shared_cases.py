"""Published cases that stand outside the project; the tests on them are skipped where they are not at hand."""

import json
import os
from collections.abc import Sized
from pathlib import Path
from typing import Any

import pytest


def published(name: str) -> list[dict[str, Any]]:
    """The cases of a file in the folder `cases` of what CLAIMTRACK_SHARED names; none where it is not set."""
    return _shared(f"cases/{name}", "cases") or []


def published_scales() -> dict[str, Any]:
    """The shared table of scales; nothing where CLAIMTRACK_SHARED is not set."""
    return _shared("scales.json", "scales") or {}


def needed(cases: Sized) -> Any:
    """A mark that skips a test, and says why, where there are no cases."""
    return pytest.mark.skipif(not cases, reason="set CLAIMTRACK_SHARED to the folder that holds cases and scales")


def _shared(name: str, key: str) -> Any:
    shared = os.environ.get("CLAIMTRACK_SHARED")
    path = Path(shared, name) if shared else None
    return json.loads(path.read_text(encoding="utf-8"))[key] if path and path.exists() else None
