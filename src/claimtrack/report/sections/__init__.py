"""The sections of a report; those that are one idea share a file."""
