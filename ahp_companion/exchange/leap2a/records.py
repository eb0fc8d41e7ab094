"""Records from the entries of a Leap2A feed: what each says, and what it is linked to."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from ...domain.cpd import CpdActivity
from ...domain.evidence import Evidence
from ...domain.practitioner import Qualification, Workplace
from ...domain.reflections import Reflection
from ...domain.words import count, listed, sentence
from ..enclosed_files import Enclosed
from ..strict import shown
from . import own as leap2a_own
from .attached import Attached
from .entry import Entry
from .feed import Feed
from .own import OURS
from .plans import FREE, WORDS, Plan
from .sorts import KNOWN_AS_WORDS, Sort, all_words, around, dates_not_read, sort_of, written_on
from .to_do import plans_of
from .words import day_of, last_day_of, line, minutes_of, with_lines


@dataclass(slots=True)
class Brought:
    """What a feed came to: records, plans, and remarks on what stayed out or is to be known."""

    records: list[Any] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


def records_of(feed: Feed, enclosed: Enclosed) -> Brought:
    """Return everything a feed holds; an entry that cannot be read is named and left out."""
    reader = _Reader(feed, enclosed)
    plans = reader.read()
    return Brought(
        records=[each for held in reader.made.values() for each in held],
        plans=plans,
        remarks=[*feed.unread, *reader.remarks(), *reader.attached.remarks],
    )


class _Reader:
    """Goes through a feed once, keeps what each entry became, and then links that."""

    def __init__(self, feed: Feed, enclosed: Enclosed) -> None:
        self.here = around(feed)
        self.attached = Attached(enclosed)
        self.made: dict[int, list[Any]] = {}
        self.unknown: Counter[str] = Counter()
        self.pages = self.personal = 0

    def read(self) -> list[Plan]:
        planned = []
        for entry in self.here.feed.entries:
            sort = sort_of(entry, self.here)
            if sort is Sort.PLAN:
                planned.append(entry)
            self.personal += sort is Sort.PERSON
            self.made[id(entry)] = list(self._made(entry, sort))
        self._link()
        return list(plans_of(planned, self.here, self._files_of))

    def _made(self, entry: Entry, sort: Sort) -> Iterator[Any]:
        own = [each for each in map(leap2a_own.read, entry.own) if each is not None]
        if own and isinstance(own[0], Evidence):
            yield self.attached.of_file(own[0], entry, self.here)
        elif own:
            yield from own
        else:
            yield from MAKERS[sort](self, entry)
            if sort is not Sort.FILE:
                about = Evidence(on=written_on(entry))
                yield from self.attached.carried(about, entry, self.here)

    def words(self, entry: Entry) -> Iterator[Any]:
        if not (entry.title or entry.words or entry.summary):
            return
        if entry.type not in KNOWN_AS_WORDS:
            self.unknown[entry.type] += 1
        yield Reflection(
            id=self.here.id_of(entry),
            title=entry.title,
            on=written_on(entry),
            model=FREE,
            answers={WORDS: with_lines(all_words(entry), self._every_line(entry))},
        )

    def list_or_page(self, entry: Entry) -> Iterator[Any]:
        # A list is named in what is in it; words of its own would be lost with it.
        if all_words(entry) and not entry.id.startswith(OURS):
            yield from self.words(entry)
        else:
            self.pages += sort_of(entry, self.here) is Sort.PAGE

    def cpd(self, entry: Entry) -> Iterator[Any]:
        begun, ended = (day_of(entry.dates.get(each, "")) for each in ("start", "end"))
        minutes = minutes_of(entry.hours)
        started_on = begun or ended or written_on(entry)
        lines = [
            line("Location", entry.place),
            line("Hours", entry.hours if minutes is None else ""),
            *dates_not_read(entry),
            *self.here.lines(entry),
        ]
        yield CpdActivity(
            id=self.here.id_of(entry),
            title=entry.title,
            started_on=started_on,
            ended_on=ended if started_on and ended and ended > started_on else None,
            minutes=minutes,
            what_i_did=all_words(entry),
            brought_along=with_lines("", lines),
        )

    def qualification(self, entry: Entry) -> Iterator[Any]:
        begun, ended = (day_of(entry.dates.get(each, "")) for each in ("start", "end"))
        is_membership = entry.type == "affiliation"
        # Mahara keeps the sort of a qualification, “BSc”, in an entry beside it.
        sort = next(iter(self.here.linked(entry, "supports")), Entry())
        lines = [
            line("Kind", sort.title if sort.title != entry.title else ""),
            line("Begun", "" if is_membership and begun else entry.dates.get("start", "")),
            *dates_not_read(entry, besides=("start",)),
            line("Place", entry.place),
            line("Hours", entry.hours),
            *self.here.lines(entry),
        ]
        yield Qualification(
            id=self.here.id_of(entry),
            title=entry.title or sort.title,
            awarded_by=self._organisation(entry),
            awarded_on=begun if is_membership else ended,
            expires_on=ended if is_membership else None,
            words=with_lines(all_words(entry), lines),
        )

    def workplace(self, entry: Entry) -> Iterator[Any]:
        employer, ended = self._organisation(entry), entry.dates.get("end", "")
        place, hours = line("Place", entry.place), line("Hours", entry.hours)
        lines = [place, hours, *dates_not_read(entry), *self.here.lines(entry)]
        yield Workplace(
            id=self.here.id_of(entry),
            name=employer or entry.title,
            job_title=entry.title if employer else "",
            started_on=day_of(entry.dates.get("start", "")),
            # Someone who left “in summer 2019” is not there any more, whatever the day.
            ended_on=day_of(ended) or last_day_of(ended),
            words=with_lines(all_words(entry), lines),
        )

    def file(self, entry: Entry) -> Iterator[Any]:
        about = Evidence(
            id=self.here.id_of(entry),
            title=entry.title,
            on=written_on(entry),
            words=with_lines(all_words(entry), self._every_line(entry)),
        )
        yield self.attached.of_file(about, entry, self.here)

    def nothing(self, _entry: Entry) -> Iterator[Any]:
        return iter(())

    def _organisation(self, entry: Entry) -> str:
        beside = self.here.linked(entry, "supported_by")
        return next((each.title for each in beside if each.type == "organization"), "")

    def _every_line(self, entry: Entry) -> list[str]:
        dates = [line(sentence(point), written) for point, written in entry.dates.items()]
        place, hours = line("Location", entry.place), line("Hours", entry.hours)
        return [place, *dates, hours, *self.here.lines(entry)]

    def _link(self) -> None:
        """Put evidence to what it belongs to, and activities to the reflections on them."""
        linked: dict[int, dict[int, None]] = {
            one: {one: None} for one, held in self.made.items() if len(held) > 1
        }
        for entry in self.here.feed.entries:
            for other in self.here.linked(entry):
                linked.setdefault(id(entry), {})[id(other)] = None
                linked.setdefault(id(other), {})[id(entry)] = None
        for one, others in linked.items():
            beside = [each for other in others for each in self.made.get(other, ())]
            self.made[one] = [_with_links(each, beside) for each in self.made.get(one, ())]

    def _files_of(self, entry: Entry) -> Iterator[str]:
        beside = [entry, *self.here.linked(entry)]
        found = [each for other in beside for each in self.made.get(id(other), ())]
        return (each.id for each in found if isinstance(each, Evidence))

    def remarks(self) -> Iterator[str]:
        if self.personal:
            yield "Your own details, and a picture of you, stay as they are here: left out."
        if self.pages:
            pages = count(self.pages, "page")
            yield f"{pages} that only arranged what comes in by itself: left out."
        if self.unknown:
            kinds = listed([f"“{shown(each)}”" for each in sorted(self.unknown)[:20]])
            yield f"There is no {kinds} here; such entries come in as reflections."


Maker = Callable[[_Reader, Entry], Iterator[Any]]
MAKERS: dict[Sort, Maker] = {
    Sort.WORDS: _Reader.words,
    Sort.LIST: _Reader.list_or_page,
    Sort.PAGE: _Reader.list_or_page,
    Sort.CPD: _Reader.cpd,
    Sort.QUALIFICATION: _Reader.qualification,
    Sort.WORKPLACE: _Reader.workplace,
    Sort.FILE: _Reader.file,
    # What is planned is put together at the end; the rest is said by what it belongs to.
    Sort.PLAN: _Reader.nothing,
    Sort.PERSON: _Reader.nothing,
    Sort.ORGANISATION: _Reader.nothing,
    Sort.PART_OF_ANOTHER: _Reader.nothing,
}


def _with_links(record: Any, beside: list[Any]) -> Any:
    evidence = [each.id for each in beside if isinstance(each, Evidence)]
    activities = [each.id for each in beside if isinstance(each, CpdActivity)]
    if evidence and hasattr(record, "evidence"):
        record = replace(record, evidence=tuple(dict.fromkeys((*record.evidence, *evidence))))
    if activities and isinstance(record, Reflection):
        record = replace(record, activities=tuple(dict.fromkeys((*record.activities, *activities))))
    if isinstance(record, Evidence):
        held = [each for each in beside if isinstance(each, Qualification | Workplace)]
        names = [getattr(each, "title", "") or getattr(each, "name", "") for each in held]
        lines = [line("Belongs to", f"“{name}”" if name else "") for name in names]
        record = replace(record, words=with_lines(record.words, lines)) if lines else record
    return record
