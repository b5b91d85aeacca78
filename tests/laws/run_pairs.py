"""Try the two-run law on the pairs of some seeds, and print how many differ: `python tests/laws/run_pairs.py 0 50000`.

Each range of seeds is a run of its own, so that many can run at once. It ends with status 1 if a pair differs.
"""

import sys
import time
from collections.abc import Iterator
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).parents[1]))

from claimtrack.testing.generate.source import RandomChooser
from laws.outputs import TURNS, projected
from laws.pairs import make_pair

_EVERY = 1_000


def differences(seed: int) -> Iterator[str]:
    """The outputs in which the pair of a seed differs: the projection in every form, and one more in turns."""
    book, other = make_pair(RandomChooser(seed))
    for view in (projected, TURNS[seed % len(TURNS)]):
        one, two = view(book), view(other)
        yield from (name for name in one if one[name] != two[name])


def _run(first: int, last: int) -> int:
    """Try the seeds from the first up to the last, that one left out; print what differs, and the tally."""
    begun, differing = time.process_time(), 0
    for tried, seed in enumerate(range(first, last), start=1):
        found = list(differences(seed))
        differing += bool(found)
        if found:
            print(f"seed {seed} differs in {', '.join(found)}", flush=True)  # noqa: T201
        if tried % _EVERY == 0 or seed == last - 1:
            each = 1_000 * (time.process_time() - begun) / tried
            tally = f"{tried} pairs from seed {first}: {differing} differ; {each:.0f} ms of one core each"
            print(tally, flush=True)  # noqa: T201
    return int(differing > 0)


if __name__ == "__main__":
    sys.exit(_run(int(sys.argv[1]), int(sys.argv[2])))
