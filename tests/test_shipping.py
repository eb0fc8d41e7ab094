"""What ships: a wheel that holds everything the app knows and shows, and locks that name no one."""

import configparser
import os
import re
import subprocess
import sys
import tomllib
import zipfile
from email.parser import Parser
from pathlib import Path

import pytest

from ahp_companion import __version__

ROOT = Path(__file__).parent.parent
SHIPPED = ("resources", "icons")
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
# Everything a lock may hold: a package at one version, for some systems, and its hashes.
LOCK_LINE = re.compile(r"[a-z0-9-]+==[\w.]+( ; [^\\]+)? \\|    --hash=sha256:[0-9a-f]{64}( \\)?")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a wheel built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> list[str]:
    """Return the names of all files in the wheel."""
    return zipfile.ZipFile(wheel).namelist()


def inside(wheel: Path, name: str) -> str:
    """Return the text of one of the wheel's own files."""
    with zipfile.ZipFile(wheel) as archive:
        return archive.read(f"ahp_companion-{__version__}.dist-info/{name}").decode()


def shipped_files() -> set[str]:
    """Return every file of the folders that ship beside the code, as the wheel names it."""
    return {
        f"ahp_companion/{path.relative_to(ROOT).as_posix()}"
        for folder in SHIPPED
        for path in (ROOT / folder).rglob("*")
        if path.is_file()
    }


def test_the_wheel_holds_every_resource_and_icon(names: list[str]) -> None:
    beside_the_code = {
        name
        for name in names
        if name.startswith(tuple(f"ahp_companion/{each}/" for each in SHIPPED))
    }
    assert beside_the_code == shipped_files()
    assert any(name.endswith(".toml") for name in beside_the_code)
    assert any(name.endswith(".svg") for name in beside_the_code)


def test_the_wheel_holds_every_module_and_nothing_else(names: list[str]) -> None:
    modules = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "ahp_companion").rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    others = set(names) - modules - shipped_files()
    assert modules <= set(names)
    assert {name.split("/")[0] for name in others} == {f"ahp_companion-{__version__}.dist-info"}


def test_no_file_is_in_the_wheel_twice(names: list[str]) -> None:
    assert len(names) == len(set(names))


def test_the_wheel_starts_the_app_by_both_its_names(wheel: Path) -> None:
    points = configparser.ConfigParser()
    points.read_string(inside(wheel, "entry_points.txt"))
    assert dict(points["console_scripts"]) == {"ahp-companion": "ahp_companion.__main__:main"}
    assert dict(points["gui_scripts"]) == {"ahp-companion-window": "ahp_companion.__main__:main"}


def test_the_wheel_carries_its_licence(wheel: Path) -> None:
    assert inside(wheel, "licenses/LICENSE") == (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert Parser().parsestr(inside(wheel, "METADATA"))["License-Expression"] == "GPL-3.0-or-later"


def test_the_wheel_finds_its_resources_inside_itself(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    shown = subprocess.run(
        [sys.executable, "-c", "from ahp_companion import assets; print(assets.root())"],
        env=os.environ | {"PYTHONPATH": str(tmp_path)},
        cwd=tmp_path,
        check=True,
        capture_output=True,
        text=True,
    )
    assert Path(shown.stdout.strip()) == (tmp_path / "ahp_companion").resolve()


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_holds_versions_and_hashes_and_no_address(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").splitlines()
    assert [line for line in lines if not LOCK_LINE.fullmatch(line)] == []
    hashed = [line for line in lines if "--hash" in line]
    assert len(hashed) >= len([line for line in lines if "==" in line]) > 0


@pytest.mark.parametrize(
    "line",
    [
        "reportlab>=5 \\",
        "--index-url https://example.org/simple",
        "reportlab @ file:///wheels/reportlab.whl",
        "    # via -r /somewhere/pyproject.toml",
    ],
)
def test_a_line_that_has_no_place_in_a_lock_is_found(line: str) -> None:
    assert not LOCK_LINE.fullmatch(line)


def test_everything_the_app_stands_on_is_locked() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = {
        "run": project["dependencies"],
        "dev": project["dependencies"] + project["optional-dependencies"]["dev"],
        "bundle": project["dependencies"] + project["optional-dependencies"]["bundle"],
    }
    assert {path.stem for path in LOCKS} == set(wanted)
    for path in LOCKS:
        locked = {line.split("==")[0] for line in path.read_text("utf-8").splitlines()}
        assert {re.split(r"[<>=]", each.lower())[0] for each in wanted[path.stem]} <= locked
