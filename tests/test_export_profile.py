"""The folder for a regulator, as the command line writes it: all that the contract promises."""

import json
import re
import shutil
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfReader

from ahp_companion import profile_folder
from ahp_companion.__main__ import main
from ahp_companion.domain.audit import AuditProfile, ProfileVersion
from ahp_companion.domain.changes import added, edited
from ahp_companion.domain.cpd import CpdActivity
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.exports import Export
from ahp_companion.domain.portfolio import Choice
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.problems import CancelledError
from ahp_companion.domain.records import Record
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio
from tests.report.handing import ON, PROFESSIONS
from tests.report.reading import joined
from tests.report.validating import problems_of

Capture = pytest.CaptureFixture[str]
TODAY = "2026-03-12"
MOST_BYTES = 10_000_000
OF_HCPC = re.compile(r"hcpc|health and care professions|personal statement", re.IGNORECASE)
NUMBER = "943 476 5919"
TEXTS = [
    "1-full-name.txt",
    "2-profession.txt",
    "3-cpd-number.txt",
    "4-summary-of-practice.txt",
    "5-personal-statement.txt",
    "6-supporting-evidence.txt",
    "7-activities.txt",
]


def do(*arguments: object) -> int:
    return main([str(each) for each in arguments])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """Return the portfolio of the physiotherapist who was called for audit, and her folder."""
    path = tmp_path_factory.mktemp("physio") / "Mari ŷ.ahp"
    out = path.with_name("For HCPC ŷ")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME"):
            patch.setenv(name, str(tmp_path_factory.mktemp("home")))
        assert do("sample", "physiotherapist-audit", path) == 0
        unwritten = path.with_name("unwritten.ahp")
        shutil.copy(path, unwritten)
        assert do("export", "hcpc-profile", path, out, "--on", TODAY) == 0
    return unwritten, out


@pytest.fixture
def physio(written: tuple[Path, Path], tmp_path: Path) -> Path:
    """Return a copy of her portfolio of before anything left."""
    return Path(shutil.copy(written[0], tmp_path / "Mari ŷ.ahp"))


@pytest.fixture
def folder(written: tuple[Path, Path]) -> Path:
    """Return her folder for HCPC, to be read only."""
    return written[1]


@pytest.fixture
def osteopath(tmp_path: Path) -> Path:
    """Return the portfolio of an osteopath."""
    path = tmp_path / "Siôn.ahp"
    assert do("sample", "osteopath", path) == 0
    return path


def held(path: Path, record: type[Record]) -> list[Any]:
    with open_portfolio(path) as opened:
        return list(opened.records.all(record))


def add(path: Path, *records: Any, files: tuple[bytes, ...] = ()) -> None:
    with open_portfolio(path) as opened:
        for contents in files:
            opened.evidence.add(contents)
        opened.apply(added(*records))


def words_of(path: Path) -> str:
    return joined(" ".join(page.extract_text() for page in PdfReader(path).pages))


def everything_in(folder: Path) -> Iterator[str]:
    for path in folder.rglob("*"):
        yield path.name
        if path.suffix == ".txt":
            yield path.read_text("utf-8")
        if path.suffix == ".pdf":
            reader = PdfReader(path)
            yield words_of(path)
            yield str(reader.metadata)
            yield str(reader.outline)


def test_the_folder_holds_what_the_contract_names(folder: Path) -> None:
    names = sorted(each.name for each in folder.iterdir())
    assert names == [*TEXTS, "activities.pdf", "evidence-01.pdf", "profile.pdf"]


def test_each_part_can_be_uploaded(folder: Path) -> None:
    assert [each.name for each in folder.glob("*.pdf") if each.stat().st_size >= MOST_BYTES] == []


@pytest.mark.parametrize("name", ["profile.pdf", "activities.pdf"])
def test_each_pdf_is_for_everyone_selectable_and_numbered(folder: Path, name: str) -> None:
    content = (folder / name).read_bytes()
    assert problems_of(content) == []
    reader = PdfReader(BytesIO(content))
    pages = len(reader.pages)
    for at, page in enumerate(reader.pages, start=1):
        assert f"{at} of {pages}" in page.extract_text()
    assert reader.outline != []


def test_the_profile_holds_all_that_an_audit_asks_for(folder: Path, physio: Path) -> None:
    words = words_of(folder / "profile.pdf")
    open_ones = [each for each in held(physio, CpdActivity) if not each.private]
    assert len(open_ones) == 30
    assert [each.title for each in open_ones if joined(each.title) not in words] == []
    assert "I broke my ankle on the last Saturday of June 2025" in words
    for each in (each for each in open_ones if each.is_chosen):
        assert joined(each.benefit_to_practice)[:50] in words
        assert joined(each.benefit_to_service_users)[:50] in words
    assert "381 words of at most 500" in words
    assert "1,150 words of at most 1,500" in words
    assert "3 What we write about falls at discharge: forty and forty 2 pages 2, 3" in words
    assert "evidence-01.pdf, pages 3 to 4" in words


def test_the_evidence_named_is_on_the_pages_named(folder: Path) -> None:
    pages = PdfReader(folder / "evidence-01.pdf").pages
    assert len(pages) == 15
    assert "Evidence 3" in pages[2].extract_text()
    assert "Mari Nguyễn-Prŷs" in joined(pages[2].extract_text())


def test_each_field_can_be_pasted(folder: Path, physio: Path) -> None:
    (profile,) = held(physio, AuditProfile)
    texts = {name: (folder / name).read_text("utf-8").strip() for name in TEXTS}
    assert texts["1-full-name.txt"] == "Mari Nguyễn-Prŷs"
    assert texts["2-profession.txt"] == "Physiotherapist"
    assert texts["3-cpd-number.txt"] == "999417-26"
    assert texts["4-summary-of-practice.txt"] == profile.practice_summary
    assert texts["5-personal-statement.txt"] == profile.personal_statement
    assert len(texts["6-supporting-evidence.txt"].splitlines()) == 1 + len(held(physio, Evidence))
    assert texts["6-supporting-evidence.txt"].splitlines()[3].endswith("– 2 pages – 2, 3")
    assert len(texts["7-activities.txt"].split("\n\n")) == 30 + 1


def test_what_is_private_is_nowhere_in_it(folder: Path, physio: Path) -> None:
    private = [each.title for each in held(physio, CpdActivity) if each.private]
    assert len(private) == 2
    whole = " ".join(everything_in(folder))
    assert [title for title in private if joined(title) in joined(whole)] == []
    # Nor is it told that there is any.
    assert "private" not in joined(whole)


def test_private_records_go_where_they_are_asked_for(physio: Path, tmp_path: Path) -> None:
    out = tmp_path / "all"
    assert do("export", "hcpc-profile", physio, out, "--on", TODAY, "--include-private") == 0
    assert "32 activities between" in words_of(out / "activities.pdf")


def test_dates_choose_another_period(physio: Path, tmp_path: Path) -> None:
    out = tmp_path / "part"
    dates = ("--from", "2025-01-01", "--to", "2025-06-30", "--on", TODAY)
    assert do("export", "hcpc-profile", physio, out, *dates) == 0
    words = words_of(out / "activities.pdf")
    assert "Period 1 January to 30 June 2025" in words
    assert "9 May 2024" not in words
    assert "29 October 2025" not in words


def test_the_same_portfolio_on_the_same_day_gives_the_same_files(
    physio: Path, folder: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again"
    assert do("export", "hcpc-profile", physio, again, "--on", TODAY) == 0
    for each in folder.iterdir():
        assert (again / each.name).read_bytes() == each.read_bytes(), each.name


def test_a_folder_that_is_not_empty_is_left_as_it_is(
    physio: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    exports = len(held(physio, Export))
    assert do("export", "hcpc-profile", physio, out, "--on", TODAY) == 1
    assert "is not empty" in capsys.readouterr().err
    assert [each.name for each in out.iterdir()] == ["mine.txt"]
    assert len(held(physio, Export)) == exports


def test_work_that_is_stopped_leaves_no_folder(physio: Path, tmp_path: Path) -> None:
    def stop(done: int, whole: int) -> None:
        if 2 * done > whole:
            raise CancelledError

    before = sorted(tmp_path.iterdir())
    with open_portfolio(physio) as opened:
        everything = opened.records.gather()
        with pytest.raises(CancelledError):
            profile_folder.make_folder(
                tmp_path / "out",
                everything,
                PROFESSIONS["PH"],
                Choice(),
                on=ON,
                read_evidence=opened.evidence.read,
                progress=stop,
            )
    assert sorted(tmp_path.iterdir()) == before


def test_progress_only_ever_goes_on_and_ends_whole(physio: Path, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    with open_portfolio(physio) as opened:
        profile_folder.make_folder(
            tmp_path / "out",
            opened.records.gather(),
            PROFESSIONS["PH"],
            Choice(),
            on=ON,
            read_evidence=opened.evidence.read,
            progress=lambda done, whole: seen.append((done, whole)),
        )
    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]
    assert len(seen) > len(PdfReader(tmp_path / "out" / "evidence-01.pdf").pages)


def test_evidence_is_read_one_file_at_a_time(physio: Path, tmp_path: Path) -> None:
    asked: list[str] = []
    with open_portfolio(physio) as opened:

        def read(sha256: str) -> bytes:
            asked.append(sha256)
            return opened.evidence.read(sha256)

        everything = opened.records.gather()
        profile_folder.make_folder(
            tmp_path / "out",
            everything,
            PROFESSIONS["PH"],
            Choice(),
            on=ON,
            read_evidence=read,
        )
    assert len(asked) == len(set(asked)) == len(everything.all(Evidence))


def test_twelve_large_photographs_come_in_parts(tmp_path: Path) -> None:
    path, out = tmp_path / "p.ahp", tmp_path / "out"
    with create_portfolio(path, [Practitioner(name="Bogdan Żuk", profession="PH")]) as opened:
        records: list[Any] = []
        for at in range(12):
            contents = photograph(at)
            paper = Evidence(
                title=f"Photograph {at}",
                file_name=f"{at}.jpg",
                media_type="image/jpeg",
                sha256=opened.evidence.add(contents),
            )
            records += [
                paper,
                CpdActivity(title="Seen", started_on=ON, is_chosen=True, evidence=(paper.id,)),
            ]
        opened.apply(added(*records))
    assert do("export", "hcpc-profile", path, out, "--on", TODAY) == 0
    parts = sorted(out.glob("evidence-*.pdf"))
    assert len(parts) > 1
    assert [each.name for each in parts] == [
        f"evidence-{at:02}.pdf" for at in range(1, len(parts) + 1)
    ]
    assert all(each.stat().st_size < MOST_BYTES for each in parts)
    assert sum(len(PdfReader(each).pages) for each in parts) == 12
    assert "evidence-02.pdf, page 1" in words_of(out / "profile.pdf")


def photograph(at: int) -> bytes:
    import random

    noise = random.Random(at).randbytes(400 * 300 * 3)
    picture = Image.frombytes("RGB", (400, 300), noise).resize((2000, 1500))
    written = BytesIO()
    picture.save(written, "JPEG", quality=92)
    return written.getvalue()


def test_what_cannot_be_on_a_page_lies_beside_and_is_told(
    physio: Path, tmp_path: Path, capsys: Capture
) -> None:
    film = b"\x00\x00\x00\x18ftypmp42 a film"
    with open_portfolio(physio) as opened:
        sha256 = opened.evidence.add(film)
        told = next(each for each in opened.records.all(CpdActivity) if each.is_chosen)
        paper = Evidence(id="f", title="Film", file_name="Łódź walk.mp4", sha256=sha256)
        gone = Evidence(id="g", title="Lost", file_name="lost.pdf", sha256="0" * 64)
        opened.apply(added(paper, gone))
        opened.apply(edited(told, CpdActivity(**{**fields_of(told), "evidence": ("f", "g")})))
    out = tmp_path / "out"
    assert do("export", "hcpc-profile", physio, out, "--on", TODAY) == 0
    said = capsys.readouterr().err
    assert "Evidence 1 is on no page" in said
    assert "Evidence 2 is on no page: The file for this evidence is not in the portfolio." in said
    assert (out / "beside" / "01-Łódź walk.mp4").read_bytes() == film
    words = words_of(out / "profile.pdf")
    assert "1 Film MP4 file – beside/01-Łódź walk.mp4" in words
    assert "2 Lost PDF file – In no file" in words


def fields_of(record: Any) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__slots__}


def test_an_empty_field_is_an_empty_file_and_is_told(tmp_path: Path, capsys: Capture) -> None:
    path, out = tmp_path / "new.ahp", tmp_path / "out"
    assert do("new", path, "--name", "Bogdan Żuk", "--profession", "OT") == 0
    assert do("export", "hcpc-profile", path, out) == 0
    said = capsys.readouterr().err
    assert "There is nothing for it yet, so it is empty: 5-personal-statement.txt" in said
    assert (out / "5-personal-statement.txt").read_bytes() == b""
    assert not list(out.glob("evidence-*.pdf"))


def test_what_could_say_who_somebody_is_stands_on_standard_error(
    physio: Path, tmp_path: Path, capsys: Capture
) -> None:
    planted = CpdActivity(title="A visit", started_on=ON, what_i_did=f"Saw {NUMBER}")
    add(physio, planted)
    assert do("export", "hcpc-profile", physio, tmp_path / "out", "--on", TODAY) == 0
    said = capsys.readouterr().err
    assert "must: “A visit” holds what looks like an NHS" in said
    assert NUMBER not in said


def test_an_osteopath_has_a_record_of_three_years_and_not_a_word_of_hcpcs(
    osteopath: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "For GOsC"
    assert do("export", "gosc-profile", osteopath, out, "--on", TODAY) == 0
    names = {each.name for each in out.iterdir()}
    assert {"record.pdf", "activities.pdf", "evidence-01.pdf", "3-hours.txt"} <= names
    assert problems_of((out / "record.pdf").read_bytes()) == []
    assert problems_of((out / "activities.pdf").read_bytes()) == []
    whole = joined(" ".join((*everything_in(out), capsys.readouterr().out)))
    assert OF_HCPC.findall(whole) == []


def test_a_folder_for_another_register_is_refused_and_says_what_there_is(
    osteopath: Path, physio: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "out"
    assert do("export", "hcpc-profile", osteopath, out) == 1
    assert "Export gosc-profile" in capsys.readouterr().err
    assert do("export", "gosc-profile", physio, out) == 1
    assert "Export hcpc-profile" in capsys.readouterr().err
    assert not out.exists()


def test_a_support_worker_is_told_what_there_is(tmp_path: Path, capsys: Capture) -> None:
    path, out = tmp_path / "new.ahp", tmp_path / "out"
    assert do("new", path, "--name", "Ffion", "--profession", "SUPPORT") == 0
    for name in ("hcpc-profile", "gosc-profile"):
        assert do("export", name, path, out) == 1
        said = capsys.readouterr().err
        assert "on no register" in said
        assert "Export portfolio-pdf" in said
    assert not out.exists()


def test_one_preceptorship_is_no_profile(physio: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "out"
    assert do("export", "hcpc-profile", physio, out, "--preceptorship", "x") == 1
    assert "not one preceptorship" in capsys.readouterr().err
    assert not out.exists()


def test_every_profession_on_the_register_gets_its_folder(tmp_path: Path) -> None:
    for code, profession in PROFESSIONS.items():
        if profession.regulator != "hcpc":
            continue
        path = tmp_path / f"{code}.ahp"
        assert do("new", path, "--name", "Cerys", "--profession", code) == 0
        assert do("export", "hcpc-profile", path, tmp_path / code) == 0
        said = (tmp_path / code / "2-profession.txt").read_text("utf-8").strip()
        assert said == profession.name


def test_a_version_is_kept_when_a_profile_leaves_and_only_then_when_it_differs(
    physio: Path, tmp_path: Path
) -> None:
    before = len(held(physio, ProfileVersion))
    for at in range(2):
        out = tmp_path / f"out {at}"
        assert do("export", "hcpc-profile", physio, out, "--on", TODAY) == 0
    versions = held(physio, ProfileVersion)
    assert len(versions) == before + 1
    (made,) = (each for each in versions if each.words == "Exported on 12 March 2026")
    (profile,) = held(physio, AuditProfile)
    assert made.personal_statement == profile.personal_statement
    assert (len(made.activities), len(made.evidence)) == (5, 8)


def test_an_osteopath_has_no_versions_of_texts_that_nobody_asks_for(
    osteopath: Path, tmp_path: Path
) -> None:
    assert do("export", "gosc-profile", osteopath, tmp_path / "out", "--on", TODAY) == 0
    assert held(osteopath, ProfileVersion) == []


def test_leap2a_and_a_calendar_go_out_too(physio: Path, tmp_path: Path, capsys: Capture) -> None:
    for name, ending, starts in (("leap2a", "zip", b"PK"), ("calendar", "ics", b"BEGIN:VCALENDAR")):
        out = tmp_path / f"out.{ending}"
        assert do("export", name, physio, out, "--on", TODAY) == 0
        assert "entries" in capsys.readouterr().out
        assert out.read_bytes().startswith(starts)


def test_the_formats_are_named(capsys: Capture) -> None:
    assert do("export", "--list") == 0
    listed = capsys.readouterr().out.splitlines()
    assert {"hcpc-profile", "gosc-profile", "leap2a", "calendar"} <= set(listed)
    assert all(" " not in each for each in listed)


def test_check_and_the_profile_speak_of_the_same_years(
    physio: Path, folder: Path, capsys: Capture
) -> None:
    capsys.readouterr()
    assert do("check", physio, "--json", "--on", TODAY) == 0
    window = json.loads(capsys.readouterr().out)["audit"]["window"]
    assert (window["from"], window["to"]) == ("2024-05-01", "2026-04-30")
    assert "1 May 2024 to 30 April 2026" in words_of(folder / "profile.pdf")
