"""The archive's description, held against what the app keeps: kind by kind and field by field."""

import re
from pathlib import Path

import pytest

from ahp_companion.domain.kinds import KINDS, Kind
from ahp_companion.domain.records import shapes
from ahp_companion.domain.words import Word
from ahp_companion.exchange.archive import VERSION
from ahp_companion.exchange.zip_safety import MOST_BYTES, MOST_ENTRIES

DESCRIPTION = (Path(__file__).parents[2] / "docs" / "archive-format.md").read_text("utf-8")


def _rows(kind: Kind) -> dict[str, str]:
    part = DESCRIPTION.split(f"### `{kind.name}`\n")[1].split("\n### ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| (.+?) \| .+ \|$", part, re.MULTILINE))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_a_kind_is_described_field_by_field(kind: Kind) -> None:
    rows = _rows(kind)
    assert list(rows) == [shape.name for shape in shapes(kind.record)]
    for shape in shapes(kind.record):
        value = rows[shape.name]
        assert shape.optional == value.endswith(" or null")
        assert shape.many == value.startswith("list of ")
        if shape.link:
            assert f"`{shape.link}`" in value
        elif issubclass(shape.type, Word):
            assert re.findall(r"`(.+?)`", value) == [str(each) for each in shape.type]


def test_no_kind_is_described_that_is_not_kept() -> None:
    assert re.findall(r"^### `(\w+)`$", DESCRIPTION, re.MULTILINE) == [kind.name for kind in KINDS]


def test_the_version_and_the_limits_are_the_code_s() -> None:
    assert f"This is version {VERSION}." in DESCRIPTION
    assert f"{MOST_ENTRIES:,} files, {MOST_BYTES // 1_000_000} MB in one of them" in DESCRIPTION
