"""What somebody could be known by, in every way people write it, and what only looks like it."""

import time

import pytest

from ahp_companion.domain.identifiers.kinds import IdentifierKind as Kind
from ahp_companion.domain.identifiers.numbers import has_check_digit
from ahp_companion.domain.identifiers.search import identifiers

# The number in the NHS's own documentation, one from the range kept for tests, and Scotland's.
DOCUMENTED, TESTING, CHI = "9434765919", "9990000018", "0101011237"


def kinds_in(text: str) -> list[Kind]:
    return [each.kind for each in identifiers(text)]


def found_in(text: str) -> list[tuple[Kind, str]]:
    return [(each.kind, each.text) for each in identifiers(text)]


# Health numbers


def test_the_check_figure_is_that_of_the_nhs() -> None:
    right = (DOCUMENTED, TESTING, CHI, "4010232137", "2983396339", "4505577104")
    assert [each for each in right if not has_check_digit(each)] == []
    wrong = ("9434765918", "9434765910", "1234567890", "9990000019")
    assert [each for each in wrong if has_check_digit(each)] == []


@pytest.mark.parametrize("gap", ["", " ", "-", "\u00a0", "\u2011", "\u202f", " - ", ".", "/", "\n"])
@pytest.mark.parametrize("number", [DOCUMENTED, TESTING])
def test_a_health_number_is_found_however_it_is_spaced(number: str, gap: str) -> None:
    written = gap.join((number[:3], number[3:6], number[6:]))
    (found,) = identifiers(f"Seen on the ward ({written}), then at home.")
    assert (found.kind, found.text, found.at) == (Kind.HEALTH_NUMBER, written, 18)


@pytest.mark.parametrize(
    "written",
    [
        "99 90 00 00 18", "9 9 9 0 0 0 0 0 1 8", "9-9-9-0-0-0-0-0-1-8", "99-90-00-00-18",
        "999.000-0018", "999 000\n0018", "999\t000\t0018", "999 0000 018", "99900 00018",
        "999000 0018", "9990 0000 18", "99 9000 0018", "9 990 000 018", "999 000 00 18",
        "９９９ ０００ ００１８", "999\u200b000\u200b0018", "9990\u00ad000018", "999, 000, 0018",
        "(999) 000-0018", "999_000_0018", "999OOO0018", "٩٩٩ ٠٠٠ ٠٠١٨", "999\\000\\0018",
        "9 99-000 0018", "99-9000 001-8", "999     000     0018", "999-\n000-\n0018",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["NHS no: {}", "{}", "pt {} seen twice", "number {}.", "#{} x"])
def test_no_way_of_grouping_hides_a_health_number(written: str, around: str) -> None:
    (found,) = identifiers(around.format(written))
    assert found.kind is Kind.HEALTH_NUMBER
    assert found.text.replace("(", "") == written.replace("(", "")


@pytest.mark.parametrize(
    "text",
    [
        "NHS9990000018", "patient9990000018seen", "12/03/2026 999 000 0018 BP 120/80",
        "BP 120/80 999 000 0018 HR 72", "seen 14.30 9990000018 at home", "9990000018 03/04/26",
        "NHS: 99 90 00 00 18 12/03/26", "https://records.example.org/patient/9990000018/x",
        "Tel 07700 900123 NHS 9990000018", "999 000 0018, 82 yrs", "H&C no. 9990000018",
        "1. 999 000 0018\n2. the stairs",
    ],
)  # fmt: skip
def test_what_stands_beside_a_health_number_does_not_hide_it(text: str) -> None:
    assert Kind.HEALTH_NUMBER in kinds_in(text)


@pytest.mark.parametrize(
    "text",
    ["CHI 0101011237", "010101 1237", "01/01/01 1237", "01-01-01-1237", "01 01 01 1237",
     "CHI: 01.01.01.1237", "chi no 0101 0112 37"],
)  # fmt: skip
def test_a_chi_number_is_told_by_the_date_in_it(text: str) -> None:
    assert kinds_in(text) == [Kind.CHI_NUMBER]


def test_ten_figures_without_the_check_figure_are_pointed_out_more_softly() -> None:
    for text in ("9990000019", "number 999 000 0019 on it", "NHS no 99 90 00 00 19", "010101 9239"):
        assert kinds_in(text) == [Kind.TEN_FIGURES]
    assert kinds_in("Number 999 999 9999") == [Kind.PLACEHOLDER]


def test_eleven_figures_are_no_health_number() -> None:
    assert identifiers(f"1{DOCUMENTED}") == identifiers(f"{DOCUMENTED}1") == ()


def test_a_health_number_too_short_is_still_somebodys() -> None:
    assert kinds_in("NHS number 999 000 001") == [Kind.HOSPITAL_NUMBER]


# Other numbers and addresses


@pytest.mark.parametrize(
    ("kind", "texts"),
    [
        (
            Kind.INSURANCE_NUMBER,
            ["His NI number is QQ123456C.", "qq 12 34 56 c", "NI: qq 12 34 56 c", "QQ-12-34-56-C",
             "AB 123456 C", "NINO AB123456", "QQ 123 456 C", "Q Q 12 34 56 C", "NINO:JG103759A.",
             "QQ\u00a012\u00a034\u00a056\u00a0C", "NI no. PH 123456 A", "QQ123456C_form.pdf",
             "Qq 12 34 56 c", "national insurance number is AB 12 34 56"],
        ),
        (
            Kind.POSTCODE,
            ["She lives in SW1A 1AA.", "sw1a 1aa", "Sw1a 1aa", "SW1A1AA", "GIR 0AA", "BFPO 12",
             "ls13ht", "m1 1ae", "postcode m11ae", "postcode b33 8th", "CR2 6XH", "DN55 1PT",
             "W1A 0AX", "SW1A\u00a01AA", "lives at 4 High Street, l8 7ss", "Home visit, SA14 8QN"],
        ),
        (
            Kind.PHONE,
            ["Ring 07700 900123 first", "07700900123", "+447700900123", "+44 (0)7700 900123",
             "0044 7700 900 123", "07700-900-123", "077 00 90 01 23", "(0161) 496 0018",
             "020 7946 0018", "(01632) 96001", "01632 960 001 ext 12", "+353 1 234 5678",
             "+1 (202) 555-0143", "447700900123", "0808 157 0123", "03069 990123", "0909 8790123",
             "tel: 496 0018", "O7700 900123", "07700/900123", "(+44) 7700 900123", "016977 2345",
             "phone number is 7700900123", "07700\n900123", "+44 (0)1632 960 001",
             "in the evening, 07700 900123 2 calls", "Ann, a student.\n(07700 900123)"],
        ),
        (
            Kind.EMAIL,
            ["Write to ann.other@example.org.uk about it", "mailto:ann@example.org",
             "ann+x@example.org.", "<ann@example.co.uk>", "Ann.O'Neill@example.net",
             "ann @ example.org", "ANN@EXAMPLE.ORG,", "zażółć@example.pl"],
        ),
        (
            Kind.EMAIL_IN_WORDS,
            ["ann at nhs dot net", "ann.other [at] example.org", "ann(at)example.org",
             "ann dot other at example dot co dot uk"],
        ),
        (
            Kind.HOSPITAL_NUMBER,
            ["hosp no 123456", "MRN: 1234567", "hospital number K123456", "K number K123456",
             "unit no 12345", "RXH1234567", "Hospital No. A12-34567", "patient ID 4455667",
             "pt K123456 seen", "EMIS no. 12345", "Hosp. no: AB 123456"],
        ),
    ],
)  # fmt: skip
def test_numbers_and_addresses_are_found_as_people_write_them(kind: Kind, texts: list[str]) -> None:
    assert {text: kinds_in(text) for text in texts if kinds_in(text) != [kind]} == {}


# Births and ages


@pytest.mark.parametrize(
    "text",
    [
        "DOB 03/04/1951", "D.O.B. 3.4.51", "d.o.b.: 3.4.51", "dob:03041951", "DOB 030451",
        "date of birth 3rd April 1951", "born 3 April 1951", "born on the 3rd of April 1951",
        "b. 3/4/51", "b 3/4/51", "d/b 3-4-51", "DOB | 03.04.1951", "DOB\t03/04/1951",
        "D.o.B - 3 Apr 51", "DOB: April 3, 1951", "DOB 1951-04-03", "03/04/1951 (DOB)",
        "DoB 3/iv/51", "date of birth\n03/04/1951", "D O B 03/04/51", "DOB 3Apr51",
        "her date of birth is 3/4/51", "b'day 3 April 1951", "date-of-birth: 3/4/51",
        "3 April 1951 is her date of birth", "DOB 3.4.’51",
        "she was born in 1951", "DOB (dd/mm/yyyy): 03/04/1951", "born April 1951", "DOB 04/25/1951",
        "DOB: Tues 3 April 1951", "Date of Birth – 3 April 1951", "DOB 03/041951",
        "DOB 3 Arpil 1951", "DOB 1951", "dyddiad geni 3 Ebrill 1951",
    ],
)  # fmt: skip
def test_a_date_that_is_called_a_birth_is_found(text: str) -> None:
    assert kinds_in(text) == [Kind.BIRTH]


def test_a_date_behind_a_name_is_a_birth_unless_it_is_late() -> None:
    assert kinds_in("Mr Ellis (3/4/51)") == [Kind.NAME, Kind.BIRTH]
    assert kinds_in("Mrs O'Neill, 03.04.1951, seen twice") == [Kind.NAME, Kind.BIRTH]
    assert kinds_in("Dr Patel (12/03/2026)") == kinds_in("Dr Patel (12/3/26)") == [Kind.NAME]


def test_dates_below_a_heading_that_says_so_are_births() -> None:
    table = "Who | D.O.B. | Seen\nA | 03.04.1951 | 12 March 2026\nB | 3 Apr 52 | 13 March 2026"
    assert found_in(table) == [(Kind.BIRTH, "03.04.1951"), (Kind.BIRTH, "3 Apr 52")]
    assert found_in(f"{table}\n\nMeetings | Seen\nTeam | 13 March 2026")[2:] == []


def test_a_date_of_another_century_is_pointed_out_more_softly() -> None:
    assert found_in("82M, 03/04/1944, from home") == [(Kind.OLD_DATE, "03/04/1944")]


@pytest.mark.parametrize(
    "text",
    [
        "aged 92", "92-year-old", "92 yo", "a 97 yr old", "ninety-three year old", "92 y/o",
        "a hundred-year-old", "aged ninety-three", "92F", "a lady of 94", "age: 91", "93/F",
        "turned 90 last week", "her 95th birthday", "94yrs old", "99 years of age", "Female, 92,",
    ],
)  # fmt: skip
def test_an_age_over_89_is_found(text: str) -> None:
    assert kinds_in(text) == [Kind.AGE]


# Names


@pytest.mark.parametrize(
    "name",
    [
        "Mr Jones", "Mrs O'Neill", "Ms MacLeod", "Miss van der Berg", "Mx Ng", "Dr J. Patel",
        "Prof Żółć", "Sister Okonkwo", "Nurse Ahmed", "MR JONES", "mr jones", "Mrs. Smith-Jones",
        "Dr. de la Cruz", "Mr J K Rowling", "MrJones", "Mrs D’Souza", "Mrs Ó Sé", "Mr al-Hassan",
        "Mrs Nguyễn", "dr Jones", "Mr\u00a0Smith", "Miss Łukasiewicz", "Mr\nPatel", "Prof A.B. Ng",
    ],
)  # fmt: skip
def test_a_name_behind_a_title_is_found(name: str) -> None:
    assert found_in(f"I met {name}, who agreed.") == [(Kind.NAME, name)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Pt called Ewa today", "Ewa"),
        ("a patient named Tom said", "Tom"),
        ("a lady called Doris", "Doris"),
        ("her daughter Siân came", "Siân"),
        ("patient name: Ewa Nowak", "Ewa Nowak"),
        ("the patient Ewa was tired", "Ewa"),
        ("Mr and Mrs Khan", "Mrs Khan"),
        ("Seen with Jones, Mr", "Jones, Mr"),
    ],
)
def test_a_name_beside_who_it_is_is_found(text: str, name: str) -> None:
    assert found_in(text) == [(Kind.NAME, name)]


@pytest.mark.parametrize(
    "text",
    [
        "J.K., 74, Ward 5", "JK (82M) bed 12", "RT 74F ward 5", "JK, 82, bed 12", "Ward 5: JK, 82",
        "J.K. is 74 and on Ward 5", "JK, a 74-year-old on Ward 5", "A.B. (67), Maple Ward",
        "HR (33M) bed 4",
    ],
)  # fmt: skip
def test_initials_with_an_age_and_a_ward_are_found(text: str) -> None:
    assert kinds_in(text) == [Kind.INITIALS]


@pytest.mark.parametrize(
    "text",
    ["EWA NOWAK came", "Ewa Nowak’s", "ewa_nowak.pdf", "Éwa  Nowák", "Ewa-Nowak", "ewa nowak"],
)  # fmt: skip
def test_a_name_to_look_for_is_found_whatever_its_case_and_accents(text: str) -> None:
    (found,) = identifiers(text, ["Siôn", "Ewa Nowak"])
    assert found.kind is Kind.WATCHED_NAME
    assert len(found.text.split()[0]) >= 3


def test_a_name_to_look_for_is_a_whole_word() -> None:
    assert identifiers("Rosemary arose in Rosedale", ["Rose"]) == ()
    (found,) = identifiers("It was Łódź", ["Lodz", "  ", ""])
    assert (found.kind, found.text, found.at) == (Kind.WATCHED_NAME, "Łódź", 7)


def test_a_name_to_look_for_in_an_address_leaves_the_address_found() -> None:
    both = identifiers("to ann.ewa@example.org and Mrs Ewa", ["Ewa"])
    assert [each.kind for each in both] == [Kind.EMAIL, Kind.WATCHED_NAME, Kind.WATCHED_NAME]


# What only looks like one


@pytest.mark.parametrize(
    "text",
    [
        "", "12 March 2026, 09:30 to 11:00", "2026-03-12 09:30:15", "01.02.2026 to 03.04.2026",
        "2026-03-12T09:30:15, 03/04/26 1430, 120326 1430", "07/11/2026 14:00 07/12/2026",
        "PH999417 A physiotherapist, OR999123, CS99901, RA012345",
        "Evidence number 07700900123", "Certificate no. 0161 496 0018, order 4455667788",
        "Fingerprint 9434 7659 1912, 3f2a 0161 4960", "course ref 2233445566",
        "a9434765919b0161496001807700900123c0ffee9434765919c0ffee00",
        "3f85803d-4c4a-5034-a9d2-009434765919", f"ISBN {DOCUMENTED}", "ISBN 0-306-40615-2",
        "978 0306406157", "doi:10.1016/j.physio.2019.9990000018", "SNOMED CT 1153637007",
        "L5 S1, C6/7, 500MG, B12 1000 micrograms, 10 mg, l4 5mg, s1 2nd toe, b12 5ug",
        "#E6F0FA and #E3F0EA", "Asked for DOB and address on 3 March 2026",
        "@ the clinic, Hospital@Home team, 3 of 5", "30 of 45 patients, 1,234,567,890 in all",
        "Berg 45/56, EQ-5D 0.73, 10MWT 0.8 m/s, TUG 14.2 s", "BP 120/80 118/76, HR 72 80 84 a bit",
        "pp. 12345-12350, 2018/19 2019/20 2020/21", "ICD-10 I63.9, F92.0, M92.5",
        "+2.00/-1.50 x 90, +10.00 -1.50 90", "at 10 20 30 a day", "0.016 / 0.046 / 0.016",
        "born at 34+5 weeks", "the NHS was born on 5 July 1948", "born 2 decades ago",
        "turned 90 degrees", "people over 90, aged 65-92, mean age 91, 92%", "in her 90s",
        "a 100-year-old hospital", "Mr X and Mrs B, as I call them", "the Dr. She said so",
        "MS Teams, MR images, DR Congo, Nurse Practitioner, the Nurse In Charge, Dr on call",
        "Parkinson, Barthel, Bobath, Colles, Glasgow Coma Scale, Dr Foster", "patient Transport",
        "a technique called Bobath, the patient called Monday", "OT (B5) on Ward 7",
        "look at the dot plot", "Samaritans 116 123, Childline 0800 1111, ring 111",
        "hospital no smoking policy 2024", "chi-squared 12.345", "9 10 11 12 13 14 15",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_left_alone(text: str) -> None:
    assert found_in(text) == []


# Where, and how fast


def test_finds_are_in_the_order_of_the_text_and_as_it_was_written() -> None:
    text = f"SA14 8QN,\u200b {TESTING[:3]}\u200b{TESTING[3:]} — a@example.org ‒ Mrs O’Brien"
    found = identifiers(text)
    assert [each.kind for each in found] == [
        Kind.POSTCODE,
        Kind.HEALTH_NUMBER,
        Kind.EMAIL,
        Kind.NAME,
    ]
    assert [text[each.at : each.at + len(each.text)] for each in found] == [
        "SA14 8QN",
        "999\u200b0000018",
        "a@example.org",
        "Mrs O’Brien",
    ]


@pytest.mark.parametrize(
    "again",
    ["1", "1 ", "12 ", "1.", "0o", "a@",
     "Mr ", "dob ", "((", "07700 900123 ", "bed 5 J ", "a dot "],
)  # fmt: skip
def test_no_text_keeps_it_long(again: str) -> None:
    begun = time.perf_counter()
    identifiers(again * (20_000 // len(again)))
    assert time.perf_counter() - begun < 3
