"""Run the command line by `python -m claimtrack`."""

import sys

from claimtrack.cli.main import main

sys.exit(main())
