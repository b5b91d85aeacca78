"""What to find out next: the questions most worth asking, with their answers."""

from collections.abc import Iterable, Sequence

from claimtrack.analysis.information_value import Inquiry
from claimtrack.network.build import Network
from claimtrack.report.blocks import Bullets, Section, make_section
from claimtrack.report.prose import describe_inquiry

_MOST_QUESTIONS = 5


def write_next_questions(network: Network, inquiries: Sequence[Inquiry]) -> Section:
    """The few questions most worth asking."""
    return make_section("What to find out next", list_questions(network, inquiries[:_MOST_QUESTIONS]))


def list_questions(network: Network, inquiries: Iterable[Inquiry]) -> Bullets:
    """Questions with their answers, the most worth asking first."""
    return Bullets(items=tuple(describe_inquiry(network, inquiry) for inquiry in inquiries), numbered=True)
