"""Looking at a picture: its size, its frames, what the camera wrote into it, a smaller one."""

import re
from io import BytesIO
from typing import Any

from PIL import ExifTags, Image, ImageOps

from ...domain.evidence_looks import (
    AUTHOR,
    CAMERA,
    COMMENT,
    EDITING,
    EMBEDDED,
    MADE,
    OWNER,
    PLACE,
    SIZE,
    SOFTWARE,
    TAKEN,
    TITLE,
    UNREAD,
    UNSHOWN,
)
from ...domain.file_kinds import CLEANED, FileKind
from .photographs import Remarks, remarks_of
from .pictures import MOST_PIXELS, TOO_LARGE, opened
from .seen import Seen
from .seen_dates import stamped

WIDEST = 480
MOST_FRAMES = 2_000
Base = ExifTags.Base
SAID = (
    (Base.ImageDescription, TITLE),
    (Base.Artist, AUTHOR),
    (Base.Copyright, AUTHOR),
    (Base.Software, SOFTWARE),
    (Base.HostComputer, SOFTWARE),
    (Base.XPTitle, TITLE),
    (Base.XPAuthor, AUTHOR),
    (Base.XPComment, COMMENT),
    (Base.XPKeywords, COMMENT),
    (Base.XPSubject, TITLE),
)
IN_DETAIL = (
    (Base.UserComment, COMMENT),
    (Base.CameraOwnerName, OWNER),
    (Base.BodySerialNumber, CAMERA),
    (Base.LensModel, CAMERA),
)
# Where a TIFF keeps XMP, IPTC and what Photoshop writes.
IN_PACKETS = (0x02BC, 0x83BB, 0x8649)
CODED = (b"ASCII\0\0\0", b"UNICODE\0", b"JIS\0\0\0\0\0")
# Another way to write a place down: "51,28.8N" for a latitude.
PLACE_IN_XML = re.compile(rb"GPS(?:Latitude|Longitude)[>=\"'\s]+([0-9][0-9.,]*[NSEW])")
DEGREES = re.compile(r"([0-9]+)(?:,([0-9.]+))?(?:,([0-9.]+))?([NSEW])")
WAYS = {"N": "north", "S": "south", "E": "east", "W": "west"}


def look(contents: bytes, kind: FileKind, seen: Seen, shows: bool) -> None:
    """Look at a picture."""
    if kind in CLEANED and kind is not FileKind.TIFF:
        # Taken from the file itself: also a picture that is too large to show says where it was.
        _say_remarks(remarks_of(contents, kind), seen)
    try:
        picture = opened(contents)
    except TOO_LARGE:
        seen.say(UNSHOWN, f"it is larger than {MOST_PIXELS // 1_000_000} million pixels")
        return
    except Exception:
        seen.say(UNREAD, "it is damaged, or was cut off")
        return
    with picture:
        seen.say(SIZE, f"{picture.width:,} × {picture.height:,} pixels")
        if kind is FileKind.TIFF:
            seen.pages = min(int(getattr(picture, "n_frames", 1)), MOST_FRAMES)
            picture.seek(0)
            _say_exif(picture.getexif(), seen)
        elif kind is FileKind.GIF:
            seen.say(COMMENT, _decoded(picture.info.get("comment", b"")))
        if shows:
            _show(picture, seen)


def as_png(picture: Image.Image) -> bytes:
    """Return a picture as a PNG without anything beside it."""
    if picture.mode not in ("RGB", "RGBA", "L"):
        picture = picture.convert("RGBA" if "A" in picture.mode else "RGB")
    picture.info.clear()
    written = BytesIO()
    picture.save(written, "PNG", optimize=True)
    return written.getvalue()


def shown(picture: Image.Image) -> bytes:
    """Return a picture made smaller and the way it was held, as a PNG."""
    # A large JPEG is read at half its size or less, which takes a quarter of the room.
    picture.draft("RGB", (2 * WIDEST, 2 * WIDEST))
    if picture.mode == "P":
        picture = picture.convert("RGBA")
    small = ImageOps.exif_transpose(picture)
    small.thumbnail((WIDEST, WIDEST))
    return as_png(small)


def _show(picture: Image.Image, seen: Seen) -> None:
    try:
        seen.picture = shown(picture)
    except Exception:
        seen.say(UNSHOWN, "it is damaged, or was cut off")


def _say_remarks(remarks: Remarks, seen: Seen) -> None:
    if remarks.exif:
        exif = Image.Exif()
        try:
            exif.load(remarks.exif)
            _say_exif(exif, seen)
        except Exception:
            seen.say(EDITING, "camera data that cannot be read")
    for each in remarks.texts:
        seen.say(COMMENT, each)
    for packet in remarks.packets:
        _say_packet(packet, seen)
    if remarks.others:
        seen.say(EDITING, ", ".join(remarks.others))
    if remarks.is_followed:
        seen.say(EMBEDDED, "further bytes after the picture, such as a second picture")


def _say_packet(packet: bytes, seen: Seen) -> None:
    found = [each.decode("ascii") for each in PLACE_IN_XML.findall(packet)]
    if found and PLACE not in seen.properties:
        seen.say(PLACE, ", ".join(filter(None, (_degrees(each) for each in found[:2]))))
    seen.say(EDITING, "a description in XML (XMP)")


def _degrees(written: str) -> str:
    found = DEGREES.fullmatch(written)
    if not found:
        return ""
    degrees, minutes, seconds, way = found.groups()
    figure = int(degrees) + float(minutes or 0) / 60 + float(seconds or 0) / 3600
    return f"{figure:.2f}° {WAYS[way]}"


def _say_exif(exif: Image.Exif, seen: Seen) -> None:
    seen.say(CAMERA, _camera(exif))
    detail = _part(exif, ExifTags.IFD.Exif)
    seen.say(TAKEN, stamped(_decoded(detail.get(Base.DateTimeOriginal, ""))))
    seen.say(MADE, stamped(_decoded(exif.get(Base.DateTime, ""))))
    for tag, name in SAID:
        seen.say(name, _decoded(exif.get(tag, ""), wide=tag.name.startswith("XP")))
    for tag, name in IN_DETAIL:
        said = _decoded(detail.get(tag, ""))
        seen.say(name, f"number {said}" if said and tag is Base.BodySerialNumber else said)
    if detail.get(Base.MakerNote):
        seen.say(CAMERA, "the maker’s own notes")
    if any(tag in exif for tag in IN_PACKETS):
        seen.say(EDITING, "a description by another program (XMP or IPTC)")
    place = _part(exif, ExifTags.IFD.GPSInfo)
    if place:
        seen.say(PLACE, _place(place) or "a place that cannot be read")


def _part(exif: Image.Exif, which: ExifTags.IFD) -> dict[int, Any]:
    try:
        return dict(exif.get_ifd(which))
    except Exception:
        return {}


def _camera(exif: Image.Exif) -> str:
    make, model = _decoded(exif.get(Base.Make, "")), _decoded(exif.get(Base.Model, ""))
    return model if model.casefold().startswith(make.casefold()) else f"{make} {model}"


def _place(place: dict[int, Any]) -> str:
    """Return a place to about a kilometre, "51.48° north, 3.18° west"; the file may be nearer."""
    tags = ExifTags.GPS
    found = []
    for figure, way in (
        (tags.GPSLatitude, tags.GPSLatitudeRef),
        (tags.GPSLongitude, tags.GPSLongitudeRef),
    ):
        try:
            degrees, minutes, seconds = (float(each) for each in place[figure])
            said = WAYS[_decoded(place[way]).strip()[:1].upper()]
        except (KeyError, TypeError, ValueError, ZeroDivisionError):
            continue
        found.append(f"{degrees + minutes / 60 + seconds / 3600:.2f}° {said}")
    return ", ".join(found)


def _decoded(held: object, *, wide: bool = False) -> str:
    if isinstance(held, bytes):
        for code in CODED:
            if held.startswith(code):
                wide, held = code.startswith(b"UNICODE"), held[len(code) :]
        return held.decode("utf-16-le" if wide else "utf-8", "replace").strip("\0 ")
    return str(held).strip("\0 ")
