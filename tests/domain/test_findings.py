"""What would bring a question back: each thing once, and gone when it is put right."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any

import pytest

from ahp_companion.assets import resource
from ahp_companion.domain import kinds
from ahp_companion.domain.audit import AuditProfile, Gap
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.evidence import Evidence
from ahp_companion.domain.finding import Finding, Severity
from ahp_companion.domain.findings import findings
from ahp_companion.domain.people import Person
from ahp_companion.domain.portfolio import Portfolio, gathered
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.domain.professions import Profession
from ahp_companion.domain.reflections import Reflection
from ahp_companion.store.catalogue import read_catalogue
from tests.exchange.sampled import portfolio_of, read

FROM_ON, TO_ON, TODAY = date(2024, 5, 1), date(2026, 4, 30), date(2026, 3, 12)
PROFESSIONS = read_catalogue(resource("lists").parent).professions
PHYSIOTHERAPIST, OSTEOPATH = PROFESSIONS["PH"], PROFESSIONS["OSTEOPATH"]
NUMBER = "943 476 5919"
MONTHS = tuple(date(2024 + at // 12, at % 12 + 1, 15) for at in range(4, 26))
LIST = tuple(
    CpdActivity(id=f"a{at}", title=f"Activity {at}", started_on=on, learning_type=kind)
    for at, (on, kind) in enumerate(zip(MONTHS, list(LearningType) * 5, strict=False))
)
PROFILE = AuditProfile(id="p", practice_summary="I work on a ward", personal_statement="I learnt")


@pytest.fixture(scope="module")
def sample() -> Portfolio:
    return portfolio_of(read("physiotherapist-audit"))


def holding(*records: Any) -> Portfolio:
    held: dict[str, list[Any]] = {}
    for each in records:
        held.setdefault(kinds.of(each).name, []).append(each)
    return gathered(held)


def found(portfolio: Portfolio, profession: Profession = PHYSIOTHERAPIST) -> tuple[Finding, ...]:
    hcpc = profession is PHYSIOTHERAPIST
    return findings(
        portfolio,
        profession,
        from_on=FROM_ON if hcpc else None,
        to_on=TO_ON if hcpc else None,
        on=TODAY,
    )


def codes(portfolio: Portfolio, profession: Profession = PHYSIOTHERAPIST) -> list[str]:
    return [each.code for each in found(portfolio, profession)]


def changed(portfolio: Portfolio, record: type, change: Callable[[Any], Any]) -> Portfolio:
    """Return a portfolio with its records of one type changed, or gone where that gives None."""
    name = kinds.BY_RECORD[record].name
    records = {kind: list(held) for kind, held in portfolio.records.items()}
    records[name] = [now for each in records[name] if (now := change(each)) is not None]
    return gathered(records)


def instead(wanted: str, other: Any, each: Any) -> Any:
    """Return another record in the place of the one with an id."""
    return other if each.id == wanted else each


# The sample


def test_the_sample_brings_nothing_back(sample: Portfolio) -> None:
    assert [each for each in found(sample) if each.severity is Severity.MUST] == []
    assert found(sample) == ()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("benefit_to_practice", "benefit-to-practice-missing"),
        ("benefit_to_service_users", "benefit-to-service-users-missing"),
        ("evidence", "evidence-missing"),
    ],
)
def test_what_a_chosen_activity_lacks_is_its_finding(
    sample: Portfolio, name: str, code: str
) -> None:
    for wanted in [each for each in sample.all(CpdActivity) if each.is_chosen]:
        empty = replace(wanted, **{name: type(getattr(wanted, name))()})
        lacking = changed(sample, CpdActivity, partial(instead, wanted.id, empty))
        (only,) = found(lacking)
        assert (only.code, only.severity, only.record) == (code, Severity.SHOULD, wanted.id)
        assert wanted.title[:40] in only.message


def test_an_activity_without_its_date_is_its_finding(sample: Portfolio) -> None:
    wanted = next(each for each in sample.all(CpdActivity) if each.title.startswith("Journal club"))

    def undated(each: CpdActivity) -> CpdActivity:
        return replace(each, started_on=None) if each.id == wanted.id else each

    (only,) = found(changed(sample, CpdActivity, undated))
    assert (only.code, only.severity, only.record) == (
        "activity-undated",
        Severity.MUST,
        wanted.id,
    )


def test_a_gap_whose_explanation_is_gone_is_its_finding(sample: Portfolio) -> None:
    def unexplained(each: Gap) -> Gap:
        return replace(each, explanation=" ")

    def gone(_each: Gap) -> None:
        return None

    for without in (changed(sample, Gap, unexplained), changed(sample, Gap, gone)):
        (only,) = found(without)
        assert (only.code, only.severity) == ("gap-unexplained", Severity.MUST)
        assert (only.from_on, only.to_on) == (date(2025, 6, 21), date(2025, 10, 28))
        assert "21 June to 28 October 2025" in only.message


def test_a_list_of_one_kind_of_learning_is_its_finding(sample: Portfolio) -> None:
    def formal(each: CpdActivity) -> CpdActivity:
        return replace(each, learning_type=LearningType.FORMAL)

    assert codes(changed(sample, CpdActivity, formal)) == ["one-learning-type"]


@pytest.mark.parametrize("private", [False, True])
def test_a_number_planted_anywhere_is_its_finding(sample: Portfolio, private: bool) -> None:
    wanted = sample.all(Reflection)[0]

    def planted(each: Reflection) -> Reflection:
        if each.id != wanted.id:
            return each
        return replace(each, title=f"{each.title} {NUMBER}", private=private)

    (only,) = found(changed(sample, Reflection, planted))
    assert (only.code, only.severity, only.record) == (
        "identifier-found",
        Severity.MUST,
        wanted.id,
    )
    assert NUMBER not in only.message
    assert ("private" in only.message) is private


# HCPC, one thing at a time


def test_a_list_with_everything_finds_nothing() -> None:
    assert codes(holding(*LIST, PROFILE)) == []


def test_an_empty_portfolio_says_what_is_asked() -> None:
    assert codes(Portfolio()) == [
        "gap-unexplained",
        "summary-empty",
        "statement-empty",
        "list-short",
    ]


def test_days_to_come_are_no_gap() -> None:
    early = findings(
        holding(*LIST[:2], PROFILE),
        PHYSIOTHERAPIST,
        from_on=FROM_ON,
        to_on=TO_ON,
        on=date(2024, 6, 20),
    )
    assert [each.code for each in early] == ["list-short"]


@pytest.mark.parametrize(
    ("last", "expected"),
    [(date(2026, 1, 13), []), (date(2026, 1, 12), ["gap-near"]),
     (date(2025, 12, 13), ["gap-near"]), (date(2025, 12, 12), ["gap-unexplained"])],
)  # fmt: skip
def test_two_months_or_more_are_near(last: date, expected: list[str]) -> None:
    held = [each for each in LIST if each.started_on and each.started_on < last]
    held.append(CpdActivity(started_on=last))
    assert codes(holding(*held, PROFILE)) == expected


def test_a_list_can_be_short_or_long() -> None:
    eleven = [replace(each, started_on=MONTHS[2 * at]) for at, each in enumerate(LIST[:11])]
    assert codes(holding(*eleven, PROFILE)) == ["list-short"]
    more = [replace(LIST[0], id=f"b{at}") for at in range(51 - len(LIST))]
    assert codes(holding(*LIST, *more, PROFILE)) == ["list-long"]
    assert codes(holding(*LIST, *more[1:], PROFILE)) == []


@pytest.mark.parametrize(
    ("number", "expected"), [(11, ["list-short"]), (12, []), (50, []), (51, ["list-long"])]
)
def test_twelve_to_fifty_is_what_most_lists_have(number: int, expected: list[str]) -> None:
    spread = [replace(LIST[at % len(LIST)], id=f"b{at}") for at in range(number)]
    explained = Gap(from_on=FROM_ON, to_on=TO_ON, explanation="A career break")
    assert codes(holding(*spread, explained, PROFILE)) == expected


def test_what_is_private_fills_no_gap_and_makes_no_list_longer() -> None:
    private = [replace(each, private=FROM_ON < each.started_on < date(2024, 12, 1))
               for each in LIST if each.started_on]  # fmt: skip
    (gap,) = found(holding(*private, PROFILE))
    assert (gap.code, gap.from_on, gap.to_on) == ("gap-unexplained", FROM_ON, date(2024, 12, 14))
    assert "private, and stays here" in gap.message


WHOLE = CpdActivity(
    title="Told whole",
    started_on=date(2025, 3, 1),
    learning_type=LearningType.FORMAL,
    benefit_to_practice="I ask first",
    benefit_to_service_users="They are asked",
    evidence=("e",),
    is_chosen=True,
)
SHOWN = Evidence(id="e", title="Certificate", standards=("2",))


@pytest.mark.parametrize(("number", "advised"), [(0, 0), (1, 1), (3, 1), (4, 0), (6, 0), (7, 1)])
def test_four_to_six_chosen_is_advice_and_no_more(number: int, advised: int) -> None:
    chosen = [replace(WHOLE, id=f"w{at}") for at in range(number)]
    told = found(holding(*LIST, *chosen, SHOWN, PROFILE))
    assert [each.code for each in told] == ["chosen-number"] * advised
    assert {each.severity for each in told} <= {Severity.REMARK}


def test_what_is_chosen_and_private_and_evidence_without_standards_are_pointed_out() -> None:
    chosen = [replace(WHOLE, id=f"w{at}", private=not at) for at in range(4)]
    told = codes(holding(*LIST, *chosen, replace(SHOWN, standards=()), PROFILE))
    assert told == ["chosen-private", "evidence-standards-missing"]


def test_every_finding_has_its_rule_with_who_says_so() -> None:
    rules = read_catalogue(resource("lists").parent).audit_rules
    source = (resource("lists").parents[1] / "ahp_companion/domain").glob("find*.py")
    named = {
        code
        for path in source
        for code in re.findall(
            r'^ +"([a-z]+(?:-[a-z]+)+)",$', path.read_text("utf-8"), re.MULTILINE
        )
    }
    assert {"gap-unexplained", "list-short", "chosen-number"} <= named
    assert named <= set(rules)
    assert all(each.why and each.says for each in rules.values())


def test_what_is_still_to_come_is_no_activity_yet() -> None:
    ahead = CpdActivity(id="x", title="Course", started_on=TODAY + timedelta(days=1))
    (only,) = found(holding(*LIST, ahead, PROFILE))
    assert (only.code, only.severity, only.record) == (
        "activity-in-future",
        Severity.SHOULD,
        "x",
    )
    assert codes(holding(*LIST, replace(ahead, started_on=TODAY), PROFILE)) == []


@pytest.mark.parametrize(
    ("name", "code", "most"),
    [("practice_summary", "summary", 500), ("personal_statement", "statement", 1500)],
)
def test_a_text_can_be_too_long_or_empty(name: str, code: str, most: int) -> None:
    def written(words: int) -> list[str]:
        texts: dict[str, Any] = {name: "word " * words}
        return codes(holding(*LIST, replace(PROFILE, **texts)))

    assert (written(0), written(most), written(most + 1)) == (
        [f"{code}-empty"],
        [],
        [f"{code}-too-long"],
    )


@pytest.mark.parametrize(
    ("registered_on", "expected"),
    [(date(2024, 2, 1), []), (date(2024, 2, 2), ["not-yet-auditable"])],
)
def test_a_first_renewal_is_not_audited(registered_on: date, expected: list[str]) -> None:
    owner = Practitioner(profession="PH", registered_on=registered_on)
    assert codes(holding(owner, *LIST, PROFILE)) == expected


def test_what_was_chosen_for_an_earlier_audit_is_not_asked_about() -> None:
    earlier = CpdActivity(started_on=date(2021, 1, 1), is_chosen=True)
    assert codes(holding(*LIST, earlier, PROFILE)) == []


# Osteopaths, and who is on no register

CODES = [f"gosc-cpd:{each}" for each in "ABCD"] + [
    f"gosc-cpd:{each}"
    for each in ("objective-activity", "communication-and-consent", "peer-discussion-review")
]
CYCLE = CpdActivity(
    id="c",
    title="Everything",
    started_on=date(2024, 6, 1),
    minutes=90 * 60,
    minutes_with_others=45 * 60,
    statements=tuple(CODES),
)


def test_a_whole_cycle_brings_nothing_back() -> None:
    assert codes(holding(CYCLE), OSTEOPATH) == []
    assert found(portfolio_of(read("osteopath")), OSTEOPATH) == ()


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"minutes": 90 * 60 - 1}, "hours-short"),
        ({"minutes_with_others": 45 * 60 - 1}, "hours-with-others-short"),
        *(({"statements": tuple({*CODES} - {each})}, "theme-missing") for each in CODES[:4]),
        *(
            ({"statements": tuple({*CODES} - {each})}, f"{each.partition(':')[2]}-missing")
            for each in CODES[4:]
        ),
    ],
)
def test_what_a_cycle_lacks_is_its_finding(change: dict[str, Any], code: str) -> None:
    assert codes(holding(replace(CYCLE, **change)), OSTEOPATH) == [code]


@pytest.mark.parametrize(("minutes", "expected"), [(2670, ["hours-with-others-short"]), (2700, [])])
def test_forty_four_and_a_half_hours_with_others_are_not_forty_five(
    minutes: int, expected: list[str]
) -> None:
    held = replace(CYCLE, minutes_with_others=minutes)
    assert codes(holding(held), OSTEOPATH) == expected
    if expected:
        (short,) = found(holding(held), OSTEOPATH)
        assert "44 h 30 min" in short.message
        assert short.message.endswith("Still to come: 30 min.")


def test_hours_from_before_the_three_years_do_not_count() -> None:
    assert codes(holding(replace(CYCLE, started_on=date(2023, 3, 13))), OSTEOPATH) == []
    before = codes(holding(replace(CYCLE, started_on=date(2023, 3, 12))), OSTEOPATH)
    assert before.count("theme-missing") == 4
    assert len(before) == 9


def test_nothing_said_to_an_osteopath_is_of_another_regulator() -> None:
    undated = CpdActivity(title=f"For {NUMBER}")
    ahead = CpdActivity(title="Course", started_on=date(2030, 1, 1))
    said = found(holding(undated, ahead), OSTEOPATH)
    assert {"activity-undated", "activity-in-future", "identifier-found"} <= {
        each.code for each in said
    }
    assert not [each for each in said if re.search("HCPC|audit", each.message, re.IGNORECASE)]


def test_who_is_on_no_register_is_only_told_of_identifiers() -> None:
    held = holding(CpdActivity(title="Bathing", what_i_did=f"With {NUMBER}"))
    assert codes(held, PROFESSIONS["SUPPORT"]) == ["identifier-found"]


# Identifiers


def test_one_thing_written_twice_in_a_record_is_one_finding() -> None:
    held = Reflection(title="A visit", answers={"what": f"{NUMBER} and {NUMBER}", "so": "SA14 8QN"})
    assert codes(holding(held), PROFESSIONS["SUPPORT"]) == ["identifier-found"] * 2


def test_how_to_reach_a_colleague_is_what_their_record_is_for() -> None:
    reached = Person(name="Ann", organisation="ann@example.org, 07700 900123, SA14 8QN")
    assert codes(holding(reached), PROFESSIONS["SUPPORT"]) == []
    numbered = replace(reached, organisation=NUMBER)
    assert codes(holding(numbered), PROFESSIONS["SUPPORT"]) == ["identifier-found"]


def test_a_file_is_looked_at_by_its_name_and_not_by_its_fingerprint() -> None:
    file = Evidence(title="Form", file_name="form.pdf", sha256="9434765919" * 6 + "0000")
    assert codes(holding(file), PROFESSIONS["SUPPORT"]) == []
    named = replace(file, file_name="9434765919.pdf")
    assert codes(holding(named), PROFESSIONS["SUPPORT"]) == ["identifier-found"]


def test_ten_equal_figures_matter_less() -> None:
    (only,) = found(holding(*LIST, replace(PROFILE, personal_statement="999 999 9999")))
    assert only.severity is Severity.SHOULD


def test_no_finding_scolds() -> None:
    bare = CpdActivity(title="Bare", is_chosen=True, what_i_did=NUMBER)
    owner = Practitioner(profession="PH", registered_on=TODAY)
    said = [*found(holding(owner, bare)), *found(holding(owner, bare), OSTEOPATH)]
    unwanted = r"\b(please|invalid|failed|fail|pass|score|compliant|error|wrong)\b|!"
    assert len(said) > 12
    assert not [each for each in said if re.search(unwanted, each.message, re.IGNORECASE)]
