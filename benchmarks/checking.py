"""How much checking costs beside scoring: statements with quotes, over 300 documents of one megabyte together.

Each figure is a ratio to scoring the same casebook (building its network and assessing it) in the same run. A
third of the statements are quoted as the document has them, a third with one word changed, which takes the slower
way, and a third are not quoted. Growth is the factor by which checking costs more when there are twice as many
statements, over the same documents.

    python benchmarks/checking.py [STATEMENTS ...]
"""

import sys
from math import log2

from growth import best
from made import made

import claimtrack as ct
from claimtrack._records import evolve
from claimtrack.checks.rules import RULES

_DOCUMENTS = 300
_SENTENCES = 43
_WORDS = (  # noqa: SIM905 (a page of words is easier to read than a list)
    "the a of harbour ferry office letter witness road north south river spring cold early late small great paper "
    "signed carried found sold opened closed before after against under between never often again still only once"
).split()
_QUOTED, _ALTERED, _KINDS = 0, 1, 3


def document(number: int) -> str:
    """The text of a document, some 3,400 characters; the same number gives the same text."""
    seed = number * 2_654_435_761 % 2**32
    sentences = []
    for place in range(_SENTENCES):
        words = []
        for _ in range(12):
            seed = (seed * 1_103_515_245 + 12_345) % 2**31
            words.append(_WORDS[(seed >> 16) % len(_WORDS)])
        sentences.append(f"{' '.join(words).capitalize()}, {number}, and {place} more.")
    return " ".join(sentences)


def quoted(statements: int) -> ct.Casebook:
    """A casebook of so many statements, of which two thirds have quotes."""
    texts = [document(number) for number in range(_DOCUMENTS)]
    sentences = [text.split(". ") for text in texts]
    book = made(statements)
    said = []
    for number, statement in enumerate(book.statements):
        place = number * 31 % _DOCUMENTS
        sentence = sentences[place][number * 7 % _SENTENCES].removesuffix(".")
        kind = number % _KINDS
        quote = sentence if kind == _QUOTED else sentence.replace(" and ", " but ") if kind == _ALTERED else None
        said.append(evolve(statement, document=f"document-{place}", quote=quote))
    documents = tuple(
        ct.Document(id=f"document-{number}", title=f"Document {number}", text=text) for number, text in enumerate(texts)
    )
    return evolve(book, statements=tuple(said), documents=documents)


def hidden(book: ct.Casebook) -> ct.Casebook:
    """The casebook with one source in twenty protected."""
    return evolve(
        book,
        sources=tuple(
            evolve(source, protected=True, name=f"Ada Quill{place}") if place % 20 == 0 else source
            for place, source in enumerate(book.sources)
        ),
    )


def measure(statements: int) -> float:
    """Print one row of ratios; the time of checking in seconds."""
    book = quoted(statements)
    assessment = ct.score(book)
    scoring = best(lambda: ct.assess(ct.build(book)))
    checking = best(lambda: ct.check(assessment))
    hiding = ct.score(hidden(book))
    checking_hidden = best(lambda: ct.check(hiding))
    size = sum(len(document.text or "") for document in book.documents) / 1e6  # type: ignore[arg-type]
    ratios = (
        f"check/score {checking / scoring:.2f}, with one source in twenty protected {checking_hidden / scoring:.2f}"
    )
    print(f"{statements:>7} statements, documents of {size:.2f} MB: {ratios}", flush=True)
    return checking


def main(sizes: list[int]) -> None:
    """Measure every size."""
    print(f"{len(RULES)} rules")
    costs = {size: measure(size) for size in sizes}
    first, last = sizes[0], sizes[-1]
    if last > first:
        growth = (costs[last] / costs[first]) ** (1.0 / log2(last / first))
        print(f"growth of checking per doubling, from {first} to {last} statements: {growth:.2f}")


if __name__ == "__main__":
    main([int(word) for word in sys.argv[1:]] or [10_000, 20_000, 40_000])
