"""Profiles: which rules a desk holds itself to, and how much each matters there."""

import tomllib
from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal, get_args

import attrs

from claimtrack._record import record
from claimtrack.checks.rules import RULES
from claimtrack.errors import (
    BadSyntax,
    InvalidCasebook,
    MissingField,
    NotOneOf,
    Problem,
    UnknownFormat,
    UnknownKey,
    WrongType,
    nearest,
)

__all__ = ["PROFILES", "Level", "Profile", "profile_from_toml", "profile_of"]

Level = Literal["error", "warning", "info", "off"]
"""How much a rule matters to a desk; off: it is not looked at."""

_CODES = {rule.code: rule for rule in RULES}


@record
class Profile:
    """A set of rules, each with how much it matters."""

    id: str
    """The name by which calls and commands ask for it."""
    name: str
    """What it stands for."""
    levels: Mapping[str, Level] = attrs.field(factory=dict, hash=False)
    """By code, where it is not the rule's own severity."""

    def level_of(self, code: str) -> Level:
        """How much a rule matters under the profile."""
        return self.levels.get(code, _CODES[code].severity)


def _profile(name: str, title: str, **levels: Level) -> Profile:
    return Profile(id=name, name=title, levels=MappingProxyType(levels))


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        profile.id: profile
        for profile in (
            _profile("default", "claimtrack's own"),
            _profile(
                "ap",
                "Associated Press, anonymous sources",
                CT101="error",
                CT102="warning",
                CT105="error",
                CT702="error",
            ),
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
            _profile(
                "icd203", "ICD 203, analytic standards", CT106="error", CT108="error", CT402="error", CT802="warning"
            ),
            _profile(
                "icd206", "ICD 206, sourcing requirements", CT201="error", CT202="error", CT101="warning", CT104="error"
            ),
            _profile(
                "berkeley",
                "Berkeley Protocol on digital open source investigations",
                CT701="error",
                CT803="error",
                CT804="warning",
            ),
        )
    }
)
"""The profiles that come with the library."""


def profile_of(name: str) -> Profile:
    """The profile of that name.

    Raises:
        UnknownFormat: there is no such profile.
    """
    if name not in PROFILES:
        raise UnknownFormat(seen=name, known=tuple(PROFILES), near=nearest(name, PROFILES), kind="profile")
    return PROFILES[name]


def profile_from_toml(text: str) -> Profile:
    r"""A desk's own profile: a `name`, what it is `based_on`, and under `[rules]` a level for each code.

    Raises:
        InvalidCasebook: the text has problems; all of them are listed.

    Example:
        >>> profile_from_toml('name = "Our desk"\n[rules]\nCT101 = "error"').level_of("CT101")
        'error'
    """
    try:
        raw = tomllib.loads(text)
    except (ValueError, RecursionError) as error:
        raise InvalidCasebook(problems=(BadSyntax(place="", language="TOML", reason=str(error).lower()),)) from None
    problems: list[Problem] = [
        UnknownKey(place=key, near=nearest(key, ("name", "based_on", "rules")))
        for key in raw
        if key not in ("name", "based_on", "rules")
    ]
    name, based_on, rules = raw.get("name"), raw.get("based_on", "default"), raw.get("rules", {})
    if not isinstance(name, str):
        problems.append(MissingField(place="name", expected="the name of the desk"))
    if based_on not in PROFILES:
        near = nearest(str(based_on), PROFILES)
        problems.append(NotOneOf(place="based_on", seen=str(based_on), allowed=tuple(PROFILES), near=near))
    if not isinstance(rules, dict):
        problems.append(WrongType(place="rules", seen="something else", expected="a table of codes and levels"))
        rules = {}
    for code, level in rules.items():
        if code not in _CODES:
            problems.append(UnknownKey(place=f"rules.{code}", near=nearest(code, _CODES)))
        elif level not in get_args(Level):
            near = nearest(str(level), get_args(Level))
            problems.append(NotOneOf(place=f"rules.{code}", seen=str(level), allowed=get_args(Level), near=near))
    if problems:
        raise InvalidCasebook(problems=tuple(problems), path="the profile")
    levels = {**PROFILES[based_on].levels, **rules}
    return Profile(id="own", name=str(name), levels=MappingProxyType(levels))
