"""New portfolios: one's own, and fictional ones to look at."""

import uuid
from argparse import Namespace
from pathlib import Path

from .. import assets
from ..domain.changes import added
from ..domain.frameworks import Catalogue
from ..domain.practitioner import Practitioner, Role
from ..domain.problems import ProblemError
from ..domain.professions import Profession, number_oddity
from ..exchange.samples import Sample, read_sample, sample_names
from ..places import own_places
from ..store.catalogue import read_catalogue
from ..store.portfolio_file import create_portfolio, unwritable
from .opening import new_passphrase
from .saying import remark, say


def new(chosen: Namespace) -> int:
    """Make a portfolio that holds its practitioner and nothing else."""
    profession = _profession(catalogue(), chosen.profession)
    if not chosen.name.strip():
        raise ProblemError("A portfolio needs the name of the person it belongs to.")
    practitioner = Practitioner(
        name=chosen.name.strip(),
        profession=profession.code,
        role=next(each for each in Role if each == chosen.role),
        registration_number=chosen.registration.strip(),
    )
    _refuse_if_there(chosen.portfolio)
    passphrase = new_passphrase() if chosen.passphrase else ""
    create_portfolio(chosen.portfolio, [practitioner], passphrase=passphrase).close()
    say(f"{chosen.portfolio}: the portfolio of {practitioner.name}, {profession.name.lower()}.")
    oddity = number_oddity(profession, practitioner.registration_number)
    if oddity:
        remark(oddity)
    return 0


def sample(chosen: Namespace) -> int:
    """Write a fictional portfolio, or name those there are."""
    folder = assets.resource("samples")
    if chosen.list:
        say(*sample_names(folder))
        return 0
    _refuse_if_there(chosen.portfolio)
    fictional = read_sample(folder, chosen.name)
    write_sample(fictional, chosen.portfolio)
    say(f"{chosen.portfolio}: {fictional.title or fictional.name}, a fictional portfolio.")
    return 0


def write_sample(fictional: Sample, path: Path) -> None:
    """Write a sample with its evidence to a new portfolio, whole or not at all."""
    unfinished = path.with_name(f".{path.name}.{uuid.uuid4().hex[:8]}.sample")
    try:
        with create_portfolio(unfinished, []) as portfolio:
            for contents in fictional.evidence.values():
                portfolio.evidence.add(contents)
            owner = next(each for each in fictional.records if isinstance(each, Practitioner))
            portfolio.apply(added(*fictional.records, words="New portfolio"), owner.id)
        _refuse_if_there(path)
        unfinished.rename(path)
    except OSError as reason:
        raise unwritable(path) from reason
    finally:
        unfinished.unlink(missing_ok=True)


def catalogue() -> Catalogue:
    """Return what ships with the app as data, with the owner's own workbooks."""
    return read_catalogue(assets.resource(), own_places().workbooks)


def _profession(known: Catalogue, code: str) -> Profession:
    found = known.professions.get(code.strip().upper())
    if found is None:
        raise ProblemError(
            f"There is no profession with the code “{code}”.",
            means="Nothing was written.",
            advice="The codes are "
            + ", ".join(f"{each.code} ({each.name.lower()})" for each in known.professions.values())
            + ".",
        )
    return found


def _refuse_if_there(path: Path) -> None:
    if path.exists():
        raise ProblemError(
            f"“{path.name}” is there already.",
            means="A new portfolio is never written over another file.",
            advice="Choose another name, or open the one that is there.",
        )
