"""Everything that can be filled into a form, by the name that the forms' files use."""

from collections.abc import Mapping

from . import (
    fills_confidence,
    fills_cpd,
    fills_delegation,
    fills_ending,
    fills_feedback,
    fills_given,
    fills_meetings,
    fills_passport,
    fills_people,
    fills_plan,
    fills_preceptorship,
    fills_reflections,
    fills_scope,
    fills_time,
    fills_year,
)
from .filling import Fill

FILLS: Mapping[str, Fill] = {
    **fills_people.FILLS,
    **fills_preceptorship.FILLS,
    **fills_plan.FILLS,
    **fills_time.FILLS,
    **fills_year.FILLS,
    **fills_meetings.FILLS,
    **fills_reflections.FILLS,
    **fills_confidence.FILLS,
    **fills_feedback.FILLS,
    **fills_ending.FILLS,
    **fills_scope.FILLS,
    **fills_delegation.FILLS,
    **fills_passport.FILLS,
    **fills_cpd.FILLS,
    **fills_given.FILLS,
}
