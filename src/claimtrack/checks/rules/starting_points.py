"""Starting points: what a judgment takes for granted before anything is said."""

import re
from collections.abc import Callable, Iterator

from claimtrack._records import evolve
from claimtrack.checks.rule import CaseUnderCheck, Hit, declare
from claimtrack.errors.base import shown
from claimtrack.model.claims import Question
from claimtrack.scales.words import per_cent
from claimtrack.text.names import mentioning
from claimtrack.text.words import listed

_LIKELY = 0.55
_MUCH = 0.01
"""What none of these must hold of a question, if it is to be asked about."""
_NAMED = ("person", "official", "organisation")
_MEANT = (
    "abducted|ambushed|assassinated|betrayed|bombed|bribed|blew (?:.{1,40} )?up|burned down|embezzled|executed|forged|"
    "hacked|hijacked|kidnapped|looted|massacred|murdered|poisoned|raped|robbed|sabotaged|set fire|shelled|shot|"
    "set .{1,40} on fire|smuggled|spied|stabbed|stole|stolen|tortured|torpedoed"
)
"""What only somebody does, and means to."""
_ACCUSES = re.compile(
    rf"\b(?:(?P<meant>{_MEANT})|attacked|carried out|caused|committed|destroyed(?! (?:its|their|his|her)\b)|"
    r"killed|leaked|ordered|planted|"
    r"(?:was|were|is|are) (?:behind|guilty of|responsible for|to blame for))\b"
)
_PASSIVE = re.compile(r"\b(?:am|are|be|been|being|is|was|were)\s+(?:\w+ly\s+)?$")
_DOER = re.compile(r"\bby\s+(?P<who>.*)", re.DOTALL)
_DEFINITE = re.compile(r"\b(?:the|his|her|its|their|he|she|they)\b", re.IGNORECASE)
_NO_NAME = re.compile(
    r"\b(?:A|After|All|An|And|At|Before|By|During|Each|Every|He|Her|His|If|In|It|Its|Many|More|No|Nobody|None|On|One|"
    r"Several|She|Some|Somebody|Someone|That|The|Their|There|These|They|This|Those|Three|Two|We|When|Who)\b"
)
"""Words with a capital at the start of a sentence that name nobody."""
_CAPITAL = re.compile(r"\b[A-Z][\w’'-]+")


@declare(
    "CT901",
    "open-question",
    "info",
    standards=("icd203",),
    says="An answer is held to be likely, and nobody said whether one of the answers must be true.",
    why="Until that is said, a share is kept for none of these; it is taken from all answers.",
    fix="Set `exhaustive = true` if one of the answers must be true. If not, give the answers a `prior` each, which "
    "leaves none of these what you mean it to have, or waive this.",
)
def _open(case: CaseUnderCheck) -> Iterator[Hit]:
    open_questions = [question for question in case.book.questions if _is_open(case, question)]
    if not open_questions:
        return
    # All of them are closed at once, so that they cost one more scoring together.
    closed = {question.id for question in open_questions}
    questions = tuple(evolve(q, exhaustive=True) if q.id in closed else q for q in case.book.questions)
    claims = [claim for question in open_questions for claim in question.claims]
    scores = case.rescored(evolve(case.book, questions=questions), claims)
    for question in open_questions:
        none = 1.0 - sum(case.assessment[claim].probability for claim in question.claims)
        first = max(question.claims, key=lambda claim: case.assessment[claim].probability)
        before, after = case.assessment[first].probability, scores[first].probability
        kept = f"none of these keeps {per_cent(none)} of {shown(question.id)}, which nobody said is exhaustive or not"
        made = f"`exhaustive = true` would make {shown(first)} {per_cent(after)} instead of {per_cent(before)}"
        yield Hit("questions", question.id, f"{kept}; {made}", "exhaustive")


def _is_open(case: CaseUnderCheck, question: Question) -> bool:
    """Whether none of these keeps something that nobody gave it, and one of several answers is likely."""
    scores = [case.assessment.scores[claim].probability for claim in question.claims]
    told = question.exhaustive or all(case.network.claims[claim].prior is not None for claim in question.claims)
    return not told and len(scores) > 1 and max(scores) >= _LIKELY and 1.0 - sum(scores) >= _MUCH


@declare(
    "CT902",
    "culprit-without-prior",
    "info",
    standards=("icd203",),
    says="A claim says that somebody did wrong, and no prior is given.",
    why="It starts from even: half, or an equal share among rivals, though few of all who could have done it did it.",
    fix="Give the claim a `prior` from how often such a thing is so, or put it beside its rivals in a question.",
)
def _culprit(case: CaseUnderCheck) -> Iterator[Hit]:
    people = [source for source in case.book.sources if source.kind in _NAMED and not source.protected]
    mentioned = mentioning({name: source.id for source in people for name in (source.name, *source.aliases)})
    priors = (claim.id for claim in case.book.claims if claim.prior is not None)
    stated = {case.network.families[name].claims[0] for name in priors if name in case.network.families}
    accusing: dict[str, list[str]] = {}
    for claim, family in case.network.families.items():
        text = case.network.claims[claim].text
        if family.claims[0] not in stated and case.network.chains[claim] and _names_culprit(text, mentioned):
            accusing.setdefault(family.claims[0], []).append(claim)
    for first, claims in accusing.items():
        family = case.network.families[first]
        # Rivals start alike, so that they are told together; a claim whose finding is waived is told by itself.
        together = [claim for claim in claims if not case.has_waiver("CT902", claim)]
        start = f"{'even' if family.question is None else 'an equal share'}, {per_cent(family.priors[claims[0]])}"
        if family.question is not None and len(together) > 1:
            rivals = listed(map(shown, together), most=len(together))
            text = f"{rivals} name culprits and have no prior: each starts from {start}"
            yield Hit("questions", family.question.id, text)
        for claim in claims:
            if len(together) < 2 or claim not in together:  # noqa: PLR2004 (several)
                text = f"{shown(claim)} names a culprit and has no prior: it starts from {start}"
                yield Hit("claims", claim, text, "prior")


def _names_culprit(text: str, mentioned: Callable[[str], set[str]]) -> bool:
    """Whether a sentence says of somebody in particular that they did wrong."""
    accuses = _ACCUSES.search(text)
    if accuses is None:
        return False
    who = text[: accuses.start()]
    if _PASSIVE.search(who):
        doer = _DOER.search(text, accuses.end())
        who = doer["who"] if doer else ""
    if mentioned(who) or _CAPITAL.search(_NO_NAME.sub("", who)):
        return True
    return accuses["meant"] is not None and _DEFINITE.search(who) is not None
