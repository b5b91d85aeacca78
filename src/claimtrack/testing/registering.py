"""Registers the strategies of records with Hypothesis, which calls this through an entry point when it is imported."""

from collections.abc import Callable
from importlib import import_module
from typing import Any

_STRATEGIES = {
    "Casebook": "casebooks",
    "Source": "sources",
    "Claim": "claims",
    "Question": "questions",
    "Statement": "statements",
    "Link": "links",
    "Dependence": "dependences",
    "Established": "established",
    "Document": "documents",
    "Note": "notes",
}
"""For each record, the strategy that makes it up."""


def register() -> None:
    """Let `st.from_type` make up casebooks and their records; no strategy is made before it is asked for."""
    from hypothesis.strategies import register_type_strategy  # noqa: PLC0415 (this runs where it is imported)

    model: Any = import_module("claimtrack.model")
    for record, strategy in _STRATEGIES.items():
        register_type_strategy(getattr(model, record), _by_name(strategy))


def _by_name(name: str) -> Callable[[type], Any]:
    return lambda _: getattr(import_module("claimtrack.testing.generate.strategies"), name)()
