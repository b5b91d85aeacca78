"""Casebooks as files: TOML and JSON, the private file, and the JSON Schema."""
