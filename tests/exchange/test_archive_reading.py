"""Archives that are damaged, newer, or made to do harm: refused in words, and nothing kept."""

import copy
import json
import struct
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.archive import write_archive
from ahp_companion.exchange.archive_reading import ArchiveContents, read_archive
from tests.exchange.everything import CERTIFICATE, SHA256, everything, id_of, read_evidence

Written = dict[str, Any]


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an archive with a record of every kind."""
    path = tmp_path_factory.mktemp("sound") / "sound.zip"
    write_archive(path, everything(), read_evidence)
    return path


@pytest.fixture(scope="module")
def written(sound: Path) -> Written:
    """Return what its archive.json says."""
    with zipfile.ZipFile(sound) as opened:
        found: Written = json.loads(opened.read("archive.json"))
    return found


def _zip(path: Path, entries: list[tuple[str | zipfile.ZipInfo, bytes]]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as opened:
        for name, contents in entries:
            opened.writestr(name, contents)
    return path


def _archive(path: Path, written: Written, evidence: bytes = CERTIFICATE) -> Path:
    contents = json.dumps(written).encode()
    return _zip(path, [("archive.json", contents), (f"evidence/{SHA256}", evidence)])


def _outcome(path: Path) -> ArchiveContents | ProblemError:
    try:
        return read_archive(path)
    except ProblemError as problem:
        return problem


def _refused(path: Path) -> str:
    with pytest.raises(ProblemError) as problem:
        read_archive(path)
    return str(problem.value)


@pytest.mark.parametrize(
    "name",
    [
        "../archive.json", "/etc/passwd", "C:\\w\\x", "evidence/../x", "evidence/abc",
        f"evidence/{SHA256.upper()}", f"evidence/{SHA256}.exe", f"evidence/{SHA256}\n", "x:ads",
        "evidence/", "archive.json ",
    ],
)  # fmt: skip
def test_a_name_that_no_archive_holds_is_refused(
    tmp_path: Path, written: Written, name: str
) -> None:
    path = _zip(
        tmp_path / "a.zip",
        [
            ("archive.json", json.dumps(written).encode()),
            (f"evidence/{SHA256}", CERTIFICATE),
            (name, b"x"),
        ],
    )
    assert "it holds a file named" in _refused(path)


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_given_twice_is_refused(tmp_path: Path, written: Written) -> None:
    contents = json.dumps(written).encode()
    path = _zip(tmp_path / "a.zip", [("archive.json", contents), ("archive.json", contents)])
    assert "occurs twice" in _refused(path)


def test_a_link_in_place_of_a_file_is_refused(tmp_path: Path, written: Written) -> None:
    link = zipfile.ZipInfo(f"evidence/{SHA256}")
    link.external_attr = 0o120777 << 16
    contents = json.dumps(written).encode()
    path = _zip(tmp_path / "a.zip", [("archive.json", contents), (link, b"/etc/passwd")])
    assert "not a file" in _refused(path)


def test_an_encrypted_archive_is_refused(tmp_path: Path, sound: Path) -> None:
    mutated = bytearray(sound.read_bytes())
    at = mutated.find(b"PK\x01\x02")
    mutated[at + 8] |= 1
    (tmp_path / "a.zip").write_bytes(mutated)
    assert "encrypted" in _refused(tmp_path / "a.zip")


def test_more_files_than_anyone_has_are_refused_before_they_are_listed(
    tmp_path: Path, sound: Path
) -> None:
    mutated = bytearray(sound.read_bytes())
    struct.pack_into("<HH", mutated, len(mutated) - 14, 20_001, 20_001)
    (tmp_path / "a.zip").write_bytes(mutated)
    assert "more than 20,000 files" in _refused(tmp_path / "a.zip")


def test_a_file_that_grows_beyond_measure_is_refused_by_its_size(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as opened:
        entry = zipfile.ZipInfo(f"evidence/{SHA256}")
        entry.compress_type = zipfile.ZIP_DEFLATED
        with opened.open(entry, "w") as file:
            for _ in range(201):
                file.write(bytes(1_000_000))
    assert (tmp_path / "a.zip").stat().st_size < 300_000
    assert "larger than 200 MB" in _refused(tmp_path / "a.zip")


def test_files_that_share_their_bytes_are_refused(tmp_path: Path, sound: Path) -> None:
    mutated = bytearray(sound.read_bytes())
    first = mutated.find(b"PK\x01\x02")
    second = mutated.find(b"PK\x01\x02", first + 4)
    struct.pack_into("<I", mutated, second + 42, 0)
    (tmp_path / "a.zip").write_bytes(mutated)
    assert "share their bytes" in _refused(tmp_path / "a.zip")


@pytest.mark.parametrize("extra", [b"x", b"PK\x05\x06" + bytes(17)])
def test_bytes_after_the_end_are_refused(tmp_path: Path, sound: Path, extra: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(sound.read_bytes() + extra)
    assert "does not end where a ZIP ends" in _refused(tmp_path / "a.zip")


def test_an_archive_cut_off_anywhere_is_refused(tmp_path: Path, sound: Path) -> None:
    whole = sound.read_bytes()
    for kept in range(0, len(whole), len(whole) // 40):
        (tmp_path / "a.zip").write_bytes(whole[:kept])
        assert "a.zip" in _refused(tmp_path / "a.zip")


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    assert "there is no archive.json" in _refused(_zip(tmp_path / "a.zip", []))
    _zip(tmp_path / "b.zip", [("archive.json", b'{"format": "of another program"}')])
    assert "not that of an archive" in _refused(tmp_path / "b.zip")


def test_evidence_that_changed_is_found_by_its_fingerprint(
    tmp_path: Path, written: Written
) -> None:
    other = CERTIFICATE.replace(b"certificate", b"forged papr")
    assert len(other) == len(CERTIFICATE)
    assert "is not what it was" in _refused(_archive(tmp_path / "a.zip", written, other))


def test_evidence_that_is_listed_and_not_there_is_refused(tmp_path: Path, written: Written) -> None:
    path = _zip(tmp_path / "a.zip", [("archive.json", json.dumps(written).encode())])
    assert "its list of evidence and its files differ" in _refused(path)


def test_an_archive_of_a_newer_version_is_refused(tmp_path: Path, written: Written) -> None:
    words = _refused(_archive(tmp_path / "a.zip", {**written, "version": 2}))
    assert "was written by a newer AHP Companion" in words


@pytest.mark.parametrize("version", [0, -1, "1", 1.0, True, None])
def test_a_version_that_is_no_number_is_refused(
    tmp_path: Path, written: Written, version: object
) -> None:
    words = _refused(_archive(tmp_path / "a.zip", {**written, "version": version}))
    assert "does not say which version" in words


@pytest.mark.parametrize(
    "contents",
    [
        b"", b"[]", b"\xff\xfe", b'{"format": 1}', b"[" * 100_000, b'{"a":' * 100_000,
        b'{"format": NaN}', b'{"format": "x", "format": "y"}', b"1" * 10_000,
    ],
)  # fmt: skip
def test_json_that_is_none_or_meant_to_do_harm_is_refused(tmp_path: Path, contents: bytes) -> None:
    assert "archive.json" in _refused(_zip(tmp_path / "a.zip", [("archive.json", contents)]))


@pytest.mark.parametrize(
    ("kind", "field", "value"),
    [
        ("person", "id", "1"),
        ("person", "id", id_of("person").upper()),
        ("person", "id", id_of("meeting")),
        ("person", "name", 5),
        ("person", "name", None),
        ("person", "name", "\ud800"),
        ("person", "roles", "preceptor"),
        ("person", "roles", ["emperor"]),
        ("meeting", "held_on", "2026-02-30"),
        ("meeting", "held_on", "9999-01-01"),
        ("meeting", "minutes", 2**70),
        ("meeting", "minutes", -1),
        ("meeting", "minutes", 1.5),
        ("meeting", "minutes", True),
        ("meeting", "private", 1),
        ("preceptorship", "length_months", 10**9),
        ("preceptorship", "workplace", ["x"]),
        ("confidence_rating", "rating", 11),
        ("confidence_rating", "rating", 0),
        ("reflection", "answers", ["x"]),
        ("reflection", "answers", {"what": 1}),
        ("reflection", "answers", {"what": "\udfff"}),
        ("evidence", "sha256", "../../etc/passwd"),
    ],
)
def test_a_value_that_a_field_cannot_hold_is_refused_by_name(
    tmp_path: Path, written: Written, kind: str, field: str, value: object
) -> None:
    changed = copy.deepcopy(written)
    changed["records"][kind][0][field] = value
    words = _refused(_archive(tmp_path / "a.zip", changed))
    assert field in words or "occurs twice" in words or "no SHA-256" in words


def test_a_list_of_evidence_that_is_none_is_refused(tmp_path: Path, written: Written) -> None:
    lists: list[object] = [None, {}, [1], [{"sha256": SHA256, "size": 1}], written["evidence"] * 2]
    for listed in lists:
        _refused(_archive(tmp_path / "a.zip", {**written, "evidence": listed}))


def test_records_that_are_no_lists_of_records_are_refused(tmp_path: Path, written: Written) -> None:
    records: list[object] = [None, [], {"person": {}}, {"person": [1]}, {"person": [{}]}]
    for held in records:
        _refused(_archive(tmp_path / "a.zip", {**written, "records": held}))


def test_two_practitioners_in_one_archive_are_refused(tmp_path: Path, written: Written) -> None:
    changed = copy.deepcopy(written)
    second = {**changed["records"]["practitioner"][0], "id": id_of("second")}
    changed["records"]["practitioner"].append(second)
    assert "more than one practitioner" in _refused(_archive(tmp_path / "a.zip", changed))


def test_what_a_later_version_added_is_passed_over_and_said(
    tmp_path: Path, written: Written
) -> None:
    changed = copy.deepcopy(written)
    changed["records"]["person"][0]["pronouns"] = "they"
    changed["records"]["sign_off"] = [{"id": id_of("sign_off")}]
    contents = read_archive(_archive(tmp_path / "a.zip", changed))
    assert len(contents.records) == len(read_archive(_archive(tmp_path / "b.zip", written)).records)
    assert any("person.pronouns" in each for each in contents.remarks)
    assert any("sign_off" in each for each in contents.remarks)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    changes=st.lists(st.tuples(st.integers(0, 10**9), st.integers(0, 255)), min_size=1, max_size=8)
)
def test_an_archive_with_changed_bytes_is_read_or_refused_in_words(
    tmp_path: Path, sound: Path, changes: list[tuple[int, int]]
) -> None:
    mutated = bytearray(sound.read_bytes())
    for at, byte in changes:
        mutated[at % len(mutated)] = byte
    path = tmp_path / "mutated.zip"
    path.write_bytes(mutated)
    outcome = _outcome(path)
    if isinstance(outcome, ProblemError):
        assert "mutated.zip" in str(outcome)
    else:
        assert outcome.evidence.read(SHA256) == CERTIFICATE
    assert [each.name for each in tmp_path.iterdir()] == ["mutated.zip"]


SHORT = st.text(max_size=8)
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | SHORT,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SHORT, inner, max_size=3),
    max_leaves=6,
)


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(value=JSON, at=st.integers(0, 10**6))
def test_any_value_in_any_field_is_read_or_refused_in_words(
    tmp_path: Path, written: Written, value: object, at: int
) -> None:
    changed = copy.deepcopy(written)
    kinds = list(changed["records"])
    record = changed["records"][kinds[at % len(kinds)]][0]
    record[list(record)[at // len(kinds) % len(record)]] = value
    path = _archive(tmp_path / "a.zip", changed)
    outcome = _outcome(path)
    if isinstance(outcome, ProblemError):
        assert "a.zip" in str(outcome)
    else:
        assert len(outcome.records) == len(kinds)
