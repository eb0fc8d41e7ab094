"""The four pillars."""

from ahp_companion.domain.pillars import Pillar


def test_there_are_four_pillars_in_the_frameworks_order() -> None:
    assert [pillar.label for pillar in Pillar] == [
        "Clinical practice",
        "Leadership",
        "Education",
        "Research",
    ]


def test_a_pillar_is_known_by_its_first_letter() -> None:
    assert len({pillar.label[0] for pillar in Pillar}) == 4
