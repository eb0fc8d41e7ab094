"""The window, used as a person uses it."""
