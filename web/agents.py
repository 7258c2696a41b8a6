"""Agents that fetch a link to draw a card of it in a chat."""

import re

# They send `Accept: */*`, seconds before a person opens the link. Signal says it is WhatsApp, iMessage that it is several of these.
_AGENTS = re.compile(
    r"TelegramBot|WhatsApp|facebookexternalhit|Facebot|Slackbot|Slack-ImgProxy|Twitterbot|Discordbot|LinkedInBot|SkypeUriPreview|"
    r"Viber|Mastodon|vkShare|redditbot|Pinterestbot|Embedly|Iframely|Google-PageRenderer|MicrosoftPreview|TeamsBot|Line-Poker|"
    r"kakaotalk-scrap|Snap URL Preview|Applebot|bitlybot",
    re.IGNORECASE,
)
_MOST = 500  # characters of a User-Agent that are looked through


def is_preview_agent(user_agent: str) -> bool:
    """Whether a `User-Agent` is one that draws cards of links."""
    return _AGENTS.search(user_agent[:_MOST]) is not None
