"""Appends single events to a ledger as fast as it can, as a process of its own.

Arguments: the file, a name for its events, the number of the first and how many. It says `ready`, begins when it is
given a line, and says each number when that event was acknowledged.
"""

import sys

from claimtrack.history.events import event
from claimtrack.ledger.ledger import Ledger
from claimtrack.model.claims import Claim


def main(path: str, name: str, first: int, many: int) -> None:
    """Append."""
    print("ready", flush=True)  # noqa: T201
    if not sys.stdin.readline():
        return  # whoever started it has gone
    with Ledger(path) as ledger:
        for number in range(first, first + many):
            ledger.append(event(Claim(id=f"{name}-{number}", text="x" * (number * 37 % 3000 + 1))))
            print(number, flush=True)  # noqa: T201


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
