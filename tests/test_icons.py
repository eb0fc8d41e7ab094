"""The icons are one family, and each of them can be drawn."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from ahp_companion import assets

FOLDER = assets.root() / "icons"
FAMILY = sorted(path for path in FOLDER.glob("*.svg") if path.stem != "app")
SIDEBAR = (
    "overview",
    "preceptorship",
    "meetings",
    "time",
    "reflections",
    "confidence",
    "workbooks",
    "cpd",
    "audit",
)
ROOT = {
    "width": "24",
    "height": "24",
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "#000000",
    "stroke-width": "1.5",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}
SVG = "{http://www.w3.org/2000/svg}"
SCALE = 4  # pixels to one unit of the grid, so that quarters of a unit fall on whole pixels

each_icon = pytest.mark.parametrize("path", FAMILY, ids=[path.stem for path in FAMILY])


def text_of(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def parts_of(path: Path) -> list[ElementTree.Element]:
    return list(ElementTree.fromstring(text_of(path)).iter())  # noqa: S314 - our own files


def picture(svg: str, size: int = 24 * SCALE) -> QImage:
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_RGBA8888_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


def pixels(image: QImage) -> bytes:
    return bytes(image.constBits())


def ink(image: QImage) -> QRectF:
    """Return the rectangle, in units of the grid, outside which nothing is drawn."""
    alpha, width = pixels(image)[3::4], image.width()
    rows = [y for y in range(image.height()) if any(alpha[y * width : (y + 1) * width])]
    columns = [x for x in range(width) if any(alpha[x::width])]
    left, top = columns[0] / SCALE, rows[0] / SCALE
    return QRectF(left, top, (columns[-1] + 1) / SCALE - left, (rows[-1] + 1) / SCALE - top)


def test_every_entry_of_the_sidebar_has_its_icon() -> None:
    drawn = {path.stem for path in FAMILY}
    assert [name for name in SIDEBAR if name not in drawn] == []


def test_names_are_lower_case_words_joined_by_hyphens() -> None:
    assert [path.name for path in FAMILY if not re.fullmatch(r"[a-z]+(-[a-z]+)*", path.stem)] == []


@each_icon
def test_an_icon_stands_on_the_grid_of_24_with_the_family_line(path: Path) -> None:
    root = parts_of(path)[0]
    assert root.tag == f"{SVG}svg"
    assert root.attrib == ROOT


@each_icon
def test_an_icon_names_one_colour_only(path: Path) -> None:
    colours = re.findall(r"#[0-9A-Za-z]+|currentColor|rgba?\(|url\(|style=|class=", text_of(path))
    assert set(colours) == {"#000000"}


@each_icon
def test_only_the_half_ring_is_filled(path: Path) -> None:
    inside = [part.attrib for part in parts_of(path)[1:]]
    filled = [part for part in inside if part.get("fill", "none") != "none"]
    if path.stem == "under-way":
        assert [(part["fill"], part["stroke"]) for part in filled] == [("#000000", "none")]
    else:
        assert filled == []


@each_icon
def test_an_icon_is_made_of_plain_strokes(path: Path) -> None:
    tags = {part.tag.removeprefix(SVG) for part in parts_of(path)[1:]}
    assert tags
    assert tags <= {"path", "circle", "rect", "g"}


@each_icon
def test_a_selected_entry_can_be_given_the_stronger_line(path: Path) -> None:
    assert text_of(path).count('stroke-width="1.5"') == 1


@each_icon
@pytest.mark.parametrize("size", [16, 18, 20])
def test_an_icon_can_be_seen_at_the_sizes_it_is_used_in(path: Path, size: int) -> None:
    alpha = pixels(picture(text_of(path), size))[3::4]
    assert max(alpha) > 150
    assert sum(alpha) / 255 > 6  # "more", the least of them, covers nearly eight


@each_icon
def test_the_drawing_keeps_its_margin(path: Path) -> None:
    half_a_line = 0.75
    least, most = 3.5 - half_a_line, 20.5 + half_a_line
    drawn = ink(picture(text_of(path)))
    assert min(drawn.left(), drawn.top()) >= least
    assert max(drawn.right(), drawn.bottom()) <= most


@each_icon
def test_the_drawing_stands_in_the_middle(path: Path) -> None:
    middle = ink(picture(text_of(path))).center()
    assert abs(middle.x() - 12) <= 0.5
    assert abs(middle.y() - 12) <= 0.5


@each_icon
def test_a_replaced_colour_reaches_every_stroke(path: Path) -> None:
    drawn = pixels(picture(text_of(path).replace("#000000", "#ff0000")))
    assert drawn[0::4] == drawn[3::4]
    assert not any(drawn[1::4])
    assert not any(drawn[2::4])


def test_no_two_icons_look_the_same() -> None:
    pictures = {pixels(picture(text_of(path), 16)) for path in FAMILY}
    assert len(pictures) == len(FAMILY)


def test_the_mark_is_white_on_the_accent() -> None:
    mark = picture(text_of(assets.icon("app")), 22)
    assert mark.pixelColor(11, 2).name() == "#0b6170"
    assert mark.pixelColor(11, 6).name() == "#ffffff"
    assert mark.pixelColor(0, 0).alpha() == 0


def test_the_mark_for_windows_holds_every_size_it_asks_for() -> None:
    reader = QImageReader(str(FOLDER / "app.ico"))
    sizes = set()
    for number in range(reader.imageCount()):
        reader.jumpToImage(number)
        sizes.add(reader.read().width())
    assert sizes == {16, 24, 32, 48, 64, 128, 256}


def test_the_mark_for_linux_is_a_picture_256_pixels_wide() -> None:
    mark = QImage(str(FOLDER / "app.png"))
    assert (mark.width(), mark.height()) == (256, 256)
    assert mark.pixelColor(128, 20).name() == "#0b6170"


def test_the_mark_for_macos_is_whole() -> None:
    written = (FOLDER / "app.icns").read_bytes()
    assert written[:4] == b"icns"
    assert int.from_bytes(written[4:8], "big") == len(written)
    assert b"ic10" in written  # 1024 pixels, for a sharp screen
