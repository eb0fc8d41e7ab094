"""Pictures as pages take them: upright, no larger than print needs, and nothing beside them."""

import struct
import warnings
import zlib
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from PIL import Image, ImageOps, ImageSequence
from pypdf.generic import NameObject, NumberObject, StreamObject

from .reading import UnmergedError, entry, packing

FORMATS = ("PNG", "JPEG", "WEBP", "GIF", "TIFF")
MOST_PIXELS, MOST_FRAMES, MOST_BYTES = 40_000_000, 2_000, 100_000_000
# On A4 about 200 points to the inch, as much as most printers show of a photograph.
LONGEST_SIDE, QUALITY = 2_000, 85
# Letters and lines lose by JPEG's haze; they pack well without it.
PACKED_ANYWAY, PACKED_TIMES = 400_000, 2
SMALLER_SIDE, SMALLER_QUALITY = 1_600, 75
START_OF_SCAN = 0xDA
# Segments of a JPEG that hold words, places and makers' own remarks.
REMARKS = frozenset({*range(0xE1, 0xEE), 0xEF, 0xFE})
COLOURS = {"/DeviceRGB": "RGB", "/DeviceGray": "L"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A picture's points as a PDF takes them, as JPEG or packed, and their number."""

    contents: bytes
    width: int
    height: int
    is_grey: bool
    is_jpeg: bool


def placed(contents: bytes) -> list[Placed]:
    """Return a picture ready for a page; of a TIFF each frame, of what moves the first.

    Raises UnmergedError for what is too large, and whatever Pillow does for what is damaged.
    """
    try:
        # What it finds odd it would print, with words out of the file.
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return _frames(contents)
    except Image.DecompressionBombError as reason:
        most = MOST_PIXELS // 1_000_000
        raise UnmergedError(f"the picture is larger than {most} million pixels") from reason


def bare_jpeg(contents: bytes) -> bytes:
    """Return a JPEG without what stands in it beside the picture; one that is odd as it was."""
    kept, at = [contents[:2]], 2
    while at + 4 <= len(contents) and contents[at] == 0xFF and contents[at + 1] != START_OF_SCAN:
        (length,) = struct.unpack_from(">H", contents, at + 2)
        if contents[at + 1] not in REMARKS or _is_profile(contents[at + 4 : at + 16]):
            kept.append(contents[at : at + 2 + length])
        at += 2 + length
    if contents[at : at + 2] != b"\xff\xda":
        return contents
    return b"".join([*kept, contents[at:]])


def smaller_picture(stream: StreamObject) -> StreamObject:
    """Return a PDF's picture with fewer points; the same where it is none that can be."""
    if entry(stream, "/Subtype") != "/Image" or "/Mask" in stream or "/Decode" in stream:
        return stream
    try:
        picture = _picture_in(stream)
    except Exception:
        return stream
    if picture is None or picture.mode not in COLOURS.values():
        return stream
    picture.thumbnail((SMALLER_SIDE, SMALLER_SIDE))
    written = BytesIO()
    picture.save(written, "JPEG", quality=SMALLER_QUALITY, optimize=True)
    if written.tell() >= len(stream._data):
        return stream
    made = StreamObject()
    made.update((name, stream.raw_get(name)) for name in stream)
    made.pop("/DecodeParms", None)
    made._data = written.getvalue()
    for name, held in (
        ("/Filter", NameObject("/DCTDecode")),
        ("/Width", NumberObject(picture.width)),
        ("/Height", NumberObject(picture.height)),
        ("/BitsPerComponent", NumberObject(8)),
    ):
        made[NameObject(name)] = held
    return made


def _frames(contents: bytes) -> list[Placed]:
    made: list[Placed] = []
    with _opened(contents) as picture:
        for each in ImageSequence.Iterator(picture) if picture.format == "TIFF" else (picture,):
            made.append(_placed(each))
            if len(made) > MOST_FRAMES or sum(len(one.contents) for one in made) > MOST_BYTES:
                raise UnmergedError("it has more pages than can be merged")
    return made


def _opened(contents: bytes) -> Image.Image:
    picture = Image.open(BytesIO(contents), formats=FORMATS)
    if picture.width * picture.height > MOST_PIXELS:
        raise Image.DecompressionBombError
    return picture


def _placed(picture: Image.Image) -> Placed:
    is_photograph = picture.format in ("JPEG", "WEBP")
    # A large JPEG is read at half its size, which takes a quarter of the room.
    picture.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
    is_plain = picture.mode in COLOURS.values() and not picture.has_transparency_data
    plain = picture if is_plain else _on_white(ImageOps.exif_transpose(picture))
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE), Image.Resampling.LANCZOS)
    plain = ImageOps.exif_transpose(plain)
    written = BytesIO()
    plain.save(written, "JPEG", quality=QUALITY, optimize=True)
    contents, is_jpeg = written.getvalue(), True
    if not is_photograph:
        packed = zlib.compress(plain.tobytes(), 9)
        if len(packed) <= max(PACKED_ANYWAY, PACKED_TIMES * len(contents)):
            contents, is_jpeg = packed, False
    return Placed(
        contents=contents,
        width=plain.width,
        height=plain.height,
        is_grey=plain.mode == "L",
        is_jpeg=is_jpeg,
    )


def _on_white(picture: Image.Image) -> Image.Image:
    """Return a picture in grey or colour; where one sees through it there is paper."""
    if picture.mode == "1":
        return picture.convert("L")
    if picture.mode.startswith("I"):
        return picture.point(_of_65536).convert("L")
    if picture.has_transparency_data:
        clear = picture.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return picture.convert("RGB")


def _of_65536(level: Any) -> Any:
    return level * (1 / 257)


def _is_profile(body: bytes) -> bool:
    return body.startswith(b"ICC_PROFILE")


def _picture_in(stream: StreamObject) -> Image.Image | None:
    """Return the points of a PDF's picture; None where they are kept in a way not known here."""
    if packing(stream) == "/DCTDecode":
        return _opened(stream._data)
    mode = COLOURS.get(str(entry(stream, "/ColorSpace")))
    is_plain = packing(stream) == "/FlateDecode" and entry(stream, "/BitsPerComponent") == 8
    size = int(entry(stream, "/Width")), int(entry(stream, "/Height"))
    if mode is None or not is_plain or size[0] * size[1] > MOST_PIXELS:
        return None
    return Image.frombytes(mode, size, stream.get_data())
