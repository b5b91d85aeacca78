"""Several processes append to one ledger at once: each event is there once, and each process has its turn."""

from collections import Counter
from contextlib import ExitStack
from pathlib import Path

from claimtrack.ledger.ledger import Ledger
from claimtrack.ledger.verification import verify
from faults.processes import appending, let_go, until_ready
from profiles import by_profile

PROCESSES = 4
EACH = by_profile(dev=60, ci=150, deep=2_500)


def test_processes_that_append_at_once_lose_and_starve_nobody(tmp_path: Path) -> None:
    """None lost, none twice, in the order of each; when the first has done, the slowest has a third of the fastest."""
    path = tmp_path / "case.ledger"
    Ledger.create(path).close()
    with ExitStack() as stack:
        names = [f"p{number}" for number in range(PROCESSES)]
        processes = [stack.enter_context(appending(path, name, first=0, many=EACH)) for name in names]
        for process in processes:
            until_ready(process)
        for process in processes:
            let_go(process)
        told = [process.communicate() for process in processes]
    ends = [(process.returncode, err) for process, (_, err) in zip(processes, told, strict=True)]
    assert ends == [(0, "")] * PROCESSES
    assert all(out.split() == [str(number) for number in range(EACH)] for out, _ in told)
    with Ledger(path) as ledger:
        assert verify(path, pinned=[ledger.head]).intact
        order = [row.subject.removeprefix("claims/") for row in ledger.rows()]
    for name in names:
        assert [f"{name}-{number}" for number in range(EACH)] == [one for one in order if one.startswith(f"{name}-")]
    assert len(order) == PROCESSES * EACH
    first_done = min(order.index(f"{name}-{EACH - 1}") for name in names)
    counts = Counter(one.partition("-")[0] for one in order[: first_done + 1])
    assert min(counts[name] for name in names) >= EACH / 3, counts
