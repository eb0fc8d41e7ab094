"""Whether a portfolio is sound, and what a regulator's audit would look at in it."""

from argparse import Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from ..domain.audit_window import audit_window
from ..domain.evidence import Evidence
from ..domain.evidence_looks import EvidenceLook
from ..domain.finding import Finding
from ..domain.findings import findings
from ..domain.portfolio import Portfolio
from ..domain.professions import Regulator
from ..domain.words import count, day, span
from ..places import own_places
from ..store.connection import DamagedError
from ..store.portfolio_file import PortfolioFile
from .looking import looked_at
from .making import catalogue
from .opening import opened
from .saying import remark, say, say_json


def check(asked: Namespace) -> int:
    """Say whether a portfolio is sound and what an audit would look at; 1 if it is not sound."""
    try:
        with opened(asked.portfolio) as portfolio:
            problems = portfolio.problems()
            file = _file(portfolio, is_sound=not problems)
            everything = portfolio.records.gather()
            looks = looked_at(portfolio, everything.all(Evidence)) if not problems else {}
    except DamagedError as damage:
        if asked.json:
            say_json({"file": _unreadable(asked.portfolio), "audit": None})
        raise damage
    found = {"file": file, "audit": audit(everything, looks, asked)}
    if asked.json:
        say_json(found)
    else:
        say(*_in_words(found))
    remark(*problems)
    if problems:
        remark(f"Backups are in {own_places().backups(asked.portfolio)}.")
    return 1 if problems else 0


def audit(
    portfolio: Portfolio, looks: Mapping[str, EvidenceLook], asked: Namespace
) -> dict[str, Any] | None:
    """Return what an audit looks at, as the contract has it; None for who is on no register."""
    profession = catalogue().professions.get(portfolio.practitioner.profession)
    if profession is None or profession.regulator is Regulator.NONE:
        return None
    window = audit_window(portfolio, profession, on=asked.on)
    # Without a renewal or a cycle of the owner's own there are no dates to name.
    is_known = window and (window.renewal or window.is_set)
    from_on = asked.from_on or (window.from_on if window and is_known else None)
    to_on = asked.to_on or (window.to_on if window and is_known else None)
    found = findings(portfolio, profession, from_on=from_on, to_on=to_on, on=asked.on, looks=looks)
    renewal = window.renewal if window else None
    dates = {
        "from": _iso(from_on),
        "to": _iso(to_on),
        "renewal_opens": _iso(renewal.opens_on if renewal else None),
    }
    return {
        "regulator": str(profession.regulator),
        "window": dates if from_on or to_on else None,
        "findings": [_plain(each) for each in found],
    }


def _plain(finding: Finding) -> dict[str, str | None]:
    return {
        "code": finding.code,
        "severity": str(finding.severity),
        "from": _iso(finding.from_on),
        "to": _iso(finding.to_on),
        "record": finding.record,
        "message": finding.message,
    }


def _file(portfolio: PortfolioFile, *, is_sound: bool) -> dict[str, Any]:
    return {
        "sound": is_sound,
        "schema": portfolio.schema,
        "records": portfolio.records.counts(),
        "revisions": portfolio.records.revision_count(),
        "size_bytes": portfolio.path.stat().st_size,
    }


def _unreadable(path: Path) -> dict[str, Any]:
    return {
        "sound": False,
        "schema": None,
        "records": {},
        "revisions": 0,
        "size_bytes": path.stat().st_size,
    }


def _in_words(found: dict[str, Any]) -> list[str]:
    file, audited = found["file"], found["audit"]
    records = count(sum(file["records"].values()), "record")
    lines = [
        "The file is sound." if file["sound"] else "The file is not sound.",
        f"{records}, {count(file['revisions'], 'revision')}, {file['size_bytes']:,} bytes.",
    ]
    if audited and audited["window"]:
        dates = audited["window"]
        lines.append(f"An audit would look at {span(_date(dates['from']), _date(dates['to']))}.")
        if dates["renewal_opens"]:
            lines.append(f"Renewal opens on {day(_date(dates['renewal_opens']))}.")
    if audited:
        lines += [f"{each['severity']}: {each['message']}" for each in audited["findings"]]
    return lines


def _iso(on: date | None) -> str | None:
    return on.isoformat() if on else None


def _date(iso: str | None) -> date | None:
    return date.fromisoformat(iso) if iso else None
