from claimtrack.model.casebook import (
    Audience as Audience,
    Casebook as Casebook,
    Independence as Independence,
    Policy as Policy,
    Record as Record,
)
from claimtrack.model.claims import (
    Claim as Claim,
    ClaimKind as ClaimKind,
    Link as Link,
    Question as Question,
    Sign as Sign,
    StrengthWord as StrengthWord,
)
from claimtrack.model.documents import Document as Document, TextFile as TextFile
from claimtrack.model.draft import Draft as Draft
from claimtrack.model.notes import Note as Note, NoteKind as NoteKind
from claimtrack.model.sources import (
    Confidential as Confidential,
    Dependence as Dependence,
    DependenceKind as DependenceKind,
    Established as Established,
    Grade as Grade,
    Source as Source,
    SourceKind as SourceKind,
)
from claimtrack.model.statements import (
    Lineage as Lineage,
    PropensityWord as PropensityWord,
    Relay as Relay,
    Stance as Stance,
    Standing as Standing,
    StandingIs as StandingIs,
    Statement as Statement,
    Terms as Terms,
)
