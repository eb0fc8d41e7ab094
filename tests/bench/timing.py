"""How one way of doing something compares with the barest: taken by turns, told by medians."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median, quantiles
from time import perf_counter

Work = Callable[[], object]
Between = Callable[[Sequence[float]], float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What the app takes and what the barest thing takes, in one unit; `most` is the aim."""

    name: str
    ours: float
    bare: float
    most: float | None
    unit: str = "ms"

    @property
    def ratio(self) -> float:
        """Return how many times the barest it is."""
        return self.ours / self.bare

    @property
    def is_within(self) -> bool:
        """Return whether the aim is met; so it is where there is none."""
        return self.most is None or self.ratio <= self.most


def compared(
    name: str,
    ours: Work,
    bare: Work,
    *,
    most: float | None,
    times: int = 15,
    between: Between = median,
) -> Comparison:
    """Return how two ways compare, each done as often and in turns, after once for each."""
    ours()
    bare()
    taken: tuple[list[float], list[float]] = [], []
    for _ in range(times):
        for seconds, work in zip(taken, (ours, bare), strict=True):
            seconds.append(taken_by(work))
    return Comparison(
        name=name, ours=between(taken[0]) * 1000, bare=between(taken[1]) * 1000, most=most
    )


def taken_by(work: Work) -> float:
    """Return how many seconds something takes."""
    start = perf_counter()
    work()
    return perf_counter() - start


def ninety_fifth(seconds: Sequence[float]) -> float:
    """Return what nineteen of twenty do not take longer than."""
    return quantiles(seconds, n=20, method="inclusive")[-1]
