"""Protected time: what was agreed, and what became of it by the day of printing."""

from ...domain import protected_time
from ...domain.preceptorship import Side, ends_on
from ...domain.protected_time import (
    Balance,
    ProtectedTime,
    TimeAgreement,
    Whose,
    by_month,
    so_far,
)
from ...domain.words import duration, listed, span
from .filling import Fill, Filling, Rows


def agreed(filling: Filling) -> Rows:
    """Return each promise: whose time, how much, from when to when, with whom."""
    return [
        (
            each.whose.label,
            protected_time.name(each),
            span(each.from_on, each.to_on),
            "\n".join(part for part in (each.agreed_with, each.words) if part),
        )
        for each in filling.of(TimeAgreement)
    ]


def agreed_words(filling: Filling) -> str:
    """Return the promises as a phrase, "4 h a month for the preceptee"."""
    held = filling.of(TimeAgreement)
    return listed([f"{protected_time.name(each)} for the {each.whose.value}" for each in held])


def ask(filling: Filling) -> str:
    """Return how much the preceptee was promised, which is what is asked for again."""
    return _promised(filling, Whose.PRECEPTEE)


def ask_preceptor(filling: Filling) -> str:
    """Return how much the preceptor was promised."""
    return _promised(filling, Whose.PRECEPTOR)


def asked_of(filling: Filling) -> str:
    """Return with whom time was agreed, who is the one to write to."""
    return next((each.agreed_with for each in filling.of(TimeAgreement) if each.agreed_with), "")


def in_words(filling: Filling) -> str:
    """Return what was agreed, taken, lost and why, and is owed, on the owner's side so far."""
    held = filling.held
    if held is None:
        return ""
    whose = Whose.PRECEPTOR if held.side is Side.PRECEPTOR else Whose.PRECEPTEE
    months = _months(filling, whose)
    whole = so_far(months)
    if whole is None:
        return ""
    reasons = list(dict.fromkeys(reason for each in months for reason in each.reasons))
    why = f" ({'; '.join(reasons[:3])})" if reasons else ""
    said = [f"{duration(whole.agreed)} agreed", f"{duration(whole.taken)} taken"]
    said += [f"{duration(whole.lost)} lost{why}"] if whole.lost else []
    said += [f"{duration(whole.owed)} owed"] if whole.agreed and whole.owed > 0 else []
    said += [f"{duration(whole.own)} in my own time"] if whole.own else []
    return ", ".join(said)


def _months(filling: Filling, whose: Whose) -> tuple[Balance, ...]:
    held = filling.held
    last = ends_on(held) if held else None
    return by_month(
        [each for each in filling.of(TimeAgreement) if each.whose is whose],
        protected_time.of(filling.of(ProtectedTime), whose),
        on=min(filling.on, last) if last else filling.on,
    )


def _promised(filling: Filling, whose: Whose) -> str:
    held = [each for each in filling.of(TimeAgreement) if each.whose is whose]
    return protected_time.name(held[-1]) if held else ""


FILLS: dict[str, Fill] = {
    "time.agreed": agreed,
    "time.agreed-words": agreed_words,
    "time.ask": ask,
    "time.ask-preceptor": ask_preceptor,
    "time.asked-of": asked_of,
    "time.so-far": in_words,
}
