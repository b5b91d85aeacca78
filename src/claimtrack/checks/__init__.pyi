from claimtrack.checks.engine import (
    Checklist as Checklist,
    ChecklistAnswer as ChecklistAnswer,
    Findings as Findings,
    check as check,
    rule_of as rule_of,
)
from claimtrack.checks.profiles import (
    PROFILES as PROFILES,
    Profile as Profile,
    SeverityOrOff as SeverityOrOff,
    profile_from_toml as profile_from_toml,
    profile_of as profile_of,
)
from claimtrack.checks.publishing import ensure_publishable as ensure_publishable
from claimtrack.checks.rule import (
    SEVERITIES as SEVERITIES,
    CaseUnderCheck as CaseUnderCheck,
    Finder as Finder,
    Finding as Finding,
    Hit as Hit,
    Rule as Rule,
    Severity as Severity,
)
from claimtrack.checks.rules import RULES as RULES
from claimtrack.checks.standards import STANDARDS as STANDARDS, Requirement as Requirement, Standard as Standard
from claimtrack.text.quotes import (
    ChangedWords as ChangedWords,
    PreparedText as PreparedText,
    QuoteCheck as QuoteCheck,
    QuoteKind as QuoteKind,
)
from claimtrack.text.tokens import Token as Token, Tokens as Tokens
from claimtrack.text.typography import PlainText as PlainText
