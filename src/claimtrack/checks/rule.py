"""Rules and findings: what a check looks for, and what it found where."""

from collections.abc import Callable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

import attrs

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.records import Statement
from claimtrack.network.build import Network
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.quotes import Prepared, QuoteCheck, check_quote

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""How much a finding matters, the most first."""


class Found(NamedTuple):
    """What a rule found: the collection and id of a record, and what is the matter with it."""

    collection: str
    """The collection, such as `claims`; `casebook` for the whole."""
    id: str
    """The id of the record; empty for the whole casebook."""
    text: str
    """What was found, in a sentence that names records by their ids."""
    field: str = ""
    """The field that it is about, where it is one."""


@attrs.frozen(eq=False, slots=False)
class Desk:
    """What rules look at: an assessment, and the texts of the documents that are at hand."""

    assessment: Assessment
    texts: Mapping[str, Prepared]
    codes: Mapping[str, str]
    """The code of each rule, by its code and by its name."""
    off: frozenset[str] = frozenset()
    """The codes of the rules that are not looked at."""
    earlier: "tuple[Finding, ...]" = ()
    """What the other rules found, for a rule that looks at that."""

    @property
    def network(self) -> Network:
        """The network that was assessed."""
        return self.assessment.network

    @property
    def book(self) -> Casebook:
        """The casebook."""
        return self.assessment.network.casebook

    @cached_property
    def quotes(self) -> tuple[tuple[Statement, QuoteCheck | None], ...]:
        """Each statement with a quote, and what came of holding it to its document; None where there is no text."""
        return tuple(
            (statement, None if text is None else check_quote(statement.quote, text))
            for statement in self.book.statements
            if statement.quote and statement.stands
            for text in (self.texts.get(statement.document or ""),)
        )


@record
class Rule:
    """One thing that good sourcing avoids, and that a machine can see."""

    code: str
    """Its code, such as `CT101`."""
    name: str
    """Its name, a few words joined by hyphens."""
    severity: Severity
    """How much a finding matters unless a profile says otherwise."""
    standards: tuple[str, ...]
    """Ids of the standards that it comes from."""
    says: str
    """What it finds, in a sentence."""
    why: str
    """Why that matters."""
    mend: str
    """What to do about it."""
    find: Callable[[Desk], Iterator[Found]]
    """Finds it."""
    bad: str
    """The smallest casebook, in TOML, in which it finds something."""
    clean: str
    """A casebook, in TOML, in which all is well."""
    looks_back: bool = False
    """Whether it looks at what the other rules found, and so comes after them."""


@record
class Finding:
    """One thing found in one place."""

    code: str
    """The code of the rule."""
    name: str
    """The name of the rule."""
    severity: Severity
    """How much it matters under the profile."""
    collection: str
    """The collection, such as `claims`; `casebook` for the whole."""
    id: str
    """The id of the record; empty for the whole casebook."""
    place: str
    """Where: a path such as `claims[3].text`, counted from 0."""
    text: str
    """What was found."""
    waived: str | None = None
    """Why the desk lets it stand; None where it does not."""
