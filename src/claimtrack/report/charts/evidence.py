"""The evidence by answer: a row for each origin, shaded by how strongly it speaks for or against each answer."""

from collections.abc import Iterator, Mapping, Sequence
from math import log2

from claimtrack._records import record
from claimtrack.analysis.sentences import name_of
from claimtrack.network.build import Network
from claimtrack.report.blocks import Figure, Table
from claimtrack.report.charts.answers import answers_of, draw_letter
from claimtrack.report.charts.drawing import LINE, SMALL, WIDE, draw_line, draw_rectangle, frame, measure, wrap, write
from claimtrack.report.markup import Markup
from claimtrack.scoring.assessment import Assessment, Voice
from claimtrack.text.words import capital, counted, listed, quoted

_MOST = 14
"""How many rows there are; the origins beyond, which tell the answers apart least, become one."""
_MOST_ANSWERS = 12
"""How many answers there are: the likeliest, each with a column wide enough for its letter on a telephone."""
_LEVELS = (0.05, 0.5, 2.0)
"""From how many doublings of the odds something speaks weakly, plainly and strongly."""
_WORDS = ("barely", "weakly", "", "strongly")
_NOTHING = "–"
_OUTRIGHT = {
    frozenset({"asserts"}): "says so outright",
    frozenset({"denies"}): "denies it outright",
    frozenset({"asserts", "denies"}): "speaks outright",
}
"""How an origin speaks of the answers themselves, by its stances."""
_SIGNS = ("·", "({})", "{}", "{}{}")
_NAMES, _NARROW_NAMES, _NARROWEST, _LEAST_HEAD = 300.0, 132.0, 600.0, 84.0
_CAPTION = "What each origin, alone, does to each answer; what tells the answers apart most stands first."


@record
class EvidenceRow:
    """An origin, or those that are left, and what it does to each answer."""

    name: str
    """Its name, unescaped."""
    notes: str
    """What it says, unescaped."""
    cells: tuple[float, ...]
    """For each answer: doublings of its odds; negative where it speaks against it."""


@record
class EvidenceChart:
    """Origins down and answers across, with a shaded cell where an origin speaks for or against an answer."""

    answers: tuple[str, ...]
    """The answers, unescaped, the likeliest first."""
    rows: tuple[EvidenceRow, ...]
    """The origins, those that tell the answers apart most first."""

    def draw(self, number: int, *, wide: float = WIDE) -> Markup:
        """The matrix as SVG: each answer above its column or, where there is little room, by a letter."""
        left = _NAMES if wide >= _NARROWEST else _NARROW_NAMES
        each = (wide - left) / max(len(self.answers), 1)
        drawn, y = self._draw_head(left, each, wide)
        for row in self.rows:
            names = wrap(row.name, left - 12.0, most=4, bold=True)
            # On a telephone there is room for names alone; the table in words has the rest.
            notes = wrap(row.notes, left - 12.0, most=2, size=SMALL) if wide >= _NARROWEST else []
            height = LINE * max(len(names) + len(notes), 2) + 8.0
            drawn.append(draw_line("tick", 0, y, wide, y))
            drawn.append(write(*names, x=0.0, y=y + 15.0, anchor="start", kind="strong"))
            if notes:
                drawn.append(write(*notes, x=0.0, y=y + 15.0 + LINE * len(names), anchor="start", kind="soft"))
            for place, bits in enumerate(row.cells):
                drawn += _draw_cell(bits, left + each * place + 2.0, y + 2.0, each - 4.0, height - 4.0)
            y += height
        drawn.append(draw_line("tick", 0, y, wide, y))
        title = f"The evidence by answer: {counted(len(self.rows), 'row')}, {counted(len(self.answers), 'answer')}"
        return frame("evidence", title, number, *drawn, width=wide, height=y + 2.0)

    def _draw_head(self, left: float, each: float, wide: float) -> tuple[list[Markup], float]:
        if each >= _LEAST_HEAD:
            heads = [wrap(answer, each - 12.0, most=8) for answer in self.answers]
            height = LINE * max(map(len, heads), default=0)
            drawn = [
                write(*head, x=left + each * (place + 0.5), y=12.0 + height - LINE * len(head))
                for place, head in enumerate(heads)
            ]
            return drawn, height + 8.0
        drawn, y = [], 0.0
        for place, answer in enumerate(self.answers):
            text = wrap(answer, wide - 26.0, most=3)
            drawn += [draw_letter(place, 9.0, y + 10.0), write(*text, x=26.0, y=y + 14.0, anchor="start")]
            y += LINE * len(text) + 8.0
        drawn += [draw_letter(place, left + each * (place + 0.5), y + 12.0) for place in range(len(self.answers))]
        return drawn, y + 26.0


def chart_evidence(assessment: Assessment, question: str) -> Figure | None:
    """Show what each origin does to each answer of a question; None where nobody speaks of any.

    A cell is what the origin says of the answer itself and over links: by how many doublings that alone moves its odds.
    What it does to an answer only by speaking of a rival is not in it, so that evidence that fits two answers is not
    shown against either.

    Args:
        assessment: the scores.
        question: the id of the question.

    Cost: linear in the voices on the answers shown, and sorting answers and origins.

    References:
        [heuer-1999] for the matrix, and for putting first what tells the answers apart.
    """
    network = assessment.network
    answers, _ = answers_of(assessment, question)
    every = next(one.claims for one in network.casebook.questions if one.id == question)
    claims = tuple(sorted(every, key=lambda claim: -assessment[claim].probability))[:_MOST_ANSWERS]
    voices: dict[str, dict[str, list[Voice]]] = {}
    for claim in claims:
        for voice in assessment[claim].estimate.voices:
            voices.setdefault(voice.origin, {}).setdefault(claim, []).append(voice)
    said = _said_by_origin(network, claims, voices)
    rows = [
        EvidenceRow(
            name=capital(name_of(network, origin)),
            notes=listed(said[origin], most=2),
            cells=tuple(_bits(mine.get(claim, ())) for claim in claims),
        )
        for origin, mine in voices.items()
    ]
    if not rows:
        return None
    rows.sort(key=lambda row: min(row.cells) - max(row.cells))
    if len(rows) > _MOST:
        rows = [*rows[: _MOST - 1], _rest(rows[_MOST - 1 :])]
    texts = tuple(answer.text for answer in answers[:_MOST_ANSWERS])
    fewer = f" The {len(claims)} likeliest of {len(every)} answers." if len(every) > len(claims) else ""
    return Figure(
        caption=f"{_CAPTION}{fewer}",
        picture=EvidenceChart(answers=texts, rows=tuple(rows)),
        words=Table(
            headings=("Origin", "What it says", *texts),
            rows=tuple((row.name, row.notes, *map(say_strength, row.cells)) for row in rows),
        ),
    )


def say_strength(bits: float) -> str:
    """How strongly something speaks for or against an answer, in words.

    Example:
        >>> [say_strength(bits) for bits in (3.0, 1.0, 0.1, 0.0, -1.0)]
        ['strongly for', 'for', 'weakly for', '–', 'against']
    """
    return f"{_WORDS[_level(bits)]} {'for' if bits > 0.0 else 'against'}".strip() if bits else _NOTHING


def _level(bits: float) -> int:
    return sum(abs(bits) >= edge for edge in _LEVELS)


def _said_by_origin(
    network: Network, claims: Sequence[str], voices: Mapping[str, Mapping[str, Sequence[Voice]]]
) -> dict[str, list[str]]:
    """What each origin says: that it speaks of the answers outright, and the findings by which it bears on them."""
    stances: dict[str, set[str]] = {}
    for claim in claims:
        for chain in network.chains[claim]:
            stances.setdefault(chain.statement.origin, set()).add(chain.statement.stance)
    findings = {link.id: link.from_claim for claim in claims for link in network.inflow.get(claim, ())}
    said: dict[str, list[str]] = {}
    for origin, mine in voices.items():
        links = (name for heard in mine.values() for voice in heard for name in voice.links)
        texts = dict.fromkeys(quoted(network.claims[findings[name]].text) for name in links if name in findings)
        said[origin] = [*([_OUTRIGHT[frozenset(stances[origin])]] if origin in stances else []), *texts]
    return said


def _bits(voices: Sequence[Voice]) -> float:
    """What an origin does to the odds of an answer, in doublings: the strongest for it less the strongest against."""
    strongest = {
        side: max((one.weight for one in voices if one.side == side), default=0.0) for side in ("for", "against")
    }
    return log2(1.0 + strongest["for"]) - log2(1.0 + strongest["against"])


def _rest(rows: Sequence[EvidenceRow]) -> EvidenceRow:
    """The origins that tell the answers apart least, as one row with the strongest of their cells."""
    cells = tuple(max(column, key=abs) for column in zip(*(row.cells for row in rows), strict=True))
    return EvidenceRow(name=f"{len(rows)} more origins", notes="each at most as shown", cells=cells)


def _draw_cell(bits: float, x: float, y: float, width: float, height: float) -> Iterator[Markup]:
    level = _level(bits)
    side = "for" if bits > 0.0 else "against"
    kind = f"{side}-{level}" if level else "neutral"
    yield draw_rectangle(f"cell {kind}", x, y, width, height, corner=2)
    words = wrap(say_strength(bits), width - 4.0, most=2, size=SMALL)
    if any(measure(word, SMALL) > width - 4.0 for word in say_strength(bits).split()):
        words = [_SIGNS[level].format(*["+" if bits > 0.0 else "−"] * 2)]
    yield write(*words, x=x + width / 2.0, y=y + height / 2.0 + 4.0 - LINE * (len(words) - 1) / 2.0, kind=f"on-{kind}")
