"""What to find out next: the few questions whose answers would move the judgments most."""

from collections.abc import Iterable

from claimtrack.analysis.information_value import Inquiry
from claimtrack.report.blocks import Bullets, Section, make_section
from claimtrack.report.inquiries import choose_inquiries, rank_inquiries, tell_inquiry
from claimtrack.scoring.assessment import Assessment

_MOST_ELSE = 5


def write_next_questions(assessment: Assessment, inquiries: Iterable[Inquiry], *, most: int) -> Section:
    """The questions most worth asking, each with the claim that it moves, and from what to what."""
    chosen = choose_inquiries(assessment.network, inquiries)[:most]
    items = tuple(tell_inquiry(assessment, inquiry) for inquiry in chosen)
    return make_section("What to find out next", Bullets(items=items, numbered=True))


def write_other_questions(assessment: Assessment, inquiries: Iterable[Inquiry], claim: str) -> Section:
    """What else to find out about one claim, beside the most telling question, which its card has."""
    chosen = rank_inquiries(assessment, inquiries, claim)[1:_MOST_ELSE]
    items = tuple(tell_inquiry(assessment, inquiry, claim) for inquiry in chosen)
    return make_section("What else to find out", Bullets(items=items, numbered=True))
