"""The ledger: the append-only history of a case in an SQLite file, with its plain form, its chain and its seal."""

from claimtrack.ledger.chain import Damage, Head
from claimtrack.ledger.importing import Imported, Salvaged, export_lines, import_casebook, import_lines, salvage
from claimtrack.ledger.ledger import Entry, Ledger
from claimtrack.ledger.verifying import Verification, read_seal, verify, write_seal

__all__ = [
    "Damage",
    "Entry",
    "Head",
    "Imported",
    "Ledger",
    "Salvaged",
    "Verification",
    "export_lines",
    "import_casebook",
    "import_lines",
    "read_seal",
    "salvage",
    "verify",
    "write_seal",
]
