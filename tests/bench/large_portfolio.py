"""A portfolio of a hundred thousand activities, written once and kept under build/."""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

from ahp_companion.domain.changes import added
from ahp_companion.domain.cpd import CpdActivity, LearningType
from ahp_companion.domain.pillars import Pillar
from ahp_companion.domain.practitioner import Practitioner
from ahp_companion.store.portfolio_file import create_portfolio
from ahp_companion.store.schemas.first import FIRST
from ahp_companion.store.schemas.second import SECOND
from ahp_companion.store.schemas.second_changed import CHANGED

ROOT = Path(__file__).parents[2]
MANY = 100_000
FIRST_DAY, DAYS = date(1990, 1, 1), 13_000
WORDS = """shoulder injection clinic journal club student placement reflection learning gait stroke
rehabilitation splint dysphagia assessment supervision outcome measure audit evidence teaching ward
community discharge respiratory paediatric knee osteoarthritis exercise communication consent
leadership research poster feedback simulation falls balance vestibular swallowing voice prosthesis
orthosis imaging contrast dose radiograph chest wrist fracture immobilisation mobility equipment
home visit carer family goal motivation interview record standard practice patient pathway team
sŵn ŷd Łódź naïve café""".split()  # noqa: SIM905


def activities(many: int, *, seed: int = 1) -> Iterator[CpdActivity]:
    """Yield fictional activities over 35 years, one in five of them not reflected on yet."""
    chance = random.Random(seed)

    def words(most: int) -> str:
        return " ".join(chance.choices(WORDS, k=most))

    for _ in range(many):
        yield CpdActivity(
            title=words(5),
            started_on=FIRST_DAY + timedelta(days=chance.randrange(DAYS)),
            learning_type=chance.choice([*LearningType]),
            pillars=(chance.choice([*Pillar]),),
            minutes=chance.randrange(15, 480),
            what_i_did=words(20),
            what_i_learnt=words(25) if chance.random() < 0.8 else "",
            benefit_to_practice=words(12),
            benefit_to_service_users=words(12),
        )


def large_portfolio(many: int = MANY) -> Path:
    """Return a closed portfolio of that many activities; made anew when the schema changes."""
    folder = ROOT / "build" / "bench"
    schema = "".join((FIRST, SECOND, *CHANGED.values())).encode()
    path = folder / f"{many} {sha256(schema).hexdigest()[:8]}.ahp"
    if not path.exists():
        for older in folder.glob(f"{many} *"):
            older.unlink()
        unfinished = path.with_suffix(".unfinished")
        with create_portfolio(unfinished, [Practitioner(name="Rhiannon Ŵyn")]) as portfolio:
            portfolio.apply(added(*activities(many)))
        unfinished.rename(path)
    return path
