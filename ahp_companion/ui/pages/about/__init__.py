"""About the owner: who they are, where they work, what they learnt, may do and have met."""

from .page import AboutPage, about_page

__all__ = ["AboutPage", "about_page"]
