"""How much is tried: little by default (`dev`), more in CI (`ci`), for hours in long runs (`deep`)."""

import os
from typing import TypeVar

_T = TypeVar("_T")

PROFILE = os.environ.get("CLAIMTRACK_PROFILE", "dev")


def by_profile(*, dev: _T, ci: _T, deep: _T) -> _T:
    """The value for the profile that was chosen; an unknown one is an error."""
    return {"dev": dev, "ci": ci, "deep": deep}[PROFILE]
