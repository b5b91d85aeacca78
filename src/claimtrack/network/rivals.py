"""Families: the rivals of one question with their priors, or a claim alone."""

from collections.abc import Mapping
from math import fsum
from types import MappingProxyType

from claimtrack._records import record
from claimtrack.model.casebook import Casebook
from claimtrack.model.claims import Claim, Question

_NOTHING_LEFT = 1e-9


@record
class Family:
    """The rivals of one question with their priors; a claim outside questions is a family of its own."""

    question: Question | None
    """The question; None for a lone claim."""
    claims: tuple[str, ...]
    """Ids of the rivals."""
    priors: Mapping[str, float]
    """The prior of each, in (0, 1)."""
    none_of_these: float
    """What is left to none of these, in [0, 1); 0 where the question is exhaustive."""

    @property
    def is_negation(self) -> bool:
        """Whether it is one claim and its negation: two rivals and nothing else."""
        return self.question is not None and len(self.claims) == 2 and self.none_of_these == 0.0  # noqa: PLR2004


def families_of(casebook: Casebook, claims: Mapping[str, Claim]) -> dict[str, Family]:
    """The family of each claim that can be scored: all but opinions. Cost: linear in claims."""
    families = {}
    for question in casebook.questions:
        family = _family(question, claims)
        families.update(dict.fromkeys(question.claims, family))
    for claim in casebook.claims:
        if claim.id not in families and claim.kind != "opinion":
            prior = 0.5 if claim.prior is None else claim.prior
            families[claim.id] = Family(
                question=None, claims=(claim.id,), priors={claim.id: prior}, none_of_these=1.0 - prior
            )
    return families


def _family(question: Question, claims: Mapping[str, Claim]) -> Family:
    stated = [prior for name in question.claims if (prior := claims[name].prior) is not None]
    left = 1.0 - fsum(stated)
    unstated = len(question.claims) - len(stated)
    share = left / (unstated + (0 if question.exhaustive else 1)) if unstated else 0.0
    priors = {name: share if (prior := claims[name].prior) is None else prior for name in question.claims}
    rest = left - share * unstated
    none = 0.0 if question.exhaustive or rest < _NOTHING_LEFT else rest
    return Family(question=question, claims=question.claims, priors=MappingProxyType(priors), none_of_these=none)
