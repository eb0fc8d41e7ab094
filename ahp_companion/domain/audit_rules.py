"""What each finding is about: its standard, why it matters and who says so."""

from dataclasses import dataclass

# The five standards of CPD in our own words, as headings above findings. HCPC, standards of CPD.
STANDARDS = {
    "1": "A record that is kept up",
    "2": "A mixture that fits your work",
    "3": "Better practice",
    "4": "Benefit to those you work for",
    "5": "A profile of your own, with evidence",
}
ELSEWHERE = "Before anything leaves"


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditRule:
    """The rule behind a finding's code; `says` names who says so, the page and its date."""

    code: str
    standard: str = ""
    why: str = ""
    says: str = ""
    is_confirmed: bool = True
    is_advice: bool = False
