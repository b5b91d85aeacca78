"""Profiles: which rules a desk holds itself to, and how much each matters there."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Literal

import attrs

from claimtrack._records import record
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import UnknownName

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
    standard: str | None = None
    """Id of the standard that it holds a casebook against; None for none."""
    levels: Mapping[str, Level] = attrs.field(factory=dict, hash=False)
    """By code, where it is not the rule's own severity."""

    def level_of(self, code: str) -> Level:
        """How much a rule matters under the profile."""
        return self.levels.get(code, _CODES[code].severity)


def _profile(name: str, title: str, **levels: Level) -> Profile:
    standard = None if name == "default" else name
    return Profile(id=name, name=title, standard=standard, levels=MappingProxyType(levels))


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
        UnknownName: there is no such profile.
    """
    if name not in PROFILES:
        raise UnknownName(kind="profile", seen=name, known=tuple(PROFILES))
    return PROFILES[name]
