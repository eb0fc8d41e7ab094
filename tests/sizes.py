"""How much the drawn tests and the batteries do: seconds by default, more with AHP_BATTERY=n."""

import os

from hypothesis import HealthCheck, settings

SIZE = int(os.environ.get("AHP_BATTERY", "1"))


def drawn(examples: int) -> settings:
    """Return settings for a test that draws its records: how many, and no time limit on one."""
    return settings(
        max_examples=examples * SIZE,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    )
