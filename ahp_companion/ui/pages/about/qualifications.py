"""What the owner is qualified in."""

from functools import partial

from ....domain.practitioner import Qualification
from ....domain.words import day
from ...desk import Desk
from ...fields.moments import Day, Number
from ...fields.texts import Line, Text
from ...forms import Field
from ...record_page import RecordPage, Shape
from ...rows import Row

QUALIFICATION = (
    Field(name="title", label="", make=partial(Line, is_title=True, placeholder="Qualification")),
    Field(name="awarded_by", label="Awarded by", make=Line),
    Field(name="level", label="Level", make=partial(Number, example="6"), beside=True),
    Field(name="awarded_on", label="Awarded on", make=Day),
    Field(name="expires_on", label="Runs out on", make=Day, beside=True),
    Field(name="words", label="Anything else", make=Text),
)


def quals(desk: Desk) -> RecordPage:
    """Return the list of qualifications."""
    return RecordPage(
        desk,
        Shape(
            title="Qualifications",
            record=Qualification,
            order=("awarded_on",),
            row=_qualification_row,
            fields=QUALIFICATION,
            make=Qualification,
            add="Add qualification",
            icon="strength",
            empty_title="What you are qualified in will live here",
            empty_words="Degrees, certificates and licences, with level and when they run out.",
            is_by_month=False,
            is_part=True,
        ),
    )


def _qualification_row(qualification: Qualification) -> Row:
    level = f"Level {qualification.level}" if qualification.level else ""
    return Row(
        when="",
        title=qualification.title or "Untitled qualification",
        detail=" · ".join(
            part
            for part in (qualification.awarded_by, level, day(qualification.awarded_on))
            if part
        ),
    )
