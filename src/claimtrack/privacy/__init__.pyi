from claimtrack._public_fields import Condition as Condition, Guarded as Guarded
from claimtrack.privacy.attribution import (
    Appearance as Appearance,
    Appearances as Appearances,
    Attribution as Attribution,
    PublicStatement as PublicStatement,
)
from claimtrack.privacy.labels import NameLabels as NameLabels
from claimtrack.privacy.redact import Redaction as Redaction, Text as Text
from claimtrack.privacy.secrets import Protected as Protected, Shared as Shared
from claimtrack.privacy.selection import Clean as Clean, Ids as Ids, NameLeft as NameLeft, Selected as Selected
from claimtrack.text.name_index import HiddenName as HiddenName
from claimtrack.text.name_matcher import Find as Find, NameMatcher as NameMatcher
