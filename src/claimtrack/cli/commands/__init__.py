"""The commands: those that are one idea share a module, in which each has its `prepare` function."""
