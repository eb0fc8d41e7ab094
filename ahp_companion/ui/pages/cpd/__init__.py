"""CPD: what was done to keep learning, and the evidence of it."""

from .page import cpd_page

__all__ = ["cpd_page"]
