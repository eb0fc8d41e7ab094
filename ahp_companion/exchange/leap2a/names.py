"""The names of Leap2A: which vocabulary a namespace stands for, whatever its prefix and edition.

Mahara has written the same vocabulary under several addresses: the specification's own, its
edition of March 2009, and since 2022 copies of both at the Web Archive. They are told apart by
what is left of an address when that is taken off.
"""

import re
from functools import lru_cache
from urllib.parse import unquote

ATOM = "http://www.w3.org/2005/Atom"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
LEAP2_AS_SPECIFIED = "http://terms.leapspecs.org/"
CATEGORIES = "https://web.archive.org/web/20120819100914/http://wiki.leapspecs.org:80/2A/categories"
MAHARA = "https://wiki.mahara.org/wiki/Developer_Area/Import//Export/LEAP_Extensions"
VERSION = "http://www.leapspecs.org/2010-07/2A/"
XHTML = "http://www.w3.org/1999/xhtml"
# Our own records, whole, for a portfolio that brings its own file back; others pass them over.
OWN = "urn:x-ahp-companion:leap2a"

VOCABULARIES = {
    "www.w3.org/2005/atom": "atom",
    "www.w3.org/1999/02/22-rdf-syntax-ns": "rdf",
    "terms.leapspecs.org": "leap2",
    "wiki.cetis.ac.uk/2009-03/leap2a_predicates": "leap2",
    "wiki.cetis.ac.uk/2009-03/leap2a_types": "leap2",
    "wiki.leapspecs.org/2a/categories": "categories",
    "wiki.cetis.ac.uk/2009-03/leap2a_categories": "categories",
    "wiki.mahara.org/wiki/developer_area/import//export/leap_extensions": "mahara",
    "wiki.mahara.org/developer_area/import//export/leap_extensions": "mahara",
    "www.w3.org/1999/xhtml": "xhtml",
    OWN: "own",
}
COPY = re.compile(r"^https?://web\.archive\.org/web/\d+(id_)?/")
SCHEME_OR_PORT = re.compile(r"^https?://|:80(?=/)")
LAST_PART = re.compile(r"[^:/#\[\]]*$")


@lru_cache(maxsize=4096)
def name_in(tag: str) -> str:
    """Return a tag with the name of its vocabulary, “leap2:date”; “?:date” for one not known."""
    address, brace, local = tag.removeprefix("{").rpartition("}")
    return f"{vocabulary(address) if brace else ''}:{local}"


def vocabulary(address: str) -> str:
    """Return what vocabulary the address of a namespace stands for; “?” for none known here."""
    bare = SCHEME_OR_PORT.sub("", COPY.sub("", unquote(address).strip())).rstrip("/#")
    return VOCABULARIES.get(bare.lower(), "?")


def term(written: str) -> str:
    """Return the last part of a term: “has_part” for “leap2:has_part” or a whole address."""
    found = LAST_PART.search(written.strip().rstrip("/#]"))
    return found[0].lower() if found else ""


def local(tag: str) -> str:
    """Return the name of a tag or an attribute without its namespace."""
    return tag.rpartition("}")[2]
