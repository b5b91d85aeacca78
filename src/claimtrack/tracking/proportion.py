"""Proportions of few cases, with how little they may tell: the Wilson interval."""

from math import sqrt

from claimtrack._records import small_record

_Z = 1.959963984540054
"""The normal quantile of .975."""


@small_record
class Proportion:
    """How often something was so.

    Example:
        >>> share = Proportion(3, 4)
        >>> round(share.low, 2), round(share.middle, 2), round(share.high, 2)
        (0.3, 0.63, 0.95)

    References:
        [wilson-1927], the interval of the score test at 95 %.
    """

    so: int
    """How often it was so."""
    of: int
    """How often it could have been."""

    @property
    def middle(self) -> float:
        """The middle of the interval in [0, 1]: the share drawn towards one half, the more the fewer there are."""
        return (self.so + _Z * _Z / 2.0) / (self.of + _Z * _Z)

    @property
    def _reach(self) -> float:
        spread = self.so * (self.of - self.so) / self.of if self.of else 0.0
        return _Z * sqrt(spread + _Z * _Z / 4.0) / (self.of + _Z * _Z)

    @property
    def low(self) -> float:
        """Lower end of the interval, in [0, 1]."""
        return max(0.0, self.middle - self._reach)

    @property
    def high(self) -> float:
        """Upper end of the interval, in [0, 1]."""
        return min(1.0, self.middle + self._reach)
