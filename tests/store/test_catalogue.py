"""Tests that what ships as data reads, is whole, and says where it comes from."""

import re
import shutil
from datetime import date
from itertools import chain
from pathlib import Path

import pytest

from ahp_companion.assets import resource
from ahp_companion.domain.frameworks import Catalogue, agenda_for, statement
from ahp_companion.domain.meetings import MeetingKind, MeetingStage
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.problems import ProblemError
from ahp_companion.domain.professions import Regulator, next_renewal, number_oddity
from ahp_companion.store.catalogue import read_catalogue

HCPC = {
    "PH", "OT", "RA", "PA", "SL", "CH", "DT", "ODP", "OR", "PO", "AS", "BS", "CS", "HAD", "PYL",
}  # fmt: skip
# From HCPC's tables for 2019 to 2026; 2027 and later are theirs carried on by two years.
SPRING = date(2026, 3, 12)
RENEWALS = {
    "PH": ("2026-02-01", "2026-04-30"),
    "AS": ("2026-03-01", "2026-05-31"),
    "DT": ("2026-04-01", "2026-06-30"),
    "CH": ("2026-05-01", "2026-07-31"),
    "HAD": ("2026-05-01", "2026-07-31"),
    "ODP": ("2026-09-01", "2026-11-30"),
    "PYL": ("2027-03-01", "2027-05-31"),
    "OR": ("2027-06-01", "2027-08-31"),
    "PA": ("2027-06-01", "2027-08-31"),
    "CS": ("2027-07-01", "2027-09-30"),
    "PO": ("2027-07-01", "2027-09-30"),
    "SL": ("2027-07-01", "2027-09-30"),
    "OT": ("2027-08-01", "2027-10-31"),
    "BS": ("2027-09-01", "2027-11-30"),
    "RA": ("2027-12-01", "2028-02-28"),
}
VERDICTS = re.compile(
    r"\b(pass|fail|failed|score|invalid|please|successfully|compliant|competent)\b|!", re.IGNORECASE
)


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return read_catalogue(resource())


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource(), tmp_path / "resources"))


def test_every_profession_of_the_contract_is_there(catalogue: Catalogue) -> None:
    assert set(catalogue.professions) == HCPC | {"OSTEOPATH", "SUPPORT"}


def test_allied_health_professions_come_first_and_by_name(catalogue: Catalogue) -> None:
    professions = list(catalogue.professions.values())
    names = [each.name for each in professions if each.is_ahp]
    assert names == sorted(names)
    assert [each.name for each in professions[: len(names)]] == names
    assert professions[-1].code == "SUPPORT"


def test_each_profession_has_its_own_regulator(catalogue: Catalogue) -> None:
    by_hcpc = {
        code for code, each in catalogue.professions.items() if each.regulator is Regulator.HCPC
    }
    assert by_hcpc == HCPC
    assert catalogue.professions["OSTEOPATH"].regulator is Regulator.GOSC
    assert catalogue.professions["SUPPORT"].regulator is Regulator.NONE


def test_every_profession_has_its_words(catalogue: Catalogue) -> None:
    for each in catalogue.professions.values():
        assert each.name, each.code
        assert each.field, each.code
        assert each.titles, each.code
        assert each.source, each.code
        assert each.body or each.code == "SUPPORT"


def test_small_professions_are_marked(catalogue: Catalogue) -> None:
    assert {code for code, each in catalogue.professions.items() if each.is_small} == {
        "PO",
        "OR",
        "CH",
    }


@pytest.mark.parametrize("code", sorted(HCPC))
def test_a_number_pattern_takes_its_example_and_no_other_professions(
    catalogue: Catalogue, code: str
) -> None:
    profession = catalogue.professions[code]
    others = HCPC - {code}
    assert profession.number_example.startswith(code)
    assert number_oddity(profession, profession.number_example) == ""
    for other in others:
        assert number_oddity(profession, catalogue.professions[other].number_example), other


@pytest.mark.parametrize("code", sorted(HCPC))
def test_a_profession_renews_when_its_regulator_says(catalogue: Catalogue, code: str) -> None:
    renewal = next_renewal(catalogue.professions[code], on=SPRING)
    assert renewal is not None
    assert (renewal.opens_on.isoformat(), renewal.closes_on.isoformat()) == RENEWALS[code]


def test_radiographers_renew_over_the_end_of_a_year(catalogue: Catalogue) -> None:
    radiographers = catalogue.professions["RA"]
    for on in (date(2025, 6, 1), date(2025, 12, 31), date(2026, 2, 28)):
        renewal = next_renewal(radiographers, on=on)
        assert renewal is not None
        assert renewal.opens_on == date(2025, 12, 1)
        assert renewal.closes_on == date(2026, 2, 28)


def test_osteopaths_and_support_workers_have_no_common_renewal(catalogue: Catalogue) -> None:
    assert next_renewal(catalogue.professions["OSTEOPATH"], on=SPRING) is None
    assert next_renewal(catalogue.professions["SUPPORT"], on=SPRING) is None


def test_every_framework_says_where_it_comes_from_and_is_not_official(
    catalogue: Catalogue,
) -> None:
    assert catalogue.frameworks
    for each in catalogue.frameworks.values():
        assert each.edition, each.code
        assert each.source, each.code
        assert re.search(r"\b20\d\d$", each.as_at), each.code
        assert not each.is_official, each.code


def test_statement_codes_are_unique_and_found_by_their_tag(catalogue: Catalogue) -> None:
    for framework in catalogue.frameworks.values():
        codes = [each.code for each in framework.statements]
        assert len(codes) == len(set(codes)), framework.code
        for each in framework.statements:
            assert each.heading, each.code
            assert statement(catalogue, f"{framework.code}:{each.code}") == (framework, each)


def test_frameworks_are_as_long_as_what_they_retell(catalogue: Catalogue) -> None:
    frameworks = catalogue.frameworks
    assert [each.code for each in frameworks["hcpc-cpd-standards"].statements] == list("12345")
    assert len(frameworks["preceptorship-prompts"].statements) == 20
    principles = frameworks["hcpc-preceptorship-principles"].statements
    assert [each.code for each in principles if each.code.isdigit()] == list("12345")
    assert [each.code for each in frameworks["gosc-cpd"].statements] == [
        *"ABCD",
        "objective-activity",
        "communication-and-consent",
        "peer-discussion-review",
    ]


def test_only_a_regulators_own_frameworks_name_it(catalogue: Catalogue) -> None:
    assert {code: each.regulator for code, each in catalogue.frameworks.items()} == {
        "confidence-starters": "",
        "four-pillars": "",
        "gosc-cpd": Regulator.GOSC,
        "hcpc-cpd-standards": Regulator.HCPC,
        "hcpc-preceptorship-principles": Regulator.HCPC,
        "preceptorship-prompts": "",
    }


def test_the_four_pillars_are_headed_as_the_app_names_them(catalogue: Catalogue) -> None:
    headings = [each.heading for each in catalogue.frameworks["four-pillars"].statements]
    assert list(dict.fromkeys(headings)) == [each.label for each in Pillar]


def test_confidence_starters_are_sentences_under_six_headings(catalogue: Catalogue) -> None:
    starters = catalogue.frameworks["confidence-starters"].statements
    assert len({each.heading for each in starters}) == 6
    assert all(each.words.endswith(".") for each in starters)


def test_reflection_models_begin_with_the_two_most_used(catalogue: Catalogue) -> None:
    assert list(catalogue.reflection_models) == [
        "gibbs", "what", "kolb", "rolfe", "era", "johns", "free",
    ]  # fmt: skip


def test_reflection_models_keep_their_keys(catalogue: Catalogue) -> None:
    gibbs, what = (catalogue.reflection_models[code] for code in ("gibbs", "what"))
    assert [each.key for each in gibbs.prompts] == [
        "description", "feelings", "evaluation", "analysis", "conclusion", "action_plan",
    ]  # fmt: skip
    assert [each.key for each in what.prompts] == ["what", "so_what", "now_what"]
    for model in catalogue.reflection_models.values():
        keys = [each.key for each in model.prompts]
        assert len(keys) == len(set(keys)), model.code
        assert model.source, model.code


def test_every_kind_and_stage_of_meeting_has_an_agenda(catalogue: Catalogue) -> None:
    for stage in MeetingStage:
        agenda = agenda_for(catalogue, MeetingKind.PRECEPTORSHIP, stage)
        assert agenda is not None
        assert agenda.stage == stage
    for kind in MeetingKind:
        agenda = agenda_for(catalogue, kind, MeetingStage.AD_HOC)
        assert agenda is not None
        assert agenda.kind == kind


def test_agendas_have_five_to_nine_points(catalogue: Catalogue) -> None:
    for each in catalogue.agendas.values():
        assert 5 <= len(each.points) <= 9, each.code
        assert len(each.points) == len(set(each.points)), each.code


def test_settings_are_many_and_each_once(catalogue: Catalogue) -> None:
    assert 50 <= len(catalogue.settings) <= 75
    assert len(set(catalogue.settings)) == len(catalogue.settings)


def test_every_file_is_in_the_catalogue_under_a_code_of_its_own(catalogue: Catalogue) -> None:
    for folder, held in (
        ("frameworks", catalogue.frameworks),
        ("reflection_models", catalogue.reflection_models),
        ("agendas", catalogue.agendas),
    ):
        names = [path.stem for path in sorted(resource(folder).glob("*.toml"))]
        assert [re.sub(r"^\d+-", "", name) for name in names] == list(held)


def test_each_profession_is_listed_once(catalogue: Catalogue) -> None:
    listed = resource("lists", "professions.toml").read_text(encoding="utf-8")
    assert listed.count("[[profession]]") == len(catalogue.professions)


def test_nothing_that_ships_passes_a_verdict_or_raises_its_voice(catalogue: Catalogue) -> None:
    words = chain(
        (each.words for held in catalogue.frameworks.values() for each in held.statements),
        (each.question for held in catalogue.reflection_models.values() for each in held.prompts),
        (point for held in catalogue.agendas.values() for point in held.points),
        catalogue.settings,
    )
    assert [each for each in words if VERDICTS.search(each)] == []


@pytest.mark.parametrize(
    "name",
    ["lists/professions.toml", "lists/settings.toml", "frameworks/gosc-cpd.toml"],
)
def test_a_file_that_is_not_toml_is_named(copied: Path, name: str) -> None:
    broken = copied / name
    broken.write_text("code = \n", encoding="utf-8")
    with pytest.raises(ProblemError, match=broken.name):
        read_catalogue(copied)


@pytest.mark.parametrize(
    "name",
    [
        "lists/professions.toml",
        "lists/settings.toml",
        "frameworks/gosc-cpd.toml",
        "reflection_models/1-gibbs.toml",
        "agendas/7-peer-group.toml",
    ],
)
def test_a_file_without_what_it_should_hold_is_named(copied: Path, name: str) -> None:
    bare = copied / name
    bare.write_text('title = "not what was asked for"\n', encoding="utf-8")
    with pytest.raises(ProblemError, match=bare.name):
        read_catalogue(copied)


def test_a_file_that_is_missing_is_named(copied: Path) -> None:
    (copied / "lists" / "settings.toml").unlink()
    with pytest.raises(ProblemError, match=r"settings\.toml"):
        read_catalogue(copied)


def test_an_unknown_regulator_is_named_with_its_file(copied: Path) -> None:
    professions = copied / "lists" / "professions.toml"
    words = professions.read_text(encoding="utf-8").replace('"gosc"', '"gosk"')
    professions.write_text(words, encoding="utf-8")
    with pytest.raises(ProblemError, match=r"professions\.toml.*gosk"):
        read_catalogue(copied)
