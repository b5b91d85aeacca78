"""What whole processes cost, as ratios to an empty interpreter in the same run, each the median of nine.

python benchmarks/process.py
"""

import subprocess
import sys
import time
from pathlib import Path
from statistics import median

_CASE = Path(__file__).resolve().parents[1] / "examples" / "border_lockdowns" / "casebook.toml"
_RUNS = 9
_COMMANDS = {
    "an empty interpreter": ("-c", "pass"),
    "import attrs": ("-c", "import attrs"),
    "import claimtrack": ("-c", "import claimtrack"),
    "import claimtrack and use it": ("-c", "import claimtrack; claimtrack.score; claimtrack.explain"),
    "claimtrack --version": ("-m", "claimtrack", "--version"),
    "check the border-lockdowns case": ("-m", "claimtrack", "check", str(_CASE)),
    "read, score and report it as text": ("-m", "claimtrack", "report", str(_CASE)),
}


def cost(words: tuple[str, ...]) -> float:
    """The time of one process, in seconds."""
    start = time.perf_counter()
    subprocess.run([sys.executable, *words], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - start


def main() -> None:
    """Run every command in turn, nine times round."""
    times: dict[str, list[float]] = {name: [] for name in _COMMANDS}
    for _ in range(_RUNS):
        for name, words in _COMMANDS.items():
            times[name].append(cost(words))
    unit = median(times["an empty interpreter"])
    for name, found in times.items():
        print(f"{name:36} {median(found) / unit:6.1f}   (+{(median(found) - unit) * 1000:.0f} ms)")


if __name__ == "__main__":
    main()
