"""Files as people keep them for evidence, made here: photographs, documents, PDFs."""

import zipfile
from io import BytesIO
from typing import Any

from PIL import Image, PngImagePlugin
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

CARDIFF = {1: "N", 2: (51.0, 28.0, 48.0), 3: "W", 4: (3.0, 10.0, 48.0)}
CORE = (
    '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="urn:dc" xmlns:dcterms="urn:t">'
    "<dc:creator>Bronwen Łukasiewicz</dc:creator><dc:title>Case of Mr Adeyemi</dc:title>"
    "<cp:lastModifiedBy>Nia Prosser</cp:lastModifiedBy>"
    "<dcterms:created>2026-03-02T09:14:00Z</dcterms:created></cp:coreProperties>"
)
APP = (
    '<Properties xmlns="urn:app"><Application>Microsoft Word</Application><Pages>7</Pages>'
    "<Company>Ysbyty Gwynedd</Company></Properties>"
)
DOCUMENT = (
    '<w:document xmlns:w="urn:w"><w:body>'
    "<w:p><w:r><w:t>NHS num</w:t></w:r><w:r><w:t>ber 999 000 0018</w:t></w:r></w:p>"
    '<w:p><w:del w:author="Siân Ŵyn"><w:r><w:delText>struck out</w:delText></w:r></w:del></w:p>'
    "<w:p><w:txbxContent><w:p><w:r><w:t>in a box</w:t></w:r></w:p></w:txbxContent></w:p>"
    '<w:p><wp:docPr xmlns:wp="urn:wp" descr="A scan of a hip"/></w:p>'
    "</w:body></w:document>"
)
OF_A_DOCUMENT = {
    "[Content_Types].xml": "<Types/>",
    "docProps/core.xml": CORE,
    "docProps/app.xml": APP,
    "word/document.xml": DOCUMENT,
    "word/header1.xml": '<w:hdr xmlns:w="urn:w"><w:p><w:t>At the head</w:t></w:p></w:hdr>',
    "word/footnotes.xml": '<w:f xmlns:w="urn:w"><w:p><w:t>Below a line</w:t></w:p></w:f>',
    "word/comments.xml": (
        '<w:comments xmlns:w="urn:w"><w:comment w:author="Ann Lloyd"><w:p><w:t>Ask her mother'
        "</w:t></w:p></w:comment></w:comments>"
    ),
    "word/_rels/document.xml.rels": (
        '<Relationships><Relationship TargetMode="External" Target="mailto:a@example.org"/>'
        "</Relationships>"
    ),
}
OF_A_WORKBOOK = {
    "[Content_Types].xml": "<Types/>",
    "xl/workbook.xml": "<workbook/>",
    "xl/sharedStrings.xml": "<sst><si><t>Waiting </t><t>list</t></si></sst>",
    "xl/worksheets/sheet1.xml": (
        '<worksheet><row><c t="s"><v>31415</v></c><c><v>9990000018</v></c></row></worksheet>'
    ),
}
OF_SLIDES = {
    "[Content_Types].xml": "<Types/>",
    "ppt/presentation.xml": "<p/>",
    "ppt/slides/slide1.xml": "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>Falls</a:t></a:p></p:sld>",
    "ppt/slides/slide2.xml": "<p:sld xmlns:p='p' xmlns:a='a'><a:p><a:t>Hips</a:t></a:p></p:sld>",
    "ppt/notesSlides/notesSlide1.xml": "<n xmlns:a='a'><a:p><a:t>Say why</a:t></a:p></n>",
}
META = (
    '<o:meta xmlns:o="o" xmlns:m="m" xmlns:meta="urn:meta" xmlns:dc="urn:dc">'
    "<meta:initial-creator>Rhys Bevan</meta:initial-creator><dc:creator>Nia</dc:creator>"
    '<meta:document-statistic meta:page-count="3"/></o:meta>'
)


def zipped(parts: dict[str, str], *, kind: str = "") -> bytes:
    """Return a ZIP of texts by name; a document of OpenDocument names its kind first."""
    written = BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as packed:
        if kind:
            packed.writestr(zipfile.ZipInfo("mimetype"), kind)
        for name, words in parts.items():
            packed.writestr(name, words)
    return written.getvalue()


def open_document() -> bytes:
    """Return a text in OpenDocument's format."""
    content = (
        '<o:doc xmlns:o="o" xmlns:text="t"><text:p>Dear <text:span>Mr</text:span> Jones</text:p>'
        "</o:doc>"
    )
    parts = {"content.xml": content, "meta.xml": META}
    return zipped(parts, kind="application/vnd.oasis.opendocument.text")


def photograph(form: str = "JPEG", *, turned: int = 6, size: tuple[int, int] = (640, 480)) -> bytes:
    """Return a photograph that says where, when and with what it was taken."""
    picture = Image.effect_noise(size, 60).convert("RGB")
    exif = Image.Exif()
    exif[0x010F], exif[0x0110] = "Apple", "iPhone 13"
    exif[0x0112], exif[0x0131] = turned, "17.1"
    exif.get_ifd(0x8769)[0x9003] = "2026:03:12 14:03:01"
    exif.get_ifd(0x8825).update(CARDIFF)
    more: dict[str, Any] = {"exif": exif.tobytes()}
    if form == "JPEG":
        more |= {"comment": b"Mrs Canary at home", "quality": 80}
    if form == "PNG":
        words = PngImagePlugin.PngInfo()
        words.add_text("Author", "Bronwen Canary")
        more["pnginfo"] = words
    written = BytesIO()
    picture.save(written, form, **more)
    return written.getvalue()


def pdf(pages: int = 2, *, password: str = "") -> bytes:
    """Return a PDF that says who made it."""
    written = BytesIO()
    locked = StandardEncryption(password) if password else None
    canvas = Canvas(written, (595, 842), encrypt=locked)
    canvas.setAuthor("Bronwen Łukasiewicz")
    canvas.setTitle("Case of Mr Adeyemi")
    for page in range(1, pages + 1):
        canvas.drawString(50, 700, f"Words on page {page}")
        canvas.showPage()
    canvas.save()
    return written.getvalue()
