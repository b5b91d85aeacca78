"""The commands of `claimtrack ledger`, one module each."""
