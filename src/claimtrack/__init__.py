"""How well supported is each claim, by whom, through whom, and what would change that?

Every name below is imported where it is first used, so that `import claimtrack` costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.checks import Finding, Findings, Profile, check
    from claimtrack.desk import grades_from_toml, profile_from_toml, words_from_toml
    from claimtrack.errors import ClaimtrackError, InvalidCasebook, Problem
    from claimtrack.explaining import (
        Account,
        Add,
        Closer,
        Comparison,
        Cut,
        Depend,
        Difference,
        Establish,
        Explanation,
        Inquiry,
        Regrade,
        Reprior,
        Retract,
        WhatIf,
        Withhold,
        compare,
        difference,
        explain,
        what_if,
    )
    from claimtrack.formats import dumps, json_schema, loads, read, read_texts, write
    from claimtrack.model import (
        Casebook,
        Claim,
        Confidential,
        Dependence,
        Document,
        Draft,
        Established,
        Link,
        Note,
        Policy,
        Question,
        Source,
        Standing,
        Statement,
        TextFile,
        diff,
        for_audience,
    )
    from claimtrack.network import Network, build
    from claimtrack.publishing import guard
    from claimtrack.report import (
        Report,
        compose,
        compose_account,
        compose_comparison,
        compose_difference,
        render,
        render_findings,
        sheets,
    )
    from claimtrack.scoring import (
        Ach,
        Argumentation,
        Assessment,
        Method,
        OriginCount,
        OriginEvidence,
        Override,
        Score,
        SubjectiveLogic,
        WeightOfEvidence,
        assess,
        score,
    )
    from claimtrack.values import Opinion, PartialDate, convert, word_for

__version__ = "0.1.0"

_HOMES = {
    "checks": ("Finding", "Findings", "Profile", "check"),
    "desk": ("grades_from_toml", "profile_from_toml", "words_from_toml"),
    "errors": ("ClaimtrackError", "InvalidCasebook", "Problem"),
    "explaining": (
        "Account",
        "Add",
        "Closer",
        "Comparison",
        "Cut",
        "Depend",
        "Difference",
        "Establish",
        "Explanation",
        "Inquiry",
        "Regrade",
        "Reprior",
        "Retract",
        "WhatIf",
        "Withhold",
        "compare",
        "difference",
        "explain",
        "what_if",
    ),
    "formats": ("dumps", "json_schema", "loads", "read", "read_texts", "write"),
    "model": (
        "Casebook",
        "Claim",
        "Confidential",
        "Dependence",
        "Document",
        "Draft",
        "Established",
        "Link",
        "Note",
        "Policy",
        "Question",
        "Source",
        "Standing",
        "Statement",
        "TextFile",
        "diff",
        "for_audience",
    ),
    "network": ("Network", "build"),
    "publishing": ("guard",),
    "report": (
        "Report",
        "compose",
        "compose_account",
        "compose_comparison",
        "compose_difference",
        "render",
        "render_findings",
        "sheets",
    ),
    "scoring": (
        "Ach",
        "Argumentation",
        "Assessment",
        "Method",
        "OriginCount",
        "OriginEvidence",
        "Override",
        "Score",
        "SubjectiveLogic",
        "WeightOfEvidence",
        "assess",
        "score",
    ),
    "values": ("Opinion", "PartialDate", "convert", "word_for"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Account",
    "Ach",
    "Add",
    "Argumentation",
    "Assessment",
    "Casebook",
    "Claim",
    "ClaimtrackError",
    "Closer",
    "Comparison",
    "Confidential",
    "Cut",
    "Depend",
    "Dependence",
    "Difference",
    "Document",
    "Draft",
    "Establish",
    "Established",
    "Explanation",
    "Finding",
    "Findings",
    "Inquiry",
    "InvalidCasebook",
    "Link",
    "Method",
    "Network",
    "Note",
    "Opinion",
    "OriginCount",
    "OriginEvidence",
    "Override",
    "PartialDate",
    "Policy",
    "Problem",
    "Profile",
    "Question",
    "Regrade",
    "Report",
    "Reprior",
    "Retract",
    "Score",
    "Source",
    "Standing",
    "Statement",
    "SubjectiveLogic",
    "TextFile",
    "WeightOfEvidence",
    "WhatIf",
    "Withhold",
    "__version__",
    "assess",
    "build",
    "check",
    "compare",
    "compose",
    "compose_account",
    "compose_comparison",
    "compose_difference",
    "convert",
    "diff",
    "difference",
    "dumps",
    "explain",
    "for_audience",
    "grades_from_toml",
    "guard",
    "json_schema",
    "loads",
    "profile_from_toml",
    "read",
    "read_texts",
    "render",
    "render_findings",
    "score",
    "sheets",
    "what_if",
    "word_for",
    "words_from_toml",
    "write",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home at its first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=None)
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
