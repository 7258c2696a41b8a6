"""Telegram's HTML as a browser's: the tags of its parse mode and no others, links as its apps find them, all else escaped."""

import re
from html import escape
from html.parser import HTMLParser

from markupsafe import Markup

_TAGS = {
    "b": "b", "strong": "b", "i": "i", "em": "i", "u": "u", "ins": "u", "s": "s", "strike": "s", "del": "s",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip
_SAFE = re.compile(r"(?:https?|tg|mailto):")
# What the apps make blue by themselves: addresses, commands, names.
_LINKS = re.compile(
    r"https?://[^\s<>]*[^\s<>.,;:!?)”’'\"]|(?<![\w/<])/[A-Za-z0-9_]{1,32}(?:@\w+)?\b(?!/)|(?<![\w@])@\w{4,32}"
)


class _Reader(HTMLParser):
    """Collects the browser's HTML. `read_html` has held the tags to be known, closed and well nested."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.out: list[str] = []
        self._literal = 0
        """How many open tags keep the apps from looking for links."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a":
            address = given.get("href") or ""
            self.out.append(f'<a href="{escape(address)}">' if _SAFE.match(address) else "<a>")
        elif tag in _TAGS:
            self.out.append(f"<{_TAGS[tag]}{' class=expandable' if 'expandable' in given else ''}>")
        else:
            self.out.append(escape(self.get_starttag_text() or ""))
        self._literal += tag in {"a", "code", "pre"}

    def handle_endtag(self, tag: str) -> None:
        name = "a" if tag == "a" else _TAGS.get(tag)
        self.out.append(f"</{name}>" if name else escape(f"</{tag}>"))
        self._literal -= tag in {"a", "code", "pre"}

    def handle_data(self, data: str) -> None:
        if self._literal:
            self.out.append(escape(data))
            return
        end = 0
        for link in _LINKS.finditer(data):
            self.out.append(f'{escape(data[end : link.start()])}<span class="link">{escape(link[0])}</span>')
            end = link.end()
        self.out.append(escape(data[end:]))


def shown(html: str) -> Markup:
    """Return the HTML of a browser for a text in Telegram's HTML."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Markup("".join(reader.out))  # noqa: S704 - made of the tags above and escaped text
