"""Notes that nobody wrote: UK reflective notes with identifiers planted in them, and without.

Every number is from a range kept for tests: 999 for the NHS and for Health and Care, the one CHI
number that Scotland's own documents show, Ofcom's numbers for drama, HMRC's QQ among the prefixes.
The same seed makes the same notes.
"""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from ahp_companion.domain.identifiers.numbers import has_check_digit

PLANTS_OF_A_KIND = 12
SENTENCES_OF_A_PARAGRAPH = 12
# How many of its sentences hold what only looks like an identifier.
TRAPPED = 0.4
CHI = "0101011237"
SPACES = (" ", " ", " ", "\u00a0", "\u2009", "\u202f", "\t", "  ")
DASHES = ("-", "-", "\u2010", "\u2011", "\u2013", "\u2014", "\u2212")
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
FORENAMES = (
    "Ann", "Bartosz", "Cerys", "Dafydd", "Ewa", "Fionnuala", "Grażyna", "Hamza", "Ifeoma", "Joan",
    "Kwame", "Łukasz", "Mairéad", "Nia", "Olúwaseun", "Priya", "Renée", "Siân", "Thu Hằng", "Zoë",
)  # fmt: skip
SURNAMES = (
    "Ahmed", "Brown", "de la Cruz", "D'Souza", "Evans", "Fitzgerald", "Hernández", "Jones", "Khan",
    "Kowalczyk", "Llewellyn", "MacLeod", "McAllister", "Ng", "Nguyễn", "O'Neill", "O’Brien",
    "Okafor", "Patel", "Ó Sé", "Smith-Jones", "Singh", "van der Berg", "Wójcik", "Żółć",
)  # fmt: skip
AREAS = (
    "AB BT BS CF CR CT DD DN DY E EC EH EN EX FK G GL GU HA HS HU IV KA KW KY L LA LD LL LS LU M "
    "ME MK N NE NG NN NP NR NW OX PA PE PL PO PR RG RH S SA SE SK SN SO SP ST SW SY TA TD TN TQ TR "
    "TS TW UB W WA WC WF WN WR WS WV YO ZE B"
)
ABROAD = ("+353 1 234 5678", "+48 601 234 567", "+1 (202) 555-0143", "+91 98765 43210")
INWARD = "ABDEFGHJLNPQRSTUWXYZ"


@dataclass(frozen=True, slots=True)
class Plant:
    """One identifier in a text: its kind, where it begins and where it ends."""

    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Written:
    """One text, with all that was planted in it."""

    text: str
    plants: tuple[Plant, ...]


def notes_with_identifiers(seed: int, number: int) -> Iterator[Written]:
    """Yield notes in which a dozen identifiers of every kind are planted."""
    chance = random.Random(seed)
    for _ in range(number):
        kinds = [kind for kind in KINDS for _ in range(PLANTS_OF_A_KIND)]
        chance.shuffle(kinds)
        yield _written(chance, kinds)


def prose_with_traps(seed: int, sentences: int) -> Iterator[str]:
    """Yield paragraphs without anybody in them, full of what looks like an identifier."""
    chance = random.Random(seed)
    for _ in range(sentences // SENTENCES_OF_A_PARAGRAPH):
        yield " ".join(
            _filled(chance, chance.choice(TRAPS if chance.random() < TRAPPED else PLAIN))
            for _ in range(SENTENCES_OF_A_PARAGRAPH)
        )


def _written(chance: random.Random, kinds: Sequence[str]) -> Written:
    text, plants = "", []
    for kind in kinds:
        if chance.random() < 0.5:
            text += _filled(chance, chance.choice(PLAIN)) + _joint(chance)
        before, _, after = chance.choice(CARRIERS[kind]).partition("{}")
        identifier = KINDS[kind](chance)
        text += before
        plants.append(Plant(kind, len(text), len(text) + len(identifier)))
        text += identifier + after + _joint(chance)
    return Written(text, tuple(plants))


def _joint(chance: random.Random) -> str:
    return chance.choice((" ", " ", " ", "\n", "\n\n", "\n- "))


def _filled(chance: random.Random, sentence: str) -> str:
    return (
        sentence.replace("{small}", str(chance.randint(2, 9)))
        .replace("{large}", str(chance.randint(11, 88)))
        .replace(
            "{day}", f"{chance.randint(1, 28)} {chance.choice(MONTHS)} {chance.randint(2023, 2026)}"
        )
        .replace(
            "{figures}",
            f"{chance.randint(1, 28):02}/{chance.randint(1, 12):02}/{chance.randint(2023, 2026)}",
        )
        .replace("{time}", f"{chance.randint(8, 17):02}:{chance.choice(('00', '15', '30', '45'))}")
    )


# Health numbers


def _nine_hundred(chance: random.Random) -> str:
    while True:
        first = f"999{chance.randrange(10**6):06}"
        for last in "0123456789":
            if has_check_digit(first + last) and len(set(first)) > 1:
                return first + last


def health_number(chance: random.Random) -> str:
    """Return a number from the test range, as somebody may have typed it."""
    return _spaced(chance, _nine_hundred(chance))


def chi_number(chance: random.Random) -> str:
    """Return the CHI number of Scotland's documents, as somebody may have typed it."""
    return _spaced(chance, CHI, (6, 4), (2, 2, 2, 4), (10,), (3, 3, 4))


def _spaced(chance: random.Random, figures: str, *usual: tuple[int, ...]) -> str:
    groups = chance.choice(usual or ((3, 3, 4), (3, 3, 4), (10,), (6, 4)))
    odd = chance.random()
    if odd < 0.08:
        groups = (1,) * 10
    elif odd < 0.16:
        groups = (2,) * 5
    elif odd < 0.24:
        groups = chance.choice(
            ((5, 5), (3, 4, 3), (4, 3, 3), (3, 3, 2, 2), (3, 7), (4, 6), (4, 2, 4), (2, 4, 4))
        )
    gap = chance.choice((*SPACES, *DASHES, ".", "/", " - ", "_", " \u2013 ", " . ", "\n", "\\"))
    parts, at = [], 0
    for length in groups:
        parts.append(figures[at : at + length])
        at += length
    mixed = chance.random() < 0.15 and groups in ((3, 3, 4), (6, 4), (2, 2, 2, 4))
    if mixed:
        written = parts[0]
        for part in parts[1:]:
            written += chance.choice((*SPACES, *DASHES, ".", "/", "")) + part
    else:
        written = gap.join(parts)
    return _disguised(chance, written)


def _disguised(chance: random.Random, written: str) -> str:
    """Return figures now and then in full width, or with what cannot be seen among them."""
    luck = chance.random()
    if luck < 0.04:
        return "".join(chr(ord(each) + 0xFEE0) if each.isdigit() else each for each in written)
    if luck < 0.08:
        at = chance.randrange(1, len(written))
        return written[:at] + chance.choice("\u200b\u200d\u2060\ufeff\u00ad") + written[at:]
    return written


# Other numbers and addresses


def insurance_number(chance: random.Random) -> str:
    """Return a National Insurance number, as somebody may have typed it."""
    letters = chance.choice(
        ("QQ", "QQ", "JG", "AB", "CE", "NX", "WM", "HA", "SP", "YL", "PH", "TW", "LR")
    )
    figures, last = f"{chance.randrange(10**6):06}", chance.choice("ABCD")
    gap = chance.choice(("", "", " ", " ", "-", ".", "\u00a0", "/", "  ", "\u2009", "_", "\u2013"))
    shape = chance.random()
    if shape < 0.7:
        parts = [letters, figures[:2], figures[2:4], figures[4:], last]
    elif shape < 0.85:
        parts = [letters, figures, last]
    else:
        parts = [letters, figures[:3], figures[3:], last]
    written = gap.join(parts)
    if chance.random() < 0.25:
        written = written.lower()
    return written


def postcode(chance: random.Random) -> str:
    """Return a postcode of a real area, as somebody may have typed it."""
    area = chance.choice(AREAS.split())
    district = str(chance.randint(1, 9)) + chance.choice(("", "", str(chance.randint(0, 9))))
    if area in ("EC", "SW", "W", "WC", "SE", "E", "N") and chance.random() < 0.5:
        district = district[0] + chance.choice("AEHMNPRVWXY")
    inward = str(chance.randint(0, 9)) + chance.choice(INWARD) + chance.choice(INWARD)
    luck = chance.random()
    if luck < 0.02:
        return chance.choice(("GIR 0AA", "BFPO 12", "BFPO 801", "BFPO57"))
    gap = chance.choice((" ", " ", " ", " ", "", "\u00a0", "  "))
    written = f"{area}{district}{gap}{inward}"
    if luck < 0.2 and len(area) == 2:
        return written.lower() if gap else f"{area}{district} {inward}".lower()
    return written


def phone(chance: random.Random) -> str:
    """Return one of Ofcom's numbers for drama, as somebody may have typed it."""
    area, rest = chance.choice(
        (
            ("07700", "900000"), ("07700", "900000"), ("07700", "900000"), ("020", "7946 0000"),
            ("0161", "496 0000"), ("0113", "496 0000"), ("0131", "496 0000"), ("029", "2018 0000"),
            ("028", "9649 6000"), ("01632", "960000"), ("01632", "960 000"), ("0808", "157 0000"),
            ("0306", "9990 000"),
        )
    )  # fmt: skip
    rest = f"{rest[:-3]}{chance.randrange(1000):03}"
    bare, abroad = rest.replace(" ", ""), area[1:]
    gap = chance.choice((" ", " ", "-", ".", "\u00a0", "/", "\u2011"))
    spread = gap.join([area, *rest.split()])
    figures = area + bare
    pairs = [figures[:3], figures[3:5], figures[5:7], figures[7:9], figures[9:]]
    mobile = [gap.join(pairs), f"{area} {bare[:3]} {bare[3:]}"] if area == "07700" else []
    return chance.choice(
        [
            spread, spread, spread, figures, *mobile, f"({area}) {rest}", f"+44 {abroad} {rest}",
            f"+44{abroad}{bare}", f"+44 (0){abroad} {rest}", f"0044 {abroad} {bare}",
            f"+44(0){abroad} {rest}", f"{figures} ext {chance.randint(10, 9999)}",
            chance.choice(ABROAD),
        ]
    )  # fmt: skip


def email(chance: random.Random) -> str:
    """Return an address at a name kept for examples, as somebody may have typed it."""
    first, last = (
        chance.choice(("ann", "ewa.k", "j", "Siobhan", "a_b", "o'neill")),
        chance.choice(("other", "nowak", "jones2", "x")),
    )
    own = (
        f"{first}{chance.choice(('.', '_', '-', ''))}{last}{chance.choice(('', '', '+cpd', '99'))}"
    )
    host = chance.choice(
        ("example.org", "example.co.uk", "mail.example.nhs.uk", "example-trust.net", "example.scot")
    )
    written = f"{own}@{host}"
    return written.upper() if chance.random() < 0.1 else written


def birth(chance: random.Random) -> str:
    """Return the date of birth itself, as somebody may have typed it."""
    day, month, year = chance.randint(1, 28), chance.randint(1, 12), chance.randint(1928, 2012)
    name, short = MONTHS[month - 1], f"{year % 100:02}"
    ordinal = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd"}.get(day, "th")
    gap = chance.choice(("/", "/", ".", "-", " ", " / ", "\u2013"))
    return chance.choice(
        (
            f"{day:02}{gap}{month:02}{gap}{year}", f"{day}{gap}{month}{gap}{short}",
            f"{day:02}{gap}{month:02}{gap}{short}", f"{year}-{month:02}-{day:02}",
            f"{day} {name} {year}", f"{day}{ordinal} {name} {year}", f"{day} {name[:3]} {short}",
            f"{day}-{name[:3]}-{year}", f"{name} {day}, {year}", f"{day}{ordinal} of {name} {year}",
            f"{day}.{name[:3]}.{short}", f"{day} {name[:3].upper()} {year}",
            f"{day}{name[:3]}{year}", f"{day} {name[:3]} '{short}",
            f"{day}{ordinal} {name.lower()}, {year}",
        )
    )  # fmt: skip


# What identifies only softly


def age(chance: random.Random) -> str:
    """Return an age over 89 in words or figures."""
    years = chance.randint(90, 104)
    return chance.choice(
        (f"aged {years}", f"{years}-year-old", f"{years} year old", f"{years}yo", f"{years} y/o",
         f"{years} years old", f"{years}F", "ninety-three year old", f"{years} yr old",
         f"age {years}")
    )  # fmt: skip


def hospital_number(chance: random.Random) -> str:
    """Return a hospital's own number."""
    figures = f"{chance.randrange(10**6, 10**7)}"
    return chance.choice((figures, f"K{figures[:6]}", figures[:6], f"AB{figures}", f"X{figures}"))


def name(chance: random.Random) -> str:
    """Return somebody's name behind a title."""
    title = chance.choice(
        ("Mr", "Mrs", "Ms", "Miss", "Mx", "Dr", "Prof", "Mr.", "Mrs.", "Sister", "Nurse")
    )
    surname = chance.choice(SURNAMES)
    inner = chance.choice(("", "", "", "J. ", "A.B. ", "K "))
    if chance.random() < 0.1:
        inner = chance.choice(FORENAMES) + " "
    return f"{title} {inner}{surname}"


def initials(chance: random.Random) -> str:
    """Return initials with an age and a ward."""
    both = "".join(chance.choice("ABCDEFGHJKLMNPRSTW") for _ in range(2))
    both = {"OT": "JK", "PT": "JK", "MS": "JK", "GP": "JK"}.get(both, both)
    years, place = chance.randint(18, 88), chance.randint(2, 29)
    return chance.choice(
        (f"{both[0]}.{both[1]}., {years}, Ward {place}", f"{both} ({years}M) bed {place}",
         f"{both} {years}F ward {place}", f"{both[0]}.{both[1]}. ({years}), Ward {place}")
    )  # fmt: skip


KINDS: dict[str, Callable[[random.Random], str]] = {
    "health-number": health_number,
    "chi-number": chi_number,
    "insurance-number": insurance_number,
    "postcode": postcode,
    "phone": phone,
    "email": email,
    "birth": birth,
    "age": age,
    "hospital-number": hospital_number,
    "name": name,
    "initials": initials,
}
CARRIERS = {
    "health-number": (
        "NHS no: {}.", "NHS{} seen at home", "I had written the number {} on my list.", "({})",
        "pt on my caseload, {}, was anxious about the stairs", "NHS Number {} Ward 5",
        "Referral for {} came in late", "H&C no. {} from Craigavon", "HCN {}",
        "nhs no {} 12/03/2026",
        "{}", "Name withheld, NHS number: {}, seen twice.", "number={};", "| NHS | {} | home |",
        "spoke to family re {} and agreed goals", "nhs number was {}, I wrote it down",
        "Patient ({}), day 3 after hip fracture", "looked up {} on the system",
    ),
    "chi-number": (
        "CHI {}", "CHI no: {}.", "CHI number {} on the sticker", "chi: {}", "The label said {}.",
        "I noticed {} at the top of the letter",
    ),
    "insurance-number": (
        "NI: {}", "NINO {}.", "his national insurance number is {}", "She needed {} for the form.",
        "NI number {} for the PIP claim", "({})", "the benefits letter had {} on it", "ni no. {}",
    ),
    "postcode": (
        "Home visit to {} on a wet day.", "postcode {}", "She lives in {}.", "12 High Street, {}",
        "({})", "Address: 3 The Row, {}, first floor", "visited {} twice", "sat nav {}",
        "P/code: {}",
    ),
    "phone": (
        "Tel {}", "Ring {} before visiting.", "t: {}", "({})", "daughter's mobile is {}", "{}",
        "left a message on {} and waited", "Phone: {}.", "contact no. {}, evenings only",
    ),
    "email": (
        "E-mail {}.", "<{}>", "mailto:{}", "write to {}, she answers quickly", "({})", "{}",
        "sent the exercises to {} after clinic",
    ),
    "birth": (
        "DOB {}", "D.O.B. {}", "dob: {}.", "date of birth {}", "Date of Birth: {}", "born {}",
        "born on {}", "DOB | {} |", "DOB - {}", "d.o.b {}", "(DOB {})", "DoB:{}",
        "her date of birth is {}", "DOB\t{}", "Mr Ellis, DOB {}, came with his wife",
    ),
    "age": ("A {} came to clinic.", "She is {} and lives alone.", "pt {}, lives with son"),
    "hospital-number": (
        "hosp no {}", "Hospital number: {}", "MRN {}.", "unit no. {}", "hospital no {} on the card",
        "patient ID {}", "K number {}",
    ),
    "name": (
        "I saw {} on the ward.", "{} was worried.", "with {}, who agreed", "spoke to {} about it",
        "{}'s family came in", "Joint session with {} and a student.",
    ),
    "initials": ("{}", "Saw {} today.", "Handover: {}, mobilising with one."),
}  # fmt: skip
PLAIN = (
    "I felt out of my depth at first and said so in supervision.",
    "On reflection I would have asked for help sooner.",
    "The session ran over, which left less time for writing up.",
    "We agreed two goals and set a date to look at them again.",
    "What surprised me was how quickly confidence came back once the frame was the right height.",
    "My preceptor watched the first half and then stepped out.",
    "It made me think about how I explain risk to people who are frightened.",
    "I have since read the guideline again and changed how I hand over.",
    "The family wanted to know more than I could tell them.",
    "Next time I will check the notes before I knock.",
    "There was no interpreter until the afternoon, so the assessment waited.",
    "I noticed that I had stopped listening for a moment.",
    "We practised on the practice stairs, then on real ones.",
    "This links to my objective about clinical reasoning.",
    "A colleague from another profession saw it quite differently.",
    "I wrote {small} lines and deleted {small} of them.",
)
TRAPS = (
    "Berg was {large}/56 and the ten metre walk 0.8 m/s.",
    "BP 120/80, HR 72, RR 16, SpO2 96% on air.",
    "Barthel {large}/100 on admission; EQ-5D 0.73.",
    "We met on {day} at {time} in the gym.",
    "Supervision {figures}, {time} to 11:00.",
    "He took co-codamol 30/500, two tablets, and 5mg of morphine before therapy.",
    "L4/5 disc with an S1 radiculopathy; C5/6 was clear and T12 unremarkable.",
    "B12 was low, so 1000 micrograms were given.",
    "ICD-10 I63.9, SNOMED CT 230690007.",
    "See doi:10.1136/bmj.n71 and ISBN 0-306-40615-2.",
    "Certificate no. 4455667788 is in my evidence; course ref 2233445566.",
    "As a Band 5 I had not run the Parkinson's group before.",
    "The Bobath concept came up, and Colles fractures, and Guillain-Barré syndrome.",
    "MS nurses and the MND clinic share a room on Tuesdays.",
    "On the MR images there was nothing new.",
    "The Glasgow Coma Scale was 15, the Waterlow {large}.",
    "Reps of 8, 10, 12, 10, 8 with a minute between.",
    "Knee flexion went from 70 to 95 degrees in {small} weeks.",
    "It cost £1,250.00 a year, or £24 a week.",
    "Pages 1234-1250 of the handbook explain it.",
    "Registration PH999417, since checked on the register.",
    "People over 90 are seldom in these trials; 65-95 was the range.",
    "I used Gibbs first and then Rolfe, and kept Schön in mind.",
    "Hospital@Home took over on day {small}.",
    "In total 92% of us finished the module, 95% CI 88 to 97.",
    "The Dr on call came within the hour. The Ward Manager agreed.",
    "Mr A and Mrs B, as I call them here, had quite different goals.",
    "Grip was 22 kg, 24 kg and 23 kg, DASH {large}.",
    "Ventilated with PEEP 5, FiO2 0.4, pH 7.38, pCO2 5.1, pO2 11.2.",
    "We use EMIS on Mondays and SystmOne elsewhere.",
    "NICE guideline NG236 and CG162 were both on the table.",
    "I gave 5 ml, then 10 ml, at level 2 thickened to IDDSI 3.",
    "She was born at 34 weeks, and he weighed 3.45 kg.",
    "The Nurse Practitioner and I walked Ward 5 together.",
    "Exposure was 70 kVp at 2.5 mAs, DAP 0.12.",
    "Refraction +2.00/-1.50 x 90 right and plano left.",
)
