"""Share links."""

from words.voice import Voice


def shows_entries(voice: Voice) -> str:
    """Say what a link means that shows everything."""
    return voice.say(
        "Whoever has this link can look, without Telegram, and can't change anything. It shows the week's categories and "
        "limits, the pay period, and every entry with its note."
    )


def shows_sums(voice: Voice) -> str:
    """Say what a link means that shows sums alone."""
    return voice.say(
        "Whoever has this link can look, without Telegram, and can't change anything. It shows sums only: the week's "
        "categories and limits, and the pay period; no single entry."
    )


def works_until(voice: Voice, day: str) -> str:
    """Say how long a link works, and that it is shown once."""
    return voice.say(
        "It works until {day}. Copy it now: I keep only its fingerprint, so /links can't show it again.", day=day
    )


def none(voice: Voice) -> str:
    """Say that no link is open."""
    return voice.say("There are no open links. /share makes one.")


def open_links(voice: Voice) -> str:
    """Head the open links."""
    return voice.say("<b>Open links</b>")


def link(voice: Voice, n: int, made: str, until: str, use: str, *, full: bool) -> str:
    """Say what a link shows, and how it is used."""
    if full:
        return voice.say(
            "{n}. everything, made {made}, works until {until}: {use}", n=n, made=made, until=until, use=use
        )
    return voice.say("{n}. sums only, made {made}, works until {until}: {use}", n=n, made=made, until=until, use=use)


def never_opened(voice: Voice) -> str:
    """Say that nobody has opened a link."""
    return voice.say("never opened")


def opened(voice: Voice, n: int, day: str, time: str) -> str:
    """Say on how many days people opened a link, and when last."""
    return voice.count(
        "opened on {n} day, last {day} at {time} (browser)",
        "opened on {n} days, last {day} at {time} (browser)",
        n,
        day=day,
        time=time,
    )


def polled(voice: Voice, day: str, time: str) -> str:
    """Say that a program looks at a link, and when it did last."""
    return voice.say("polled by a program, last {day} at {time}", day=day, time=time)


def opened_and_polled(voice: Voice, opened: str, polled: str) -> str:
    """Say that people open a link, and a program, too."""
    return voice.say("{opened}; {polled}", opened=opened, polled=polled)


def ask_to_revoke(voice: Voice, made: str) -> str:
    """Ask whether a link is to be closed."""
    return voice.say("Revoke the link made {made}? Whoever has it can't open it any more then.", made=made)


def revoked(voice: Voice) -> str:
    """Say that a link is closed for good."""
    return voice.say("This link is revoked: it opens nothing any more. /share makes another.")


def shown_before(voice: Voice) -> str:
    """Say that the link of a repeated message can't be shown again."""
    return voice.say(
        "That link was made already, and can't be shown again. /share makes another, /links shows what is open."
    )


def opens_here_alone(voice: Voice) -> str:
    """Say that an address opens on one computer alone, and how to change that."""
    return voice.say(
        "This address opens only on the computer that runs the bot. To let others open it, whoever runs the bot sets "
        "<code>PUBLIC_URL</code> to an address that is reached from outside."
    )


def as_picture(voice: Voice) -> str:
    """Say that the week is sent as a picture."""
    return voice.say("Until then, here is the week as a picture to send on.")


def share_blurb(voice: Voice) -> str:
    """Say what /share is for."""
    return voice.say("a link to look at this budget")


def links_blurb(voice: Voice) -> str:
    """Say what /links is for."""
    return voice.say("the open links; revoke them")
