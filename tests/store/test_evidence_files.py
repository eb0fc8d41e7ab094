"""The bytes of evidence: each kept once, and given back as they were or not at all."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ahp_companion.domain.problems import ProblemError
from ahp_companion.store import evidence_files
from ahp_companion.store.portfolio_file import PortfolioFile, open_portfolio
from tests.sizes import drawn


def test_bytes_come_back_as_they_were_under_their_own_fingerprint(
    portfolio: PortfolioFile,
) -> None:
    @drawn(20)
    @given(st.binary(max_size=20_000))
    def come_back(contents: bytes) -> None:
        sha256 = portfolio.evidence.add(contents)
        assert sha256 == hashlib.sha256(contents).hexdigest()
        assert portfolio.evidence.read(sha256) == contents
        assert sha256 in portfolio.evidence.known()

    come_back()


def test_the_same_bytes_are_kept_once(portfolio: PortfolioFile) -> None:
    first, second = (portfolio.evidence.add(b"certificate") for _ in range(2))
    assert first == second
    assert portfolio.evidence.known() == {first}
    assert portfolio.db.execute("SELECT count(*) FROM evidence_file").fetchone()[0] == 1


def test_files_stay_when_the_portfolio_is_closed(portfolio: PortfolioFile) -> None:
    sha256 = portfolio.evidence.add(b"certificate" * 10_000)
    portfolio.close()
    with open_portfolio(portfolio.path) as opened:
        assert opened.evidence.read(sha256) == b"certificate" * 10_000


def test_a_file_that_is_not_there_is_said(portfolio: PortfolioFile) -> None:
    with pytest.raises(ProblemError, match="not in the portfolio"):
        portfolio.evidence.read("0" * 64)


def test_a_file_that_changed_is_said(portfolio: PortfolioFile) -> None:
    sha256 = portfolio.evidence.add(b"certificate")
    portfolio.db.execute("UPDATE evidence_file SET bytes = ?", [b"certificatE"])
    with pytest.raises(ProblemError, match="has changed since"):
        portfolio.evidence.read(sha256)


def test_a_file_that_would_make_every_backup_slow_is_refused(
    portfolio: PortfolioFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(evidence_files, "MOST_BYTES", 1000)
    portfolio.evidence.add(bytes(1000))
    with pytest.raises(ProblemError, match="200 MB"):
        portfolio.evidence.add(bytes(1001))
    assert len(portfolio.evidence.known()) == 1
