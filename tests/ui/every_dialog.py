"""Every dialog there is, over a portfolio with a little of everything in it."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QDialog, QWidget

from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.meetings import Meeting
from ahp_companion.domain.plan import Need, Objective
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.workbooks import WorkbookAnswer, Worksheet
from ahp_companion.exchange.calendars.reading import read_calendar
from ahp_companion.exchange.importing import Incoming
from ahp_companion.exchange.tables.reading import looked_at
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.dialogs.calendar_events import CalendarDialog
from ahp_companion.ui.dialogs.capture import Capture
from ahp_companion.ui.dialogs.carry_on import CarryOn
from ahp_companion.ui.dialogs.change_preceptor import ChangePreceptor
from ahp_companion.ui.dialogs.columns import ColumnsDialog
from ahp_companion.ui.dialogs.compare import Compare
from ahp_companion.ui.dialogs.export import ExportDialog
from ahp_companion.ui.dialogs.find import Find
from ahp_companion.ui.dialogs.first_run import FirstRun
from ahp_companion.ui.dialogs.forms import FormsDialog
from ahp_companion.ui.dialogs.identifiers import Identifiers
from ahp_companion.ui.dialogs.import_file import ImportDialog
from ahp_companion.ui.dialogs.new_setting import NewSettingDialog
from ahp_companion.ui.dialogs.passphrase import PassphraseDialog
from ahp_companion.ui.dialogs.passport import PassportDialog
from ahp_companion.ui.dialogs.pick import Picker
from ahp_companion.ui.dialogs.preferences import PreferencesDialog
from ahp_companion.ui.dialogs.put_in import PutIn
from ahp_companion.ui.dialogs.recurring import Recurring
from ahp_companion.ui.dialogs.restore import RestoreDialog
from ahp_companion.ui.dialogs.save_sheet import SaveSheet
from ahp_companion.ui.dialogs.set_aside import SetAside
from ahp_companion.ui.dialogs.starter_plan import Picking, activity_groups, starter_groups
from ahp_companion.ui.dialogs.workbook import ChooseWorkbook
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
    sheets = [Worksheet(workbook="maturity-matrix", on=date(2026, 3, each)) for each in (2, 9)]
    said = [
        WorkbookAnswer(worksheet=each.id, question="1", step="emerging", words="We talked about it")
        for each in sheets
    ]
    desk.session.add(*sheets, *said)
    yield Capture(parent, desk)
    table = Path(__file__).parents[1] / "data" / "others" / "river.csv"
    yield ColumnsDialog(parent, desk, table, *looked_at(table))
    outlook = table.with_name("outlook.ics")
    yield CalendarDialog(parent, desk, read_calendar(outlook, on=date(2026, 3, 12)))
    yield Identifiers(parent, desk)
    yield SetAside(parent, desk, "“Journal club” holds what looks like a postcode (LL5…).")
    yield PutIn(parent, desk, 412)
    yield ChangePreceptor(parent, desk, Preceptorship())
    plan = desk.session.catalogue.starter_plans["return-to-role"]
    groups = starter_groups(plan, has_first_meeting=False)
    yield Picking(parent, desk, title=f"Starter plan: {plan.name}", about=plan.about, groups=groups)
    ideas = activity_groups(desk.session.catalogue)
    yield Picking(
        parent, desk, title="Ideas for the plan", about=plan.about, groups=ideas, searches=True
    )
    yield ChooseWorkbook(parent, desk)
    yield Compare(parent, desk, sheets[1], sheets)
    yield SaveSheet(parent, desk, sheets[1], ".pdf")
    yield CarryOn(parent, desk, (Need(words="Leading a team"), Objective(title="An audit")))
    yield ExportDialog(parent, desk)
    yield finder
    yield FirstRun(parent, desk.session.catalogue, desk.theme)
    yield FormsDialog(parent, desk)
    yield ImportDialog(parent, desk, incoming, REMARKS, "My CPD since 2019.csv")
    yield NewSettingDialog(parent, desk)
    yield PassportDialog(parent, desk, desk.session.gather())
    yield PassphraseDialog(parent, desk.theme, PROBLEM)
    yield Picker(parent, desk, CpdActivity)
    yield PreferencesDialog(parent, desk.theme, desk.preferences)
    yield Recurring(parent, desk, Meeting(planned_on=date(2026, 3, 19)))
    yield RestoreDialog(parent, desk)
    yield ProblemDialog(parent, PROBLEM, act="Restore the backup of 12 March 2026, 14:02")
    yield ProblemDialog(parent, PROBLEM, details="ValueError\nforms.py:120 in save")
    yield ProgressDialog(parent, "Backing up, then bringing it in", Running(_nothing))


def _nothing(_progress: object) -> None:
    """Do nothing: only the dialog over the work is looked at."""
