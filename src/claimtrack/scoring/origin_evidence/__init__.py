"""The default method: evidence by origin, from its inputs to its trace."""
