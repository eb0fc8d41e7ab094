"""Every dialog there is, over a portfolio with a little of everything in it."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtWidgets import QDialog, QWidget

from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.importing import Incoming
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.capture import Capture
from ahp_companion.ui.dialogs.export import ExportDialog
from ahp_companion.ui.dialogs.find import Find
from ahp_companion.ui.dialogs.first_run import FirstRun
from ahp_companion.ui.dialogs.import_file import ImportDialog
from ahp_companion.ui.dialogs.passphrase import PassphraseDialog
from ahp_companion.ui.dialogs.pick import Picker
from ahp_companion.ui.dialogs.preferences import PreferencesDialog
from ahp_companion.ui.dialogs.restore import RestoreDialog
from ahp_companion.ui.errors import ProblemDialog
from ahp_companion.ui.long_work import ProgressDialog, Running

PROBLEM = ProblemError(
    "“A portfolio with quite a long name of its own.ahp” is damaged.",
    means="Its contents are not as they were saved, so it was not opened and not changed.",
    advice="Restore the newest good backup. The damaged file is kept.",
)
REMARKS = ["Row 3: “soon” is no date.", "Row 5: there is no title."]


def every_dialog(desk: Desk) -> Iterator[QDialog]:
    """Yield each dialog, made and not yet shown."""
    activity = CpdActivity(title="Journal club", started_on=date(2026, 3, 2))
    desk.session.add(Practitioner(name="Rhiannon Ŵyn", profession="PH"), activity)
    desk.session.back_up("by hand")
    parent = QWidget()
    incoming = Incoming(change=added(CpdActivity(title="x")), added={"cpd_activity": 2})
    finder = Find(parent, desk)
    finder.typed.setText("journal")
    yield Capture(parent, desk)
    yield ExportDialog(parent, desk)
    yield finder
    yield FirstRun(parent, desk.session.catalogue, desk.theme)
    yield ImportDialog(parent, desk, incoming, REMARKS, "My CPD since 2019.csv")
    yield PassphraseDialog(parent, desk.theme, PROBLEM)
    yield Picker(parent, desk, CpdActivity)
    yield PreferencesDialog(parent, desk.theme, desk.preferences)
    yield RestoreDialog(parent, desk)
    yield ProblemDialog(parent, PROBLEM, act="Restore the backup of 12 March 2026, 14:02")
    yield ProblemDialog(parent, PROBLEM, details="ValueError\nforms.py:120 in save")
    yield ProgressDialog(parent, "Backing up, then bringing it in", Running(_nothing))


def _nothing(_progress: object) -> None:
    """Do nothing: only the dialog over the work is looked at."""
