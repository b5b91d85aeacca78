"""The pages of the checks and of the scales, made from the rules, profiles, standards and scales themselves."""

from collections.abc import Iterable, Sequence

from claimtrack.checks import RULES, STANDARDS, Rule
from claimtrack.checks.profiles import PROFILES
from claimtrack.scales.grades import Crosswalk, GradeScale
from claimtrack.scales.likelihood import LikelihoodScale
from claimtrack.scales.load import GRADE_SCALES, LIKELIHOOD_SCALES, crosswalks, grade_scale, likelihood_scale
from claimtrack.scales.words import per_cent

__all__ = ["checks_page", "scales_page"]

_MARK = "<!-- This page is written by docs/generate.py; change it there. -->"

_LOST = {
    "number": "what was graded: a number says only more or less",
    "information credibility": "how the information is known: the other scale says how well it fits",
}
"""By what a scale grades: what is lost on a way to it from a scale that grades something else."""

_CHECKS_START = """\
# The checks

`claimtrack check case.toml` says first whether the file is valid, and then what an editor would ask about its
sourcing, a line each:

```text
case.toml:36: CT101 warning single-origin: all that counts against repairs comes from ministry
```

That is: file and line, the rule's code, how much it matters, the rule's name, and what was found. In the text, a rule
that finds much shows the first three and names the others; `--all` shows all of them.
`claimtrack check --explain CT101` says what a rule looks for, why, how to fix it, and shows the two examples that
stand below.

In Python it is a call on an assessment:

```python
import claimtrack as ct

book = ct.read("examples/border_lockdowns/casebook.toml")
findings = ct.check(ct.score(book), profile="bbc")
for finding in findings.of("CT302"):
    print(finding.place, finding.text)
```

An internal report has the findings as a section of its own; `claimtrack report --no-checks` leaves them out. A public
one never has them: they are the desk's own list, and rest on notes, quotes and waivers that are not published. What
`check` itself prints is for the desk as well: like the casebook file, it names records by their ids, and it shows
waivers. Keep it where you keep the casebook.

## In a build

The command ends with status 1 where the file is not valid or something as grave as `--fail-on` was found: `error` (as
it stands without the option), `warning`, `info`, or `never`. `--format sarif` gives what code hosts show beside the
lines of a file, `--format json` everything as data, the checklists of all standards included.

```sh
claimtrack check case.toml --profile ifcn --fail-on warning --format sarif > findings.sarif
```

## Letting a finding stand

A desk may have a good reason. It is written down in the casebook, as a note of kind `waiver` that begins with the
rule's code, in capitals or not, or with its name (`single-origin: …`), or has its code in brackets. The finding then
stands under "waived", with the reason. A note about nothing waives the rule for the whole casebook. A waiver that names
no rule, or that matches no finding, is a finding of its own, `CT805`. Waivers are not published.

```toml
[[notes]]
kind = "waiver"
about = "cracks"
text = "CT101: there was one inspector on the bridge, and nobody else could know."
```

## Quotes and documents

A statement's `quote` is held against the text of its `document`. The text stands in the casebook (`text = "…"`) or in
a file beside it (`text = {{ path = "article.html" }}`): plain text, or with `pip install 'claimtrack[documents]'` also
Markdown, HTML and PDF. A quote is

| it is | when | rule |
| --- | --- | --- |
| verbatim | it stands there, letter by letter | |
| normalised | only typography differs: Unicode, quotation marks, dashes, spaces, capitals, a final stop | `CT505` |
| elided | its parts stand there in order and near each other; what it leaves out or puts in is shown | `CT504` |
| altered | a passage is alike; the passage and each difference are shown | `CT503` |
| missing | no passage is alike | `CT501` |

Where a negation or a condition ("not", "unless", "may" …) of the text is dropped, `CT502` says so, whatever else is
right about the quote; where one is put in, in square brackets, `CT503` does. These words are English ones; in other
languages `CT503` and `CT504` still show every change. A quote that begins or ends inside a word or a number (`500` of
`1,500`, `can` of `can't`) is altered.

## Profiles and standards

A profile says how much each rule matters to a desk. Each comes with a checklist of what its standard asks for, as far
as a casebook can show it. The rules are claimtrack's own wording of what the standards ask; what was seen of a
standard's text is said with it. Passing a checklist is no certificate of the body that wrote the standard. The answers
to a point are

| answer | when |
| --- | --- |
| pass | all rules by which it is seen were looked at, and found nothing |
| fail | a finding stands against it |
| waived | there are findings against it, and the desk lets all of them stand |
| not looked at | a rule by which it is seen is off in the desk's profile, and the others found nothing |
| not applicable | the casebook has nothing that it is about |

{profiles}
A desk's own profile is a TOML file, for `--profile desk.toml` and for `profile_from_toml`:

```toml
name = "Night desk"
based_on = "bbc"

[rules]
CT101 = "error"
CT802 = "off"
```
"""

_SCALES_START = """\
# Scales

claimtrack computes with numbers, and speaks in the words and grades of the scale that you choose. `claimtrack scales`
lists those that are known, `claimtrack scales icd203` shows one, and `claimtrack scales uk5x5x5.source --to
admiralty.reliability` shows what becomes of each level on another. Labels and codes are spelled as in their source;
what they mean is said in our words.

## Likelihood

`--words phia` on a command, or `score(book, words="phia")`, says likelihood in the words of another scale. Ties are
decided so:

- where ranges touch, the number on the edge belongs to the upper term;
- where ranges overlap, the narrowest that holds the number is taken, and of equally narrow ones the upper, the one
  that begins higher;
- where a number falls into a gap, the two neighbours are named, with "between".

{likelihood}
### A desk's own words

They stand in a TOML file, for `--words desk.toml` and for `words_from_toml`:

```toml
name = "Our words"

[[terms]]
label = "we doubt it"
low = 0
high = 0.4

[[terms]]
label = "we cannot say"
low = 0.4
high = 0.6

[[terms]]
label = "we believe it"
low = 0.6
high = 1
```

## Grades

claimtrack's own grades of sources are the Admiralty letters, A to F. A level that says that there is nothing to judge
by (F and 6 of the Admiralty scale, for example) is marked; it is not the worst of them.

{grades}
### A desk's own grades

They stand in a TOML file with their way to a known scale, for `claimtrack scales desk.toml --to
admiralty.reliability` and for `grades_from_toml`:

```toml
name = "Our grades"
converts_to = "admiralty.reliability"

[[levels]]
code = "solid"
label = "Solid"
to = "B"
loses = "whether it was ever wrong"

[[levels]]
code = "new"
label = "New to us"
basis = false
to = "F"
```

## From one scale to another

Where a level covers several levels of the other scale, the one that gives the least support is taken. Where none says
the same, there is none, and you must decide.

Most ways join scales that grade the same thing. Some lead to a scale that grades something else; then what was graded
is lost, besides what the table of the way says of each level:

{across}
Between other scales that grade different things there is no way: how reliable a source is says nothing of how an origin
knows. Grades and likelihood words have no way to each other either. A desk's own grades have one way only, the one in
their file, to a scale that grades the same thing as they do (`axis`, which is source reliability if the file does not
say).

```python
import claimtrack as ct

print(ct.convert("E", "uk5x5x5.source", "admiralty.reliability"))
```

{ways}"""


def checks_page() -> str:
    """Every rule with its two examples, the profiles, and the checklists."""
    parts = [_MARK, _CHECKS_START.format(profiles=_profiles())]
    parts += [_standard(number) for number in range(len(STANDARDS))]
    parts.append("## The rules\n")
    parts.append(_table(("code", "name", "severity", "finds"), [_row(rule) for rule in RULES]))
    parts.append(
        "Each rule has the smallest casebook in which it finds something, and one in which no rule finds anything.\n"
    )
    parts += [_rule(rule) for rule in RULES]
    return "\n".join(parts)


def scales_page() -> str:
    """Every scale, and every way from one to another."""
    likelihood = [_likelihood(likelihood_scale(name)) for name in LIKELIHOOD_SCALES]
    grades = [_grades(grade_scale(name)) for name in GRADE_SCALES]
    ways = [_way(way) for way in crosswalks()]
    page = _SCALES_START.format(
        likelihood="\n".join(likelihood), grades="\n".join(grades), across=_across(), ways="\n".join(ways)
    )
    return _MARK + "\n" + page


def _across() -> str:
    """The ways that lead from what one scale grades to what another does, with what is lost."""
    ways = [way for way in crosswalks() if way.is_across]
    rows = [(f"`{way.start.id}`", f"`{way.end.id}`", way.start.axis, way.end.axis, _LOST[way.end.axis]) for way in ways]
    return _table(("from", "to", "it graded", "it grades", "what is lost"), rows)


def _profiles() -> str:
    rows = []
    for profile in PROFILES.values():
        levels = ", ".join(f"`{code}` {level}" for code, level in profile.levels.items())
        rows.append((f"`{profile.id}`", profile.name, levels or "each rule's own"))
    return _table(("profile", "what it is", "what differs from the rules' own severity"), rows)


def _standard(number: int) -> str:
    standard = STANDARDS[number]
    rows = [(one.asks, ", ".join(f"`{code}`" for code in one.codes)) for one in standard.requirements]
    return f"### {standard.name}\n\n{standard.seen}\n\n{_table(('it asks', 'seen by'), rows)}"


def _row(rule: Rule) -> tuple[str, ...]:
    return f"[`{rule.code}`](#{rule.code.lower()}-{rule.name})", rule.name, rule.severity, rule.says


def _rule(rule: Rule) -> str:
    return (
        f"### {rule.code} {rule.name}\n\n"
        f"{rule.says} **Why:** {rule.why} **Fix:** {rule.fix}\n\n"
        f"Severity: {rule.severity}. From: {', '.join(rule.standards) or 'claimtrack'}.\n\n"
        f"Finds something:\n\n```toml\n{rule.bad.strip()}\n```\n\n"
        f"Clean:\n\n```toml\n{rule.clean.strip()}\n```\n"
    )


def _likelihood(scale: LikelihoodScale) -> str:
    rows = [(term.label, per_cent(term.low), per_cent(term.high)) for term in scale.terms]
    seen = "" if scale.checked else "A part of this table was not seen at its source.\n\n"
    return f"### {scale.name}: `{scale.id}`\n\n{seen}{_table(('term', 'from', 'to'), rows)}"


def _grades(scale: GradeScale) -> str:
    rows = [
        (f"`{level.code}`", level.label, level.says, "" if level.basis else "nothing to judge by")
        for level in scale.levels
    ]
    about = f"It grades: {scale.axis}. Its wording: {scale.seen}."
    return f"### {scale.name}: `{scale.id}`\n\n{about}\n\n{_table(('code', 'label', 'means', ''), rows)}"


def _way(way: Crosswalk) -> str:
    rows = [
        (f"`{code}`", f"`{step.code}`" if step.code else "none", step.loses or "nothing")
        for code, step in way.steps.items()
    ]
    return f"### `{way.start.id}` to `{way.end.id}`\n\n{_table(('code', 'becomes', 'what is lost'), rows)}"


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in line)} |\n" for line in lines)
