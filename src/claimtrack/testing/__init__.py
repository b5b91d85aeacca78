"""Laws that scoring methods, opinions, formats and histories keep, and made-up casebooks to try them on.

Every name below is imported where it is first used. The strategies and the checks need Hypothesis
(`pip install 'claimtrack[testing]'`); laws, verdicts and casebooks made up from seeds do not.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimtrack.testing.checking import (
        LawsBroken,
        check_format,
        check_history,
        check_method,
        check_opinion,
        parametrize_methods,
    )
    from claimtrack.testing.choosing import Chance, Chooser
    from claimtrack.testing.judging import StaleExcuse, Verdict, law_of, smallest, verdict_of, verdicts
    from claimtrack.testing.law import Broken, Law, Scorer, Unmet, given, hold, scorer_of, tried
    from claimtrack.testing.laws import FORMAT_LAWS, HISTORY_LAWS, METHOD_LAWS, OPINION_LAWS, Format
    from claimtrack.testing.made import a_casebook
    from claimtrack.testing.pasts import a_history
    from claimtrack.testing.records import Limits
    from claimtrack.testing.shapes import SHAPES
    from claimtrack.testing.shrinking import shrunk
    from claimtrack.testing.strategies import (
        casebooks,
        cases,
        claims,
        dependences,
        documents,
        established,
        links,
        notes,
        questions,
        sources,
        statements,
    )

_HOMES = {
    "checking": ("LawsBroken", "check_format", "check_history", "check_method", "check_opinion", "parametrize_methods"),
    "choosing": ("Chance", "Chooser"),
    "law": ("Broken", "Law", "Scorer", "Unmet", "given", "hold", "scorer_of", "tried"),
    "laws": ("FORMAT_LAWS", "HISTORY_LAWS", "METHOD_LAWS", "OPINION_LAWS", "Format"),
    "made": ("a_casebook",),
    "pasts": ("a_history",),
    "records": ("Limits",),
    "shapes": ("SHAPES",),
    "shrinking": ("shrunk",),
    "strategies": (
        "casebooks",
        "cases",
        "claims",
        "dependences",
        "documents",
        "established",
        "links",
        "notes",
        "questions",
        "sources",
        "statements",
    ),
    "judging": ("StaleExcuse", "Verdict", "law_of", "smallest", "verdict_of", "verdicts"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "FORMAT_LAWS",
    "HISTORY_LAWS",
    "METHOD_LAWS",
    "OPINION_LAWS",
    "SHAPES",
    "Broken",
    "Chance",
    "Chooser",
    "Format",
    "Law",
    "LawsBroken",
    "Limits",
    "Scorer",
    "StaleExcuse",
    "Unmet",
    "Verdict",
    "a_casebook",
    "a_history",
    "casebooks",
    "cases",
    "check_format",
    "check_history",
    "check_method",
    "check_opinion",
    "claims",
    "dependences",
    "documents",
    "established",
    "given",
    "hold",
    "law_of",
    "links",
    "notes",
    "parametrize_methods",
    "questions",
    "scorer_of",
    "shrunk",
    "smallest",
    "sources",
    "statements",
    "tried",
    "verdict_of",
    "verdicts",
]


def __getattr__(name: str) -> object:
    """Import a public name from its home at its first use (PEP 562)."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}", name=name, obj=None)
    value: object = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
