from claimtrack.checks.custom_profile import (
    profile_from_toml as profile_from_toml,
)
from claimtrack.checks.engine import (
    Checklist as Checklist,
    Findings as Findings,
    check as check,
    rule_of as rule_of,
)
from claimtrack.checks.profiles import (
    PROFILES as PROFILES,
    Level as Level,
    Profile as Profile,
    profile_of as profile_of,
)
from claimtrack.checks.rule import (
    SEVERITIES as SEVERITIES,
    Finding as Finding,
    Rule as Rule,
)
from claimtrack.checks.rules import (
    RULES as RULES,
)
from claimtrack.checks.standards import (
    STANDARDS as STANDARDS,
    Standard as Standard,
)
