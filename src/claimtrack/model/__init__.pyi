from claimtrack.model.casebook import (
    Audience as Audience,
    Casebook as Casebook,
    Record as Record,
)
from claimtrack.model.draft import (
    Draft as Draft,
)
from claimtrack.model.records import (
    Claim as Claim,
    Confidential as Confidential,
    Dependence as Dependence,
    Document as Document,
    Established as Established,
    Link as Link,
    Note as Note,
    Policy as Policy,
    Question as Question,
    Source as Source,
    Standing as Standing,
    Statement as Statement,
    TextFile as TextFile,
)
