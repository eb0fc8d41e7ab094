"""Workbooks as spreadsheets write them, part by part: no package here writes one."""

import io
import zipfile
from collections.abc import Mapping
from html import escape

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SHEETS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
# The styles that a cell can have, by their place in `cellXfs` below.
PLAIN, DAY, LENGTH, CLOCK, BRITISH = range(5)
STYLES = (
    f'{HEAD}<styleSheet xmlns="{SHEETS}"><numFmts count="2">'
    '<numFmt numFmtId="164" formatCode="[h]:mm"/><numFmt numFmtId="165" formatCode="dd/mm/yyyy"/>'
    '</numFmts><cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/>'
    '<xf numFmtId="20"/><xf numFmtId="165"/></cellXfs></styleSheet>'
)
OPEN_NAMES = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
)
OPEN_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def text(words: str) -> str:
    """Return a cell with its words in it, as programs write that keep no list of strings."""
    return f't="inlineStr"><is><t xml:space="preserve">{escape(words)}</t></is>'


def shared(at: int) -> str:
    """Return a cell whose words are the string at a place, as Excel writes them."""
    return f't="s"><v>{at}</v>'


def number(value: float, style: int = PLAIN) -> str:
    """Return a cell with a number, shown in a style."""
    return f's="{style}"><v>{value}</v>'


def row(at: int, *cells: str) -> str:
    """Return a row of cells, from column A."""
    made = (
        f'<c r="{chr(65 + column)}{at}" {cell}</c>' for column, cell in enumerate(cells) if cell
    )
    return f'<row r="{at}">{"".join(made)}</row>'


def workbook(sheets: Mapping[str, str], strings: tuple[str, ...] = (), prolog: str = "") -> bytes:
    """Return an Excel workbook with the rows of its sheets."""
    names = list(sheets)
    links = [
        f'<Relationship Id="rId{at}" Type="{LINKS}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(names) + 1)
    ]
    links.append(f'<Relationship Id="rId90" Type="{LINKS}/styles" Target="styles.xml"/>')
    links.append(
        f'<Relationship Id="rId91" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
    )
    listed = "".join(
        f'<sheet name="{escape(name)}" sheetId="{at}" r:id="rId{at}"/>'
        for at, name in enumerate(names, start=1)
    )
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship '
        f'Id="rId1" Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{HEAD}<workbook xmlns="{SHEETS}" xmlns:r="{LINKS}">'
        f"<sheets>{listed}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f"{''.join(links)}</Relationships>",
        "xl/styles.xml": STYLES,
        "xl/sharedStrings.xml": f'{HEAD}<sst xmlns="{SHEETS}">'
        + "".join(f"<si><t>{escape(each)}</t></si>" for each in strings)
        + "</sst>",
    }
    for at, name in enumerate(names, start=1):
        parts[f"xl/worksheets/sheet{at}.xml"] = (
            f'{HEAD}{prolog}<worksheet xmlns="{SHEETS}"><sheetData>{sheets[name]}</sheetData>'
            "</worksheet>"
        )
    return packed(parts)


def open_workbook(name: str, rows: str) -> bytes:
    """Return a workbook as LibreOffice writes it, with the rows of one sheet."""
    return packed(
        {
            "mimetype": OPEN_TYPE,
            "Configurations2/": "",
            "content.xml": f'{HEAD}<office:document-content {OPEN_NAMES} office:version="1.3">'
            f'<office:body><office:spreadsheet><table:table table:name="{escape(name)}">{rows}'
            "</table:table></office:spreadsheet></office:body></office:document-content>",
            "META-INF/manifest.xml": f'{HEAD}<manifest:manifest xmlns:manifest="urn:oasis:names:tc:'
            f'opendocument:xmlns:manifest:1.0"><manifest:file-entry manifest:full-path="/" '
            f'manifest:media-type="{OPEN_TYPE}"/></manifest:manifest>',
        }
    )


def packed(parts: Mapping[str, str | bytes]) -> bytes:
    """Return a ZIP of some parts; the first is stored as it is, as LibreOffice's has to be."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as opened:
        for at, (name, part) in enumerate(parts.items()):
            how = zipfile.ZIP_DEFLATED if at or name != "mimetype" else zipfile.ZIP_STORED
            opened.writestr(name, part, how)
    return made.getvalue()
