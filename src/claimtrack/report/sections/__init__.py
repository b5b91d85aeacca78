"""The sections of a report, each in the file of its title."""
