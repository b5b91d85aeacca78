"""Rules and findings: what a check looks for, and what it found where."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cached_property
from typing import Literal, NamedTuple

import attrs

from claimtrack._packaged import read_packaged
from claimtrack._records import constant_record, record, without_texts
from claimtrack.model.casebook import Casebook
from claimtrack.model.statements import Statement
from claimtrack.model.waivers import waivers_of
from claimtrack.network.build import Network, build
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.scoring.assess import assess
from claimtrack.scoring.assessment import Assessment
from claimtrack.text.quotes import PreparedText, QuoteCheck, check_quote

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""How serious a finding is, the most serious first."""


class Hit(NamedTuple):
    """What a rule found: a record, and what is wrong with it. The engine makes a finding of it."""

    collection: str
    """The collection, such as `claims`; `casebook` for the whole."""
    id: str
    """The id of the record; empty for the whole casebook."""
    text: str
    """What was found, in a sentence that names records by their ids."""
    field: str = ""
    """The field concerned, if it is a single one."""
    also: tuple[tuple[str, str], ...] = ()
    """What it says too, of other rules: the code of each, and the id of the record that it is about."""

    def __repr__(self) -> str:
        return without_texts(self)


@attrs.frozen(eq=False, slots=False)
class CaseUnderCheck:
    """What a rule looks at: an assessment, and the texts of the documents that are at hand."""

    assessment: Assessment
    texts: Mapping[str, PreparedText]
    codes: Mapping[str, str]
    """The code of each rule, by its code and by its name."""
    off: frozenset[str] = frozenset()
    """The codes of the rules that are switched off."""
    redaction: Redaction = attrs.field(default=attrs.Factory(lambda case: redact(case.book), takes_self=True))
    """What the public would see of the casebook."""
    earlier: "tuple[Finding, ...]" = ()
    """What the other rules found, for a rule that looks back at their findings."""

    def __repr__(self) -> str:
        return without_texts(self)

    @property
    def network(self) -> Network:
        """The network that was assessed."""
        return self.assessment.network

    @property
    def book(self) -> Casebook:
        """The casebook."""
        return self.assessment.network.casebook

    def has_waiver(self, code: str, record: str) -> bool:
        """Whether a note waives a rule for one record."""
        return (code, record) in self._waived

    @cached_property
    def _waived(self) -> frozenset[tuple[str | None, str | None]]:
        return frozenset((waiver.code, waiver.about) for waiver in waivers_of(self.book, self.codes))

    @cached_property
    def quotes(self) -> tuple[tuple[Statement, QuoteCheck | None], ...]:
        """The quotes of statements that stand, each with its check."""
        return tuple((statement, check) for statement, check in self.all_quotes if statement.stands)

    @cached_property
    def all_quotes(self) -> tuple[tuple[Statement, QuoteCheck | None], ...]:
        """Each statement with a quote, and the check of that quote; None where the document's text is not at hand."""
        return tuple(
            (statement, None if text is None else check_quote(statement.quote, text))
            for statement in self.book.statements
            if statement.quote
            for text in (self.texts.get(statement.document or ""),)
        )

    def rescored(self, casebook: Casebook, claims: Iterable[str]) -> Assessment:
        """Some claims as they would be scored in another casebook. Cost: that of building it and scoring them."""
        mine = self.assessment
        return assess(build(casebook), method=mine.method, words=mine.words, only=claims)


MOST_RESCORED = 20
"""How often one rule may score anew, so that its cost stays linear; what it finds beyond that has no number."""

Finder = Callable[[CaseUnderCheck], Iterator[Hit]]
"""The function of a rule: it finds the records that break the rule."""


@constant_record
class Rule:
    """One thing that good sourcing avoids and that a machine can see.

    Its two example casebooks stand in `checks/examples/`, in files named after its code.
    """

    code: str
    """Its code, such as `CT101`."""
    name: str
    """Its name, a few words joined by hyphens."""
    severity: Severity
    """How serious a finding is unless a profile says otherwise."""
    standards: tuple[str, ...]
    """Ids of the standards that it comes from."""
    says: str
    """What it finds, in a sentence."""
    why: str
    """Why that matters."""
    fix: str
    """What to do about it."""
    find: Finder = attrs.field(repr=False)
    """Finds the records that break it."""
    looks_back: bool = False
    """Whether it looks at what the other rules found, and so runs after them."""

    @property
    def bad(self) -> str:
        """The smallest casebook, in TOML, in which it finds something."""
        return read_packaged("claimtrack.checks", f"examples/{self.code}.bad.toml")

    @property
    def clean(self) -> str:
        """A casebook, in TOML, in which no rule finds anything."""
        return read_packaged("claimtrack.checks", f"examples/{self.code}.clean.toml")


def declare(
    code: str,
    name: str,
    severity: Severity,
    *,
    standards: tuple[str, ...],
    says: str,
    why: str,
    fix: str,
    looks_back: bool = False,
) -> Callable[[Finder], Rule]:
    """Make a rule of the function below it, which finds what the rule is about; `RULES` collects it from its module."""

    def make(find: Finder) -> Rule:
        find.__qualname__ += ".find"  # where it stands from now on, and where unpickling looks for it
        return Rule(
            code=code,
            name=name,
            severity=severity,
            standards=standards,
            says=says,
            why=why,
            fix=fix,
            find=find,
            looks_back=looks_back,
        )

    return make


@record
class Finding:
    """One thing found in one place."""

    code: str
    """The code of the rule."""
    name: str
    """The name of the rule."""
    severity: Severity
    """How serious it is under the profile."""
    collection: str
    """The collection, such as `claims`; `casebook` for the whole."""
    id: str
    """The id of the record; empty for the whole casebook."""
    place: str
    """Where: a path such as `claims[3].text`, counted from 0."""
    text: str
    """What was found."""
    waived: str | None = None
    """Why it may stand, if a note waives it; None otherwise."""
    also: tuple[tuple[str, str], ...] = attrs.field(default=(), repr=False)
    """The findings that it says too, each by the code of its rule and the id of its record; they are not told again."""

    def __repr__(self) -> str:
        """The rule, how serious it is, and the place; not the text, which names records."""
        return f"<Finding {self.code} {self.name}, {self.severity}, at {self.place or 'the casebook'}>"
