"""How well supported is each claim, by whom, through whom, and what would change that?"""

__version__ = "0.1.0"
