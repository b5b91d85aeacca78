"""A case as a graph in the text of Graphviz (DOT) and of Mermaid."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.report.charts.case.panel import Panel
from claimtrack.report.charts.case.parts import width_of
from claimtrack.scales.words import per_cent
from claimtrack.text.escape import one_line


class _Node(NamedTuple):
    """An origin, a finding or an answer."""

    name: str
    kind: str
    lines: tuple[str, ...]


class _Edge(NamedTuple):
    """What one node does to another."""

    start: str
    end: str
    against: bool
    sure: bool
    width: float


def write_dot(panels: Iterable[Panel]) -> str:
    """Write panels as a graph in DOT.

    Example:
        >>> print(write_dot(()))
        digraph case {
          rankdir=LR;
          node [fontname="Helvetica", fontsize=11];
        }
        <BLANKLINE>
    """
    shapes = {"origin": "box", "finding": "box, style=rounded", "answer": "box, penwidth=2"}
    lines = ["digraph case {", "  rankdir=LR;", '  node [fontname="Helvetica", fontsize=11];']
    for panel, nodes, edges, frames in _parts(panels):
        for node in nodes:
            label = "\\n".join(map(_escape_dot, node.lines))
            lines.append(f'  {node.name} [shape={shapes[node.kind]}, label="{label}"];')
        for place, (relay, members) in enumerate(frames.items()):
            inside = " ".join(f"{name};" for name in members)
            lines.append(f'  subgraph cluster_{panel}_{place} {{ label="Through {_escape_dot(relay)}"; {inside} }}')
        for edge in edges:
            style = (
                f'color="{"#c0560c" if edge.against else "#1f5a94"}", arrowhead={"tee" if edge.against else "normal"}'
            )
            broken = "" if edge.sure else ", style=dashed"
            lines.append(f"  {edge.start} -> {edge.end} [{style}, penwidth={edge.width:.1f}{broken}];")
    return "\n".join([*lines, "}", ""])


def write_mermaid(panels: Iterable[Panel]) -> str:
    """Write panels as a flowchart in Mermaid.

    Example:
        >>> print(write_mermaid(()))
        flowchart LR
        <BLANKLINE>
    """
    lines = ["flowchart LR"]
    shapes = {"origin": ("[", "]"), "finding": ("(", ")"), "answer": ("[[", "]]")}
    styles: list[str] = []
    for panel, nodes, edges, frames in _parts(panels):
        for node in nodes:
            start, end = shapes[node.kind]
            label = "<br/>".join(map(_escape_mermaid, node.lines))
            lines.append(f'  {node.name}{start}"{label}"{end}')
        for place, (relay, members) in enumerate(frames.items()):
            lines.append(f'  subgraph frame{panel}x{place}["Through {_escape_mermaid(relay)}"]')
            lines += [*(f"    {name}" for name in members), "  end"]
        for edge in edges:
            broken = "" if edge.sure else ",stroke-dasharray:6 4"
            colour = "#c0560c" if edge.against else "#1f5a94"
            styles.append(f"  linkStyle {len(styles)} stroke:{colour},stroke-width:{edge.width:.1f}px{broken}")
            lines.append(f"  {edge.start} {'--x' if edge.against else '-->'} {edge.end}")
    return "\n".join([*lines, *styles, ""])


def _parts(panels: Iterable[Panel]) -> Iterator[tuple[int, list[_Node], list[_Edge], dict[str, list[str]]]]:
    for number, panel in enumerate(panels):
        frames: dict[str, list[str]] = {}
        for place, origin in enumerate(panel.origins):
            if origin.relay is not None:
                frames.setdefault(origin.relay, []).append(f"origin{number}x{place}")
        yield number, list(_nodes(panel, number)), list(_edges(panel, number)), frames


def _nodes(panel: Panel, number: int) -> Iterator[_Node]:
    for place, origin in enumerate(panel.origins):
        yield _Node(f"origin{number}x{place}", "origin", (origin.names, origin.notes))
    for place, row in enumerate(panel.rows):
        if not row.is_outright:
            yield _Node(f"finding{number}x{place}", "finding", (row.text or "", row.notes))
    for place, answer in enumerate(panel.answers):
        yield _Node(
            f"answer{number}x{place}", "answer", (answer.text, f"{answer.word}, {per_cent(answer.probability)}")
        )


def _edges(panel: Panel, number: int) -> Iterator[_Edge]:
    for place, row in enumerate(panel.rows):
        starts = [(f"finding{number}x{place}", True)]
        if row.is_outright:
            starts = [(f"origin{number}x{line.origin}", line.sure) for line in row.lines]
        else:
            for line in row.lines:
                end = f"finding{number}x{place}"
                yield _Edge(f"origin{number}x{line.origin}", end, line.denies, line.sure, width_of(line.weight))
        for start, sure in starts:
            for mark in row.marks:
                end = f"answer{number}x{mark.answer}"
                yield _Edge(start, end, mark.against, sure, width_of(mark.weight))
        if row.under is not None:
            yield _Edge(
                f"finding{number}x{place}", f"finding{number}x{row.under}", row.undermines, sure=True, width=1.0
            )


def _escape_dot(text: str) -> str:
    return one_line(text).replace("\\", "\\\\").replace('"', '\\"')


_SIGNS = frozenset("\"'`#;<>&[](){}|\\")


def _escape_mermaid(text: str) -> str:
    """A text in which no character is Mermaid's, as the numbers that it reads."""
    return "".join(f"#{ord(one)};" if one in _SIGNS else one for one in one_line(text))
