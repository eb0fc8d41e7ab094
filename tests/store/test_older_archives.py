"""Archives of earlier versions: nothing in them is lost, and nothing comes in twice."""

from datetime import date
from pathlib import Path

from ahp_companion.domain.agreements import Agreement
from ahp_companion.exchange.archive_reading import read_archive
from ahp_companion.exchange.importing import by_id, importing
from ahp_companion.store.portfolio_file import create_portfolio, open_portfolio

DATA = Path(__file__).parents[1] / "data"
ARCHIVE = DATA / "first-archive.zip"


def test_an_archive_of_the_first_version_brings_what_was_agreed_once(tmp_path: Path) -> None:
    contents = read_archive(ARCHIVE)
    assert contents.remarks == ()
    path = tmp_path / "new.ahp"
    owner = next(each for each in contents.records if type(each).__name__ == "Practitioner")
    create_portfolio(path, [owner]).close()
    with open_portfolio(path) as portfolio:
        coming = importing(contents, by_id(portfolio.records.gather())).change
        assert coming
        portfolio.apply(coming)
        (agreement,) = portfolio.records.all(Agreement)
        assert agreement.agreed_on == date(2025, 9, 8)
        assert agreement.clauses["expectations"] == "Honest questions, asked early"
        assert importing(contents, by_id(portfolio.records.gather())).change is None
