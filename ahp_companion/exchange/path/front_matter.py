"""Front matter: the YAML at the head of a page of Markdown, read as plain words and lists.

Only what a person writes is understood: words, lists and names with values. Numbers and dates stay
the text they were written as; what could grow or build anything, aliases and tags, is refused.
"""

import re
from typing import Any

import yaml

MOST_LETTERS, MOST_EVENTS, DEEPEST = 64_000, 10_000, 12
FENCE = re.compile(
    r"\A﻿?---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL | re.MULTILINE
)
KEY = re.compile(r"([\w -]{1,60}?):(?:[ \t]+(.*))?")
ENTRY = re.compile(r"[ \t]*-[ \t]+(.*)")

Value = str | list[Any] | dict[str, Any]


def front_matter(text: str) -> tuple[dict[str, Value], str]:
    """Return the front matter of a page, and the page behind it; nothing and all where none is.

    Raises ValueError with the reason where it is too large, or does more than say things.
    """
    found = FENCE.match(text)
    if found is None:
        return {}, text
    written = found[1]
    if len(written) > MOST_LETTERS:
        raise ValueError(f"its front matter is longer than {MOST_LETTERS:,} letters")
    _check(written)
    try:
        node = yaml.compose(written, Loader=yaml.SafeLoader)
    except yaml.YAMLError:
        # “title: Gait: a course” is no YAML, and is what people write.
        return _line_by_line(written), text[found.end() :]
    held = _value(node) if node else {}
    return (held if isinstance(held, dict) else {}), text[found.end() :]


def words(held: Value | None) -> list[str]:
    """Return the words of a value, however deep: an unquoted [[link]] is a list in a list."""
    if isinstance(held, str):
        return [held.strip()] if held.strip() else []
    inside = held.values() if isinstance(held, dict) else held or ()
    return [each for one in inside for each in words(one)]


def _check(written: str) -> None:
    deep = 0
    try:
        for number, event in enumerate(yaml.parse(written, Loader=yaml.SafeLoader)):
            if isinstance(event, yaml.AliasEvent):
                raise ValueError("its front matter repeats itself by reference")
            if isinstance(event, yaml.CollectionStartEvent):
                deep += 1
            elif isinstance(event, yaml.CollectionEndEvent):
                deep -= 1
            if deep > DEEPEST or number > MOST_EVENTS:
                raise ValueError("its front matter is nested too deeply or too long")
    except yaml.YAMLError:
        return


def _value(node: yaml.Node) -> Value:
    if isinstance(node, yaml.SequenceNode):
        return [_value(each) for each in node.value]
    if isinstance(node, yaml.MappingNode):
        return {str(_value(key)): _value(held) for key, held in node.value}
    return "" if node.tag.endswith(":null") else str(node.value)


def _line_by_line(written: str) -> dict[str, Value]:
    held: dict[str, Value] = {}
    name = ""
    for each in written.splitlines():
        key, entry = KEY.fullmatch(each), ENTRY.fullmatch(each)
        if key and not each.startswith((" ", "\t")):
            name = key[1].strip()
            held[name] = _bare(key[2] or "")
        elif entry and name:
            before = held[name]
            held[name] = [*(before if isinstance(before, list) else []), _bare(entry[1])]
        elif name and each.strip() and isinstance(held[name], str):
            held[name] = f"{held[name]} {each.strip()}".strip()
    return held


def _bare(written: str) -> str:
    text = written.strip()
    is_quoted = len(text) > 1 and text[0] == text[-1] and text[0] in "\"'"
    return text[1:-1] if is_quoted else text
