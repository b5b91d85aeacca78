"""Hypothesis profiles: `dev` quick, `ci` the same every time, `deep` for long runs; and which tests are slow."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from profiles import PROFILE

# How often the premise of a law holds is measured where the laws are tested, so that it is no matter of health.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("dev", max_examples=10, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(PROFILE)

_TESTS = Path(__file__).parent
_SLOW_FOLDERS = {"laws", "meta", "faults"}
_SLOW_FILES = {"test_browser.py", "test_docs.py", "test_outside.py", "test_checking.py"}
"""A browser, pages that are made and played, projects of others, and the kit of laws tried on itself."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what takes long as `slow`, so that `pytest -m "not slow"` is the quick suite."""
    for item in items:
        if item.path.is_relative_to(_TESTS):
            folder = item.path.relative_to(_TESTS).parts[0]
            if folder in _SLOW_FOLDERS or item.path.name in _SLOW_FILES:
                item.add_marker(pytest.mark.slow)
