"""Checks: a linter for sourcing, with rules, profiles and standards."""

from claimtrack.checks.check import Checklist, Findings, check, rule_of
from claimtrack.checks.profile import PROFILES, Level, Profile, profile_of
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
    "Level",
    "Profile",
    "Rule",
    "Standard",
    "check",
    "profile_of",
    "rule_of",
    "two_sources",
]
