from claimtrack._public_fields import Condition as Condition, Guarded as Guarded
from claimtrack.privacy.labels import (
    Appearance as Appearance,
    Appearances as Appearances,
    Attribution as Attribution,
    NameLabels as NameLabels,
    PublicStatement as PublicStatement,
)
from claimtrack.privacy.redact import Redaction as Redaction, Text as Text
from claimtrack.privacy.secrets import Protected as Protected, Shared as Shared
from claimtrack.privacy.selection import Clean as Clean, Ids as Ids, NameLeft as NameLeft, Selected as Selected
from claimtrack.text.name_matcher import Find as Find, HiddenName as HiddenName, NameMatcher as NameMatcher
