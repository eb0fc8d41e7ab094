"""What every test runs in: a home of its own, British English, no screen and no network."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale

from tests.network.watch import LOG, NetworkWatch, watch_this_process

HERE = Path(__file__).parent
WATCH = pytest.StashKey[NetworkWatch]()
# Where programs look for an account's folders, and where in a test's own home they find them.
FOLDERS = {
    "HOME": "",
    "XDG_CACHE_HOME": "cache",
    "XDG_CONFIG_HOME": "config",
    "XDG_DATA_HOME": "data",
    "XDG_RUNTIME_DIR": "runtime",
    "XDG_STATE_HOME": "state",
}


def pytest_configure(config: pytest.Config) -> None:
    """Keep Qt off the screen and watch the network, before anything is imported."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ[LOG] = str(Path(tempfile.mkdtemp(prefix="ahp-tests-")) / "network")
    path = [str(HERE / "network"), os.environ.get("PYTHONPATH", "")]
    os.environ["PYTHONPATH"] = os.pathsep.join(part for part in path if part)
    config.stash[WATCH] = watch_this_process()


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Fail a run that reached for a network at any time, even between the tests."""
    if session.config.stash[WATCH].calls:
        session.exitstatus = pytest.ExitCode.TESTS_FAILED


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Say which calls to a network were made."""
    for call in config.stash[WATCH].calls:
        terminalreporter.write_line(f"A network was called: {call}", red=True)


@pytest.fixture
def network_watch(pytestconfig: pytest.Config) -> NetworkWatch:
    """Return the watch that refuses every call to a network."""
    return pytestconfig.stash[WATCH]


@pytest.fixture(autouse=True)
def no_network(network_watch: NetworkWatch) -> Iterator[None]:
    """Fail a test that reached for a network, whether or not it noticed the refusal."""
    known = len(network_watch.calls)
    yield
    assert network_watch.calls[known:] == []


@pytest.fixture(autouse=True)
def own_home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Give a test an empty home of its own, so that nothing of anyone's account is touched."""
    home = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        for name, folder in FOLDERS.items():
            (home / folder).mkdir(mode=0o700, exist_ok=True)
            patch.setenv(name, str(home / folder))
        yield home


@pytest.fixture(autouse=True, scope="session")
def british_english() -> None:
    """Let Qt write dates and numbers as the app does, whatever the machine is set to."""
    QLocale.setDefault(QLocale("en_GB"))
