"""The data model: records, the casebook, the draft, and the projection for an audience."""

from claimtrack.model.audience import for_audience
from claimtrack.model.casebook import Audience, Casebook, Change, Record, diff
from claimtrack.model.draft import Draft
from claimtrack.model.records import (
    Claim,
    Confidential,
    Dependence,
    Document,
    Established,
    Link,
    Note,
    Policy,
    Question,
    Source,
    Standing,
    Statement,
    TextFile,
)

__all__ = [
    "Audience",
    "Casebook",
    "Change",
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
    "Record",
    "Source",
    "Standing",
    "Statement",
    "TextFile",
    "diff",
    "for_audience",
]
