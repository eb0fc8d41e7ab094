"""What the answers make put together: read, counted, and put into the statement when wanted."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from ....domain.audit import STATEMENT_WORDS, Arrangement, AuditProfile, ProfileVersion
from ....domain.audit_rules import STANDARDS
from ....domain.changes import Change, Edit
from ....domain.plan import Objective
from ....domain.statement import assembled, paragraphs
from ....domain.words import count, word_count
from ...buttons import button
from ...desk import Desk
from ...dialogs.put_in import asked_to_put_in
from ...fields.choices import Choice, of_words
from ...labels import PlainLabel, Size
from ...remark import Remark
from .answering import standards_in_words
from .audited import Audited
from .newer import answers_are_newer
from .profile import write
from .versions import version_now

HIGH = 330
NOTHING = (
    "What you answer stands here, put together: word for word as you typed it, and nothing else."
)


class PutTogether(QWidget):
    """The answers in the arrangement chosen; nothing here writes a word of its own."""

    def __init__(self, desk: Desk, audited: Audited) -> None:
        super().__init__()
        self._desk, self._audited = desk, audited
        px = desk.theme.px
        self.arranged_by = Choice(desk, of_words(Arrangement))
        self.arranged_by.set_names("Arranged", "", "arranged-by")
        self.arranged_by.changed.connect(self._arrange)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setObjectName("put-together")
        self.text.setAccessibleName("What your answers make")
        self.text.setMinimumHeight(px(HIGH))
        self.text.document().setDocumentMargin(px(4))
        self.counted = PlainLabel("", Size.SECOND, role="third", wraps=True)
        self.counted.setObjectName("put-together-counted")
        self.speaks = PlainLabel("", Size.SECOND, role="second", wraps=True)
        self.nothing = PlainLabel(NOTHING, role="third", wraps=True)
        self.remark = Remark(desk, icon="attention")
        self.put_button = button(
            desk, "Put this into my statement", self.put, icon="forward", name="put-in"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addWidget(PlainLabel("What your answers make", Size.HEADING))
        arranged = PlainLabel("Arranged", Size.MEDIUM)
        arranged.setBuddy(self.arranged_by.focus_widget())
        column.addWidget(arranged)
        for each in (self.arranged_by, self.nothing, self.text, self.counted, self.speaks):
            column.addWidget(each)
        column.addWidget(self.remark)
        column.addWidget(self.put_button, 0, Qt.AlignmentFlag.AlignLeft)
        # The box of the answers takes what height there is; without it the rest stays at the top.
        column.setStretchFactor(self.text, 1)
        column.addStretch(0)

    @property
    def words(self) -> str:
        """Return the answers put together."""
        return assembled(self._audited.chosen, self._arrangement, self._objectives)

    def refresh(self) -> None:
        """Show what the answers make now, and whether the statement has it."""
        if self.arranged_by.value() != self._arrangement:
            self.arranged_by.set_value(self._arrangement)
        words = self.words
        if self.text.toPlainText() != words:
            at = self.text.verticalScrollBar().value()
            self.text.setPlainText(words)
            self.text.verticalScrollBar().setValue(at)
        number = word_count(words)
        self.counted.setText(f"{count(number, 'word')}; a statement takes {STATEMENT_WORDS:,}")
        self.speaks.setText(self._speaks())
        for each in (self.text, self.counted, self.speaks, self.put_button):
            each.setVisible(bool(words))
        self.nothing.setVisible(not words)
        self._say_of_statement(words)

    def put(self) -> None:
        """Put the answers into the statement; other words that stand there are kept first."""
        words, profile = self.words, self._audited.profile
        held = profile.personal_statement.strip() if profile else ""
        if profile is None or not held:
            if write(self._desk.session, personal_statement=words):
                self._desk.say("Put into your statement · Undo with Ctrl+Z")
            return
        if held == words or not asked_to_put_in(self, self._desk, word_count(held)):
            return
        kept = version_now(self._audited, self._desk.session.today())
        self._apply(profile, words, kept)

    def _apply(self, profile: AuditProfile, words: str, kept: ProfileVersion) -> None:
        now = self._desk.session.get(AuditProfile, profile.id) or profile
        after = replace(now, personal_statement=words)
        change = Change(
            words="Put the statement together",
            edits=(Edit(after=kept), Edit(before=now, after=after)),
        )
        if self._desk.session.apply(change):
            self._desk.say("Put into your statement · what was there is under Kept")

    @property
    def _arrangement(self) -> Arrangement:
        profile = self._audited.profile
        return profile.arranged_by if profile else Arrangement.ACTIVITY

    @property
    def _objectives(self) -> tuple[Objective, ...]:
        return self._audited.portfolio.all(Objective)

    def _arrange(self) -> None:
        write(self._desk.session, arranged_by=self.arranged_by.value())

    def _say_of_statement(self, words: str) -> None:
        profile = self._audited.profile
        held = profile.personal_statement.strip() if profile else ""
        is_same = bool(words) and held == words
        self.put_button.setEnabled(not is_same)
        self.put_button.setText(
            "Your statement has these words" if is_same else "Put this into my statement"
        )
        self.put_button.setAccessibleName(self.put_button.text())
        newer = bool(held) and bool(words) and not is_same
        newer = newer and answers_are_newer(self._desk.session, profile, self._audited.chosen)
        self.remark.set_value(
            "Your answers have changed since your statement last did." if newer else ""
        )

    def _speaks(self) -> str:
        held = paragraphs(self._audited.chosen, self._arrangement, self._objectives)
        found = sorted({standard for each in held for standard in each.standards})
        # The fifth is the profile as a whole: no paragraph speaks to it alone.
        missing = [each for each in STANDARDS if each not in (*found, "5")]
        said = [f"It speaks to {standards_in_words(found)}."] if found else []
        said += [f"Nothing in it speaks to {standards_in_words(missing)} yet."] if missing else []
        return " ".join(said)
