"""Reflections, each by the prompts of a model."""

from .page import reflections_page

__all__ = ["reflections_page"]
