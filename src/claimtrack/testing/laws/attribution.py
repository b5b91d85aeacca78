"""Laws of attribution: what scores owe to each origin and to the public casebook, and that runs repeat."""

from math import fsum

from claimtrack._records import evolve
from claimtrack.analysis.contributions import find_contributions
from claimtrack.analysis.rerun import reruns_of
from claimtrack.io.casebooks import dumps, loads
from claimtrack.model.casebook import Casebook
from claimtrack.model.sources import Confidential
from claimtrack.privacy.redact import for_audience
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.changes import ancestors, restated, rivals_of, scored
from claimtrack.testing.generate.source import Chooser
from claimtrack.testing.law import Law, Scorer, assume, require
from claimtrack.testing.laws.numbers import equal, near, same_bits

_LITTLE = Limits(sources=4, claims=3, statements=6, links=3, relays=1)


def _wordy(choose: Chooser) -> Casebook:
    return make_casebook(choose, Limits(wordy=True))


def _projected(score: Scorer, book: Casebook) -> None:
    public = for_audience(book, "public")
    assume(public != book)
    score(book)
    other = evolve(
        book,
        sources=tuple(
            evolve(source, confidential=Confidential(name="Somebody Else") if source.confidential else None)
            for source in book.sources
        ),
        statements=tuple(said for said in book.statements if said.terms != "off the record"),
    )
    published = score(public)
    score(other)
    same_bits(published, score(for_audience(other, "public")), scored(public))
    # A dependence or an exhibit that would tie a label to a name counts, and stands in no file.
    if not public.unshown and not any(said.unshown for said in public.statements):
        same_bits(published, score(loads(dumps(public, format="json"), format="json")), scored(public))


def _deterministic(score: Scorer, book: Casebook) -> None:
    once = score(book)
    for again in (score(book), score(loads(dumps(book, format="json"), format="json"))):
        same_bits(once, again, scored(book))
        for claim, one in once.scores.items():
            require(one.steps == again[claim].steps, f"the working of {claim} differs from run to run")


def _add_up(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(book.statements)
    assessment = score(book)
    one = assessment[claim]
    contributions = find_contributions(reruns_of(assessment, claim))
    for game in (contributions.origins, contributions.relays, contributions.links):
        assume(game.contributions or near(one.prior, one.probability))
        total = fsum(part.shapley for part in game.contributions)
        equal(one.probability - one.prior, total, f"P({claim}) less its prior, and the shares of its {game.kind}s")


def _counterfactual(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    assume(any(said.stands for said in book.statements))
    assessment = score(book)
    now = assessment[claim].probability
    for part in find_contributions(reruns_of(assessment, claim)).origins.contributions:
        less = restated(book, lambda said, gone=part.id: () if said.origin == gone else (said,))  # type: ignore[misc]
        lost = now - score(less)[claim].probability
        equal(lost, part.if_lost, f"P({claim}) less P without {part.id}, and what is said to be lost")


def _no_path(score: Scorer, case: tuple[Casebook, str]) -> None:
    book, claim = case
    bears = {*ancestors(book, claim), *rivals_of(book, claim)}
    heard = {said.origin for said in book.statements if said.claim in bears}
    outside = dict.fromkeys(said.origin for said in book.statements if said.origin not in heard)
    assume(outside)
    assessment = score(book)
    for part in find_contributions(reruns_of(assessment, claim)).origins.contributions:
        require(
            part.id not in outside or near(1.0, 1.0 + part.shapley),
            f"{part.id} has no path to {claim} and a share of {part.shapley}",
        )


def _with_claim(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose, _LITTLE)
    return book, choose.of(scored(book))


def _scattered(choose: Chooser) -> tuple[Casebook, str]:
    book = make_casebook(choose, evolve(_LITTLE, links=1, questions=False))
    return book, choose.of(scored(book))


LAWS = (
    Law(
        name="projection",
        says="the public score is the score of the public casebook, and nothing confidential moves it",
        origin="practice",
        make=_wordy,
        check=_projected,
    ),
    Law(
        name="deterministic",
        says="the same casebook gives the same scores and the same working, also after it was saved and read",
        origin="engineering",
        make=make_casebook,
        check=_deterministic,
    ),
    Law(
        name="contributions add up",
        says="the Shapley shares of origins, of relays and of links each add up to P less the prior",
        origin="kampik-2024",
        make=_with_claim,
        check=_add_up,
    ),
    Law(
        name="counterfactual",
        says="what is lost without an origin is P less P of the casebook without it",
        origin="kampik-2024",
        make=_with_claim,
        check=_counterfactual,
    ),
    Law(
        name="no path, no contribution",
        says="an origin from which nothing leads to a claim has no share in it",
        origin="kampik-2024",
        make=_scattered,
        check=_no_path,
    ),
)
"""Laws of attribution."""
