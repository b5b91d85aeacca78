"""The page of the laws, made from the laws themselves and from a run of every method on them."""

import inspect
from collections.abc import Sequence
from functools import cache

import claimtrack.testing
from claimtrack.scoring import METHODS
from claimtrack.testing import FORMAT_LAWS, HISTORY_LAWS, METHOD_LAWS, OPINION_LAWS, Law
from claimtrack.testing.matrix import matrix_markdown
from claimtrack.testing.verdict import verdicts

__all__ = ["EXAMPLES", "laws_page"]

EXAMPLES = 10
"""Cases of each law in the matrix of the page; the tests try many more."""

_MARK = "<!-- This page is written by docs/generate.py; change it there. -->"

_START = """\
# The laws

A score is worth as much as the rules that it keeps. Here every such rule is a value: it has a name, a sentence, an
origin and a check, and it can be run on any scoring method, also on one of your own.

```python
from claimtrack import OriginEvidence
from claimtrack.testing import METHOD_LAWS, check_method, law_of

print(law_of("circles").says)
check_method(OriginEvidence(), laws=METHOD_LAWS[:3], examples=10)
```

On the command line, `claimtrack laws` tries all laws on all methods, `claimtrack laws --method mine:Method` on yours,
and `claimtrack laws --show circles` shows the smallest casebook that breaks a law.
[Write your own scoring method](own_method.md) goes through it once.

A law says something of a case only where its premise holds. At least one in five of the cases that are made up for a
law meets its premise, and for each law there is a deliberately wrong method in the tests that it catches.

A law that depends on a number, such as *one statement is Bayes*, reads it from the method: its `fidelity`,
`relay_fidelity`, `propensity`, `candour`, `strength`, `sources` and `relays`, as far as it has them. Relays without a
table of their own have that of origins, and a method without candour has none. Of a method that does not tell what a
law needs, the law says nothing: it is *not applicable*, with the reason, and `check_method` warns of it. `make_method`
makes up default methods with any valid numbers to try laws on.

Origins are keys of the [bibliography](scoring.md#bibliography), or say what kind of reason there is: `practice` is how
desks work, `identity` and `derived` are mathematics, `engineering` is what software owes its users.
"""

_MATRIX = """\
## Which methods keep which laws

A method says itself which laws it does not keep, and why, in its `breaks`. What it breaks without saying so fails, and
so does an excuse that no longer holds.
"""

_PARTS = """\
## Laws of opinions

An [opinion](scoring.md) is what a method makes of a base rate and the evidence on both sides. `check_opinion` takes
whatever makes one.

{opinions}
## Laws of formats

`check_format(dump, load)` takes a way to write a casebook and to read it back.

{formats}
## Laws of histories

`check_history(replay)` takes whatever makes a casebook of events, as [the ledger](ledger.md) does.

{histories}
## Casebooks to try things on

`casebooks()` makes up any valid casebook, and shrinks to the dullest; so do `sources()`, `claims()`, `questions()`,
`statements()`, `links()`, `dependences()`, `established()`, `documents()` and `notes()`, each with keywords for what
it refers to. Where `claimtrack[testing]` is installed, `st.from_type(Casebook)` works as well.

```python
from hypothesis import given, settings
from claimtrack import Casebook, score
from claimtrack.testing import casebooks


@settings(max_examples=10)
@given(casebooks(claims=2, links=3))
def every_claim_has_a_score(book: Casebook) -> None:
    assert len(score(book)) == len(book.claims)


every_claim_has_a_score()
```

`casebooks(shape="ring")` makes only casebooks of that shape. The shapes are those by which a method is easily misled:

{shapes}
## All names

Everything here is in `claimtrack.testing`. The strategies and the checks need Hypothesis:
`pip install 'claimtrack[testing]'`.

{names}"""


@cache
def laws_page() -> str:
    """Every law with its sentence and origin, and the matrix of methods by laws."""
    found = {name: tuple(verdicts(method, examples=EXAMPLES)) for name, method in METHODS.items()}
    rest = _PARTS.format(
        opinions=_laws(OPINION_LAWS),
        formats=_laws(FORMAT_LAWS),
        histories=_laws(HISTORY_LAWS),
        shapes=_shapes(),
        names=_names(),
    )
    parts = [
        _MARK,
        _START,
        "## Laws of scoring methods\n",
        _laws(METHOD_LAWS),
        _MATRIX,
        matrix_markdown(found, EXAMPLES),
        rest,
    ]
    return "\n".join(parts)


def _laws(laws: Sequence[Law]) -> str:
    return _table(("law", "it says", "origin"), [(f"**{law.name}**", law.says, law.origin) for law in laws])


def _shapes() -> str:
    rows = [(f"`{name}`", _first_line(make)) for name, make in claimtrack.testing.SHAPES.items()]
    return _table(("shape", "what it is"), rows)


def _names() -> str:
    rows = [(f"`{name}`", _described(name)) for name in claimtrack.testing.__all__]
    return _table(("name", "what it is"), rows)


def _described(name: str) -> str:
    known = {
        "METHOD_LAWS": "The laws of scoring methods.",
        "OPINION_LAWS": "The laws of opinions.",
        "FORMAT_LAWS": "The laws of casebook formats.",
        "HISTORY_LAWS": "The laws of histories.",
        "SHAPES": "The makers of casebooks by the name of their shape.",
        "Scorer": "A way to score a casebook: from a `Casebook` to an `Assessment`.",
    }
    return known.get(name) or _first_line(getattr(claimtrack.testing, name))


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
