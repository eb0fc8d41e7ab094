"""The time that counts, on its tab: said in sentences, every day of it set by hand if need be."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget

from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.preceptorship import Preceptorship
from ahp_companion.domain.professions import Regulator
from ahp_companion.ui.desk import Desk
from ahp_companion.ui.pages.audit import audit_page, entry_word
from tests.ui.desks import Heard, Opened, inside, kept, leave, no_writing, press, turn, write

Show = Callable[..., Any]
OWNER = Practitioner(
    name="Rhiannon Ŵyn",
    profession="PH",
    registered_on=date(2021, 9, 6),
    last_renewed_on=date(2024, 4, 2),
)
DONE = CpdActivity(
    title="Journal club", started_on=date(2025, 3, 3), learning_type=LearningType.FORMAL
)


def shown(desk: Desk, show: Show) -> Any:
    page = show(audit_page(desk))
    turn()
    return page


def words(page: QWidget) -> list[str]:
    turn()
    return [each.text() for each in page.findChildren(QLabel) if each.isVisible()]


def says(page: QWidget, wanted: str) -> bool:
    return any(wanted in each for each in words(page))


@pytest.fixture
def page(open_desk: Opened, show: Show) -> Any:
    """Return the page of a physiotherapist with one activity."""
    return shown(open_desk(OWNER, DONE), show)


@pytest.fixture
def unfolded(page: Any) -> Any:
    """Return the page with its days open."""
    press(page, "more")
    turn()
    return page


def day_line(page: Any, name: str) -> QLineEdit:
    return inside(page, QLineEdit, name)


def set_day(page: Any, name: str, typed: str) -> None:
    write(day_line(page, name), typed)
    leave(day_line(page, name))
    turn()


def test_the_renewal_and_what_is_left_of_it_are_said(page: Any) -> None:
    assert says(page, "HCPC opened your renewal on 1 February 2026 and closes it on 30 April 2026")
    assert says(page, "49 days left")
    assert says(page, "One registrant in forty")


def test_a_renewal_that_is_still_to_open_counts_no_days(open_desk: Opened, show: Show) -> None:
    page = shown(open_desk(Practitioner(profession="OT")), show)
    assert says(page, "HCPC opens your next renewal on 1 August 2027")
    assert not says(page, "days left")


def test_what_an_audit_looks_at_and_what_is_in_it_are_said(page: Any) -> None:
    assert says(page, "looks at 1 May 2024 to 30 April 2026")
    assert says(page, "you have recorded 1 activity (formal)")


def test_private_activities_are_told_apart(open_desk: Opened, show: Show) -> None:
    hidden = CpdActivity(title="Mine", started_on=date(2025, 4, 1), private=True)
    page = shown(open_desk(OWNER, DONE, hidden), show)
    assert says(page, "2 activities (formal), 1 of them private")


def test_whether_the_preceptorship_lies_in_it_is_said_in_a_sentence(
    open_desk: Opened, show: Show
) -> None:
    year = Preceptorship(started_on=date(2023, 11, 1), length_months=12)
    page = shown(open_desk(OWNER, year), show)
    assert says(page, "lies partly in the time that counts")


def test_the_earliest_audit_of_someone_new_is_said(open_desk: Opened, show: Show) -> None:
    new = Practitioner(profession="PH", registered_on=date(2025, 7, 1))
    page = shown(open_desk(new), show)
    assert says(page, "can first call you at the renewal that opens on 1 February 2028")


def test_a_call_for_a_profile_says_when_it_is_due(unfolded: Any) -> None:
    set_day(unfolded, "called_on", "11 February 2026")
    assert says(
        unfolded, "You were called on 11 February 2026, and your profile is due on 30 April"
    )
    set_day(unfolded, "due_on", "20 March 2026")
    assert says(unfolded, "due on 20 March 2026: 8 days left")


def test_the_number_of_the_audit_is_kept(unfolded: Any) -> None:
    write(day_line(unfolded, "cpd_number"), "999417-26")
    unfolded.flush()
    assert kept(unfolded._desk.session, AuditProfile)[0].cpd_number == "999417-26"


def test_an_empty_day_shows_the_one_that_was_worked_out(unfolded: Any) -> None:
    line = day_line(unfolded, "audited_from_on")
    assert line.text() == ""
    assert line.placeholderText() == "1 May 2024, worked out"
    assert line.accessibleDescription() == "Worked out: 1 May 2024."


def test_the_first_day_that_would_count_follows_a_renewal_that_is_set(unfolded: Any) -> None:
    set_day(unfolded, "renewal_closes_on", "31 May 2026")
    line = day_line(unfolded, "audited_from_on")
    assert line.placeholderText() == "1 June 2024, worked out"


def test_a_first_day_that_is_set_moves_what_is_looked_at(unfolded: Any) -> None:
    set_day(unfolded, "audited_from_on", "1 April 2025")
    assert says(unfolded, "looks at 1 April 2025 to 30 April 2026")
    assert says(unfolded, "you have recorded 0 activities")
    set_day(unfolded, "audited_from_on", "")
    assert says(unfolded, "looks at 1 May 2024 to 30 April 2026")
    assert says(unfolded, "you have recorded 1 activity")


def test_a_day_that_cannot_be_is_said_beside_it_and_kept(unfolded: Any) -> None:
    set_day(unfolded, "renewal_closes_on", "1 January 2026")
    assert says(unfolded, "This is before the renewal opens, on 1 February 2026.")
    set_day(unfolded, "renewal_closes_on", "31 May 2026")
    assert not says(unfolded, "This is before the renewal opens")
    assert kept(unfolded._desk.session, AuditProfile)[0].renewal_closes_on == date(2026, 5, 31)


def test_undo_takes_a_first_day_and_the_profile_it_began_back(unfolded: Any) -> None:
    set_day(unfolded, "renewal_opens_on", "1 March 2026")
    unfolded._desk.session.undo()
    turn()
    assert day_line(unfolded, "renewal_opens_on").text() == ""
    set_day(unfolded, "called_on", "11 February 2026")
    (profile,) = kept(unfolded._desk.session, AuditProfile)
    assert (profile.called_on, profile.renewal_opens_on) == (date(2026, 2, 11), None)


def test_days_and_texts_are_one_profile(unfolded: Any) -> None:
    unfolded.open_tab("summary")
    write(inside(unfolded, QWidget, "practice_summary"), "I work on a stroke unit")
    unfolded.flush()
    unfolded.open_tab("where")
    turn()
    set_day(unfolded, "called_on", "11 February 2026")
    (profile,) = kept(unfolded._desk.session, AuditProfile)
    assert (profile.practice_summary, profile.called_on) == (
        "I work on a stroke unit",
        date(2026, 2, 11),
    )


def test_when_someone_registered_is_one_press_away(page: Any, heard: Heard) -> None:
    press(page, "about-you")
    assert heard.gone_to == [OWNER]


def test_a_profession_that_changes_its_day_is_followed(page: Any) -> None:
    page._desk.session.set(OWNER, last_renewed_on=date(2024, 6, 1))
    assert says(page, "looks at 1 June 2024 to 30 April 2026")


def test_what_changed_elsewhere_is_there_when_the_tab_is_opened_again(page: Any) -> None:
    page.open_tab("kept")
    turn()
    page._desk.session.set(OWNER, last_renewed_on=date(2024, 6, 1))
    page._desk.session.add(CpdActivity(title="Course", started_on=date(2025, 5, 5)))
    turn()
    page.open_tab("where")
    assert says(page, "looks at 1 June 2024 to 30 April 2026")
    assert says(page, "you have recorded 2 activities")


def test_what_happens_past_midnight_is_counted_from_the_new_day(page: Any) -> None:
    page._desk.session.today = lambda: date(2026, 3, 13)
    page.shown()
    assert says(page, "48 days left")


def test_looking_at_the_page_changes_nothing(page: Any) -> None:
    for part in page.parts:
        page.open_tab(part.code)
        turn()
    page.flush()
    assert page._desk.session.undo_words == ""
    assert kept(page._desk.session, AuditProfile) == []


@pytest.mark.parametrize(
    ("record", "code"), [(AuditProfile(practice_summary="Mine"), "summary"), (Gap(), "where")]
)
def test_a_record_is_shown_in_its_part(page: Any, record: Any, code: str) -> None:
    page.show_record(record)
    assert page.parts[page.tabs.currentIndex()].code == code


@pytest.mark.parametrize(
    ("code", "name", "most"),
    [("summary", "practice_summary", "500"), ("statement", "personal_statement", "1,500")],
)
def test_words_are_counted_as_they_are_typed(page: Any, code: str, name: str, most: str) -> None:
    page.open_tab(code)
    assert says(page, f"0 words of {most}")
    write(inside(page, QWidget, name), "I work on a stroke unit")
    assert says(page, f"6 words of {most}")
    page.flush()
    assert getattr(kept(page._desk.session, AuditProfile)[0], name) == "I work on a stroke unit"


def test_a_text_that_is_too_long_says_by_how_much(page: Any) -> None:
    page.open_tab("summary")
    box: Any = inside(page, QWidget, "practice_summary")
    box.insertPlainText("word " * 512)
    assert says(page, "512 words of 500, 12 words too many")
    page.flush()
    held = kept(page._desk.session, AuditProfile)[0]
    assert len(held.practice_summary.split()) == 512


def test_what_is_typed_after_an_undo_is_kept(page: Any) -> None:
    page.open_tab("summary")
    turn()
    box: Any = inside(page, QWidget, "practice_summary")
    write(box, "First try")
    page.flush()
    page._desk.session.undo()
    turn()
    assert box.toPlainText() == ""
    write(box, "Second try")
    page.flush()
    assert [e.practice_summary for e in kept(page._desk.session, AuditProfile)] == ["Second try"]


def test_a_text_that_could_not_be_saved_is_saved_on_leaving(page: Any, heard: Heard) -> None:
    page.open_tab("summary")
    turn()
    with no_writing(page._desk.session):
        write(inside(page, QWidget, "practice_summary"), "I work on a stroke unit")
        page.flush()
    assert len(heard.problems) == 1
    page.flush()
    assert kept(page._desk.session, AuditProfile)[0].practice_summary == "I work on a stroke unit"


@pytest.mark.parametrize("code", ["SUPPORT", ""])
def test_where_nobody_audits_neither_audit_nor_hcpc_is_spoken_of(
    open_desk: Opened, show: Show, code: str
) -> None:
    page = shown(open_desk(Practitioner(profession=code)), show)
    said = " ".join(words(page)).casefold()
    assert len(said) > 80
    assert not [each for each in ("audit", "hcpc", "gosc") if each in said]
    assert page.findChildren(QPushButton) == []
    page.show_record(Gap())


def test_the_sidebar_calls_it_what_it_is() -> None:
    assert {each.value: entry_word(each) for each in Regulator} == {
        "hcpc": "Audit",
        "gosc": "CPD cycle",
        "none": "",
    }
