"""Plans from the entries of a feed: each with what is to be reached, however deep it lay."""

from collections.abc import Callable, Iterable, Iterator

from ...domain.plan import Objective
from .entry import Entry
from .own import OURS
from .plans import Plan, state_of
from .sorts import Around, all_words, dates_not_read, written_on
from .words import day_of, line, with_lines

FilesOf = Callable[[Entry], Iterable[str]]


def plans_of(entries: list[Entry], here: Around, files_of: FilesOf) -> Iterator[Plan]:
    """Yield a plan for each entry that is part of no other; `files_of` gives ids of evidence."""
    inside = {
        part.id
        for each in entries
        for part in here.parts.get(each.id, ())
        if part.type == "plan" and part is not each
    }
    taken: set[int] = set()
    # Plans that are parts of each other in a ring have no top; the first of them is one then.
    for top in [*(each for each in entries if each.id not in inside), *entries]:
        if id(top) not in taken:
            taken.add(id(top))
            yield _plan(top, _tasks(top, here, taken), here, files_of)


def _tasks(top: Entry, here: Around, taken: set[int]) -> list[Entry]:
    found: list[Entry] = []
    waiting = [top]
    while waiting:
        for part in here.parts.get(waiting.pop(0).id, ()):
            if part.type == "plan" and id(part) not in taken:
                taken.add(id(part))
                found.append(part)
                waiting.append(part)
    return found


def _plan(top: Entry, tasks: list[Entry], here: Around, files_of: FilesOf) -> Plan:
    is_own = top.id.startswith(OURS)
    return Plan(
        id=here.id_of(top, "plan"),
        title="" if is_own else top.title,
        words=with_lines(all_words(top), here.lines(top)) if tasks and not is_own else "",
        on=written_on(top),
        objectives=tuple(_objective(each, here) for each in tasks or [top]),
        evidence=tuple(dict.fromkeys(one for each in (top, *tasks) for one in files_of(each))),
    )


def _objective(entry: Entry, here: Around) -> Objective:
    days = (day_of(entry.dates.get(each, "")) for each in ("target", "end"))
    lines = [
        line("Begun", entry.dates.get("start", "")),
        *dates_not_read(entry, besides=("start",)),
        # The plan it is in is said by the plan.
        *(each for each in here.lines(entry) if not each.startswith("Plan: ")),
    ]
    return Objective(
        id=here.id_of(entry, "objective"),
        title=entry.title,
        how=with_lines(all_words(entry), lines),
        due_on=next((each for each in days if each), None),
        state=state_of(entry.stage),
    )
