"""Profiles, built in or a desk's own: which rules apply, and how serious each is."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

import attrs

from claimtrack._records import constant_record
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import UnknownName
from claimtrack.errors.problems import NotOneOf, UnknownKey
from claimtrack.model.validators import kind_of
from claimtrack.toml_settings import TomlSettings

SeverityOrOff = Literal["error", "warning", "info", "off"]
"""How serious a rule is to a desk, or that it is switched off."""

_RULES = {rule.code: rule for rule in RULES}


@constant_record
class Profile:
    """A set of rules, each with how serious it is."""

    id: str
    """The name by which calls and commands ask for it."""
    name: str
    """What it stands for."""
    standard: str | None = None
    """Id of the standard that it checks a casebook against; None for none."""
    levels: Mapping[str, SeverityOrOff] = attrs.field(factory=dict, hash=False)
    """By code, where it differs from the rule's own severity."""

    def level_of(self, code: str) -> SeverityOrOff:
        """How serious a rule is under the profile."""
        return self.levels.get(code, _RULES[code].severity)


def _profile(name: str, title: str, **levels: SeverityOrOff) -> Profile:
    standard = None if name == "default" else name
    return Profile(id=name, name=title, standard=standard, levels=MappingProxyType(levels))


_BUILT_IN = (
    _profile("default", "claimtrack's own"),
    _profile("ap", "Associated Press, anonymous sources", CT101="error", CT102="warning", CT105="error", CT702="error"),
    _profile(
        "bbc",
        "BBC Editorial Guidelines, accuracy",
        CT101="warning",
        CT102="warning",
        CT301="warning",
        CT801="error",
    ),
    _profile("reuters", "Reuters, anonymous sources", CT101="error", CT105="error", CT702="error"),
    _profile(
        "ifcn",
        "International Fact-Checking Network, code of principles",
        CT506="warning",
        CT802="warning",
        CT801="error",
    ),
    _profile("icd203", "ICD 203, analytic standards", CT106="error", CT108="error", CT402="error", CT802="warning"),
    _profile("icd206", "ICD 206, sourcing requirements", CT201="error", CT202="error", CT101="warning", CT104="error"),
    _profile(
        "berkeley",
        "Berkeley Protocol on digital open source investigations",
        CT701="error",
        CT803="error",
        CT804="warning",
    ),
)
PROFILES: Mapping[str, Profile] = MappingProxyType({profile.id: profile for profile in _BUILT_IN})
"""The profiles that come with the library, by name."""


def profile_of(name: str) -> Profile:
    """The built-in profile of that name.

    Raises:
        UnknownName: there is no such profile.
    """
    if name not in PROFILES:
        raise UnknownName(kind="profile", seen=name, known=tuple(PROFILES))
    return PROFILES[name]


def profile_from_toml(text: str) -> Profile:
    r"""A desk's own profile: a `name`, what it is `based_on`, and under `[rules]` a level for each code.

    The same file may have the desk's masthead, under `[page]`.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.

    Example:
        >>> profile_from_toml('name = "Our desk"\n[rules]\nCT101 = "error"').level_of("CT101")
        'error'
    """
    settings = TomlSettings(text, "the profile")
    settings.leave("page")
    name = settings.text("name", "the name of the desk")
    based_on = PROFILES[settings.word("based_on", PROFILES, default="default")]
    allowed = get_args(SeverityOrOff)
    levels = dict(based_on.levels)
    for code, level in settings.table("rules").items():
        place = f"rules.{code}"
        if code not in _RULES:
            settings.wrong(UnknownKey(place=place, near=settings.near(code, _RULES)))
        elif level not in allowed:
            seen = level if isinstance(level, str) else kind_of(level)
            settings.wrong(NotOneOf(place=place, seen=seen, allowed=allowed, near=settings.near(seen, allowed)))
        else:
            levels[code] = level
    settings.done()
    return Profile(id="own", name=name, standard=based_on.standard, levels=MappingProxyType(levels))
