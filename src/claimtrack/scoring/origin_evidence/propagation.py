"""The survey: what reaches every claim, in an order in which what feeds a claim comes before it.

Where claims feed each other in a ring, each is worked out without itself, between a lower and an upper track.
"""

from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

import attrs

from claimtrack.network.build import Network
from claimtrack.network.links import Knot, Node, knots_of
from claimtrack.scoring.assessment import SIDES, Side as SideName
from claimtrack.scoring.origin_evidence.aggregation import NOTHING, Feed, Pool, Side, merged, pooled
from claimtrack.scoring.origin_evidence.inputs import Ground
from claimtrack.scoring.origin_evidence.link_transfer import ANYTHING, FALLEN, Standing, boundless, carried, standing
from claimtrack.scoring.origin_evidence.weights import HARSH, KIND, POINT, Reading
from claimtrack.scoring.rival_normalisation import odds_of_rivals

_ENOUGH = 1e-12
_FEWEST_ROUNDS, _MOST_ROUNDS, _MOST_WORK = 5, 1000, 200_000


class Track(NamedTuple):
    """How one of the two tracks reads what is said."""

    supporting: Reading
    """The reading of what supports a claim."""
    opposing: Reading
    """The reading of what opposes it."""


Tracks = tuple[Track, Track]
"""The lower and the upper track."""

AS_THINGS_STAND: Tracks = (Track(POINT, POINT), Track(POINT, POINT))
BOUNDS: Tracks = (Track(HARSH, KIND), Track(KIND, HARSH))


class View(NamedTuple):
    """What one track shows of a claim."""

    supporting: Pool
    opposing: Pool


class Views(NamedTuple):
    """What the two tracks show of a claim; the same value twice where they agree."""

    lower: View
    upper: View


Standings = Mapping[str, Standing]
_Pair = tuple[Standings, Standings]
"""The standings on the lower and on the upper track."""


def survey(ground: Ground, tracks: Tracks, *, largest_ring: int) -> Iterator[Mapping[str, Views]]:
    """What reaches each claim on the two tracks: the claims of a node at a time, in the order of the knots.

    Args:
        ground: what is said and linked.
        tracks: how the two tracks read it.
        largest_ring: in a ring of more claims than these, links inside it carry nothing where both tracks read
            alike; where they do not, nothing on the lower and all that they can carry on the upper track.

    Cost: linear where no claims form a ring. A ring of n claims costs n times its enclosure without one of them.

    References:
        The rule that a claim's score uses the graph without it is the cavity method's.
    """
    return _Survey(ground, tracks, largest_ring).whole()


@attrs.define
class _Survey:
    ground: Ground
    tracks: Tracks
    largest_ring: int
    _direct: dict[tuple[str, SideName, Reading], Side] = attrs.field(factory=dict, init=False)
    _supported: dict[str, list[str]] = attrs.field(factory=dict, init=False)

    @property
    def network(self) -> Network:
        return self.ground.network

    def whole(self) -> Iterator[Mapping[str, Views]]:
        """The views of every claim, node by node."""
        lower: dict[str, Standing] = {}
        upper: dict[str, Standing] = {}
        speakers = {link.from_claim for rows in self.network.inflow.values() for link in rows}
        for knot in self.network.knots:
            here = self._knot(knot, (lower, upper))
            yield from here
            speaking = {claim: seen for views in here for claim, seen in views.items() if claim in speakers}
            if not speaking:
                continue
            if self._is_worked_out(knot):
                carried_on = self._settled(knot.nodes, (lower, upper))
            else:
                carried_on = self._standings(
                    knot.nodes, {claim: seen for views in here for claim, seen in views.items()}
                )
            lower.update(carried_on[0])
            upper.update(carried_on[1])

    def _is_worked_out(self, knot: Knot) -> bool:
        return knot.is_ring and knot.size <= self.largest_ring

    def _knot(self, knot: Knot, known: _Pair) -> list[dict[str, Views]]:
        if not knot.is_ring:
            return [self._views(knot.nodes[0], known)]
        if not self._is_worked_out(knot):
            around = _over(self._open(knot.nodes), known)
            return [self._views(node, around) for node in knot.nodes]
        return [
            self._views(node, _over(self._settled([other for other in knot.nodes if other != node], known), known))
            for node in knot.nodes
        ]

    def _open(self, nodes: Iterable[Node]) -> _Pair:
        """What may come from claims that are not worked out: nothing, or where the tracks read apart anything."""
        claims = [claim for node in nodes for claim in node]
        most = FALLEN if self.tracks[0] == self.tracks[1] else ANYTHING
        return dict.fromkeys(claims, FALLEN), dict.fromkeys(claims, most)

    def _settled(self, nodes: Sequence[Node], known: _Pair) -> _Pair:
        """The standings of some nodes, given those of what leads to them from elsewhere; all other links are cut."""
        lower: dict[str, Standing] = {}
        upper: dict[str, Standing] = {}
        around = _over((lower, upper), known)
        for knot in knots_of(nodes, self.network.inflow):
            if knot.is_ring:
                found = self._enclosed(knot, around)
            else:
                found = self._standings(knot.nodes, self._views(knot.nodes[0], around))
            lower.update(found[0])
            upper.update(found[1])
        return lower, upper

    def _enclosed(self, ring: Knot, around: _Pair) -> _Pair:
        """The standings of a ring between two tracks that close in on each other.

        The lower track starts where nothing is carried (κ = 0), the upper where everything is (κ = 1). In each round
        every origin is led along its best path, as much as each claim keeps; then each claim is weighed again. Support
        comes from the own track and attacks from the other, so each round raises the one and lowers the other.
        """
        claims = [claim for node in ring.nodes for claim in node]
        pair: _Pair = (dict.fromkeys(claims, FALLEN), dict.fromkeys(claims, boundless(NOTHING)))
        for _ in range(self._rounds(ring)):
            led = (self._led(ring, 0, pair[0], around[0]), self._led(ring, 1, pair[1], around[1]))
            inside = _over(led, around)
            views = {claim: seen for node in ring.nodes for claim, seen in self._views(node, inside).items()}
            before, pair = pair, self._standings(ring.nodes, views)
            if all(_close(before[track][claim], pair[track][claim]) for track in (0, 1) for claim in claims):
                break
        if all(_close(pair[0][claim], pair[1][claim]) for claim in claims):
            return pair[0], pair[0]
        return pair

    def _led(self, ring: Knot, track: int, standings: Standings, around: Standings) -> Standings:
        """The standings of a ring with what reaches each claim for it when every origin takes its best path.

        Each step leads every origin one claim further, by as much as the claims before it keep; it ends since a way
        round a ring always weighs less than the way that it began with.
        """
        reading = self.tracks[track].supporting
        claims = [claim for node in ring.nodes for claim in node]
        base = {
            claim: [self._told(claim, "for", reading), *(feed.side for feed in self._feeds(claim, "for", around))]
            for claim in claims
        }
        reached = {claim: standings[claim]._replace(side=merged(sides)) for claim, sides in base.items()}
        stale = dict.fromkeys(claims)
        while stale:
            found = {
                claim: merged([*base[claim], *(feed.side for feed in self._feeds(claim, "for", reached))])
                for claim in stale
            }
            moved = {claim: side for claim, side in found.items() if side != reached[claim].side}
            reached |= {claim: reached[claim]._replace(side=side) for claim, side in moved.items()}
            stale = dict.fromkeys(other for claim in moved for other in self._fed(claim) if other in reached)
        return reached

    def _fed(self, claim: str) -> Sequence[str]:
        """The claims that a claim supports."""
        if not self._supported:
            for other in self.network.families:
                for bearing in self.ground.bearings(other, "for"):
                    self._supported.setdefault(bearing.source, []).append(other)
        return self._supported.get(claim, ())

    def _rounds(self, ring: Knot) -> int:
        """How often to go round: often, unless the ring is so large that every round is long."""
        claims = {claim for node in ring.nodes for claim in node}
        bearings = (bearing for claim in claims for side in SIDES for bearing in self.ground.bearings(claim, side))
        links = sum(bearing.source in claims for bearing in bearings)
        return max(_FEWEST_ROUNDS, min(_MOST_ROUNDS, _MOST_WORK // max(links, 1) ** 2))

    def _views(self, node: Node, known: _Pair) -> dict[str, Views]:
        """What the tracks show of the claims of a node."""
        views = {}
        for claim in node:
            lower = self._view(claim, self.tracks[0], known[0], known[1])
            alike = self.tracks[0] == self.tracks[1] and self._are_alike(claim, known)
            views[claim] = Views(lower, lower if alike else self._view(claim, self.tracks[1], known[1], known[0]))
        return views

    def _are_alike(self, claim: str, known: _Pair) -> bool:
        bearings = (bearing for side in SIDES for bearing in self.ground.bearings(claim, side))
        return all(known[0].get(bearing.source) is known[1].get(bearing.source) for bearing in bearings)

    def _view(self, claim: str, track: Track, own: Standings, other: Standings) -> View:
        groups = self.network.groups
        return View(
            pooled(self._told(claim, "for", track.supporting), self._feeds(claim, "for", own), groups),
            pooled(self._told(claim, "against", track.opposing), self._feeds(claim, "against", other), groups),
        )

    def _told(self, claim: str, side: SideName, reading: Reading) -> Side:
        """What reaches a claim by statements alone; kept for those that are looked at again and again."""
        if not self.network.inflow:
            return self.ground.direct(claim, side, reading)
        key = (claim, side, reading)
        if key not in self._direct:
            self._direct[key] = self.ground.direct(claim, side, reading)
        return self._direct[key]

    def _feeds(self, claim: str, side: SideName, sources: Standings) -> list[Feed]:
        """What comes over the links to one side of a claim; nothing from a claim whose standing is not known."""
        return [
            carried(bearing.link, bearing.strength, source)
            for bearing in self.ground.bearings(claim, side)
            if (source := sources.get(bearing.source, FALLEN)) is not FALLEN
        ]

    def _standings(self, nodes: Iterable[Node], views: Mapping[str, Views]) -> _Pair:
        lower: dict[str, Standing] = {}
        upper: dict[str, Standing] = {}
        for node in nodes:
            family = self.network.families[node[0]]
            above = odds_of_rivals(family, lambda claim: _theta(views[claim].lower))
            alike = all(views[claim].lower is views[claim].upper for claim in node)
            below = above if alike else odds_of_rivals(family, lambda claim: _theta(views[claim].upper))
            for claim in node:
                seen = views[claim]
                lower[claim] = standing(seen.lower.supporting, seen.lower.opposing, below[claim])
                upper[claim] = (
                    lower[claim] if alike else standing(seen.upper.supporting, seen.upper.opposing, above[claim])
                )
        return lower, upper


def _over(inside: _Pair, around: _Pair) -> _Pair:
    """Standings that come before others, on each track."""
    return ChainMap(inside[0], around[0]), ChainMap(inside[1], around[1])  # type: ignore[arg-type]


def _theta(view: View) -> float:
    """θ = (1 + E⁺)/(1 + E⁻)."""
    return (1.0 + view.supporting.weight) / (1.0 + view.opposing.weight)


def _close(one: Standing, other: Standing) -> bool:
    """Whether two standings keep the same but for rounding."""
    return all(_near(a, b) for a, b in zip(one[1:], other[1:], strict=True))


def _near(one: float, other: float) -> bool:
    return one == other or abs(one - other) <= _ENOUGH * (1.0 + abs(one))
