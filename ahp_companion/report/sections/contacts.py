"""Contacts: each time the owner was in touch with someone who supports them."""

from collections.abc import Iterable

from reportlab.platypus import Flowable

from ...domain.contacts import Contact
from ...domain.people import Person
from ...domain.words import day, duration
from ..selection import Selection, initials
from ..tables import Column, Layout, Row, table
from ..text import stacked

CONTACTS = Layout(columns=(Column("When", 45), Column("With", 45), Column("What about", 80)))


def contacts(selection: Selection, people: Iterable[Person]) -> list[Flowable]:
    """Return the table of contacts with some people, oldest first; nothing for none."""
    named = {each.id: each.name or initials(each.organisation) for each in people}
    rows = [
        Row((stacked(day(each.on), _how(each)), named[each.person or ""], each.words))
        for each in selection.portfolio.all(Contact)
        if each.person in named
    ]
    return table(CONTACTS, rows, title="When we were in touch")


def _how(contact: Contact) -> str:
    manner = contact.manner.label if contact.manner else ""
    return ", ".join(each for each in (manner, duration(contact.minutes)) if each)
