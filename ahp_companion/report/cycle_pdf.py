"""An osteopath's three years on paper: hours, themes, the three activities, and what shows them."""

from collections.abc import Iterator, Sequence

from reportlab.platypus import Flowable

from ..domain.cpd import CpdActivity
from ..domain.gosc import HOURS, HOURS_WITH_OTHERS, ONCE, THEMES, is_under, three_years
from ..domain.profile import Handed, Profile
from ..domain.words import count, duration, sentence, span
from .activities_pdf import activities, hours, numbered, themes_of
from .document import Progress
from .flowables import caption, lead
from .handed_over import BESIDE_THIS, document, in_full, left_out, place_of
from .parts import Part
from .tables import Column, Layout, Row, table

ASKED = Layout(
    columns=(Column("What is asked for", 62), Column("Recorded", 28), Column("Shown by", 80))
)
EVIDENCE = Layout(
    columns=(
        Column("No", 9),
        Column("Description", 70),
        Column("Pages or format", 27),
        Column("Shows activity", 21),
        Column("Where it is", 43),
    ),
    above=2,
    below=4,
    named_by=1,
)


def cycle_pdf(handed: Handed, progress: Progress | None = None) -> tuple[bytes, int]:
    """Return the record of a cycle as a PDF and its number of pages, without writing anything."""
    profile = handed.profile
    said = f"Three years of CPD, for the {profile.profession.regulator.label}"
    return document(profile, "CPD record", said, list(_parts(handed)), progress)


def _parts(handed: Handed) -> Iterator[Part]:
    yield _asked(handed.profile)
    yield activities(handed)
    if handed.profile.told:
        yield _told(handed)
    yield _evidence(handed)


def _asked(profile: Profile) -> Part:
    held = profile.activities
    with_others = [each for each in held if each.minutes_with_others]
    whole = three_years(held)
    numbers = numbered(profile)
    rows = [
        Row((f"{HOURS} hours", duration(whole.minutes), _all_of(held))),
        Row(
            (
                f"{HOURS_WITH_OTHERS} hours with others",
                duration(whole.minutes_with_others),
                _by_number(with_others, numbers),
            )
        ),
    ]
    for code, words in THEMES.items():
        under = _under(held, code)
        rows.append(
            Row((f"Theme {code}: {words}", _activities(len(under)), _by_number(under, numbers)))
        )
    for code, words in ONCE.items():
        under = _under(held, code)
        shown = "\n".join(f"{numbers[each.id]}: {_named(each)}" for each in under)
        rows.append(Row((sentence(words), _activities(len(under)), shown or "–")))
    return Part(
        title="The three years",
        says="",
        flowables=[
            *table(ASKED, rows),
            *caption("Figures under “Shown by” are the numbers of the list that follows."),
        ],
    )


def _all_of(held: Sequence[CpdActivity]) -> str:
    return f"All {len(held)} of the list" if len(held) > 1 else _activities(len(held))


def _activities(number: int) -> str:
    return count(number, "activity", "activities") if number else "None yet"


def _by_number(held: Sequence[CpdActivity], numbers: dict[str, int]) -> str:
    return ", ".join(str(numbers[each.id]) for each in held) or "–"


def _under(held: Sequence[CpdActivity], code: str) -> list[CpdActivity]:
    return [each for each in held if is_under(each, code)]


def _named(activity: CpdActivity) -> str:
    title = activity.title.strip() or "Without a title"
    return f"{title}, {span(activity.started_on, activity.ended_on)}"


def _told(handed: Handed) -> Part:
    told = handed.profile.told
    numbers = numbered(handed.profile)

    def about(activity: CpdActivity) -> list[str]:
        others = hours(activity.minutes_with_others)
        letters = themes_of(activity)
        return [
            f"activity {numbers[activity.id]}",
            hours(activity.minutes),
            f"{others} of it with others" if others else "",
            f"theme {', '.join(letters)}" if letters else "",
            activity.provider,
        ]

    said = f"{count(len(told), 'activity', 'activities')} with what I wrote of them, oldest first."
    flowables: list[Flowable] = [*lead(said)]
    for each in told:
        flowables += in_full(handed, each, about)
    return Part(title="Activities in full", says="", flowables=flowables)


def _evidence(handed: Handed) -> Part:
    numbers = numbered(handed.profile)
    shows: dict[str, list[int]] = {}
    for activity in handed.profile.activities:
        for piece in activity.evidence:
            shows.setdefault(piece, []).append(numbers[activity.id])
    rows = [
        Row(
            (
                str(row.number),
                row.description,
                row.pages,
                ", ".join(str(each) for each in shows.get(row.evidence.id, ())) or "–",
                place_of(handed, row.number),
            )
        )
        for row in handed.rows
    ]
    return Part(
        title="Evidence",
        says="",
        flowables=[
            *lead(f"{count(len(rows), 'piece')} of evidence."),
            *table(EVIDENCE, rows),
            *(caption(BESIDE_THIS) if rows else []),
            *left_out(handed),
        ],
    )
