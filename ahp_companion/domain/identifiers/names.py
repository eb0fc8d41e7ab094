"""People by name: with a title, as somebody's relation, called so; and initials with age and ward.

Nobody keeps a list of all names. These are found by what stands around them.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from ..words import fold
from .dates import behind_a_name
from .kinds import IdentifierKind, Mark
from .words import ACRONYMS, NO_NAMES

LETTER = r"[^\W\d_]"
WORD = rf"{LETTER}(?:[\u0300-\u036f]|{LETTER}|['-](?={LETTER}))*"
PARTICLES = (
    r"(?i:(?:van|von|der|den|de|ter|ten|la|le|du|dos|da|di|del|della|al|el|ap|ab|bin|binti|ibn|abu|"
    r"ben|mac|mc|st|ó|ní|ni|nic|uí)[. -]){0,3}"
)
TITLE = (
    r"(?:Mrs|Mr|Ms|Miss|Mx|Mister|Missus|Dr|Doctor|Prof|Professor|Sister|Nurse|Matron|Revd?|"
    r"Reverend|Drs|"
    r"MRS|MR|MISS|MX|DR|PROF|mrs|mr|mx|dr|prof)"
)
TITLES = re.compile(
    r"M[rsx]|Miss|Dr|Doct|Prof|Sister|Nurse|Matron|Rev|M[RX]|MISS|DR|PROF|m[rx]|dr|prof"
)
TITLE_AT = re.compile(rf"(?<![^\W_]){TITLE}(?![a-z])")
TITLED = re.compile(
    rf"(?P<title>{TITLE})(?:\.\s{{0,2}}|\s{{1,2}}|-|(?<=Mr|Ms|Mx|Dr)|(?<=Mrs))(?P<initials>"
    rf"(?:[A-Z](?:\.[ -]?|[ -]|(?=[A-Z]\.?[ ]))){{0,3}})(?P<particles>{PARTICLES})(?P<name>{WORD})"
    rf"(?P<more>(?:[ -]{PARTICLES}{WORD})?)"
)
# In small letters these are nothing else.
SMALL = frozenset({"mr", "mrs", "mx"})
PROFESSIONAL = frozenset({"dr", "doctor", "prof", "professor", "sister", "nurse", "matron"})
OF_ALL_KINDS = re.compile(
    r"(?:^|[^\w])(?:the|a|an|my|our|her|his|their|your|this|that|each|every|any|no|another|"
    r"same|duty|"
    r"call|junior|locum|and|which|some|lead|specialist|charge|staff|registered|research|"
    r"school|practice)"
    r"\s\Z",
    re.IGNORECASE,
)
PERSON = (
    r"(?:patient|pt|px|client|resident|lady|gentleman|gent|man|woman|boy|girl|child|baby|"
    r"toddler|chap|lad|"
    r"person|student|colleague|carer|wife|husband|daughter|son|mother|father|mum|dad|partner|"
    r"brother|"
    r"sister|service\suser|someone|somebody|neighbour|friend|teenager|adult|veteran)"
)
CALLED = re.compile(
    rf"\b{PERSON}(?:,?\s(?:is\s|was\s|who(?:\sis|\swas|'s)\s|we(?:'ll|\swill)\s|i(?:'ll|"
    rf"\swill)\s)?(?:called|"
    r"named|call|known\sas|by\sthe\sname\sof|whose\sname\s(?:is|was))|(?:'s)?\sname\s(?:is|"
    r"was)|,\snamed?)"
    rf"\s[\"“'(]?(?P<name>{WORD}(?:\s{WORD})?)",
    re.IGNORECASE,
)
RELATION = re.compile(
    r"\b(?:her|his|their|(?:patient|pt|client|resident)(?:'s|s'))\s(?:\w+\s)?"
    r"(?:wife|husband|daughter|son|mother|father|mum|dad|partner|brother|sister|niece|nephew|"
    r"grand(?:daughter|son|mother|father|child)|aunt|uncle|cousin|neighbour|friend|fianc[ée]e?|"
    rf"daughter-in-law|son-in-law)(?:\s|,\s(?={WORD}[,.)]))\(?(?P<name>{WORD}(?:\s{WORD})?)",
    re.IGNORECASE,
)
LABELLED = re.compile(
    r"(?<![^\W_])(?:(?:patient|pt|client|service\suser|resident|child)(?:'s)?\s(?:full\s)?name|"
    r"surname|forenames?|(?:first|last|family)\sname|next\sof\skin|nok)\s?[:=|-]\s?"
    rf"(?P<name>{WORD}(?:,?\s{WORD})?)",
    re.IGNORECASE,
)
WITH_A_VERB = re.compile(
    rf"\b(?:patient|pt|client|resident)\s(?P<name>{WORD})(?='s\b|\s(?:was|is|had|has|said|told|"
    rf"came|who|"
    r"lives|lived|wanted|felt|presented|reported|attended|declined|asked|walked|needed)\b)"
)
WITH_A_COLON = re.compile(
    rf"(?<![^\W_])(?:[Pp]t|[Pp]atient|[Cc]lient)\s?:\s?(?P<name>{WORD}\s{WORD})"
    r"(?=\s*(?:[,.(\n]|$|\d))"
)
BEFORE_A_TITLE = re.compile(
    rf"(?<![^\W_])(?P<name>{WORD},(?:\s{WORD})?\s\(?(?:Mrs|Mr|Ms|Miss|Mx))"
    r"(?=\)|\.?\s[A-Z]\b|\.?[,;\n]|\.?$)"
)
INITIALS = re.compile(r"(?<![\w.])(?:[A-Z]\.[ ]?){2,3}|(?<![\w.-])[A-Z]{2,3}(?![\w])")
YEARS = r"\s?(?:-?\s?y(?:ea)?r?s?(?:[\s./-]{0,2}o(?:ld)?)?\b|[MFmf]\b|♀|♂)"
AGE = re.compile(
    r"(?:\b(?:aged?|is|was)\s?(?P<said>\d{1,3})(?![\d.,:/]\d|\s?%)|"
    rf"(?<![\w.,])(?P<counted>\d{{1,3}}){YEARS}|"
    r"[,(;/|]\s?(?P<alone>\d{1,3})(?=[\s,;)|/.]|$))",
    re.IGNORECASE,
)
SEX = re.compile(r"[\s,(]{1,3}\d{1,3}\s?(?:[MF]\b|y/?o\b|[\s-]?year)")
WARD = re.compile(
    r"(?<![^\W_])(?:ward|wd|bed|bay|side\s?room|room|cubicle|flat)\s?(?:no\.?\s?)?"
    r"[A-Z]?\d{1,2}[A-Z]?(?![^\W_])|"
    rf"(?<![^\W_]){LETTER}+\s(?:ward|unit)\b",
    re.IGNORECASE,
)
WARDS = ("ward", "wd", "bed", "bay", "room", "cubicle", "flat", "unit")
RELATIONS = (
    "wife", "husband", "daughter", " son", "mother", "father", "mum ", "dad ", "partner", "cousin",
    "sister", "brother", "niece", "nephew", "grand", "aunt", "uncle", "friend", "fianc",
    "neighbour",
)  # fmt: skip
SENTENCE = re.compile(r"[.!?]\s|[\n\x00]")
NEAR_BEFORE, NEAR_AFTER = 40, 56
OLDEST = 115


def names(plain: str) -> Iterator[Mark]:
    """Yield names that stand behind a title or beside who it is, and the births with them."""
    lower = plain.lower()
    if TITLES.search(plain):
        yield from _titled(plain)
    for signs, form in (
        ((" name", "called", " call ", "known as"), CALLED),
        (RELATIONS, RELATION),
        (("name", "kin", "nok"), LABELLED),
        (("t:", "t :"), WITH_A_COLON),
        (("patient ", "pt ", "client ", "resident "), WITH_A_VERB),
        ((", m",), BEFORE_A_TITLE),
    ):
        if any(each in lower for each in signs):
            for found in form.finditer(plain):
                yield from _called(found, has_title=form is BEFORE_A_TITLE)


def _titled(plain: str) -> Iterator[Mark]:
    for title in TITLE_AT.finditer(plain):
        found = TITLED.match(plain, title.start())
        end = _end_of_titled(plain, found) if found else 0
        if found and end:
            yield Mark(IdentifierKind.NAME, found.start(), end)
            is_colleague = found["title"].lower() in PROFESSIONAL
            yield from behind_a_name(plain, end, is_colleague=is_colleague)


def _called(found: "re.Match[str]", *, has_title: bool) -> Iterator[Mark]:
    first, _, second = found["name"].partition(" ")
    if _is_name(first.rstrip(",")):
        start = found.start("name")
        is_whole = not second or has_title or _is_name(second)
        length = len(found["name"] if is_whole else first.rstrip(","))
        yield Mark(IdentifierKind.NAME, start, start + length)


def initials(plain: str) -> Iterator[Mark]:
    """Yield initials that stand with an age and a ward or a bed."""
    if not any(each in plain.lower() for each in WARDS):
        return
    for ward in WARD.finditer(plain):
        begin = max(0, ward.start() - NEAR_AFTER)
        for found in INITIALS.finditer(plain, begin, ward.end() + NEAR_AFTER):
            is_thing = found[0] in ACRONYMS and not SEX.match(plain, found.end())
            if not is_thing and _is_with(plain, found, ward):
                yield Mark(
                    IdentifierKind.INITIALS, found.start(), found.start() + len(found[0].rstrip())
                )


def watched(plain: str, sought: Sequence[str]) -> Iterator[Mark]:
    """Yield the names that the owner looks for: whole words, whatever their case and accents."""
    form = _watching(tuple(sought))
    if form is None:
        return
    folded, places = _folded(plain)
    for found in form.finditer(folded):
        start, last = found.start(), found.end() - 1
        ends = (places[start], places[last]) if places else (start, last)
        yield Mark(IdentifierKind.WATCHED_NAME, ends[0], ends[1] + 1)


def _end_of_titled(plain: str, found: "re.Match[str]") -> int:
    """Return where a titled name ends; 0 where what follows the title is none."""
    if not _has_title(plain, found) or not _is_called(found):
        return 0
    more = found["more"].strip(" -")
    is_more = bool(more) and more[0].isupper() and fold(more) not in NO_NAMES and not more.isupper()
    return found.end() if is_more else found.end("name")


def _has_title(plain: str, found: "re.Match[str]") -> bool:
    """Return whether a title is one where it stands: "the Nurse", "MR images" and "mr." are not."""
    title, name = found["title"], found["name"]
    if title in SMALL:
        return plain[found.start() + len(title)].isspace()
    leading = plain[max(0, found.start() - 12) : found.start()]
    if title.lower() in PROFESSIONAL and OF_ALL_KINDS.search(leading):
        return False
    return not title.isupper() or (name.isupper() and len(name) > 2)


def _is_called(found: "re.Match[str]") -> bool:
    """Return whether what follows a title is a name, and not the letter for somebody unnamed."""
    name, title = found["name"].removesuffix("'s"), found["title"]
    if len(name) < 2 or fold(name) in NO_NAMES:
        return False
    if not name[0].isupper():
        return bool(found["particles"]) or title in SMALL
    is_code = name.isupper() and len(name) < 4 and not title.isupper()
    return bool(found["initials"] or found["particles"]) or not is_code


def _is_name(word: str) -> bool:
    written = word.removesuffix("'s")
    return (
        len(written) > 1
        and written[0].isupper()
        and not (written.isupper() and len(written) < 5)
        and fold(written) not in NO_NAMES
    )


def _is_with(plain: str, found: "re.Match[str]", ward: "re.Match[str]") -> bool:
    """Return whether initials, an age and a ward are within one stretch of a line."""
    first, last = sorted((found.span(), ward.span()))
    if first[1] > last[0] or SENTENCE.search(plain, first[1], last[0]):
        return False
    for age in AGE.finditer(plain, found.end(), found.end() + NEAR_BEFORE):
        at = age.start(age.lastgroup or 0)
        is_outside = not ward.start() <= at < ward.end()
        if is_outside and int(age[age.lastgroup or 0]) <= OLDEST:
            return not SENTENCE.search(plain, found.end(), at)
    return False


@lru_cache(maxsize=8)
def _watching(sought: tuple[str, ...]) -> "re.Pattern[str] | None":
    """Return the form of all names that are looked for; the longest of them comes first."""
    parts = [re.findall(r"[^\W_]+", _folded(name)[0]) for name in sought]
    forms = sorted((r"[\W_]{1,3}".join(map(re.escape, each)) for each in parts if each), key=len)
    if not forms:
        return None
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(reversed(forms))})(?![^\W\d_])")


def _folded(plain: str) -> tuple[str, Sequence[int]]:
    """Return a text as search compares it, and where each of its signs was."""
    if plain.isascii():
        return plain.lower(), ()
    signs: list[str] = []
    places: list[int] = []
    for at, sign in enumerate(plain):
        folded = fold(sign)
        signs.append(folded)
        places += [at] * len(folded)
    return "".join(signs), places
