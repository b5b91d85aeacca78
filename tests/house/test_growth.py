"""What is made to be slow takes twice the steps where it is twice as long, for readers, quotes and names."""

from collections.abc import Callable
from functools import partial

import pytest

import claimtrack as ct
from claimtrack.documents.html import html_text
from claimtrack.privacy.redact import redact
from claimtrack.text.quotes import check_quote
from scaling import calls

DOUBLED = 2.3
"""Somewhat more than twice, for what grows with the logarithm, such as sorting."""


def _long_quote(size: int) -> Callable[[], object]:
    """A long quote, with a word that is not there, against a text a hundred times as long."""
    text = " ".join(f"they{number % 97} saw{number % 89} it" for number in range(100 * size))
    return lambda: check_quote(text[: len(text) // 100].replace("saw7", "heard"), text)


def _dots(size: int) -> Callable[[], object]:
    """Dots without words between them."""
    return lambda: check_quote("we" + " ... " * size + "fell", "we were " * (10 * size) + "down")


def _dotted(size: int) -> Callable[[], object]:
    """Dots between words that stand everywhere."""
    return lambda: check_quote("we" + " ... zz" * size, "we were " * (10 * size))


def _page(unit: str) -> Callable[[int], Callable[[], object]]:
    """A page of one mark."""
    return lambda size: lambda: html_text(unit * size)


def _names(lengths: int) -> Callable[[int], Callable[[], object]]:
    """Protected names that begin with the same three letters, and a text that names some of them."""

    def book(size: int) -> ct.Casebook:
        names = [f"Qui{''.join(chr(97 + (number * 7**at) % 26) for at in range(4 + number % lengths))}"
                 for number in range(size)]  # fmt: skip
        return ct.Casebook(
            sources=tuple(
                ct.Source(id=f"s{number}", name=f"{name} {name[::-1].title()}", protected=True)
                for number, name in enumerate(names)
            ),
            claims=tuple(ct.Claim(id=f"c{number}", text=f"{name} fell.") for number, name in enumerate(names[::10])),
        )

    return lambda size: partial(redact, book(size))


@pytest.mark.parametrize(
    ("work", "size"),
    [
        pytest.param(_long_quote, 20, id="a long quote"),
        pytest.param(_dots, 500, id="dots alone"),
        pytest.param(_dotted, 200, id="dots between words"),
        *(
            pytest.param(_page(unit), 2_000, id=unit)
            for unit in ("<", "<a ", "< ", "<!--", "</", "<p>", '<a b="', "&#", "a<sup>1</sup>", "<td>")
        ),
        pytest.param(_names(1), 100, id="names of one length"),
        pytest.param(_names(40), 100, id="names of all lengths"),
    ],
)
def test_twice_the_input_takes_twice_the_steps(work: Callable[[int], Callable[[], object]], size: int) -> None:
    """Counted are calls of functions, which are the same on every machine."""
    work(size)()  # what is made once, for all, is made before
    assert calls(work(2 * size)) <= DOUBLED * calls(work(size))
