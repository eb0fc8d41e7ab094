"""What ships with the app: knowledge under resources/, pictures under icons/."""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def root() -> Path:
    """Return the folder that holds resources/ and icons/.

    A wheel and a bundle carry both inside the package; in a checkout they stand beside it.
    """
    return PACKAGE if (PACKAGE / "resources").is_dir() else PACKAGE.parent


def resource(*parts: str) -> Path:
    """Return the path of a file or folder under resources/."""
    return root().joinpath("resources", *parts)


def icon(name: str) -> Path:
    """Return the path of an icon by its name."""
    return root() / "icons" / f"{name}.svg"
