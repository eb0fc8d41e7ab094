"""The overview: what is next, what waits, and this year in three pictures."""

from .page import overview_page

__all__ = ["overview_page"]
