"""Records from Path's pages, sort by sort, and the links between them."""

import json
import re
import uuid
from collections import Counter
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath
from typing import Any

from ...domain.cpd import CpdActivity, LearningType
from ...domain.evidence import Evidence
from ...domain.plan import Objective
from ...domain.practitioner import Qualification
from ...domain.problems import ProblemError
from ...domain.reflections import Reflection, ReflectionModel
from ...domain.words import count, fold
from ..enclosed_files import Enclosed
from ..leap2a.plans import FREE, WORDS, Plan, state_of
from ..leap2a.words import day_of, line, minutes_of, with_lines
from ..media_types import media_type
from ..strict import shown
from ..zip_safety import bare_name
from .pages import Page, with_titles

NAMESPACE = uuid.UUID("b5a0f6d2-17c3-5e48-9d0a-4f7be2618c95")
# Where HCPC's list of examples puts each of Path's activities; what it does not name is open.
LEARNING_TYPES = {
    "conference": LearningType.FORMAL,
    "course": LearningType.FORMAL,
    "workshop": LearningType.FORMAL,
    "writing": LearningType.FORMAL,
    "project": LearningType.WORK_BASED,
    "supervision": LearningType.WORK_BASED,
    "teaching": LearningType.PROFESSIONAL,
    "reading": LearningType.SELF_DIRECTED,
}
MODELS = {"gibbs": "gibbs", "era": "era", "driscoll": "what", "rolfe": "rolfe"}
# Other headings that the stages of a model go by.
STAGES = {"event": "experience", "whathappened": "description", "actions": "action"}
CPD_PARTS = {
    "context": "what_i_did",
    "whatidid": "what_i_did",
    "whatchanged": "benefit_to_practice",
    "reflection": "what_i_learnt",
}


LINKING = ("evidence", "related_cpd", "related_claims", "badge_image")
# What of each sort of page has a field here, or becomes a link.
USED = {
    "cpd": ("date", "activity_type", "hours", "evidence", "reflection_brief"),
    "reflection": ("date", "framework", "related_cpd"),
    "evidence": ("date", "related_cpd", "related_claims"),
    "cpd-claim": ("evidence", "last_updated"),
    "personal-statement": ("evidence", "date", "last_updated"),
    "capture": ("date",),
    "credential": ("credential_type", "issuer", "award_date", "expires", "badge_image", "evidence"),
    "milestone": ("target_date", "status", "evidence"),
}


@dataclass(slots=True)
class Brought:
    """What the pages came to: records, plans, and remarks on what stayed out."""

    records: list[Any] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)


class Pages:
    """All pages that were read, what each became, and the files beside them."""

    def __init__(
        self, pages: Iterable[Page], enclosed: Enclosed, models: Mapping[str, ReflectionModel]
    ) -> None:
        self.pages = {each.name: each for each in pages}
        self.enclosed = enclosed
        self.models = models
        self.made: dict[str, Any] = {}
        self.of_files: dict[str, Evidence] = {}
        self.further: list[Any] = []
        self.plans: list[Plan] = []
        self.remarks: list[str] = []
        self.ids: Counter[str] = Counter()
        # A link may leave out the folder of the page that it means.
        self.by_last = {name.rpartition("/")[2]: name for name in reversed(self.pages)}

    def brought(self) -> Brought:
        """Return what all pages came to."""
        unknown: Counter[str] = Counter()
        for page in self.pages.values():
            make = MAKERS.get(page.type)
            if make:
                make(self, page)
            else:
                unknown[f"type “{shown(page.type)}”" if page.type else "no type"] += 1
        for page in self.pages.values():
            self._link(page)
        for kind, number in sorted(unknown.items()):
            pages = f"{count(number, 'page')} of {kind}"
            self.remarks.append(f"{pages} left out: there is no place for that here.")
        records = [*self.made.values(), *self.of_files.values(), *self.further]
        return Brought(records=records, plans=self.plans, remarks=self.remarks)

    def id_of(self, page: Page, part: str = "") -> str:
        """Return an id made of what a page is, its name, its title and its day."""
        last = page.name.rpartition("/")[2]
        said = json.dumps([page.type, last, page.title, page.one("date"), part])
        self.ids[said] += 1
        again = f" {self.ids[said]}" if self.ids[said] > 1 else ""
        return str(uuid.uuid5(NAMESPACE, said + again))

    def text(self, written: str) -> str:
        """Return a page's words with its links in words."""
        return with_titles(written, self._title_of)

    def lines(self, page: Page) -> list[str]:
        """Return what is kept of a page because it has no field here."""
        used = {"type", "title", *USED.get(page.type, ())}
        return [self.text(each) for each in (*self._loose_ends(page, used), *page.rest(used))]

    def _loose_ends(self, page: Page, used: Container[str]) -> Iterator[str]:
        # What is named and is not among the pages or the files is at least named here.
        for key in [each for each in LINKING if each in used]:
            for written, target in zip(page.words(key), page.linked(key), strict=True):
                if not (self.page_at(target) or self._file_at(page, target)):
                    yield line(key.replace("_", " ").capitalize(), written)

    def page_at(self, target: str) -> str:
        """Return the name of the page that a link means; nothing where it is not here."""
        if target in self.pages:
            return target
        return self.by_last.get(target.rpartition("/")[2], "")

    def _title_of(self, target: str) -> str:
        name = self.page_at(target)
        return f"“{self.pages[name].title}”" if name else ""

    def _cpd(self, page: Page) -> None:
        activity_type, hours = page.one("activity_type"), page.one("hours")
        minutes = minutes_of(hours)
        said: dict[str, list[str]] = {name: [] for name in CPD_PARTS.values()}
        said["what_i_learnt"].append(self.text(page.one("reflection_brief")))
        others = []
        for heading, said_there in page.parts:
            name = CPD_PARTS.get(_letters(heading))
            is_head = heading.startswith("# ") or not heading
            if name or is_head:
                parts = (page.heading(heading), self.text(said_there))
                said[name or "what_i_did"] += (
                    [each for each in parts if each] if is_head else parts[1:]
                )
            elif said_there:
                others.append(f"{page.heading(heading)}\n{self.text(said_there)}")
        lines = [
            line("Activity type", activity_type),
            line("Hours", hours if minutes is None else ""),
            line("Date", page.one("date") if day_of(page.one("date")) is None else ""),
            *self.lines(page),
        ]
        self.made[page.name] = CpdActivity(
            id=self.id_of(page),
            title=page.title,
            started_on=day_of(page.one("date")),
            learning_type=LEARNING_TYPES.get(activity_type.lower()),
            minutes=minutes,
            what_i_did=_together(said["what_i_did"]),
            what_i_learnt=_together(said["what_i_learnt"]),
            benefit_to_practice=_together(said["benefit_to_practice"]),
            brought_along=with_lines("\n\n".join(others), lines),
        )

    def _reflection(self, page: Page) -> None:
        framework = page.one("framework")
        model = self.models.get(MODELS.get(framework.lower(), ""))
        answers = self._answers(page, model) if model else {}
        lines = [
            line("Framework", framework if not answers else ""),
            line("Date", page.one("date") if day_of(page.one("date")) is None else ""),
            *self.lines(page),
        ]
        if model and answers:
            last = next(each.key for each in reversed(model.prompts) if each.key in answers)
            answers[last] = with_lines(answers[last], lines)
        else:
            answers = {WORDS: with_lines(self.text(page.body), lines)}
        self.made[page.name] = Reflection(
            id=self.id_of(page),
            title=page.title,
            on=day_of(page.one("date")),
            model=model.code if model and WORDS not in answers else FREE,
            answers=answers,
        )

    def _answers(self, page: Page, model: ReflectionModel) -> dict[str, str]:
        """Return what stands under each stage; what stands under none goes with the one before."""
        stages = {_letters(each.heading): each.key for each in model.prompts}
        stages |= {_letters(each.key): each.key for each in model.prompts}
        first = model.prompts[0].key
        answers: dict[str, list[str]] = {}
        now, is_staged = first, False
        for heading, said_there in page.parts:
            letters = _letters(heading)
            key = stages.get(letters) or stages.get(STAGES.get(letters, ""))
            now, is_staged = key or now, is_staged or key is not None
            title = "" if key else page.heading(heading)
            said = "\n".join(part for part in (title, self.text(said_there)) if part)
            if said:
                answers.setdefault(now, []).append(said)
        return {key: "\n\n".join(parts) for key, parts in answers.items()} if is_staged else {}

    def _words(self, page: Page) -> None:
        """Take a page that is words here: a claim, a statement, something jotted down."""
        on = day_of(page.one("date")) or day_of(page.one("last_updated"))
        kind = line("Kind", page.type.replace("-", " "))
        self.made[page.name] = Reflection(
            id=self.id_of(page),
            title=page.title,
            on=on,
            model=FREE,
            answers={WORDS: with_lines(self.text(page.body), [kind, *self.lines(page)])},
        )

    def _evidence(self, page: Page) -> None:
        about = Evidence(
            id=self.id_of(page),
            title=page.title,
            on=day_of(page.one("date")),
            words=with_lines(self.text(page.body), self.lines(page)),
        )
        keys = [key for each in page.links if (key := self._file_at(page, each))]
        keys += self._called_like(page)
        if not keys:
            self.remarks.append(f"“{shown(page.title)}” comes in without a file: none was with it.")
        self.made[page.name] = self._with_file(about, keys[0]) if keys else about
        for key in dict.fromkeys(keys[1:]):
            if key != keys[0]:
                self._file(key)

    def _credential(self, page: Page) -> None:
        kind, lines = line("Kind", page.one("credential_type")), []
        days = {each: day_of(page.one(each)) for each in ("award_date", "expires")}
        for name, on in days.items():
            lines.append(line(name.replace("_", " ").capitalize(), "" if on else page.one(name)))
        self.made[page.name] = Qualification(
            id=self.id_of(page),
            title=page.title,
            awarded_by=self.text(page.one("issuer")),
            awarded_on=days["award_date"] or day_of(page.one("date")),
            expires_on=days["expires"],
            words=with_lines(self.text(page.body), [kind, *lines, *self.lines(page)]),
        )

    def _milestone(self, page: Page) -> None:
        on, state = day_of(page.one("target_date")), page.one("status")
        lines = [line("Target date", "" if on else page.one("target_date")), *self.lines(page)]
        objective = Objective(
            id=self.id_of(page),
            title=page.title,
            how=with_lines(self.text(page.body), lines),
            due_on=on,
            state=state_of(state),
        )
        self.plans.append(
            Plan(id=self.id_of(page, "plan"), title=page.title, objectives=(objective,))
        )

    def _profile(self, page: Page) -> None:
        alone = ({"qualification": each} for each in page.alone("qualifications"))
        for row in [*page.rows("qualifications"), *alone]:
            title, place, year = (
                str(row.get(each, "")).strip() for each in ("qualification", "institution", "year")
            )
            self.further.append(
                Qualification(
                    id=str(uuid.uuid5(NAMESPACE, json.dumps([title, place, year]))),
                    title=title,
                    awarded_by=place,
                    awarded_on=day_of(year),
                    words=line("Year", "" if day_of(year) else year),
                )
            )
        self.remarks.append(
            "Your own details stay as they are here; of your profile, your qualifications come in."
        )

    def _link(self, page: Page) -> None:
        """Put evidence to the activities and reflections that name it, or that it names."""
        named = [*(each for key in LINKING for each in page.linked(key)), *page.links]
        for each in named:
            other = self.page_at(each)
            if other and other != page.name:
                self._join(page.name, other)
                self._join(other, page.name)
            elif not other and page.type != "evidence" and (key := self._file_at(page, each)):
                found = self._file(key)
                self._add(page.name, "evidence", found.id)

    def _join(self, name: str, other: str) -> None:
        if isinstance(self.made.get(other), Evidence):
            self._add(name, "evidence", self.made[other].id)
        elif isinstance(self.made.get(other), CpdActivity):
            self._add(name, "activities", self.made[other].id)

    def _add(self, name: str, field_name: str, linked: str) -> None:
        record = self.made.get(name)
        if record is not None and hasattr(record, field_name):
            held = dict.fromkeys((*getattr(record, field_name), linked))
            self.made[name] = replace(record, **{field_name: tuple(held)})

    def _file_at(self, page: Page, target: str) -> str:
        folder = page.name.rpartition("/")[0]
        near = f"{folder}/{target}" if folder else target
        found = self.enclosed.find(near) or self.enclosed.find(target)
        return "" if found.endswith(".md") else found

    def _called_like(self, page: Page) -> list[str]:
        return [
            each
            for each in self.enclosed.names
            if not each.endswith(".md") and str(PurePosixPath(each).with_suffix("")) == page.name
        ]

    def _file(self, key: str) -> Evidence:
        if key not in self.of_files:
            found = self._with_file(Evidence(id="", title=bare_name(key)), key)
            made = uuid.uuid5(NAMESPACE, f"file {key} {found.sha256}")
            self.of_files[key] = replace(found, id=str(made))
        return self.of_files[key]

    def _with_file(self, about: Evidence, key: str) -> Evidence:
        name = bare_name(key)
        about = replace(about, file_name=name, media_type=media_type(name))
        try:
            found = self.enclosed.looked_at(key)
        except ProblemError as problem:
            self.remarks.append(
                f"“{shown(about.title)}” comes in without its file. {problem.happened}"
            )
            return about
        return replace(about, sha256=found.sha256, size=found.size)


MAKERS: dict[str, Callable[[Pages, Page], None]] = {
    "cpd": Pages._cpd,
    "reflection": Pages._reflection,
    "evidence": Pages._evidence,
    "cpd-claim": Pages._words,
    "personal-statement": Pages._words,
    "capture": Pages._words,
    "credential": Pages._credential,
    "milestone": Pages._milestone,
    "profile": Pages._profile,
}


def _together(parts: list[str]) -> str:
    return "\n\n".join(each for each in parts if each)


def _letters(heading: str) -> str:
    return re.sub(r"[\W_]+", "", fold(heading))
