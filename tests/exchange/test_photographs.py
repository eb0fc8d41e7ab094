"""Photographs without place and camera: the picture the same bit for bit, the rest gone."""

import random
import struct
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from ahp_companion.domain.evidence_looks import SIZE, tells_of_the_camera
from ahp_companion.domain.file_kinds import file_kind
from ahp_companion.domain.problems import ProblemError
from ahp_companion.exchange.looks import photographs
from ahp_companion.exchange.looks.looking import look, without_place_and_camera
from ahp_companion.exchange.looks.photographs import bared
from tests.exchange.evidence_made import pdf, photograph
from tests.sizes import drawn

FORMS = ("JPEG", "PNG", "WEBP", "TIFF")
SAID = (b"iPhone", b"Apple", b"Canary", b"2026:03:12", b"17.1")


def shown(contents: bytes) -> Image.Image:
    opened = Image.open(BytesIO(contents))
    opened.load()
    return opened


def same_picture(first: bytes, second: bytes) -> bool:
    one, other = shown(first), shown(second)
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("turned", [1, 6])
def test_place_and_camera_go_and_the_picture_stays(form: str, turned: int) -> None:
    before = photograph(form, turned=turned)
    assert tells_of_the_camera(look("a" * 64, before, "photo"))
    after = without_place_and_camera(before)
    assert look("a" * 64, after, "photo").properties.keys() == {SIZE}
    assert same_picture(before, after)
    assert all(word not in after for word in SAID)
    # How the camera was held is all that is left.
    held = shown(after).getexif()
    assert held.get(0x0112, 1) == (1 if form == "TIFF" else turned)
    assert not held.get_ifd(0x8825)
    assert not held.get_ifd(0x8769)


def test_a_photograph_loses_no_more_than_it_has_to_and_only_once() -> None:
    before = photograph(turned=1)
    after = without_place_and_camera(before)
    assert len(before) - 2000 < len(after) < len(before)
    assert without_place_and_camera(after) == after


def test_what_comes_after_the_picture_goes_too() -> None:
    for form in ("JPEG", "PNG", "WEBP"):
        before = photograph(form) + photograph() + b"Mrs Canary"
        after = without_place_and_camera(before)
        assert all(word not in after for word in SAID)
        assert same_picture(before, after)


def test_colours_stay_as_they_were_meant() -> None:
    from PIL import ImageCms

    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    for form in ("JPEG", "PNG", "WEBP", "TIFF"):
        written = BytesIO()
        Image.new("RGB", (40, 30), "teal").save(written, form, icc_profile=profile)
        after = without_place_and_camera(written.getvalue())
        assert shown(after).info["icc_profile"] == profile


def test_a_progressive_photograph_keeps_all_its_scans() -> None:
    written = BytesIO()
    shown(photograph()).save(written, "JPEG", progressive=True, restart_marker_blocks=4)
    assert same_picture(written.getvalue(), without_place_and_camera(written.getvalue()))


def test_the_small_picture_inside_a_photograph_goes() -> None:
    before = photograph(turned=1)
    small = b"\xff\xd8\xff\xe0Canary"
    body = b"JFIF\0\x01\x01\0\0\x01\0\x01\x10\x10" + small * 100
    at = before.index(b"\xff\xe0")
    (length,) = struct.unpack_from(">H", before, at + 2)
    segment = b"\xff\xe0" + struct.pack(">H", len(body) + 2) + body
    with_small = before[:at] + segment + before[at + 2 + length :]
    assert b"Canary" not in bared(with_small, file_kind(with_small))


def test_a_scan_of_several_pages_keeps_them() -> None:
    first, *more = (Image.new("L", (30, 40), shade) for shade in (20, 120, 220))
    written = BytesIO()
    exif = Image.Exif()
    exif[0x013B] = "Bronwen Canary"
    first.save(written, "TIFF", save_all=True, append_images=more, exif=exif)
    assert b"Canary" in written.getvalue()
    after = without_place_and_camera(written.getvalue())
    assert b"Canary" not in after
    with Image.open(BytesIO(after)) as opened:
        shades = []
        for page in range(3):
            opened.seek(page)
            shades.append(opened.getpixel((9, 9)))
    assert shades == [20, 120, 220]


@pytest.mark.parametrize("form", FORMS)
def test_a_photograph_that_is_cut_off_is_left_alone_and_said(form: str) -> None:
    before = photograph(form)
    with pytest.raises(ProblemError) as raised:
        without_place_and_camera(before[: len(before) // 2])
    assert raised.value.happened.startswith("Place and camera were not removed: ")
    assert raised.value.means == "The file and its record are as they were."


def test_what_is_no_photograph_is_left_alone_and_said() -> None:
    with pytest.raises(ProblemError, match="nothing can be taken out of a file of this kind"):
        without_place_and_camera(pdf())


def test_a_picture_that_would_look_different_is_left_alone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    other = photograph(size=(64, 48))
    monkeypatch.setattr(photographs, "bared", lambda *_: other)
    with pytest.raises(ProblemError, match="would not look the same"):
        photographs.without_place_and_camera(photograph())


def test_broken_photographs_are_refused_in_words_or_stay_the_same_picture() -> None:
    seeds = [photograph(form, size=(64, 48)) for form in FORMS]

    @drawn(60)
    @given(st.sampled_from(seeds), st.randoms(use_true_random=False))
    def refused_or_same(contents: bytes, chance: random.Random) -> None:
        broken = bytearray(contents)
        for _ in range(chance.choice((1, 3, 20))):
            broken[chance.randrange(len(broken))] = chance.randrange(256)
        try:
            made = photographs.without_place_and_camera(bytes(broken))
        except ProblemError:
            return
        assert made["contents"]

    refused_or_same()
