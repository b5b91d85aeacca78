"""Write the generated pages: `python docs/generate.py`.

It makes format.md, commands.md, reference.md, checks.md, scales.md, laws.md and the gallery, puts the scores into
face_validity.md, and plays the tutorial and the page of the ledger.
The hand-written parts of the pages stand here, beside what is taken from the records, the parser and the errors.
In what is played only the output blocks are replaced; the marks are comments before a block:

- `<!-- run -->`: the commands are run at a terminal, and the `text` block after them gets their output;
  `<!-- run, lines 3-9 -->` shows only some lines of it;
- `<!-- file NAME -->`: the block becomes that file;
- `<!-- add to NAME -->`: the block is put at the end of that file;
- `<!-- edit NAME -->`: the `-` lines of the `diff` block are replaced by its `+` lines.
"""

import ast
import inspect
import io
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import redirect_stdout
from functools import partial
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
from generate_checks import checks_page, scales_page
from generate_face_validity import face_validity_page
from generate_gallery import gallery
from generate_laws import laws_page

import claimtrack
from claimtrack import errors
from claimtrack._public_fields import CONDITIONS, TREATMENTS, Otherwise, Public, public_rule
from claimtrack.cli._commands import COMMANDS
from claimtrack.cli.main import main
from claimtrack.io.converter import fields_in_file, name_in_file

HERE = Path(__file__).resolve().parent
COLUMNS = "88"
_MARK = "<!-- This page is written by docs/generate.py; change it there. -->"


# --- the file format ---------------------------------------------------------------------------------------------

_RECORDS: dict[str, tuple[str, str]] = {
    "Casebook": ("The file", "`title`, `cutoff` and `private` stand at the top of the file, before the first table."),
    "Policy": ("`[policy]`", ""),
    "Source": ("`[[sources]]`", ""),
    "Question": ("`[[questions]]`", "A claim belongs to at most one question. Rivals without a prior share equally."),
    "Claim": ("`[[claims]]`", "A claim outside every question starts at one half, unless it has a prior."),
    "Statement": ("`[[statements]]`", ""),
    "Relay": (
        "A relay, as a table",
        'In `via`, where an id alone is a neutral relay: `via = ["a", { source = "b", propensity = "serves" }]`.',
    ),
    "Standing": (
        "`standing` of a statement",
        'Written in one line: `standing = { is = "retracted", because = "…", on = 2024-05-20 }`.',
    ),
    "Link": ("`[[links]]`", "What a link passes on is told under [links](scoring.md#links-between-claims)."),
    "Dependence": ("`[[dependences]]`", "Dependences that share a source join into one group."),
    "Established": (
        "`[[established]]`",
        "For a source that you have found to know first-hand, where the lineage alone does not show it.",
    ),
    "Document": ("`[[documents]]`", ""),
    "TextFile": (
        "`text` of a document, as a file",
        'Written in one line: `text = { path = "article.txt" }`. See [quotes](checks.md#quotes-and-documents).',
    ),
    "Note": ("`[[notes]]`", ""),
}

_FORMAT_START = """\
# The file format

A casebook is one text file in TOML (`case.toml`) or JSON (`case.json`). Both hold the same. TOML is easier to
write by hand. `claimtrack new case.toml` writes a short one to start from, and `claimtrack check case.toml` lists
every mistake.

In TOML, `[[sources]]` begins one more source. The lines under it, up to the next bracket, are its fields. Lines
that belong to the whole file (`title`, `cutoff`) come first. Records may stand in any order. In JSON, `sources` is
a list of objects.

Editors can complete and check a casebook with the JSON Schema that `claimtrack schema` prints. In JSON, the key
`$schema` may name it.

## Ids

An id is a short word that you choose. It begins with a letter or a digit, and goes on with letters, digits and
`-`, `_`, `.`, `:`. It has at most 100 characters. Two records of one kind cannot share an id.

Statements, links and dependences may do without. Then they get their place as an id, **counted from 0**: the
fourth statement of the file is `statements-3`. Places in error messages count from 0 as well: `statements[3].claim`
is the claim of the fourth statement. Line numbers count from 1. If you put a statement before others, their
positional ids change; give a statement an id of its own before you refer to it.

In a public report, hidden sources have other ids, and records whose ids hold a name or id of theirs too. In texts, ids
are words like others and stay: choose ids that tell nothing.

## Dates

A date says as much as you know. The forms are a part of the Extended Date/Time Format (EDTF):

| form | meaning |
| --- | --- |
| `2021` | some day of that year |
| `2021-03` | some day of that month |
| `2021-03-30` | that day |
| `2021-03-30T09:15:00Z` | that day, with its time (a zone such as `+09:00` or none is possible too) |
| `2021-03~` | approximately |
| `2021-03?` | uncertain |
| `2021-03%` | both |
| `2021-01/2021-03` | from the first to the last; each end is any form above |

In TOML a whole day needs no quotes (`cutoff = 2021-03-30`), with its time or without. All other forms do
(`published = "2021-03~"`). Not accepted: open ends, seasons, and unknown digits such as `202X`.

Dates of one record must not contradict each other: nothing is published before it was stated. No statement may be
observed, stated or published after the cutoff. Only what is certain is refused, so a date in doubt contradicts nothing.
No date moves a score.

## The records

Every field that is not required may be left out. "–" means that it is then empty.

"Public" says what a public report or export shows of the field; it is taken from the declaration of the field, where
the program takes it from too. The sources behind a record are its origin and its relays, or those that it lists; they
are named unless they are protected or their terms ask for a label. Records that are not public at all are statements
off the record, what only they speak of, documents that a hidden source was met in, notes about hidden sources, and
notes of the kinds `deception check`, `harm` and `waiver`.
"""

_PRIVATE = """\
## The private file

What must never leave your hands goes into a file of its own, beside the casebook. For `case.toml` it is
`case.private.toml`. It holds one table for each source, by the source's id:

```toml
[sources.engineer]
name = "Ada Example"
contact = "ada@example.org"
```

{table}

Only these fields are allowed, and all of them hold text. The file is always TOML. Let only yourself read it
(`chmod 600 case.private.toml`); otherwise claimtrack warns. No report shows these fields, not even an internal one.
Messages about this file show no value and no unknown key, so they name a table by its line. See
[what is protected, and what is not](../SECURITY.md).
"""

_MODELLING = """\
## How to write down what you find

The examples in this part belong to one casebook. It begins like this:

<!-- together -->
```toml
[[sources]]
id = "gazette"
name = "The Gazette"
kind = "media"
reliability = "C"

[[sources]]
id = "mayor"
name = "The mayor"
kind = "official"
reliability = "C"

[[sources]]
id = "residents"
name = "Residents of Ferry Road"
kind = "other"

[[claims]]
id = "cracks"
text = "There were cracks in the bridge."

[[claims]]
id = "mayor-said"
text = "The mayor said that there were cracks in the bridge."
```

**A newspaper says it, and names nobody.** The newspaper is the origin. Its lineage is `told`, or `deduced` where it
draws a conclusion. Do not invent a source for each sentence: that would make origins out of nothing.

<!-- together -->
```toml
[[statements]]
origin = "gazette"
claim = "cracks"
stance = "asserts"
lineage = "told"
```

**X says that Y said it.** It is Y's statement, and X is in `via`. The lineage says how *Y* knows.

<!-- together -->
```toml
[[statements]]
origin = "mayor"
via = ["gazette"]
claim = "cracks"
stance = "asserts"
lineage = "told"
```

**You doubt that Y said it at all.** Make that a claim of its own, with X as its origin. Do not link it to what Y is
supposed to have said.

<!-- together -->
```toml
[[statements]]
origin = "gazette"
claim = "mayor-said"
stance = "asserts"
lineage = "witnessed"
```

**A longer way.** `via` begins on the origin's side. Residents heard the mayor, and the newspaper heard the residents.
Nobody can stand in a chain twice.

<!-- together -->
```toml
[[statements]]
origin = "mayor"
via = ["residents", "gazette"]
claim = "cracks"
stance = "asserts"
```

**"Residents say."** A group can be a source where the text names a group. It is one source, however many people
it has.

<!-- together -->
```toml
[[statements]]
origin = "residents"
via = ["gazette"]
claim = "cracks"
stance = "asserts"
```

**The newspaper checked for itself.** Then it makes a statement of its own, beside the one that it passes on.

**Ten outlets repeat one story.** The origin is the same each time. You may write down one statement for
each outlet; together they count once.

**The source takes a side, or speaks against itself.** Set `propensity` to `"serves"` or to `"against"`. It is about
this statement, not about the person.

**The relay takes a side.** An intelligence service that publishes an intercept serves itself, and so does a party that
quotes somebody else. Say so in the chain. The interest is the relay's, in passing on *this* statement; an agency that
passes on what its own government admits is `"against"`. Where the document itself is at hand, leave the party that
showed it out of the chain: you hear its author directly.

<!-- together -->
```toml
[[sources]]
id = "opposition"
name = "The opposition"
kind = "organisation"

[[statements]]
origin = "mayor"
via = [{ source = "opposition", propensity = "serves" }, "gazette"]
claim = "cracks"
stance = "asserts"
```

**The source examined the evidence.** Engineers, image analysts, laboratories and auditors know by examining. Their
lineage is `examined`, and `exhibits` names what they examined: documents, or sources of kind `record` or `sensor`. That
establishes the statement; without exhibits it is not established, and neither is what they `deduced`. All who examined
the same exhibit have one origin in it, the exhibit, however many they are.

<!-- together -->
```toml
[[sources]]
id = "engineer"
name = "An engineer of the university"
reliability = "B"

[[documents]]
id = "photos"
title = "Photographs of the main beam"

[[statements]]
origin = "engineer"
claim = "cracks"
stance = "asserts"
lineage = "examined"
exhibits = ["photos"]
```

**The source hesitates.** "I am fairly sure" is the origin's own hedge: set `certainty`, for example to 0.7. A
newspaper's "reportedly" is not: put it into `hedge`, where it changes nothing.

**Two answers to one question.** List both claims in a question. Then you need no second statement that denies the
rival.

**Two sources are not independent.** They have one owner, or one copies the other: write a dependence. Between origins
it lowers what they weigh together. Between relays it moves no number; what comes through both is then not counted as
reaching you by two ways.

<!-- together -->
```toml
[[dependences]]
sources = ["mayor", "residents"]
kind = "told by"
strength = 0.8
because = "Residents were at the mayor's meeting."
```

**You have found that a source knows first-hand**, though the text does not say so:

<!-- together -->
```toml
[[established]]
source = "residents"
because = "We met three of them on the bridge."
claim = "cracks"
```

**A correction.** Leave the statement in the file and change its `standing`. It then counts for nothing and stays
visible.

**Something told off the record.** Set `terms = "off the record"`. It counts in internal scores only, and the public
report is made as if it were not there.

**Nothing was agreed.** Leave `terms` out. A person, an official, a source of another kind, and any source with a
descriptor is then treated as speaking on background: the public report does not name it, and a line on stderr says so.
An organisation, a newspaper, a record or a sensor is named.

**Anybody can read it.** Set `terms = "published"`. This is also taken where no terms are noted and the statement came
through a named newspaper or other medium, or stands in a document with a `url`; a protected source stays hidden even
then. What the medium printed may name a protected origin, so quote, document and date are not published. If the text
does not name the origin either, set `anonymous = true` beside the statement.

**A claim about somebody.** A claim that says something of a person whom only missing terms hide keeps the name, unless
that person asserts it; `check` says which claims do (CT702). The names of protected sources, and of those who spoke on
background or off the record, stand in no claim.

**One event is evidence for another claim.** Write a link, with its reason. The link passes on what the first claim
rests on, so do not also repeat the first claim's statements under the second.

<!-- together -->
```toml
[[claims]]
id = "unsafe"
text = "The bridge was unsafe."

[[links]]
from = "cracks"
to = "unsafe"
sign = "supports"
strength = "moderate"
because = "Cracks in a main beam are a common sign of it."
```

**What a source examined.** Exhibits are published where all sources behind the statement are named, and the record or
sensor too. Elsewhere they could tell who examined them. They count in the scores all the same, so that examiners of one
exhibit do not seem to be independent.

**What only your desk should see.** The public report leaves out notes about labelled sources, deception checks and
waivers, who wrote a note, and the `note` of a source or a claim. Other notes are published.
"""

_PROBLEMS = """\
## What is reported

`claimtrack check` lists all problems of a file at once, each with its place, in TOML its line, and what was expected.
`claimtrack check --format json` gives each one a `code`. What it says about the sourcing of a valid file stands under
[the checks](checks.md).

{table}
"""


def format_page() -> str:
    """The reference of the file format."""
    schema: Any = claimtrack.json_schema()
    parts = [_MARK, _FORMAT_START]
    for name, (title, remark) in _RECORDS.items():
        part = schema if name == "Casebook" else schema["$defs"][name]
        says = [
            f"### {title}",
            *([part["description"]] if "description" in part else []),
            *([remark] if remark else []),
        ]
        rows = [_field_row(getattr(claimtrack, name), field, part["properties"]) for field in _fields(name)]
        parts += ["\n\n".join(says) + "\n", _table(("field", "values", "default", "public", "meaning"), rows)]
    private = [
        (f"`{field.name}`", "text", "–", _public(public_rule(field)), field.metadata["says"])
        for field in attrs.fields(claimtrack.Confidential)
    ]
    parts.append(_PRIVATE.format(table=_table(("field", "values", "default", "public", "meaning"), private).rstrip()))
    parts.append(_MODELLING)
    known = [(f"`{problem.code}`", _first_line(problem)) for problem in _problems()]
    parts.append(_PROBLEMS.format(table=_table(("code", "meaning"), known).rstrip()))
    return "\n".join(parts)


def _fields(name: str) -> "list[attrs.Attribute[Any]]":
    return fields_in_file(getattr(claimtrack, name))


def _field_row(kind: type, field: "attrs.Attribute[Any]", properties: dict[str, Any]) -> tuple[str, ...]:
    name = name_in_file(kind, field.name)
    says = properties[name]["description"]
    return f"`{name}`", _values(properties[name], says), _default(field.default), _public(public_rule(field)), says


def _public(rule: Public) -> str:
    """What becomes of a field in public, in words."""
    words = "; ".join(filter(None, (TREATMENTS[rule.treatment], CONDITIONS[rule.when])))
    if rule.otherwise is Otherwise.LABEL:
        return f"{words}; otherwise a label"
    return words if rule.otherwise in (Otherwise.DEFAULT, "") else f"{words}; otherwise {_default(rule.otherwise)}"


def _values(part: dict[str, Any], says: str) -> str:
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return f"a table: {_linked(name)}"
    if "anyOf" in part:
        return " or ".join(_values(other, says) for other in part["anyOf"])
    if "enum" in part:
        return ", ".join(f"`{json.dumps(word)}`" for word in part["enum"])
    return _PLAIN[part["type"]](part, says)


def _linked(name: str) -> str:
    title = _RECORDS[name][0]
    anchor = re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-")
    return f"[{title}](#{anchor})"


def _text(part: dict[str, Any], says: str) -> str:
    if "examples" in part:
        return "[date](#dates)"
    return "[id](#ids)" if "pattern" in part or says.startswith("Id of") else "text"


def _list(part: dict[str, Any], says: str) -> str:
    if "anyOf" in part["items"]:
        return f"list of ids, or of tables: {_linked(part['items']['anyOf'][1]['$ref'].rpartition('/')[2])}"
    if "$ref" in part["items"]:
        return f"tables: {_linked(part['items']['$ref'].rpartition('/')[2])}"
    return "list of ids" if says.startswith("Ids of") else "list of texts"


def _number(part: dict[str, Any], says: str) -> str:  # noqa: ARG001
    whole = "whole number" if part["type"] == "integer" else "number"
    low = f"above {part['exclusiveMinimum']}" if "exclusiveMinimum" in part else f"from {part['minimum']}"
    high = f"below {part['exclusiveMaximum']}" if "exclusiveMaximum" in part else f"to {part['maximum']}"
    return f"{whole} {low}{',' if 'above' in low or 'below' in high else ''} {high}".replace(", to", ", at most")


_PLAIN: dict[str, Callable[[dict[str, Any], str], str]] = {
    "string": _text,
    "boolean": lambda _, __: "`true`, `false`",
    "array": _list,
    "object": lambda part, says: f"a table from any word to {_values(part['additionalProperties'], says)}",
    "number": _number,
    "integer": _number,
}


def _default(value: object) -> str:
    if value is attrs.NOTHING:
        return "**required**"
    if isinstance(value, str | bool | float) and value != "":
        return f"`{json.dumps(value)}`"
    if isinstance(value, claimtrack.Standing):
        return "it stands"
    return "the defaults below" if getattr(value, "factory", None) is claimtrack.Policy else "–"


def _problems() -> list[type[errors.Problem]]:
    every = [getattr(errors, name) for name in errors.__all__]
    found = [kind for kind in every if isinstance(kind, type) and issubclass(kind, errors.Problem)]
    return sorted((kind for kind in found if kind is not errors.Problem), key=lambda kind: kind.code)


def _table(head: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)


def _first_line(thing: object) -> str:
    return (inspect.getdoc(thing) or "").partition("\n")[0]


# --- the commands ------------------------------------------------------------------------------------------------

_COMMANDS_START = """\
# The commands

```text
{top}```

Where `claimtrack` is not on your path, `python -m claimtrack` does the same.

## Exit statuses

| status | meaning |
| --- | --- |
| 0 | success |
| 1 | the casebook has mistakes, or a file cannot be read or written |
| 1 | `check` found something as grave as `--fail-on` says |
| 1 | `ledger verify` found that something is not as it was written |
| 1 | `laws` found a law that is broken without being declared, or a declared break that does not occur |
| 2 | the command line is wrong: an unknown command, option, format or claim, or a file that would be overwritten |

Messages go to standard error. `check --format json` and `--format sarif` list the mistakes on standard output.

What `check` looks for, and how to accept a finding, is described under [the checks](checks.md); the scales under
[scales](scales.md); the laws under [the laws](laws.md); the ledger under [the ledger](ledger.md).

## Who may read the output

`score`, `explain`, `report` and others show a casebook to an audience. A ledger works wherever a casebook does.

| audience | shows |
| --- | --- |
| `internal` | everything except the fields of the private file |
| `public` | only what can be published: nothing off the record, and labels for protected sources |

Without `--audience`, the output is `internal` on a terminal, and `public` in a pipe, in a redirected file
(`> report.txt`) and with `-o`. To write an internal report to a file, ask for it with `--audience internal`.

`convert` is different. It makes a working file from another, so its default is `internal`, and it takes the private
file along. Use `--audience public` for a casebook that others may have. `check`, `ledger log` and `ledger export` are
always internal.

`--key WORD` gives protected sources different labels for each word, so that two publications with different words
cannot be joined by their labels. Keep the word secret.
"""


def commands_page() -> str:
    """The reference of the command line."""
    start = [_MARK, _COMMANDS_START.format(top=_help())]
    return "\n".join([*start, *map(_command_part, COMMANDS)])


def _command_part(name: str) -> str:
    return f"{'###' if ' ' in name else '##'} claimtrack {name}\n\n```text\n{_help(*name.split())}```\n"


def _help(*words: str) -> str:
    before = os.environ.get("COLUMNS")
    os.environ["COLUMNS"] = COLUMNS
    try:
        with redirect_stdout(io.StringIO()) as out:
            main([*words, "--help"])
    finally:
        del os.environ["COLUMNS"]
        if before is not None:
            os.environ["COLUMNS"] = before
    return out.getvalue()


# --- the public names --------------------------------------------------------------------------------------------

_REFERENCE_START = """\
# Reference: the Python library

What most people need is in `claimtrack` itself:

```python
import claimtrack as ct

book = ct.read("examples/border_lockdowns/casebook.toml")
print(ct.score(book)["covid"].word)
```

The rest is in its [packages](#the-packages), such as `ct.events` for what can happen to a casebook and `ct.testing` for
the laws; all types of the signatures below can be imported from there. Nothing else is public.

Records are immutable and take their fields by name. Fields of the records that files hold are described in
[the file format](format.md). `help(ct.Statement)` and the like show the rest.
"""


def reference_page() -> str:
    """Each public name: those of the root with signature and members, those of the packages in a line."""
    things = {name: getattr(claimtrack, name) for name in claimtrack.__all__}
    packages = {name: thing for name, thing in things.items() if isinstance(thing, ModuleType)}
    classes = {name: thing for name, thing in things.items() if isinstance(thing, type)}
    groups = {
        "Functions": {name: thing for name, thing in things.items() if inspect.isfunction(thing)},
        "Records and other classes": {n: thing for n, thing in classes.items() if not issubclass(thing, Exception)},
        "Errors": {name: thing for name, thing in classes.items() if issubclass(thing, Exception)},
    }
    parts = [_MARK, _REFERENCE_START]
    for title, members in groups.items():
        parts.append(f"## {title}\n")
        parts += [_described(name, thing) for name, thing in members.items()]
    parts.append("## The packages\n")
    parts += [_package(name, package) for name, package in packages.items()]
    return "\n".join(parts)


def _described(name: str, thing: Any) -> str:  # noqa: ANN401
    text = f"### {name}\n\n```text\n{_signature(name, thing)}\n```\n\n{_first_line(thing)}\n"
    members = "\n".join(_members(thing)) if isinstance(thing, type) else ""
    return f"{text}\n{members}\n" if members else text


def _package(name: str, package: ModuleType) -> str:
    """The public names of a package that the root does not have; a type is named without a line of its own."""
    own = [n for n in _public_names(package) if not isinstance(getattr(package, n), ModuleType)]
    rows = [f"- `{n}`: {_first_line(getattr(package, n))}" for n in own if _is_defined(getattr(package, n))]
    types = [f"`{n}`" for n in own if not _is_defined(getattr(package, n))]
    also = ["", f"Types and constants: {', '.join(types)}."] if types else []
    return "\n".join([f"### ct.{name}", "", _first_line(package), "", *rows, *also, ""])


def _public_names(package: ModuleType) -> list[str]:
    listed = getattr(package, "__all__", None)
    if listed is not None:
        return [name for name in listed if not name.startswith("_")]
    return [
        name
        for name, thing in vars(package).items()
        if not name.startswith("_") and getattr(thing, "__module__", "") == package.__name__
    ]


def _is_defined(thing: object) -> bool:
    return inspect.isfunction(thing) or (isinstance(thing, type) and thing.__module__.startswith("claimtrack"))


def _tree(thing: object) -> Any:  # noqa: ANN401
    source = inspect.getsource(thing)  # type: ignore[arg-type]
    return ast.parse(inspect.cleandoc("\n" + source)).body[0]


def _signature(name: str, thing: Any) -> str:  # noqa: ANN401
    if inspect.isfunction(thing):
        hidden = {word: value for word, value in vars(inspect.getmodule(thing)).items() if word.startswith("_")}
        made = [value for value in (thing.__kwdefaults__ or {}).values() if attrs.has(type(value))]
        names = {
            word: f"{type(value).__name__}()" for word, value in hidden.items() if any(value is one for one in made)
        }
        return re.sub(r"\b_\w+", lambda match: names.get(match[0], match[0]), _def(name, _tree(thing)))
    tree = _tree(thing)
    if attrs.has(thing):
        notes = {item.target.id: ast.unparse(item.annotation) for item in tree.body if isinstance(item, ast.AnnAssign)}
        own = [_argument(field, notes.get(field.name, "str")) for field in attrs.fields(thing) if field.init]
        words = ["*"] if own and attrs.fields(thing)[0].kw_only else []
        return _wrapped(name, words + own)
    for item in tree.body:
        if isinstance(item, ast.FunctionDef) and item.name in ("__init__", "__call__"):
            return _def(name if item.name == "__init__" else f"{name}.__call__", item)
    return f"class {name}"


def _def(name: str, tree: ast.FunctionDef) -> str:
    arguments = ast.unparse(tree.args).removeprefix("self").removeprefix(", ")
    inside = [" = ".join(part.split("=", 1)) for part in _split(arguments) if part]
    returns = f" -> {ast.unparse(tree.returns)}" if tree.returns is not None and tree.name != "__init__" else ""
    return _wrapped(name, [re.sub(r": '(\w+)'", r": \1", word) for word in inside], returns.replace("'", ""))


def _split(arguments: str) -> Iterator[str]:
    depth, word = 0, ""
    for sign in arguments:
        depth += (sign in "([{") - (sign in ")]}")
        if sign == "," and depth == 0:
            yield word.strip()
            word = ""
        else:
            word += sign
    yield word.strip()


def _argument(field: "attrs.Attribute[Any]", annotation: str) -> str:
    word = f"{field.alias}: {annotation}"
    if field.default is attrs.NOTHING:
        return word
    if isinstance(field.default, attrs.Factory):  # type: ignore[arg-type]
        return f"{word} = {'{}' if field.default.factory is dict else field.default.factory.__name__ + '()'}"
    return f"{word} = {type(field.default).__name__ + '()' if attrs.has(type(field.default)) else repr(field.default)}"


def _wrapped(name: str, words: list[str], returns: str = "") -> str:
    line = f"{name}({', '.join(words)}){returns}"
    return (
        line
        if len(line) <= int(COLUMNS)
        else f"{name}(\n" + "".join(f"    {word},\n" for word in words) + f"){returns}"
    )


def _members(kind: type) -> Iterator[str]:
    for name, member in vars(kind).items():
        if name.startswith("_") or name == "says":
            continue
        if isinstance(member, property):
            yield f"- `.{name}`: {_first_line(member)}"
        elif inspect.isfunction(member):
            signature = " ".join(_def(f".{name}", _tree(member)).split())
            yield f"- `{signature}`: {_first_line(member)}"


# --- the tutorial ------------------------------------------------------------------------------------------------

_BLOCK = re.compile(
    r"<!-- (?P<task>run|file|add to|edit)(?:, lines (?P<first>\d+)-(?P<last>\d+)| (?P<name>\S+))? -->\n"
    r"```(?:sh|toml|diff)\n(?P<body>.*?)```\n"
    r"(?:\n```text\n(?P<output>.*?)```\n)?",
    re.DOTALL,
)


_STATUS = re.compile(r"[^\r\n]* …\r\x1b\[K")
"""A line that a terminal shows for as long as something takes, and that the next one wipes away."""


def tutorial_page(name: str = "tutorial.md") -> str:
    """A page that is played: the tutorial, or another, with the output that its commands give now."""
    text = (HERE / name).read_text(encoding="utf-8")
    with tempfile.TemporaryDirectory() as folder:
        return _BLOCK.sub(lambda block: _played(block, Path(folder)), text)


def _played(block: re.Match[str], folder: Path) -> str:
    whole, body = block[0], block["body"]
    if block["task"] == "run":
        said = _at_a_terminal(body, folder)
        if block["output"] is None:
            return whole
        return whole[: block.start("output") - block.start()] + _lines(said, block["first"], block["last"]) + "```\n"
    path = folder / block["name"]
    if block["task"] == "file":
        path.write_text(body, encoding="utf-8")
    elif block["task"] == "add to":
        path.write_text(path.read_text(encoding="utf-8") + "\n" + body, encoding="utf-8")
    else:
        text = path.read_text(encoding="utf-8")
        old, new = (
            "".join(f"{line[2:]}\n" for line in body.splitlines() if line[0] in signs) for signs in (" -", " +")
        )
        if text.count(old) != 1:
            message = f"the tutorial edits a place that {path.name} does not have exactly once:\n{old}"
            raise ValueError(message)
        path.write_text(text.replace(old, new), encoding="utf-8")
    return whole


def _lines(text: str, first: str | None, last: str | None) -> str:
    if first is None or last is None:
        return text
    lines = text.splitlines(keepends=True)
    before, after = ("[...]\n" if int(first) > 1 else ""), ("[...]\n" if int(last) < len(lines) else "")
    return before + "".join(lines[int(first) - 1 : int(last)]).rstrip("\n") + "\n" + after


def _at_a_terminal(commands: str, folder: Path) -> str:
    """What commands print where a person runs them: on a terminal, with output and errors together."""
    import pty  # noqa: PLC0415 - it is not on every system, and only the tutorial needs it

    tools = folder / ".tools"
    tools.mkdir(exist_ok=True)
    tool = tools / "claimtrack"
    tool.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimtrack "$@"\n', encoding="utf-8")
    tool.chmod(0o700)
    ours, theirs = pty.openpty()
    environment = {
        **os.environ,
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "COLUMNS": COLUMNS,
        "LC_ALL": "C.UTF-8",
    }
    with subprocess.Popen(  # noqa: S603
        ["/bin/sh", "-c", f"umask 022\n{commands}"],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=theirs,
        stderr=theirs,
        env=environment,
    ):
        os.close(theirs)
        said = b"".join(iter(lambda: _read(ours), b""))
    os.close(ours)
    return _STATUS.sub("", said.decode()).replace("\r\n", "\n")


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 65536)
    except OSError:  # how Linux says that the other end is closed
        return b""


# --- all of them -------------------------------------------------------------------------------------------------

PAGES: dict[str, Callable[[], str]] = {
    "format.md": format_page,
    "commands.md": commands_page,
    "reference.md": reference_page,
    "checks.md": checks_page,
    "scales.md": scales_page,
    "laws.md": laws_page,
    "face_validity.md": face_validity_page,
    "tutorial.md": tutorial_page,
    "ledger.md": partial(tutorial_page, "ledger.md"),
}

if __name__ == "__main__":
    for page, make in PAGES.items():
        (HERE / page).write_text(make(), encoding="utf-8")
    (HERE / "gallery").mkdir(exist_ok=True)
    for page, text in gallery():
        (HERE / page).write_text(text, encoding="utf-8")
