"""Hypothesis profiles: `dev` quick, `ci` the same every time, `deep` for long runs."""

from hypothesis import HealthCheck, settings

from profiles import PROFILE

# How often the premise of a law holds is measured where the laws are tested, so that it is no matter of health.
_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large, HealthCheck.filter_too_much]
settings.register_profile("dev", max_examples=10, deadline=None, suppress_health_check=_SLOW)
settings.register_profile("ci", max_examples=60, deadline=None, derandomize=True, suppress_health_check=_SLOW)
settings.register_profile("deep", max_examples=2000, deadline=None, suppress_health_check=_SLOW)
settings.load_profile(PROFILE)
