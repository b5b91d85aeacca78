"""Checks: a linter for sourcing, with rules, profiles and standards."""

from claimtrack.checks.check import Checklist, Findings, check, rule_of
from claimtrack.checks.profile import PROFILES, Profile, profile_from_toml, profile_of
from claimtrack.checks.rule import SEVERITIES, Finding, Rule
from claimtrack.checks.rules import RULES, two_sources
from claimtrack.checks.standards import STANDARDS, Standard

__all__ = [
    "PROFILES",
    "RULES",
    "SEVERITIES",
    "STANDARDS",
    "Checklist",
    "Finding",
    "Findings",
    "Profile",
    "Rule",
    "Standard",
    "check",
    "profile_from_toml",
    "profile_of",
    "rule_of",
    "two_sources",
]
