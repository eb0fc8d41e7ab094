"""Evidence: files that show what a record says, each kept once however often it is added."""

from dataclasses import dataclass, field
from datetime import date

from .records import code, codes, new_id
from .words import Word, count


class EvidenceKind(Word):
    """What a piece of evidence is."""

    CERTIFICATE = "certificate", "Certificate"
    OWN_WORK = "own-work", "My own work"
    REFLECTION = "reflection", "Reflection or evaluation"
    FEEDBACK = "feedback", "Feedback or testimonial"
    AUDIT = "audit", "Audit or measured result"
    AGREEMENT = "agreement", "Agreement or plan"
    OTHER = "other", "Something else"


class InProfile(Word):
    """Whether a piece of evidence goes with a profile."""

    AS_LINKED = "as-linked", "With its activities"
    ALWAYS = "always", "Always"
    NEVER = "never", "Never"


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A file in the portfolio, with what it is; `sha256` names its bytes.

    `standards` are the figures of the regulator's standards that it bears on, "1" to "5".
    """

    id: str = field(default_factory=new_id)
    title: str = ""
    kind: EvidenceKind = EvidenceKind.OTHER
    on: date | None = None
    made_by: str = ""
    file_name: str = ""
    media_type: str = code()
    size: int = 0
    sha256: str = code()
    words: str = ""
    private: bool = False
    in_profile: InProfile = InProfile.AS_LINKED
    standards: tuple[str, ...] = codes()


def fingerprint(evidence: Evidence) -> str:
    """Return the first twelve hexadecimal figures of the file's SHA-256, in fours."""
    figures = evidence.sha256[:12]
    return " ".join(figures[at : at + 4] for at in range(0, len(figures), 4))


def size_in_words(size: int) -> str:
    """Return a number of bytes as people say it, "1.4 MB"."""
    if size < 1000:
        return count(size, "byte")
    # From here on it would round to 1,000 kB.
    if size < 999_500:
        return f"{size / 1000:.0f} kB"
    return f"{size / 1_000_000:.1f} MB"
