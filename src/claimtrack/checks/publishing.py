"""Publishing asks the checks: what they say about protection is heard before anything is written for the public."""

from collections.abc import Iterator
from types import MappingProxyType

from claimtrack._records import evolve
from claimtrack.checks.engine import judge, prepare, standing
from claimtrack.checks.profiles import Profile, SeverityOrOff, profile_of
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import NotPublishable
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.scoring.assess import assess

_ABOUT_PROTECTION = "CT7"
"""The codes of the rules about sources and their protection begin like this."""


def ensure_publishable(casebook: Casebook | Redaction, *, profile: Profile | str = "default") -> None:
    """Refuse a casebook of which the checks say that publishing it would give a source away.

    The commands ask this before they write anything for the public. Only rules about protection (CT7xx) that are
    errors under the profile count; a waiver lets their findings stand.

    Args:
        casebook: the whole casebook, with its private file; or a redaction of it, which is not made anew.
        profile: a profile or the name of one, as `check` takes them.

    Raises:
        NotPublishable: there are such findings; the error names the rules and the places, and repeats no text.
        UnknownName: there is no such profile.

    Cost: linear in the casebook.

    Example:
        >>> from claimtrack.model import Casebook, Source
        >>> ensure_publishable(Casebook(sources=(Source(id="nurse", name="Ada Quill", protected=True),)))
    """
    chosen = profile_of(profile) if isinstance(profile, str) else profile
    strict = _only_protection(chosen)
    # No rule about protection looks at a score, so that none is worked out.
    redaction = casebook.for_the_public() if isinstance(casebook, Redaction) else redact(casebook)
    case = prepare(assess(build(redaction.whole), only=()), {}, strict)
    found = standing(judge(evolve(case, redaction=redaction), strict))
    if found:
        fixes = {rule.code: rule.fix for rule in RULES}
        raise NotPublishable(
            findings=tuple((one.code, one.place) for one in found),
            fixes=tuple(fixes[code] for code in dict.fromkeys(one.code for one in found)),
        )


def _only_protection(profile: Profile) -> Profile:
    """The profile with every rule off but those about protection that it takes for errors."""

    def levels() -> Iterator[tuple[str, SeverityOrOff]]:
        for rule in RULES:
            is_strict = rule.code.startswith(_ABOUT_PROTECTION) and profile.level_of(rule.code) == "error"
            yield rule.code, "error" if is_strict else "off"

    return Profile(id=profile.id, name=profile.name, levels=MappingProxyType(dict(levels())))
