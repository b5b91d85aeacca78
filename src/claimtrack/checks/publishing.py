"""Publishing asks the checks: what would mislead readers or give a source away is refused before it is written."""

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from claimtrack._records import evolve
from claimtrack.checks.engine import judge, prepare, standing
from claimtrack.checks.profiles import Profile, SeverityOrOff, profile_of
from claimtrack.checks.rule import Finding
from claimtrack.checks.rules import RULES
from claimtrack.errors.failures import NotPublishable, Refusal
from claimtrack.model.casebook import Casebook
from claimtrack.network.build import build
from claimtrack.privacy.redact import Redaction, redact
from claimtrack.scoring.assess import assess

_ABOUT_PROTECTION, _ABOUT_QUOTES = "CT7", "CT5"
"""The codes of the rules about sources and their protection, and of those about quotes, begin like this."""


def ensure_publishable(
    casebook: Casebook | Redaction,
    *,
    texts: Mapping[str, str] | None = None,
    profile: Profile | str = "default",
    waived_in: Iterable[Casebook] = (),
) -> None:
    """Refuse a casebook of which the checks say that publishing it would mislead readers or give a source away.

    The commands ask this before they write anything for the public, and `publish` does. Only rules about protection
    (CT7xx) and quotes (CT5xx) that are errors under the profile count: a part of a protected name, a quote with other
    words than its document, a dropped negation. A waiver lets their findings stand.

    Args:
        casebook: the whole casebook, with its private file; or a redaction of it, which is not made anew.
        texts: the text of each document by its id, besides those in the casebook, which `read_texts` reads; None where
            what is published carries no quotes, so that none is looked at.
        profile: a profile or the name of one, as `check` takes them.
        waived_in: other casebooks whose waivers count too, such as the present one for what was so in the past.

    Raises:
        NotPublishable: there are such findings; the error names the rules and the places, and repeats no text.
        UnknownName: there is no such profile.

    Cost: linear in the casebook and the texts.

    Example:
        >>> from claimtrack.model import Casebook, Source
        >>> ensure_publishable(Casebook(sources=(Source(id="nurse", name="Ada Quill", protected=True),)))
    """
    found = find_refusals(casebook, texts=texts, profile=profile, waived_in=waived_in)
    if found:
        rules = {rule.code: rule for rule in RULES}
        raise NotPublishable(
            findings=tuple((one.code, one.place) for one in found),
            rules=tuple(
                Refusal(code, rules[code].says, rules[code].fix) for code in sorted({one.code for one in found})
            ),
        )


def find_refusals(
    casebook: Casebook | Redaction,
    *,
    texts: Mapping[str, str] | None = None,
    profile: Profile | str = "default",
    waived_in: Iterable[Casebook] = (),
) -> tuple[Finding, ...]:
    """The findings for which `ensure_publishable` refuses a casebook; arguments, errors and cost are the same."""
    chosen = profile_of(profile) if isinstance(profile, str) else profile
    strict = _only_refusing(chosen, with_quotes=texts is not None)
    redaction = casebook.for_the_public() if isinstance(casebook, Redaction) else redact(casebook)
    # None of these rules looks at a score, so that none is worked out.
    case = prepare(assess(build(redaction.whole), only=()), texts or {}, strict)
    found = standing(judge(evolve(case, redaction=redaction), strict, waived_in=waived_in))
    quoted = {text.id for text in redaction.texts if text.field == "quote"}
    return tuple(one for one in found if not one.code.startswith(_ABOUT_QUOTES) or one.id in quoted)


def _only_refusing(profile: Profile, *, with_quotes: bool) -> Profile:
    """The profile with every rule off but those for which publishing is refused."""
    about = (_ABOUT_PROTECTION, *([_ABOUT_QUOTES] if with_quotes else []))

    def levels() -> Iterator[tuple[str, SeverityOrOff]]:
        for rule in RULES:
            is_strict = rule.code.startswith(about) and profile.level_of(rule.code) == "error"
            yield rule.code, "error" if is_strict else "off"

    return Profile(id=profile.id, name=profile.name, levels=MappingProxyType(dict(levels())))
