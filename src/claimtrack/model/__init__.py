"""The data model: records, the casebook, the draft, and the projection for an audience."""
