"""Contacts: how often, and when last."""

from datetime import date

from ahp_companion.domain.contacts import Contact, contacts_in_words


def test_contacts_are_counted_and_the_last_is_dated() -> None:
    held = [Contact(on=date(2026, 3, 4)), Contact(on=date(2026, 1, 2)), Contact()]
    assert contacts_in_words(held) == "3 contacts, the last on 4 March 2026"


def test_without_a_day_they_are_counted_alone() -> None:
    assert contacts_in_words([Contact()]) == "1 contact"


def test_no_contacts_say_nothing() -> None:
    assert contacts_in_words([]) == ""
