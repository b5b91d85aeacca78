"""A desk's own settings, as small TOML files: the rules it holds itself to, its words and its grades."""

from claimtrack.desk.profiles import profile_from_toml
from claimtrack.desk.scales import grades_from_toml, scale_from_toml, words_from_toml

__all__ = ["grades_from_toml", "profile_from_toml", "scale_from_toml", "words_from_toml"]
