"""How a command ends."""

__all__ = ["FINE", "PROBLEMS", "WRONG_USE"]

FINE, PROBLEMS, WRONG_USE = 0, 1, 2
"""All is well; the input has problems; the command was not asked for as it should be."""
