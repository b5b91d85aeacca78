"""The most memory that reading a file takes, in MB, for honest and for hostile files of 1 MB, and documents of 10 MB.

python benchmarks/memory.py [NAME …]

Each is read in a process of its own by the command that would read it. An input of 1 MB is to take at most 200 MB, a
document of 10 MB at most 400.
"""

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from pathlib import Path
from time import perf_counter

_SIZE = 1_000_000
_DOCUMENT = 10 * _SIZE
_CHILD = """
import resource, sys
from claimtrack.cli.main import main
status = main(sys.argv[1:])
scale = 1 if sys.platform == "darwin" else 1024
print(status, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * scale, file=sys.stderr)
"""
_CLAIM = '[[claims]]\nid = "c"\ntext = "The bridge fell."\n'
_QUOTED = """\
[[claims]]
id = "c"
text = "The bridge fell."
[[sources]]
id = "s"
name = "S"
[[documents]]
id = "d"
title = "D"
text = {{ path = "d{ending}" }}
[[statements]]
origin = "s"
claim = "c"
stance = "asserts"
document = "d"
quote = "the bridge fell in the night"
"""


_TOML: Mapping[str, Callable[[], str]] = {
    "claims": lambda: "".join(f'[[claims]]\nid = "c{n}"\ntext = "The bridge fell."\n' for n in range(_SIZE // 48)),
    "statements": lambda: (
        _CLAIM
        + '[[sources]]\nid = "s"\nname = "S"\n'
        + '[[statements]]\norigin = "s"\nclaim = "c"\nstance = "asserts"\n' * (_SIZE // 63)
    ),
    "unknown keys": lambda: "".join(f"k{n} = 1\n" for n in range(_SIZE // 11)),
    "unknown keys of a claim": lambda: _CLAIM + "".join(f"k{n} = 1\n" for n in range(_SIZE // 11)),
    "empty claims": lambda: "[[claims]]\n" * (_SIZE // 11),
    "claims without a text": lambda: "".join(f"[[claims]]\nid = {n}\n" for n in range(_SIZE // 21)),
    "unknown sources": lambda: (
        _CLAIM + '[[statements]]\norigin = "x"\nclaim = "c"\nstance = "asserts"\n' * (_SIZE // 63)
    ),
    "a dotted key": lambda: "a." * (_SIZE // 2) + "a = 1\n",
    "dotted keys": lambda: "".join(f"a{n}.b.c.d.e.f.g = 1\n" for n in range(_SIZE // 24)),
    "nested lists": lambda: "a = " + "[" * (_SIZE // 2) + "]" * (_SIZE // 2),
    "a list of lists": lambda: "a = [" + "[]," * (_SIZE // 3) + "]",
    "a list of ids": lambda: "a = [" + '"",' * (_SIZE // 3) + "]",
    "aliases": lambda: '[[sources]]\nid = "s"\nname = "S"\naliases = [' + '"x",' * (_SIZE // 4) + "]",
    "a list in vain": lambda: '[[sources]]\nid = "s"\nname = "S"\naliases = [' + "1," * (_SIZE // 2) + "]",
    "one long text": lambda: f'title = "{"x" * _SIZE}"\n',
    "comments": lambda: "#\n" * (_SIZE // 2),
    "not TOML": lambda: "\n" * (_SIZE - 1) + "?",
}
_JSON: Mapping[str, Callable[[], str]] = {
    "empty claims": lambda: '{"claims":[' + "{}," * (_SIZE // 3) + "{}]}",
    "claims that are numbers": lambda: '{"claims":[' + "1," * (_SIZE // 2) + "1]}",
    "unknown keys": lambda: "{" + ",".join(f'"{n}":1' for n in range(_SIZE // 9)) + "}",
    "duplicate keys": lambda: '{"a":[' + '{"b":1,"b":1},' * (_SIZE // 14) + "1]}",
    "nested lists": lambda: '{"a":' + "[" * (_SIZE // 2) + "]" * (_SIZE // 2) + "}",
    "digits": lambda: '{"cutoff":' + "9" * _SIZE + "}",
}
_WORDS: Mapping[str, Callable[[], str]] = {
    "terms": lambda: (
        'name = "x"\n' + "".join(f'[[terms]]\nlabel = "t{n}"\nlow = 0\nhigh = 1\n' for n in range(_SIZE // 42))
    ),
    "empty terms": lambda: 'name = "x"\n' + "[[terms]]\n" * (_SIZE // 10),
    "unknown keys": lambda: 'name = "x"\n' + "".join(f"k{n} = 1\n" for n in range(_SIZE // 11)),
}
_TEXTS: Mapping[str, tuple[str, Callable[[], str]]] = {
    "words": (".txt", lambda: "the bridge fell, in the night " * (_DOCUMENT // 30)),
    "one word": (".txt", lambda: "a" * _DOCUMENT),
    "accents": (".txt", lambda: "die Brücke fiel e\u0301 in der Nacht " * (_DOCUMENT // 36)),
    "quotation marks": (".txt", lambda: '"' * _DOCUMENT),
    "Chinese": (".txt", lambda: "\u6865\u5012\u4e86" * (_DOCUMENT // 9)),
    "HTML": (".html", lambda: "<p>the bridge fell, in <b>the</b> night</p>" * (_DOCUMENT // 43)),
    "Markdown": (".md", lambda: "the bridge *fell*, in the night\n\n" * (3 * _SIZE // 33)),
}


def measure(folder: Path, name: str, text: str, *words: str) -> None:
    """Write a file, run a command on it, and print what that took."""
    (folder / name).write_text(text, encoding="utf-8")
    start = perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", _CHILD, *words], cwd=folder, capture_output=True, text=True, check=False, timeout=600
    )
    status, peak = run.stderr.split()[-2:]
    spent = perf_counter() - start
    print(f"{int(peak) / 1e6:7.0f} MB {spent:7.1f} s  status {status}  {len(text) / 1e6:.1f} MB", flush=True)


def main() -> None:
    """Measure all, or those whose names begin with a word that is given."""
    wanted = tuple(sys.argv[1:]) or ("",)
    os.environ["CLAIMTRACK_AUDIENCE"] = "internal"
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending, made in ((".toml", _TOML), (".json", _JSON)):
            for kind, make in made.items():
                label = f"{ending[1:]}: {kind}"
                if label.startswith(wanted):
                    print(f"{label:34}", end="")
                    measure(folder, f"case{ending}", make(), "check", f"case{ending}")
        for kind, make in _WORDS.items():
            if f"words: {kind}".startswith(wanted):
                print(f"{f'words: {kind}':34}", end="")
                measure(folder, "words.toml", make(), "scales", "words.toml")
        for kind, (ending, make) in _TEXTS.items():
            if f"document: {kind}".startswith(wanted):
                print(f"{f'document: {kind}':34}", end="")
                (folder / "case.toml").write_text(_QUOTED.format(ending=ending), encoding="utf-8")
                measure(folder, f"d{ending}", make(), "check", "case.toml")


if __name__ == "__main__":
    main()
