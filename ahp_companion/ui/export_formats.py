"""The formats that go out of the window: what each is for, and whether it can come back."""

from dataclasses import dataclass

from ..domain.professions import Regulator

BACK, READING = "can be brought back", "for reading"


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format that goes out: its words, its file's ending, and what of it can be chosen.

    One without an ending is a folder. `regulator` is whose register it is for, if it is for one
    alone; `has_files` says that the files of evidence leave with it.
    """

    code: str
    words: str
    ending: str
    help: str
    comes_back: bool = False
    is_narrowed: bool = True
    has_sections: bool = False
    has_files: bool = False
    regulator: Regulator | None = None

    @property
    def is_for_a_regulator(self) -> bool:
        """Return whether it is about a regulator's period, and every preceptorship in it."""
        return self.regulator is not None

    @property
    def labelled(self) -> str:
        """Return its words with whether it can come back."""
        return f"{self.words} · {BACK if self.comes_back else READING}"


FORMATS = (
    Format(
        code="portfolio-pdf",
        words="Portfolio, as PDF",
        ending=".pdf",
        help="The whole record to read, print or send.",
        has_sections=True,
    ),
    Format(
        code="hcpc-profile",
        words="Profile for HCPC, as a folder",
        ending="",
        help="What an audit asks for: the profile and the dated list as PDF, the evidence as "
        "numbered parts under 10 MB, and a text for each field of the online form.",
        has_files=True,
        regulator=Regulator.HCPC,
    ),
    Format(
        code="gosc-profile",
        words="Record for GOsC, as a folder",
        ending="",
        help="Your three years: hours, themes and what shows them as PDF, the dated list, the "
        "evidence as numbered parts under 10 MB, and texts to paste.",
        has_files=True,
        regulator=Regulator.GOSC,
    ),
    Format(
        code="html",
        words="Portfolio, as a web page",
        ending=".html",
        help="One file that any browser opens, without this app.",
    ),
    Format(
        code="cpd-csv",
        words="CPD list, as a spreadsheet",
        ending=".csv",
        help="One row for each activity.",
        comes_back=True,
    ),
    Format(
        code="leap2a",
        words="Portfolio, for Mahara (Leap2A)",
        ending=".zip",
        help="For Mahara and its kin, with the files of evidence. Worksheets and agreements are "
        "not in it: they are in the archive.",
        comes_back=True,
        has_files=True,
    ),
    Format(
        code="calendar",
        words="Calendar, of days agreed",
        ending=".ics",
        help="Meetings, reviews, protected time and renewal for a calendar: what and when, and "
        "none of the words about them.",
    ),
    Format(
        code="archive",
        words="Everything, as an archive",
        ending=".zip",
        help="All records and files, private ones too, to keep or to bring into another portfolio.",
        comes_back=True,
        is_narrowed=False,
        has_files=True,
    ),
)


def formats_for(regulator: Regulator) -> tuple[Format, ...]:
    """Return the formats that somebody on a register is offered, in the order of the list."""
    return tuple(each for each in FORMATS if each.regulator in (None, regulator))
