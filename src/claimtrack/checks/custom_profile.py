"""A desk's own profile: which rules it holds itself to, and how much each matters there."""

from types import MappingProxyType
from typing import Any, get_args

from claimtrack.checks.profiles import PROFILES, Level, Profile
from claimtrack.checks.rules import RULES
from claimtrack.errors.base import nearest
from claimtrack.errors.problems import NotOneOf, UnknownKey
from claimtrack.toml_settings import Settings

_CODES = tuple(rule.code for rule in RULES)
_LEVELS = get_args(Level)


def profile_from_toml(text: str) -> Profile:
    r"""A desk's own profile: a `name`, what it is `based_on`, and under `[rules]` a level for each code.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.

    Example:
        >>> profile_from_toml('name = "Our desk"\n[rules]\nCT101 = "error"').level_of("CT101")
        'error'
    """
    settings = Settings(text, "the profile")
    name = settings.text("name", "the name of the desk")
    based_on = settings.word("based_on", PROFILES, default="default")
    levels: dict[str, Any] = dict(PROFILES[based_on].levels)
    for code, level in settings.table("rules").items():
        place = f"rules.{code}"
        if code not in _CODES:
            settings.wrong(UnknownKey(place=place, near=nearest(code, _CODES)))
        elif level not in _LEVELS:
            near = nearest(str(level), _LEVELS)
            settings.wrong(NotOneOf(place=place, seen=str(level), allowed=_LEVELS, near=near))
        else:
            levels[code] = level
    settings.done()
    return Profile(id="own", name=name, standard=PROFILES[based_on].standard, levels=MappingProxyType(levels))
