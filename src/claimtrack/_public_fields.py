"""The words in which each field of a record says what of it is public; the records are in `model`."""

from collections.abc import Callable, Mapping
from enum import Enum
from types import MappingProxyType
from typing import Any, Literal, TypeVar, dataclass_transform

import attrs

from claimtrack._records import constant_record, fields_of, record

_T = TypeVar("_T")

Treatment = Literal[
    "keep", "clean", "topic", "descriptor", "terms", "id", "place", "record", "records", "unshown", "drop"
]
"""What becomes of a field in the public casebook; `TREATMENTS` says it in words."""
TREATMENTS: Mapping[Treatment, str] = MappingProxyType(
    {
        "keep": "yes",
        "clean": "names replaced",
        "topic": "names replaced",
        "descriptor": "names replaced",
        "terms": "yes",
        "id": "public ids",
        "place": "its place instead",
        "record": "field by field",
        "records": "field by field",
        "unshown": "counted, not shown",
        "drop": "no",
    }
)

Condition = Literal["always", "named", "described", "not deep", "met by name", "keeps text", "quotable", "not apart"]
"""When a field is published; `CONDITIONS` says it in words. Sources "behind" a record are its origin and its relays."""
CONDITIONS: Mapping[Condition, str] = MappingProxyType(
    {
        "always": "",
        "named": "only if every source behind it is named",
        "described": "only if the source is named, or under its main label if no hidden source is named in it",
        "not deep": "not on deep background",
        "met by name": "only if the last source of the chain is named, and the text names no hidden one",
        "keeps text": "not if a published text that it stands in could name a hidden source",
        "quotable": "not on deep background, or if a published text that it stands in could name a hidden source",
        "not apart": "not if a source behind it stands under another name or label elsewhere",
    }
)

Guarded = Literal["name", "word", "text"]
"""How the guard looks for a field of a record that is not public.

`name`: a name or contact; `word`: an id or a place, which may also be a word of the prose; `text`: free text.
"""


class Otherwise(Enum):
    """What stands in a public field whose condition does not hold, besides a value of its own."""

    DEFAULT = "the field's default"
    LABEL = "the label of the source"


@constant_record
class Public:
    """What becomes of a field in the public casebook."""

    treatment: Treatment
    """What is done to the value."""
    when: Condition = "always"
    """When it is published at all."""
    otherwise: object = Otherwise.DEFAULT
    """What stands there if it is not."""
    of: str = ""
    """For an id: the collection of the record that it names; `records` for any."""


def field(
    *,
    says: str,
    public: Treatment | None = None,
    when: Condition = "always",
    otherwise: object = Otherwise.DEFAULT,
    of: str = "",
    guarded: Guarded | None = None,
    validator: Callable[[Any, "attrs.Attribute[Any]", Any], None] | None = None,
    **options: Any,  # noqa: ANN401
) -> Any:  # noqa: ANN401
    """A field of a casebook's record, with its line in the table of what is public.

    Args:
        says: what it means, for the JSON Schema and the docs.
        public: what becomes of it in the public casebook.
        when: when it is published at all.
        otherwise: what stands there if it is not.
        of: for ids, the collection that they name.
        guarded: how the guard looks for it where its record is not public; None where it does not.
        validator: what refuses wrong values; None allows all.
        options: as `attrs.field` takes them.
    """
    rule = None if public is None else Public(treatment=public, when=when, otherwise=otherwise, of=of)
    return attrs.field(metadata={"says": says, "public": rule, "guarded": guarded, "check": validator}, **options)


@dataclass_transform(frozen_default=True, kw_only_default=True, field_specifiers=(field,))
def casebook_record(cls: type[_T]) -> type[_T]:
    """Make a class a record of a casebook, each field of which says what becomes of it in public.

    Raises:
        TypeError: a field does not, or says what cannot be; it must not be left to chance whether it is published.
    """
    made = _checked_at_once(cls)
    for each in fields_of(made):
        rule = each.metadata.get("public")
        place = f"{cls.__name__}.{each.name}"
        if rule is None:
            raise TypeError(
                f"{place} does not say what becomes of it in the public casebook: declare it with "
                f"`field(says=…, public=…)`, where public is one of {', '.join(map(repr, TREATMENTS))}; "
                'if in doubt, public="drop"'
            )
        if rule.treatment not in TREATMENTS or rule.when not in CONDITIONS or (rule.treatment == "id") != bool(rule.of):
            raise TypeError(
                f"{place}: {rule} is no rule; see `TREATMENTS` and `CONDITIONS` in claimtrack/_public_fields.py"
            )
        may_go = rule.treatment == "drop" or rule.when != "always"
        if may_go and each.default is attrs.NOTHING and rule.otherwise is Otherwise.DEFAULT:
            raise TypeError(f"{place} is required and may be withheld: say with `otherwise=` what stands there then")
    return made


def check_of(each: "attrs.Attribute[Any]") -> Callable[[Any, "attrs.Attribute[Any]", Any], None] | None:
    """The validator of a field of a casebook's record; None where every value is allowed."""
    check: Callable[[Any, attrs.Attribute[Any], Any], None] | None = each.metadata.get("check")
    return check


def rule_of(kind: type) -> Callable[[Any], None] | None:
    """What a casebook's record checks of its fields together, once each is valid; None where it checks nothing."""
    return _RULES.get(kind)


_RULES: dict[type, Callable[[Any], None]] = {}


def _checked_at_once(cls: type[_T]) -> type[_T]:
    """Make a class a record whose validators run once all fields are set, and not on what has its default.

    Most fields of most records have their default, which is valid: to check them all took much of the time of reading.
    """
    own: Callable[[Any], None] | None = vars(cls).get("__attrs_post_init__")
    cls.__attrs_post_init__ = lambda _: None  # type: ignore[attr-defined]  # attrs calls what stands here in the end
    made = record(cls)
    known: dict[str, Any] = {"own": own}
    lines = ["def check(self):", " pass"]
    for each in fields_of(made):
        if check_of(each) is not None:
            name = each.name
            known |= {f"is_{name}": check_of(each), f"field_{name}": each, f"default_{name}": each.default}
            lines.append(f" if (value := self.{name}) is not default_{name}: is_{name}(self, field_{name}, value)")
    if own is not None:
        _RULES[made] = own
        lines.append(" own(self)")
    exec("\n".join(lines), known)  # noqa: S102 - as attrs makes its own methods
    made.__attrs_post_init__ = known["check"]  # type: ignore[attr-defined]
    return made


def public_rule(each: "attrs.Attribute[Any]") -> Public:
    """What becomes of a field in the public casebook; a field without a rule is an error, never published."""
    rule: Public = each.metadata["public"]
    return rule
