"""Standards: what each asks for in our words, and by which rules it is seen whether a casebook does it."""

from collections.abc import Callable

from claimtrack._records import record
from claimtrack.checks.rule import Desk


@record
class Item:
    """One thing that a standard asks for."""

    asks: str
    """What, in our words."""
    codes: tuple[str, ...]
    """The rules whose findings show that it is not done."""
    applies: Callable[[Desk], bool]
    """Whether a casebook has anything that it is about."""


@record
class Standard:
    """A standard, as far as a machine can hold a casebook against it."""

    id: str
    """Its short name."""
    name: str
    """Its name."""
    seen: str
    """What of its wording was seen, and where it was not."""
    items: tuple[Item, ...]
    """What it asks for."""


def _always(_: Desk) -> bool:
    return True


def _claims(desk: Desk) -> bool:
    return any(score.estimate.judged for score in desk.assessment.scores.values())


def _unnamed(desk: Desk) -> bool:
    return any(source.protected for source in desk.book.sources)


def _people(desk: Desk) -> bool:
    return any(source.kind == "person" for source in desk.book.sources)


def _quotes(desk: Desk) -> bool:
    return any(check is not None for _, check in desk.quotes)


def _rivals(desk: Desk) -> bool:
    return any(len(question.claims) > 1 for question in desk.book.questions)


def _dates(desk: Desk) -> bool:
    return any(s.stated or s.published or s.observed for s in desk.book.statements)


def _documents(desk: Desk) -> bool:
    return bool(desk.book.documents)


_VERBATIM = ("CT501", "CT502", "CT503")

STANDARDS = (
    Standard(
        id="ap",
        name="Associated Press: anonymous sources and quotes",
        seen="Seen as others quote it, not in the agency's own edition.",
        items=(
            Item(asks="Unnamed sources know from themselves", codes=("CT105",), applies=_unnamed),
            Item(asks="More than one source where it matters", codes=("CT101", "CT102"), applies=_claims),
            Item(asks="Terms of attribution are agreed", codes=("CT702",), applies=_people),
            Item(asks="What would identify an unnamed source is not told", codes=("CT703", "CT704"), applies=_unnamed),
            Item(asks="Quotes are what was said", codes=_VERBATIM, applies=_quotes),
            Item(asks="Those accused were asked", codes=("CT801",), applies=_claims),
        ),
    ),
    Standard(
        id="bbc",
        name="BBC Editorial Guidelines: accuracy and sources",
        seen="Passages seen as published; not the whole chapter.",
        items=(
            Item(asks="Not a single source alone", codes=("CT101", "CT104"), applies=_claims),
            Item(asks="Interests of those who speak are weighed", codes=("CT301", "CT302"), applies=_claims),
            Item(asks="Terms are agreed with people who are relied on", codes=("CT702",), applies=_people),
            Item(asks="Quotes keep their sense", codes=_VERBATIM, applies=_quotes),
            Item(asks="Those accused were asked", codes=("CT801",), applies=_claims),
            Item(asks="Footage is placed in time and space", codes=("CT803",), applies=_documents),
        ),
    ),
    Standard(
        id="reuters",
        name="Reuters: anonymous sources",
        seen="Seen as others quote it, not in the agency's own handbook.",
        items=(
            Item(asks="No single unnamed source", codes=("CT101",), applies=_unnamed),
            Item(asks="Unnamed sources have direct knowledge", codes=("CT105",), applies=_unnamed),
            Item(asks="Terms are agreed", codes=("CT702",), applies=_people),
        ),
    ),
    Standard(
        id="ifcn",
        name="International Fact-Checking Network: code of principles",
        seen="Seen as published.",
        items=(
            Item(asks="Sources can be checked by readers", codes=("CT506", "CT804"), applies=_documents),
            Item(asks="Quotes are what was said", codes=_VERBATIM, applies=_quotes),
            Item(asks="Evidence to the contrary was looked for", codes=("CT802",), applies=_claims),
            Item(asks="Claims are worded as they would be checked", codes=("CT401",), applies=_claims),
            Item(asks="Those checked could answer", codes=("CT801",), applies=_claims),
            Item(asks="Dates fit", codes=("CT601",), applies=_dates),
        ),
    ),
    Standard(
        id="icd203",
        name="US ICD 203: analytic standards",
        seen="Seen as published; its nine standards are covered in part.",
        items=(
            Item(asks="Likelihood and confidence are kept apart", codes=("CT403",), applies=_always),
            Item(asks="Judgments about the future are marked", codes=("CT402", "CT404"), applies=_claims),
            Item(asks="Assumptions are told from evidence", codes=("CT108",), applies=_claims),
            Item(asks="Alternatives are analysed", codes=("CT106",), applies=_rivals),
            Item(asks="Contrary evidence was looked for", codes=("CT802",), applies=_claims),
            Item(asks="Deception was considered", codes=("CT304",), applies=_claims),
        ),
    ),
    Standard(
        id="icd206",
        name="US ICD 206: sourcing requirements",
        seen="Seen in part; the wording of the source summary statement was not.",
        items=(
            Item(asks="Sources are described by their quality", codes=("CT201", "CT202"), applies=_claims),
            Item(asks="What rests on a single source is known", codes=("CT101", "CT104"), applies=_claims),
            Item(asks="Access to the information is known", codes=("CT105", "CT302"), applies=_claims),
            Item(asks="No circular sourcing", codes=("CT103", "CT507"), applies=_claims),
        ),
    ),
    Standard(
        id="berkeley",
        name="Berkeley Protocol on digital open source investigations",
        seen="Its preservation criteria were seen; the rest of its wording was not.",
        items=(
            Item(asks="Provenance is traced to an origin", codes=("CT103", "CT104"), applies=_claims),
            Item(asks="Sources are told apart", codes=("CT701",), applies=_claims),
            Item(asks="Time and place of images are verified", codes=("CT803",), applies=_documents),
            Item(asks="Chronology holds", codes=("CT601", "CT602"), applies=_dates),
            Item(asks="Items are preserved with a digest or an archived copy", codes=("CT804",), applies=_documents),
            Item(asks="People at risk cannot be told", codes=("CT703", "CT704"), applies=_unnamed),
        ),
    ),
)
"""The standards, each with what of it can be seen in a casebook."""
