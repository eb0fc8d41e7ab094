"""Where the owner's files live: the local, not roaming, folders of their own account."""

from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

SUFFIX = ".ahp"


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The folders the app keeps things in; each is made when it is first written to."""

    data: Path
    state: Path

    @property
    def portfolio(self) -> Path:
        """Return where the portfolio is unless another is named."""
        return self.data / f"My portfolio{SUFFIX}"

    @property
    def preferences(self) -> Path:
        """Return the file of window sizes and choices; nothing personal is in it."""
        return self.state / "preferences.ini"

    @property
    def holders(self) -> Path:
        """Return the folder that says which process has which portfolio open."""
        return self.state / "open"

    @property
    def workbooks(self) -> Path:
        """Return the folder of the owner's own workbooks, a file each."""
        return self.data / "Workbooks"

    @property
    def forms(self) -> Path:
        """Return the folder of the owner's own forms, files of any kind."""
        return self.data / "Forms"

    def backups(self, portfolio: Path) -> Path:
        """Return the folder for one portfolio's backups, known by the portfolio's own place."""
        import hashlib

        place = hashlib.sha256(str(portfolio.resolve()).encode()).hexdigest()[:8]
        return self.data / "Backups" / f"{portfolio.stem} {place}"


def own_places() -> Places:
    """Return the folders of the account the program runs under."""
    dirs = PlatformDirs("AHP Companion", appauthor=False, roaming=False)
    return Places(data=dirs.user_data_path, state=dirs.user_state_path)
