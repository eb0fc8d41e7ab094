"""Evidence from the files that a Leap2A feed comes with."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from ...domain.evidence import Evidence
from ...domain.problems import ProblemError
from ..enclosed_files import Enclosed
from ..media_types import media_type
from ..strict import shown
from ..zip_safety import bare_name
from .entry import Entry, Link
from .sorts import Around

# Where Mahara 22.10 puts files, and where earlier ones did.
FOLDERS = ("export_info/files/", "files/")
NUMBERED = re.compile(r"^\d+-")
ENDING = re.compile(r"\.\w{1,8}$")
UNKNOWN = "application/octet-stream"
MEDIA_TYPE = re.compile(r"[\w.+-]{1,60}/[\w.+-]{1,80}", re.ASCII)
MOST_REMARKS = 100


@dataclass(slots=True)
class Attached:
    """The files beside a feed, and which of them could not be had."""

    enclosed: Enclosed
    missing: list[str] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)

    @property
    def remarks(self) -> Iterator[str]:
        """Yield what is to be said of files that are not there or could not be read."""
        yield from self.unread[:MOST_REMARKS]
        for title in self.missing[:MOST_REMARKS]:
            yield f"“{shown(title)}” comes in without its file: that was not exported with it."
        more = len(self.unread[MOST_REMARKS:]) + len(self.missing[MOST_REMARKS:])
        if more:
            yield f"{more:,} more come in without their files."

    def of_file(self, about: Evidence, entry: Entry, here: Around) -> Evidence:
        """Return evidence with the file that its entry is for, where there is one."""
        links = list(_outside(entry, here))
        return self._with(about, links[0]) if links else replace(about, sha256="", size=0)

    def carried(self, about: Evidence, entry: Entry, here: Around) -> Iterator[Evidence]:
        """Yield the files that an entry which is no file itself carries along."""
        for link in _outside(entry, here):
            made = here.id_of(Entry(id=f"{entry.id} {link.to}", title=link.to))
            yield self._with(replace(about, id=made), link)

    def _with(self, about: Evidence, link: Link) -> Evidence:
        name = NUMBERED.sub("", bare_name(link.to)) or bare_name(link.to)
        title = about.title or name
        about = replace(
            about,
            title=title,
            file_name=bare_name(about.file_name) or _file_name(title, name),
            media_type=about.media_type or _media_type(link.media_type, name),
            sha256="",
            size=0,
        )
        key = self.enclosed.find(link.to, *FOLDERS)
        if not key:
            self.missing.append(title)
            return about
        try:
            found = self.enclosed.looked_at(key)
        except ProblemError as problem:
            self.unread.append(f"“{shown(title)}” comes in without its file. {problem.happened}")
            return about
        return replace(about, sha256=found.sha256, size=found.size)


def _outside(entry: Entry, here: Around) -> Iterator[Link]:
    # The edition of 2009 also calls it an enclosure where one entry holds another.
    return (
        each
        for each in entry.links
        if each.relation == "enclosure" and here.target(each.to) is None
    )


def _file_name(title: str, name: str) -> str:
    # Mahara calls a file by its title, and puts a number before that in the ZIP.
    ending = ENDING.search(name)
    is_named = ending is not None and title.lower().endswith(ending[0].lower())
    return bare_name(title) if is_named else name


def _media_type(said: str, name: str) -> str:
    known = media_type(name)
    return said.lower() if known == UNKNOWN and MEDIA_TYPE.fullmatch(said) else known
