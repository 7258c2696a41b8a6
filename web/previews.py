"""What agents that draw a card of a link see: words without figures, for a card outlives a revoked link."""

from functools import cache

from web.markup import document, text
from words import page as say
from words.voice import Voice


@cache
def cards(voice: Voice) -> str:
    """Return the Open Graph words of every page, for its head."""
    title, sentence = text(say.card_title(voice)), text(say.card_sentence(voice))
    return (
        '<meta property="og:type" content="website">\n'
        f'<meta property="og:title" content="{title}">\n<meta property="og:description" content="{sentence}">\n'
        '<meta name="twitter:card" content="summary">\n'
    )


def preview_html(voice: Voice) -> bytes:
    """Return all that a preview agent sees of a link."""
    title, sentence = say.card_title(voice), say.card_sentence(voice)
    body = f'<main class="error">\n<h1>{text(title)}</h1>\n<p>{text(sentence)}</p>\n</main>\n'
    return document(voice, title, body, cards(voice)).content
