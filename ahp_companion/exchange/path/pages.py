"""A page of Path's: its front matter, its parts under headings, and the pages it links to."""

import re
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass, field
from typing import Any

from ..plain_words import clean
from ..zip_safety import bare_name, key_of
from .front_matter import Value, front_matter, words

WIKILINK = re.compile(r"!?\[\[([^\[\]|\n]{1,300})(?:\|([^\[\]\n]{1,300}))?\]\]")
# A Markdown link to something beside the page; an address elsewhere stays as it is written.
BESIDE = re.compile(r"!?\[[^\[\]\n]{0,300}\]\(<?([^()<>\n:]{1,300})>?\)")
HEADING = re.compile(r"(#{1,2})[ \t]+(.*?)[ \t]*#*")
FENCE = re.compile(r"[ \t]{0,3}(```|~~~)")
DATED = re.compile(r"\d{4}-\d{2}-\d{2}-?")


@dataclass(slots=True)
class Page:
    """A page as it was read; `parts` are headings with the words under them, the first without.

    `name` is its place among the others without ending, “cpd/2026-04-15-conference”.
    """

    name: str
    held: dict[str, Value] = field(default_factory=dict)
    parts: list[tuple[str, str]] = field(default_factory=list)
    links: list[str] = field(default_factory=list)

    @property
    def type(self) -> str:
        """Return what sort of page it is, as its front matter says."""
        return self.one("type").lower()

    @property
    def title(self) -> str:
        """Return the title: as given, else its heading, else its name without the day."""
        headed = next((heading[2:] for heading, _ in self.parts if heading.startswith("# ")), "")
        last = self.name.rpartition("/")[2]
        bare = DATED.sub("", last) or last
        return self.one("title") or headed or re.sub(r"[-_]+", " ", bare).strip().capitalize()

    def one(self, key: str) -> str:
        """Return a value as a line."""
        return clean(" ".join(words(self.held.get(key))))

    def rows(self, key: str) -> list[dict[str, Any]]:
        """Return a list of tables, such as qualifications by year."""
        held = self.held.get(key)
        return [each for each in held if isinstance(each, dict)] if isinstance(held, list) else []

    def alone(self, key: str) -> list[str]:
        """Return the lines that stand in a list instead of a table each."""
        held = self.held.get(key)
        return [each for each in held if isinstance(each, str)] if isinstance(held, list) else []

    def words(self, key: str) -> list[str]:
        """Return the words of a value, one by one where it is a list."""
        return words(self.held.get(key))

    def linked(self, key: str) -> list[str]:
        """Return the names of the pages and files that those words link to."""
        return [_target(each) for each in self.words(key)]

    def rest(self, used: Container[str]) -> list[str]:
        """Return a line for each value whose name is not among those that were used."""
        return [
            f"{key.replace('_', ' ').capitalize()}: {', '.join(words(held))}"
            for key, held in self.held.items()
            if key not in used and words(held)
        ]

    def heading(self, written: str) -> str:
        """Return a heading without its mark; nothing for the page's own title."""
        bare = written.lstrip("#").strip()
        return "" if written.startswith("# ") and bare == self.title else bare

    @property
    def body(self) -> str:
        """Return everything behind the front matter, headings too, but not its title again."""
        said = (
            "\n".join(part for part in (heading if self.heading(heading) else "", text) if part)
            for heading, text in self.parts
        )
        return "\n\n".join(each for each in said if each)


def read_page(name: str, text: str) -> Page:
    """Return a page; raises ValueError with the reason where its front matter cannot be read."""
    held, body = front_matter(text)
    found = [_target(each[1]) for each in WIKILINK.finditer(body)]
    found += [_target(each[1]) for each in BESIDE.finditer(body)]
    return Page(
        name=name,
        held={key.strip().lower(): value for key, value in held.items()},
        parts=list(_parts(clean(body))),
        links=list(dict.fromkeys(found)),
    )


def with_titles(text: str, title_of: Callable[[str], str]) -> str:
    """Return text with what each [[link]] leads to in words: its label, or the page's title."""

    def said(found: re.Match[str]) -> str:
        target = _target(found[1])
        return found[2] or title_of(target) or bare_name(target)

    return WIKILINK.sub(said, text)


def _target(written: str) -> str:
    bare = written.strip().removeprefix("!").strip("[]").partition("|")[0].partition("#")[0]
    return key_of(bare.strip().removeprefix("../")).removesuffix(".md")


def _parts(body: str) -> Iterator[tuple[str, str]]:
    heading, lines, fence = "", list[str](), ""
    for each in body.split("\n"):
        mark = FENCE.match(each)
        if mark and (not fence or mark[1] == fence):
            fence = "" if fence else mark[1]
        found = None if fence else HEADING.fullmatch(each)
        if found:
            yield heading, "\n".join(lines).strip()
            heading, lines = f"{found[1]} {found[2]}", []
        else:
            lines.append(each)
    yield heading, "\n".join(lines).strip()
