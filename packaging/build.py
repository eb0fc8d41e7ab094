"""Makes the bundle for the system it runs on, and lets the bundle test itself before it counts.

Usage: python packaging/build.py, in an environment that requirements/bundle.txt was installed in.
"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUNDLE = ROOT / "dist" / "ahp-companion"


def build() -> Path:
    """Return the program of a fresh bundle under dist/."""
    spec = ROOT / "packaging" / "ahp-companion.spec"
    places = ["--distpath", str(BUNDLE.parent), "--workpath", str(ROOT / "build")]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "WARN"]
    subprocess.run([*command, *places, str(spec)], check=True)
    return BUNDLE / ("ahp-companion.exe" if os.name == "nt" else "ahp-companion")


def check(program: Path) -> None:
    """Run the bundle's own test; raises CalledProcessError if any of it does not work."""
    # The bundle must stand on nothing of the environment it was built in.
    bare = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    subprocess.run([str(program), "self-test"], check=True, env=bare, cwd=BUNDLE)


def size_of(folder: Path) -> int:
    """Return how many megabytes a folder holds."""
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file()) // 1_000_000


if __name__ == "__main__":
    check(build())
    print(f"{BUNDLE}: {size_of(BUNDLE)} MB")
