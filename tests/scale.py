"""Whether the long proofs are run whole, as `make chaos` does, or at the size of every day."""

import os

LONG = "CHAOS" in os.environ
