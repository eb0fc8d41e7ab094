"""People: which parts they play, and who has to be told apart."""

from ahp_companion.domain.people import (
    Person,
    PersonRole,
    has_own_profession_elsewhere,
    lacks_role_clarity,
    plays_both_parts,
)

BOTH = (PersonRole.PRECEPTOR, PersonRole.CLINICAL_SUPERVISOR)


def test_a_preceptor_who_is_also_the_supervisor_plays_both_parts() -> None:
    assert plays_both_parts(Person(roles=BOTH))
    assert not plays_both_parts(Person(roles=BOTH[:1]))


def test_both_parts_ask_for_words_that_keep_them_apart() -> None:
    assert lacks_role_clarity(Person(roles=BOTH, role_clarity=" "))
    assert not lacks_role_clarity(Person(roles=BOTH, role_clarity="First Mondays are supervision"))
    assert not lacks_role_clarity(Person(roles=BOTH[1:]))


def test_a_contact_of_the_same_profession_elsewhere_is_found_among_the_others() -> None:
    peer, contact = Person(roles=(PersonRole.PEER,)), Person(roles=(PersonRole.SAME_PROFESSION,))
    assert has_own_profession_elsewhere([peer, contact])
    assert not has_own_profession_elsewhere([peer])
