"""The binomial opinion: how much is believed, disbelieved, and simply not known."""

from claimtrack._record import record

__all__ = ["Opinion", "opinion", "posterior"]


@record
class Opinion:
    """A binomial opinion on a claim; belief + disbelief + unknown = 1."""

    belief: float
    """b in [0, 1]: the share of the evidence that speaks for the claim."""
    disbelief: float
    """d in [0, 1]: the share that speaks against it."""
    unknown: float
    """u in [0, 1]: the share on which there is no evidence."""
    base_rate: float
    """a in [0, 1]: the probability without any evidence."""
    probability: float
    """P = b + a·u in [0, 1]."""

    @property
    def disputed(self) -> float:
        """2·min(b, d) in [0, 1]: evidence that is met by as much against it."""
        return 2.0 * min(self.belief, self.disbelief)

    @property
    def settled(self) -> float:
        """|b - d| in [0, 1]: evidence that nothing meets; settled + disputed + unknown = 1."""
        return abs(self.belief - self.disbelief)


def posterior(base_rate: float, supporting: float, opposing: float) -> float:
    """P = a(1 + E⁺)/(1 + a·E⁺ + (1 - a)·E⁻): the probability that weights for and against a claim make.

    Example:
        >>> posterior(0.5, 3.0, 0.0)
        0.8
    """
    whole = 1.0 + base_rate * supporting + (1.0 - base_rate) * opposing
    return base_rate * (1.0 + supporting) / whole


def opinion(base_rate: float, supporting: float, opposing: float) -> Opinion:
    """The opinion that weights of evidence for and against a claim make.

    Z = 1 + a·E⁺ + (1 - a)·E⁻, b = a·E⁺/Z, d = (1 - a)·E⁻/Z, u = 1/Z, P = a(1 + E⁺)/Z.

    Args:
        base_rate: a in (0, 1), the prior probability.
        supporting: E⁺ >= 0, the excess likelihood ratio for the claim.
        opposing: E⁻ >= 0, that against it.

    Example:
        >>> opinion(0.5, 3.0, 0.0).probability
        0.8
        >>> opinion(0.5, 3.0, 3.0).unknown
        0.25

    References:
        [josang-2016], equation 3.11 with W = 2, r = W·a·E⁺, s = W·(1 - a)·E⁻.
    """
    whole = 1.0 + base_rate * supporting + (1.0 - base_rate) * opposing
    return Opinion(
        belief=base_rate * supporting / whole,
        disbelief=(1.0 - base_rate) * opposing / whole,
        unknown=1.0 / whole,
        base_rate=base_rate,
        probability=base_rate * (1.0 + supporting) / whole,
    )
