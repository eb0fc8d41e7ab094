"""Failures that a person can put right: what happened, what it means, what to do."""


class ProblemError(Exception):
    """A failure in words, raised where it is understood and shown as it stands."""

    def __init__(self, happened: str, *, means: str = "", advice: str = "") -> None:
        super().__init__(happened)
        self.happened = happened
        self.means = means
        self.advice = advice

    def __str__(self) -> str:
        return "\n".join(line for line in (self.happened, self.means, self.advice) if line)


class CancelledError(Exception):
    """Long work was stopped by the person who began it; nothing of it was kept."""
