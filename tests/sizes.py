"""How much drawn tests and batteries do: seconds by default; AHP_BATTERY=n or "full" does more."""

import os

from hypothesis import HealthCheck, settings

ASKED = os.environ.get("AHP_BATTERY", "1")
# A hundred times what `make test` does is what nobody waits for; a night does it.
SIZE = 100 if ASKED == "full" else int(ASKED)


def drawn(examples: int) -> settings:
    """Return settings for a test that draws its records: how many, and no time limit on one."""
    return settings(
        max_examples=examples * SIZE,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
