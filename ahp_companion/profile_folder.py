"""The folder for a regulator: PDFs, evidence in parts, and a text for each field of the form.

What draws pages, what merges evidence and what writes texts know nothing of each other; here they
meet, for the window and the command line alike.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from .domain.audit import ProfileVersion
from .domain.evidence import Evidence
from .domain.evidence_looks import EvidenceLook
from .domain.portfolio import Choice, Portfolio
from .domain.problems import ProblemError
from .domain.professions import Profession, Regulator
from .domain.profile import LIST_FILE, Handed, Profile, handed, profile_of, version_of
from .domain.words import count, day
from .exchange.ledger import Left
from .exchange.profile_texts import field_texts, write_texts
from .exchange.whole_folder import folder_written_whole
from .report.activities_pdf import activities_pdf
from .report.cycle_pdf import cycle_pdf
from .report.evidence.parts import BESIDE, Parts, Piece, write_parts
from .report.profile_pdf import profile_pdf

HCPC, GOSC = "hcpc-profile", "gosc-profile"
OF_REGULATOR = {Regulator.HCPC: HCPC, Regulator.GOSC: GOSC}
WHOLE = {HCPC: "profile.pdf", GOSC: "record.pdf"}
EMPTY = "There is nothing for it yet, so it is empty"
NO_FILE = "No file was added to it"
# Merging evidence is nearly all of the work.
SHARES = (("evidence", 80), ("list", 8), ("profile", 12))
STEPS = 1_000

Progress = Callable[[int, int], None]
ReadEvidence = Callable[[str], bytes]


def make_folder(
    out: Path,
    portfolio: Portfolio,
    profession: Profession,
    choice: Choice,
    *,
    on: date,
    read_evidence: ReadEvidence,
    looks: Mapping[str, EvidenceLook] | None = None,
    progress: Progress | None = None,
) -> Left:
    """Write the folder for a profession's regulator, whole or not at all, and return what left.

    `read_evidence` gives the bytes with a SHA-256, and is asked for one file at a time. Raises
    ProblemError when the place cannot be written to, and whatever `progress` raises to stop.
    """
    profile = profile_of(portfolio, profession, choice, on=on)
    with folder_written_whole(out) as folder:
        parts = write_parts(
            folder,
            _pieces(profile, read_evidence),
            mark=profile.mark,
            on=on,
            progress=_share(progress, "evidence"),
        )
        whole, pages = _pdfs(folder, profile, looks or {}, parts, progress)
        empty = write_texts(folder, field_texts(whole))
        files = sum(each.is_file() for each in folder.rglob("*"))
    return Left(
        words=f"{count(files, 'file')}, {count(pages + sum(parts.pages.values()), 'page')}",
        held=profile.leaving.counts,
        choice=replace(choice, from_on=profile.from_on, to_on=profile.until),
        remarks=(*_unmerged(parts), *(f"{EMPTY}: {name}" for name in empty)),
        version=version_of(profile, portfolio.all(ProfileVersion), f"Exported on {day(on)}"),
    )


def on_its_register(format_name: str, profession: Profession | None) -> Profession:
    """Return a profession; raises ProblemError where a format is for another register than its."""
    regulator = profession.regulator if profession else Regulator.NONE
    if profession and OF_REGULATOR.get(regulator) == format_name:
        return profession
    whose = {HCPC: "HCPC", GOSC: "GOsC"}[format_name]
    its_own = OF_REGULATOR.get(regulator)
    raise ProblemError(
        f"“{format_name}” is for those on {whose}’s register.",
        means=(
            f"Your register is {regulator.short}’s. Nothing was written."
            if its_own
            else "Your profession is on no register that asks for one. Nothing was written."
        ),
        advice=(
            f"Export {its_own}; it holds what {regulator.short} asks for."
            if its_own
            else "Export portfolio-pdf: it holds your whole record, to show to whom you like."
        ),
    )


def _pieces(profile: Profile, read: ReadEvidence) -> list[Piece]:
    return [
        Piece(
            number=number,
            title=each.title,
            file_name=each.file_name,
            media_type=each.media_type,
            read=partial(_contents, each, read),
        )
        for number, each in enumerate(profile.evidence, start=1)
    ]


def _contents(piece: Evidence, read: ReadEvidence) -> bytes:
    if not piece.sha256:
        raise ProblemError(f"{NO_FILE}.")
    return read(piece.sha256)


def _pdfs(
    folder: Path,
    profile: Profile,
    looks: Mapping[str, EvidenceLook],
    parts: Parts,
    progress: Progress | None,
) -> tuple[Handed, int]:
    """Write the list and then what refers to it; return what was handed over and its pages."""
    copied = {each.number for each in parts.beside if (folder / BESIDE / each.file_name).is_file()}
    places = dict(parts.places) | {
        each.number: f"{BESIDE}/{each.file_name}" for each in parts.beside if each.number in copied
    }
    told = partial(
        handed,
        profile,
        looks,
        pages=parts.pages,
        places=places,
        unplaced={each.number: each.why for each in parts.beside if each.number not in copied},
    )
    content, list_pages = activities_pdf(told(), _share(progress, "list"))
    (folder / LIST_FILE).write_bytes(content)
    whole = told(list_pages=list_pages)
    draw = profile_pdf if profile.is_for_hcpc else cycle_pdf
    content, pages = draw(whole, _share(progress, "profile"))
    (folder / WHOLE[HCPC if profile.is_for_hcpc else GOSC]).write_bytes(content)
    return whole, list_pages + pages


def _share(progress: Progress | None, step: str) -> Progress | None:
    """Return what reports a step's own progress as its share of the whole."""
    if progress is None:
        return None
    names = [name for name, _ in SHARES]
    before = sum(share for _, share in SHARES[: names.index(step)])
    return partial(_reported, progress, before, dict(SHARES)[step])


def _reported(progress: Progress, before: int, share: int, done: int, whole: int) -> None:
    of_all = sum(each for _, each in SHARES)
    progress(STEPS * before + STEPS * share * done // max(whole, 1), STEPS * of_all)


def _unmerged(parts: Parts) -> Sequence[str]:
    return [f"Evidence {each.number} is on no page: {each.why}." for each in parts.beside]
