"""Whole documents, each composed of sections, with what it says as data."""
