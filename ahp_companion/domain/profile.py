"""What a regulator is handed: the texts, the dated list of the period, and the evidence for it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from .audit import AuditProfile, Gap, Marking, ProfileVersion, silences
from .audit_window import audit_window
from .cpd import CpdActivity, LearningType, in_window
from .evidence import Evidence, InProfile
from .evidence_looks import EvidenceLook
from .left_out import Staying
from .portfolio import Choice, Portfolio, chosen, gathered
from .practitioner import Practitioner
from .problems import ProblemError
from .professions import Profession, Regulator
from .statement import EvidenceRow, chosen_for_statement, evidence_for, evidence_rows
from .words import count, day, span

# The kinds of learning as HCPC's form names them.
ON_THE_FORM = {
    LearningType.WORK_BASED: "Work-based learning",
    LearningType.PROFESSIONAL: "Professional activity",
    LearningType.FORMAL: "Formal and educational",
    LearningType.SELF_DIRECTED: "Self-directed learning",
    LearningType.OTHER: "Other",
}
LIST_STANDARDS = "1, 2"
# What the file with the dated list is called, wherever something refers to it.
LIST_FILE = "activities.pdf"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pause:
    """A span of the list that holds nothing, or that its owner explains; `why` in their words."""

    from_on: date | None
    to_on: date | None
    why: str = ""
    is_silent: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What leaves for a regulator on a day, about a period; oldest first.

    `told` are the activities told of in full, `evidence` what goes with them in its order.
    """

    practitioner: Practitioner
    profession: Profession
    texts: AuditProfile
    from_on: date
    to_on: date
    on: date
    activities: tuple[CpdActivity, ...]
    told: tuple[CpdActivity, ...]
    pauses: tuple[Pause, ...]
    evidence: tuple[Evidence, ...]
    gaps: tuple[Gap, ...]
    private: int
    stays: tuple[Staying, ...]

    @property
    def is_for_hcpc(self) -> bool:
        """Return whether HCPC is handed it; otherwise GOsC is."""
        return self.profession.regulator is Regulator.HCPC

    @property
    def until(self) -> date:
        """Return the last day that the list can hold something of."""
        return min(self.to_on, self.on)

    @property
    def period(self) -> str:
        """Return the period in words, and up to when the list is complete."""
        whole = span(self.from_on, self.to_on)
        return f"{whole}; the list goes to {day(self.on)}" if self.on < self.to_on else whole

    @property
    def leaving(self) -> Portfolio:
        """Return the records that leave, with those of their fields that do."""
        owner, texts = self.practitioner, self.texts
        said = AuditProfile(
            id=texts.id,
            practice_summary=texts.practice_summary,
            personal_statement=texts.personal_statement,
        )
        has_texts = said.practice_summary.strip() or said.personal_statement.strip()
        return gathered(
            {
                "practitioner": [
                    Practitioner(
                        id=owner.id,
                        name=owner.name,
                        profession=owner.profession,
                        registration_number=owner.registration_number,
                    )
                ],
                "cpd_activity": [replace(each, brought_along="") for each in self.activities],
                "evidence": [replace(each, words="", made_by="") for each in self.evidence],
                "audit_profile": [said] if has_texts and self.is_for_hcpc else [],
                "gap": [*self.gaps],
            }
        )

    @property
    def mark(self) -> str:
        """Return what the pages of evidence say of whose they are."""
        return {
            Marking.NAME: self.practitioner.name,
            Marking.REGISTRATION: self.practitioner.registration_number,
            Marking.CPD_NUMBER: self.texts.cpd_number,
            Marking.NOTHING: "",
        }[self.texts.marked_with].strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Handed:
    """A profile with its evidence numbered: where each piece is, and how long the dated list is.

    `unplaced` says of pieces that are in no file why they are not.
    """

    profile: Profile
    rows: tuple[EvidenceRow, ...]
    places: Mapping[int, str] = field(default_factory=dict)
    unplaced: Mapping[int, str] = field(default_factory=dict)
    list_pages: int = 0

    def numbers(self, pieces: Iterable[str]) -> str:
        """Return the numbers of the pieces of evidence with some ids, "1, 4"."""
        known = {row.evidence.id: row.number for row in self.rows}
        return ", ".join(
            str(each) for each in sorted(known[each] for each in pieces if each in known)
        )

    @property
    def dated_list(self) -> str:
        """Return what the list of activities is called among the evidence."""
        return f"List of all CPD activities, {span(self.profile.from_on, self.profile.until)}"


def profile_of(
    portfolio: Portfolio, profession: Profession, choice: Choice, *, on: date
) -> Profile:
    """Return what leaves for the regulator of a profession: by a choice, or about its own period.

    Raises ProblemError for who is on no register, and for dates that end before they begin.
    """
    from_on, to_on = _period(portfolio, profession, choice, on)
    until = min(to_on, on)
    leaving = chosen(portfolio, Choice(include_private=choice.include_private))
    dated = [each for each in leaving.portfolio.all(CpdActivity) if each.started_on]
    held = tuple(each for each in dated if in_window(each, from_on, until))
    is_hcpc = profession.regulator is Regulator.HCPC
    told = (
        chosen_for_statement(held, from_on=from_on, to_on=until)
        if is_hcpc
        else tuple(each for each in held if _has_words(each))
    )
    evidence = evidence_for(leaving.portfolio.all(Evidence), told if is_hcpc else held)
    gaps = tuple(each for each in leaving.portfolio.all(Gap) if _is_told(each, from_on, until))
    texts = portfolio.all(AuditProfile)
    return Profile(
        practitioner=portfolio.practitioner,
        profession=profession,
        texts=texts[0] if texts else AuditProfile(id=""),
        from_on=from_on,
        to_on=to_on,
        on=on,
        activities=held,
        told=told,
        pauses=tuple(_pauses(held, gaps, from_on, until, all_of_them=is_hcpc)),
        evidence=evidence,
        gaps=gaps,
        private=_private(portfolio, leaving.portfolio, from_on, until),
        stays=tuple(_stays(leaving.portfolio, held, evidence, from_on, to_on, on)),
    )


def dated_list(profile: Profile) -> tuple[CpdActivity | Pause, ...]:
    """Return the activities with the pauses between them, in the order of their first days."""
    entries: list[tuple[date, int, CpdActivity | Pause]] = [
        (each.started_on or date.max, 1, each) for each in profile.activities
    ]
    entries += [(each.from_on or each.to_on or date.max, 0, each) for each in profile.pauses]
    return tuple(each for *_, each in sorted(entries, key=_place))


def handed(
    profile: Profile,
    looks: Mapping[str, EvidenceLook],
    *,
    pages: Mapping[int, int] | None = None,
    places: Mapping[int, str] | None = None,
    unplaced: Mapping[int, str] | None = None,
    list_pages: int = 0,
) -> Handed:
    """Return a profile as it is handed over; `pages` are those that pieces came to in their files.

    What did not come to pages keeps what was seen when it was looked at.
    """
    came_to = pages or {}
    rows = tuple(
        replace(row, pages=count(came_to[row.number], "page")) if row.number in came_to else row
        for row in evidence_rows(profile.evidence, dict(looks))
    )
    return Handed(
        profile=profile,
        rows=rows,
        places=places or {},
        unplaced=unplaced or {},
        list_pages=list_pages,
    )


def version_of(
    profile: Profile, versions: Sequence[ProfileVersion], words: str
) -> ProfileVersion | None:
    """Return the version to keep of what leaves; None where one of the newest day says the same.

    Only HCPC asks for texts that there could be versions of.
    """
    made = ProfileVersion(
        on=profile.on,
        words=words,
        practice_summary=profile.texts.practice_summary,
        personal_statement=profile.texts.personal_statement,
        activities=tuple(each.id for each in profile.told),
        evidence=tuple(each.id for each in profile.evidence),
    )
    newest = max((each.on for each in versions if each.on), default=None)
    is_known = any(_said(each) == _said(made) for each in versions if each.on == newest)
    return made if profile.is_for_hcpc and not is_known else None


def _said(version: ProfileVersion) -> tuple[object, ...]:
    return (
        version.practice_summary,
        version.personal_statement,
        version.activities,
        version.evidence,
    )


def _period(
    portfolio: Portfolio, profession: Profession, choice: Choice, on: date
) -> tuple[date, date]:
    window = audit_window(portfolio, profession, on=on)
    if window is None:
        raise ProblemError(
            "No regulator asks for a record of this profession.",
            means="Nothing was written.",
            advice="Export portfolio-pdf: it holds everything.",
        )
    from_on, to_on = choice.from_on or window.from_on, choice.to_on or window.to_on
    if from_on > to_on:
        raise ProblemError(
            f"The period would begin on {day(from_on)} and end on {day(to_on)}.",
            means="There is no day in it. Nothing was written.",
            advice="Name both of its ends, the first before the last.",
        )
    return from_on, to_on


def _has_words(activity: CpdActivity) -> bool:
    said = (
        activity.what_i_did,
        activity.what_i_learnt,
        activity.benefit_to_practice,
        activity.benefit_to_service_users,
    )
    return any(each.strip() for each in said)


def _is_told(gap: Gap, from_on: date, to_on: date) -> bool:
    return bool(gap.explanation.strip()) and _meets(gap, from_on, to_on)


def _meets(gap: Gap, from_on: date, to_on: date) -> bool:
    return (gap.from_on or from_on) <= to_on and (gap.to_on or to_on) >= from_on


def _pauses(
    held: Iterable[CpdActivity],
    gaps: Sequence[Gap],
    from_on: date,
    to_on: date,
    *,
    all_of_them: bool,
) -> Iterator[Pause]:
    """Yield each span of three months without an activity, and each explanation once.

    Only who asks about such spans is told of those that nobody explained.
    """
    left = list(gaps)
    found = silences(held, gaps, from_on=from_on, to_on=to_on) if from_on <= to_on else ()
    for silence in found:
        here = [each for each in left if _meets(each, silence.from_on, silence.to_on)]
        left = [each for each in left if each not in here]
        why = " ".join(each.explanation.strip() for each in here)
        if not why and silence.explained_by:
            why = "As explained above."
        if why or all_of_them:
            yield Pause(from_on=silence.from_on, to_on=silence.to_on, why=why)
    for gap in left:
        why = gap.explanation.strip()
        yield Pause(from_on=gap.from_on, to_on=gap.to_on, why=why, is_silent=False)


def _private(portfolio: Portfolio, leaving: Portfolio, from_on: date, to_on: date) -> int:
    """Return how many activities of a period, and pieces of evidence for it, stay as private."""
    leave = {each.id for kind in (CpdActivity, Evidence) for each in leaving.all(kind)}
    in_time = [each for each in portfolio.all(CpdActivity) if in_window(each, from_on, to_on)]
    named = {piece for each in in_time if each.id in leave for piece in each.evidence}
    pieces = [each.id for each in portfolio.all(Evidence) if each.id in named]
    return sum(each not in leave for each in (*(activity.id for activity in in_time), *pieces))


def _stays(
    leaving: Portfolio,
    held: Sequence[CpdActivity],
    evidence: Sequence[Evidence],
    from_on: date,
    to_on: date,
    on: date,
) -> Iterator[Staying]:
    everything = leaving.all(CpdActivity)
    undated = [each for each in everything if each.started_on is None]
    ahead = [each for each in everything if each.started_on and on < each.started_on <= to_on]
    elsewhere = len(everything) - len(held) - len(undated) - len(ahead)
    goes = {each.id for each in evidence}
    others = [each for each in leaving.all(Evidence) if each.id not in goes]
    never = [each for each in others if each.in_profile is InProfile.NEVER]
    dates = f"Before {day(from_on)} or after {day(to_on)}"
    for what, number, why in (
        ("Activities of other dates", elsewhere, dates),
        ("Activities without a date", len(undated), "They have no place in a dated list"),
        ("Activities that are planned", len(ahead), f"After {day(on)}"),
        ("Evidence kept back", len(never), "By my own choice"),
        ("Other evidence", len(others) - len(never), "It is for none of the activities told of"),
    ):
        if number:
            yield Staying(what, f"{number:,}", why)


def _place(entry: tuple[date, int, object]) -> tuple[date, int]:
    return entry[:2]
