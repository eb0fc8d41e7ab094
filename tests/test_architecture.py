"""The house's rules, read out of the source: who may import whom, how long, and under what name."""

import ast
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TypeVar

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = "ahp_companion"
LONGEST_MODULE, LONGEST_FUNCTION = 400, 40

# What each part may import of ours; what is not named here puts the pieces together, and may all.
ALLOWED = {
    "domain": {"domain"},
    "store": {"domain", "store"},
    "exchange": {"assets", "domain", "exchange"},
    "report": {"assets", "domain", "report"},
    # Where pages, merged evidence and texts become one folder.
    "profile_folder": {"domain", "exchange", "report"},
    "ui": {
        "assets",
        "diagnostics",
        "domain",
        "exchange",
        "places",
        "profile_folder",
        "report",
        "ui",
    },
}
# Whose packages each part may stand on, beside the standard library.
FOREIGN = {
    "domain": set[str](),
    "store": {"sqlcipher3", "sqlite_utils"},
    "exchange": {
        "PIL",
        "dateutil",
        "defusedxml",
        "icalendar",
        "pypdf",
        "pypdfium2",
        "python_calamine",
        "yaml",
    },
    "report": {"PIL", "pypdf", "reportlab"},
    "profile_folder": set[str](),
    "ui": {"PySide6", "shiboken6"},
}
# The places in the window that know the store.
STORE_IN_WINDOW = re.compile(r"ui/session(_opening)?\.py|ui/dialogs/restore\.py")
FORBIDDEN = frozenset(
    {"user", "item", "task", "note", "data", "info", "manager", "handler", "helper"}
    | {"utils", "common", "misc", "base", "core"}
)
# Names that are Qt's to give: what its classes are called back by, as in setData.
QT_NAMES = re.compile(r"data|[a-z]+[A-Z]\w*")
N = TypeVar("N", bound=ast.AST)
PLAIN_LABELS = "ui/labels.py"
RICH_BOXES = {"about", "critical", "information", "question", "warning"}


@dataclass(frozen=True)
class Module:
    """One source file: its path within the package, and its text."""

    path: str
    source: str

    @cached_property
    def tree(self) -> ast.Module:
        """Return its source, parsed."""
        return ast.parse(self.source)

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """Return every node of its tree."""
        return list(ast.walk(self.tree))

    @property
    def part(self) -> str:
        """Return the folder, or the file, at the top that it belongs to."""
        return self.path.split("/")[0].removesuffix(".py")

    def of(self, *kinds: type[N]) -> Iterator[N]:
        """Yield its nodes of some kinds."""
        return (node for node in self.nodes if isinstance(node, kinds))

    def imports(self) -> Iterator[str]:
        """Yield the full name of everything it imports, relative names made whole."""
        package = [PACKAGE, *self.path.split("/")[:-1]]
        for node in self.nodes:
            if isinstance(node, ast.Import):
                yield from (alias.name for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                above = package[: len(package) + 1 - node.level] if node.level else []
                stem = ".".join([*above, *([node.module] if node.module else [])])
                yield from (f"{stem}.{alias.name}" for alias in node.names)


def imports_beyond_its_layer(module: Module) -> Iterator[str]:
    """Yield what a module imports of ours that its layer may not."""
    for name in module.imports():
        top, _, rest = name.partition(".")
        part = rest.split(".")[0]
        if top != PACKAGE or module.part not in ALLOWED or part in ALLOWED[module.part]:
            continue
        if not (part == "store" and STORE_IN_WINDOW.fullmatch(module.path)):
            yield name


def imports_of_others_packages(module: Module) -> Iterator[str]:
    """Yield what a module imports that its layer does not stand on."""
    for name in module.imports():
        top = name.split(".")[0]
        known = top == PACKAGE or top in sys.stdlib_module_names
        if module.part in FOREIGN and not known and top not in FOREIGN[module.part]:
            yield name


def imports_of_another_page(module: Module) -> Iterator[str]:
    """Yield the other pages that a page imports; their list, the folder's own file, names all."""
    pages = f"{PACKAGE}.ui.pages."
    own = module.path.removesuffix(".py").split("/")[2:3]
    if module.path.startswith("ui/pages/") and own != ["__init__"]:
        for name in module.imports():
            if name.startswith(pages) and name.removeprefix(pages).split(".")[0] not in own:
                yield name


def imports_of_everything(module: Module) -> Iterator[str]:
    """Yield every import of "*"."""
    return (name for name in module.imports() if name.endswith(".*"))


def missing_docstring(module: Module) -> Iterator[str]:
    """Yield a module that does not say what it is."""
    if not ast.get_docstring(module.tree):
        yield module.path


def too_long(module: Module) -> Iterator[str]:
    """Yield a module and every function that is longer than can be taken in."""
    lines = module.source.count("\n")
    if lines > LONGEST_MODULE:
        yield f"{module.path}: {lines} lines"
    for node in module.of(ast.FunctionDef):
        lines = (node.end_lineno or node.lineno) - node.lineno + 1
        if lines > LONGEST_FUNCTION:
            yield f"{node.name}: {lines} lines"


def names_that_say_nothing(module: Module) -> Iterator[str]:
    """Yield the files, classes, functions and arguments called by a word for anything."""
    given = [part.removesuffix(".py") for part in module.path.split("/")]
    for node in module.nodes:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            given.append(node.name)
        elif isinstance(node, ast.arg):
            given.append(node.arg)
    for name in given:
        words = re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)
        is_qts = module.part == "ui" and QT_NAMES.fullmatch(name)
        if not is_qts and FORBIDDEN & {word.lower() for word in words}:
            yield name


def lambdas_in_connections(module: Module) -> Iterator[str]:
    """Yield every signal connected to a lambda, which keeps alive what it names."""
    for node in module.of(ast.Call):
        is_connection = isinstance(node.func, ast.Attribute) and node.func.attr == "connect"
        if is_connection and any(isinstance(each, ast.Lambda) for each in node.args):
            yield ast.unparse(node)


def nested_event_loops(module: Module) -> Iterator[str]:
    """Yield every call that lets events in while something is under way."""
    for node in module.of(ast.Attribute):
        if node.attr == "processEvents":
            yield ast.unparse(node)


def labels_that_guess(module: Module) -> Iterator[str]:
    """Yield every label or message box that may take what the owner wrote for markup."""
    if module.path == PLAIN_LABELS:
        return
    for node in module.of(ast.Call):
        owner, _, name = ast.unparse(node.func).rpartition(".")
        is_rich_box = name == "QMessageBox" and "PlainText" not in module.source
        if name == "QLabel" or is_rich_box or (owner == "QMessageBox" and name in RICH_BOXES):
            yield f"{name}, line {node.lineno}"


RULES: dict[Callable[[Module], Iterator[str]], list[tuple[str, str]]] = {
    imports_beyond_its_layer: [
        ("domain/plan.py", "from ..store import records"),
        ("store/records.py", "def later():\n    import ahp_companion.report.pages"),
        ("report/cover.py", "from ..exchange.html import page"),
        ("ui/tables.py", "from ..store.listings import Listing"),
        ("exchange/leap2a.py", "from .. import app"),
    ],
    imports_of_others_packages: [
        ("domain/plan.py", "import platformdirs"),
        ("store/records.py", "from PySide6.QtCore import QObject"),
        ("report/cover.py", "import sqlite_utils"),
        ("ui/charts.py", "from reportlab.graphics import renderSVG"),
    ],
    imports_of_another_page: [
        ("ui/pages/cpd.py", "from .meetings import MeetingsPage"),
        ("ui/pages/cpd.py", "from . import meetings"),
        ("ui/pages/plan/needs.py", "from ..cpd import CpdPage"),
    ],
    imports_of_everything: [("domain/plan.py", "from .records import *")],
    missing_docstring: [("domain/plan.py", "def needs() -> None:\n    '''Return nothing.'''")],
    too_long: [
        ("domain/plan.py", "# one line\n" * 401),
        ("domain/plan.py", "def needs():\n" + "    x = 1\n" * 40),
    ],
    names_that_say_nothing: [
        ("domain/plan_utils.py", ""),
        ("domain/plan.py", "class PlanManager: ..."),
        ("domain/plan.py", "def take_note(): ..."),
        ("domain/plan.py", "def needs(*, user): ..."),
        ("domain/plan.py", "def data(): ..."),
    ],
    lambdas_in_connections: [("ui/forms.py", "button.clicked.connect(lambda: 1)")],
    nested_event_loops: [("ui/forms.py", "QApplication.processEvents()")],
    labels_that_guess: [
        ("ui/forms.py", "QLabel('<b>')"),
        ("ui/forms.py", "QtWidgets.QLabel(words)  # PlainText"),
        ("ui/errors.py", "QMessageBox(parent)"),
        ("ui/errors.py", "QMessageBox.question(parent, '', words)  # PlainText"),
    ],
}
MODULES = [
    Module(path.relative_to(ROOT / PACKAGE).as_posix(), path.read_text(encoding="utf-8"))
    for path in sorted((ROOT / PACKAGE).rglob("*.py"))
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_every_module_keeps_the_rule(rule: Callable[[Module], Iterator[str]]) -> None:
    assert {each.path: found for each in MODULES if (found := list(rule(each)))} == {}


@pytest.mark.parametrize(
    ("rule", "path", "source"),
    [(rule, *broken) for rule, breaches in RULES.items() for broken in breaches],
)
def test_the_rule_finds_what_breaks_it(
    rule: Callable[[Module], Iterator[str]], path: str, source: str
) -> None:
    assert list(rule(Module(path, source)))


def test_what_the_rules_allow_is_let_through() -> None:
    allowed = [
        Module("ui/session.py", '"""."""\nfrom ..store.portfolio_file import PortfolioFile'),
        Module("ui/pages/__init__.py", '"""."""\nfrom .cpd import cpd_page'),
        Module("ui/dialogs/restore.py", '"""."""\nfrom ...store.backups import Backups'),
        Module("app.py", '"""."""\nfrom .store import backups\nfrom .ui import main_window'),
        Module("ui/tables.py", '"""."""\ndef data(self): ...\nbutton.clicked.connect(self.add)'),
        Module("ui/labels.py", '"""."""\nQLabel().setTextFormat(Qt.TextFormat.PlainText)'),
        Module("domain/cpd.py", '"""."""\ndef users_of_services(database): ...'),
    ]
    assert {each.path: name for each in allowed for rule in RULES for name in rule(each)} == {}


def test_there_are_modules_to_read() -> None:
    assert {"domain", "store", "ui", "report", "exchange"} <= {each.part for each in MODULES}
