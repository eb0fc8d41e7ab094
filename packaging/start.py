"""Where a bundle begins; it starts the app as "python -m ahp_companion" does."""

import sys

from ahp_companion.__main__ import main

sys.exit(main())
