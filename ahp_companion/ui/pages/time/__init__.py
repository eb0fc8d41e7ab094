"""Protected time: what is owed, what was taken or lost, and what was agreed."""

from .page import TimePage, time_page

__all__ = ["TimePage", "time_page"]
