"""What each command costs on casebooks that are large in one way only, and how that grows.

For every kind of casebook there are three sizes, each twice the one before. A cell has the processor time of the
command at each size in milliseconds, without starting Python, and the growth per doubling (the geometric mean). Each
cell is run in a process of its own, which is ended when it takes too long. The last column is how many times the time
of `score` a `report` takes, both without starting Python.

    python benchmarks/commands.py [--records N] [--kind KIND …] [--command COMMAND …]

With --ratios, what a public report costs beside scoring, in this process and of a casebook that was read already: for
each kind the milliseconds of scoring and of each part of a report (projecting, scoring, explaining, composing,
rendering as HTML and guarding the page), each the best of several runs, and how many times scoring all parts together
take.

    python benchmarks/commands.py --ratios [--records N] [--kind KIND …]
"""

import argparse
import contextlib
import gc
import io
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping
from math import isqrt
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Literal, TypeVar

from attrs import evolve

import claimtrack as ct
from claimtrack.cli.main import main as command_line
from claimtrack.privacy.redact import redact

_MOST_SECONDS = 20
_COMMANDS: Mapping[str, tuple[str, ...]] = {
    "score": ("score", "FILE"),
    "check": ("check", "FILE", "--fail-on", "never"),
    "explain": ("explain", "FILE", "CLAIM"),
    "report": ("report", "FILE", "--format", "html"),
    "markdown": ("report", "FILE", "--format", "markdown"),
    "next": ("next", "FILE"),
    "what-if": ("what-if", "FILE", "--grade", "source-0=D"),
    "diff": ("diff", "FILE", "OTHER"),
    "compare": ("compare", "FILE"),
}
_PARTS = ("project", "score", "explain", "compose", "render", "guard")
_ROUNDS = 3
_T = TypeVar("_T")
_Records = list[ct.Claim | ct.Source | ct.Statement | ct.Link | ct.Dependence | ct.Question | ct.Note | ct.Document]


def _source(number: int) -> ct.Source:
    return ct.Source(id=f"source-{number}", name=f"Source number {number}", reliability="BCD"[number % 3])


def _claim(number: int) -> ct.Claim:
    return ct.Claim(id=f"claim-{number}", text=f"Thing number {number} happened.")


def _said(number: int, source: int, claim: int = 0, via: tuple[str, ...] = (), *, denies: bool = False) -> ct.Statement:
    return ct.Statement(
        id=f"s-{number}",
        origin=f"source-{source}",
        claim=f"claim-{claim}",
        stance="denies" if denies else "asserts",
        lineage="witnessed",
        via=via,
        terms="on the record",
    )


def _link(start: int, end: int, *, undermines: bool = False) -> ct.Link:
    sign = "undermines" if undermines else "supports"
    return ct.Link(from_claim=f"claim-{start}", to_claim=f"claim-{end}", sign=sign)


def _start() -> _Records:
    """One claim, and one source that asserts it."""
    return [_source(0), _claim(0), _said(0, 0)]


def _statements(size: int) -> _Records:
    """Many statements of one source on one claim."""
    return [_source(0), _claim(0), *(_said(number, 0, denies=number % 9 == 0) for number in range(size - 2))]


def _sources(size: int) -> _Records:
    """Many sources on one claim."""
    half = range(size // 2)
    return [_claim(0), *map(_source, half), *(_said(number, number, denies=number % 4 == 0) for number in half)]


def _relays(size: int) -> _Records:
    """One claim that is heard through many relays, each of which passes on two origins."""
    third = size // 3
    said = [_said(n, n % (third // 2 + 1), via=(f"source-{third + n}",)) for n in range(third)]
    return [_claim(0), *map(_source, range(2 * third)), *said]


def _chains(size: int) -> _Records:
    """One statement that came through very many relays, and another that came through half of them."""
    names = [f"source-{number}" for number in range(2, size - 3)]
    said = [_said(0, 0, via=tuple(names)), _said(1, 1, via=tuple(names[::2]))]
    return [_claim(0), *map(_source, range(size - 3)), *said]


def _mesh(size: int) -> _Records:
    """Many origins, each heard through every one of as many relays."""
    side = isqrt(size)
    ways = [(origin, side + relay) for origin in range(side) for relay in range(side)]
    said = [_said(number, origin, via=(f"source-{relay}",)) for number, (origin, relay) in enumerate(ways)]
    return [_claim(0), *map(_source, range(2 * side)), *said]


def _rivals(size: int) -> _Records:
    """A question with many answers, each with a source of its own."""
    third = range(size // 3)
    question = ct.Question(id="which", text="Which?", claims=tuple(f"claim-{number}" for number in third))
    return [*map(_claim, third), question, *map(_source, third), *(_said(n, n, n) for n in third)]


def _dependences(size: int) -> _Records:
    """Many sources on one claim, each of which depends on the next."""
    third = range(size // 3)
    joined = [
        ct.Dependence(sources=(f"source-{n}", f"source-{n + 1}"), kind="same owner", strength=0.5) for n in third[:-1]
    ]
    return [_claim(0), *map(_source, third), *(_said(n, n) for n in third), *joined]


def _links(size: int) -> _Records:
    """A long line of claims, each of which supports the next."""
    half = size // 2
    return [*_start(), *map(_claim, range(1, half)), *(_link(n, n + 1, undermines=n % 5 == 0) for n in range(half - 1))]


def _fan(size: int) -> _Records:
    """Many claims that each support one, each with a source of its own."""
    quarter = range(1, size // 4)
    return [*_start(), *map(_claim, quarter), *map(_source, quarter), *(_said(n, n, n) for n in quarter)] + [
        _link(n, 0) for n in quarter
    ]


def _circle(size: int) -> _Records:
    """One circle of claims, each of which supports the next."""
    half = size // 2
    return [*_start(), *map(_claim, range(1, half)), *(_link(n, (n + 1) % half) for n in range(half))]


def _circles(size: int) -> _Records:
    """Many circles of four claims, each with a source of its own, that each support the next circle."""
    rows: _Records = []
    for number in range(size // 11):
        first = 4 * number
        rows += [_source(number), *map(_claim, range(first, first + 4)), _said(number, number, first)]
        rows += [_link(first + n, first + (n + 1) % 4, undermines=n % 4 == 1 and number % 2 == 1) for n in range(4)]
        if number:
            rows.append(_link(first - 1, first))
    return rows


def _complete(size: int) -> _Records:
    """Claims that all support or undermine each other, and one source."""
    count = max(2, isqrt(size))
    pairs = [(a, b) for a in range(count) for b in range(count) if a != b]
    return [*_start(), *map(_claim, range(1, count)), *(_link(a, b, undermines=(a + b) % 3 == 0) for a, b in pairs)]


def _knots(size: int) -> _Records:
    """Many groups of four claims that all support or undermine each other, each with a source of its own."""
    rows: _Records = []
    for number in range(size // 18):
        names = range(4 * number, 4 * number + 4)
        rows += [_source(number), *map(_claim, names), _said(number, number, names[0])]
        rows += [_link(a, b, undermines=(a + b) % 3 == 0) for a in names for b in names if a != b]
    return rows


def _notes(size: int) -> _Records:
    """Many notes on one claim."""
    kinds: tuple[Literal["assumption", "gap", "indicator", "dissent"], ...] = (
        "assumption",
        "gap",
        "indicator",
        "dissent",
    )
    notes = [ct.Note(kind=kinds[n % 4], about="claim-0", text=f"It is so, {n}.") for n in range(size - 3)]
    return [*_start(), *notes]


def _documents(size: int) -> _Records:
    """Many documents, each with a statement of a source of its own on one of a tenth as many claims."""
    third = range(size // 3)
    documents = [ct.Document(id=f"d-{n}", title=f"Document number {n}") for n in third]
    said = [evolve(_said(n, n, n // 10), document=f"d-{n}") for n in third]
    return [*map(_claim, range(size // 30 + 1)), *map(_source, third), *documents, *said]


_KINDS: Mapping[str, Callable[[int], _Records]] = {
    "statements": _statements,
    "sources": _sources,
    "relays": _relays,
    "chains": _chains,
    "mesh": _mesh,
    "rivals": _rivals,
    "dependences": _dependences,
    "links": _links,
    "fan": _fan,
    "circle": _circle,
    "circles": _circles,
    "complete": _complete,
    "knots": _knots,
    "notes": _notes,
    "documents": _documents,
}


def _casebook(kind: str, size: int) -> ct.Casebook:
    draft = ct.Draft(title=f"A casebook with many {kind}")
    for row in _KINDS[kind](size):
        draft.add(row)
    return draft.casebook()


def _write(folder: Path, kind: str, size: int) -> tuple[Path, Path]:
    """Write a casebook of one kind, and the same with another grade for a source and without a statement."""
    book = _casebook(kind, size)
    other = evolve(book, sources=(evolve(book.sources[0], reliability="E"), *book.sources[1:]))
    paths = folder / f"{kind}-{size}.json", folder / f"{kind}-{size}-other.json"
    for path, content in zip(paths, (book, other), strict=True):
        path.write_text(ct.dumps(content, format="json"), encoding="utf-8")
    return paths


def _measure_here(words: list[str], tiny: list[str]) -> None:
    """Run a command, first on a tiny casebook so that everything is imported, and print the seconds that it took."""
    for arguments in (tiny, words):
        start = time.process_time()
        with contextlib.redirect_stdout(io.TextIOWrapper(io.BytesIO(), encoding="utf-8")):
            status = command_line(arguments)
        if status:
            sys.exit(status)
    print(time.process_time() - start)


def _words(command: str, paths: tuple[Path, Path]) -> list[str]:
    names = {"FILE": str(paths[0]), "OTHER": str(paths[1]), "CLAIM": "claim-0"}
    readers = () if command == "check" else ("--audience", "internal")
    return [*(names.get(word, word) for word in _COMMANDS[command]), *readers]


def _measure(command: str, paths: tuple[Path, Path], tiny: tuple[Path, Path]) -> float | None:
    """The seconds that a command takes in a process of its own; None where it was ended."""
    code = f"import commands; commands._measure_here({_words(command, paths)!r}, {_words(command, tiny)!r})"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=Path(__file__).parent,
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (_MOST_SECONDS, _MOST_SECONDS)),
    )
    if done.returncode > 0:
        sys.exit(f"{command} {paths[0].stem}: {done.stderr[-2000:]}")
    return None if done.returncode else float(done.stdout)


def _report_beside_scoring(kind: str, size: int) -> tuple[float, dict[str, float]]:
    """The milliseconds of scoring a casebook, and of each part of a public report of it."""
    book = _casebook(kind, size)
    scoring = _best(lambda: ct.score(book), _ROUNDS)[1]
    took: dict[str, float] = {}
    # Each round begins anew: what one round has worked out, the next must not find done.
    for _ in range(_ROUNDS):
        redaction = redact(book, "public")
        public, projecting = _best(lambda one=redaction: one.casebook)
        assessment, again = _best(lambda one=public: ct.score(one))
        explanation, explaining = _best(lambda one=assessment: ct.explain(one))
        report, composing = _best(lambda one=explanation: ct.compose(one))
        page, rendering = _best(lambda one=report: ct.render(one, "html"))
        guarding = _best(lambda page=page, one=redaction: ct.guard(page, one))[1]
        parts = (projecting, again, explaining, composing, rendering, guarding)
        took = {name: min(now, took.get(name, now)) for name, now in zip(_PARTS, parts, strict=True)}
    return scoring, took


def _best(work: Callable[[], _T], rounds: int = 1) -> tuple[_T, float]:
    """What some work gives, and the milliseconds of processor time that it takes, the best of some rounds."""
    took = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        found = work()
        took.append(1000 * (time.process_time() - start))
    return found, min(took)


def _print_ratios(kinds: Iterable[str], size: int) -> None:
    """Print what a report costs beside scoring, a row for each kind."""
    print(f"{'':12}" + "".join(f"{name:>12}" for name in ("score", *_PARTS, "all", "all/score")))
    for kind in kinds:
        scoring, took = _report_beside_scoring(kind, size)
        whole = sum(took.values())
        print(
            f"{kind:12}" + "".join(f"{one:12.1f}" for one in (scoring, *took.values(), whole, whole / scoring)),
            flush=True,
        )


def main() -> None:
    """Measure every command on every kind, one row at a time; or what a report costs beside scoring."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--records", type=int, default=1000)
    parser.add_argument("--kind", action="append", choices=_KINDS)
    parser.add_argument("--command", action="append", choices=_COMMANDS)
    parser.add_argument("--largest-only", action="store_true")
    parser.add_argument("--ratios", action="store_true")
    options = parser.parse_args()
    if options.ratios:
        _print_ratios(options.kind or _KINDS, options.records)
        return
    sizes = [options.records] if options.largest_only else [options.records // 4, options.records // 2, options.records]
    commands = options.command or list(_COMMANDS)
    print(f"{'':12}" + "".join(f"{name:>26}" for name in commands) + "    report/score")
    with TemporaryDirectory() as folder:
        for kind in options.kind or _KINDS:
            tiny = _write(Path(folder), kind, 24)
            paths = [_write(Path(folder), kind, size) for size in sizes]
            largest: dict[str, float] = {}
            print(f"{kind:12}", end="", flush=True)
            for command in commands:
                took: list[float] = []
                for pair in paths:
                    seconds = _measure(command, pair, tiny)
                    if seconds is None:
                        break
                    took.append(seconds)
                shown = "/".join(f"{1000 * one:.0f}" for one in took)
                if len(took) < len(paths):
                    shown += "/ended"
                elif len(paths) > 1:
                    shown += f" x{(took[-1] / took[0]) ** (1.0 / (len(took) - 1)):.2f}"
                    largest[command] = took[-1]
                print(f"{shown:>26}", end="", flush=True)
            ratio = largest["report"] / largest["score"] if {"report", "score"} <= largest.keys() else 0.0
            print(f"{ratio:10.0f}" if ratio else "", flush=True)


if __name__ == "__main__":
    os.environ.setdefault("PYTHONHASHSEED", "0")
    main()
