"""The folder for a regulator: looked through first, written whole, and kept as a version."""

from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from ..domain.evidence_looks import EvidenceLook
from ..domain.identified import identified
from ..domain.portfolio import Choice, Portfolio
from ..domain.problems import ProblemError
from ..domain.profile import Profile, profile_of
from ..domain.words import count
from ..exchange.ledger import Left
from ..store.portfolio_file import PortfolioFile
from .looking import looked_at
from .making import catalogue
from .saying import remark

MOST_FINDS = 12


def write_profile(out: Path, portfolio: PortfolioFile, asked: Namespace) -> Left:
    """Write the folder that a regulator asks for, and return what left.

    What in it could say who somebody is stands on standard error; nothing is stopped by it.
    """
    # ReportLab takes longer to load than everything else here together.
    from ..profile_folder import make_folder, on_its_register

    everything = portfolio.records.gather()
    known = catalogue().professions.get(everything.practitioner.profession)
    profession = on_its_register(asked.format, known)
    if asked.preceptorship:
        raise ProblemError(
            "A regulator is shown all of a period, not one preceptorship.",
            means="Nothing was written.",
            advice="Leave out --preceptorship; --from and --to choose the period.",
        )
    let_go = Choice(from_on=asked.from_on, to_on=asked.to_on, include_private=asked.include_private)
    profile = profile_of(everything, profession, let_go, on=asked.on)
    looks = looked_at(portfolio, profile.evidence)
    _say_what_was_found(everything, profile, looks)
    return make_folder(
        out,
        everything,
        profession,
        let_go,
        on=asked.on,
        read_evidence=portfolio.evidence.read,
        looks=looks,
    )


def _say_what_was_found(
    everything: Portfolio, profile: Profile, looks: Mapping[str, EvidenceLook]
) -> None:
    found = identified(profile.leaving, looks, whole=everything)
    remark(*(f"{each.severity}: {each.message}" for each in found[:MOST_FINDS]))
    if len(found) > MOST_FINDS:
        remark(f"and {count(len(found) - MOST_FINDS, 'more like these', 'more')}")
