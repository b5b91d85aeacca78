"""Why: what each key judgment was made of, step by step."""

from collections.abc import Iterator, Mapping, Sequence

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.reasons import Reason
from claimtrack.report.blocks import WEIGHTS, Bullets, Outline, Section, make_section
from claimtrack.report.working import tabulate_working, without_mirrors, working_of

_HOW_TO_READ = (
    "“Known” is the chance that their knowledge reached us, “anyway” the chance of hearing this without it. "
    "A finding is another claim of this case."
)
_MIRROR = "Where one of two answers must be true, what counts for the one counts against the other, which is left out."


def write_why(explanation: Explanation, claims: Sequence[str], numbers: Mapping[str, int]) -> list[Section]:
    """What the judgments of some claims were made of, each in a table.

    Args:
        explanation: what to tell of.
        claims: their ids.
        numbers: the number of each statement in the list of the evidence.

    Cost: linear in the steps.
    """
    shown = without_mirrors(explanation.assessment, claims)
    accounts = [explanation.accounts[name] for name in shown]
    if not accounts:
        return []
    working = working_of(explanation.assessment.network, numbers)
    tables = (
        make_section(account.score.claim.text, tabulate_working(working, account), level=2) for account in accounts
    )
    mirrors = _MIRROR if len(shown) < len(claims) else None
    return [make_section("Why", f"{WEIGHTS} {_HOW_TO_READ}", mirrors), *tables]


def list_steps(account: Account) -> Bullets:
    """The steps in the order in which they were made."""
    return Bullets(items=tuple(reason.text for reason in account.reasons if reason.is_visible), numbered=True)


def outline_reasons(explanation: Explanation, claim: str) -> Outline | None:
    """The tree of reasons of a claim; below a link stand the reasons of the claim it leads from, once."""
    account = explanation[claim]
    if account.why is None:
        return None
    items = list(_walk(explanation, account.why, 0, {claim}))
    items += [(0, reason.text) for reason in account.reasons if reason.step.rule in ("large ring", "bounds")]
    return Outline(items=tuple(items))


def _walk(explanation: Explanation, reason: Reason, depth: int, seen: set[str]) -> Iterator[tuple[int, str]]:
    if reason.is_visible:
        yield depth, reason.text
    for part in reason.parts:
        yield from _walk(explanation, part, depth + reason.is_visible, seen)
    # Links may lead round in a ring, so each claim is opened only the first time it is met.
    if reason.claim is not None and reason.claim in explanation.accounts and reason.claim not in seen:
        seen.add(reason.claim)
        for part in _evidence_below(explanation.accounts[reason.claim].why):
            yield from _walk(explanation, part, depth + 1, seen)


def _evidence_below(root: Reason | None) -> tuple[Reason, ...]:
    """What a judgment rests on, below the steps that make a probability of it."""
    while root is not None and root.step.rule == "rivals":
        root = root.parts[0]
    return () if root is None else tuple(part for part in root.parts if part.step.rule != "prior")
