"""Why: each step from the evidence to the number."""

from collections.abc import Iterator, Sequence

from claimtrack.analysis.explanation import Account, Explanation
from claimtrack.analysis.reasons import Reason
from claimtrack.report.blocks import WEIGHTS, Bullets, Outline, Section, make_section

_FEW = 12
"""How many claims a casebook may have for the reasons of all of them to be given."""
_OTHERS = "These are the reasons of the key judgments. `claimtrack explain FILE ID` gives any other's."


def write_why(explanation: Explanation, keys: Sequence[str]) -> list[Section]:
    """The steps behind the key claims, numbered; in a small casebook behind all claims."""
    accounts = explanation.accounts
    chosen = [accounts[name] for name in (accounts if len(accounts) <= _FEW else keys) if name in accounts]
    if not chosen:
        return []
    texts = (WEIGHTS,) if len(chosen) == len(accounts) else (WEIGHTS, _OTHERS)
    return [
        make_section("Why", *texts),
        *(make_section(account.score.claim.text, list_steps(account), level=2) for account in chosen),
    ]


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
