"""AHP Companion: the record that an allied health professional keeps for a whole career."""

__version__ = "0.1.0"
