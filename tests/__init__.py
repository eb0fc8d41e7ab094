"""The tests: they mirror the package, folder for folder."""
