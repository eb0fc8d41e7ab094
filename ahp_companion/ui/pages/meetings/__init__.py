"""Meetings: the list, the form, and what was agreed in them."""

from .page import meetings_page

__all__ = ["meetings_page"]
