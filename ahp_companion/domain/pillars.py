"""The four pillars of practice, in the order and wording of the English frameworks."""

from .words import Word


class Pillar(Word):
    """One of the four pillars; its first letter is its mark."""

    CLINICAL = "clinical", "Clinical practice"
    LEADERSHIP = "leadership", "Leadership"
    EDUCATION = "education", "Education"
    RESEARCH = "research", "Research"
