from claimtrack.ledger.chain import Damage as Damage, Head as Head, Row as Row
from claimtrack.ledger.import_export import (
    Imported as Imported,
    Salvaged as Salvaged,
    export_lines as export_lines,
    import_casebook as import_casebook,
    import_lines as import_lines,
    salvage as salvage,
)
from claimtrack.ledger.ledger import Entry as Entry, Ledger as Ledger
from claimtrack.ledger.lock import Patience as Patience
from claimtrack.ledger.verification import (
    Verification as Verification,
    read_seal as read_seal,
    verify as verify,
    write_seal as write_seal,
)
