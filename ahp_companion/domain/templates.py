"""Forms to print: blank for a pen, or filled from the portfolio; none of them is official."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from .preceptorship import Preceptorship, Side, Status
from .professions import Regulator
from .words import Word


class Shape(Word):
    """What one block of a form is."""

    HEADING = "heading", "A heading"
    PARAGRAPH = "paragraph", "Words to read"
    FACTS = "facts", "Short fields"
    LINES = "lines", "Room to write"
    TABLE = "table", "A table"
    TICKS = "ticks", "Boxes to tick"
    WORKBOOK = "workbook", "The lines of a workbook"
    CLAUSES = "clauses", "The clauses of an agreement"
    SIGNATURES = "signatures", "Names and signatures"
    CENTRED = "centred", "Words in the middle of the sheet"
    SECTION = "section", "A part of the portfolio"


class Reach(Word):
    """What a form is about: one preceptorship, or its owner's whole record."""

    PRECEPTORSHIP = "preceptorship", "One preceptorship"
    OWNER = "owner", "The whole record"


class Suits(Word):
    """Whom a block is meant for; whoever it does not suit never sees it."""

    ALL = "", "Everyone"
    EMPLOYED = "employed", "Whoever has an employer"
    SOLE = "sole", "Whoever is their own employer"
    HCPC = "hcpc", "Whoever is on HCPC's register"
    NOT_HCPC = "not-hcpc", "Whoever is not"
    BY_HAND = "by-hand", "Whoever writes it by hand"
    BOTH_PARTS = "both-parts", "Where one person is preceptor and clinical supervisor"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A short field: its label, what fills it, and how many twelfths of the sheet it takes."""

    label: str
    fill: str = ""
    wide: int = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class FormColumn:
    """A column of a table: its head and its width in millimetres."""

    words: str
    mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """One part of a form. `fill` names what the portfolio puts there, `rows` the room by hand.

    It falls out where the portfolio has something for `unless`. Of an agreement's clauses, those
    in `apart` are asked for elsewhere on the sheet.
    """

    shape: Shape
    words: str = ""
    help: str = ""
    rows: int = 0
    fill: str = ""
    facts: tuple[Fact, ...] = ()
    columns: tuple[FormColumn, ...] = ()
    options: tuple[str, ...] = ()
    workbook: str = ""
    agreement: str = ""
    size: str = ""
    unless: str = ""
    apart: tuple[str, ...] = ()
    suits: Suits = Suits.ALL


@dataclass(frozen=True, slots=True, kw_only=True)
class Template:
    """A form, from resources/templates/; `number` is its place among the kinds of form.

    `record` is the kind of record that it can be filled from one at a time, if there is one. One
    of one page says less where there is much, and how much more the portfolio holds. One for the
    end is filled in only for a preceptorship that has finished, and one from the preceptee only
    where that is the owner.
    """

    code: str
    name: str
    number: int
    group: str
    about: str
    source: str
    as_at: str
    blocks: tuple[Block, ...]
    reach: Reach = Reach.PRECEPTORSHIP
    record: str = ""
    is_letter: bool = False
    is_one_page: bool = False
    is_for_the_end: bool = False
    is_from_preceptee: bool = False


def by_group(templates: Iterable[Template]) -> Mapping[str, tuple[Template, ...]]:
    """Return forms under the headings of the list, in the order of their numbers."""
    found: dict[str, tuple[Template, ...]] = {}
    for each in sorted(templates, key=_number):
        found[each.group] = (*found.get(each.group, ()), each)
    return found


def can_be_filled(template: Template, preceptorship: Preceptorship | None) -> bool:
    """Return whether what a form would say of a preceptorship is true of it, and its owner's."""
    if template.is_from_preceptee and preceptorship and preceptorship.side is Side.PRECEPTOR:
        return False
    return not template.is_for_the_end or _has_finished(preceptorship)


def blank_because(template: Template, preceptorship: Preceptorship | None) -> str:
    """Return why a form for the end is still blank; nothing where that needs no words."""
    if not template.is_for_the_end or preceptorship is None or _has_finished(preceptorship):
        return ""
    if preceptorship.status is Status.ENDED_EARLY:
        return "Ended early: this is filled in where a preceptorship was finished"
    return "Not finished yet: to be filled in at the end"


def source_for(template: Template, regulator: Regulator) -> str:
    """Return where a form comes from; who is on another register is told of no HCPC."""
    parts = template.source.split("; ")
    if regulator is not Regulator.HCPC:
        parts = [each for each in parts if Regulator.HCPC.short not in each]
    return "; ".join(parts)


def _has_finished(preceptorship: Preceptorship | None) -> bool:
    return preceptorship is not None and preceptorship.status is Status.FINISHED


def _number(template: Template) -> int:
    return template.number
