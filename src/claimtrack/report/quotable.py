"""A judgment as one sentence that can be quoted: what, and how likely in words and per cent."""

import re

from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.words import per_cent_in_word
from claimtrack.scoring.assessment import Score
from claimtrack.text.words import quoted

_LONGEST = 240
"""A longer text is cut off where it is only mentioned; it stands in full where it is judged."""
_SMALL = frozenset(
    re.findall(
        r"\w+",
        "a after all an and any as at because before both by during each every few for from her his if in it its many "
        "most much neither no nobody nothing of on once one our over several she he since so some that the their there "
        "these they this those three to two under until we when where while with anybody anyone everybody everyone "
        "somebody someone something everything",
    )
)
"""Words that are capitals at the beginning of a sentence alone; any other may be a name."""
_BREAK = re.compile(r"[.?!…:]\s|[?!:]$")
_IT_IS = frozenset({"certain", "likely", "unlikely", "probable", "improbable", "possible", "impossible"})
_THERE_IS = frozenset({"chance", "possibility", "probability"})
_NO_ARTICLE = re.compile(r"^(almost |virtually |practically )?no\b")


def quote_judgment(score: Score, scale: LikelihoodScale) -> str:
    """A judgment as one sentence, such as: It is very likely (87 %) that the dam was blown up."""
    clause = clause_of(score.claim.text)
    if not score.estimate.judged:
        known = f"whether {clause}" if clause else f"whether this is so: {quoted(score.claim.text)}"
        return f"It is not known {known}."
    share, opening = per_cent_in_word(score.probability, scale), _opening(score.word)
    if opening is None:
        return f"{mention(score.claim.text)}: {score.word}, {share}."
    that = f"that {clause}" if clause else f"that this is so: {quoted(score.claim.text)}"
    return f"{opening} ({share}) {that}."


def _opening(word: str) -> str | None:
    """The beginning of a sentence with a likelihood word; None for a word that takes no `that`."""
    last = word.rsplit(" ", 1)[-1]
    if word.startswith("between "):
        return None
    if last in _IT_IS or word.endswith(" as not"):
        return f"It is {word}"
    if last in _THERE_IS:
        article = "" if _NO_ARTICLE.match(word) else "an " if word[0] in "aeiou" else "a "
        return f"There is {article}{word}"
    return None


def clause_of(text: str) -> str | None:
    """The text of a claim as it stands after `that`; None where it is more than one sentence, or none.

    Example:
        >>> clause_of("The dam broke."), clause_of("Moscow denies it."), clause_of("It broke. Who did it?")
        ('the dam broke', 'Moscow denies it', None)
    """
    text = text.strip().removesuffix(".")
    if not text or _BREAK.search(text) or len(text) > _LONGEST:
        return None
    first = re.split(r"[\s,’']", text, maxsplit=1)[0]
    return text[0].lower() + text[1:] if (first.lower() in _SMALL and first != first.upper()) or first == "A" else text


def mention(text: str) -> str:
    """The text of a claim in quotation marks, cut off where it is very long.

    Example:
        >>> mention("The dam broke.")
        '“The dam broke”'
    """
    text = text.strip().removesuffix(".")
    return quoted(text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1].rsplit(' ', 1)[0]} …")


def whether(text: str) -> str:
    """A claim as something to find out: `whether the dam broke`, or its text in quotation marks after `whether`."""
    clause = clause_of(text)
    return f"whether {clause}" if clause else f"whether this is so: {mention(text)}"


def finding(text: str) -> str:
    """A claim as something that was found: `that the dam broke`, or its text in quotation marks."""
    clause = clause_of(text)
    return f"that {clause}" if clause else mention(text)
