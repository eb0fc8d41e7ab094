"""Preceptorship: one at a time, a file for each of its tabs and what they are made of."""

from .page import preceptorship_page

__all__ = ["preceptorship_page"]
