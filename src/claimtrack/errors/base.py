"""What every error of the library is."""

__all__ = ["ClaimtrackError"]


class ClaimtrackError(Exception):
    """What every error of the library is."""

    def __str__(self) -> str:
        """The message: what was seen, where, what was expected, the nearest right name."""
        return self.says()

    def says(self) -> str:
        """The facts of the error in a sentence."""
        return type(self).__name__
