"""What a PDF says about itself to programs: its title, whose it is, and which standard it keeps to.

The same words stand in two places, as PDF/UA-1 (ISO 14289-1) and readers of either ask for them.
"""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from xml.sax.saxutils import escape

from reportlab.pdfbase.pdfdoc import XMP

LANGUAGE = "en-GB"
# What no XML may hold, not even escaped: a reader would refuse all of it for one of them.
UNSAYABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

PACKET = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/"
 xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>{author}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">{subject}</rdf:li></rdf:Alt></dc:description>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<dc:format>application/pdf</dc:format>
<pdf:Producer>{producer}</pdf:Producer>
<xmp:CreatorTool>{creator}</xmp:CreatorTool>
<xmp:CreateDate>{made_at}</xmp:CreateDate>
<xmp:ModifyDate>{made_at}</xmp:ModifyDate>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Properties:
    """What a reader's “Document properties” show; whatever no file can hold has fallen out."""

    title: str
    author: str
    subject: str

    @classmethod
    def of(cls, title: str, author: str, subject: str) -> "Properties":
        """Return properties that can be written; a document without a title has its subject's."""
        said = sayable(subject)
        return cls(title=sayable(title) or said, author=sayable(author), subject=said)


def sayable(words: str) -> str:
    """Return words on one line, without signs that a file's properties cannot hold."""
    return " ".join(UNSAYABLE.sub("", words).split())


def packet(held: Any, on: date) -> XMP:
    """Return the properties of a document made on a day, in the form that programs read."""
    said = {
        name: escape(str(getattr(held, name)))
        for name in ("title", "author", "subject", "producer", "creator")
    }
    words = PACKET.format(language=LANGUAGE, made_at=f"{on.isoformat()}T00:00:00Z", **said)
    return XMP(creator=lambda _document: words.encode())
