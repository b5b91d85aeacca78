"""The sections of a report, named by what they show."""
