"""Files made to do harm, one of each kind that is known: bombs, paths, entities, depths, lies."""

import base64
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

from tests.batteries.import_seeds import OTHERS

ZEROS = bytes(1_000_000)
Make = Callable[[Path], None]


def _zip(path: Path, files: dict[str, bytes]) -> None:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name, contents in files.items():
            written.writestr(name, contents)


def zip_bomb(path: Path) -> None:
    """Write 300 kB that unpack to 300 MB, called what an archive calls its contents."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written,
        written.open("archive.json", "w") as inside,
    ):
        for _ in range(300):
            inside.write(ZEROS)


def leap2a_bomb(path: Path) -> None:
    """Write a ZIP whose page of a portfolio unpacks to 300 MB."""
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written,
        written.open("leap2a.xml", "w") as inside,
    ):
        inside.write(b"<feed>")
        for _ in range(300):
            inside.write(b" " * 1_000_000)


def nested_zip(path: Path) -> None:
    """Write a ZIP in a ZIP in a ZIP, twelve deep."""
    contents = b"at last"
    for depth in range(12):
        _zip(path, {f"{depth}.zip": contents})
        contents = path.read_bytes()


def climbing_names(path: Path) -> None:
    """Write a ZIP whose files are to be put elsewhere."""
    names = (
        "../../outside.txt",
        "/etc/outside",
        "C:\\outside.txt",
        "..\\outside",
        "a:ads",
        "leap2a.xml",
    )
    _zip(path, dict.fromkeys(names, b"outside"))


def climbing_notes(path: Path) -> None:
    """Write notes of another program that lie outside their own folder."""
    note = b"---\ntype: cpd\ntitle: Gait\ndate: 2026-03-12\nevidence: [[../../etc/passwd]]\n---\n"
    _zip(path, {"cpd/a.md": note, "../cpd/b.md": note, "cpd/../../c.md": note})


def many_files(path: Path) -> None:
    """Write a ZIP of more files than anybody has."""
    with zipfile.ZipFile(path, "w") as written:
        for number in range(30_000):
            written.writestr(f"{number}.md", b"")


def lying_zip(path: Path) -> None:
    """Write a ZIP that says of its one small file that it is a gigabyte."""
    _zip(path, {"archive.json": b"{}"})
    held = path.read_bytes()
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        start = held.index(mark) + at
        held = held[:start] + struct.pack("<I", 1 << 30) + held[start + 4 :]
    path.write_bytes(held)


def yaml_aliases(path: Path) -> None:
    """Write notes whose front matter grows tenfold with each line."""
    lines = ["a0: &a0 [x,x,x,x,x,x,x,x,x,x]"]
    lines += [f"a{at}: &a{at} [{','.join([f'*a{at - 1}'] * 10)}]" for at in range(1, 10)]
    front = "\n".join(["---", "type: cpd", "title: Gait", "date: 2026-03-12", *lines, "---"])
    _zip(path, {"cpd/a.md": front.encode(), "path.md": b"---\ntype: profile\n---\n"})


def _laughs() -> str:
    entities = "".join(f'<!ENTITY l{at} "{f"&l{at - 1};" * 10}">' for at in range(1, 10))
    return f'<!DOCTYPE x [<!ENTITY l0 "lol">{entities}]>'


def laughs_in_svg(path: Path) -> None:
    """Write a picture with a billion laughs in it."""
    path.write_text(
        f'{_laughs()}<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">'
        "<o:assertion>&l9;</o:assertion></svg>",
        "utf-8",
    )


def laughs_in_leap2a(path: Path) -> None:
    """Write a portfolio with a billion laughs in it."""
    text = f'{_laughs()}<feed xmlns="http://www.w3.org/2005/Atom"><title>&l9;</title></feed>'
    _zip(path, {"leap2a.xml": text.encode()})


def laughs_in_workbook(path: Path) -> None:
    """Write a workbook with a billion laughs in it."""
    text = f'{_laughs()}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">&l9;</workbook>'
    _zip(path, {"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": text.encode()})


def entity_from_a_file(path: Path) -> None:
    """Write a picture that asks for a file of this computer, and one of another."""
    path.write_text(
        '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/hostname"><!ENTITY b SYSTEM "http://example.org/">]>'
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:o="http://openbadges.org">'
        "<o:assertion>&a;&b;</o:assertion></svg>",
        "utf-8",
    )


def deep_svg(path: Path) -> None:
    """Write a picture 200,000 elements deep."""
    path.write_bytes(b"<svg>" + b"<g>" * 200_000 + b"</g>" * 200_000 + b"</svg>")


def deep_json(path: Path) -> None:
    """Write JSON 50,000 lists deep that names everything a statement has."""
    path.write_bytes(b'{"actor":{},"verb":{},"object":' + b"[" * 50_000 + b"]" * 50_000 + b"}")


def deep_badge(path: Path) -> None:
    """Write a badge in which every credential holds another."""
    held: object = {}
    for _ in range(90):
        held = {"credentialSubject": {}, "verifiableCredential": [held] * 1}
    path.write_text(json.dumps(held), "utf-8")


def wide_badge(path: Path) -> None:
    """Write a badge of lists of lists, a thousand wide."""
    path.write_text(
        json.dumps({"credentialSubject": {}, "badges": [[[{}] * 100] * 100] * 100}), "utf-8"
    )


def huge_numbers(path: Path) -> None:
    """Write statements with numbers of 4,000 figures, and some that are none."""
    number = "9" * 4_000
    text = (
        f'[{{"actor":{{}},"verb":{{"id":"x"}},"object":{{"id":"y","definition":{{"name":{number}}}}},'
        f'"timestamp":"2026-03-12","result":{{"duration":"PT{number}S","score":{{"raw":{number},"max":Infinity}}}}}}]'
    )
    path.write_text(text, "utf-8")


def huge_png(path: Path) -> None:
    """Write the head of a picture 40,000 by 40,000, with little behind it."""

    def chunk(name: bytes, inside: bytes) -> bytes:
        return (
            struct.pack(">I", len(inside))
            + name
            + inside
            + struct.pack(">I", zlib.crc32(name + inside))
        )

    head = struct.pack(">IIBBBBB", 40_000, 40_000, 8, 6, 0, 0, 0)
    bomb = b"openbadges\0\1\0\0\0" + zlib.compress(ZEROS * 200)
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"iTXt", bomb)
        + chunk(b"IDAT", zlib.compress(ZEROS)) + chunk(b"IEND", b"")
    )  # fmt: skip


def lying_png(path: Path) -> None:
    """Write a picture whose only part says it is four gigabytes long."""
    path.write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I4s", 0xFFFFFFFF, b"iTXt") + b"openbadges\0{}"
    )


def wrong_mark(path: Path) -> None:
    """Write a table in UTF-16 whose mark says it is the other one."""
    path.write_bytes(b"\xfe\xff" + "date,title\n2026-03-12,Gwers\n".encode("utf-16-le"))


def bare_utf_16(path: Path) -> None:
    """Write a calendar in UTF-16 with no mark at all."""
    path.write_bytes((OTHERS / "google.ics").read_text("utf-8").encode("utf-16-be"))


def noughts(path: Path) -> None:
    """Write a calendar with a nought after every line."""
    path.write_bytes((OTHERS / "google.ics").read_bytes().replace(b"\r\n", b"\0\r\n"))


def nothing_but_noughts(path: Path) -> None:
    """Write a megabyte of noughts."""
    path.write_bytes(ZEROS)


def nothing(path: Path) -> None:
    """Write an empty file."""
    path.touch()


def one_long_line(path: Path) -> None:
    """Write a table that is one cell of ten megabytes."""
    path.write_bytes(b'date,title\n2026-03-12,"' + b"x" * 10_000_000)


def many_columns(path: Path) -> None:
    """Write a table of 100,000 columns."""
    path.write_bytes(b"date,title" + b",x" * 100_000 + b"\n2026-03-12,Gwers" + b",y" * 100_000)


def _calendar(*lines: str) -> bytes:
    whole = ("BEGIN:VCALENDAR", "VERSION:2.0", *lines, "END:VCALENDAR", "")
    return "\r\n".join(whole).encode()


def _event(number: int, *lines: str) -> tuple[str, ...]:
    return ("BEGIN:VEVENT", f"UID:{number}", f"SUMMARY:Webinar {number}", *lines, "END:VEVENT")


def endless_rules(path: Path) -> None:
    """Write series that come every second, and series that never come, a thousand of them."""
    rules = (
        "FREQ=SECONDLY", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30", "FREQ=DAILY",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR,SA,SU", "FREQ=MONTHLY;BYDAY=6MO",
        "FREQ=DAILY;COUNT=999999999999", "FREQ=MINUTELY;INTERVAL=0", "FREQ=DAILY;INTERVAL=-1",
    )  # fmt: skip
    lines = [
        line
        for number in range(1_000)
        for line in _event(number, "DTSTART:19000101T000000", f"RRULE:{rules[number % len(rules)]}")
    ]
    path.write_bytes(_calendar(*lines))


def endless_zone(path: Path) -> None:
    """Write a calendar whose own time zone changes every second, and never."""
    parts = ("BEGIN:STANDARD", "DTSTART:16010101T000000", "TZOFFSETFROM:+0000", "TZOFFSETTO:+0100")
    zones = [
        line
        for number, rule in enumerate(("SECONDLY", "DAILY;BYMONTH=2;BYMONTHDAY=30"))
        for line in ("BEGIN:VTIMEZONE", f"TZID:Own {number}", *parts, f"RRULE:FREQ={rule}",
                     "END:STANDARD", "END:VTIMEZONE")
    ]  # fmt: skip
    path.write_bytes(
        _calendar(
            *zones,
            *_event(0, "DTSTART;TZID=Own 0:20260101T090000", "DTEND;TZID=Own 1:20260101T100000"),
            *_event(1, "DTSTART;TZID=../../../../etc/passwd:20260101T090000"),
            *_event(2, f"DTSTART;TZID={'x' * 5_000}:20260101T090000"),
            *_event(3, "DTSTART;TZID=Europe:20260101T090000"),
        )
    )


def edges_of_time(path: Path) -> None:
    """Write entries at the ends of the calendar, and longer than it."""
    moments = (
        "00010101T000000Z",
        "99991231T235959Z",
        "00000000T000000",
        "20260101T000000Z",
        "19000101",
    )
    lengths = (
        "DURATION:P99999999999D",
        "DTEND:99991231T235959Z",
        "DURATION:-P1W",
        "DTEND:00010101",
    )
    lines = [
        line
        for at, moment in enumerate(moments)
        for to, length in enumerate(lengths)
        for line in _event(at * 10 + to, f"DTSTART:{moment}", length, "RRULE:FREQ=YEARLY")
    ]
    path.write_bytes(_calendar(*lines))


def many_entries(path: Path) -> None:
    """Write a calendar of 60,000 entries."""
    lines = [line for number in range(60_000) for line in _event(number, "DTSTART:20260101T090000")]
    path.write_bytes(_calendar(*lines))


def deep_calendar(path: Path) -> None:
    """Write an entry 100,000 parts deep."""
    lines = ["BEGIN:VEVENT", "UID:1", *["BEGIN:VALARM"] * 100_000]
    path.write_bytes(_calendar(*lines))


def long_words(path: Path) -> None:
    """Write an entry whose every part is megabytes long, some of it markup that is never closed."""
    path.write_bytes(
        _calendar(
            *_event(1, "DTSTART:20260101T090000", f"DESCRIPTION:{'<a href=x>' * 200_000}"),
            *_event(2, "DTSTART:20260102T090000", f"X-ALT-DESC:{'<!--' * 500_000}"),
            *_event(3, "DTSTART:20260103T090000", f"LOCATION:{'x' * 3_000_000}"),
            *_event(4, "DTSTART:20260104T090000", f"SUMMARY:Webinar{';A=' * 500_000}"),
            *_event(5, "DTSTART:20260105T090000", f"ATTACH;{'A=B;' * 50_000}:x"),
        )
    )


def markup_everywhere(path: Path) -> None:
    """Write an entry with scripts, formulas and signs that turn text round."""
    words = '<img src=x onerror=alert(1)>\u202e=HYPERLINK("http://example.org")\x1b[2J<b>'
    path.write_bytes(
        _calendar(
            *_event(1, "DTSTART:20260101T090000", f"SUMMARY:Webinar {words}", f"LOCATION:{words}")
        )
    )


def unsigned_token(path: Path) -> None:
    """Write a signed badge whose contents are a megabyte of brackets."""
    payload = base64.urlsafe_b64encode(b"[" * 1_000_000).decode()
    path.write_text(f"eyJhbGciOiJub25lIn0.{payload}.", "utf-8")


def one_of_everything_cut(path: Path) -> None:
    """Write an archive without its end."""
    zip_bomb(path)
    path.write_bytes(path.read_bytes()[:-100])


HOSTILE: dict[str, Make] = {
    "bomb.zip": zip_bomb, "leap2a-bomb.zip": leap2a_bomb, "nested.zip": nested_zip,
    "climbing.zip": climbing_names, "climbing-notes.zip": climbing_notes, "many.zip": many_files,
    "lying.zip": lying_zip, "aliases.zip": yaml_aliases, "laughs.svg": laughs_in_svg,
    "laughs.zip": laughs_in_leap2a, "laughs.xlsx": laughs_in_workbook,
    "asking.svg": entity_from_a_file, "deep.svg": deep_svg,
    "deep.json": deep_json, "deep-badge.json": deep_badge,
    "wide-badge.json": wide_badge, "numbers.json": huge_numbers, "huge.png": huge_png,
    "lying.png": lying_png, "wrong-mark.csv": wrong_mark, "bare-utf-16.ics": bare_utf_16,
    "noughts.ics": noughts, "noughts.csv": nothing_but_noughts, "nothing.csv": nothing,
    "long.csv": one_long_line, "columns.csv": many_columns, "rules.ics": endless_rules,
    "zone.ics": endless_zone, "edges.ics": edges_of_time, "entries.ics": many_entries,
    "deep.ics": deep_calendar, "long.ics": long_words, "markup.ics": markup_everywhere,
    "token.jwt": unsigned_token, "cut.zip": one_of_everything_cut,
}  # fmt: skip
