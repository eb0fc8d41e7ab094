"""HTML as words: what people wrote stays, what programs wrote goes, however it was made."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ahp_companion.exchange.plain_words import PlainWords, is_marked_up, plain_words

PIECES = [
    "<p>", "</p>", "<a href='", '"', ">", "<", "&", "x", "<!--", "-->", "<li>", "</ul>", "<svg>",
    "</svg>", "/>", "&#x0;", "<br",
]  # fmt: skip


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo"),
        ("<div>One</div><div>Two</div>", "One\nTwo"),
        ("One<br>Two<br/>Three", "One\nTwo\nThree"),
        ("<ul><li>One</li><li>Two</li></ul>", "– One\n– Two"),
        ("<ol><li>One</li><li><p>Two</p></li></ol>", "1. One\n2. Two"),
        ("<ul><li>One<ol><li>a</li></ol></li></ul>", "– One\n  1. a"),
        ("a  <b>bold</b>\n word", "a bold word"),
        ("<pre>a\n  b</pre>", "a\n  b"),
        ("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>", "1 · 2\n3"),
        ("Si&acirc;n &amp; Nguy&#7877;n &lt;3", "Siân & Nguyễn <3"),
        ("5 < 6 and 7 > 3", "5 < 6 and 7 > 3"),
        ("a<!-- never --><script>alert('<p>b')</script><style>p{}</style>c", "ac"),
        ("a<svg><text>b</text></svg><svg/><iframe src='x'>c</iframe>d", "ad"),
        ('See <a href="https://www.hcpc-uk.org/a?b=1&amp;c=2">them</a>',
         "See them (https://www.hcpc-uk.org/a?b=1&c=2)"),
        ('<a href="https://www.hcpc-uk.org">https://www.hcpc-uk.org</a>', "https://www.hcpc-uk.org"),
        ('<a href="javascript:alert(1)">press</a>', "press"),
        ('<img src="x" alt="My sketch"><img src="y">', "[My sketch]"),
        ('<a title="1 > 0" href="https://a.example">more</a>', "more (https://a.example)"),
        ("<p>never closed", "never closed"),
        ("a </b> </p> b", "a\n\nb"),
        ("a\x00\x1b[31mb\ud800", "a[31mb"),
        ("", ""),
    ],
)  # fmt: skip
def test_html_becomes_what_it_says(markup: str, words: str) -> None:
    assert plain_words(markup) == words


def test_every_address_in_it_is_known() -> None:
    reader = PlainWords()
    reader.read('<a href="portfolio:artefact3">a</a><img rel="x" href="portfolio:artefact4"/>')
    assert reader.pointed_at == ["portfolio:artefact3", "portfolio:artefact4"]


def test_plain_text_is_told_from_html() -> None:
    assert is_marked_up("<p>One</p>")
    assert is_marked_up("R&amp;D")
    assert not is_marked_up("walked < 10 m & sat down; a <q> of mine")


@pytest.mark.parametrize(
    "piece",
    ['<a href="', "<!", "<!--", "<![CDATA[", "<script>", "</", "<", "&", "&#1", "<svg>", "<ul><li>",
     "<p ", "<a href=x>y", "<div>", "<pre>", 'href="', "<a href='", "<title>", "<td>"],
)  # fmt: skip
def test_nothing_holds_it_up(piece: str) -> None:
    begun = time.monotonic()
    plain_words(piece * 30_000)
    assert time.monotonic() - begun < 3


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(PIECES)))
def test_any_markup_gives_words(pieces: list[str]) -> None:
    words = plain_words("".join(pieces))
    assert words == words.strip()
    assert "\x00" not in words
