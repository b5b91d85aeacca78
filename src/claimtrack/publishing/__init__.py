"""Publishing: a second net below the projection, which looks for what is protected in what is about to be written."""

from claimtrack.publishing.guard import guard

__all__ = ["guard"]
