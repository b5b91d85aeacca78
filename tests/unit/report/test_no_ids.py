"""Ids of the file stand in no report that is published, in no form, nor in the prose of an internal one."""

import re
from collections.abc import Iterator

import pytest

import claimtrack as ct
from claimtrack.network.build import Network
from claimtrack.testing.generate.casebooks import Limits, make_casebook
from claimtrack.testing.generate.source import RandomChooser
from profiles import by_profile

FORMS = ("text", "markdown", "html", "csv", "json")


def ids(network: Network) -> Iterator[str]:
    """The ids of statements and links as the audience's casebook has them, such as `statements-4`."""
    book = network.casebook
    yield from (one.id for one in (*book.statements, *book.links) if one.id)


def found(network: Network, text: str) -> list[str]:
    """The ids that stand in a text as words of their own."""
    return [name for name in ids(network) if re.search(rf"(?<![\w-]){re.escape(name)}(?![\w-])", text)]


def test_no_published_report_has_an_id_of_the_file(subtests: pytest.Subtests) -> None:
    """A reader of a public report cannot look an id up, and finds none, in the annex neither."""
    for seed in range(by_profile(dev=4, ci=60, deep=600)):
        assessment = ct.score(make_casebook(RandomChooser(seed), Limits()), audience="public")
        report = ct.compose(ct.explain(assessment, closely=list(assessment)[:1]), length="annex")
        for form in FORMS:
            with subtests.test(seed=seed, form=form):
                assert found(assessment.network, ct.render(report, form)) == []


def test_an_explanation_names_no_statement_by_its_id(subtests: pytest.Subtests) -> None:
    """Neither does the explanation of a claim; its JSON alone has ids, for programs."""
    for seed in range(by_profile(dev=4, ci=60, deep=600)):
        assessment = ct.score(make_casebook(RandomChooser(seed), Limits()), audience="public")
        explanation = ct.explain(assessment, closely=[])
        with subtests.test(seed=seed):
            for claim in assessment:
                told = ct.render(ct.report.compose_account(explanation, claim), "text")
                assert found(assessment.network, told) == []
