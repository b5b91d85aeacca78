"""Likelihood words: from a probability to the term of a named scale, and nothing else."""

from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import likelihood_scale

EVEN = 0.5
"""Neither likelier nor less likely than not."""
_FEW, _MANY = 0.005, 0.995
_ROUNDING = 1e-12
_JOINED = "\u00a0"


def word_for(probability: float, scale: LikelihoodScale | str = "icd203") -> str:
    """The term of a scale for a probability in [0, 1].

    A touching edge belongs to the upper term, and what misses an edge by rounding alone stands on it. Below the lowest
    term and above the highest the end term is taken. Where ranges overlap, the narrowest that holds the number is
    taken, and of equally narrow ones the upper. In a gap of the scale there is no term: the two neighbours are named.

    Raises:
        UnknownName: no scale has that name.

    Example:
        >>> word_for(0.55)
        'likely'
        >>> word_for(0.52, "phia")
        'between realistic possibility and likely or probable'

    References:
        [icd-203], [phia], [ipcc-ar5], [kent-1964], [stix-2.1].
    """
    terms = (likelihood_scale(scale) if isinstance(scale, str) else scale).terms
    edges = (edge for term in terms for edge in (term.low, term.high))
    probability = next((edge for edge in edges if abs(edge - probability) <= _ROUNDING), probability)
    inside = [term for term in terms if term.low <= probability < term.high]
    holding = inside or [term for term in terms if term.low <= probability <= term.high]
    if holding:
        return min(holding, key=lambda term: (round(term.high - term.low, 9), -term.low)).label
    below = [term for term in terms if term.high < probability]
    above = [term for term in terms if term.low > probability]
    if not below:
        return above[0].label
    if not above:
        return below[-1].label
    return f"between {below[-1].label} and {above[0].label}"


def per_cent(probability: float) -> str:
    """A probability in whole per cents, as prose has it; a space that no line breaks at joins number and sign.

    Example:
        >>> print(per_cent(0.462).replace("\N{NO-BREAK SPACE}", " "))
        46 %
    """
    if 0.0 < probability <= _FEW:
        return f"under 1{_JOINED}%"
    if _MANY <= probability < 1.0:
        return f"over 99{_JOINED}%"
    return f"{probability:.0%}".replace("%", f"{_JOINED}%")


def per_cent_in_word(probability: float, scale: LikelihoodScale | str = "icd203") -> str:
    """A probability in whole per cents, with `just under` or `just above` where these would have another word.

    Example:
        >>> print(per_cent_in_word(0.5495).replace("\N{NO-BREAK SPACE}", " "))
        just under 55 %
    """
    rounded = round(probability, 2)
    if not _FEW < probability < _MANY or word_for(rounded, scale) == word_for(probability, scale):
        return per_cent(probability)
    return f"just {'under' if probability < rounded else 'above'} {per_cent(probability)}"


def per_cents(low: float, high: float) -> str:
    """Two probabilities in whole per cents, with one sign for both.

    Example:
        >>> print(per_cents(0.16, 0.27).replace("\N{NO-BREAK SPACE}", " "))
        16 to 27 %
    """
    return f"{per_cent(low).removesuffix('%').rstrip()} to {per_cent(high)}"
