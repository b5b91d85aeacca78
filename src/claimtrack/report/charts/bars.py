"""How much of each claim is believed, disbelieved and not known; and the scale that the words are taken from."""

from collections.abc import Iterable

from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.pictures import Bar, Bars, Ruler, Zone
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent
from claimtrack.scoring.assessment import Score


def bars_figure(scores: Iterable[Score]) -> Figure:
    """Belief, disbelief and what is not known of some claims."""
    scores = list(scores)
    rows = tuple(
        (score.claim.text, per_cent(score.belief), per_cent(score.disbelief), per_cent(score.unknown))
        for score in scores
    )
    return Figure(
        caption="How much of each claim the evidence supports, how much it opposes, and what nothing speaks of.",
        picture=Bars(
            bars=tuple(
                Bar(label=score.claim.text, belief=score.belief, disbelief=score.disbelief, unknown=score.unknown)
                for score in scores
            )
        ),
        words=Table(headings=("Claim", "Believed", "Disbelieved", "Not known"), rows=rows),
    )


def zones_of(scale: LikelihoodScale) -> tuple[Zone, ...]:
    """The words of a scale, with the probabilities that they cover."""
    return tuple(Zone(word=term.label, low=term.low, high=term.high) for term in scale.terms)


def ruler_figure(scale: LikelihoodScale) -> Figure:
    """A likelihood scale, drawn."""
    rows = tuple((term.label, per_cent(term.low), per_cent(term.high)) for term in scale.terms)
    return Figure(
        caption=f"Likelihood words: {scale.name}. A touching edge belongs to the upper word.",
        picture=Ruler(name=scale.name, zones=zones_of(scale)),
        words=Table(headings=("Word", "From", "To"), rows=rows),
    )
