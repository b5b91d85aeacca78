"""The commands: each module runs the one of its name, and gives the status that it ends with."""
