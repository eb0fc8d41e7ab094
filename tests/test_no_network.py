"""Nothing leaves unseen: the source names nothing that speaks to a network, and tests find out."""

import ast
import os
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import Path

import pytest

from tests.network.watch import NetworkRefusedError, NetworkWatch

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "ahp_companion").rglob("*.py"))
FORBIDDEN = (
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "poplib",
    "PySide6.QtNetwork",
    "PySide6.QtNetworkAuth",
    "PySide6.QtWebSockets",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
)
NOWHERE = ("127.0.0.1", 9)
PROBE = "import socket; socket.create_connection(('127.0.0.1', 9))"


def imported(source: str) -> Iterator[str]:
    """Yield the full name of everything that a module's source imports."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def speaking(source: str) -> list[str]:
    """Return what a module's source imports that speaks to a network."""
    return [
        name
        for name in imported(source)
        if any(f"{name}.".startswith(f"{each}.") for each in FORBIDDEN)
    ]


def name_of(path: Path) -> str:
    """Return the dotted name of a source file."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@pytest.mark.parametrize("path", SOURCES, ids=name_of)
def test_a_module_imports_nothing_that_speaks_to_a_network(path: Path) -> None:
    assert speaking(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("import socket", ["socket"]),
        ("import urllib.request as web", ["urllib.request"]),
        ("from urllib import request", ["urllib.request"]),
        ("def later():\n    from PySide6 import QtNetwork", ["PySide6.QtNetwork"]),
        ("from http.client import HTTPConnection", ["http.client.HTTPConnection"]),
        ("from urllib.parse import quote\nimport html\nimport sockets", []),
    ],
)
def test_an_import_that_speaks_to_a_network_is_found(source: str, found: list[str]) -> None:
    assert speaking(source) == found


def test_importing_every_module_calls_no_network(network_watch: NetworkWatch) -> None:
    modules = [name_of(path) for path in SOURCES if path.stem != "__main__"]
    for name in modules:
        import_module(name)
    assert set(modules) <= set(sys.modules)
    assert network_watch.calls == []


def look_up(_each: socket.socket) -> None:
    """Ask for a host's address."""
    socket.getaddrinfo("localhost", 9)


def connect(each: socket.socket) -> None:
    """Open a connection."""
    each.connect(NOWHERE)


def listen(each: socket.socket) -> None:
    """Take a port."""
    each.bind(NOWHERE)


def send(each: socket.socket) -> None:
    """Send one datagram."""
    each.sendto(b"", NOWHERE)


@pytest.mark.parametrize("call", [look_up, connect, listen, send])
def test_a_call_to_a_network_is_refused_and_counted(
    network_watch: NetworkWatch, call: Callable[[socket.socket], None]
) -> None:
    with (
        socket.socket(type=socket.SOCK_DGRAM) as each,
        network_watch.expecting_calls() as made,
        pytest.raises(NetworkRefusedError),
    ):
        call(each)
    assert len(made) == 1
    assert network_watch.calls == []


def test_a_call_by_a_child_process_is_refused_and_counted(network_watch: NetworkWatch) -> None:
    with network_watch.expecting_calls() as made:
        child = subprocess.run(
            [sys.executable, "-c", PROBE], env=os.environ, capture_output=True, check=False
        )
    assert child.returncode != 0
    assert b"NetworkRefusedError" in child.stderr
    assert len(made) == 1
