"""The commands of the ledger and their options."""

import argparse
from collections.abc import Callable

_LEDGER = "the file of a ledger"
_FORMS = ("text", "markdown", "html", "csv", "json")
_TIME = "a day or time, such as 2021-03-30 or 2021-03-30T09:15Z"

Command = Callable[[str, str, tuple[str, ...]], argparse.ArgumentParser]
"""Makes the parser of a command, of its name, what it does, and the forms that it takes."""


def add_ledger(top: "argparse._SubParsersAction[argparse.ArgumentParser]", reading: Callable[..., None]) -> None:
    """Add `ledger` and its commands.

    Args:
        top: where the commands of `claimtrack` are.
        reading: adds the options of whatever shows a casebook to somebody.
    """
    says = "keep the history of a case, in which nothing is lost"
    ledger = top.add_parser("ledger", help=says, description=f"{says[:1].upper()}{says[1:]}.")
    subs = ledger.add_subparsers(dest="step", required=True, metavar="STEP")

    def command(name: str, says: str, forms: tuple[str, ...] = ("text", "json")) -> argparse.ArgumentParser:
        sub = subs.add_parser(name, help=says, description=says)
        sub.add_argument("--format", choices=forms, default=None, help=f"form of the output (default: {forms[0]})")
        sub.add_argument("ledger", metavar="LEDGER", help=_LEDGER)
        return sub

    init = command("init", "make a ledger, and put a casebook into it")
    init.add_argument("file", metavar="CASEBOOK", nargs="?", help="a casebook file to begin with")
    init.add_argument("--by", metavar="NAME", help="who enters it")
    init.add_argument("--learned", metavar="TIME", help=f"when you learned it, if not now: {_TIME}")
    reading(init)
    _writing(command, reading)
    _looking(command, reading)
    _keeping(command)


def _writing(command: Callable[..., argparse.ArgumentParser], reading: Callable[..., None]) -> None:
    """What adds events."""
    add = command("add", "add what the records of a file say is new")
    add.add_argument("file", metavar="RECORDS", help="a TOML file with records, such as [[statements]]")
    _event(add, reading, needs_reason=False)

    imported = command("import", "take the changes of a casebook file, or the events of lines that were exported")
    imported.add_argument("file", metavar="FILE", help="a casebook file (TOML or JSON), or events (JSONL)")
    imported.add_argument(
        "--because", metavar="WHY", default="imported", help="why, for what is corrected or removed (default: imported)"
    )
    imported.add_argument("--by", metavar="NAME", help="who enters it")
    imported.add_argument("--learned", metavar="TIME", help=f"when you learned it, if not now: {_TIME}")
    reading(imported)

    correct = command("correct", "correct fields of a record; what was there before stays in the ledger")
    correct.add_argument("id", metavar="ID", help="id of the record")
    correct.add_argument(
        "--set", metavar="FIELD=VALUE", action="append", required=True, help="a field and its new value, as in TOML"
    )
    _event(correct, reading)

    retract = command(
        "retract", "take back a statement, or all statements of a document or source, and say what that moves"
    )
    retract.add_argument("id", metavar="ID", help="id of a statement, document or source")
    retract.add_argument("--replaced-by", metavar="STATEMENT", help="the statement that corrects it")
    _event(retract, reading)

    restore = command("restore", "take back a retraction or removal")
    restore.add_argument("id", metavar="ID", help="id of the record")
    _event(restore, reading)

    remove = command("remove", "leave out a record that should not have been there; the ledger keeps it")
    remove.add_argument("id", metavar="ID", help="id of the record")
    _event(remove, reading)

    grade = command("grade", "give a source another grade")
    grade.add_argument("id", metavar="SOURCE", help="id of the source")
    grade.add_argument("grade", metavar="GRADE", help="A to F, or none")
    grade.add_argument("--topic", metavar="TOPIC", help="the topic that it is for")
    _event(grade, reading, needs_reason=False)

    merge = command("merge", "say that a source is one and the same as another")
    merge.add_argument("id", metavar="SOURCE", help="id of the source that is no source of its own")
    merge.add_argument("into", metavar="INTO", help="id of the source that it is")
    _event(merge, reading)

    split = command("split", "say that what was taken for one source was two")
    split.add_argument("id", metavar="SOURCE", help="id of the source that was taken for both")
    split.add_argument("to", metavar="OTHER", help="id of the other source")
    split.add_argument("statements", metavar="STATEMENT", nargs="*", help="the statements that are the other's")
    _event(split, reading)

    resolve = command("resolve", "say that it has become known whether a claim is true")
    resolve.add_argument("id", metavar="CLAIM", help="id of the claim")
    resolve.add_argument("outcome", choices=("true", "false", "open"), help="how it turned out; open takes it back")
    _event(resolve, reading)


def _event(sub: argparse.ArgumentParser, reading: Callable[..., None], *, needs_reason: bool = True) -> None:
    sub.add_argument("--because", metavar="WHY", required=needs_reason, help="why")
    sub.add_argument("--by", metavar="NAME", help="who enters it")
    sub.add_argument("--told", metavar="NAME", action="append", default=[], help="who was told of it")
    sub.add_argument("--so", metavar="DATE", help="from when on it was so, such as 2021-03-30 or 2021-03~")
    sub.add_argument("--learned", metavar="TIME", help=f"when you learned it, if not now: {_TIME}")
    reading(sub)


def _looking(command: Callable[..., argparse.ArgumentParser], reading: Callable[..., None]) -> None:
    """What looks into a ledger."""
    log = command("log", "list the events, for your desk alone", ("text", "markdown", "html", "csv", "json"))
    log.add_argument("--about", metavar="ID", help="only events about a record")
    log.add_argument("--kind", metavar="KIND", help="only events of a kind, such as corrected")
    log.add_argument("--since", metavar="TIME", help=f"only what was learned from then on: {_TIME}")

    as_of = command(
        "as-of", "print the casebook as it was believed at a time, or as it was so on a day", ("toml", "json")
    )
    as_of.add_argument("time", metavar="TIME", nargs="?", help=f"what was learned by then: {_TIME}; without it, all")
    as_of.add_argument("--so-on", metavar="DATE", help="what was so on that day, as far as is known by then")
    _late(as_of)
    as_of.add_argument("-o", "--output", metavar="OUT", help="write to a file instead")
    reading(as_of, words=False)

    diff = command("diff", "say what changed from one time to another, and why each judgment moved", _FORMS)
    diff.add_argument("since", metavar="FROM", help=_TIME)
    diff.add_argument("until", metavar="TO", nargs="?", help="the same; without it, now")
    _late(diff)
    reading(diff)

    history = command("history", "say how a claim's score went, and what changed it", _FORMS)
    history.add_argument("claim", metavar="CLAIM", help="the id of a claim")
    history.add_argument("-o", "--output", metavar="OUT", help="write to a file instead of the terminal")
    reading(history)

    record = command("record", "say how often each source was right, and which grade that speaks for", _FORMS)
    reading(record)

    calibration = command("calibration", "say how well your past judgments fit what became known", _FORMS)
    calibration.add_argument("-o", "--output", metavar="OUT", help="write to a file instead of the terminal")
    reading(calibration)


def _late(sub: argparse.ArgumentParser) -> None:
    sub.add_argument(
        "--as-learned",
        action="store_true",
        help="believe events that say that they were learned by then, though they were entered later",
    )


def _keeping(command: Callable[..., argparse.ArgumentParser]) -> None:
    """What keeps a ledger whole."""
    verify = command("verify", "see that nothing in a ledger was changed, removed, added in between or cut off")
    verify.add_argument("--head", metavar="HASH", help="the head that was printed, with --count")
    verify.add_argument("--count", metavar="N", type=int, help="the number of events that was printed with it")
    verify.add_argument("--seal", metavar="FILE", help="hold it against the heads in this file")
    verify.add_argument("--write-seal", metavar="FILE", help="add its head to this file, to be kept elsewhere")

    export = command("export", "write all events as lines of JSON, for your desk alone", ("jsonl", "json"))
    export.add_argument("output", metavar="OUT", help="the file to write; - for the terminal")
    export.add_argument("--force", action="store_true", help="write over a file that is there already")
    export.add_argument("--intact", action="store_true", help="what can still be read of a damaged ledger")
