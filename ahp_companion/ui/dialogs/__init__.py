"""The few dialogs there are; each returns a plain value."""
