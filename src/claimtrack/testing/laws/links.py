"""Laws of links: what comes over them, and what never comes back."""

from claimtrack._records import evolve
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Link
from claimtrack.network.build import build
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import lone, reachable, scored
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, Scorer, assume
from claimtrack.testing.laws.numbers import against, at_most, for_it, same_bits
from claimtrack.testing.laws.parameters import parameters_of


def _no_self_influence(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    rivals = build(book).families[claim].claims
    cut = evolve(book, links=tuple(link for link in book.links if link.from_claim not in rivals))
    assume(cut.links != book.links)
    after_it = reachable(book, claim) - set(rivals)
    before = score(book)
    same_bits(before, score(cut), [one for one in scored(book) if one not in after_it])


def _rings_add_nothing(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(claim in reachable(book, claim))
    rivals = build(book).families[claim].claims
    cut = evolve(book, links=tuple(link for link in book.links if link.from_claim not in rivals))
    same_bits(score(book), score(cut), rivals)


def _ringed(choose: Chooser) -> tuple[Casebook, str]:
    """A casebook whose claims feed each other in a ring, and one of them."""
    book = make_casebook(choose, Limits(links=4))
    claims = scored(book)
    around = [
        Link(
            id=f"ring-{place}",
            from_claim=claim,
            to_claim=claims[(place + 1) % len(claims)],
            sign=choose.of(("supports", "undermines")),
            strength=choose.of(("moderate", "weak", "strong")),
        )
        for place, claim in enumerate(claims)
    ]
    return book.with_records(*around), choose.of(claims)


def _capped(score: Scorer, case: tuple[Casebook, Link]) -> None:
    book, link = case
    assume(lone(book, link.to_claim) and link.from_claim != link.to_claim)
    assume(
        not any((k.from_claim, k.to_claim, k.sign) == (link.from_claim, link.to_claim, link.sign) for k in book.links)
    )
    scores = score(book.with_records(link))
    before, after = score(book)[link.to_claim], scores[link.to_claim]
    strength = parameters_of(scores).strength(link.strength)
    most = 2.0 * strength / (1.0 - strength)
    weigh = for_it if link.sign == "supports" else against
    at_most(weigh(after), weigh(before) + most, f"what weighs on {link.to_claim} with a link, and without plus its cap")


def _new_link(choose: Chooser) -> tuple[Casebook, Link]:
    book = make_casebook(choose, Limits(links=8, sources=7, statements=12))
    claims = scored(book)
    link = Link(
        id="new",
        from_claim=choose.of(claims),
        to_claim=choose.of(claims),
        sign=choose.of(("supports", "undermines")),
        strength=choose.of(("weak", "moderate", "strong", 0.05)),
    )
    return book, link


def _with_claim(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose, Limits(links=8))
    return book, choose.of(scored(book))


LAWS = (
    Law(
        name="no self-influence",
        says="deleting the links that lead out of a claim and its rivals changes nothing that they do not lead to",
        origin="cavity",
        make=_with_claim,
        check=_no_self_influence,
    ),
    Law(
        name="rings",
        says="a ring of claims adds nothing to its own members",
        origin="circular reporting",
        make=_ringed,
        check=_rings_add_nothing,
    ),
    Law(
        name="link cap",
        says="a further link adds at most what it can carry, T(λ, ½, ∞)",
        origin="schum-1994",
        make=_new_link,
        check=_capped,
    ),
)
"""Laws of links."""
