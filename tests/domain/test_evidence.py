"""Evidence in words."""

import pytest

from ahp_companion.domain.evidence import Evidence, fingerprint, size_in_words


def test_a_fingerprint_is_twelve_figures_in_fours() -> None:
    assert fingerprint(Evidence(sha256="0123456789abcdef" * 4)) == "0123 4567 89ab"


def test_evidence_without_a_file_has_no_fingerprint() -> None:
    assert fingerprint(Evidence()) == ""


@pytest.mark.parametrize(
    ("size", "words"),
    [
        (0, "0 bytes"),
        (1, "1 byte"),
        (999, "999 bytes"),
        (1000, "1 kB"),
        (1500, "2 kB"),
        (999_499, "999 kB"),
        (999_500, "1.0 MB"),
        (1_000_000, "1.0 MB"),
        (1_449_000, "1.4 MB"),
        (199_960_000, "200.0 MB"),
    ],
)
def test_a_size_is_said_as_people_say_it(size: int, words: str) -> None:
    assert size_in_words(size) == words
