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
from ..sections.protected_time import whose_time
from .filling import Fill, Filling, Rows
from .fills_people import preceptor
from .fills_preceptorship import since_last_look


def agreed(filling: Filling) -> Rows:
    """Return each promise: whose time, how much, from when to when, with whom."""
    return [
        (
            whose_time(each.whose, filling.held),
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
    """Return who is to be written to: with whom time was agreed, or else the preceptor alone."""
    if filling.is_sole and filling.side is Side.PRECEPTEE:
        return preceptor(filling)
    return next((each.agreed_with for each in filling.of(TimeAgreement) if each.agreed_with), "")


def in_words(filling: Filling) -> str:
    """Return what was agreed, taken, lost and is owed, on the owner's side so far; no reasons."""
    return _said(so_far(_months(filling, _own(filling))))


def of_preceptor(filling: Filling) -> str:
    """Return the same of the preceptor's time."""
    return _said(so_far(_months(filling, Whose.PRECEPTOR)), own="outside it")


def lately(filling: Filling) -> str:
    """Return the owner's side since preceptorship was last looked at, and why time was lost."""
    from_on, to_on = since_last_look(filling)
    if from_on is None or from_on > to_on:
        return ""
    balance = protected_time.over(
        [each for each in filling.of(TimeAgreement) if each.whose is _own(filling)],
        protected_time.of(filling.of(ProtectedTime), _own(filling)),
        from_on=from_on,
        to_on=to_on,
    )
    words = _said(balance)
    why = [f"Lost because: {each}" for each in dict.fromkeys(balance.reasons)]
    return "\n".join([f"{span(from_on, to_on)}: {words}", *why]) if words else ""


def _said(balance: Balance | None, own: str = "in my own time") -> str:
    if balance is None:
        return ""
    parts = {
        "agreed": balance.agreed,
        "taken": balance.taken,
        "lost": balance.lost,
        "owed": max(balance.owed, 0) if balance.agreed else 0,
        own: balance.own,
    }
    return ", ".join(f"{duration(minutes)} {word}" for word, minutes in parts.items() if minutes)


def _own(filling: Filling) -> Whose:
    return Whose.PRECEPTOR if filling.side is Side.PRECEPTOR else Whose.PRECEPTEE


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
    "time.so-far-preceptor": of_preceptor,
    "time.lately": lately,
}
