"""Confidence: statements someone rates themselves on, and how that moves."""

from .page import ConfidencePage, confidence_page

__all__ = ["ConfidencePage", "confidence_page"]
