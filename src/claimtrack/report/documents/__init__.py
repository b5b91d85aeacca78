"""Whole documents other than the report of a casebook."""
