"""The casebook that tests start from where only what is added to it matters."""

import claimtrack as ct

FELL = ct.Claim(id="fell", text="It fell.")


def fell_and(*records: object) -> ct.Casebook:
    """A casebook of one claim, that it fell, and some records."""
    return ct.Casebook(claims=(FELL,)).with_records(*records)  # type: ignore[arg-type]
