"""Run the command line by `python -m claimtrack`."""

import sys

try:
    from claimtrack.cli.main import main

    status = main()
except KeyboardInterrupt:  # before there was a `main` to tell of it
    if sys.stderr is not None:
        sys.stderr.write("claimtrack: stopped\n")
    status = 130
sys.exit(status)
