"""The casebook that the clean examples begin with: two origins that saw it, graded, and a search for the contrary."""

SOURCES = """\
[[sources]]
id = "log"
name = "The harbour log"
kind = "record"
reliability = "B"

[[sources]]
id = "pilot"
name = "Ines Roth, pilot"
kind = "official"
reliability = "B"
"""

CLAIM = """
[[claims]]
id = "sank"
text = "The ferry sank on 3 May."
"""

BASE = (
    SOURCES
    + CLAIM
    + """
[[statements]]
id = "s-log"
origin = "log"
claim = "sank"
stance = "asserts"
lineage = "recorded"
terms = "on the record"

[[statements]]
id = "s-pilot"
origin = "pilot"
claim = "sank"
stance = "asserts"
lineage = "witnessed"
terms = "on the record"

[[notes]]
kind = "search made"
about = "sank"
text = "We asked three shipping offices for any sign of the ferry after that day."
"""
)
