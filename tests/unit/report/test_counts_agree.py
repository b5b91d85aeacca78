"""One truth: every number of statements, origins, first-hand origins and findings that a report gives is a count."""

import re
from collections.abc import Iterator

import pytest

import claimtrack as ct
from claimtrack.network.build import Network
from claimtrack.report.blocks import Report
from claimtrack.report.grounds import find_both_sides
from claimtrack.report.numbering import number_evidence
from claimtrack.report.sections.key_judgments_in_brief import choose_for_brief
from claimtrack.scoring.assessment import Assessment, Counts
from claimtrack.scoring.counts import counts_of_case
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile
from rendered import FORMS, read_back, table_under

FIRST_HAND = {"witnessed", "took part", "decided", "recorded"}
SEEDS = range(by_profile(dev=40, ci=300, deep=3000))


def made_up() -> Iterator[tuple[int, Assessment]]:
    """Made-up casebooks, scored for both audiences."""
    for seed in SEEDS:
        book = make_casebook(RandomChooser(seed), Limits())
        for audience in ("public", "internal"):
            yield seed, ct.score(book, audience=audience)


def recount(network: Network, claim: str) -> dict[str, int]:
    """The statements, origins and first-hand origins of a claim, counted by hand from its casebook."""
    family = network.families[claim]
    said = [(one, one.stance == "asserts") for one in network.casebook.statements if one.claim == claim]
    if family.is_negation:
        (other,) = (rival for rival in family.claims if rival != claim)
        said += [(one, one.stance == "denies") for one in network.casebook.statements if one.claim == other]
    said = [(one, is_for) for one, is_for in said if one.standing.is_ == "stands"]
    sure = [
        (one, is_for)
        for one, is_for in said
        if one.lineage in FIRST_HAND or (one.lineage == "examined" and (one.exhibits or one.unshown))
    ]
    return {
        "statements": len(said),
        "origins": len({one.origin for one, _ in said}),
        "first_hand": len({one.origin for one, _ in sure}),
        "origins_for": len({one.origin for one, is_for in said if is_for}),
        "origins_against": len({one.origin for one, is_for in said if not is_for}),
        "first_hand_for": len({one.origin for one, is_for in sure if is_for}),
        "first_hand_against": len({one.origin for one, is_for in sure if not is_for}),
    }


def test_counts_are_what_one_counts_by_hand(subtests: pytest.Subtests) -> None:
    """The counts of each claim, and of the casebook, are those of a plain recount."""
    for seed, assessment in made_up():
        with subtests.test(seed=seed, audience=assessment.network.casebook.audience):
            network = assessment.network
            for claim, score in assessment.scores.items():
                found = recount(network, claim)
                assert found == {name: getattr(score.counts, name) for name in found}
            scored = [one for one in network.casebook.statements if one.claim in assessment and one.stands]
            case = counts_of_case(network)
            assert (len(scored), len({one.origin for one in scored})) == (case.statements, case.origins)


ORIGINS = re.compile(r"(?:at most )?(\d+) (says? so|denies it|deny it)(?:,(?: (\d+))? first-hand)?")
FINDINGS = re.compile(r"(\d+) (points? to|speaks? against) it")


def told_in_a_row(statements: str, origins: str, findings: str) -> dict[str, int]:
    """What a row of the table of claims says, in numbers; nothing is said of what is not there."""
    told = {"statements": int(statements)}
    for count, does, first_hand in ORIGINS.findall(origins):
        side = "for" if does.startswith("say") else "against"
        told[f"origins_{side}"] = int(count)
        told[f"first_hand_{side}"] = int(first_hand or f"{does}, first-hand" in origins)
    for count, does in FINDINGS.findall(findings):
        told[f"findings_{'for' if does.startswith('point') else 'against'}"] = int(count)
    return {name: count for name, count in told.items() if count}


def wanted_in_a_row(counts: Counts) -> dict[str, int]:
    """What it has to say."""
    names = ("origins", "first_hand", "findings")
    sides = {f"{name}_{side}": getattr(counts, f"{name}_{side}") for name in names for side in ("for", "against")}
    return {name: count for name, count in ({"statements": counts.statements} | sides).items() if count}


def report_on(assessment: Assessment) -> Report:
    """The full report."""
    return ct.compose(ct.explain(assessment, closely=[]))


def test_the_table_of_claims_has_the_counts_in_every_form(subtests: pytest.Subtests) -> None:
    """Statements, origins on each side, how many are first-hand, and findings: in each form the same, and true."""
    for seed, assessment in made_up():
        report = report_on(assessment)
        wanted = [wanted_in_a_row(score.counts) for score in assessment.scores.values()]
        for form in FORMS:
            with subtests.test(seed=seed, audience=report.audience, form=form):
                tables, _ = read_back(ct.render(report, form), form)
                rows = table_under(tables, "Claim", "Likelihood", "Statements", "Origins", "Findings")
                assert wanted == [told_in_a_row(*row[2:5]) for row in rows]


CASE = re.compile(r"rests on (\d+) statements? from (?:at most )?(\d+) origins?; ([^.]*)\.")
SOURCES = re.compile(r"(\d+) sources? (says? so|denies it|deny it)(?:, ([^:“]*?))?: ")
POINTING = re.compile(r"(\d+) findings?(?:, all from .{1,400}?,)? (points? to|speaks? against) it(?::|, above all) ")

Told = list[tuple[int | str, ...]]


def told_in_prose(prose: str) -> Told:
    """The counts in the sentences of a report: of the whole case, of who says so, and of findings."""
    said: list[tuple[int, tuple[int | str, ...]]] = []
    for match in CASE.finditer(prose):
        statements, origins, rest = match.groups()
        said.append((match.start(), ("case", int(statements), int(origins), first_hand(rest, int(origins)))))
    for match in SOURCES.finditer(prose):
        count, does, how = match.groups()
        side = "for" if does.startswith("say") else "against"
        said.append((match.start(), ("sources", side, int(count), first_hand(how or "", int(count)))))
    for match in POINTING.finditer(prose):
        side = "for" if match[2].startswith("point") else "against"
        said.append((match.start(), ("findings", side, int(match[1]))))
    return [told for _, told in sorted(said)]


def first_hand(how: str, origins: int) -> int:
    """How many of some origins are first-hand, as a clause says it."""
    if how.startswith(("none", "it is not")) or "first-hand" not in how:
        return 0
    number = re.search(r"(\d+) (?:is |are |of them )?first-hand", how)
    return int(number[1]) if number else origins


def wanted_in_prose(assessment: Assessment) -> Told:
    """What the brief has to say."""
    case, numbers = counts_of_case(assessment.network), number_evidence(assessment.network)
    wanted: Told = [("case", case.statements, case.origins, case.first_hand)] if case.statements else []
    for claim in choose_for_brief(assessment)[:4]:
        score = assessment[claim]
        side = find_both_sides(assessment, claim, numbers)[0].side
        origins, finding = (getattr(score.counts, f"{name}_{side}") for name in ("origins", "findings"))
        if score.estimate.judged and origins:
            wanted.append(("sources", side, origins, getattr(score.counts, f"first_hand_{side}")))
        if score.estimate.judged and finding:
            wanted.append(("findings", side, finding))
    return wanted


def test_sentences_have_the_counts_in_every_form(subtests: pytest.Subtests) -> None:
    """The sentences on the whole case and on each key judgment give the counts, the same in each form."""
    for seed, assessment in made_up():
        report, wanted = report_on(assessment), wanted_in_prose(assessment)
        for form in FORMS:
            with subtests.test(seed=seed, audience=report.audience, form=form):
                assert wanted == told_in_prose(read_back(ct.render(report, form), form)[1])
