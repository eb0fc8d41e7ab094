"""Measurements: each a ratio to the barest thing that does the same, taken in the same run."""
